"""The sounds it makes without words, synthesised: the answer to its name, and a timer's ring."""

from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

from audio.frame import Samples

_LEVEL = 0.25
"""Loudest sample, of full scale: present in a quiet room, no fright at night."""

_PARTIALS = ((1.0, 1.0), (2.0, 0.35), (3.01, 0.12))
"""Overtones of a small bell: multiple of the pitch, share."""

_WAKE = ((0.0, 784.0), (0.07, 1174.7))
"""Seconds and hertz: g to d, rising, as a question does."""

_RING = ((0.0, 1046.5), (0.18, 1318.5), (0.36, 1568.0), (0.54, 1318.5))
"""A major chord, up and half down, so that it can go round."""


@lru_cache(maxsize=8)
def wake_chime(rate: int) -> Samples:
    """Two rising notes, a quarter of a second, to say "I am listening"."""
    return _melody(_WAKE, rate, length_s=0.25, decay_s=0.06)


@lru_cache(maxsize=8)
def timer_ring(rate: int) -> Samples:
    """One round of the timer's ring and a rest, 1.5 s; play it again until somebody says stop."""
    return _melody(_RING, rate, length_s=1.5, decay_s=0.15)


def _melody(notes: tuple[tuple[float, float], ...], rate: int, *, length_s: float, decay_s: float) -> Samples:
    sound = np.zeros(round(length_s * rate))
    for at_s, pitch in notes:
        rest = sound[round(at_s * rate) :]
        rest += _note(pitch, len(rest), rate, decay_s)
    fade = np.minimum(1.0, np.arange(len(sound))[::-1] / (0.02 * rate))
    sound *= _LEVEL * 32767 * fade / np.abs(sound * fade).max()
    samples = sound.round().astype(np.int16)
    samples.flags.writeable = False
    return samples


def _note(pitch: float, length: int, rate: int, decay_s: float) -> NDArray[np.float64]:
    """A struck bell: a soft attack of 4 ms, then overtones that die away the faster the higher they are."""
    t = np.arange(length) / rate
    attack = np.minimum(1.0, t / 0.004)
    partials = [
        share * np.sin(2 * np.pi * pitch * ratio * t) * np.exp(-t * ratio / decay_s)
        for ratio, share in _PARTIALS
        if pitch * ratio < rate / 2
    ]
    return np.asarray(attack * np.sum(partials, axis=0))
