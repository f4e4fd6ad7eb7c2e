"""Spoken times and durations, in both languages, to instants."""

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta, tzinfo
from typing import Literal

from intents.when import en, zh
from intents.when.parts import Moment, Span, instant
from intents.when.zone import without_zone

_WIDE = str.maketrans("：，～－０１２３４５６７８９", ":,~-0123456789")
"""What a Chinese keyboard writes."""

LONGEST = 200
"""Characters that are looked at; a time is said in fewer."""


@dataclass(frozen=True, slots=True)
class When:
    """What a text says about time."""

    kind: Literal["instant", "interval", "duration"]
    start: datetime | None = None
    """In the zone of `now`; None for a duration, and where an interval is open ("until two")."""
    end: datetime | None = None
    """Where an interval ends, not included; None where it is open ("after two").

    The last unit that was named belongs to it: Monday to Friday ends on Saturday at midnight.
    """
    seconds: float | None = None
    """Of a duration, or of an interval that has both ends."""
    last: datetime | None = None
    """Where the last unit of an interval with two ends begins: five o'clock of "three to five"."""


def read_when(text: str, language: str, now: datetime, *, waking: bool = False) -> When | None:
    """The first time or duration in the text, seen from `now` (aware); None when there is none.

    A time of day that was said without morning or afternoon is the next one to come; one of the
    night is meant by day, unless somebody is to be woken (`waking`).
    """
    words, zone = without_zone(text.strip()[:LONGEST].translate(_WIDE), now)
    reader = zh if language.startswith("zh") else en
    seen_from = now.astimezone(zone)
    parsed = reader.read(words, seen_from)
    match parsed:
        case Moment():
            return When("instant", _real(instant(parsed, seen_from, waking=waking), now.tzinfo))
        case Span():
            return _interval(parsed, now.tzinfo)
        case timedelta():
            return When("duration", seconds=parsed.total_seconds())
    return None


def _interval(span: Span, zone: tzinfo | None) -> When | None:
    """The interval, unless it runs backwards."""
    start, end, last = (_real(side, zone) if side else None for side in (span.start, span.end, span.last))
    seconds = (end.astimezone(UTC) - start.astimezone(UTC)).total_seconds() if start and end else None
    return When("interval", start, end, seconds, last) if seconds is None or seconds > 0 else None


def _real(moment: datetime, zone: tzinfo | None) -> datetime:
    """A time that the clocks skip is as much later as they skip."""
    return moment.astimezone(UTC).astimezone(zone)
