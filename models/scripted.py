"""Stand-ins for every engine: they follow a script instead of listening and thinking, the same every time."""

import hashlib
import re
from collections import deque
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

import numpy as np

from audio.frame import FRAME, RATE, Samples
from models.protocols import Choice, Message, Transcript, WakeScore
from models.wake.likeness import Likeness, Said, clearness
from models.wake.syllables import syllables
from models.window import Windows, pcm

MARKER: Samples = (12_000 * np.sin(np.arange(160) ** 2 / 40)).astype(np.int16)
"""What stands for the wake word in a recording: 10 ms of a rising tone, found only by its exact samples."""

STOP_MARKER: Samples = MARKER[::-1].copy()
"""What stands for a word of stopping: the same, falling."""

LOUD = 300.0
"""Root mean square from which on energy is more likely speech than not, in steps of int16."""

LETTER_S = 0.06
"""Seconds of tone for each letter."""

CHARACTER_S = 0.2
"""Seconds of tone for each Chinese character."""

DENIED = -20.0
"""Log-probability of a word that was not said."""

_HAN = re.compile(r"[\u3400-\u9fff]")
_PIECE = re.compile(r"\s*\S+\s*$|\s*\S+")


@dataclass(frozen=True, slots=True)
class Script:
    """What the stand-ins of one conversation say and hear, in order."""

    wakes: tuple[int, ...] = ()
    """Samples since the start at which the wake word ends; the marker in the sound works besides."""
    transcripts: tuple[str, ...] = ()
    replies: tuple[str, ...] = ()
    by_sound: Mapping[str, str] = field(default_factory=dict)
    """Transcripts by `fingerprint` of the utterance; they come before those in order."""


def fingerprint(samples: Samples) -> str:
    """A name for exactly these samples."""
    return hashlib.sha256(pcm(samples).tobytes()).hexdigest()[:16]


def root_mean_square(samples: Samples) -> float:
    """Loudness in steps of int16, without the constant offset of a bad microphone."""
    return float(np.std(samples.astype(np.float64))) if len(samples) else 0.0


class ScriptedWake:
    """Hears the wake word where the sound holds `MARKER`, and at the positions it was given."""

    def __init__(self, words: Sequence[str] = ("hey_jarvis",), at: Sequence[int] = ()) -> None:
        """Answer with the first of `words`."""
        self._words = tuple(words)
        self._at = tuple(at)
        self._position = 0
        self._tail: Samples = np.zeros(0, dtype=np.int16)

    @property
    def words(self) -> tuple[str, ...]:
        """Ids of the words it listens for."""
        return self._words

    def process(self, samples: Samples) -> Sequence[WakeScore]:
        """Score 1 where a wake ended in this block, else nothing."""
        start, end = self._position, self._position + len(pcm(samples))
        sound = np.concatenate((self._tail, samples))
        self._position = end
        self._tail = sound[max(0, len(sound) - len(MARKER) + 1) :]
        if any(start < at <= end for at in self._at) or _holds(sound, MARKER):
            return [WakeScore(self._words[0], 1.0, 0.5)]
        return []

    def reset(self) -> None:
        """Forget the sound so far; the positions count on, since the stream does."""
        self._tail = self._tail[:0]


def _holds(sound: Samples, marker: Samples) -> bool:
    """Whether the exact samples occur anywhere."""
    if len(sound) < len(marker):
        return False
    peak = int(marker.argmax())  # its rarest sample, since it begins with silence as most sounds do
    starts = np.flatnonzero(sound[peak : len(sound) - len(marker) + peak + 1] == marker[peak])
    return any(np.array_equal(sound[at : at + len(marker)], marker) for at in starts)


class ScriptedStops:
    """Is told to stop where the sound holds `STOP_MARKER`."""

    def __init__(self) -> None:
        """Start with silence behind it."""
        self._tail: Samples = np.zeros(0, dtype=np.int16)

    def process(self, samples: Samples) -> Transcript | None:
        """Stop, where the marker ended in this block."""
        sound = np.concatenate((self._tail, pcm(samples)))
        found = _holds(sound, STOP_MARKER)
        self._tail = sound[:0] if found else sound[max(0, len(sound) - len(STOP_MARKER) + 1) :]
        return Transcript("stop", "en", 1.0) if found else None

    def reset(self) -> None:
        """Forget the sound so far."""
        self._tail = self._tail[:0]


class ScriptedVerifier:
    """Believes in the wake word where the sound holds `MARKER`."""

    def __init__(self, scores: Sequence[float] = ()) -> None:
        """Answer with these scores in order; then by the sound."""
        self._scores = deque(scores)

    def score(self, samples: Samples, text: str, language: str, likeness: Likeness | None = None) -> float:
        """0 where it is sure of the word, else far below."""
        said = self.said(samples, text, language)
        return said.likelihood + (likeness.adds(said, clearness(samples)) if likeness else 0.0)

    def said(self, samples: Samples, text: str, language: str) -> Said:  # noqa: ARG002  # it knows only one word
        """The same, and sounds that say nothing."""
        sounds = np.zeros((len(syllables(text)), 1), dtype=np.float32)
        if self._scores:
            return Said(self._scores.popleft(), sounds, "scripted")
        return Said(0.0 if _holds(pcm(samples), MARKER) else DENIED, sounds, "scripted")


