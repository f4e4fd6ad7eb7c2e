"""What the ear tells the conversation."""

from dataclasses import dataclass

from assistant.attention import Utterance
from assistant.overhearing import Overheard


@dataclass(frozen=True, slots=True)
class Woken:
    """Somebody said the wake word."""

    word: str
    at: int


@dataclass(frozen=True, slots=True, eq=False)
class Pausing:
    """A short pause: what was said so far may be all."""

    utterance: Utterance


@dataclass(frozen=True, slots=True)
class Continuing:
    """It was not all: the voice goes on."""

    silence: int
    """Samples of the pause."""


@dataclass(frozen=True, slots=True, eq=False)
class Part:
    """An utterance has become long and goes on; this is its beginning, or what followed the last part."""

    utterance: Utterance


@dataclass(frozen=True, slots=True, eq=False)
class Finished:
    """An utterance is complete."""

    utterance: Utterance


@dataclass(frozen=True, slots=True)
class Nothing:
    """Nobody spoke while we waited for it."""

    at: int


Signal = Woken | Pausing | Continuing | Part | Finished | Nothing | Overheard
