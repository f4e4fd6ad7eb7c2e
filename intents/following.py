"""The day after one that was said before: "the day after", 再后一天, behind a time that names its day."""

import re

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
_LAST = 27
"""The last day of a month that surely has a next one."""


_ENDINGS = {2: "nd", 3: "rd", 21: "st", 22: "nd", 23: "rd"}


def day_after(said: str, before: str, language: str) -> str | None:
    """The day that follows the one of `before`; None where the words say something else, or no day is known."""
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
