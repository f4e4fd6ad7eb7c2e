"""Where an alarm or a reminder is moved to: another day or hour, or so much sooner or later."""

from dataclasses import dataclass, replace
from datetime import UTC, datetime, time, timedelta, tzinfo

from assistant.alarms import Alarm, at, next_occurrence
from assistant.appointment import Often, appointed, asked, fixed, relative
from intents.when import read_when
from intents.when.another_day import again_on
from intents.when.recurrence import Recurrence


@dataclass(frozen=True, slots=True)
class Moved:
    """Where something is moved to."""

    due: datetime
    """UTC."""
    recurrence: Recurrence | None = None
    """How it comes back from then on."""


def moved(alarm: Alarm, words: str, language: str, now: datetime, zone: tzinfo | None) -> Moved | None:
    """Where the words move it to: a time of day alone leaves it on its day, and in its half of the day."""
    now_fixed = fixed(now)
    said = read_when(words, language, now_fixed)
    if said is not None and (soon := relative(said, words, language, now_fixed)) is not None:
        return Moved(soon.astimezone(UTC))
    when = asked(words, language, now)
    if when is None or when.clock is None:
        return _elsewhere(alarm, words, language, now, zone)
    if when.recurrence is not None:
        return _coming(replace(when.recurrence, at=when.clock), now, zone)
    local = alarm.due.astimezone(zone)
    clock = _nearest(when.clock, local.time()) if when.either_half else when.clock
    if alarm.recurrence is not None and alarm.recurrence.at is not None:
        return _coming(replace(alarm.recurrence, at=clock, also=()), now, zone)
    due = at(when.day or local.date(), clock, zone)
    if due <= now and when.day is None:
        due = at(local.date() + timedelta(days=1), clock, zone)
    return Moved(due)


def shifted(alarm: Alarm, by: timedelta, now: datetime, zone: tzinfo | None) -> Moved | None:
    """So much later, or earlier."""
    due = (alarm.due + by).astimezone(UTC)
    if alarm.recurrence is None:
        return Moved(due)
    if alarm.recurrence.at is None:
        return None
    day = alarm.due.astimezone(zone).date()
    at_other, *also = ((datetime.combine(day, each) + by).time() for each in alarm.recurrence.times)
    return _coming(replace(alarm.recurrence, at=at_other, also=tuple(also)), now, zone)


def _elsewhere(alarm: Alarm, words: str, language: str, now: datetime, zone: tzinfo | None) -> Moved | None:
    """To a day at its old time, or to so long from now."""
    day = asked(words, language, now)
    if day is not None and day.day is not None and not alarm.recurs:
        return Moved(at(day.day, alarm.due.astimezone(zone).time(), zone))
    if other := again_on(alarm.recurrence, words, day.day if day else None):
        return _coming(other, now, zone)
    when = appointed(words, language, now, zone, alarm.kind)
    if isinstance(when, Often):
        at_same = when.recurrence.at or alarm.due.astimezone(zone).time()
        return _coming(replace(when.recurrence, at=at_same), now, zone)
    return Moved(when.due) if when else None


def _coming(habit: Recurrence, now: datetime, zone: tzinfo | None) -> Moved | None:
    due = next_occurrence(habit, now, zone)
    return None if due is None else Moved(due, habit)


def _nearest(clock: time, before: time) -> time:
    """Seven in the morning or in the evening, whichever is nearer to when it was."""
    other = clock.replace(hour=(clock.hour + 12) % 24)
    return min(clock, other, key=lambda each: abs(_minutes(each) - _minutes(before)))


def _minutes(clock: time) -> int:
    return clock.hour * 60 + clock.minute