class ScriptedVoice:
    """Calls everything loud speech."""

    def __init__(self) -> None:
        """Start with silence behind it."""
        self._windows = Windows(FRAME)
        self._last = 0.0

    def process(self, samples: Samples) -> float:
        """Grows with loudness; one half at `LOUD`."""
        levels = [root_mean_square(window) for window in self._windows.feed(samples)]
        found = [level / (level + LOUD) for level in levels]
        if found:
            self._last = found[-1]
        return max(found, default=self._last)

    def reset(self) -> None:
        """Forget the sound so far."""
        self._windows.reset()
        self._last = 0.0


class ScriptedTurns:
    """Never tells by the voice: it sounds as if it might be finished, and might not."""

    def finished(self, samples: Samples) -> float:
        """One half."""
        pcm(samples)
        return 0.5


class ScriptedTranscriber:
    """Reads its transcripts off a script, one for each utterance that is not silence."""

    def __init__(self, script: Script = Script(), languages: Sequence[str] = ("zh", "en")) -> None:
        """Write in these languages."""
        self._by_sound = script.by_sound
        self._lines = deque(script.transcripts)
        self._languages = tuple(languages)

    @property
    def languages(self) -> frozenset[str]:
        """ISO 639-1 codes it can be asked to write."""
        return frozenset(self._languages)

    def transcribe(self, samples: Samples, language: str | None = None) -> Transcript:
        """The next line; empty when the script is over or nothing sounds."""
        text = self._text(samples)
        spoken = "zh" if _HAN.search(text) else "en"
        known = spoken if text and spoken in self._languages else self._languages[0]
        return Transcript(text, language or known, 1.0 if text else 0.0)

    def likelihoods(self, samples: Samples, texts: Sequence[str], language: str) -> tuple[float, ...]:  # noqa: ARG002
        """None: what is on the script was said."""
        return ()

    def again(self, samples: Samples, language: str) -> tuple[tuple[str, float], ...]:  # noqa: ARG002
        """None: a line is read once."""
        return ()

    def _text(self, samples: Samples) -> str:
        if root_mean_square(pcm(samples)) < LOUD / 10:
            return ""
        known = self._by_sound.get(fingerprint(samples))
        if known is not None:
            return known
        return self._lines.popleft().strip() if self._lines else ""


class ScriptedChat:
    """Reads its replies off a script, word by word."""

    name = "scripted"

    def __init__(self, script: Script = Script()) -> None:
        """Answer with the script's replies in order, then with the question itself."""
        self._replies = deque(script.replies)

    def chat(self, messages: Sequence[Message], *, max_tokens: int = 256) -> Iterator[str]:
        """The next reply, at most `max_tokens` words of it."""
        reply = self._replies.popleft() if self._replies else messages[-1].content
        yield from _PIECE.findall(reply)[:max_tokens]

    def choose(self, messages: Sequence[Message], choices: Sequence[str]) -> Iterator[Choice | None]:  # noqa: ARG002  # the protocol's
        """The next reply where it is one of the choices, else the first of them."""
        scripted = bool(self._replies) and self._replies[0] in choices
        yield Choice(choices.index(self._replies.popleft()) if scripted else 0, 1.0)

    def warm(self, messages: Sequence[Message]) -> None:
        """Nothing to evaluate."""


class ScriptedSynthesizer:
    """Speaks a tone as long as the words would take; Chinese is a fifth higher."""

    def __init__(self, languages: Sequence[str] = ("zh", "en", "it"), rate: int = RATE) -> None:
        """Sound at `rate` hertz."""
        self._languages = frozenset(languages)
        self._rate = rate

    @property
    def rate(self) -> int:
        """Hertz of what it returns."""
        return self._rate

    @property
    def languages(self) -> frozenset[str]:
        """ISO 639-1 codes it speaks."""
        return self._languages

    def speak(self, text: str, language: str, pace: float = 1.0) -> Iterator[Samples]:
        """A tone in pieces of a fifth of a second; nothing for a text without letters or digits."""
        seconds = sum(CHARACTER_S if _HAN.match(sign) else LETTER_S for sign in text if sign.isalnum()) / pace
        hertz = 660 if language == "zh" else 440
        for start in range(0, round(seconds * self._rate), self._rate // 5):
            end = min(start + self._rate // 5, round(seconds * self._rate))
            yield (8000 * np.sin(2 * np.pi * hertz * np.arange(start, end) / self._rate)).astype(np.int16)
