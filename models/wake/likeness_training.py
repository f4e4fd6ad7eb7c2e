"""Teaches what tells a wake word from what sounds like it, for `likeness`, from voices that said both."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from models.wake.likeness import CLEAR_DB, ODDS, Array, Likeness, Said
from models.wake.network import sigmoid

FEWEST = 8
"""Sounds of each kind that a judge is taught with."""

STEPS = 1000
SHRINK = 0.03
"""Weight of the squared weights, against judges that know only their teachers."""

REFUSED = 0.05
"""Share of true words, by voices that did not teach, that lie below the limits."""

SPARE = 1.0
"""Log-odds below that: people speak less clearly than voices do."""

KNOWN = 0.5
"""The same for the household, whose own recordings tell how clearly it speaks."""

LENIENT = 2.0
"""Log-odds by which one recording may be less clear than the voices, and be taken for how they speak."""

HIDDEN = 5.0
"""Log-odds that noise may hide at most: the voices that are heard in it are too few to believe in more."""


@dataclass(frozen=True, slots=True, eq=False)
class Heard:
    """A sound as the recogniser heard it."""

    said: Said
    clearness: float
    """Decibels between its loud and its quiet."""
    shared: tuple[bool, ...] | None = None
    """Of each syllable, whether it is the word's; None where it is another text altogether."""

    @property
    def clear(self) -> bool:
        """Whether there is little but the voice in it."""
        return self.clearness > sum(CLEAR_DB) / 2

    @property
    def word(self) -> bool:
        """Whether it is the word."""
        return self.shared is not None and all(self.shared)


def learned(
    taught: Sequence[Heard], checks: Sequence[Heard], eased: float = 0.0, own: Sequence[Heard] = ()
) -> Likeness | None:
    """Judges from sounds of the word and of others, limits from the word by voices that did not teach them.

    None where there is too little of one of them. `eased` is the likeness's, `own` the word by the household:
    it sets limits and teaches nothing, since judges would take everything in its voice for the word.
    """
    words = sum(heard.word for heard in taught)
    if min(words, len(taught) - words, len(checks)) < FEWEST:
        return None
    sounds = np.stack([heard.said.sounds for heard in taught])
    compared = np.array([heard.shared is not None for heard in taught])
    same = np.array([heard.shared or (False,) * sounds.shape[1] for heard in taught])
    each = np.stack([
        _judge(sounds[compared, place], same[compared, place]) for place in range(sounds.shape[1])
    ])  # fmt: skip
    draft = Likeness(taught[0].said.by, each, _together(sounds, np.all(same, axis=1)), eased, 0.0, 0.0)
    clear, noisy = (_limit(draft, [heard for heard in checks if heard.clear == kind]) for kind in (1, 0))
    limits = replace(draft, clear=max(clear, noisy), noisy=max(noisy, clear - HIDDEN))
    met = _met(limits, own)
    return replace(limits, clear=met, noisy=min(limits.noisy, met))


def _met(likeness: Likeness, own: Sequence[Heard]) -> float:
    """Half the way from the clear limit to what the household reaches; noise may hide how clearly that is."""
    clear = [likeness.odds(heard.said) for heard in own if heard.clear]
    reached = clear or [likeness.odds(heard.said) for heard in own]
    least = min(reached, default=likeness.clear + KNOWN) - KNOWN
    return (likeness.clear + max(least, likeness.clear - (LENIENT if clear else 0.0))) / 2


def _limit(likeness: Likeness, words: Sequence[Heard]) -> float:
    """What all but a few reach; nothing is asked where none was heard."""
    if not words:
        return -2 * ODDS
    return float(np.quantile([likeness.odds(heard.said) for heard in words], REFUSED)) - SPARE


def _together(sounds: Array, word: NDArray[np.bool_]) -> Array:
    weights = _judge(sounds.reshape(len(sounds), -1), word)
    shares = np.full(sounds.shape[1], weights[-1] / sounds.shape[1], dtype=np.float32)
    return np.column_stack((weights[:-1].reshape(sounds.shape[1:]), shares))


def _judge(sounds: Array, word: NDArray[np.bool_]) -> Array:
    """Weights and bias that give the log-odds of `word`; nothing but trust where there is too little to tell.

    Both kinds count the same in sum, however many there are.
    """
    if min(word.sum(), (~word).sum()) < FEWEST:
        return np.append(np.zeros(sounds.shape[1], dtype=np.float32), np.float32(ODDS))
    mean, scale = sounds.mean(0), 1 / (sounds.std(0) + 1e-6)
    given = (sounds - mean) * scale
    counts = np.where(word, 0.5 / word.sum(), 0.5 / (~word).sum()).astype(np.float32)
    weights, bias = np.zeros(given.shape[1], dtype=np.float32), 0.0
    pace = 8.0 / max(1.0, float(np.mean((given**2).sum(1))))
    for _ in range(STEPS):
        error = (sigmoid(given @ weights + np.float32(bias)) - word) * counts
        weights -= (pace * (given.T @ error + SHRINK * weights)).astype(np.float32)
        bias -= pace * float(error.sum())
    scaled = weights * scale
    return np.append(scaled, bias - float(mean @ scaled)).astype(np.float32)
