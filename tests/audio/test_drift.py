"""How fast a sound card's clock runs, from frames that a busy computer delivers late."""

import numpy as np
import pytest

from audio.drift import Drift
from audio.frame import FRAME, RATE


@pytest.mark.parametrize("ppm", [-300, -50, 0, 80, 300])
def test_ten_minutes_tell_a_drift_though_frames_come_late(ppm: int) -> None:
    drift, random = Drift(), np.random.default_rng(4)
    for number in range(1, round(600 * RATE / FRAME)):
        due = number * FRAME / (RATE * (1 + ppm / 1e6))
        drift.feed(number * FRAME, due + float(random.exponential(0.02)))
    assert drift.ppm == pytest.approx(ppm, abs=5)


def test_nothing_is_said_before_anything_is_known() -> None:
    drift = Drift()
    drift.feed(FRAME, 1.0)
    assert drift.ppm is None
