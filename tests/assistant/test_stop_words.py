"""The words of stopping over our own voice, with the real cancellers and the real detector."""

from importlib.resources import as_file, files
from pathlib import Path

import numpy as np
import pytest

from assistant import engines
from assistant.config import Config, stand_ins
from audio import wav
from audio.frame import FRAME, RATE, Samples
from models import stopping
from tests.bench.stop_scenes import cancelled
from tests.engines import whisper
from tests.room import Response, as_loud, in_room, response

DATA = Path(__file__).resolve().parents[1] / "data"
LEVEL = 2000.0
LATE = RATE // 10
SAID_AT = 6 * RATE


@pytest.fixture(scope="module")
def ours() -> Samples:
    """Twelve seconds of recordings that ship, as our own talk."""
    with as_file(files("assistant").joinpath("data", "recordings")) as directory:
        sounds = [wav.read(path) for path in sorted(directory.glob("*.flac"))]
    return as_loud(np.resize(np.concatenate(sounds), 12 * RATE), LEVEL)


def room() -> Response:
    """A small one: noise that decays by 60 dB in a quarter of a second."""
    decay = np.exp(-np.arange(RATE // 4) / RATE * 6.9 / 0.25)
    return response(np.rint(np.random.default_rng(7).normal(0, 3000, RATE // 4) * decay).astype(np.int16))


def told_at(ours: Samples, person: Samples) -> list[float]:
    """Seconds behind the end of what a person says over us at which it is told to stop."""
    echo = np.concatenate((np.zeros(LATE), in_room(ours, room())))[: len(ours)]
    echo[SAID_AT : SAID_AT + len(person)] += person
    left = cancelled(np.clip(echo, -32768, 32767).astype(np.int16), ours)
    detector = stopping.shipped(whisper())
    assert detector is not None
    frames = range(0, len(left), FRAME)
    told = [at + FRAME for at in frames if detector.process(left[at : at + FRAME]) is not None]
    return [(at - SAID_AT - len(person)) / RATE for at in told]


@pytest.mark.parametrize("word", ["stop", "be_quiet", "ting_xia", "an_jing", "bie_shuo_le"])
def test_a_word_as_loud_as_our_own_voice_is_heard_at_once(ours: Samples, word: str) -> None:
    (late,) = told_at(ours, as_loud(wav.read(DATA / f"{word}.flac"), LEVEL))
    assert late < 0.5


def test_our_own_voice_does_not_tell_us_to_stop(ours: Samples) -> None:
    assert told_at(ours, np.zeros(0, np.int16)) == []


def test_stand_ins_and_missing_words_leave_it_to_the_recogniser(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    assert engines.stop_detector(stand_ins(Config())) is None
    monkeypatch.setattr(stopping, "files", lambda _: tmp_path)
    assert engines.stop_detector(Config()) is None
