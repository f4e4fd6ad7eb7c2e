"""English times and durations."""

import re
from dataclasses import replace
from datetime import date, datetime, timedelta

from intents.when_en_calendar import calendar, offset, workdays
from intents.when_en_clock import clock, part
from intents.when_en_day import MONTH, WEEKDAY, day, month_number, nth_in, weekday_number, without_day
from intents.when_en_words import AMOUNT, UNIT, duration, plain, unit
from intents.when_parts import (
    SECONDS,
    Clock,
    Moment,
    Part,
    Span,
    Unit,
    at,
    by_day,
    coming,
    coming_part,
    instant,
    midnight,
    part_of,
    safe_date,
    shifted,
    stretch,
    through,
    whole,
)

_RANGE = re.compile(
    r"(?:\b(?:from|between) )?(?P<a>.+?)\s?(?:-|–|(?<=\d)/(?=\d{4})|\bto\b|\band\b|"
    r"\bth?rough?\b|\bthru\b|\bunti?ll?\b|\btill?\b)"
    r"\s?(?P<b>.+)"
)
_FULL = re.compile(
    r"(\d{4}-\d\d-\d\d)[ t](\d\d:\d\d(?::\d\d)?)\s?(?:/|to|-)\s?(\d{4}-\d\d-\d\d)[ t](\d\d:\d\d(?::\d\d)?)"
)
_NO_RANGE = re.compile(r"\b(?:quarter|minutes?|(?<![:\d])[1-5]?[05]) to \d|\d-\d+-\d")
"""Minutes to an hour, or a date."""
_MARKED = re.compile(r"[:h]|\b(?:from|between|at|am|pm|a\.m|p\.m|o'clock|noon|midnight)\b|\d[ap]m?\b")
"""What makes two bare numbers times."""
_BEFORE_CLOCK = re.compile(rf"\b{UNIT.replace('<unit>', '<measure>')} (?P<way>before|after) (?P<rest>.+)")
_AFTER_NEXT = re.compile(r"\b(?P<unit>week|month|year) after next\b")
_WHOLE = re.compile(
    r"\b(?P<way>this|current|next|coming|following|upcoming|last|past|previous) "
    r"(?P<unit>week|month|quarter|qtr|year|yr)\b"
)
_STRETCH = re.compile(rf"\b(?P<way>next|coming|following|last|past|previous) (?P<n>\d+) {UNIT}")
_OPEN = re.compile(
    r"^(?P<way>by|until?|till?|untill|up to|before|no later than|after|any ?time after|since|"
    r"later than|not before)"
    r" (?:the )?(?P<rest>.+)"
)
_AFTER = frozenset({"after", "since", "anytime after", "any time after", "later than", "not before"})
_LASTING = re.compile(
    rf"^(?:for (?P<n>\d{{1,4}}) {UNIT} (?:from|starting(?: on| from| at)?|beginning) (?P<from>.+)|"
    rf"(?P<on>.+?) for (?P<m>\d{{1,4}}) {UNIT.replace('<unit>', '<measure>')})$"
)
_AMOUNTS = re.sub(r"\(\?P<\w+>", "(?:", AMOUNT.pattern)
_BACK = re.compile(r"\b(?:ago|back|earlier|before now)\b")
_FORWARD = re.compile(r"\b(?:in|after|within)\b(?! the)|\b(?:from now|hence|later|from today)\b")
_NOT_RELATIVE = re.compile(r"\b(?:past|last|next|between|until|till)\b")


def read(text: str, now: datetime) -> Moment | Span | timedelta | None:
    """What the words say about time."""
    if re.fullmatch(r"\d{1,2} \d{1,2}", text.strip()):
        return None  # two numbers are no time
    words = plain(text)
    if re.fullmatch(rf"(?:for )?(?:{_AMOUNTS}(?:,? and |,? |$)){{2,}}", words):
        return duration(words)
    return (
        workdays(words, now)
        or offset(words, now)
        or _off_clock(words, now)
        or _relative(words, now)
        or _open(words, now)
        or _lasting(words, now)
        or calendar(words, now)
        or _stretch(words, now)
        or _between(words, now)
        or _whole(words, now)
        or _moment(words, now)
        or duration(words)
    )


def _off_clock(words: str, now: datetime) -> Moment | None:
    """An hour before midnight; half an hour before five."""
    match = _BEFORE_CLOCK.search(words)
    said = _moment(match["rest"], now) if match and clock(match["rest"]) else None
    length = duration(words[: match.start("way")]) if match else None
    if not match or not isinstance(said, Moment) or length is None:
        return None
    return Moment(exact=instant(said, now) + (length if match["way"] == "after" else -length))


