"""Words about time to the time of an alarm or a reminder, seen from the home's own clock."""

import re
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta, timezone, tzinfo

from assistant.alarms import Alarm, Kind, at
from intents.weekly import read_weekly
from intents.when import When, read_when

_USUAL = time(9)
"""When a day is meant and no time of it."""
_PARTS = {0: time(9), 12: time(15), 18: time(20)}
"""Hour at which a part of the day begins, to when in it somebody wants to be reminded."""
_NAP = timedelta(hours=2)
"""To be woken later than that, with no part of the day said, is to be woken in the morning."""

_MIDNIGHT = re.compile(
    r"\bmidnight\b|\b(?:12|twelve|0?0[:.]00)\b|零点|午夜|半夜|十二点|12点|24点|0点", re.IGNORECASE
)
_PART = re.compile(
    r"\d ?[ap]\.? ?m\b|\b[ap]\.? ?m\b|morning|afternoon|evening|night|noon|midday|midnight|lunch|dinner|"
    r"早|上午|中午|下午|傍晚|晚|夜|凌晨",
    re.IGNORECASE,
)
_DAY = re.compile(
    r"today|tomorrow|tonight|day|week|month|\d(?:st|nd|rd|th)|january|february|march|april|june|july|august|"
    r"september|october|november|december|今|明|后天|大后天|周|星期|礼拜|号|日|月",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Once:
    """A point in time."""

    due: datetime
    """UTC."""


@dataclass(frozen=True, slots=True)
class Often:
    """A time of day on some days of every week."""

    clock: time
    weekdays: frozenset[int]


@dataclass(frozen=True, slots=True)
class Asked:
    """What the words say, as far as it tells one alarm from another."""

    clock: time | None
    either_half: bool
    """Whether seven may be in the morning or in the evening."""
    day: date | None
    weekdays: frozenset[int] | None

    def fits(self, alarm: Alarm, zone: tzinfo | None) -> bool:
        """Whether the alarm may be meant."""
        local = alarm.due.astimezone(zone)
        return (
            (self.clock is None or self._same(local.time()))
            and (self.weekdays is None or self.weekdays == alarm.weekdays)
            and (self.day is None or self._on(alarm, local.date()))
        )

    def _same(self, clock: time) -> bool:
        if self.clock is None or clock.minute != self.clock.minute:
            return False
        return clock.hour == self.clock.hour or (
            self.either_half and (clock.hour - self.clock.hour) % 12 == 0
        )

    def _on(self, alarm: Alarm, due: date) -> bool:
        if self.day is None or self.day == due:
            return True
        return alarm.recurs and self.day > due and self.day.weekday() in alarm.weekdays


def appointed(  # noqa: PLR0913  # what was said, where and when
    words: str, language: str, now: datetime, zone: tzinfo | None, kind: Kind, *, wake: bool = False
) -> Once | Often | None:
    """When it is to ring, seen from `now`; None when the words do not say so."""
    weekly = read_weekly(words, language)
    if weekly is not None:
        clock = _clock(weekly.rest, language, now)
        clock = clock or (None if kind == "alarm" else _USUAL)
        return None if clock is None else Often(clock, weekly.weekdays)
    fixed = _fixed(now)
    when = read_when(words, language, fixed, waking=wake or kind == "alarm")
    if when is None:
        return None
    relative = _relative(when, words, language, fixed)
    if relative is not None:
        return Once(relative.astimezone(UTC))
    if when.start is None:
        return None
    due = at(*_wall(when, words), zone)
    return Once(_meant(due, words, now.astimezone(UTC), wake=wake, whole_day=_no_clock(when, words)))


def asked(words: str, language: str, now: datetime) -> Asked | None:
    """What the words say about alarms there are."""
    weekly = read_weekly(words, language)
    if weekly is not None:
        clock = _clock(weekly.rest, language, now)
        return Asked(clock, not _PART.search(weekly.rest), None, weekly.weekdays)
    when = read_when(words, language, _fixed(now))
    if when is None or when.start is None:
        return None
    day = when.start.date() if _DAY.search(words) else None
    clock = None if _no_clock(when, words) else when.start.time()
    return Asked(clock, not _PART.search(words), day, None)


def _clock(words: str, language: str, now: datetime) -> time | None:
    """The time of day in the words, seen from midnight."""
    midnight = _fixed(now).replace(hour=0, minute=0, second=0, microsecond=0)
    when = read_when(words, language, midnight) if words else None
    if when is None or when.start is None:
        return None
    return _wall(when, words)[1]


def _fixed(now: datetime) -> datetime:
    """With an offset that does not change, so that "in an hour" is an hour."""
    return now.astimezone(timezone(now.utcoffset() or timedelta()))


def _relative(when: When, words: str, language: str, now: datetime) -> datetime | None:
    """So long from now; None for what was said by the clock, which does not move with now."""
    if when.kind == "duration" and when.seconds is not None:
        return now + timedelta(seconds=when.seconds) if when.seconds < 1e9 else None
    later = read_when(words, language, now + timedelta(seconds=1))
    moves = later is not None and later.start is not None and when.start is not None
    if moves and later.start - when.start == timedelta(seconds=1) and when.start - now < timedelta(days=1):  # type: ignore[union-attr,operator]  # checked by `moves`
        return when.start
    return None


def _no_clock(when: When, words: str) -> bool:
    start = when.start
    return when.kind == "interval" or (
        start is not None and (start.hour, start.minute) == (0, 0) and not _MIDNIGHT.search(words)
    )


def _wall(when: When, words: str) -> tuple[date, time]:
    """The day and the time of day, as they will stand on the clock."""
    start = when.start
    if start is None:
        raise ValueError("a duration stands on no clock")
    if when.kind == "interval" and (when.seconds or 0) >= 3 * 3600:
        return start.date(), _PARTS.get(start.hour, start.time())
    return start.date(), _USUAL if _no_clock(when, words) and start.hour == 0 else start.time()


def _meant(due: datetime, words: str, now: datetime, *, wake: bool, whole_day: bool) -> datetime:
    """The same moment, or the one that a person would mean by those words at this time of day."""
    if due <= now and whole_day and due.date() == now.date():
        return now + timedelta(hours=1)  # "this afternoon", said in the afternoon
    if _PART.search(words):
        return due
    half_a_day = timedelta(hours=12)
    if due <= now < due + half_a_day and not whole_day:
        return due + half_a_day  # "today at nine", said at noon
    if wake and due - now > _NAP and not _DAY.search(words) and due - half_a_day <= now:
        return due + half_a_day  # "wake me at seven", said at noon
    return due
