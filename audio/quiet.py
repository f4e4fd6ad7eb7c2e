"""Where sound is quiet: around speech, and within it."""

import numpy as np
from numpy.typing import NDArray

from audio.frame import RATE, Samples

FLOOR = 0.02
"""Share of the loudest sample below which a recording is silent."""

LOOK = RATE // 50
"""Samples (20 ms) in one look at the loudness."""

MARGIN = RATE // 4
"""Samples kept around the speech."""

OVER_FLOOR = 2.5
"""How many times louder than the quiet of the recording speech is, at least."""

AUDIBLE = (0.03, 0.1)
"""Shares of the loudest looks: what is below the first is quiet, what is above the second never."""


def trimmed(sound: Samples) -> Samples:
    """The sound from where it first rises above the floor to where it falls below for good."""
    heights = np.abs(sound.astype(np.int32))
    loud = np.flatnonzero(heights > FLOOR * heights.max(initial=0))
    return sound[loud[0] : loud[-1] + 1] if len(loud) else sound[:0]


def quietest(samples: Samples, end: int) -> int:
    """The middle of the quietest fifth of a second in the last ten seconds before `end`."""
    hop = RATE // 5
    blocks = samples[max(0, end - 10 * RATE) : end]
    blocks = blocks[len(blocks) % hop :]
    if not len(blocks):
        return end
    power = np.square(blocks.reshape(-1, hop).astype(np.float32)).mean(axis=1)
    return end - len(blocks) + int(np.argmin(power)) * hop + hop // 2


def spoken(samples: Samples) -> Samples:
    """The sound without the quiet before its first and behind its last loud look, but for a margin."""
    looks = samples[: len(samples) - len(samples) % LOOK].reshape(-1, LOOK).astype(np.float32)
    if len(looks) < 2 * MARGIN // LOOK:
        return samples
    loudness: NDArray[np.float32] = np.std(looks, axis=1)
    floor, peak = np.percentile(loudness, (10, 98))
    least = min(max(OVER_FLOOR * floor, AUDIBLE[0] * peak), AUDIBLE[1] * peak)
    loud = np.flatnonzero(loudness > least)
    if not len(loud):
        return samples
    return samples[max(0, int(loud[0]) * LOOK - MARGIN) : (int(loud[-1]) + 1) * LOOK + MARGIN]
