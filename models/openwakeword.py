"""openWakeWord: a speech embedding every 80 ms and a small network per word; 7 % of a core."""

from collections.abc import Iterator, Sequence
from typing import Any

import numpy as np
from pyopen_wakeword import Model, OpenWakeWord, OpenWakeWordFeatures

from audio.frame import Samples
from models.errors import ModelMissing
from models.protocols import WakeScore
from models.window import Windows

WORDS = tuple(model.value for model in Model)
"""What the package carries."""

HOP = 1280
"""Samples between embeddings."""

THRESHOLD = 0.5
"""From which score on the authors call it a wake."""

_State = dict[str, Any]


class OpenWake:
    """Wake detector that hears distant and unclear voices better, at a higher cost."""

    def __init__(self, words: Sequence[str], threshold: float | None = None) -> None:
        """Listen for some of `WORDS`.

        :raises ModelMissing: a word that the package does not carry.
        """
        for word in words:
            if word not in WORDS:
                raise ModelMissing(f"openwakeword has no wake word '{word}'; it knows: {', '.join(WORDS)}")
        self._windows = Windows(HOP)
        self._features = OpenWakeWordFeatures.from_builtin()
        self._models = {word: OpenWakeWord.from_builtin(Model(word)) for word in words}
        self._threshold = threshold or THRESHOLD
        # The first block makes the features run through eight seconds of silence (half a second of work).
        # Doing so once and coming back to what it left makes `reset` free.
        for _ in self._scores(np.zeros(HOP, dtype=np.int16)):
            pass
        self._silence = [_remember(part) for part in self._parts()]

    @property
    def words(self) -> tuple[str, ...]:
        """Ids of the words it listens for."""
        return tuple(self._models)

    def process(self, samples: Samples) -> Sequence[WakeScore]:
        """Best score per word of the windows that ended in this block; empty where none did."""
        best: dict[str, float] = {}
        for window in self._windows.feed(samples):
            for word, score in self._scores(window):
                best[word] = max(best.get(word, 0.0), score)
        return [WakeScore(word, min(score, 1.0), self._threshold) for word, score in best.items()]

    def reset(self) -> None:
        """Forget the sound so far: silence is behind it again."""
        self._windows.reset()
        for part, state in zip(self._parts(), self._silence, strict=True):
            _restore(part, state)

    def _scores(self, window: Samples) -> Iterator[tuple[str, float]]:
        for embedding in self._features.process_streaming(window.tobytes()):
            for word, model in self._models.items():
                for score in model.process_streaming(embedding):
                    yield word, score

    def _parts(self) -> list[object]:
        return [self._features, *self._models.values()]


def _remember(part: object) -> _State:
    """What changes as it listens: its arrays and its counts of new items."""
    return {
        name: np.copy(value) if isinstance(value, np.ndarray) else value
        for name, value in vars(part).items()
        if isinstance(value, np.ndarray) or name.startswith("new_")
    }


def _restore(part: object, state: _State) -> None:
    for name, value in state.items():
        setattr(part, name, np.copy(value) if isinstance(value, np.ndarray) else value)
