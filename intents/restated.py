"""An intent once more, about something else or with another value."""

import re
from datetime import UTC, datetime

from intents.asking import is_question
from intents.home.mention import TARGET, Slots
from intents.number.numeral import ENGLISH_NUMBER, HAN_DIGITS, NUMERAL, number, numbers
from intents.plan import PLANS
from intents.spans import DAY_ZH, MONTH_EN, times
from intents.values import read_values
from intents.vocabulary import Intent, Scalar
from intents.when import read_when
from intents.when.another_day import on_another_day
from intents.when.duration import UNITS, in_units
from intents.when.following import day_after, past_or_to
from intents.when.habit import read_habit

_LONGEST = 40  # characters of a value
_SOME_DAY = datetime(2026, 11, 20, 9, 0, tzinfo=UTC)
_TIMED = frozenset({"HassStartTimer", "HassIncreaseTimer", "HassDecreaseTimer", "SnoozeAlarm"})
_DATED = frozenset(
    {
        "SetAlarm",
        "SetReminder",
        "GetAlarms",
        "GetReminders",
        "CancelAlarm",
        "CancelReminder",
        "HassGetWeather",
    }
)
"""Intents with a slot `time`."""
LISTED = frozenset({"HassListAddItem", "HassShoppingListAddItem"})
"""Intents that one more item can be added to."""
_AMOUNTS = ("brightness", "percentage", "position", "volume_level", "temperature")
_ITEM = re.compile(
    r"(?!.*\b(?:i|you|it|that|do|don't|not|what|no)\b)[\w'-]+(?: [\w'-]+){0,2}|[㐀-鿿]{1,6}", re.IGNORECASE
)
"""What may be an item of a list: a few words and no sentence."""
_ITEMS = re.compile(r"\s*(?:,\s*(?:and\s+)?|\band\b|[，、])\s*", re.IGNORECASE)
_GET = re.compile(
    r"^(?:(?:also|please|get|buy|add|put|grab|need|we need|i need|we(?:'re| are) out of|some|any|an?)\s+)+",
    re.IGNORECASE,
)
_STEPS = {
    "brightness_step": ("HassLightSet", "brightness"),
    "temperature_step": ("HassClimateSetTemperature", "temperature"),
    "volume_step": ("HassSetVolume", "volume_level"),
}
"""A step to what it moves."""
_VALUE = re.compile(
    r"(?:to|at|for|about|a|percent|per cent|degrees?|celsius|minutes?|mins?|hours?|please"
    r"|[%％°度分之百成小时钟个秒seconds]|\s|[,.])+",
    re.IGNORECASE,
)
_HAN = f"(?:[{HAN_DIGITS}]+|\\d+)"
_NUMBER = rf"(?:\d{{1,2}}|{ENGLISH_NUMBER})"
_CLOCK = {
    "en": re.compile(
        rf"(?:(?:half(?: past)?|(?:a )?quarter (?:past|to)|{_NUMBER}(?: minutes?)? (?:past|to)) )?"
        rf"(?:\d{{1,2}}(?:[:.]\d\d)?|{ENGLISH_NUMBER})(?P<half> o'?clock| ?[ap]\.?m\b\.?)?",
        re.IGNORECASE,
    ),
    "zh": re.compile(rf"{_HAN}[点點](?:钟|半|一刻|三刻|{_HAN}分?)?|\d{{1,2}}[:：]\d\d"),
}
"""A time of day with its minutes."""
_DAY_EN = re.compile(
    r"(?:(?:on |the )?(?:day after )?tomorrow|(?:on |next |this )?(?:mon|tues|wednes|thurs|fri|satur|sun)day|"
    r"the \d{1,2}(?:st|nd|rd|th))(?P<part> (?:morning|afternoon|evening))?",
    re.IGNORECASE,
)
_DAYS_ZH = re.compile(
    f"每天|天天|每个?工作日|工作日|每个?周末|每周[一二三四五六日天、到至]+|{DAY_ZH.pattern}"
)
_DAY_PART = re.compile("(?:(?<=[天儿一二三四五六日末])(?:早上?|清晨|凌晨|上午|中午|下午|傍晚|晚上?))$")
DAY_ALONE = re.compile(rf"{_DAY_EN.pattern}|{_DAYS_ZH.pattern}", re.IGNORECASE)
"""A day and no hour of it."""
_DATE_EN = re.compile(
    r"\b(?:tomorrow|today|tonight|(?:mon|tues|wednes|thurs|fri|satur|sun)days?|weekdays?|weekends?|every|daily|"
    rf"each|morning|afternoon|evening|night|{MONTH_EN})\b|"
    r"\bthe [\w-]+(?:st|nd|rd|th)\b",
    re.IGNORECASE,
)
_MONTH_EN = re.compile(
    rf"\b(?:{MONTH_EN})(?: the)? [\w-]+(?:st|nd|rd|th)?|\b(?:the )?[\w-]+(?: of)? (?:{MONTH_EN})\b|"
    r"\bthe [\w-]+(?:st|nd|rd|th)\b|\b\d+(?:st|nd|rd|th)\b",
    re.IGNORECASE,
)
"""A day of a month."""
_HALF_EN = re.compile(r"in the (?:morning|afternoon|evening)", re.IGNORECASE)
_PART_ZH = re.compile("早上|早晨|上午|中午|下午|傍晚|晚上|夜里|凌晨")
_FOR = re.compile(r"\b(?:seconds?|minutes?|mins?|hours?)\b|秒|分钟|小时|钟头", re.IGNORECASE)
"""What makes a number a length of time."""
SAME_TIME = re.compile(
    r",? at the same time$|的?(?:同一|同样的?|一样的?)时间$|[，,]?时间不变$", re.IGNORECASE
)
_AT = re.compile(r"^(?:(?:at|for|to|on|um|uh|make it|let's say|say|about)\s+)+", re.IGNORECASE)


