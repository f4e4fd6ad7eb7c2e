"""What times are made of: days, times of day, parts of the day, steps of the calendar."""

from calendar import monthrange
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, time, timedelta
from typing import Literal

Unit = Literal["second", "minute", "hour", "day", "week", "month", "quarter", "year"]
SECONDS: dict[Unit, int] = {
    "second": 1,
    "minute": 60,
    "hour": 3600,
    "day": 86400,
    "week": 604800,
    "month": 30 * 86400,
    "quarter": 90 * 86400,
    "year": 365 * 86400,
}
"""How long each is as a duration; months and years are nominal."""

LONGEST_S = 4e10
"""Seconds; what is longer than a thousand years is taken for that."""

Part = Literal[
    "dawn", "daybreak", "early", "morning", "forenoon", "before_noon", "noon", "lunch", "after_noon",
    "afternoon", "after_lunch", "after_school", "after_work", "dusk", "evening", "late", "night",
]  # fmt: skip
PARTS: dict[Part, tuple[int, int]] = {
    "dawn": (0, 6),
    "daybreak": (4, 7),
    "early": (0, 9),
    "morning": (0, 12),
    "forenoon": (4, 12),
    "before_noon": (7, 12),
    "noon": (11, 14),
    "lunch": (12, 14),
    "after_noon": (13, 15),
    "afternoon": (12, 19),
    "after_lunch": (13, 17),
    "after_school": (15, 21),
    "after_work": (17, 21),
    "late": (21, 24),
    "dusk": (17, 19),
    "evening": (18, 24),
    "night": (18, 24),
}
"""From which hour to which."""
_WAKING, _LATE_HOUR, _SMALL_HOURS = 6, 20, 4
"""Somebody who says "at two" between these hours does not mean the night, whose hours end with the last."""
_DAY_HOURS = 5
"""On a day that is named, hours up to this one are in the afternoon."""
_LATE: frozenset[Part] = frozenset(
    {
        "after_noon",
        "afternoon",
        "after_lunch",
        "after_school",
        "after_work",
        "dusk",
        "evening",
        "late",
        "night",
    }
)


@dataclass(frozen=True, slots=True)
class Clock:
    """A time of day as it was said."""

    hour: int
    minute: int = 0
    second: int = 0
    half: Literal["am", "pm"] | None = None
    """None when neither was said and the hour leaves it open."""
    grain: Unit = "minute"
    """How finely it was said."""


@dataclass(frozen=True, slots=True)
class Moment:
    """A point in time, as far as it was said."""

    day: date | None = None
    clock: Clock | None = None
    part: Part | None = None
    exact: datetime | None = None
    """When it was said as so and so long from now."""


@dataclass(frozen=True, slots=True)
class Whole:
    """A unit of the calendar: where it begins and where the next one does."""

    start: datetime
    end: datetime


@dataclass(frozen=True, slots=True)
class Span:
    """From when to when; None is open."""

    start: datetime | None
    end: datetime | None
    """Not included, but the last unit that was named is: nine to eleven o'clock ends at noon."""
    last: datetime | None = None
    """Where that last unit begins: what a person would act at."""


def instant(moment: Moment, now: datetime, *, waking: bool = False) -> datetime:
    """The point in time; the next one where the day was left open.

    A bare hour of the night is meant by day, unless somebody is to be woken at it.
    """
    if moment.exact is not None:
        return moment.exact
    if moment.clock is None:
        return midnight(moment.day or now.date(), now)
    if moment.day is not None:
        clock = by_day(moment.clock) if moment.part is None and not waking else moment.clock
        return at(moment.day, clock, moment.part, now)
    found = at(now.date(), moment.clock, moment.part, now)
    if moment.part == "night" and found - timedelta(days=1) >= now:
        return found - timedelta(days=1)
    if moment.clock.half is None and moment.part is None and 0 < moment.clock.hour <= 12:
        return _next_on_the_dial(found, now, waking=waking)
    return found if found >= now else found + timedelta(days=1)


def _next_on_the_dial(found: datetime, now: datetime, *, waking: bool) -> datetime:
    """Whichever comes first of that time in the morning and in the afternoon."""
    early = found.replace(hour=found.hour % 12)
    times = (early + timedelta(hours=hours) for hours in (0, 12, 24, 36))
    if not waking and _WAKING <= now.hour < _LATE_HOUR:
        times = (time for time in times if not 0 < time.hour * 60 + time.minute < 60 * (_SMALL_HOURS + 1))
    return next(time for time in times if time >= now)


def at(day: date, clock: Clock, part: Part | None, now: datetime) -> datetime:
    """That time on that day."""
    hour = clock.hour
    late = (
        clock.half == "pm"
        or (clock.half is None and part in _LATE)
        or (part in ("noon", "lunch") and hour < 10)
    )
    if late and hour < 12:
        hour += 12
    if part == "night" and clock.half is None and 1 <= clock.hour <= _SMALL_HOURS:
        hour = clock.hour + 24
    at_night = part in ("night", "dawn", "evening")
    if hour == 12 and (clock.half == "am" or (clock.half is None and at_night)):
        hour = 24 if part in ("night", "evening") else 0
    return midnight(day, now) + timedelta(hours=hour, minutes=clock.minute, seconds=clock.second)


