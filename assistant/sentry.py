"""The way from sound to a wake over recordings, one step after another: what the ear does at a microphone."""

from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import chain
from pathlib import Path
from time import perf_counter

import numpy as np

from assistant import engines, paths
from assistant.config import Config
from assistant.waking import KEPT
from audio import wav
from audio.frame import FRAME, RATE, Samples
from models.cascade import Cascade, Suspect, WakeWord
from models.gate import Gated
from models.protocols import WakeDetector, WakeVerifier
from models.store import Store
from models.window import Windows


@dataclass(slots=True)
class Watch:
    """What a sentry made of one recording."""

    peak: dict[str, float]
    """Highest score of each word."""
    wakes: list[Suspect] = field(default_factory=list)
    checks: int = 0
    """How often the verifier was asked."""
    verifying_s: float = 0.0
    """Seconds that it took."""


class Sentry:
    """Hears wake words in recordings as the product hears them."""

    def __init__(
        self, detector: WakeDetector, verifier: WakeVerifier | None, words: Sequence[WakeWord]
    ) -> None:
        """Without a verifier, the detector must be sure."""
        self._detector = detector
        self._verifier = verifier
        self._words = words if verifier else [word.strict for word in words]

    @classmethod
    def of(cls, config: Config) -> "Sentry":
        """As configured. :raises ModelMissing: no engine knows a word, or there is no recogniser."""
        detector, verifier = engines.wake_detector(config), None
        detector = Gated(detector) if engines.wake_gate(config) else detector
        if config.wake.verify:
            transcriber = engines.transcriber(config, Store(paths.models_dir()))
            verifier = engines.wake_verifier(config, transcriber)
        return cls(detector, verifier, engines.wake_words(config))

    def watch(self, frames: Iterable[Samples], told: Callable[[Suspect, int], None] | None = None) -> Watch:
        """One recording from its start; `told` hears of every wake, and at which position it was known."""
        self._detector.reset()
        cascade, watch = Cascade(self._words), Watch(dict.fromkeys(self._detector.words, 0.0))
        recent: deque[Samples] = deque(maxlen=KEPT)
        position = 0
        for samples in frames:
            position += len(samples)
            recent.append(samples)
            scores = self._detector.process(samples)
            watch.peak |= {heard.word: max(watch.peak[heard.word], heard.score) for heard in scores}
            for suspect in cascade.feed(position, scores):
                began = perf_counter()
                confirmed = self._confirms(suspect, np.concatenate(recent))
                watch.checks += 1
                watch.verifying_s += perf_counter() - began
                if confirmed:
                    cascade.woken(suspect)
                    watch.wakes.append(suspect)
                    if told is not None:
                        told(suspect, position)
                    break
        return watch

    def _confirms(self, suspect: Suspect, sound: Samples) -> bool:
        if self._verifier is None:
            return True
        word = suspect.word
        return suspect.confirmed(self._verifier.score(sound, word.text, word.language, word.likeness))


def frames_of(file: Path) -> Iterator[Samples]:
    """A recording as a microphone would give it, with a second of silence behind: that goes on too."""
    windows = Windows(FRAME)
    for block in chain(wav.blocks(file), [np.zeros(RATE, dtype=np.int16)]):
        yield from windows.feed(block)
