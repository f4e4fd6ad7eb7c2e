"""What came of one intent, without any words yet; `compose` finds them."""

from dataclasses import dataclass
from datetime import datetime
from typing import Literal

from intents.target import Unresolved
from intents.vocabulary import Effect, Outcome


@dataclass(frozen=True, slots=True)
class Acted:
    """Something was done, or tried."""

    outcomes: tuple[Outcome, ...]


@dataclass(frozen=True, slots=True)
class Looked:
    """Something was asked about."""

    outcomes: tuple[Outcome, ...]
    asked: str | None = None
    """The state that was asked about, `on`, `open` …; None when anything was wanted."""
    warmth: bool = False
    """Only how warm it is there was asked about."""


@dataclass(frozen=True, slots=True)
class Missed:
    """It could not be told what was meant, or there is no such thing."""

    unresolved: Unresolved


@dataclass(frozen=True, slots=True)
class Unsure:
    """It is done only after a yes."""

    effects: tuple[Effect, ...]


@dataclass(frozen=True, slots=True)
class TimerView:
    """A timer as it is talked about."""

    name: str | None
    total_s: float
    left_s: float
    state: Literal["running", "paused", "ringing"] = "running"
    missed: bool = False
    command: str | None = None


TimerAct = Literal[
    "started", "cancelled", "paused", "resumed", "changed", "status", "none", "ambiguous", "refused",
    "too_many",
]  # fmt: skip


@dataclass(frozen=True, slots=True)
class Timed:
    """Something about timers."""

    act: TimerAct
    timers: tuple[TimerView, ...] = ()
    name: str | None = None
    """The name that was looked for in vain."""
    saved: bool = True
    """Whether it would survive a restart."""


@dataclass(frozen=True, slots=True)
class Moment:
    """The time of day or the day."""

    kind: Literal["time", "date", "weekday"]
    at: datetime
    """In the zone of the home."""


@dataclass(frozen=True, slots=True)
class Greeting:
    """Somebody said hello."""


@dataclass(frozen=True, slots=True)
class Told:
    """What the home's own intent answers."""

    text: str


@dataclass(frozen=True, slots=True)
class Silence:
    """Nothing is to be said."""


Report = Acted | Looked | Missed | Unsure | Timed | Moment | Greeting | Told | Silence
