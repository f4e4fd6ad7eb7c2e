"""Spoken times and durations, in both languages, to instants."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Literal

from intents import when_en, when_zh
from intents.when_parts import Moment, Span, instant


@dataclass(frozen=True, slots=True)
class When:
    """What a text says about time."""

    kind: Literal["instant", "interval", "duration"]
    start: datetime | None = None
    """In the zone of `now`; None for a duration."""
    end: datetime | None = None
    """Where an interval ends, not included."""
    seconds: float | None = None
    """Of a duration or an interval."""


def read_when(text: str, language: str, now: datetime) -> When | None:
    """The first time or duration in the text, seen from `now` (aware); None when there is none.

    A time of day that was said without morning or afternoon is the next one to come.
    """
    words = text.strip()
    reader = when_zh if language == "zh" else when_en
    parsed = reader.read(words, now)
    match parsed:
        case Moment():
            return When("instant", instant(parsed, now))
        case Span(start, end):
            return When("interval", start, end, (end - start).total_seconds())
        case timedelta():
            return When("duration", seconds=parsed.total_seconds())
    return None