def is_retargetable(intent: Intent) -> bool:
    """Whether it can be about another device."""
    return intent.name in PLANS and PLANS[intent.name].thing is None


def aimed(intent: Intent, target: Slots) -> Intent:
    """The same about something else."""
    told = {ask.slot for ask in PLANS[intent.name].asks} if intent.name in PLANS else set()
    wanted = {
        slot: value
        for slot, value in intent.slots.items()
        if slot in told or (slot not in TARGET and slot != "except")
    }
    return Intent(intent.name, {**wanted, **target})


def revalued(intent: Intent, said: str, language: str) -> Intent | None:
    """The same with the value that was said; None when the words are no value that it takes."""
    if not said or len(said) > _LONGEST or is_question(said, language):
        return None
    if intent.name in _TIMED and "time" in intent.slots:
        return timed(intent, said, language)
    if intent.name in _TIMED:
        return lasting(intent, said, language)
    if intent.name in _DATED:
        return timed(intent, said, language)
    if intent.name in LISTED:
        item = _GET.sub("", said)
        items = [each for each in _ITEMS.split(item) if each]
        named = items and all(map(_ITEM.fullmatch, items))
        return Intent(intent.name, {**intent.slots, "item": item}) if named else None
    return _set(intent, said)


def _set(intent: Intent, said: str) -> Intent | None:
    """The same with another colour or amount."""
    color = read_values(said).color if "color" in intent.slots else None
    if color is not None:
        return Intent(intent.name, {**intent.slots, "color": color})
    slot = next((each for each in _AMOUNTS if isinstance(intent.slots.get(each), int | float)), None)
    value = _only_number(said)
    if value is None:
        return None
    step = next((each for each in _STEPS if each in intent.slots), None)
    if step is not None:
        name, slot = _STEPS[step]
        return Intent(name, {**_without(intent, step), slot: value})
    return Intent(intent.name, {**intent.slots, slot: value}) if slot else None


def lasting(intent: Intent, said: str, language: str) -> Intent | None:
    """The same for so long; a number alone counts what was counted before, else minutes."""
    when = read_when(said, language, _SOME_DAY)
    value = _only_number(said)
    seconds: float | None = None
    if when and when.kind == "duration":
        seconds = when.seconds
    elif value is not None and not re.search(r"[ap]\.?m|:|点|o'clock", said, re.IGNORECASE):
        unit = _unit(intent)
        seconds = float(value) * UNITS[unit]
    return (
        None
        if seconds is None or not 0 < seconds < 1e7
        else Intent(intent.name, {**_without(intent, *UNITS), **in_units(seconds)})
    )


def _unit(intent: Intent) -> str:
    """What it counts: minutes, where so many seconds are whole minutes."""
    unit = next((each for each in UNITS if intent.slots.get(each)), "minutes")
    seconds = intent.slots.get("seconds")
    whole = unit == "seconds" and isinstance(seconds, int | float) and seconds >= 60 and seconds % 60 == 0
    return "minutes" if whole else unit


def timed(intent: Intent, said: str, language: str) -> Intent | None:
    """The same at that time; a number alone takes the place of the one that was said before."""
    by_the_clock = language == "en" and said.casefold().startswith("at ")
    before = str(intent.slots.get("time") or "")
    said = day_after(said, before, language) or SAME_TIME.sub("", _AT.sub("", said)).strip()
    spans = times(said, language) if language == "zh" else ()
    said = next((span for span in spans if len(said) - 1 <= len(span) < len(said)), said)  # 四点开, 四点吧
    clock = _CLOCK["zh" if language == "zh" else "en"]
    if by_the_clock and _FOR.search(before) and clock.fullmatch(said):
        return Intent(intent.name, {**intent.slots, "time": _clock(said, language)})  # no "in five hours"
    if clock.fullmatch(said) or (NUMERAL.fullmatch(said) and number(said) is not None):
        return Intent(intent.name, {**intent.slots, "time": _renumbered(before, said, language)})
    if kept := past_or_to(said, before):
        return Intent(intent.name, {**intent.slots, "time": kept})
    if again := _again(said, before, language):
        return Intent(intent.name, {**intent.slots, "time": again})
    if not says_when(said, language):
        return None
    if dated := _that_day(said, before, language):
        said = dated
    slots = _without(intent, "more_time")
    return Intent(intent.name, {**slots, "time": said})


