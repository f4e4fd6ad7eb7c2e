"""Times that leave out what was said before: "the day after", 再后一天, "quarter to"."""

import re

from intents.number.numeral import ENGLISH_NUMBER

_SAID = re.compile(
    r"(?:on )?the (?:(?:next|following) day|day after(?: that)?)|(?:再|改成|那)*(?:后一天|下一天|第二天)",
    re.IGNORECASE,
)
_WEEK = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_WEEK_ZH = "一二三四五六日一"
_NAMED = {
    "en": re.compile(
        rf"(?P<tomorrow>(?<!after )tomorrow)|(?P<today>today|tonight)|(?P<week>{'|'.join(_WEEK)})|"
        r"(?P<date>\d{1,2})(?:st|nd|rd|th)",
        re.IGNORECASE,
    ),
    "zh": re.compile(
        "(?P<tomorrow>明[天早晚儿])|(?P<today>今[天早晚儿])|(?:周|星期|礼拜)(?P<week>[一二三四五六日天])|"
        r"(?P<date>\d{1,2})[号日]"
    ),
}
"""Days whose next one is known without a calendar."""
_MINUTES = re.compile(
    rf"(?:(?:half|(?:a )?quarter|(?:\d{{1,2}}|{ENGLISH_NUMBER})(?: minutes?)?) past|"
    rf"(?:(?:a )?quarter|(?:\d{{1,2}}|{ENGLISH_NUMBER})(?: minutes?)?) to)",
    re.IGNORECASE,
)
_HOUR = re.compile(
    r"\b(?:1[0-2]|[1-9]|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)\b(?![:.]\d)",
    re.IGNORECASE,
)
_NO_HOUR = re.compile(
    r"\b(?:half|quarter|past|to|in|minutes?|hours?)\b|\d[:.]\d|\d(?:st|nd|rd|th)\b", re.IGNORECASE
)
"""What makes it doubtful which hour is meant."""
_LAST = 27
"""The last day of a month that surely has a next one."""


_ENDINGS = {2: "nd", 3: "rd", 21: "st", 22: "nd", 23: "rd"}


def day_after(said: str, before: str, language: str) -> str | None:
    """The day that follows the one of `before`; None where the words say else, or no day is known."""
    chinese = language == "zh"
    found = _NAMED["zh" if chinese else "en"].search(before) if _SAID.fullmatch(said.strip()) else None
    if found is None:
        return None
    if found["tomorrow"]:
        return "后天" if chinese else "the day after tomorrow"
    if found["today"]:
        return "明天" if chinese else "tomorrow"
    if found["week"]:
        return _next_weekday(found["week"], chinese=chinese)
    date = int(found["date"])
    if not 0 < date <= _LAST:
        return None
    return f"{date + 1}号" if chinese else f"the {date + 1}{_ENDINGS.get(date + 1, 'th')}"


def _next_weekday(name: str, *, chinese: bool) -> str:
    if chinese:
        return f"周{_WEEK_ZH[_WEEK_ZH.index(name.replace('天', '日')) + 1]}"
    return _WEEK[(_WEEK.index(name.lower()) + 1) % len(_WEEK)].capitalize()


def past_or_to(said: str, before: str) -> str | None:
    """`quarter to`, of the hour that was said before; None where that is no whole hour."""
    hours = _HOUR.findall(before)
    if not _MINUTES.fullmatch(said.strip()) or _NO_HOUR.search(before) or len(hours) != 1:
        return None
    return _HOUR.sub(lambda found: f"{said.strip()} {found[0]}", before)
