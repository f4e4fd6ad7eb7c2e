"""Listens for wake words that were learned from their text: one embedding, small networks for each word."""

from collections.abc import Iterator, Sequence
from pathlib import Path

import numpy as np

from audio.frame import Samples
from models.protocols import WakeScore
from models.wake.embedding import FRAMES, HEARD, HOP, PER_HOP, Embeddings, SpeechEmbedding
from models.wake.learned_word import read_word
from models.window import Windows

STRIDE = 2
"""Hops that are embedded together: nearly as cheap as one, since what they share is computed once."""


class TextWake:
    """Wake detector for words of one's own; 3 % of a core while somebody speaks."""

    def __init__(self, directories: Sequence[Path], threshold: float | None = None) -> None:
        """Load the words; `threshold` stands in for their own.

        :raises ModelMissing: there is no word in one of the directories.
        :raises ModelDamaged: its files are not what was written.
        """
        self._words = [read_word(directory) for directory in directories]
        self._threshold = threshold
        self._embedding = SpeechEmbedding()
        self._windows = Windows(STRIDE * HOP)
        silence = np.zeros(HEARD, dtype=np.int16)
        self._quiet = np.tile(self._embedding.mels(silence), (FRAMES // PER_HOP + 1, 1))
        self._nothing = self._embedding.embed(self._quiet[:FRAMES])
        self.reset()

    @property
    def words(self) -> tuple[str, ...]:
        """Ids of the words it listens for."""
        return tuple(word.facts.id for word in self._words)

    def process(self, samples: Samples) -> Sequence[WakeScore]:
        """Best score per word of the windows that ended in this block; empty where none did."""
        best: dict[str, WakeScore] = {}
        for window in self._windows.feed(samples):
            self._hear(window)
            for score in self._scores():
                if score.word not in best or score.score > best[score.word].score:
                    best[score.word] = score
        return tuple(best.values())

    def reset(self) -> None:
        """Forget the sound so far: silence is behind it again."""
        self._windows.reset()
        self._sound: Samples = np.zeros(HEARD - HOP, dtype=np.int16)
        self._frames = self._quiet[-(FRAMES - PER_HOP // 2) :]
        longest = max((word.ensemble.hops for word in self._words), default=1)
        self._heard: Embeddings = np.tile(self._nothing, (longest + STRIDE, 1))
        self._before = dict.fromkeys(self.words, 0.0)

    def _hear(self, window: Samples) -> None:
        """Append the embeddings of the hops in a window."""
        sound = np.concatenate((self._sound, window))
        frames = [self._embedding.mels(sound[at : at + HEARD]) for at in range(0, STRIDE * HOP, HOP)]
        self._sound = sound[STRIDE * HOP :]
        self._frames = np.concatenate((self._frames, *frames))[-(FRAMES + STRIDE * PER_HOP - PER_HOP // 2) :]
        new = self._embedding.embed(self._frames)[-STRIDE:]
        self._heard = np.concatenate((self._heard[STRIDE:], new))

    def _scores(self) -> Iterator[WakeScore]:
        for word in self._words:
            hops = word.ensemble.hops
            for now in word.ensemble.probabilities(self._heard[-(hops + STRIDE - 1) :]).tolist():
                score = (now + self._before[word.facts.id]) / 2
                self._before[word.facts.id] = now
                yield WakeScore(word.facts.id, min(score, 1.0), self._threshold or word.facts.sure)
