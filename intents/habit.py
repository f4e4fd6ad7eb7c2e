"""What comes again, as people say it, completed from all of their words."""

import re
from dataclasses import replace
from datetime import datetime, time

from intents.recurrence import Recurrence
from intents.when import read_when
from intents.when_repeat import read_recurrence

_DAY_EN = "(?:mon|tues|wednes|thurs|fri|satur|sun)day"
_HOUR_ZH = "十?[一二两三四五六七八九十](?:点|时)"
_UNTIL = "(?: (?:to|through|till|until) |-)"
_REWORDED: dict[str, tuple[tuple[re.Pattern[str], str], ...]] = {
    "en": (
        (re.compile(r"\beveryday\b"), "every day"),
        (re.compile(r"\b(every|each) single\b"), r"\1"),
        (re.compile(rf"\b(?:(?:every|each|from|on) )*mondays?{_UNTIL}fridays?\b"), "weekdays"),
        (re.compile(r"\b(?:on )?the (\w+) of (?:every|each|the) month\b"), r"every month on the \1"),
        (re.compile(r"\b(?:every|each) (\d+(?:st|nd|rd|th)|first) of the month\b"), r"every month on the \1"),
        (re.compile(r"\bthe first\b"), "the 1st"),
    ),
    "zh": (
        (re.compile("天天|每日"), "每天"),
        (re.compile("每逢"), "每"),
        (re.compile("(?<!每)隔[一1]?天"), "每隔一天"),
        (re.compile("(?<![这下上])(?:每个?)?(?:周|星期|礼拜)一[到至](?:周|星期|礼拜)?五"), "每个工作日"),
        (re.compile(f"(每个?(?:周|星期|礼拜)[一二三四五六日天、和到至周]*?)({_HOUR_ZH})"), r"\1的\2"),
    ),
}  # fmt: skip
"""Ways to say it to the plainest one."""

_WEEKDAY = re.compile(rf"\b{_DAY_EN}|(?:周|星期|礼拜)[一二三四五六日天]")
_DATE = re.compile(
    r"\b(?:january|february|march|april|may|june|july|august|september|october|november|december)\b|月.+[日号]"
)
_BY_MOON = re.compile(r"初|农历|阴历")
"""Days of another calendar."""
_BY_DATE = ("week", "month", "year")


def read_habit(text: str, language: str, now: datetime) -> Recurrence | None:
    """When something comes again, with its time of day if the words say it anywhere; None for once."""
    words = text.lower()
    for pattern, plainer in _REWORDED.get(language, ()):
        words = pattern.sub(plainer, words)
    found = read_recurrence(words, language, now)
    if found is not None and found.step == "month" and _BY_MOON.search(words):
        return None
    if found is None or found.step not in ("day", *_BY_DATE):
        return found
    return _timed(_dated(found, words, language, now), words, language, now)


def _timed(found: Recurrence, words: str, language: str, now: datetime) -> Recurrence:
    """With the time of day, where it stands before what comes again."""
    if found.at is not None:
        return found
    said = read_when(words, language, now.replace(hour=0, minute=0, second=0, microsecond=0))
    if said is None or said.kind != "instant" or said.start is None:
        return found
    at = said.start.time()
    return found if at == time() else replace(found, at=at)


def _dated(found: Recurrence, words: str, language: str, now: datetime) -> Recurrence:
    """With the day of the week or of the year that stands beside it."""
    lacking = found.step in _BY_DATE and not found.weekdays and found.day is None
    beside = re.sub(
        r"\b(?:every|each) (?:other |\d+ )?(?:week|month|year)s?\b|每.*?[周月年]", " ", words, count=1
    )
    pattern = {"week": _WEEKDAY, "year": _DATE}.get(found.step)
    if not lacking or pattern is None or not pattern.search(beside):
        return found
    said = read_when(beside.strip(), language, now)
    if said is None or said.start is None:
        return found
    if found.step == "week":
        return replace(found, weekdays=frozenset({said.start.weekday()}))
    return replace(found, month=said.start.month, day=said.start.day)
