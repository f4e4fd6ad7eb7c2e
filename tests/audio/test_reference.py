"""What the speaker played is found again at the time when it sounded."""

from itertools import pairwise

import numpy as np
import pytest

from audio.frame import FRAME, RATE, Samples
from audio.reference import LEAD, Reference, Tap

BLOCK_S = 0.032
LATENCY_S = 0.12


def tone(count: int, rate: int) -> Samples:
    """Rises slowly, so that every place in it sounds different."""
    at = np.arange(count) / rate
    return (8000 * np.sin(2 * np.pi * (200 * at + 40 * at**2))).astype(np.int16)


def listen(reference: Reference, tap: Tap, sound: Samples, *, pace: float = 1.0) -> list[Samples | None]:
    """Play at `pace` times the speaker's rate and read what sounded, frame by frame."""
    block, told, found = round(tap.rate * BLOCK_S), 0, list[Samples | None]()
    for number in range(1, int(len(sound) / tap.rate / pace / BLOCK_S)):
        now = number * FRAME / RATE
        while (at := told / tap.rate / pace) - LATENCY_S <= now:
            tap.note(np.pad(sound[told : told + block], (0, max(0, told + block - len(sound)))), at)
            told += block
        found.append(reference.sounded(now, FRAME))
    return found


@pytest.mark.parametrize("rate", [16_000, 22_050, 44_100, 48_000])
def test_what_sounded_is_found_in_its_place(rate: int) -> None:
    reference = Reference()
    found = listen(reference, reference.tap(rate), tone(3 * rate, rate))
    heard = np.concatenate([block for block in found if block is not None])
    expected = tone(4 * RATE, RATE)[LEAD : LEAD + len(heard)].astype(np.float64)
    assert np.corrcoef(heard[RATE : 2 * RATE], expected[RATE : 2 * RATE])[0, 1] > 0.99


@pytest.mark.parametrize("pace", [0.9995, 1.0005])
def test_two_clocks_drift_apart_and_are_aligned_anew(pace: float) -> None:
    reference, rate = Reference(), RATE
    found = listen(reference, reference.tap(rate), tone(40 * rate, rate), pace=pace)
    heard = np.concatenate([block for block in found if block is not None])
    for at in range(5 * RATE, 35 * RATE, 5 * RATE):
        place = round(at * pace) + LEAD
        around = tone(41 * rate, rate)[place - 200 : place + FRAME + 200].astype(np.float64)
        off = int(np.argmax(np.correlate(around, heard[at : at + FRAME].astype(np.float64), "valid"))) - 200
        assert abs(off) <= RATE // 50


def test_silence_is_nothing() -> None:
    reference = Reference()
    assert reference.sounded(1.0, FRAME) is None
    assert set(map(type, listen(reference, reference.tap(RATE), np.zeros(RATE, np.int16)))) == {type(None)}


def test_the_room_goes_on_sounding_for_a_while() -> None:
    reference = Reference()
    sound = np.concatenate((tone(RATE, RATE), np.zeros(3 * RATE, np.int16)))
    known = [block is not None for block in listen(reference, reference.tap(RATE), sound)]
    assert known[40]
    assert not known[-1]
    assert sum(one != other for one, other in pairwise(known)) == 1


def test_another_speaker_takes_over() -> None:
    reference = Reference()
    listen(reference, reference.tap(48_000), tone(48_000, 48_000))
    found = listen(reference, reference.tap(RATE), tone(2 * RATE, RATE))
    assert found[30] is not None


def test_what_nobody_read_for_long_is_forgotten() -> None:
    reference = Reference()
    tap = reference.tap(RATE)
    for number in range(20):
        tap.note(tone(RATE, RATE), float(number))
    found = reference.sounded(19.5, FRAME)
    assert found is not None
    assert found.any()
    assert reference.sounded(5.0, FRAME) is not None
