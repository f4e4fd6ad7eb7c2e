"""Alarms and reminders: kept, in the wall-clock time of the place; they ring until they are stopped."""

from collections.abc import Callable
from datetime import UTC, date, datetime, time, timedelta, tzinfo
from pathlib import Path
from typing import Any, Literal

from pydantic import AwareDatetime, BaseModel, ConfigDict, model_validator

from assistant.errors import AssistantError
from assistant.kept import KeptFile
from intents.when.recurrence import Recurrence

MOST = 200
"""Alarms and reminders at once."""
LATE_S = 600.0
"""Seconds after which one that was slept through at a restart is told as missed, and rings no more."""
SNOOZE_S = 600.0
"""Seconds of a snooze whose length was not said."""

Kind = Literal["alarm", "reminder", "order"]
"""An order is done, and makes no sound."""

_TICKS = frozenset({"second", "minute", "hour"})
_CLOCKS_CHANGE = timedelta(hours=3)
"""More than clocks are ever put forward or back."""


class TooMany(AssistantError):
    """There is an end to how many can be kept."""


class Alarm(BaseModel):
    """One alarm, or one reminder."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    id: int
    kind: Kind = "alarm"
    text: str | None = None
    """What to be reminded of, what an alarm is called, or what is ordered, in the words of the request."""
    language: str = "en"
    """ISO 639-1 of the request, so that it is announced in the same."""
    due: AwareDatetime
    """When it rings next, or rang, in UTC."""
    recurrence: Recurrence | None = None
    """How it comes back; None for one that comes once."""
    skipped: frozenset[date] = frozenset()
    """Days on which it does not come back, just this once."""
    state: Literal["set", "ringing", "missed"] = "set"
    """`missed`: it came while nobody was there, and nobody was told on asking yet."""
    missed: AwareDatetime | None = None
    """When it came last while nobody was there."""

    @model_validator(mode="before")
    @classmethod
    def _as_it_was_kept(cls, kept: Any) -> Any:
        """Files of the first version knew only days of the week."""
        if not isinstance(kept, dict) or not {"clock", "weekdays"} & kept.keys():
            return kept
        clock, weekdays = kept.get("clock"), kept.get("weekdays")
        rest = {name: value for name, value in kept.items() if name not in ("clock", "weekdays")}
        if clock is None or not weekdays:
            return rest
        return {**rest, "recurrence": {"every": 1, "step": "week", "at": clock, "weekdays": weekdays}}

    @property
    def recurs(self) -> bool:
        """Whether it comes back."""
        return self.recurrence is not None


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


def next_occurrence(
    recurrence: Recurrence, after: datetime, zone: tzinfo | None, skipped: frozenset[date] = frozenset()
) -> datetime | None:
    """The first time later than `after` that is not on a day to skip, in UTC; None when there is none."""
    local = after.astimezone(zone)
    if recurrence.step in _TICKS:
        found = recurrence.next_after(local)
        return found and found.astimezone(UTC)
    # Counted on the wall, where no hour is missing; what the clocks do to it is seen to afterwards.
    wall = local.replace(tzinfo=UTC) - _CLOCKS_CHANGE
    while (found := recurrence.next_after(wall)) is not None:
        due = at(found.date(), found.time(), zone)
        if due > after and found.date() not in skipped:
            return due
        wall = found
    return None


class Alarms:
    """The only owner of alarms and reminders; the agenda makes them ring."""

    def __init__(self, path: Path | None, now: Callable[[], datetime], zone: tzinfo | None = None) -> None:
        """Without a path nothing is kept; `zone` is where the home is, the computer's without one."""
        self._now, self.zone = now, zone
        self._file = KeptFile(path, _Kept, ("alarms", "闹钟"))
        self._kept = self._file.load()
        self.on_change: Callable[[], None] = lambda: None
        """Called whenever something is due at another time."""
        self.latest: int | None = None
        """Id of the one that was set or moved last: what "make it later" is about."""

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
        copied._kept, copied.latest = self._kept, self.latest
        return copied

    def now(self) -> datetime:
        """The time, in the zone of the home."""
        return self._now().astimezone(self.zone)

    def add(self, kind: Kind, due: datetime, text: str | None = None, language: str = "en") -> Alarm:
        """One that comes once. :raises TooMany: there are too many."""
        return self._add(Alarm(id=0, kind=kind, text=text, language=language, due=due.astimezone(UTC)))

    def add_again(
        self, kind: Kind, recurrence: Recurrence, text: str | None = None, language: str = "en"
    ) -> Alarm | None:
        """One that comes back; None when it never comes. :raises TooMany: there are too many."""
        due = next_occurrence(recurrence, self._now(), self.zone)
        if due is None:
            return None
        return self._add(Alarm(id=0, kind=kind, text=text, language=language, due=due, recurrence=recurrence))

    def skip(self, alarm: Alarm, day: date) -> Alarm:
        """Let one that comes back not come on that day; one that comes every few hours, not the next time."""
        often = alarm.recurrence is not None and alarm.recurrence.step in _TICKS
        skipped = alarm.skipped if often else alarm.skipped | {day}
        after = max(alarm.due, self._now()) if often else self._now()
        due = alarm.recurrence and next_occurrence(alarm.recurrence, after, self.zone, skipped)
        return self._put(alarm.model_copy(update={"skipped": skipped, "due": due or alarm.due}))

    def instead(self, alarm: Alarm, day: date, due: datetime) -> Alarm:
        """Let one that comes back come at another time for once, not on that day. :raises TooMany: cannot."""
        other = self.add(alarm.kind, due, alarm.text, alarm.language)
        self.skip(alarm, day)
        self.latest = other.id
        return other

    def move(self, alarm: Alarm, due: datetime, recurrence: Recurrence | None = None) -> Alarm:
        """Let it come at another time; with a recurrence it comes back by that from then on."""
        when = {"due": due.astimezone(UTC), "recurrence": recurrence}
        fresh = {"skipped": frozenset[date](), "state": "set", "missed": None}
        return self._put(alarm.model_copy(update={**when, **fresh}))

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
        ringing = tuple(each for each in self.all if each.state == "ringing" and each.kind != "order")
        if ringing:
            self._finish(ringing)
        return ringing

    def rings(self, alarm: Alarm) -> bool:
        """Whether it still does."""
        return any(each.id == alarm.id and each.state == "ringing" for each in self._kept.alarms)

    def told(self, *alarms: Alarm) -> None:
        """Somebody asked and heard that these were missed."""
        self._finish(tuple(alarm for alarm in alarms if alarm.state == "missed" or alarm.missed))

    def carried_out(self, alarm: Alarm) -> None:
        """An order was done, or came too late for it: it waits for the next time."""
        self._finish((alarm,))

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
        due = self._next(alarm, now)
        if due is None:
            return alarm.model_copy(update={"state": "missed", "missed": alarm.due})
        return alarm.model_copy(update={"state": "set", "missed": alarm.due, "due": due})

    def _finish(self, alarms: tuple[Alarm, ...]) -> None:
        """Those that come back wait for the next time, the others are done with."""
        done = {alarm.id for alarm in alarms}
        after = (self._again(each) if each.id in done else each for each in self._kept.alarms)
        self._keep(tuple(each for each in after if each is not None))

    def _again(self, alarm: Alarm) -> Alarm | None:
        now = self._now()
        due = self._next(alarm, now)
        if due is None:
            return None
        today = now.astimezone(self.zone).date()
        coming = frozenset(day for day in alarm.skipped if day >= today)
        return alarm.model_copy(update={"state": "set", "due": due, "missed": None, "skipped": coming})

    def _next(self, alarm: Alarm, after: datetime) -> datetime | None:
        """When it comes back; None for one that does not."""
        if alarm.recurrence is None:
            return None
        return next_occurrence(alarm.recurrence, after, self.zone, alarm.skipped)

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
        self.latest = numbered.id
        return numbered

    def _put(self, alarm: Alarm) -> Alarm:
        self._replace((alarm,))
        self.latest = alarm.id
        return alarm

    def _replace(self, alarms: tuple[Alarm, ...]) -> None:
        new = {alarm.id: alarm for alarm in alarms}
        self._keep(tuple(new.get(each.id, each) for each in self._kept.alarms))

    def _keep(self, alarms: tuple[Alarm, ...], next_id: int | None = None) -> None:
        self._kept = _Kept(next_id=next_id or self._kept.next_id, alarms=alarms)
        self._file.save(self._kept)
        self.on_change()
