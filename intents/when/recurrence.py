"""Times that come again, on the wall clock of a zone."""

from calendar import monthrange
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from typing import Literal

from intents.when.parts import SECONDS

Step = Literal["second", "minute", "hour", "day", "week", "month", "year"]
WORKDAYS = frozenset(range(5))
WEEKEND = frozenset({5, 6})
EVERY_DAY = WORKDAYS | WEEKEND
_LOOK_AHEAD_DAYS = 40_000
"""A century: the 29th of February can be eight years away, and every ten years be said."""


@dataclass(frozen=True, slots=True)
class Recurrence:
    """When something comes again. Times of day are those on the wall, whatever the clocks change to."""

    every: int
    """How many steps from one time to the next."""
    step: Step
    at: time | None = None
    """Time of day, the first where there are several; None when none was said."""
    weekdays: frozenset[int] = frozenset()
    """Monday is 0; of a weekly one, or with `week` of a monthly one."""
    day: int | None = None
    """Of the month; of a monthly or a yearly one. -1 is the last."""
    month: int | None = None
    """Of a yearly one."""
    anchor: datetime | None = None
    """Where counting began: when it was said, or the first time."""
    also: tuple[time, ...] = ()
    """Further times of the same day: eight in the evening of "at eight in the morning and in the evening"."""
    days: frozenset[int] = frozenset()
    """Further days of the month: the fifteenth of "the first and the fifteenth"."""
    week: int | None = None
    """Of a monthly one, which of its `weekdays` in the month: 1 is the first, -1 the last."""

    def next_after(self, moment: datetime) -> datetime | None:
        """The first time after the moment (aware), in its zone; None when there is none.

        A time that the clocks skip comes as much later as they skip; one that comes twice is the first.
        """
        if self.step in ("second", "minute", "hour"):
            return self._tick(moment)
        seen = moment.astimezone(UTC)
        for day in self._days(moment.date()):
            times = (datetime.combine(day, at, moment.tzinfo).astimezone(UTC) for at in self.times)
            found = min((each for each in times if each > seen), default=None)
            if found is not None:
                return found.astimezone(moment.tzinfo)
        return None

    @property
    def times(self) -> tuple[time, ...]:
        """All its times of day, in order; midnight when none was said."""
        return tuple(sorted({self.at or time(), *self.also}))

    def _tick(self, moment: datetime) -> datetime:
        """So many seconds on, counted from where it began."""
        length = timedelta(seconds=self.every * SECONDS[self.step])
        begun, seen = (self.anchor or moment).astimezone(UTC), moment.astimezone(UTC)
        ticks = max((seen - begun) // length, 0) + 1
        return (begun + ticks * length).astimezone(moment.tzinfo)

    def _days(self, today: date) -> Iterator[date]:
        """The days that it is on, from yesterday on: a moment can be before a time that was skipped."""
        for offset in range(-1, _LOOK_AHEAD_DAYS):
            try:
                day = today + timedelta(days=offset)
            except OverflowError:
                return
            if self._is_on(day):
                yield day

    def _is_on(self, day: date) -> bool:
        begun = self.anchor.date() if self.anchor else date(2001, 1, 1)
        match self.step:
            case "day":
                return (day - begun).days % self.every == 0
            case "week":
                weeks = (
                    day - timedelta(days=day.weekday()) - begun + timedelta(days=begun.weekday())
                ).days // 7
                return weeks % self.every == 0 and day.weekday() in (self.weekdays or {begun.weekday()})
            case "month":
                months = (day.year - begun.year) * 12 + day.month - begun.month
                return months % self.every == 0 and self._is_in_month(day, begun)
        month, number = self.month or begun.month, self.day or (1 if self.month else begun.day)
        return (day.year - begun.year) % self.every == 0 and (day.month, day.day) == (month, number)

    def _is_in_month(self, day: date, begun: date) -> bool:
        left = monthrange(day.year, day.month)[1] - day.day
        if self.week is not None:
            count = left // 7 == 0 if self.week == -1 else (day.day - 1) // 7 + 1 == self.week
            return count and day.weekday() in self.weekdays
        days = self.days | {self.day or begun.day}
        return day.day in days or (left == 0 and -1 in days)
