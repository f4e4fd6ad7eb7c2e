"""How loud sound is, and whether it is sound at all."""

import math

import numpy as np

from audio.frame import Samples

SILENCE_DB = -96.0
"""Decibels of what has no sound in it."""


def decibels(samples: Samples) -> float:
    """Level in dB relative to full scale; -96 for silence."""
    if not len(samples):
        return SILENCE_DB
    sound = samples.astype(np.float32)
    power = float(np.dot(sound, sound)) / len(sound) / 32768**2
    return 10 * math.log10(max(power, 10 ** (SILENCE_DB / 10)))


def sounds(samples: Samples) -> bool:
    """Whether it can come from a microphone that works, which hisses: its samples are not all the same."""
    if not len(samples):
        return False
    return bool(samples[-1] != samples[0] or (samples != samples[0]).any())  # mostly the first look tells
