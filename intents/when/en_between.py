"""English ranges: from nine to eleven, Monday to Friday, the 13th to the 15th of July."""

import re
from dataclasses import replace
from datetime import date, datetime, timedelta

from intents.when.en_clock import clock, part
from intents.when.en_day import MONTH, WEEKDAY, day, month_number, without_day
from intents.when.parts import (
    SECONDS,
    Clock,
    Moment,
    Part,
    Span,
    at,
    by_day,
    coming,
    instant,
    midnight,
    through,
)

_RANGE = re.compile(
    r"(?:\b(?:from|between) )?(?P<a>.+?)\s?(?:-|–|(?<=\d)/(?=\d{4})|\bto\b|\band\b|"
    r"\bth?rough?\b|\bthru\b|\bunti?ll?\b|\btill?\b)"
    r"\s?(?P<b>.+)"
)
_FULL = re.compile(
    r"(\d{4}-\d\d-\d\d)[ t](\d\d:\d\d(?::\d\d)?)\s?(?:/|to|-)\s?(\d{4}-\d\d-\d\d)[ t](\d\d:\d\d(?::\d\d)?)"
)
_NO_RANGE = re.compile(r"\b(?:quarter|minutes?|(?<![:\d])[1-5]?[05]) to (?:\d|noon|midnight)|\d-\d+-\d")
"""Minutes to an hour, or a date."""
_MARKED = re.compile(r"[:h]|\b(?:from|between|at|am|pm|a\.m|p\.m|o'clock|noon|midnight)\b|\d[ap]m?\b")
"""What makes two bare numbers times."""


def between(words: str, now: datetime) -> Span | None:
    """From nine to eleven on Thursday; from the 13th to the 15th of July."""
    words = re.sub(r"\b(?:later than|after) (.+?) but before ", r"from \1 to ", words)
    if full := _FULL.fullmatch(words):
        return _full(full, now)
    match = _RANGE.search(words)
    if not match or (_NO_RANGE.search(words) and not re.search(r"\b(?:from|between) ", words)):
        return None
    if re.fullmatch(r"\d{1,2} ?[-/] ?\d{1,2}", words):
        return None  # a date
    first, last = clock(without_day(match["a"])) or _bare(match["a"]), clock(without_day(match["b"]))
    if first and not last:
        last = _bare(match["b"])
    if not first or not last:
        return _dates_between(match["a"], match["b"], now)
    where, named = day(words, now.date()), part(words)
    if not (where or named or _MARKED.search(words)):
        return None
    first, last = _same_half(*_in_part(first, last, named))
    start, end = _placed(first, last, where, now)
    grain = min(first.grain, last.grain, key=lambda each: SECONDS[each])
    return through(start, end, grain) if end > start else None


def _in_part(first: Clock, last: Clock, named: Part | None) -> tuple[Clock, Clock]:
    """Both in the part of the day that was named; nine to five without one is by day."""
    if first.half or last.half or max(first.hour, last.hour) > 12:
        return first, last
    if named in ("afternoon", "evening", "night"):
        return replace(first, half="pm" if first.hour <= last.hour else None), replace(last, half="pm")
    if named == "morning":
        return replace(first, half="am"), replace(last, half="am")
    if last.hour < first.hour and 5 <= first.hour <= 11:
        return replace(first, half="am"), replace(last, half="pm")
    if by_day(first).half and first.hour < last.hour:
        return replace(first, half="pm"), replace(last, half="pm")
    return first, last


def _placed(first: Clock, last: Clock, where: date | None, now: datetime) -> tuple[datetime, datetime]:
    """The two times on the day that was said; without one, the next that is not over."""
    start, end = (instant(Moment(where or now.date(), time), now) for time in (first, last))
    if end <= start and (last.half == "am" or first.hour > 12):
        end += timedelta(days=1)
    if where is None and first.half is None and first.hour <= 12 and start < now:
        length = end - start
        start = instant(Moment(None, first), now)
        return start, start + length
    days = timedelta(days=1 if where is None and end <= now else 0)
    return start + days, end + days


def _bare(words: str) -> Clock | None:
    """A number that only its place makes an hour."""
    words = re.sub(rf"\b(?:{WEEKDAY}|this|next|on|today|tonight|tomorrow)", " ", words)
    number = re.fullmatch(r"(?:(?:from|between|at)\s+)*(\d{1,2})", words.strip())
    return Clock(int(number[1]), grain="hour") if number and int(number[1]) <= 24 else None


def _full(match: re.Match[str], now: datetime) -> Span | None:
    days = day(match[1], now.date()), day(match[3], now.date())
    times = clock(match[2]), clock(match[4])
    if not (days[0] and days[1] and times[0] and times[1]):
        return None
    start, end = (
        at(where, time, None, now) for where, time in zip(days, times, strict=True) if where and time
    )
    return through(start, end, times[1].grain)


def _same_half(first: Clock, last: Clock) -> tuple[Clock, Clock]:
    """What one side says of morning and afternoon holds for the other where that makes sense."""
    if (
        first.half is None
        and last.half is not None
        and first.hour <= 12
        and (first.hour <= last.hour or last.hour == 12)
    ):
        first = replace(first, half=last.half)
    if last.half is None and first.half is not None:
        last = replace(last, half="pm" if last.hour <= first.hour else first.half)
    elif last.half is None and last.hour < first.hour <= 12:
        last = replace(last, hour=last.hour + 12)
    return first, last


def _dates_between(first: str, last: str, now: datetime) -> Span | None:
    """From the 13th to the 15th of July; Monday to Friday."""
    begin, end = _side(first, last, now.date()), _side(last, first, now.date())
    if begin is None or end is None:
        return None
    if end < begin and re.search(WEEKDAY, last):
        end += timedelta(weeks=-((end - begin).days // 7))
    if end < begin:
        return None
    return through(midnight(begin, now), midnight(end, now), "day")


def _side(words: str, other: str, today: date) -> date | None:
    """The day that one side names; a bare number is of the month that the other names."""
    number = re.fullmatch(r"(?:(?:from|between|on|of|the) )*(\d{1,2})(?:st|nd|rd|th)?", words.strip())
    month = re.search(rf"\b{MONTH}", other)
    if number and month:
        return coming(month_number(month[0]), int(number[1]), today)
    return day(words.strip(), today) if not number else None
