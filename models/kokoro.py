"""Kokoro 82M: one small network for many voices and languages; real-time factor 0.15."""

import json
import logging
import re
from collections import deque
from collections.abc import Callable, Iterator, Mapping
from functools import partial
from pathlib import Path

import jieba  # type: ignore[import-untyped]  # publishes no types
import numpy as np
from misaki.zh import ZHG2P  # type: ignore[import-untyped]  # publishes no types
from numpy.typing import NDArray

from audio.frame import Samples
from models.errors import EngineFailed
from models.espeak import kokoro_phonemes
from models.onnx import THREADS, running, session
from models.products import as_products
from models.speech import breaths, sound

RATE = 24_000
Style = NDArray[np.float32]
"""A voice: float32 (510, 1, 256), one row for each length of text in tokens."""

LONGEST = 510
"""Tokens in one run of the network, those at both ends not counted."""


_WESTERN = re.compile(r"([A-Za-zÀ-ÖØ-öø-ž][A-Za-zÀ-ÖØ-öø-ž'’\- ]*)")
_HAN = re.compile(r"([\u3400-\u9fff]+)")


class Kokoro:
    """Synthesizer for the languages it was given voices for; they share one network."""

    def __init__(
        self, directory: Path, voices: Mapping[str, Path], speed: float = 1.0, threads: int = THREADS
    ) -> None:
        """Load the network; `voices` is ISO 639-1 code to style file.

        :raises EngineFailed: a file is missing or cannot be read.
        """
        self._speed = speed
        try:
            self._vocabulary: dict[str, int] = json.loads((directory / "vocab.json").read_bytes())["vocab"]
            self._styles = {language: read_style(path) for language, path in voices.items()}
            network = next(iter(sorted(directory.glob("*.onnx"))))
            self._session = session(network, threads, as_products(network))
        except (OSError, ValueError, KeyError, RuntimeError, StopIteration) as problem:
            raise EngineFailed(
                f"Kokoro cannot be loaded from {directory} ({problem}); run: xiaoban models verify"
            ) from problem
        self._mandarin = ZHG2P()
        jieba.setLogLevel(logging.WARNING)
        for language in self._styles:  # dictionaries and memory, which the first reply must not wait for
            deque(self.speak("好" if language == "zh" else "a", language), maxlen=0)

    @property
    def rate(self) -> int:
        """Hertz of what it returns."""
        return RATE

    @property
    def languages(self) -> frozenset[str]:
        """ISO 639-1 codes it speaks."""
        return frozenset(self._styles)

    def speak(self, text: str, language: str, pace: float = 1.0) -> Iterator[Samples]:
        """Sound of normalised text, breath by breath; western words inside Chinese are spoken as English.

        :raises EngineFailed: it has no voice for the language.
        """
        style = self._styles.get(language)
        if style is None:
            raise EngineFailed(f"Kokoro has no voice for '{language}'; it speaks {', '.join(self._styles)}")
        for breath in breaths(text):
            for tokens in self._tokens(self.phonemes(breath, language)):
                yield sound(self._run(tokens, style, self._speed * pace), RATE)

    def say(self, text: str, language: str, style: Style, speed: float) -> Samples:
        """One short text by any voice, or by a blend of voices: the mean of their styles."""
        waves = [self._run(tokens, style, speed) for tokens in self._tokens(self.phonemes(text, language))]
        return sound(np.concatenate(waves or [np.zeros(0, dtype=np.float32)]), RATE)

    def phonemes(self, text: str, language: str) -> str:
        """The text in Kokoro's alphabet, each script by its own rules."""
        home, guest = (self._chinese, _english) if language == "zh" else (_by(language), self._chinese)
        parts = (_WESTERN if language == "zh" else _HAN).split(text)
        spoken = [(guest if odd % 2 else home)(part) for odd, part in enumerate(parts) if part.strip()]
        return " ".join(spoken)

    def _chinese(self, text: str) -> str:
        """Mandarin, digits included; bare punctuation stays as it is."""
        return str(self._mandarin(text)[0]).strip()

    def _tokens(self, phonemes: str) -> Iterator[list[int]]:
        """What the network takes in one run, cut at spaces where it is too long."""
        known = "".join(sign for sign in phonemes if sign in self._vocabulary)
        while any(sign.isalpha() for sign in known):
            cut = len(known) if len(known) <= LONGEST else known.rfind(" ", 1, LONGEST)
            cut = LONGEST if cut < 1 else cut
            yield [self._vocabulary[sign] for sign in known[:cut]]
            known = known[cut:].strip()

    def _run(self, tokens: list[int], style: Style, speed: float) -> NDArray[np.float32]:
        given = {
            "tokens": np.array([[0, *tokens, 0]], dtype=np.int64),
            "style": style[len(tokens) - 1],
            "speed": np.array([speed], dtype=np.float32),
        }
        with running("Kokoro"):
            (wave, *_) = self._session.run(None, given)
        return np.asarray(wave, dtype=np.float32).reshape(-1)


def _by(language: str) -> Callable[[str], str]:
    """How a western language is pronounced."""
    return partial(kokoro_phonemes, language=language)


_english = _by("en")


def read_style(path: Path) -> Style:
    """A voice as Kokoro keeps it."""
    return np.fromfile(path, dtype=np.float32).reshape(LONGEST, 1, 256)
