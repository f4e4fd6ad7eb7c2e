"""The sounds without words: short, soft, without a click at either end."""

from collections.abc import Callable

import numpy as np
import pytest

from audio.chime import timer_ring, wake_chime
from audio.frame import Samples


@pytest.mark.parametrize("rate", [16_000, 22_050, 48_000])
@pytest.mark.parametrize(("sound", "seconds"), [(wake_chime, 0.25), (timer_ring, 1.5)])
def test_a_sound_is_as_long_as_it_says_and_never_clicks(
    sound: Callable[[int], Samples], seconds: float, rate: int
) -> None:
    samples = sound(rate)
    assert len(samples) == pytest.approx(seconds * rate, abs=1)
    assert samples[0] == samples[-1] == 0
    assert 4_000 < np.abs(samples).max() < 10_000
