"""The times of day of what comes again."""

from collections.abc import Callable, Iterable, Sequence
from datetime import datetime, time, timedelta

from intents.when.parts import Clock, Moment, Part, Span, by_day, instant

USUAL: dict[Part, time] = {
    "dawn": time(5), "daybreak": time(6), "early": time(7), "morning": time(8), "forenoon": time(8),
    "before_noon": time(9), "noon": time(12), "lunch": time(12), "after_noon": time(14),
    "afternoon": time(15), "after_lunch": time(13, 30), "after_school": time(16), "after_work": time(18),
    "dusk": time(18), "evening": time(19), "late": time(22), "night": time(21),
}  # fmt: skip
"""What is meant by a part of the day alone."""
Reader = Callable[[str, datetime], Moment | Span | timedelta | None]


def times_of(
    pieces: Iterable[str], read: Reader, part: Callable[[str], Part | None], now: datetime
) -> tuple[time, ...]:
    """The times that the pieces say, in order; a piece that only names a part of the day is at its hour.

    "Morning and evening at eight" are two times at eight: a clock holds for the bare parts before it.
    """
    found: list[time] = []
    waiting: list[Part] = []
    for piece in pieces:
        said, named = read(piece.strip(), now), part(piece)
        if isinstance(said, Moment) and said.clock is not None:
            found += [_on_the_wall(Moment(None, said.clock, each), now) for each in waiting]
            waiting = []
            found.append(_behind(found, said, _on_the_wall(said, now)))
        elif named:
            waiting.append(named)
    return tuple(dict.fromkeys(found + [USUAL[each] for each in waiting]))


def _behind(earlier: Sequence[time], said: Moment, at: time) -> time:
    """Bare hours are told in the order of the day: at eight, noon and six."""
    bare = said.part is None and said.clock is not None and said.clock.half is None
    late = at.replace(hour=at.hour + 12) if at.hour < 12 else at
    return late if bare and earlier and at < earlier[-1] < late else at


def _on_the_wall(said: Moment, now: datetime) -> time:
    """The time of day that was said; a bare small hour is one of the day."""
    clock = said.clock or Clock(0)
    if clock.half is None and said.part is None and clock.hour <= 12:
        clock = by_day(clock)
        return time(clock.hour % 24, clock.minute, clock.second)
    return instant(Moment(None, clock, said.part), now).time()
