"""What every end-of-turn detector owes whoever waits for the end."""

import numpy as np
import pytest

from audio.frame import RATE
from models.protocols import TurnDetector
from tests import engines


@pytest.fixture(params=engines.TURNS, scope="module")
def detector(request: pytest.FixtureRequest) -> TurnDetector:
    return engines.TURNS[request.param]()


@pytest.mark.parametrize("noise", engines.noises())
def test_every_sound_gives_a_share(detector: TurnDetector, noise: str) -> None:
    assert 0.0 <= detector.finished(engines.noises()[noise]) <= 1.0


def test_the_same_sound_gives_the_same_answer(detector: TurnDetector) -> None:
    assert detector.finished(engines.speech()) == detector.finished(engines.speech())


def test_only_the_last_eight_seconds_count(detector: TurnDetector) -> None:
    sound = np.resize(engines.speech(), 8 * RATE)
    before = np.random.default_rng(0).normal(0, 900, 3 * RATE).astype(np.int16)
    assert detector.finished(np.concatenate((before, sound))) == pytest.approx(
        detector.finished(sound), abs=1e-5
    )


def test_floats_are_refused(detector: TurnDetector) -> None:
    with pytest.raises(TypeError, match="int16"):
        detector.finished(np.zeros(RATE))  # type: ignore[arg-type]  # the mistake itself
