"""Sounds for scripted conversations: a marker for the wake word, loudness for speech."""

import numpy as np

from audio.frame import FRAME, RATE, Samples
from models.scripted import MARKER, STOP_MARKER


def silence(seconds: float) -> Samples:
    """Nothing, in whole frames."""
    return np.zeros(round(seconds * RATE / FRAME) * FRAME, np.int16)


def speech(seconds: float) -> Samples:
    """Something as loud as a voice, in whole frames."""
    length = round(seconds * RATE / FRAME) * FRAME
    return (6_000 * np.sin(np.arange(length) * 0.05)).astype(np.int16)


def wake() -> Samples:
    """What the scripted detector takes for the wake word: one quiet frame that holds the marker."""
    frame = np.zeros(FRAME, np.int16)
    frame[: len(MARKER)] = MARKER
    return frame


def stop() -> Samples:
    """What the scripted detector takes for a word of stopping: another quiet frame."""
    frame = np.zeros(FRAME, np.int16)
    frame[: len(STOP_MARKER)] = STOP_MARKER
    return frame


def recording(*parts: Samples) -> Samples:
    """Parts one after another."""
    return np.concatenate(parts)
