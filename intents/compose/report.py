"""What came of one intent, without any words yet; `compose` finds them."""

from dataclasses import dataclass
from datetime import datetime
from typing import Literal

from intents.compose.almanac import Abroad, Day, Moment
from intents.target import Unresolved
from intents.vocabulary import Effect, Intent, Outcome
from intents.when.recurrence import Recurrence


@dataclass(frozen=True, slots=True)
class Acted:
    """Something was done, or tried."""

    outcomes: tuple[Outcome, ...]
    already: frozenset[str] = frozenset()
    """Ids of the devices that were so before, so that nothing changed."""


@dataclass(frozen=True, slots=True)
class Looked:
    """Something was asked about."""

    outcomes: tuple[Outcome, ...]
    asked: str | None = None
    """The state that was asked about, `on`, `open` …; None when anything was wanted."""
    warmth: bool = False
    """Only how warm it is there was asked about."""
    target: bool = False
    """Only how warm it is to become."""


@dataclass(frozen=True, slots=True)
class Missed:
    """It could not be told what was meant, or there is no such thing."""

    unresolved: Unresolved


@dataclass(frozen=True, slots=True)
class Unsure:
    """It is done only after a yes."""

    effects: tuple[Effect, ...]


@dataclass(frozen=True, slots=True)
class Supposed:
    """It may have been meant, and is done after a yes."""

    effects: tuple[Effect, ...]
    """Empty where it is done to no device."""
    intent: Intent | None = None
    """What is to be done where it is done to no device."""


@dataclass(frozen=True, slots=True)
class TimerView:
    """A timer as it is talked about."""

    name: str | None
    total_s: float
    left_s: float
    state: Literal["running", "paused", "ringing"] = "running"
    missed: bool = False
    command: str | None = None
    due: datetime | None = None
    """When it is over, in the zone of the home, where that was said and not how long it is to run."""
    now: datetime | None = None
    """The time there."""


TimerAct = Literal[
    "started", "cancelled", "paused", "resumed", "changed", "status", "none", "ambiguous", "refused",
    "too_many", "no_length", "repeated",
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
class AlarmView:
    """An alarm or a reminder as it is talked about."""

    kind: Literal["alarm", "reminder", "order"]
    due: datetime
    """When it rings next, or rang, in the zone of the home."""
    text: str | None = None
    recurrence: Recurrence | None = None
    """How it comes back; None for one that comes once."""
    skips: bool = False
    """Whether it stays away the next time, so that `due` is a later one."""
    state: Literal["set", "ringing", "missed"] = "set"
    missed: datetime | None = None
    """When it came last while nobody was there."""


DiaryAct = Literal[
    "set", "told", "next", "cancelled", "skipped", "moved", "snoozed", "none", "none_rings", "ambiguous",
    "no_time", "no_task", "past", "too_many", "offered",
]  # fmt: skip


@dataclass(frozen=True, slots=True)
class Scheduled:
    """Something about alarms or reminders."""

    act: DiaryAct
    kind: Literal["alarm", "reminder", "order"]
    now: datetime
    """In the zone of the home."""
    alarms: tuple[AlarmView, ...] = ()
    before: datetime | None = None
    """When the one that is skipped would have come."""
    text: str | None = None
    """What it was about, where nothing came of it."""
    saved: bool = True
    """Whether it would survive a restart."""
    anew: bool = False
    """Whether it was to be changed, and there was none."""


@dataclass(frozen=True, slots=True)
class Listed:
    """Something about a list."""

    act: Literal[
        "added",
        "already",
        "removed",
        "absent",
        "told",
        "has",
        "cleared",
        "made",
        "names",
        "full",
        "add_what",
        "remove_what",
    ]
    name: str = ""
    """Of the list; `shopping` for the one that every home has."""
    items: tuple[str, ...] = ()
    saved: bool = True
    """Whether it would survive a restart."""


@dataclass(frozen=True, slots=True)
class Calculated:
    """What a sum comes to."""

    expression: str
    value: float | None
    """None when it has no answer."""


@dataclass(frozen=True, slots=True)
class Converted:
    """What so much of one measure is in another."""

    amount: float
    source: str
    """Code of a unit, as in `intents.number.units`."""
    target: str
    value: float | None
    """None when they measure different things."""


@dataclass(frozen=True, slots=True)
class Unavailable:
    """It is understood and there is nothing to do it with."""

    what: Literal[
        "music",
        "news",
        "story",
        "weather",
        "rates",
        "translation",
        "learning",
        "automation",
        "sun",
        "channels",
    ]
    asked: str | None = None
    """What was asked for by name."""


@dataclass(frozen=True, slots=True)
class Sorry:
    """The last answer was wrong, the user says."""


@dataclass(frozen=True, slots=True)
class Help:
    """What one can ask for."""


Politeness = Literal[
    "hello", "thanks", "farewell", "left", "private", "emergency", "despair", "harm",
    "sleep", "leave", "home", "wake",
    "slower", "faster", "usual", "slowest", "fastest",
]  # fmt: skip


@dataclass(frozen=True, slots=True)
class Greeting:
    """Somebody said hello, thanks, goodbye, to leave something as it is, or how to speak."""

    kind: Politeness = "hello"


@dataclass(frozen=True, slots=True)
class Told:
    """What the home's own intent answers."""

    text: str


@dataclass(frozen=True, slots=True)
class Silence:
    """Nothing is to be said."""


Report = (
    Acted
    | Looked
    | Missed
    | Unsure
    | Supposed
    | Timed
    | Scheduled
    | Listed
    | Calculated
    | Converted
    | Unavailable
    | Moment
    | Abroad
    | Day
    | Sorry
    | Greeting
    | Help
    | Told
    | Silence
)
