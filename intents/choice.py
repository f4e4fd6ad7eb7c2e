"""Which of several readings of the same words is meant, decided as Home Assistant decides."""

import re
from collections.abc import Iterable

from hassil.models import MatchEntity
from hassil.recognize import RecognizeResult

from intents.asking import READ_ONLY
from intents.number.numeral import ENGLISH_NUMBER
from intents.script import is_han
from intents.vocabulary import Match
from intents.when.en_clock import clock
from intents.when.en_words import plain

_ONLY_READ = frozenset({"binary_sensor", "device_tracker", "person", "sensor", "sun", "weather", "zone"})
"""Domains of devices that can only be looked at."""

_NO_LIST = re.compile(
    r"(?:(?:my|our|the) )?(?:contacts?|phone ?book|address(?: book)?|play|play ?lists?|e-?mail|mailing|"
    r"friends?|black|block(?:ed)?)|"
    r"(?:.* )?(?:from|off|on|of|to(?! ?do\b)) .*|联系人|通讯录|播放|歌曲?|黑名单|好友|邮件",
    re.IGNORECASE,
)
"""What is called a list and is none of things to get or to do, or is more than a name."""
_AWAITED = re.compile(
    "[离距]|(?:回家|到家|下班|放学|到站|到达|回|到)$|(?:我?(?:老[公婆]|爸|妈|儿子|女儿|闺女)|[他她]们?)$"
)
"""An hour that one waits for, or somebody."""
_EVENT_EN = re.compile(
    r"\b(?:begins?|starts?|ends?|due|arrives?|comes?|shows?|opens?|closes?|leaves?|gets?|is|are|am|i|we|"
    r"next|payday|"
    r"birthday|christmas|game|match|race|flight|bill|paycheck)\b",
    re.IGNORECASE,
)
"""What happens without a timer."""
_POINTS = re.compile(r"it|that|this|them|these|those|(?:this|that|the other) one", re.IGNORECASE)
_SPEAK = re.compile(
    r"(?:please )?(?:(?:can|could|let['’]?s|shall) (?:you|we|us)? ?|i(?:['’]d like| want| would like) to "
    r")?(?:please )?"
    r"(?:speak|talk|respond|answer|reply|chat)(?: (?:to|two|too|with) (?:me|us|you))?(?: please)?$",
    re.IGNORECASE,
)
"""What somebody wants to be done in another language."""
_HOUR_EN = re.compile(
    rf"(?:\d{{1,2}}(?:[:.]\d\d)?|{ENGLISH_NUMBER})(?: ?[ap]\.?m\b\.?| o['’]?clock)?", re.IGNORECASE
)
"""The end of a time and nothing to do: the eleven of "ten to eleven"."""
_AHEAD_EN = re.compile(
    r"\b(?:hours?|minutes?|half an hour) before (?!breakfast|lunch|dinner|bed)", re.IGNORECASE
)
"""So long before what is then, which is no part of what is to be done."""
_PAUSE = re.compile("[，,。；]")
_WHAT = re.compile("^(?:要|去|得)?买|什么|哪些|啥|[没完光]了|[你我]给|给我|帮我")
_MORE_EN = re.compile(
    r"(?:,|\b(?:so|and|then)\b) ?(?:please |can you |could you |will you |just |also )*"
    r"(?:put|add|remind|write|order|tell|set|turn|play|stop|open|close)\b|\b(?:my|the|our) (?:[\w-]+ "
    r"){0,2}list\b",
    re.IGNORECASE,
)
"""What no thing on a list is called: another order, or the list itself."""
_TELL = re.compile("[你您请快]*告诉我")
"""To tell something now, unless it is said when."""
_ANOTHER = re.compile("[点半刻号天后早晚](?:再)?(?:提醒|叫醒|叫|喊)我.")
"""One more reminder with a time of its own."""
_DRIVES = re.compile("开车(?![门锁窗])")
"""To drive is not to open the car."""
_LISTS = frozenset({
    "HassListAddItem", "HassShoppingListAddItem", "HassListCompleteItem", "GetList", "ClearList",
})  # fmt: skip

_CLIMATE = frozenset({"HassClimateGetTemperature", "HassClimateSetTemperature"})


def best(readings: Iterable[RecognizeResult], text: str = "") -> RecognizeResult | None:
    """The reading of `text` to act on, or None when there is no possible one.

    The order is that of `hassil.recognize_best` as Home Assistant calls it: sentences that name a device, the
    longest name first, then fewest wildcards, most literal text, least text in wildcards; behind these, a
    template that asks more of its context. Sentences without wildcards go before all others, and Home
    Assistant's before ours where both name the same device, except those of ours that are marked to go first.
    """
    possible = [
        reading for reading in readings if _is_possible(reading, text) and _is_unbroken(reading, text)
    ]
    return min(possible, key=_rank, default=None)


