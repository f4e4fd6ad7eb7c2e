"""Alarms and reminders: kept, in the wall-clock time of the place; they ring until they are stopped."""

from collections.abc import Callable
from datetime import UTC, date, datetime, time, timedelta, tzinfo
from pathlib import Path
from typing import Literal

from pydantic import AwareDatetime, BaseModel, ConfigDict

from assistant.errors import AssistantError
from assistant.kept import KeptFile

MOST = 200
"""Alarms and reminders at once."""
LATE_S = 600.0
"""Seconds after which one that was slept through at a restart is told as missed, and rings no more."""
SNOOZE_S = 600.0
"""Seconds of a snooze whose length was not said."""

Kind = Literal["alarm", "reminder"]


class TooMany(AssistantError):
    """There is an end to how many can be kept."""


class Alarm(BaseModel):
    """One alarm, or one reminder."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    id: int
    kind: Kind = "alarm"
    text: str | None = None
    """What to be reminded of, or what an alarm is called."""
    language: str = "en"
    """ISO 639-1 of the request, so that it is announced in the same."""
    due: AwareDatetime
    """When it rings next, or rang, in UTC."""
    clock: time | None = None
    """Time of day where it comes back; None for one that comes once."""
    weekdays: frozenset[int] = frozenset()
    """Days on which it comes back, Monday being 0."""
    state: Literal["set", "ringing", "missed"] = "set"
    """`missed`: it came while nobody was there, and nobody was told on asking yet."""
    missed: AwareDatetime | None = None
    """When it came last while nobody was there."""

    @property
    def recurs(self) -> bool:
        """Whether it comes back."""
        return self.clock is not None and bool(self.weekdays)


class _Kept(BaseModel):
    """The file."""

    model_config = ConfigDict(extra="forbid")

    version: Literal[1] = 1
    next_id: int = 1
    alarms: tuple[Alarm, ...] = ()


def at(day: date, clock: time, zone: tzinfo | None) -> datetime:
    """That time on that day in the zone (the computer's without one), in UTC.

    A time that daylight saving skips is as much later as is skipped; of one that comes twice it is the first.
    """
    naive = datetime.combine(day, clock.replace(tzinfo=None))
    return (naive.astimezone() if zone is None else naive.replace(tzinfo=zone)).astimezone(UTC)


def next_occurrence(clock: time, weekdays: frozenset[int], after: datetime, zone: tzinfo | None) -> datetime:
    """The first such time on such a day that is later than `after`, in UTC."""
    after = after.astimezone(UTC)
    today = after.astimezone(zone).date()
    days = (today + timedelta(days=offset) for offset in range(-1, 9))
    found = (at(day, clock, zone) for day in days if day.weekday() in weekdays)
    return next(moment for moment in found if moment > after)


class Alarms:
    """The only owner of alarms and reminders; the agenda makes them ring."""

    def __init__(self, path: Path | None, now: Callable[[], datetime], zone: tzinfo | None = None) -> None:
        """Without a path nothing is kept; `zone` is where the home is, the computer's without one."""
        self._now, self.zone = now, zone
        self._file = KeptFile(path, _Kept, ("alarms", "闹钟"))
        self._kept = self._file.load()
        self.on_change: Callable[[], None] = lambda: None
        """Called whenever something is due at another time."""

    @property
    def saved(self) -> bool:
        """Whether the last change is on disk."""
        return self._file.saved

    @property
    def damaged(self) -> Path | None:
        """Where a file that could not be read was put aside."""
        return self._file.damaged

    @property
    def all(self) -> tuple[Alarm, ...]:
        """All of them, the next first."""
        return tuple(sorted(self._kept.alarms, key=lambda alarm: (alarm.due, alarm.id)))

    def copy(self) -> "Alarms":
        """The same ones, kept nowhere."""
        copied = Alarms(None, self._now, self.zone)
        copied._kept = self._kept
        return copied

    def now(self) -> datetime:
        """The time, in the zone of the home."""
        return self._now().astimezone(self.zone)

    def add(self, kind: Kind, due: datetime, text: str | None = None, language: str = "en") -> Alarm:
        """One that comes once. :raises TooMany: there are too many."""
        return self._add(Alarm(id=0, kind=kind, text=text, language=language, due=due.astimezone(UTC)))

    def add_weekly(
        self, kind: Kind, clock: time, weekdays: frozenset[int], text: str | None = None, language: str = "en"
    ) -> Alarm:
        """One that comes back on some days of every week. :raises TooMany: there are too many."""
        due = next_occurrence(clock, weekdays, self._now(), self.zone)
        return self._add(
            Alarm(id=0, kind=kind, text=text, language=language, due=due, clock=clock, weekdays=weekdays)
        )

    def cancel(self, *alarms: Alarm) -> None:
        """Forget them, also when they ring."""
        gone = {alarm.id for alarm in alarms}
        self._keep(tuple(each for each in self._kept.alarms if each.id not in gone))

    def put_back(self, alarm: Alarm) -> Alarm:
        """Let it be as it was, also when it is gone."""
        others = tuple(each for each in self._kept.alarms if each.id != alarm.id)
        self._keep((*others, alarm)[:MOST])
        return alarm

    def snooze(self, seconds: float = SNOOZE_S) -> tuple[Alarm, ...]:
        """Let what rings be still for so long; returns what did."""
        due = self._now().astimezone(UTC) + timedelta(seconds=seconds)
        return self._turn("ringing", {"state": "set", "due": due, "missed": None})

    def stop(self) -> tuple[Alarm, ...]:
        """Silence what rings, until it comes back if it does; returns what did."""
        ringing = tuple(alarm for alarm in self.all if alarm.state == "ringing")
        if ringing:
            self._finish(ringing)
        return ringing

    def told(self, *alarms: Alarm) -> None:
        """Somebody asked and heard that these were missed."""
        self._finish(tuple(alarm for alarm in alarms if alarm.state == "missed" or alarm.missed))

    def ring(self, *, starting: bool = False) -> tuple[Alarm, ...]:
        """Let those that are due ring, or be missed; at the start also those that rang before."""
        now = self._now().astimezone(UTC)
        over = tuple(
            self._over(alarm, now)
            for alarm in self.all
            if (alarm.state == "set" and alarm.due <= now) or (starting and alarm.state == "ringing")
        )
        if over:
            self._replace(over)
        return over

    def left(self) -> float | None:
        """Seconds until the next one; None when there is none."""
        waiting = [alarm.due for alarm in self._kept.alarms if alarm.state == "set"]
        return max(0.0, (min(waiting) - self._now()).total_seconds()) if waiting else None

    def _over(self, alarm: Alarm, now: datetime) -> Alarm:
        """Ringing, or missed where that is too late to be of use."""
        if (now - alarm.due).total_seconds() <= LATE_S:
            return alarm.model_copy(update={"state": "ringing"})
        if alarm.clock is None or not alarm.recurs:
            return alarm.model_copy(update={"state": "missed", "missed": alarm.due})
        due = next_occurrence(alarm.clock, alarm.weekdays, now, self.zone)
        return alarm.model_copy(update={"state": "set", "missed": alarm.due, "due": due})

    def _finish(self, alarms: tuple[Alarm, ...]) -> None:
        """Those that come back wait for the next time, the others are done with."""
        done = {alarm.id for alarm in alarms}
        after = (self._again(each) if each.id in done else each for each in self._kept.alarms)
        self._keep(tuple(each for each in after if each is not None))

    def _again(self, alarm: Alarm) -> Alarm | None:
        if alarm.clock is None or not alarm.recurs:
            return None
        due = next_occurrence(alarm.clock, alarm.weekdays, self._now(), self.zone)
        return alarm.model_copy(update={"state": "set", "due": due, "missed": None})

    def _turn(self, state: str, update: dict[str, object]) -> tuple[Alarm, ...]:
        turned = tuple(alarm.model_copy(update=update) for alarm in self.all if alarm.state == state)
        if turned:
            self._replace(turned)
        return turned

    def _add(self, alarm: Alarm) -> Alarm:
        if len(self._kept.alarms) >= MOST:
            raise TooMany(f"there are {MOST} alarms and reminders already; cancel some first")
        numbered = alarm.model_copy(update={"id": self._kept.next_id})
        self._keep((*self._kept.alarms, numbered), numbered.id + 1)
        return numbered

    def _replace(self, alarms: tuple[Alarm, ...]) -> None:
        new = {alarm.id: alarm for alarm in alarms}
        self._keep(tuple(new.get(each.id, each) for each in self._kept.alarms))

    def _keep(self, alarms: tuple[Alarm, ...], next_id: int | None = None) -> None:
        self._kept = _Kept(next_id=next_id or self._kept.next_id, alarms=alarms)
        self._file.save(self._kept)
        self.on_change()