def _relative(words: str, now: datetime) -> Moment | Span | None:
    """In ten minutes; two days ago; in a week at five."""
    if minutes := re.fullmatch(r"in (\d{1,3})", words):
        return Moment(exact=shifted(now, int(minutes[1]), "minute"))
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
    said_exactly = _about(exact, measure)
    return Span(now, instant(said_exactly, now)) if words.startswith("within") else said_exactly


def _about(exact: datetime, measure: Unit) -> Moment:
    """So long from now is as exact as the next finer unit: in two weeks is a day, in two days an hour."""
    if measure == "year":
        return Moment(exact.date().replace(day=1))
    if measure == "day":
        return Moment(exact=exact.replace(minute=0, second=0, microsecond=0))
    return Moment(exact.date()) if measure in ("week", "month", "quarter") else Moment(exact=exact)


def _open(words: str, now: datetime) -> Span | None:
    """Until two; after Friday; by the end of the month, which begins now."""
    match = _OPEN.search(words)
    if not match or re.search(r"\bbut\b", words):
        return None
    said = calendar(match["rest"], now) or _moment(match["rest"], now)
    if said is None:
        return None
    begin = instant(said, now) if isinstance(said, Moment) else said.start
    if match["way"] == "since" and isinstance(said, Moment) and said.day is None and begin and begin > now:
        begin -= timedelta(hours=12 if said.clock and said.clock.half is None else 24)
    if match["way"] == "since" and begin and begin > now and re.search(WEEKDAY, match["rest"]):
        begin -= timedelta(weeks=1)
    end = begin if isinstance(said, Moment) else said.end
    if match["way"] in _AFTER:
        return Span(begin if isinstance(said, Moment) else end, None)
    return Span(now if match["way"] in ("by", "no later than") and end and end > now else None, end, begin)


def _lasting(words: str, now: datetime) -> Span | None:
    """Four o'clock for half an hour; for ten days from the eighteenth."""
    match = _LASTING.search(words)
    said = _moment(match["from"] or match["on"], now) if match else None
    if not match or not isinstance(said, Moment):
        return None
    begin, measure = instant(said, now), unit(match["unit"] or match["measure"])
    return through(begin, shifted(begin, int(match["n"] or match["m"]), measure), measure)


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
    number = re.fullmatch(r"(?:(?:from|between|at) )*(\d{1,2})", words.strip())
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


def _whole(words: str, now: datetime) -> Moment | None:
    """This week; the 20th of next month; the first Tuesday of last month."""
    if later := _AFTER_NEXT.search(words):
        return Moment(_in_week(whole(unit(later["unit"]), now, 2).start.date(), words))
    match = _WHOLE.search(words)
    if not match:
        return None
    offset = {"this": 0, "current": 0, "last": -1, "past": -1, "previous": -1}.get(match["way"], 1)
    first = whole(unit(match["unit"]), now, offset).start.date()
    if match["unit"] == "week" and (named := re.search(rf"\b{WEEKDAY}", words)):
        first += timedelta(days=weekday_number(named[0]))
        return Moment(first, clock(without_day(words)), part(words))
    if match["unit"] != "month":
        return Moment(first)
    if ordinal := re.search(r"\b(\d{1,2})(?:st|nd|rd|th)? of\b", words):
        found = safe_date(first.year, first.month, int(ordinal[1]))
        return Moment(found) if found else None
    return Moment(nth_in(first, words) or first)


def _bare_day(where: date, words: str, now: datetime) -> Moment | Span:
    """A day without a time; early on it."""
    return part_of(where, "early", now) if re.search(r"\bearly (?:on )?", words) else Moment(where)


def _in_week(first: date, words: str) -> date:
    """The day of that week, if one is named."""
    named = re.search(rf"\b{WEEKDAY}", words)
    return first + timedelta(days=weekday_number(named[0])) if named else first


def _moment(words: str, now: datetime) -> Moment | Span | None:
    """Tomorrow at seven; Friday evening; noon."""
    if re.fullmatch(r"(?:right |just )?now|at the moment|atm", words):
        return Moment(exact=now)
    if words == "later today":
        return Span(now, midnight(now.date() + timedelta(days=1), now))
    where, when = day(words, now.date()), part(words)
    if "at_now" in words and where:
        return Moment(where, Clock(now.hour, now.minute))
    if time := clock(without_day(words)):
        return Moment(where, time, when)
    if when is None:
        return _bare_day(where, words, now) if where else None
    if when == "morning" and re.search(r"\bearly\b", words):
        when = "early"
    if when == "night" and re.search(r"\blate\b", words):
        when = "late"
    return part_of(where, when, now) if where else coming_part(when, now)
