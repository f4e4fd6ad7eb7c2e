"""The words by which people point at things, and at what they need, without naming a device."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache

from intents.acts import Act, Kind

Wishes = Mapping[Kind, tuple[Act, ...]]
"""Kinds of things and what may be wanted of them; no acts stands for all that the kind takes."""


@dataclass(frozen=True, slots=True)
class Hint:
    """Words of both languages and what they point at."""

    words: re.Pattern[str]
    wishes: Wishes
    sensors: frozenset[str] = frozenset()
    """Device classes of sensors that would answer."""
    names: bool = False
    """Whether the words name the thing, rather than a need that the thing could meet."""


def _hint(en: str, zh: str, wishes: Wishes, *, sensors: tuple[str, ...] = (), names: bool = False) -> Hint:
    english = rf"\b(?:{en})\b|" if en else ""
    return Hint(re.compile(f"{english}{zh}", re.IGNORECASE), wishes, frozenset(sensors), names)


HINTS: tuple[Hint, ...] = (
    _hint("lights?|lamps?|lighting|bulbs?", "灯|照明", {"light": ()}, names=True),
    _hint("curtains?|blinds?|shades?|shutters?|drapes?", "窗帘|卷帘|百叶|帘子", {"curtain": ()}, names=True),
    _hint("sockets?|plugs?|outlets?", "插座|插排", {"socket": ()}, names=True),
    _hint("oven", "烤箱", {"oven": ()}, names=True),
    _hint("garage|gate", "车库", {"door": ()}, sensors=("garage_door",), names=True),
    _hint(
        "doors?|locks?|locked|unlock|unlocked",
        "门|锁",
        {"lock": (), "door": ()},
        sensors=("door",),
        names=True,
    ),
    _hint("boot|trunk", "后备箱|尾门", {"boot": ()}, names=True),
    _hint(
        "a/?c|air ?con(?:ditioner|ditioning)?|heating|heater|thermostat",
        "空调|暖气|冷气|地暖",
        {"climate": ()},
        names=True,
    ),
    _hint("fans?", "风扇|电扇|电风扇", {"fan": ()}, names=True),
    _hint("vacuum|robot|hoover", "扫地|吸尘|机器人", {"vacuum": ()}, names=True),
    _hint("tv|telly|television|screen", "电视", {"screen": ()}, names=True),
    _hint("speakers?", "音箱|喇叭", {"speaker": ()}, names=True),
    _hint("volume|sound", "音量|声音", {"speaker": ("dim", "brighten"), "screen": ("dim", "brighten")}),
    _hint("windows?", "窗户|窗子", {}, sensors=("window",), names=True),
    _hint(
        "(?<!answer )(?<!answer the )(?<!answer my )(?<!pick up the )(?<!hang up the )phone",
        "手机",
        {"siren": ()},
        names=True,
    ),
    _hint(
        "(?:too|so|very|quite|really) dim|dark|black|gloomy|can'?t see|hard to see|"
        "see (?:a thing|anything|nothing)|read(?:ing)?|lit",
        "(?:[太好很真]|有点儿?|有些|这么|越来越)暗|黑|看不见|看不清|看书|没开灯",
        {"light": ("on", "brighten")},
    ),
    _hint(
        "bright|glar\\w+|blinding|dazzling",
        "(?:[太好很真]|有点儿?|有些|这么)亮|刺眼|晃眼",
        {"light": ("off", "dim"), "curtain": ("close",)},
    ),
    _hint("sun|sunny|sunshine", "晒|太阳", {"curtain": ("close",)}),
    _hint(
        "brighter|brighten|more light|light in|sunlight in|daylight|lighter",
        "[更再调弄]亮|亮[一点些]|采光|[透放].{0,3}(?:光|太阳)进",
        {"light": ("on", "brighten"), "curtain": ("open",)},
    ),
    _hint(
        "dimmer|darker|softer|less light",
        "[更再调弄]暗|暗[一点些]|柔和",
        {"light": ("dim", "off"), "curtain": ("close",)},
    ),
    _hint(
        "hot|warm|boiling|sweltering|sweat\\w*|melting|roasting|heat|stuffy|cool|cooler",
        "热|闷|出汗|凉快|降温",
        {"climate": ("on", "cooler"), "fan": ("on",)},
        sensors=("temperature",),
    ),
    _hint(
        "cold|chilly|freezing|freeze|shiver\\w*|frozen|warm|warmer|heat",
        "冷|冻|暖和|升温|发抖",
        {"climate": ("off", "warmer"), "fan": ("off",)},
        sensors=("temperature",),
    ),
    _hint(
        "fresh air|stuffy|stale|draughty?|windy|breeze",
        "闷|透气|通风|风大|吹|[来有]点儿?风",
        {"fan": ("on", "off")},
    ),
    _hint(
        "dirty|clean|cleaned|cleaning|dust|dusty|crumbs?|mess|messy|sweep|spilled|floors?|"
        "(?:dog|cat|pet) hair|fur",
        "脏|打扫|清扫|清洁|灰尘|拖地|地板|卫生|碎屑|[撒洒]了|一地|[猫狗]毛|掉毛",
        {"vacuum": ("clean", "dock")},
    ),
    _hint(
        "(?:too|so|very|awfully) loud|noisy|noise|quiet|quieter|deaf\\w*|blasting",
        "吵|小声|小点|轻一?点|安静",
        {"screen": ("dim", "off"), "speaker": ("dim", "off"), "vacuum": ("dock",)},
    ),
    _hint(
        "louder|can'?t hear|hardly hear|hear",
        "大声|大点|听不见|听不清",
        {"screen": ("brighten",), "speaker": ("brighten",)},
    ),
    _hint(
        "still (?:on|burning|running|open|going)|left .*\\bon|nobody|no one|"
        "not? (?:any ?more|longer)|everything (?:off|down)",
        "还?[亮开]着|没关|不用了|没人",
        {
            kind: ("off", "close")
            for kind in ("light", "socket", "oven", "climate", "fan", "screen", "curtain")
        },
    ),
    _hint(
        "watch|movie|film|series|news|match|channel",
        "看片|电影|节目|新闻|追剧|球赛|频道",
        {"screen": ("on", "resume")},
    ),
    _hint("movie|film|cinema|romantic|cosy|cozy|relax\\w*", "电影|影院|浪漫|放松|气氛", {"light": ("dim",)}),
    _hint(
        "song|track|skip|paused?|playing|playback",
        "切歌|换一首|下一|上一|暂停|播放",
        {
            "speaker": ("pause", "resume", "next", "previous"),
            "screen": ("pause", "resume", "next", "previous"),
        },
    ),
    _hint(
        "going to (?:bed|sleep)|go to (?:bed|sleep)|bedtime|nap|asleep|sleepy|night night",
        "睡觉|睡了|要睡|午睡|午觉|困了",
        {"light": ("off",), "screen": ("off",), "curtain": ("close",)},
    ),
    _hint(
        "leaving|going out|head(?:ing)? out|off on holiday|everything (?:off|down)",
        "出门|离家|出去了|走了",
        {"light": ("off",), "screen": ("off",), "climate": ("off",), "lock": ("lock",)},
    ),
    _hint("wak(?:e|ing) up|got up|get up", "起床|醒了", {"light": ("on",), "curtain": ("open",)}),
    _hint("privacy|neighbou?rs?|peeking|looking in", "隐私|邻居|偷看|看得见里面", {"curtain": ("close",)}),
    _hint(
        "(?:make|brew|get|want|need|start|fancy|cup of|some)\\b.*\\bcoffee",
        "[来想喝煮泡冲做要].*咖啡",
        {"socket": ("on", "off")},
    ),
    _hint(
        r"(?:lost|mislaid|misplaced|(?:can't|cannot|can not) find) (?:it|my)",
        "找不到|找不着|不见了|弄丢|丢哪",
        {"siren": ("on",)},
    ),
    _hint("bak(?:e|ing)|roast", "烘焙|烤", {"oven": ()}),
    _hint(
        "temperature|degrees|how (?:warm|hot|cold)",
        "温度|多少度|几度",
        {"climate": ("degrees", "read")},
        sensors=("temperature",),
    ),
    _hint("humid|humidity|damp|dry", "湿|潮|干燥", {}, sensors=("humidity",)),
    _hint("heart|pulse|bpm", "心率|心跳|脉搏", {}, sensors=("heart_rate",)),
    _hint("steps|walked|walking", "步数|步|走了多少", {}, sensors=("steps",)),
    _hint("battery|charged|power left|juice", "电量|没电|电池", {}, sensors=("battery",)),
    _hint("charge|charging|plug(?:ged)? in", "充电|充上电|充满", {"charger": ()}, names=True),
    _hint("range|how far|miles left|juice", "续航|[跑开]多[远少]", {}, sensors=("distance",)),
    _hint("motion|movement|anybody there|someone there", "有人", {}, sensors=("motion", "occupancy")),
)

_GUARDED_WORDS: Mapping[Act, re.Pattern[str]] = {
    "lock": re.compile(r"\block\w*\b|锁", re.IGNORECASE),
    "unlock": re.compile(r"\b(?:unlock\w*|open\w*|let\b.*\bin)\b|开|解锁", re.IGNORECASE),
    "open": re.compile(r"\b(?:open\w*|up|let\b.*\b(?:in|out))\b|开|升", re.IGNORECASE),
    "percent": re.compile(r"\bopen\w*\b|开", re.IGNORECASE),
    "on": re.compile(r"\b(?:on|start\w*|(?:pre-?)?heat\w*)\b|开|启动|预热|加热", re.IGNORECASE),
}
_ON = re.compile(
    r"\b(?:turn|switch|put|power|flip)\b.*\bon\b|\b(?:open|start|activate|enable|begin)\b|"
    r"打开|开启|启动|拉开|开开|开一下",
    re.IGNORECASE,
)
_OFF = re.compile(
    r"\b(?:turn|switch|shut|power|flip)\b.*\b(?:off|out)\b|\b(?:off|close|shut|kill|stop|disable|cut|dock)\b|"
    r"\b(?:back|return|home) to (?:its |the |your )?(?:charging )?(?:base|dock|station)\b|"
    r"关|停|拉上|合上|别.{0,3}开|不要.{0,3}开",
    re.IGNORECASE,
)
_POSITIVE: frozenset[Act] = frozenset(
    {"on", "open", "clean", "resume", "brighten", "warmer", "cooler", "unlock"}
)
_NEGATIVE: frozenset[Act] = frozenset({"off", "close", "dock", "pause", "dim", "lock"})

_TALK = re.compile(
    r"^(?:(?:hey|so|and|please|ok(?:ay)?|do you know|can you|could you)[, ]+)*"
    r"(?:who(?:'s)?|whose|why|how (?:do|does|did|to|come|tall|old)|"
    r"i (?:really )?(?:love|like|hate|adore) (?:this|that|the|my|your)|"
    r"what(?:'s| is| are| was| does) (?:an?|the (?:meaning|capital|difference|name|best)|love|mean)|"
    r"what does|explain|define|sing|write|translate|recommend|do you|are you|"
    r"tell (?:me|us) (?:an?|another|about|something|why|how|who))\b|"
    r"(?:讲|说|唱|写|念|背)(?:一?[个首段则篇]|点)|来一?[个首段则].{0,4}(?:笑话|故事|诗)|怎么(?![这那么]|还|没|又|不|回事|了|办)|"
    r"谁|为什么|为啥|什么是|是什么|什么意思|翻译|介绍|推荐|喜欢(?!.*[点些])|你是|你会|你叫",
    re.IGNORECASE,
)


@cache
def is_common_name(word: str) -> bool:
    """Whether a word names a kind of thing rather than one thing."""
    return any(hint.names and hint.words.fullmatch(word) for hint in HINTS)


def converses(text: str) -> bool:
    """Whether the words want an explanation, a story or an opinion, which nothing in a home can give."""
    return bool(_TALK.search(text.strip()))


def names_guarded_act(act: Act, text: str) -> bool:
    """Whether the words themselves say to open, unlock or heat something."""
    words = _GUARDED_WORDS.get(act)
    return bool(words and words.search(text))


def fits_direction(act: Act, text: str) -> bool:
    """Whether an act goes the way that the words go, when they go one way only."""
    on, off = bool(_ON.search(text)), bool(_OFF.search(text))
    if on == off:
        return True
    return act not in (_NEGATIVE if on else _POSITIVE)


def pointed_at(text: str) -> Iterator[Hint]:
    """Hints whose words occur in the text, in either language."""
    return (hint for hint in HINTS if hint.words.search(text))
