"""English times and durations."""

import re
from dataclasses import replace
from datetime import datetime, timedelta

from intents.when_en_clock import clock, part
from intents.when_en_day import MONTH, day, month_number, nth_in, without_day
from intents.when_en_words import AMOUNT, UNIT, duration, plain, unit
from intents.when_parts import (
    Clock,
    Moment,
    Span,
    coming,
    instant,
    midnight,
    part_of,
    safe_date,
    shifted,
    stretch,
    whole,
)

_RANGE = re.compile(
    r"(?:\b(?:from|between) )?(?P<a>.+?)\s?(?:-|–|\bto\b|\band\b|"
    r"\bth?rough?\b|\bthru\b|\bunti?ll?\b|\btill?\b)"
    r"\s?(?P<b>.+)"
)
_NO_RANGE = re.compile(r"\b(?:quarter|minutes?|(?<![:\d])\d{1,2}) to \d|\d-\d+-\d")
"""Minutes to an hour, or a date."""
_WHOLE = re.compile(
    r"\b(?P<way>this|current|next|coming|following|upcoming|last|past|previous) "
    r"(?P<unit>week|month|quarter|qtr|year|yr)\b"
)
_STRETCH = re.compile(rf"\b(?P<way>next|coming|following|last|past|previous) (?P<n>\d+) {UNIT}")
_BACK = re.compile(r"\b(?:ago|back|earlier|before now)\b")
_FORWARD = re.compile(r"\b(?:in|after|within)\b(?! the)|\b(?:from now|hence|later|from today)\b")
_NOT_RELATIVE = re.compile(r"\b(?:past|last|next|between|until|till)\b")


def read(text: str, now: datetime) -> Moment | Span | timedelta | None:
    """What the words say about time."""
    words = plain(text)
    return (
        _relative(words, now)
        or _stretch(words, now)
        or _between(words, now)
        or _whole(words, now)
        or _moment(words, now)
        or duration(words)
    )


def _relative(words: str, now: datetime) -> Moment | None:
    """In ten minutes; two days ago; in a week at five."""
    back, match, length = _BACK.search(words), AMOUNT.search(words), duration(words)
    if not match or length is None or not (back or _FORWARD.search(words)) or _NOT_RELATIVE.search(words):
        return None
    measure = unit(match["unit"])
    if measure in ("month", "quarter", "year") and not match["half"] and not match["and_half"]:
        exact = shifted(now, float(match["n"]) * (-1 if back else 1), measure)
    else:
        exact = shifted(now, length.total_seconds() * (-1 if back else 1), "second")
    said = re.search(r"\bat (.+)", words)
    if said and measure not in ("second", "minute", "hour") and (time := clock(said[1])):
        return Moment(exact.date(), time)
    return Moment(exact.date()) if measure in ("week", "month", "quarter", "year") else Moment(exact=exact)


def _stretch(words: str, now: datetime) -> Span | None:
    """Next three days; last two weeks."""
    match = _STRETCH.search(words)
    if not match:
        return None
    ahead = match["way"] in ("next", "coming", "following")
    return stretch(unit(match["unit"]), int(match["n"][:6]), now, ahead=ahead)


def _between(words: str, now: datetime) -> Span | None:
    """From nine to eleven on Thursday; from the 13th to the 15th of July."""
    words = re.sub(r"\b(?:later than|after) (.+?) but before ", r"from \1 to ", words)
    match = _RANGE.search(words)
    if not match or (_NO_RANGE.search(words) and not re.match(r"(?:from|between)\b", words)):
        return None
    first, last = clock(without_day(match["a"])), clock(without_day(match["b"]))
    if not first or not last:
        return _dates_between(match["a"], match["b"], now)
    first, last = _same_half(first, last)
    where = day(words, now.date()) or now.date()
    start, end = instant(Moment(where, first), now), instant(Moment(where, last), now)
    return Span(start, end) if end > start else None


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
    month = re.search(MONTH, first) or re.search(MONTH, last)
    days = [re.search(r"(?<!\d)(\d{1,2})(?:st|nd|rd|th)?(?!\d|:)", side) for side in (first, last)]
    if not month or not days[0] or not days[1]:
        return None
    number = month_number(month[0])
    begin = coming(number, int(days[0][1]), now.date())
    end = safe_date(begin.year, number, int(days[1][1])) if begin else None
    if begin is None or end is None or end < begin:
        return None
    return Span(midnight(begin, now), midnight(end + timedelta(days=1), now))


def _whole(words: str, now: datetime) -> Moment | None:
    """This week; the 20th of next month; the first Tuesday of last month."""
    match = _WHOLE.search(words)
    if not match:
        return None
    offset = {"this": 0, "current": 0, "last": -1, "past": -1, "previous": -1}.get(match["way"], 1)
    first = whole(unit(match["unit"]), now, offset).start.date()
    if match["unit"] != "month":
        return Moment(first)
    if ordinal := re.search(r"\b(\d{1,2})(?:st|nd|rd|th)? of\b", words):
        found = safe_date(first.year, first.month, int(ordinal[1]))
        return Moment(found) if found else None
    return Moment(nth_in(first, words) or first)


def _moment(words: str, now: datetime) -> Moment | Span | None:
    """Tomorrow at seven; Friday evening; noon."""
    if re.fullmatch(r"(?:right )?now|at the moment|atm", words):
        return Moment(exact=now)
    where, when = day(words, now.date()), part(words)
    if time := clock(without_day(words)):
        return Moment(where, time, when)
    if when is None:
        return Moment(where) if where else None
    span = part_of(where or now.date(), when, now)
    early = when == "morning" and re.search(r"\bearly\b", words)
    return Span(span.start, span.start + timedelta(hours=9)) if early else span
