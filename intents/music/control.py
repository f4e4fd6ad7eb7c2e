"""What is to be done to what plays, with whatever reason is said in the same breath: 别唱了吵到宝宝."""

import re
from collections.abc import Callable, Iterator

from intents.music.listening import GUESSED, listening
from intents.music.words import is_genre
from intents.recognize import WILD
from intents.vocabulary import Intent, Match, Route

SURE = 0.8
"""Confidence: the deed is named, and the rest is no other."""

_LEAD = (
    "(?:[嗯呃啊哎诶喂欸唉]+|那个?|就|先|快|赶紧|请|麻烦[你您]?|帮我|给我|[你您]|"
    "可以|能不能|能|让|行了?|好了?|够了?|算了)*"
)
_TAIL = "(?:[吧啦了呗啊呀哦哈嘛喽咯]|谢谢[你您]?|[行好]吗|可以吗|好不好)*"
_WHY = "(?P<why>.{2,12})?$"
_MEDIA = "(?:歌曲?|音乐|曲子?|故事|评书|相声|小品|戏曲?|广播|播客|节目|新闻|儿歌)儿?"
_THAT = "(?:[这那]一?[首个段支]?)?"
_NOT = "(?:别|甭|不要|不用|不想|莫|休)(?:再|给我|让它)*"
_SAID = "(?:播放|放|唱|播|讲|念|听|奏|吵|闹)"
_SOUND = (
    "(?:音箱|电视|音响|音乐|歌)?的?(?:声音|声儿|音量|动静|嗓门|音)"
    "(?:给我|再|稍微|能|可以|调|开|关|弄|放|拧|整|搞)*"
)
_STEPS = "(?:[一两二三四五几]?[格档点级]|一?些)?"
_BIT = "(?:一?(?:点点|点|些|丢丢|咪咪)儿?)"
_FORMS: tuple[tuple[re.Pattern[str], Intent], ...] = tuple(
    (re.compile(f"^{_LEAD}{words}{_TAIL}{_WHY}"), intent)
    for words, intent in (
        (f"{_NOT}{_SAID}{_THAT}(?:{_MEDIA}[了啦]?|[了啦])", Intent("HassMediaPause")),
        (f"把?{_THAT}(?P<what>[^，把那这声灯]{{1,5}}?)(?:给我|先)?(?:停|掐|暂停)(?:一下|一?会儿?|了|掉|"
         f"上)+", Intent("HassMediaPause")),
        (f"把?{_SOUND}[小低轻细弱]{_BIT}", Intent("HassSetVolumeRelative", {"volume_step": "down"})),
        (f"把?{_SOUND}[大高响]{_BIT}", Intent("HassSetVolumeRelative", {"volume_step": "up"})),
        (f"再?(?:小{_BIT}?声|小声){_BIT}?", Intent("HassSetVolumeRelative", {"volume_step": "down"})),
        (f"再?(?:大{_BIT}?声|大声){_BIT}?", Intent("HassSetVolumeRelative", {"volume_step": "up"})),
        ("(?:切|跳)(?:到?下?一?[首曲]|个?歌)", Intent("HassMediaNext")),
        ("跳过(?:[这那]一?[首个段条]?)?(?:歌|广告|故事|新闻|片头)?(?=[了吧呗]*$)", Intent("HassMediaNext")),
        (f"[调降](?:低|小){_STEPS}的?(?:音量|"
         f"声音)", Intent("HassSetVolumeRelative", {"volume_step": "down"})),
        (f"[调提升](?:高|大){_STEPS}的?(?:音量|"
         f"声音)", Intent("HassSetVolumeRelative", {"volume_step": "up"})),
        ("换(?:一?[首个]|下一[首个])?(?:歌|别的|其他的|下一首)", Intent("HassMediaNext")),
        ("(?:播放|放|播|来|听)?下一?[首曲](?:歌曲?)?", Intent("HassMediaNext")),
        ("(?:可以)?(?:继续|接着)(?:播放|放|播|唱|讲|听)?(?=[了吧呗啊呀]*$)", Intent("HassMediaUnpause")),
        ("播放(?=[吧啊呀]*$)", Intent("HassMediaUnpause")),
        ("(?:静(?:个|一下|一会儿)?音|消个?音)", Intent("HassMediaPlayerMute")),
    )
)  # fmt: skip
_BRIEF = frozenset({"HassMediaPlayerMute", "HassMediaNext", "HassMediaPrevious"})
"""What is said in so few words that other words begin like it: 静音寺怎么走 asks the way."""
_SIGN = re.compile("[我你他她它咱宝孩爸妈爷奶老人睡吵听说电话会在要太了着不没难好烦困累有想得]")
"""What a reason has."""
_LEVEL = re.compile(
    f"^(?P<order>{_LEAD}把?{_SOUND}(?:到|成|"
    f"为)(?:百分之)?[零一二三四五六七八九十百\\d]+%?){_TAIL}(?P<why>.{{2,12}})$"
)
_AFTERWARDS = re.compile(
    "了(?:以后|之后|后|就)?自动(?:给我)?(?:停|关|暂停)|"
    "(?:[一两三四五六七八九十几半\\d]+[首个集段遍]|结束|放到.{0,4}完)(?:了|以后|之后|后|就)+(?:给我|自动)?(?:停|关|别|不[用要放]|暂停|歇|睡)|"
    "[播放听唱讲念说]完(?!了(?!就)|整)[^，]{0,6}?(?:就|再|以?后)?(?:给我|自动|帮我)?"
    "(?:停|关[了掉上]|别再?[放播唱讲]|不[用要想]?[放播唱讲听]|暂停|歇)"
)
"""What is to end when something has ended: 听完这首歌就停."""
_TWICE = re.compile("(?P<order>.{3,8}?)[，,]?(?P=order)[吧嘛啊]?")
_NO_WHY = re.compile(
    "^(?:就|才|的|得|多少|还是|或者|和|跟|也)|等|以后|之后|的时候|时候|如果|要是|[点分秒]钟|小时|但|可是|不过|怎么|吗|别(?!人)|不要|"
    "打开|关|换|播|放(?!假|学)|来[点首段个]|听[一首点]|再|取消|定|设|提醒|[他她]|说"
)
"""What is more than a reason."""


