"""Whether a sound is a wake word or something like it: how each of its syllables sounds to the recogniser.

The recogniser's forced alignment says where each syllable is, its encoder what is heard there. One linear
judge for each syllable and one for all of them were taught by voices saying the word, and by the same voices
saying texts that sound like it (`models.wake.likeness_training`).
"""

from collections.abc import Sequence
from dataclasses import dataclass
from io import BytesIO
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from audio.frame import Samples

Array = NDArray[np.float32]

CLEAR_DB = (12.0, 40.0)
"""Between loud and quiet of a sound: a voice in noise, and one in silence; what lies between is between."""

AGAINST = 2.0
"""Log-probability per token that each nat of odds below the limit takes away."""

ODDS = 6.0
"""A syllable that is surer than this counts as this sure: it does not make up for another."""

LOOK = 320
"""Samples whose loudness is one number."""

LONGEST = 18
"""Frames (20 ms) of the first syllable; before it there is anything."""


@dataclass(frozen=True, slots=True, eq=False)
class Said:
    """What a recogniser makes of a text in a sound."""

    likelihood: float
    """Mean log-probability per token."""
    sounds: Array
    """(syllables, width): mean of what its encoder made of the stretch of each syllable."""
    by: str
    """Which recogniser: what one hears means nothing to another."""


@dataclass(frozen=True, slots=True, eq=False)
class Likeness:
    """What tells a word from what sounds like it."""

    by: str
    """The recogniser that it was taught with."""
    each: Array
    """(syllables, width + 1): weights of each syllable's judge, its bias last; zeros where there is none."""
    whole: Array
    """(syllables, width + 1): weights of the judge of all syllables, in each row a share of its bias last."""
    eased: float
    """Log-probability per token that may be missing in noise, and in a clear sound may not."""
    clear: float
    """Log-odds that a clear voice reaches."""
    noisy: float
    """The same in noise."""

    def odds(self, said: Said) -> float:
        """Log-odds that it was the word: of its least likely syllable, of all together, and of the text."""
        least = min(float(judged(said.sounds, self.each).min()), ODDS)
        whole = float(judged(said.sounds, self.whole).sum())
        return least + min(max(whole, -ODDS), ODDS) + said.likelihood

    def limit(self, clearness: float) -> float:
        """Log-odds that are asked for."""
        return float(np.interp(clearness, CLEAR_DB, (self.noisy, self.clear)))

    def adds(self, said: Said, clearness: float) -> float:
        """To the log-probability of the text: less where it is like another, more where noise is to blame."""
        eased = float(np.interp(clearness, CLEAR_DB, (self.eased, 0.0)))
        if self.by != said.by or self.each.shape != (len(said.sounds), said.sounds.shape[1] + 1):
            return eased
        return eased + AGAINST * min(0.0, self.odds(said) - self.limit(clearness))


def pack(likeness: Likeness) -> bytes:
    """The likeness as a file."""
    whole = BytesIO()
    np.savez_compressed(
        whole, by=np.array(likeness.by), each=likeness.each, whole=likeness.whole,
        limits=np.array([likeness.eased, likeness.clear, likeness.noisy]),
    )  # fmt: skip
    return whole.getvalue()


def unpack(packed: bytes) -> Likeness:
    """What `pack` made. :raises ValueError: numbers that are none, or that do not fit."""
    with np.load(BytesIO(packed), allow_pickle=False) as parts:
        each, whole = (parts[name].astype(np.float32) for name in ("each", "whole"))
        limits, by = parts["limits"].astype(np.float64), str(parts["by"])
    if each.ndim != 2 or each.shape != whole.shape or limits.shape != (3,) or not len(each):
        raise ValueError("its likeness has another shape")
    if not all(np.isfinite(array).all() for array in (each, whole, limits)):
        raise ValueError("its likeness is not of numbers")
    return Likeness(by, each, whole, *limits.tolist())


def judged(sounds: Array, weights: Array) -> Array:
    """What the judge of each row makes of the sound in that row."""
    made: Array = (sounds * weights[:, :-1]).sum(1) + weights[:, -1]
    return made


def clearness(samples: Samples) -> float:
    """Decibels between the loud and the quiet of a sound."""
    looks = samples[: len(samples) // LOOK * LOOK].reshape(-1, LOOK).astype(np.float64)
    if not len(looks):
        return 0.0
    quiet, loud = np.quantile(np.sqrt(np.mean(np.square(looks), axis=1)) + 1.0, (0.1, 0.9))
    return float(20 * np.log10(loud / quiet))


def stretches(alignment: NDArray[np.int64], starts: Sequence[int]) -> list[tuple[int, int]]:
    """First and last frame (exclusive) of each syllable, by an alignment's pairs of token and frame.

    `starts` holds the first token of each syllable, and the one behind the text.
    """
    token, frame = alignment.T
    owned = [frame[(token >= first) & (token < behind)] for first, behind in pairwise(starts)]
    found = [(int(own.min()), int(own.max()) + 1) for own in owned]
    begin, end = found[0]
    found[0] = (max(begin, end - LONGEST), end)
    return found