def _rank(reading: RecognizeResult) -> tuple[bool, bool, int, bool, int, int, int, int, str]:
    name = _named(reading)
    wild = [entity for entity in reading.entities_list if entity.is_wildcard]
    ours = (reading.intent_metadata or {}).get("ours")
    return (
        not ours,
        bool(wild),
        1 if name is None else -len(name.text),
        ours is not None,
        len(wild),
        -reading.text_chunks_matched,
        sum(len(entity.text) for entity in wild),
        -len(reading.intent_data.requires_context),
        reading.intent.name,
    )


def _named(reading: RecognizeResult) -> MatchEntity | None:
    name = reading.entities.get("name")
    return name if name is not None and not name.is_wildcard else None


def _is_possible(reading: RecognizeResult, text: str) -> bool:
    """Whether the device that is named could be meant: a sensor is never switched, only climate has one."""
    name, domain = _named(reading), reading.context.get("domain")
    if reading.intent.name in _LISTS and (_is_no_list(reading) or _asks_what(reading)):
        return False
    given = _is_countdown(reading) or _is_at_once(reading) or _asks_language(reading)
    if given or _is_no_task(reading, text) or _only_points(reading):
        return False
    if name is None or not name.text:
        return True
    if name.text == "车" and _DRIVES.search(text):
        return False
    if reading.intent.name in _CLIMATE:
        return domain == "climate"
    return reading.intent.name in READ_ONLY or domain not in _ONLY_READ


def _is_no_task(reading: RecognizeResult, text: str) -> bool:
    """Whether what to be reminded of is asked for itself: 告诉我今天的天气."""
    task = reading.entities.get("task")
    if task is None or not task.is_wildcard:
        return False
    told = reading.intent.name == "SetReminder" and "time" not in reading.entities and _TELL.match(text)
    value = str(task.value).strip()
    if "time" in reading.entities and _AHEAD_EN.search(value):
        return True
    if told or _ANOTHER.search(value):
        return True
    return bool(re.match("的|[也再都]$", value) or _HOUR_EN.fullmatch(value))


def _asks_language(reading: RecognizeResult) -> bool:
    """Whether it is to be spoken in another language from now on, and nothing to be translated."""
    text = reading.entities.get("text")
    return reading.intent.name == "Translate" and text is not None and bool(_SPEAK.match(str(text.value)))


def _is_at_once(reading: RecognizeResult) -> bool:
    """Whether an alarm would ring at once, or the hour that the time is compared with is none."""
    time, moment = reading.entities.get("time"), reading.entities.get("moment")
    if moment is not None:  # it is no o'clock at Christmas
        return clock(plain(f"at {moment.value}".lower())) is None
    return reading.intent.name == "SetAlarm" and time is not None and str(time.value).casefold() == "now"


def _is_countdown(reading: RecognizeResult) -> bool:
    """Whether what is called a timer is what one waits for: 离下班还有多久."""
    name = reading.entities.get("name")
    if name is None or not name.is_wildcard or reading.intent.name != "HassTimerStatus":
        return False
    return bool(_AWAITED.match(str(name.value)) or _EVENT_EN.search(str(name.value)))


def _only_points(reading: RecognizeResult) -> bool:
    """Whether what is taken for a name points at something: in "add five minutes to it" no timer is."""
    name = reading.entities.get("name")
    return name is not None and name.is_wildcard and bool(_POINTS.fullmatch(str(name.value).strip()))


def _is_unbroken(reading: RecognizeResult, text: str) -> bool:
    """Whether no name in it, of a place or a timer, reaches over a pause of the text: 明天出差，上海."""
    name = reading.entities.get("name")
    if name is None or not name.is_wildcard or not is_han(text):
        return True
    value = str(name.value).strip()
    said = re.search("[，,。；]?".join(map(re.escape, value)), text)
    return not _PAUSE.search(value) and (said is None or len(said.group()) == len(value))


def _asks_what(reading: RecognizeResult) -> bool:
    """Whether what is to be on the list is a word of a question, tells why it is, or asks for more."""
    item = reading.entities.get("item")
    if "Add" not in reading.intent.name or item is None:
        return False
    return bool(_WHAT.search(str(item.value)) or _MORE_EN.search(str(item.value)))


def _is_no_list(reading: RecognizeResult) -> bool:
    said = reading.entities.get("name")
    return said is not None and said.is_wildcard and bool(_NO_LIST.fullmatch(str(said.value).strip()))


def nearer(nearest: Match | None, match: Match) -> Match:
    """Of two readings with free words the surer; a translation stays as it was put: 你还没吃饭 has its 还."""
    if nearest is None:
        return match
    put = [intent.name for intent in nearest.intents] == ["Translate"]
    return match if match.confidence > nearest.confidence and not put else nearest
