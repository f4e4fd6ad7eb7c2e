"""What people say in front of and behind the thing that they want to hear, taken away from its ends.

A title is free words, so that it is what stands around it that tells where it begins and where it stops. What
is known by name is never cut.
"""

import re
from functools import lru_cache

from intents.music.owner import is_person
from intents.music.words import genres, is_artist, titles

SOMEBODY = (
    "我们|咱们|我|咱|大家|孩子们|孩子|宝宝|宝贝|闺女|儿子|女儿|小朋友|爷爷|奶奶|姥姥|姥爷|外公|外婆|"
    "爸妈|爸爸|妈妈|老妈|老爸|爸|妈|媳妇儿?|老人|老伴|老公|老婆|他们|他|她|家人"
)
_DEED = "(?:播放|点播|朗读|朗诵|放|播|来|听|唱|整|念|讲|背|弹|点|换|搞|说)"
_UNIT = "(?:首|个|支|段|遍|下|曲|回|点|些|集|张|则|篇|场|出|轮|期|版|种|部|句)"
_COUNTED = rf"(?:[一几两]?{_UNIT}儿?)"
_LEAST = 2
"""Characters that must be left, unless they are a word for anything."""
_ANYTHING = frozenset("歌曲戏书啥")

_BEHIND = tuple(
    re.compile(rf"(?:{words})$")
    for words in (
        "[吧呗啊呀哦嘛哈啦咯喽哟嘞哇，,]+|(?<=[歌曲乐戏书])呢",
        "谢谢[你您]?|辛苦[你您]?了|拜托了?|劳驾了?",
        "(?:好|行|成|中|可以)(?:吗|么|嘛|不)|好不好|行不行|可不可以|成不成|怎么样",
        "(?<=..)(?:有没有|有没|有吗|有么|有不)",
        "(?<=..)(?:更新|出新的?|上新)了?(?:没有?|吗)",
        rf"(?:再|先|快|重新)?(?:给(?:{SOMEBODY})|帮我)再?{_DEED}{_COUNTED}?(?:听听?|看看)?",
        rf"(?:再|先|快|重新){_DEED}{_COUNTED}(?:听听?)?",
        rf"(?<=..)(?:放|播|唱){_COUNTED}(?:听听?)?",
        "(?<=.)(?:[放播唱讲念](?=来听))?(?:来?听一?[下会]儿?|来听听?|听听|放放|播播)",
        "(?<=..)给(?:我们?家?的?)?[^，给的]{1,4}?(?:来听|听)(?:听|一?下|一?会儿?)?(?:睡觉)?",
        f"给(?:{SOMEBODY})|(?<=..)给[^，给的]{{1,4}}(?:者|们|人|孩|友|家)",
        "(?:给我)?(?:[搞整嗨放唱听播响]|(?<=[歌乐曲]))起来|走起|安排上?|(?:放|播|唱)出来|[放整来]上",
        "(?<=..)一下子?",
        "(?<=[单台播目辑])(?:给我)?(?:打开|开一下|开开)",
        "(?<=..)(?<!不)要[^，的]{1,4}的",
        "的?声音?(?:别|不要).*|[大小]声点儿?",
        "(?<=.)(?:就行了?|就好了?|就可以了?|都行|都可以|也行|随便(?:哪[首个]|[放来听]+)?|即可)",
        "(?<=..)就是[^，]{2,}[那的个首]",
        rf"的?[那这](?:一|几|两)?{_UNIT}儿?(?:歌曲?|曲子|音乐|版本|节目|故事|的)?",
        "的?[那这]首(?:歌曲?|曲子|音乐)[^，]",
        "(?:之类|一类|这类|那类|类型|风格|什么)的(?:歌曲?|音乐|曲子)?",
        "(?<=[的歌曲乐戏事书子])(?:可|千万)?(?:不要|别|不能|不用|不想要|不带)[^，]{1,8}",
        "(?<=[歌曲乐戏事书])(?:要?(?:比较|特别|有点儿?|最|很|超|稍微)[^，的]{1,5}的?|"
        "[讲放唱播要来][^，]{1,4}(?:一?点儿?|一些)的?)",
        "(?:还是)?要?[那这]个[^，]{1,3}版本?的?",
        r"(?P<twice>[\u4e00-\u9fff]{2})(?P=twice)|(?P<deed>[提醒解散打助消陪压暖])(?P=deed)[^，的]",
        "(?:的)?最新(?:的)?(?:(?:一|那)?[期集首章回条])?|的?新一期|的?新单曲",
        "叫(?:啥|什么)(?:名字?)?(?:来着)?|来着",
    )
)  # fmt: skip
"""What may stand behind it, whatever it is."""
APPS = "(?:酷我|酷狗|网易云|[Qq]{2}|喜马拉雅|蜻蜓|咪咕)"
"""What plays on phones."""
_SOURCE = f"(?:蓝牙|[Uu]盘|本地|手机|车载|车上|{APPS})(?:音乐(?=里|上|中|的))?"
"""Where the music is to come from; whatever plays it has its own."""
_STAMMERED = re.compile(r"^(?P<who>.{2,6}?)(?P<of>的(?:歌曲?|音乐|作品))(?P=who)$")
"""Whose it is, said twice: 邓丽君的歌邓丽君."""
_AHEAD = tuple(
    re.compile(rf"^(?:{words})(?=..)")
    for words in (
        "歌曲(?![集库串])|音乐(?![会剧家节之盒广电频台里厅学课史书的放播])(?=..)|歌名叫?|"
        "歌手(?!与)|一首|那首|这首|那张|那部|那个|什么|名叫|叫做?(?!我|你|声)",
        "[^，的]{0,6}(?:最近|现在|正|特别|很|挺|最|超)(?:火|红|流行)的(?:那[首个])?",
        "(?:歌词|词)(?:里面?|中)?(?:是|有|叫)(?:一?句)?|有一?句(?:歌词|词)?(?:是|叫|唱)?|开头(?:是|唱的?是?)",
        "(?:播放)?列表里?的|[^，的]{0,3}收藏里?的",
        f"(?:{_SOURCE}(?:里面?|上面?|中)?的?)+(?=歌|音乐|曲|电台|广播|节目)|{_SOURCE}(?:里面?|上面?|中)的?",
    )
)
"""What may stand in front of it."""
_MEANT = re.compile("^(?P<how>[^，]{2,10}?)的那[首个种张支](?P<what>.{2,})$")
"""Something that is told by what it is to somebody: 学校里老师教的那首虫儿飞."""
_ASIDE = re.compile(
    "(?:我|咱|他|她|孩子|宝宝|大家|老人)们?(?:也|都|最|特别|可|就)?[会要想爱喜在得正没很好有快不听唱跟][^，]{0,8}$"
)
"""What somebody adds without a pause, behind a name that is known."""
_SUNG = re.compile(r"^唱(?:的是)?(?P<title>.{2,}?)的?$")
"""Words that somebody sings in it, where they point at a song: 唱敖包相会的那个."""
_POINTING = re.compile("的?[那这]一?[首个段支](?:歌曲?|曲子)?")


