"""English times and durations."""

import re
from datetime import date, datetime, timedelta

from intents.when.en_between import between
from intents.when.en_calendar import calendar, offset, workdays
from intents.when.en_clock import clock, part
from intents.when.en_day import WEEKDAY, day, nth_in, weekday_number, without_day
from intents.when.en_words import AMOUNT, UNIT, duration, plain, unit
from intents.when.festival import dated
from intents.when.parts import (
    Clock,
    Moment,
    Span,
    Unit,
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
    r" (?:the )?(?!lunch|work|school)(?P<rest>.+)"
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
    words = plain(dated(text.lower().replace("’", "'"), "en", now))
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
        or between(words, now)
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
