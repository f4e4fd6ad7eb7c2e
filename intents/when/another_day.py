"""Another day of the week, or of the month, for what comes on one of them again and again."""

import re
from dataclasses import replace
from datetime import date

from intents.when.recurrence import Recurrence

_WEEKDAY_EN = "(?:mon|tues|wednes|thurs|fri|satur|sun)days?"
_NTH_EN = r"(?:\d{1,2}(?:st|nd|rd|th)|[a-z]+(?:-| )?(?:first|second|third|th))"
_WEEK = {
    "en": (
        re.compile(rf"(?:on |to |every )*(?P<day>{_WEEKDAY_EN})", re.IGNORECASE),
        re.compile(rf"(?<=every )(?P<day>{_WEEKDAY_EN})(?!,? (?:and|or) )", re.IGNORECASE),
    ),
    "zh": (
        re.compile("每?个?(?P<day>(?:周|星期|礼拜)[一二三四五六日天])"),
        re.compile("(?<=每|个)(?P<day>(?:周|星期|礼拜)[一二三四五六日天])(?![一二三四五六日天、和到至])"),
    ),
}
"""A day of the week as it is said alone, and as it stands in what comes every week."""
_MONTH = {
    "en": (
        re.compile(rf"(?:on |to )*(?:the )?(?P<day>{_NTH_EN})", re.IGNORECASE),
        re.compile(
            rf"(?P<day>\b{_NTH_EN})(?= (?:day )?of (?:every|each) month)|"
            rf"(?<=month on the )(?P<other>{_NTH_EN})",
            re.IGNORECASE,
        ),
    ),
    "zh": (
        re.compile(r"每?个?月?的?(?P<day>[一二三四五六七八九十\d]+[号日])"),
        re.compile(r"(?<=月|的)(?P<day>[一二三四五六七八九十\d]+[号日])(?![、和])"),
    ),
}
"""The same of a month."""
_OFTEN = re.compile(r"每|\b(?:every|each)\b", re.IGNORECASE)


def on_another_day(before: str, said: str, language: str) -> str | None:
    """The words for what comes again, with that day for theirs; None where either is no such day."""
    known = "zh" if language == "zh" else "en"
    for alone, within in (_WEEK[known], _MONTH[known]) if _OFTEN.search(before) else ():
        day, theirs = alone.fullmatch(said.strip()), within.search(before)
        if day and theirs:
            return before[: theirs.start()] + day["day"] + before[theirs.end() :]
    return None


def again_on(habit: Recurrence | None, said: str, day: date | None) -> Recurrence | None:
    """What comes on one day of every week or month, on that other; None where no such day is said."""
    if habit is None or day is None:
        return None
    if habit.step == "week" and len(habit.weekdays) == 1 and _is_alone(_WEEK, said):
        return replace(habit, weekdays=frozenset({day.weekday()}))
    monthly = habit.step == "month" and habit.day is not None and not habit.days
    return replace(habit, day=day.day) if monthly and _is_alone(_MONTH, said) else None


def _is_alone(days: dict[str, tuple[re.Pattern[str], re.Pattern[str]]], said: str) -> bool:
    return any(alone.fullmatch(said.strip()) for alone, _ in days.values())
