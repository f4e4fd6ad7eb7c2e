"""What every voice detector owes the endpointer."""

from itertools import pairwise

import numpy as np
import pytest

from audio.frame import FRAME, RATE, Samples
from models.protocols import VoiceDetector
from tests import engines


@pytest.fixture(params=engines.VOICE)
def detector(request: pytest.FixtureRequest) -> VoiceDetector:
    return engines.VOICE[request.param]()


def course(detector: VoiceDetector, sound: Samples, size: int = FRAME) -> list[float]:
    return [detector.process(sound[at : at + size]) for at in range(0, len(sound), size)]


def test_it_tells_speech_from_the_quiet_before_and_after(detector: VoiceDetector) -> None:
    quiet = np.zeros(RATE, dtype=np.int16)
    found = course(detector, np.concatenate((quiet, engines.speech(), quiet)))
    second = RATE // FRAME
    assert max(found[: second - 1]) < 0.35
    assert max(found[second:-second]) > 0.8
    assert max(found[-second // 2 :]) < 0.35


@pytest.mark.parametrize("noise", ["nothing", "one sample", "silence", "offset", "hiss"])
def test_quiet_is_no_speech_once_it_has_got_used_to_it(detector: VoiceDetector, noise: str) -> None:
    quarter = RATE // FRAME // 4
    assert all(value < 0.5 for value in course(detector, engines.noises()[noise])[quarter:])


def test_the_same_sound_gives_the_same_course_after_reset(detector: VoiceDetector) -> None:
    first = course(detector, engines.speech())
    detector.reset()
    assert course(detector, engines.speech()) == first


@pytest.mark.parametrize("size", [1, 77, 480, 4000])
def test_any_block_size_reaches_the_same_peak(detector: VoiceDetector, size: int) -> None:
    sound = engines.speech()[: RATE // 2 * 3]
    whole = max(course(detector, sound))
    detector.reset()
    assert max(course(detector, sound, size)) == pytest.approx(whole)


def test_between_windows_it_keeps_its_opinion(detector: VoiceDetector) -> None:
    found = course(detector, engines.speech(), 64)
    changes = [at for at, (old, new) in enumerate(pairwise(found)) if old != new]
    assert all(later - earlier >= 7 for earlier, later in pairwise(changes))


@pytest.mark.parametrize("noise", engines.noises())
def test_every_sound_gives_a_share(detector: VoiceDetector, noise: str) -> None:
    assert all(0.0 <= value <= 1.0 for value in course(detector, engines.noises()[noise]))


def test_it_takes_only_16_bit_mono(detector: VoiceDetector) -> None:
    with pytest.raises(TypeError, match="int16"):
        detector.process(np.zeros((512, 2), dtype=np.int16))
