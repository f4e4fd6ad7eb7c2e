"""Who says a wake word while it is learned: every voice there is, and blends of them, at many speeds."""

import hashlib
from collections.abc import Callable, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path
from typing import Self

import numpy as np

from audio.frame import RATE as HEARD_RATE
from audio.frame import Samples
from audio.quiet import trimmed
from audio.resample import resample
from models.kokoro import RATE, Kokoro, Style, read_style
from models.store.voices import LANGUAGES

NATIVE_SPEEDS = (0.8, 0.95, 1.1, 1.3)
FOREIGN_SPEEDS = (1.0,)
"""A voice of another language speaks with an accent, as people do."""

OWN_WEIGHT = (0.35, 0.8)
"""Share of the native voice in a blend, from and to."""

SPEEDS = (0.75, 1.4)
"""Of blends, from and to."""

Saying = tuple[str, str]
"""Text and ISO 639-1 language in which it is read."""


@dataclass(frozen=True, slots=True)
class Utterance:
    """One thing to say, and how."""

    text: str
    language: str
    styles: tuple[tuple[str, float], ...]
    """Names of Kokoro's styles and their shares, which add up to one."""
    speed: float
    """1 is the voices' own."""

    @property
    def key(self) -> str:
        """A name that only this one has."""
        return hashlib.sha256(repr(self).encode()).hexdigest()[:24]


def native(style: str, language: str) -> bool:
    """Whether a style is of a speaker of the language. Kokoro's names begin with it; a and b are English."""
    return LANGUAGES.get(style[0]) == language


def cast(
    sayings: Sequence[Saying], styles: Sequence[str], count: int, rng: np.random.Generator
) -> list[Utterance]:
    """`count` utterances: each voice as it is, then blends with a native voice in each where there is one."""
    said: list[Utterance] = []
    styles = sorted(styles)
    for style in styles:
        for number, speed in enumerate(NATIVE_SPEEDS):
            text, language = sayings[number % len(sayings)]
            if native(style, language) or number < len(FOREIGN_SPEEDS):
                said.append(Utterance(text, language, ((style, 1.0),), speed))
    if len(said) > count:
        said = [said[i] for i in sorted(rng.choice(len(said), count, replace=False))]
    return said + [blend(sayings[i % len(sayings)], styles, rng) for i in range(count - len(said))]


def blend(saying: Saying, styles: Sequence[str], rng: np.random.Generator) -> Utterance:
    """A text by a native voice, where there is one, and another one together; the native one is first."""
    text, language = saying
    own = [style for style in styles if native(style, language)] or list(styles)
    one = str(rng.choice(own))
    other = str(rng.choice([style for style in styles if style != one] or [one]))
    share = round(float(rng.uniform(*OWN_WEIGHT)), 2)
    speed = round(float(rng.uniform(*SPEEDS)), 2)
    return Utterance(text, language, ((one, share), (other, round(1 - share, 2))), speed)


class Speakers:
    """Speaks utterances with Kokoro, on two threads, and keeps what was spoken."""

    def __init__(self, kokoro: Kokoro, styles: Mapping[str, Path], kept: Path, threads: int = 2) -> None:
        """`kokoro` should run on one thread; `kept` is a directory of clips, so that training can go on."""
        self._kokoro = kokoro
        self._styles: Mapping[str, Style] = {name: read_style(path) for name, path in styles.items()}
        self._kept = kept
        self._threads = ThreadPoolExecutor(threads)

    def __enter__(self) -> Self:
        """Open for speaking."""
        return self

    def __exit__(self, *_: object) -> None:
        """Let the threads go; what was not begun is not spoken."""
        self._threads.shutdown(cancel_futures=True)

    @property
    def styles(self) -> tuple[str, ...]:
        """Names of the voices."""
        return tuple(self._styles)

    def speak(
        self, utterances: Sequence[Utterance], told: Callable[[], None] = lambda: None
    ) -> list[Samples]:
        """The sound of each at 16 kHz, in order, without the silence around it; `told` after each one.

        :raises EngineFailed: the network failed.
        """
        self._kept.mkdir(parents=True, exist_ok=True)
        clips = []
        for clip in self._threads.map(self._clip, utterances):
            clips.append(clip)
            told()
        return clips

    def _clip(self, utterance: Utterance) -> Samples:
        file = self._kept / f"{utterance.key}.npy"
        try:
            kept: Samples = np.load(file)
        except (OSError, ValueError, EOFError):
            kept = self._say(utterance)
            partly = file.with_suffix(f".{id(utterance)}.part")
            with partly.open("wb") as whole:
                np.save(whole, kept)
            partly.replace(file)
        return kept

    def _say(self, utterance: Utterance) -> Samples:
        styles = [np.float32(share) * self._styles[name] for name, share in utterance.styles]
        style: Style = np.sum(styles, axis=0, dtype=np.float32)
        spoken = self._kokoro.say(utterance.text, utterance.language, style, utterance.speed)
        return trimmed(resample(spoken, RATE, HEARD_RATE))
