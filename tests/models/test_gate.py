"""While nobody speaks, no network runs; when somebody does, nothing of the word is lost."""

from collections.abc import Sequence

import numpy as np
import pytest

from audio.frame import FRAME, RATE, Samples
from models.gate import BEHIND, HELD, Gated
from models.protocols import WakeScore
from models.scripted import ScriptedWake
from models.several import Several
from tests import engines


class Recorder:
    """A wake detector that keeps what it hears."""

    words = ("word",)

    def __init__(self) -> None:
        self.heard: Samples = np.zeros(0, dtype=np.int16)

    def process(self, samples: Samples) -> Sequence[WakeScore]:
        self.heard = np.concatenate((self.heard, samples))
        return [WakeScore("word", 1.0, 0.5)]

    def reset(self) -> None:
        self.heard = self.heard[:0]


def listen(gate: Gated, sound: Samples) -> None:
    for at in range(0, len(sound), FRAME):
        gate.process(sound[at : at + FRAME])


def hiss(seconds: float) -> Samples:
    return np.random.default_rng(0).normal(0, 10, round(seconds * RATE)).astype(np.int16)


@pytest.mark.parametrize("noise", ["silence", "offset", "hiss"])
def test_in_a_quiet_room_the_detector_hears_nothing(noise: str) -> None:
    recorder = Recorder()
    listen(Gated(recorder), np.tile(hiss(2) if noise == "hiss" else engines.noises()[noise], 5))
    assert len(recorder.heard) == 0


def test_a_voice_is_heard_with_what_came_before_it_and_after() -> None:
    recorder = Recorder()
    sound = np.concatenate((hiss(10), engines.speech(), hiss(10)))
    listen(Gated(recorder), sound)
    start = _find(sound, recorder.heard)
    assert 10 * RATE - BEHIND <= start <= 9 * RATE
    end = start + len(recorder.heard)
    assert 10 * RATE + len(engines.speech()) + HELD / 2 < end < len(sound) - 5 * RATE


def _find(sound: Samples, part: Samples) -> int:
    """Where the part lies in the sound, sample by sample."""
    starts = np.flatnonzero(sound[: len(sound) - len(part) + 1] == part[0])
    return next(int(at) for at in starts if np.array_equal(sound[at : at + len(part)], part))


def test_a_second_voice_soon_after_is_heard_without_a_seam() -> None:
    recorder = Recorder()
    sound = np.concatenate((hiss(3), engines.speech(), hiss(3.2), engines.speech()))
    listen(Gated(recorder), sound)
    assert np.array_equal(recorder.heard, sound[-len(recorder.heard) :])


def test_reset_closes_it() -> None:
    gate = Gated(Recorder())
    listen(gate, engines.speech())
    assert gate.process(hiss(0.1))
    gate.reset()
    assert not gate.process(hiss(0.1))


def test_several_detectors_are_one() -> None:
    both = Several([ScriptedWake(("alexa",)), ScriptedWake(("xiaoban",))])
    assert both.words == ("alexa", "xiaoban")
    assert {score.word for score in both.process(engines.alexa())} == {"alexa", "xiaoban"}
    both.reset()
    assert both.process(np.zeros(FRAME, dtype=np.int16)) == []
