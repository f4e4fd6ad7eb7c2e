"""What every stop detector owes the ear."""

from pathlib import Path

import numpy as np
import pytest

from audio import wav
from audio.frame import FRAME, RATE, Samples
from models.protocols import StopDetector, Transcript
from models.scripted import STOP_MARKER
from tests import engines

DATA = Path(__file__).resolve().parents[1] / "data"
WORDS = {"stop": "en", "be_quiet": "en", "ting_xia": "zh", "an_jing": "zh", "bie_shuo_le": "zh"}
"""Recordings by voices that nothing was learned from, and their languages."""


@pytest.fixture(params=engines.STOPS)
def detector(request: pytest.FixtureRequest) -> StopDetector:
    made = engines.STOPS[request.param]()
    made.reset()
    return made


def said(word: str) -> Samples:
    """Somebody says it, with the script's marker behind it, and quiet around."""
    quiet = np.random.default_rng(1).integers(-8, 9, RATE).astype(np.int16)
    return np.concatenate((quiet, wav.read(DATA / f"{word}.flac"), STOP_MARKER, quiet))


def told(detector: StopDetector, sound: Samples, size: int = FRAME) -> list[Transcript]:
    found = (detector.process(sound[at : at + size]) for at in range(0, len(sound), size))
    return [each for each in found if each is not None]


@pytest.mark.parametrize("word", WORDS)
def test_a_word_of_stopping_is_heard_once(detector: StopDetector, word: str) -> None:
    assert len(told(detector, said(word))) == 1


@pytest.mark.parametrize("noise", engines.noises())
def test_what_is_no_speech_stops_nothing(detector: StopDetector, noise: str) -> None:
    assert told(detector, engines.noises()[noise]) == []


def test_other_speech_stops_nothing(detector: StopDetector) -> None:
    assert told(detector, np.concatenate((engines.speech(), engines.speech()))) == []


@pytest.mark.parametrize("size", [1000, 4096])
def test_blocks_of_any_length_will_do(detector: StopDetector, size: int) -> None:
    assert len(told(detector, said("stop"), size)) == 1


def test_after_a_reset_the_word_is_heard_again(detector: StopDetector) -> None:
    for _ in range(2):
        assert len(told(detector, said("stop"))) == 1
        detector.reset()


def test_it_takes_only_16_bit_mono(detector: StopDetector) -> None:
    with pytest.raises(TypeError, match="int16"):
        detector.process(np.zeros(512, dtype=np.float32))  # type: ignore[arg-type]  # to be refused
