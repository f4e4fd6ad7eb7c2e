"""Whether somebody speaks over our voice, or it is only what cancellation left of that voice."""

import numpy as np

from assistant.overhearing import Overhearing, Overlapping
from audio.frame import FRAME, Frame

LOUD_DB = -25.0
"""Of our own voice at the microphone."""


def heard(level: float, *, with_echo_db: float | None = LOUD_DB) -> tuple[bool, bool]:
    """Whether it takes half a second of a voice at a level (root mean square) to be of somebody."""
    overhearing = Overhearing(0)
    voice = (level * np.sqrt(2) * np.sin(np.arange(FRAME))).astype(np.int16)
    frames = [Frame(voice, number * FRAME, with_echo_db=with_echo_db) for number in range(16)]
    news = [overhearing.hear(frame, 0.9) for frame in frames]
    return any(isinstance(each, Overlapping) for each in news), overhearing.somebody


def test_a_voice_as_loud_as_ours_is_somebody() -> None:
    assert heard(1800) == (True, True)


def test_a_voice_much_softer_than_ours_still_is() -> None:
    assert heard(400) == (True, True)


def test_what_is_far_below_our_voice_is_left_of_it() -> None:
    assert heard(80) == (False, False)


def test_without_an_echo_any_voice_is_somebody() -> None:
    assert heard(80, with_echo_db=None) == (True, True)