def by_day(clock: Clock) -> Clock:
    """A bare hour from one to five as people mean it who do not say that it is at night."""
    return replace(clock, half="pm") if clock.half is None and 1 <= clock.hour <= _DAY_HOURS else clock


def through(start: datetime | None, last: datetime, grain: Unit) -> Span:
    """From a start to the end of the unit that begins at `last`."""
    return Span(start, shifted(last, 1, grain), last)


def part_of(day: date, part: Part, now: datetime) -> Span:
    """A part of a day."""
    start, end = PARTS[part]
    begin = midnight(day, now)
    return Span(begin + timedelta(hours=start), begin + timedelta(hours=end))


def coming_part(part: Part, now: datetime) -> Span:
    """That part of today, or of tomorrow when it is over."""
    today = part_of(now.date(), part, now)
    over = today.end is not None and today.end <= now
    return part_of(now.date() + timedelta(days=1), part, now) if over else today


def stretch(unit: Unit, count: int, now: datetime, *, ahead: bool) -> Span:
    """The next, or the last, so many whole units, without the one that is now."""
    count = min(count, 9999)
    if unit in ("second", "minute", "hour"):
        grain = timedelta(seconds=SECONDS[unit])
        base = now.replace(microsecond=0, second=now.second if unit == "second" else 0)
        base = base.replace(minute=0) if unit == "hour" else base
        return Span(base + grain, base + grain * (count + 1)) if ahead else Span(base - grain * count, base)
    first, last = (1, count) if ahead else (-count, -1)
    return Span(whole(unit, now, first).start, whole(unit, now, last).end)


def midnight(day: date, now: datetime) -> datetime:
    """Where a day begins, in the zone of now."""
    return datetime.combine(day, time(), now.tzinfo)


def whole(unit: Unit, now: datetime, offset: int) -> Whole:
    """This (0), the last (-1) or the next (1) week, month, quarter or year."""
    today = now.date()
    match unit:
        case "week":
            first = today - timedelta(days=today.weekday()) + timedelta(weeks=offset)
            return Whole(midnight(first, now), midnight(first + timedelta(weeks=1), now))
        case "month":
            first, months = today.replace(day=1), 1
        case "quarter":
            first, months = today.replace(month=(today.month - 1) // 3 * 3 + 1, day=1), 3
        case "year":
            first, months = today.replace(month=1, day=1), 12
        case _:
            first = today + timedelta(days=offset)
            return Whole(midnight(first, now), midnight(first + timedelta(days=1), now))
    begin, end = (month_step(first, months * step) for step in (offset, offset + 1))
    return Whole(midnight(begin, now), midnight(end, now))


def month_step(day: date, months: int) -> date:
    """So many months on, on the same day or the last that the month has."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    year = min(max(year, 2), 9997)
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


def shifted(now: datetime, amount: float, unit: Unit) -> datetime:
    """So long from now; months and years by the calendar."""
    if unit in ("month", "quarter", "year"):
        months = min(max(amount, -1e6), 1e6) * {"month": 1, "quarter": 3, "year": 12}[unit]
        whole_months = datetime.combine(month_step(now.date(), int(months)), now.timetz())
        return whole_months + timedelta(days=round(30 * (months - int(months))))
    seconds = amount * SECONDS[unit]
    earliest, latest = (datetime(year, 1, 1, tzinfo=now.tzinfo) - now for year in (2, 9998))
    step = min(max(timedelta(seconds=min(max(seconds, -LONGEST_S), LONGEST_S)), earliest), latest)
    if unit in ("second", "minute", "hour"):
        # Hours pass alike when the clocks change; days keep the time of day.
        return (now.astimezone(UTC) + step).astimezone(now.tzinfo)
    return now + step


def next_weekday(today: date, weekday: int) -> date:
    """The next such day, never today."""
    return today + timedelta(days=(weekday - today.weekday() - 1) % 7 + 1)


def workday_step(today: date, count: int) -> date:
    """So many days on, or back, from Monday to Friday."""
    found, way = today, 1 if count > 0 else -1
    for _ in range(min(abs(count), 999)):
        found += timedelta(days=way)
        while found.weekday() > 4:
            found += timedelta(days=way)
    return found


def safe_date(year: int, month: int, day: int) -> date | None:
    """The date, if there is one."""
    try:
        return date(year, month, day) if 1 < year < 9998 else None
    except (ValueError, OverflowError):
        return None


def coming(month: int, day: int, today: date) -> date | None:
    """The next such date, today included."""
    this_year = safe_date(today.year, month, day)
    if this_year is not None and this_year >= today:
        return this_year
    return safe_date(today.year + 1, month, day)


def on_weekday(found: date, weekday: int, today: date) -> date:
    """The day and month of `found` in the year nearest to today where it is that weekday."""
    years = sorted(range(today.year - 6, today.year + 12), key=lambda year: abs(year - today.year))
    days = (safe_date(year, found.month, found.day) for year in years)
    fit = [day for day in days if day and day.weekday() == weekday]
    return min(fit, key=lambda day: abs((day - today).days)) if fit else found
