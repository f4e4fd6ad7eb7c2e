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

REFUSED, PASSED = 0.02, 0.05
"""Shares of true words and of others, by voices that did not teach, that lie on the wrong side of a limit; it
stands between the two, and never refuses more than `PASSED` of the words."""

SPARE = 1.0
"""Log-odds below what is reached in noise: rooms differ more than those that are heard here."""

KNOWN = 0.5
"""The same for the household, whose own recordings tell how clearly it speaks."""

PARTS = 3
"""Of the voices; each is judged by what the others taught."""

LENIENT = 2.0
"""Log-odds by which one recording may be less clear than the voices, and be taken for how they speak."""

HIDDEN = 4.0
"""Log-odds that noise may hide at most: the voices that are heard in it are too few to believe in more."""


@dataclass(frozen=True, slots=True, eq=False)
class Heard:
    """A sound as the recogniser heard it."""

    said: Said
    clearness: float
    """Decibels between its loud and its quiet."""
    shared: tuple[bool, ...] | None = None
    """Of each syllable, whether it is the word's; None where it is another text altogether."""
    voices: tuple[str, ...] = ()
    """Who says it, the first most of it."""
    native: bool = False
    """Whether that one speaks the language from birth: the others have an accent, and set no limits."""

    @property
    def clear(self) -> bool:
        """Whether there is little but the voice in it."""
        return self.clearness > sum(CLEAR_DB) / 2

    @property
    def word(self) -> bool:
        """Whether it is the word."""
        return self.shared is not None and all(self.shared)


def learned(taught: Sequence[Heard], eased: float = 0.0, own: Sequence[Heard] = ()) -> Likeness | None:
    """Judges from sounds of the word and of others, limits from each voice by what the others taught.

    None where there is too little of one of them. `eased` is the likeness's, `own` the word by the household:
    it eases limits and teaches nothing, since judges would take everything in its voice for the word.
    """
    judged = _judged(taught)
    clear = [(odds, heard.word) for odds, heard in judged if heard.clear]
    words, others = ([odds for odds, word in clear if word == kind] for kind in (True, False))
    if min(len(words), len(others)) < FEWEST:
        return None
    limit = _between(words, others)
    noisy = _reached([odds for odds, heard in judged if heard.word and not heard.clear])
    limits = replace(_judges(taught), eased=eased, clear=max(limit, noisy), noisy=max(noisy, limit - HIDDEN))
    met = _met(limits, own)
    return replace(limits, clear=met, noisy=min(limits.noisy, met))


def _judged(taught: Sequence[Heard]) -> list[tuple[float, Heard]]:
    """Log-odds of what native voices say, by judges that never heard them."""
    names = sorted({voice for heard in taught for voice in heard.voices})
    part = {voice: number % PARTS for number, voice in enumerate(names)}
    found: list[tuple[float, Heard]] = []
    for number in range(PARTS):
        theirs = [heard for heard in taught if heard.native and part[heard.voices[0]] == number]
        rest = [heard for heard in taught if number not in map(part.__getitem__, heard.voices)]
        judges = _judges(rest) if theirs and rest else None
        found += [(judges.odds(heard.said), heard) for heard in theirs if judges]
    return found


def _judges(taught: Sequence[Heard]) -> Likeness:
    """What asks for nothing yet."""
    sounds = np.stack([heard.said.sounds for heard in taught])
    compared = np.array([heard.shared is not None for heard in taught])
    same = np.array([heard.shared or (False,) * sounds.shape[1] for heard in taught])
    each = np.stack([
        _judge(sounds[compared, place], same[compared, place]) for place in range(sounds.shape[1])
    ])  # fmt: skip
    return Likeness(taught[0].said.by, each, _together(sounds, np.all(same, axis=1)), 0.0, 0.0, 0.0)


def _between(words: Sequence[float], others: Sequence[float]) -> float:
    """Half way between what nearly all words reach and what nearly nothing else does."""
    middle = (np.quantile(words, REFUSED) + np.quantile(others, 1 - PASSED)) / 2
    return float(min(middle, np.quantile(words, PASSED)))


def _met(likeness: Likeness, own: Sequence[Heard]) -> float:
    """Half the way from the clear limit down to what the household reaches; noise may hide how clear that is.

    Never up: a limit that is higher than what voices need refuses the household's next word.
    """
    reached = [likeness.odds(heard.said) for heard in own if heard.clear]
    least = min(reached, default=likeness.clear + KNOWN) - KNOWN
    return likeness.clear + min(0.0, max(least - likeness.clear, -LENIENT)) / 2


def _reached(words: Sequence[float]) -> float:
    """What all but a few words reach in noise; nothing is asked where none was heard."""
    return float(np.quantile(words, PASSED)) - SPARE if words else -2 * ODDS


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
