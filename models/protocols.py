"""What the assistant asks of engines. Every method blocks; `worker.Worker` keeps it off the event loop."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal, Protocol

import numpy as np
from numpy.typing import NDArray

from audio.frame import Samples
from models.wake.likeness import Likeness, Said


@dataclass(frozen=True, slots=True)
class WakeScore:
    """How much the sound that just ended was like a wake word."""

    word: str
    """Id of the wake word, for example `hey_jarvis`."""
    score: float
    """0 to 1."""
    threshold: float
    """From which score on the engine calls it a wake."""


class WakeDetector(Protocol):
    """Listens for a few words; keeps state between blocks."""

    @property
    def words(self) -> tuple[str, ...]:
        """Ids of the words it listens for."""

    def process(self, samples: Samples) -> Sequence[WakeScore]:
        """Best score per word of the windows that ended in this block (16 kHz, any length); may be empty."""

    def reset(self) -> None:
        """Forget the sound so far."""


class WakeVerifier(Protocol):
    """Listens once more, and better, to what a wake detector took for its word."""

    def score(self, samples: Samples, text: str, language: str, likeness: Likeness | None = None) -> float:
        """Mean log-probability per token of `text` in 16 kHz samples that should end with it; at most 0.

        Less where `likeness` finds that it was only something like it.
        """

    def said(self, samples: Samples, text: str, language: str) -> Said:
        """The log-probability alone, and what a likeness is learned from."""


class VoiceDetector(Protocol):
    """Tells speech from everything else; keeps state between blocks."""

    def process(self, samples: Samples) -> float:
        """Probability (0 to 1) that the block (16 kHz, any length) holds speech."""

    def reset(self) -> None:
        """Forget the sound so far."""


class TurnDetector(Protocol):
    """Tells by the sound of the voice whether somebody has finished or only pauses."""

    def finished(self, samples: Samples) -> float:
        """Probability (0 to 1) that what was said in these 16 kHz samples, up to their end, is complete."""


@dataclass(frozen=True, slots=True)
class Transcript:
    """What was said."""

    text: str
    """Without leading or trailing space; Chinese in simplified characters; empty when nothing was said."""
    language: str
    """ISO 639-1, for example `zh`."""
    confidence: float
    """0 to 1, mean probability of the tokens."""
    alternatives: tuple[tuple[str, float], ...] = ()
    """What else it may have been, with confidence, the likeliest first; only where there was doubt."""


class StopDetector(Protocol):
    """Listens for the words that tell us to stop; keeps state between blocks."""

    def process(self, samples: Samples) -> Transcript | None:
        """What stands for the words, if they ended in this block (16 kHz, any length)."""

    def reset(self) -> None:
        """Forget the sound so far."""


class Transcriber(Protocol):
    """Writes down one utterance."""

    @property
    def languages(self) -> frozenset[str]:
        """ISO 639-1 codes it can be asked to write."""

    def transcribe(self, samples: Samples, language: str | None = None) -> Transcript:
        """The words in 16 kHz samples; without `language` it picks one of those the home speaks."""

    def likelihoods(self, samples: Samples, texts: Sequence[str], language: str) -> tuple[float, ...]:
        """Log-probability of each text, were it all that is said in the samples; none where it cannot tell.

        Quick for the samples that were transcribed last.
        """

    def again(self, samples: Samples, language: str) -> tuple[tuple[str, float], ...]:
        """Readings with their confidence, heard with no word expected; none where it would hear the same.

        Quick for the samples that were transcribed last.
        """


@dataclass(frozen=True, slots=True)
class Message:
    """One entry of a chat."""

    role: Literal["system", "user", "assistant"]
    content: str


@dataclass(frozen=True, slots=True)
class Choice:
    """One of several texts."""

    index: int
    """Which of them."""
    probability: float
    """0 to 1, among the texts that could have been chosen; raw, as the model has it."""


class ChatModel(Protocol):
    """A language model."""

    @property
    def name(self) -> str:
        """Id of the weights."""

    def chat(self, messages: Sequence[Message], *, max_tokens: int = 256) -> Iterator[str]:
        """The reply as it is written, in pieces.

        Closing the iterator stops the model. Reasoning (`<think>` blocks) is never part of the pieces.
        """

    def choose(self, messages: Sequence[Message], choices: Sequence[str]) -> Iterator[Choice | None]:
        """Which of `choices` the reply is, as the last item; nothing else can come of it.

        What comes before is None: each is an occasion to stop.
        """

    def warm(self, messages: Sequence[Message]) -> None:
        """Evaluate a prefix that later chats begin with, so that they need not."""


class Synthesizer(Protocol):
    """Speaks text."""

    @property
    def rate(self) -> int:
        """Hertz of what it returns."""

    @property
    def languages(self) -> frozenset[str]:
        """ISO 639-1 codes it speaks."""

    def speak(self, text: str, language: str, pace: float = 1.0) -> Iterator[Samples]:
        """Sound of normalised text, in pieces, the first as early as the engine can.

        `pace` is how many times as fast as usual.
        """


class SentenceEncoder(Protocol):
    """Tells what a sentence is like, in any language."""

    @property
    def size(self) -> int:
        """Length of what it returns."""

    def encode(self, text: str) -> NDArray[np.float32]:
        """A vector of unit length; near ones are of sentences that mean about the same."""