_STOPPED = frozenset({"HassMediaNext", "HassMediaPause"})
"""What is done to what plays where something else is wished for instead."""


def ordered(text: str, plain: Match | None, recognize: Callable[[str], Match | None]) -> Match | None:
    """What is to be played rather than what plays, or what is to be done to that, whatever the reason.

    `plain` is what the words say when they are put plainly, `recognize` what an order says.
    """
    if plain and plain.intents[0].name in _STOPPED:  # 我不要听这首我要听爱莎公主的歌
        wish = listening(text)
        return wish if wish and wish.confidence > GUESSED else None
    if plain:
        return None
    found = map(recognize, _plainer(text))
    return next((match for match in found if match and match.confidence > WILD), controlled(text))


def controlled(text: str) -> Match | None:
    """What the words order of the player; None where they order something else besides, or nothing."""
    said = text.strip("。！!，, ").replace("，", "").replace(",", "")
    if _AFTERWARDS.search(said):
        return Match((Intent("Automate"),), SURE, Route.FAST, "zh")
    for form, intent in _FORMS:
        found = form.match(said)
        why = (found["why"] or "") if found else ""
        odd = why and intent.name in _BRIEF and not _SIGN.search(why)
        if found and _is_reason(why) and _plays(found) and not odd:
            return Match((intent,), SURE, Route.FAST, "zh")
    return None


def _plainer(text: str) -> Iterator[str]:
    """An order that is said twice, once; one for a volume without the reason that follows."""
    if twice := _TWICE.fullmatch(text):
        yield twice["order"]
    found = _LEVEL.match(text)
    if found and _is_reason(found["why"]):
        yield found["order"]


def _is_reason(why: str) -> bool:
    return not _NO_WHY.search(why)


def _plays(found: "re.Match[str]") -> bool:
    what = found.groupdict().get("what")
    return what is None or bool(re.fullmatch(_MEDIA, what)) or is_genre(what)
