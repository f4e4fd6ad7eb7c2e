"""Sound without the silence around it."""

import numpy as np

from audio.frame import Samples

FLOOR = 0.02
"""Share of the loudest sample below which a recording is silent."""


def trimmed(sound: Samples) -> Samples:
    """The sound from where it first rises above the floor to where it falls below for good."""
    heights = np.abs(sound.astype(np.int32))
    loud = np.flatnonzero(heights > FLOOR * heights.max(initial=0))
    return sound[loud[0] : loud[-1] + 1] if len(loud) else sound[:0]
