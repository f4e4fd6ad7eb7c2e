"""A person says a word into a microphone, several times."""

from collections.abc import Sequence
from pathlib import Path

import numpy as np
import pytest

from assistant import clock
from assistant.errors import UsageError
from assistant.takes import MARGIN, takes
from audio import wav
from audio.frame import RATE, Samples
from models.scripted import ScriptedVoice


def said(seconds: float) -> Samples:
    return np.random.default_rng(0).normal(0, 9000, round(seconds * RATE)).astype(np.int16)


def quiet(seconds: float) -> Samples:
    return np.zeros(round(seconds * RATE), np.int16)


def taken(tmp_path: Path, parts: Sequence[Samples], count: int) -> tuple[list[Samples], list[int]]:
    wav.write(tmp_path / "room.wav", np.concatenate(parts))
    asked: list[int] = []
    microphone = wav.WavMicrophone(tmp_path / "room.wav", tail=True)
    return clock.run(takes(microphone, ScriptedVoice(), count, asked.append), virtual=True), asked


def test_each_time_the_word_is_said_is_a_take_without_the_silence_around_it(tmp_path: Path) -> None:
    made, asked = taken(tmp_path, [quiet(1), said(0.8), quiet(1.5), said(0.6), quiet(1)], 2)
    assert [len(take) / RATE for take in made] == pytest.approx(
        [0.8 + 2 * MARGIN / RATE, 0.6 + 2 * MARGIN / RATE], abs=0.1
    )
    assert asked == [1, 2]


def test_a_cough_and_a_speech_are_asked_for_again(tmp_path: Path) -> None:
    made, asked = taken(
        tmp_path, [quiet(1), said(0.1), quiet(1.5), said(5), quiet(1.5), said(0.6), quiet(1)], 1
    )
    assert len(made) == 1
    assert asked == [1, 1, 1]


def test_who_says_nothing_is_told_where_to_look(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="devices --watch"):
        taken(tmp_path, [quiet(1)], 1)
