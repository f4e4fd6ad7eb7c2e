"""Everything that happens, as a closed union of frozen events stamped with their sample position."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from intents.vocabulary import Outcome, Scalar


@dataclass(frozen=True, slots=True)
class Event:
    """Base: where in the sound it happened."""

    at: int
    """Samples since the microphone opened, at `audio.frame.RATE`."""


@dataclass(frozen=True, slots=True)
class Wake(Event):
    """The wake word was heard; `at` is where it ended."""

    word: str
    score: float


@dataclass(frozen=True, slots=True)
class WakeRejected(Event):
    """What the detector suspected to be the wake word was none."""

    word: str
    score: float
    """The detector's."""
    likelihood: float
    """Mean log-probability of the word's tokens, by the recogniser."""


@dataclass(frozen=True, slots=True)
class SpeechStart(Event):
    """Somebody began to speak to us."""


@dataclass(frozen=True, slots=True)
class SpeechEnd(Event):
    """The last speech of the utterance; known only at `decided`."""

    decided: int
    """Samples; where the endpointer was sure."""


@dataclass(frozen=True, slots=True)
class NoSpeech(Event):
    """The wake word was followed by nothing."""


@dataclass(frozen=True, slots=True)
class Overrun(Event):
    """Sound was lost because nobody read it in time."""

    lost: int
    """Samples."""


@dataclass(frozen=True, slots=True)
class Partial(Event):
    """The words so far, at a short pause; more may come, and change them."""

    text: str
    lang: str


@dataclass(frozen=True, slots=True)
class Heard(Event):
    """An utterance was written down."""

    text: str
    lang: str
    confidence: float


@dataclass(frozen=True, slots=True)
class Speaking(Event):
    """The first sound of a reply left the speaker."""

    text: str


@dataclass(frozen=True, slots=True)
class Spoken(Event):
    """A reply ended; `text` is only what was heard of it."""

    text: str
    interrupted: bool


@dataclass(frozen=True, slots=True)
class Turn(Event):
    """One question and its answer, whole."""

    lang: str
    heard: str
    route: str
    intent: str | None
    slots: Mapping[str, Scalar | tuple[Scalar, ...]]
    confidence: float
    intents: tuple[tuple[str, Mapping[str, Scalar | tuple[Scalar, ...]]], ...]
    actions: tuple[Outcome, ...]
    reply: str
    timing_ms: Mapping[str, float] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class HomeChanged(Event):
    """A device's state changed, whoever changed it."""

    device: str
    state: Mapping[str, Scalar]


@dataclass(frozen=True, slots=True)
class TimerRang(Event):
    """A timer ran out: it rings until it is stopped, or what it was set for is done without a sound."""

    timer: str
    name: str


@dataclass(frozen=True, slots=True)
class AlarmRang(Event):
    """An alarm or a reminder is due and rings until it is stopped, or it was missed."""

    alarm: str
    kind: str
    """`alarm`, `reminder`, or `order` for what is done and makes no sound."""
    text: str
    missed: bool


@dataclass(frozen=True, slots=True)
class MicrophoneLost(Event):
    """The microphone went away; reopening is being tried."""

    reason: str


@dataclass(frozen=True, slots=True)
class MicrophoneFound(Event):
    """The microphone is back."""

    after_s: float


@dataclass(frozen=True, slots=True)
class MicrophoneMuted(Event):
    """The microphone is there and gives only digital silence: it is switched off; or it sounds again."""

    muted: bool


@dataclass(frozen=True, slots=True)
class Slept(Event):
    """The machine was suspended, and is awake again."""

    seconds: float


@dataclass(frozen=True, slots=True)
class Failed(Event):
    """A turn failed; an apology follows where there is a voice for it."""

    problem: str


AnyEvent = (
    Wake
    | WakeRejected
    | SpeechStart
    | SpeechEnd
    | NoSpeech
    | Overrun
    | Partial
    | Heard
    | Speaking
    | Spoken
    | Turn
    | HomeChanged
    | TimerRang
    | AlarmRang
    | MicrophoneLost
    | MicrophoneFound
    | MicrophoneMuted
    | Slept
    | Failed
)

Emit = Callable[[AnyEvent], None]
"""Takes each as it happens."""