@lru_cache(128)
def ended(words: str) -> str:
    """The words without what is behind the thing."""
    before, words = None, _STAMMERED.sub(r"\g<who>\g<of>", words)
    while words != before and not is_called(words):
        before, words = words, _cut(words)
    return words


@lru_cache(128)
def begun(words: str) -> str:
    """The words without what is in front of the thing."""
    if (found := _MEANT.match(words)) and not is_person(found["how"]):
        words = found["what"]
    for ahead in _AHEAD:
        if not is_called(words):
            words = ahead.sub("", words)
    return words


def is_called(words: str) -> bool:
    """Whether it is known by these words."""
    return words in titles() or words in genres() or is_artist(words)


def _cut(words: str) -> str:
    for behind in _BEHIND:
        found = behind.search(words)
        if not found:
            continue
        left = words[: found.start()].rstrip("，, ")
        if (len(left) >= _LEAST or left in _ANYTHING or is_called(left)) and not ends_in_title(
            words, len(words) - found.start()
        ):
            sung = _SUNG.match(left) if _POINTING.fullmatch(found.group()) else None
            return sung["title"] if sung else left
    found = _ASIDE.search(words, _LEAST)
    left = words[: found.start()] if found else ""
    return left if left and _ends_known(left) and not ends_in_title(words, 1) else words


def _ends_known(left: str) -> bool:
    """Whether a name that is known is all of it, or stands at its end."""
    return is_called(left) or any(is_called(left[start:]) for start in range(1, len(left) - 1))


def ends_in_title(words: str, cut: int = 0) -> bool:
    """Whether it ends in a title that is known, to which what would be cut belongs: 邓丽君的何日君再来."""
    return any(words[-length:] in titles() for length in range(max(cut, 3), len(words)))