def _renumbered(before: str, said: str, language: str) -> str:
    """What was said before with another number: "seven" takes the place of "half past six" as well."""
    found = _CLOCK["zh" if language == "zh" else "en"].search(before)
    if found is None and language == "zh" and (day := DAY_ZH.match(before)) and not _FOR.search(before):
        return f"{day[0]}{_clock(said, language)}"
    if language == "en" and _DATE_EN.search(before) and not _FOR.search(before) and _only_a_day(before):
        return f"{before} at {said}"  # who says the hour later still means that day
    if found is None or _FOR.search(before):
        return NUMERAL.sub(said, before, count=1) if NUMERAL.search(before) else _clock(said, language)
    half = found.groupdict().get("half") or ""
    put = (
        said + half * (not re.search("[ap]\\.?m|clock", said)) if language == "en" else _clock(said, language)
    )
    return f"{before[: found.start()]}{put}{before[found.end() :]}"


def _only_a_day(before: str) -> bool:
    """Whether no hour was said of it: of what counts, only the day of a month."""
    clock = _CLOCK["en"].search(_MONTH_EN.sub(" ", before))
    return clock is None


def _again(said: str, before: str, language: str) -> str | None:
    """ "every weekday" at the time of day that was said before."""
    clock = _CLOCK["zh" if language == "zh" else "en"].search(before)
    habit = read_habit(said, language, _SOME_DAY) if clock and not NUMERAL.search(said) else None
    part = _PART_ZH.search(before) if habit and language == "zh" else None
    glue = (part[0] if part else "") if language == "zh" else " at "
    return f"{said}{glue}{clock[0]}" if habit and clock else None


def _that_day(said: str, before: str, language: str) -> str | None:
    """Another day at the time of day that was said before: 后天, behind 明天早上七点."""
    if often := on_another_day(before, said, language):
        return often
    return _that_day_zh(said, before) if language == "zh" else _that_day_en(said, before)


def _that_day_zh(said: str, before: str) -> str | None:
    clock, part = _CLOCK["zh"].search(before), _PART_ZH.search(before)
    day = _DAYS_ZH.match(before)
    if day and _PART_ZH.match(said) and not DAY_ZH.match(said):
        return f"{_DAY_PART.sub('', day[0])}{said}"
    if clock is None or _FOR.search(before) or not DAY_ZH.fullmatch(said):
        return None
    return f"{said}{part[0] if part and not _PART_ZH.search(said) else ''}{clock[0]}"


def _that_day_en(said: str, before: str) -> str | None:
    clock, days = _CLOCK["en"].search(_MONTH_EN.sub(" ", before)), _DAY_EN.fullmatch(said)
    if clock is None or days is None or _FOR.search(before):
        return None
    if days["part"]:  # tomorrow morning, said of seven in the evening
        return f"{said} at {clock[0].removesuffix(clock['half'] or '')}"
    half = _HALF_EN.search(before)
    return f"{said} at {clock[0]}{' ' + half[0] if half and half[0] not in clock[0] else ''}"


def says_when(said: str, language: str) -> bool:
    """Whether the words are a time, or a duration, and nothing else."""
    rest = SAME_TIME.sub("", _AT.sub("", said)).strip()
    return len(rest) <= _LONGEST and any(len(span) >= len(rest) - 1 for span in times(rest, language))


def says_other_time(intent: Intent, said: str, language: str) -> bool:
    """Whether the words are a time, of themselves or beside the one that was said: the day after."""
    before = str(intent.slots.get("time", ""))
    known = day_after(said, before, language) or past_or_to(said, before)
    return bool(known) or says_when(said, language)


def _clock(said: str, language: str) -> str:
    if re.search("[点點:：]", said):
        return said
    return f"{said}点" if language == "zh" else f"{said} o'clock"


def _only_number(said: str) -> float | int | None:
    """The number, when the words are a number and perhaps its unit."""
    found = numbers(said)
    rest = NUMERAL.sub("", said)
    if len(found) != 1 or (rest.strip() and not _VALUE.fullmatch(rest)):
        return None
    return int(found[0]) if found[0] == int(found[0]) else found[0]


def _without(intent: Intent, *slots: str) -> dict[str, Scalar | tuple[Scalar, ...]]:
    return {slot: value for slot, value in intent.slots.items() if slot not in slots}
