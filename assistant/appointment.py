"""Words about time to the time of an alarm or a reminder, seen from the home's own clock."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, time, timedelta, timezone, tzinfo

from assistant.alarms import Alarm, Kind, at, next_occurrence
from intents.another_day import again_on
from intents.when import When, read_when
from intents.when.habit import read_habit
from intents.when.recurrence import Recurrence

_USUAL = time(9)
"""When a day is meant and no time of it."""
_PARTS = {0: time(9), 4: time(9), 7: time(9), 12: time(15), 18: time(20)}
"""Hour at which a part of the day begins, to when in it somebody wants to be reminded."""
_SMALL_PART = time(5)
"""The same for the hours after midnight, which are over at six."""
_NAP = timedelta(hours=2)
"""To be woken later than that, with no part of the day said, is to be woken in the morning."""

_SMALL_HOURS = 6
"""The last hour that means the afternoon, where no part of the day was said."""
_BY_DAYS = frozenset({"day", "week", "month", "year"})
_SHORTEST_S = 60
"""Seconds from one time to the next."""

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

    @staticmethod
    def on(day: date, clock: time, zone: tzinfo | None) -> "Once":
        """At that time on that day, in the zone."""
        return Once(at(day, clock, zone))


@dataclass(frozen=True, slots=True)
class Often:
    """Again and again."""

    recurrence: Recurrence


@dataclass(frozen=True, slots=True)
class Asked:
    """What the words say, as far as it tells one alarm from another."""

    clock: time | None
    either_half: bool
    """Whether seven may be in the morning or in the evening."""
    day: date | None
    recurrence: Recurrence | None

    def fits(self, alarm: Alarm, zone: tzinfo | None) -> bool:
        """Whether the alarm may be meant."""
        local = alarm.due.astimezone(zone)
        return (
            (self.clock is None or self._same(local.time()))
            and (self.recurrence is None or _alike(self.recurrence, alarm.recurrence))
            and (self.day is None or self.day == local.date() or _comes(alarm, self.day, zone))
        )

    def _same(self, clock: time) -> bool:
        if self.clock is None or clock.minute != self.clock.minute:
            return False
        return clock.hour == self.clock.hour or (
            self.either_half and (clock.hour - self.clock.hour) % 12 == 0
        )


def _alike(said: Recurrence, kept: Recurrence | None) -> bool:
    """Whether both come on the same days."""
    if kept is None:
        return False
    same = (said.every, said.step, said.weekdays, said.week, said.days)
    return same == (kept.every, kept.step, kept.weekdays, kept.week, kept.days) and (
        said.day is None or said.day == kept.day
    )


def _comes(alarm: Alarm, day: date, zone: tzinfo | None) -> bool:
    """Whether one that comes back comes on that day too."""
    if alarm.recurrence is None:
        return False
    begin = at(day, time(), zone) - timedelta(microseconds=1)
    due = next_occurrence(alarm.recurrence, max(begin, alarm.due), zone, alarm.skipped)
    return due is not None and due.astimezone(zone).date() == day


def appointed(  # noqa: PLR0913  # what was said, where and when
    words: str, language: str, now: datetime, zone: tzinfo | None, kind: Kind, *, wake: bool = False
) -> Once | Often | None:
    """When it is to ring, seen from `now`; None when the words do not say so."""
    habit = read_habit(words, language, now.astimezone(zone))
    if habit is not None:
        return _often(habit, kind)
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
    if when.end is not None and due <= now < when.end:
        return Once(now.astimezone(UTC) + timedelta(hours=1))  # "this afternoon", said in the afternoon
    return Once(
        _meant(due, words, now.astimezone(UTC), zone, kind, wake=wake, whole_day=_no_clock(when, words))
    )


@dataclass(frozen=True, slots=True)
class Moved:
    """Where something is moved to."""

    due: datetime
    """UTC."""
    recurrence: Recurrence | None = None
    """How it comes back from then on."""


def moved(alarm: Alarm, words: str, language: str, now: datetime, zone: tzinfo | None) -> Moved | None:
    """Where the words move it to: a time of day alone leaves it on its day, and in its half of the day."""
    fixed = _fixed(now)
    said = read_when(words, language, fixed)
    if said is not None and (soon := _relative(said, words, language, fixed)) is not None:
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


def asked(words: str, language: str, now: datetime) -> Asked | None:
    """What the words say about alarms there are."""
    habit = read_habit(words, language, now)
    if habit is not None:
        return Asked(habit.at, not _PART.search(words), None, habit)
    when = read_when(words, language, _fixed(now))
    if when is None or when.start is None:
        return None
    day = when.start.date() if _DAY.search(words) else None
    clock = None if _no_clock(when, words) else when.start.time()
    return Asked(clock, not _PART.search(words), day, None)


_DAYS = re.compile(r"周末|工作日|平日|weekends?|weekdays?", re.IGNORECASE)
"""Days that come as often as they are named: the weekend alarm rings on all of them."""


def meant_of(
    words: str, language: str, alarms: Iterable[Alarm], now: datetime, zone: tzinfo | None
) -> Asked | None:
    """What the words say of these alarms; days that fit none once are also read as days that come again."""
    wish = asked(words, language, now) if words else None
    days, known = _DAYS.search(words), tuple(alarms)
    if wish is None or days is None or any(wish.fits(each, zone) for each in known):
        return wish
    every = f"每个{days[0]}" if language.startswith("zh") else f"every {days[0].rstrip('s')}"
    again = asked(words.replace(days[0], every), language, now)
    return again if again and any(again.fits(each, zone) for each in known) else wish


def _often(habit: Recurrence, kind: Kind) -> Often | None:
    """With the usual time of day for a reminder that has none; nothing is to ring every few seconds."""
    if habit.step == "second" and habit.every < _SHORTEST_S:
        return None
    if habit.at is not None or habit.step not in _BY_DAYS:
        return Often(habit)
    return None if kind != "reminder" else Often(replace(habit, at=_USUAL))


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
    hours = (when.seconds or 0) / 3600 if when.kind == "interval" else 0
    if hours > 24 and start.hour:
        return start.date() + timedelta(days=1), _USUAL  # a weekend begins on Friday evening
    if hours == 6 and not start.hour:
        return start.date(), _SMALL_PART
    if hours >= 3:
        return start.date(), _PARTS.get(start.hour, start.time())
    return start.date(), _USUAL if _no_clock(when, words) and start.hour == 0 else start.time()


def _meant(  # noqa: PLR0913  # what was said, where and when
    due: datetime, words: str, now: datetime, zone: tzinfo | None, kind: Kind, *, wake: bool, whole_day: bool
) -> datetime:
    """The same moment, or the one that a person would mean by those words at this time of day."""
    if due <= now and whole_day and due.date() == now.date():
        return now + timedelta(hours=1)  # "today", said in the afternoon
    if _PART.search(words):
        return due
    local = due.astimezone(zone)
    early = kind == "reminder" and not wake
    if early and not whole_day and 1 <= local.hour <= _SMALL_HOURS and _DAY.search(words):
        return due + timedelta(hours=12)  # nobody has an appointment at three in the morning
    half_a_day = timedelta(hours=12)
    if due <= now < due + half_a_day and not whole_day:
        return due + half_a_day  # "today at nine", said at noon
    if wake and due - now > _NAP and not _DAY.search(words) and due - half_a_day <= now:
        return due + half_a_day  # "wake me at seven", said at noon
    return due
