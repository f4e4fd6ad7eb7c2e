"""What every wake detector owes the ear."""

from collections.abc import Callable, Iterator

import numpy as np
import pytest

from audio import wav
from audio.frame import FRAME, Samples
from models.errors import ModelMissing
from models.microwakeword import MicroWake
from models.openwakeword import OpenWake
from models.protocols import WakeDetector
from tests import engines
from tests.shared import shared_data


@pytest.fixture(params=engines.WAKE)
def detector(request: pytest.FixtureRequest) -> WakeDetector:
    made = engines.WAKE[request.param]()
    made.reset()
    return made


def cut(sound: Samples, size: int) -> Iterator[Samples]:
    return (sound[at : at + size] for at in range(0, len(sound), size))


def peaks(detector: WakeDetector, sound: Samples, size: int = FRAME) -> dict[str, float]:
    """Highest score of each word."""
    best = dict.fromkeys(detector.words, 0.0)
    for block in cut(sound, size):
        for score in detector.process(block):
            best[score.word] = max(best[score.word], score.score)
    return best


def wakes(detector: WakeDetector, sound: Samples) -> list[int]:
    """Frames in which a word was heard."""
    return [
        at
        for at, block in enumerate(cut(sound, FRAME))
        if any(score.score >= score.threshold for score in detector.process(block))
    ]


def test_it_hears_its_word_and_not_the_other(detector: WakeDetector) -> None:
    best = peaks(detector, engines.alexa())
    assert best.pop("alexa") > 0.9
    assert all(score < 0.5 for score in best.values())


@pytest.mark.parametrize("size", [1, 160, 511, 1281, 16_000, 10**6])
def test_any_block_size_gives_the_same_scores(detector: WakeDetector, size: int) -> None:
    sound = engines.alexa()[8000:56_000]
    whole = peaks(detector, sound, 512)
    detector.reset()
    assert peaks(detector, sound, size) == pytest.approx(whole)


def test_reset_forgets_the_half_of_a_word(detector: WakeDetector) -> None:
    sound = engines.alexa()
    heard = wakes(detector, sound)
    detector.reset()
    peaks(detector, sound[: (heard[0] - 4) * FRAME])
    detector.reset()
    assert wakes(detector, np.zeros(16_000, dtype=np.int16)) == []
    detector.reset()
    assert wakes(detector, sound) == heard


@pytest.mark.parametrize("noise", engines.noises())
def test_what_is_no_speech_wakes_nobody(detector: WakeDetector, noise: str) -> None:
    assert wakes(detector, engines.noises()[noise]) == []


def test_scores_are_shares_and_thresholds_reachable(detector: WakeDetector) -> None:
    for block in cut(engines.alexa(), FRAME):
        for score in detector.process(block):
            assert 0.0 <= score.score <= 1.0
            assert 0.0 < score.threshold < 1.0
            assert score.word in detector.words


def test_it_takes_only_16_bit_mono(detector: WakeDetector) -> None:
    with pytest.raises(TypeError, match="int16"):
        detector.process(np.zeros(512, dtype=np.float32))  # type: ignore[arg-type]  # what it must refuse


@pytest.mark.parametrize("make", [engines.micro_wake, engines.open_wake])
def test_most_people_who_say_alexa_are_heard(make: Callable[[], WakeDetector]) -> None:
    detector, missed = make(), []
    quiet = np.zeros(8000, dtype=np.int16)
    recordings = sorted(shared_data("wake").glob("*alexa*.flac"))[:40]
    for recording in recordings:
        detector.reset()
        if not wakes(detector, np.concatenate((quiet, wav.read(recording), quiet))):
            missed.append(recording.name)
    assert len(missed) <= len(recordings) * 0.15, missed


@pytest.mark.parametrize("engine", [MicroWake, OpenWake])
def test_a_word_that_nobody_trained_is_refused_with_the_known_ones(
    engine: type[MicroWake] | type[OpenWake],
) -> None:
    with pytest.raises(ModelMissing, match="hey_jarvis"):
        engine(("xiaoban",))
