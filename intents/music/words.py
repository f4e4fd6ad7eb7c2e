"""Names, titles and genres that people in China ask for, from `data/music_zh.yaml`; moods and occasions."""

import re
from functools import cache
from importlib.resources import files

import yaml  # type: ignore[import-untyped]  # ships no types

_OCCASION = (
    "睡觉|睡前|入睡|助眠|催眠|安眠|起床|早晨|清晨|早上|上午|中午|下午|傍晚|晚上|夜晚|深夜|午后|周末|吃饭|做饭|下厨|喝茶|喝咖啡|看书|读书|学习|写作业|作业|"
    "工作|上班|加班|通勤|开车|坐车|路上|旅行|跑步|运动|健身|锻炼|瑜伽|冥想|打坐|散步|走路|洗澡|泡澡|打扫|家务|聚会|派对|婚礼|生日|过年|春节|新年|"
    "圣诞|中秋|国庆|下雨|雨天|冬天|夏天|春天|秋天|约会|失恋|分手|放松|解压|减压|减肥|哄|孩子|宝宝|小孩|儿童|老人|广场|咖啡馆|酒吧"
)
_MOOD = (
    "安静|欢快|轻松|舒缓|柔和|温柔|温馨|浪漫|伤感|悲伤|忧伤|难过|开心|快乐|高兴|喜庆|热闹|动感|劲爆|嗨|燃|激情|励志|治愈|甜|抒情|怀旧|复古|经典|"
    "流行|热门|火|新|老|好听|慢|快|舒服|放松|清新|小清新|文艺|悠闲|悠扬|优美|轻快|活泼|可爱|搞笑|吉祥|喜气|恐怖|随便|静|吵|有节奏|带劲|提神|合适|能?让人[^的]+|振奋|解闷|提气|精神|阳光|梦幻|空灵|激昂|豪迈|带感|慵懒|温暖|忧郁|催泪|土嗨|洗脑|解乏"
)
_ORIGIN = (
    "[中法德英美韩泰俄]国|意大利|俄罗斯|苏联|西班牙|葡萄牙|巴西|墨西哥|古巴|日本|印度|非洲|欧洲|美洲|亚洲|阿拉伯|爱尔兰|北欧|"
    "蒙古|内蒙古?|西藏|新疆|云南|陕北|东北|台湾|香港|港台|内地|大陆|闽南|客家|江南|西北|草原|少数民族|[^我你他她的这那么什]{1,3}[语文话]|外国|国外|民族|中外|过去|以前|从前|那时候"
)
"""Where, in which language, or when music was made."""
_GENRE_LIKE = re.compile(
    rf"适合|节奏|旋律|的时候|时听|听着|年代|[零〇一二三四五六七八九十\d]0?后$|(?:{_OCCASION})|"
    rf"^(?:{_ORIGIN})$|"
    rf"^(?:比较|特别|最近|最|很|超|更|有点|稍微)?(?:{_MOOD})(?:一?点儿?|一些|些)?$"
)

_MOODY = re.compile(
    rf"(?:比较|特别|最近|最|很|超|更|有点|稍微)?(?:{_MOOD})(?:一?点儿?|一些|"
    rf"些)?的?(?<!甜的)(?<!甜)(?<!新的)|适合.+|.+听的?"
)
_FOREIGN = re.compile(
    "^(?:[^的]{1,2}国|意大利|俄罗斯|苏联|西班牙|奥地利|日本|印度|北京|上海|天津|传统|经典|著名)(?=歌剧|舞剧|音乐剧|.{0,1}[剧戏])"
)
"""Where a play is from: 意大利歌剧."""

_TOGETHER = re.compile("[和跟与、]")


@cache
def artists() -> tuple[str, ...]:
    """Names of singers, bands and storytellers, the longest first."""
    return _listed("artists")


@cache
def genres() -> tuple[str, ...]:
    """Names of kinds of music and of storytelling, the longest first."""
    return _listed("genres")


@cache
def titles() -> frozenset[str]:
    """Songs, pieces, stories and programmes."""
    return frozenset((*_listed("titles"), *_listed("stories")))


def _listed(part: str) -> tuple[str, ...]:
    text = files("intents").joinpath("data/music_zh.yaml").read_text(encoding="utf-8")
    return tuple(sorted(yaml.safe_load(text)[part].split(), key=lambda name: -len(name)))


def is_artist(words: str) -> bool:
    """Whether the words are one name that is known, or several."""
    return bool(words) and all(name in artists() for name in re.split("和|跟|与|、", words))


def artist_before(words: str) -> tuple[str, str] | None:
    """A known name that the words begin with, and what follows."""
    for name in artists():
        if words.startswith(name) and len(words) > len(name):
            rest = words[len(name) :]
            other = _TOGETHER.match(rest)
            if other and (more := artist_before(rest[other.end() :])) and more[0] in artists():
                return words[: len(words) - len(more[1])].removesuffix("的"), more[1]
            return name, rest.removeprefix("的")
    return None


def is_genre(words: str) -> bool:
    """Whether the words are a kind of music, a mood or an occasion, rather than a title or a name."""
    bare = re.sub("(?:音乐|歌曲|歌|曲子|曲|乐)$", "", words)
    return bool(words) and (words in genres() or bare in genres() or bool(_GENRE_LIKE.search(words)))


def is_mood(words: str) -> bool:
    """Whether the words say no more than how it is to be, or when it is to be heard."""
    return bool(_MOODY.fullmatch(words))


def genre_before(words: str) -> tuple[str, str] | None:
    """The kinds of music that the words begin with, and the title that follows: 英文老歌昨日重现."""
    kinds, rest = "", _FOREIGN.sub("", words)
    while found := _kind_before(rest):
        kinds, rest = kinds + found, rest[len(found) :].removeprefix("的")
    return (kinds, rest) if kinds else None


def _kind_before(words: str) -> str | None:
    for name in genres():
        if len(name) > 1 and words.startswith(name):
            kind = f"{name}曲" if words.startswith(f"{name}曲") else name
            if len(words) > len(kind) + 1 and words[len(kind)] != kind[-1]:  # 英文文 is somebody
                return kind
    return None
