"""English times of day."""

import re
from typing import Literal

from intents.when.parts import Clock, Part, Unit

_PARTS: dict[str, Part] = {
    "morning": "morning",
    "afternoon": "afternoon",
    "evening": "evening",
    "night": "night",
    "tonight": "night",
    "lunch": "lunch",
    "after lunch": "after_lunch",
    "after work": "after_work",
    "after school": "after_school",
    "dawn": "daybreak",
    "dusk": "dusk",
}
_CLOCK = re.compile(
    r"(?<![\d./:])(?<!\d-)(?P<hour>\d{1,2})"
    r"(?:(?::|h|\.(?=[0-5]\d(?!\d))|(?<=\d)[ -](?:oh |o |0[ -]|0)?)"
    r"(?P<minute>[0-5]?\d)(?!\d)(?::(?P<second>[0-5]\d))?|h\b)?"
    r"(?:\s?o'?\s?clock)?(?:\s?(?P<half>[ap])\.?\s?m?\b\.?)?(?![\d/-]|\.\d)"
)
_PAST = re.compile(
    r"\b(?:(?P<half>half)|(?:a )?(?P<quarter>quarter)|(?P<n>\d{1,2}) minutes?|"
    r"(?P<late>\d{1,2})(?= past| after)|(?P<round>[1-5]?[05])) "
    r"(?P<way>past|after|to|before|till) (?P<rest>.+)"
)
_HALF = re.compile(
    r"\bhalf (?=(?:[1-9]|1[0-2])(?:$|[,.]| ?[ap]\.?m\b| (?:tomorrow|today|tonight|in the|on|this|next|"
    r"every|sharp|please|mon|tue|wed|thu|fri|sat|sun)))"
)
"""Half six is half past six."""
_BEFORE = re.compile(r"(?:\bat|@|\bby|\bfor|^|\bfrom|\buntil|\bbetween)\s?$")
_MEASURED = re.compile(
    r"(?: more| less| fewer| and)?[ -]?(?:%|(?:st|nd|rd|th|s|m|d|y|secs?|mins?|hrs?|and)\b|an? |"
    r"(?:second|minute|hour|day|week|month|year|quarter|qtr|upcoming|degree|percent|fri|sat|sun|mon|tue|wed|thu))"
)
"""What makes a number a quantity and no hour."""
_AFTER_BARE = re.compile(
    r"\s*(?:$|[,.;!?]|(?:at|in|on|for|from|to(?! \d)|and|or|this|next|tomorrow|today|tonight|sharp|please|"
    r"every|each|week|morning|afternoon|evening|night|o'clock|then|with|called|daily)\b)"
)
"""What can follow a number that no "at" makes an hour."""
_RUN_TOGETHER = re.compile(
    r"\b(?:at|by|until|till|@) ([1-9])([0-5]\d)"
    r"(?=$|,| (?:in the|on|today|tonight|tomorrow|every|this|please)\b)"
)
"""Half past seven, as recognition writes it: 730."""
_SETTING = re.compile(
    r"\b(?:volume|temperature|brightness|level|speed|channel|thermostat|heating|dimmer|fan|lights?|lamp|ac)"
    r" (?:up |down |is )?(?:at|by)\s?$|\b(?:up|down|increase|decrease|raise|lower|more|less)(?: \w+)* by\s?$"
)
"""What has a number that is no hour."""


def part(words: str) -> Part | None:
    """The part of the day that is named."""
    match = re.search(
        r"\b(after (?:lunch|work|school)\b|morning|afternoon|evening|tonight|night|lunch|dawn\b|dusk\b)",
        words,
    )
    return _PARTS[match[1]] if match else None


def clock(words: str) -> Clock | None:
    """The first time of day in plain words, the date left out."""
    words = re.sub(r"\b(?:mid ?day|noon)\b", "12 pm", words)
    words = re.sub(r"\bmidnight\b", "12 am", words)
    words = re.sub(r"(?<=\d) in the ([ap])m\b", r" \1m", words)
    words = _HALF.sub("half past ", words)
    if (past := _PAST.search(words)) and (
        base := clock(past["rest"] if past["round"] else "at " + past["rest"])
    ):
        minutes = (
            30 if past["half"] else 15 if past["quarter"] else int(past["n"] or past["late"] or past["round"])
        )
        return _off(base, minutes if past["way"] in ("past", "after") else -minutes)
    if figures := re.search(
        r"(?:\b(?:at|by|from|until|about|@) |^(?=0))([01]\d|2[0-3])([0-5]\d)\b(?! \w+ \d)", words
    ):
        half: Literal["am"] | None = "am" if re.match("0[1-9]", figures[1]) else None
        return Clock(int(figures[1]), int(figures[2]), half=half)
    if run := _RUN_TOGETHER.search(words):
        return Clock(int(run[1]), int(run[2]))
    if compact := re.search(r"\b(\d{1,2})([0-5]\d)\s?(?:([ap])\.?m)", words):
        return _valid(int(compact[1]), int(compact[2]), 0, compact[3])
    return next((said for match in _CLOCK.finditer(words) if (said := _said(match, words))), None)


def _off(base: Clock, minutes: int) -> Clock:
    """So many minutes past or before an hour."""
    hour = base.hour % 12 + (12 if base.half == "pm" else 0) if base.half else base.hour
    hour, minute = divmod((hour * 60 + base.minute + minutes) % 1440, 60)
    if base.half is None:
        return Clock(hour, minute)
    return Clock((hour - 1) % 12 + 1, minute, 0, "am" if hour < 12 else "pm")


def _said(match: re.Match[str], words: str) -> Clock | None:
    """The time, unless the number is none: a bare one needs a word like "at" before it."""
    bare = match["minute"] is None and match["half"] is None and not re.search(r"h\b|clock", match[0])
    if match["half"] is None and "." in match[0] and _MEASURED.match(words[match.end() :]):
        return None  # one and a quarter, of something
    if bare and not _is_hour(words[: match.start()], words[match.end() :]):
        return None
    half = match["half"] or ("a" if re.match("0[1-9]:", match[0]) else None)
    grain: Unit = "second" if match["second"] else "minute" if match["minute"] else "hour"
    return _valid(int(match["hour"]), int(match["minute"] or 0), int(match["second"] or 0), half, grain)


def _is_hour(before: str, after: str) -> bool:
    """Whether what stands around a bare number makes it an hour."""
    introduced = _BEFORE.search(before)
    if not introduced or _MEASURED.match(after) or _SETTING.search(before):
        return False
    return bool(introduced[0].strip() not in ("", "by", "for") or _AFTER_BARE.match(after))


def _valid(hour: int, minute: int, second: int, half: str | None, grain: Unit = "minute") -> Clock | None:
    if hour > 24 or minute > 59 or (half and not 0 < hour <= 12):
        return None
    return Clock(hour, minute, second, "am" if half == "a" else "pm" if half == "p" else None, grain)
