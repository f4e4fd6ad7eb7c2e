"""Examples to learn a wake word from: spoken clips in rooms and noise, cut into windows of embeddings."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np

from audio.frame import RATE, Samples
from models.acoustics import Sound, Surroundings
from models.wake.embedding import FRAMES, HEARD, HOP, PER_HOP, SIZE, Embeddings, SpeechEmbedding
from models.wake.network import Array, windows

LENGTH = round(3.2 * RATE)
"""Samples of one scene."""

BEHIND_S = (0.4, 0.75)
"""From the end of the word to the end of the scene."""

WORD_S = (-0.0, 0.34)
"""Windows that end within these seconds of the word's end are the word."""

PART_S = -0.36
"""Windows that end before this, seen from the word's end, hold only a part of it."""

LONGEST = round(1.9 * RATE)
"""Samples of a word; what is longer loses its beginning."""

_FIRST_END = (FRAMES // PER_HOP) * HOP + HEARD
"""Samples of a clip that the first embedding has heard."""


@dataclass(frozen=True, slots=True, eq=False)
class Examples:
    """Windows (n, hops · 96), by what they hold."""

    word: Array
    part: Array
    """Only the beginning of the word, or what was said before it."""


def scene(word: Sound, others: Sequence[Sound], around: Surroundings) -> tuple[Sound, int]:
    """The word in the middle of silence or other speech, `LENGTH` samples, and the sample where it ends."""
    made = np.zeros(LENGTH, dtype=np.float32)
    word = word[-LONGEST:]
    end = LENGTH - round(around.between(BEHIND_S) * RATE)
    if others and around.chance(0.35):
        before = end - len(word) - round(around.between((0.05, 0.5)) * RATE)
        _lay(made, around.throat_of(others), before, ends=True)
    if others and around.chance(0.5):
        behind = end + round(around.between((0.05, 0.3)) * RATE)
        _lay(made, around.throat_of(others), behind, ends=False)
    made[end - len(word) : end] += word
    return made, end


def _lay(made: Sound, speech: Sound, at: int, *, ends: bool) -> None:
    """Mix speech in, so that it ends or begins at a sample."""
    if ends:
        piece = speech[-max(0, at) :] if at > 0 else speech[:0]
        made[at - len(piece) : at] += piece
    else:
        piece = speech[: max(0, LENGTH - at)]
        made[at : at + len(piece)] += piece


def ends(count: int, length: int) -> Array:
    """Seconds from the beginning of a clip at which each embedding has heard it."""
    start = (length - HEARD) % HOP
    return np.asarray((np.arange(count) * HOP + start + _FIRST_END) / RATE, dtype=np.float32)


class Stage:
    """Puts words into scenes and embeds what a microphone would have heard."""

    def __init__(self, embedding: SpeechEmbedding, others: Sequence[Samples], seed: int) -> None:
        """`others` is speech to stand before, behind and beneath the word."""
        self._embedding = embedding
        self.around = Surroundings(np.random.default_rng(seed))
        self._others = [clip.astype(np.float32) / np.float32(32768) for clip in others]

    def sound(self, word: Samples) -> tuple[Samples, float]:
        """One scene as it is heard, and the second where the word ends in it."""
        placed, end = scene(self.around.throat(word), self._others, self.around)
        return self.around.heard(placed, self._others), end / RATE

    def clear(self, word: Samples) -> tuple[Samples, float]:
        """A scene in a quiet room, near the microphone, and the second where the word ends in it."""
        placed = np.zeros(LENGTH, dtype=np.float32)
        end = LENGTH - round(self.around.between(BEHIND_S) * RATE)
        spoken = word[-LONGEST:].astype(np.float32)
        placed[end - len(spoken) : end] = spoken
        return self.around.near(placed), end / RATE

    def perform(self, word: Samples) -> tuple[Embeddings, float]:
        """One scene's embeddings, and the second where the word ends."""
        heard, end = self.sound(word)
        return self._embedding.clip(heard), end

    def examples(
        self, words: Sequence[Samples], times: int, hops: int, told: Callable[[], None] = lambda: None
    ) -> Examples:
        """Each word in so many scenes; `told` after each word."""
        whole: list[Array] = []
        parts: list[Array] = []
        for word in words:
            for _ in range(times):
                embeddings, end = self.perform(word)
                views = windows(embeddings, hops)
                late = ends(len(embeddings), LENGTH)[hops - 1 :] - end
                whole.append(views[(late >= WORD_S[0]) & (late <= WORD_S[1])])
                parts.append(views[late <= PART_S])
            told()
        none = np.zeros((0, hops * SIZE), dtype=np.float32)
        return Examples(np.concatenate((none, *whole)), np.concatenate((none, *parts)))
