"""The microphone does not hear our own speaker, and still hears people."""

import asyncio
from collections.abc import Callable
from importlib.resources import as_file, files

import numpy as np
import pytest

from assistant import clock
from audio import wav
from audio.apm import Webrtc
from audio.echo import EchoFree, ScriptedCanceller
from audio.frame import FRAME, RATE, Samples
from audio.kalman import Kalman
from audio.ports import EchoCanceller
from audio.reference import LEAD, Reference
from tests.room import Response, Room, as_loud

CANCELLERS: dict[str, Callable[[], EchoCanceller]] = {
    "webrtc": Webrtc,
    "kalman": Kalman,
    "scripted": ScriptedCanceller,
}
LEVEL = 2000.0


def talk(number: int, seconds: float) -> Samples:
    """Somebody's speech, from the recordings that ship."""
    with as_file(files("assistant").joinpath("data", "recordings")) as directory:
        sounds = [wav.read(path) for path in sorted(directory.glob("*.flac"))]
    whole = np.concatenate(sounds[number::2])
    return as_loud(np.resize(whole, round(seconds * RATE)), LEVEL)


def room() -> Response:
    """A small one: noise that decays by 60 dB in a quarter of a second."""
    decay = np.exp(-np.arange(RATE // 4) / RATE * 6.9 / 0.25)
    clicks = np.random.default_rng(7).normal(0, 1, RATE // 4) * decay
    clicks[0] = 3.0
    return np.asarray(clicks / np.sqrt(np.sum(clicks**2)), np.float64)


def heard(
    place: Room, canceller: EchoCanceller, reference: Reference, ours: Samples
) -> tuple[Samples, Samples]:
    """The echo, and what is left of everything, from the third second on."""

    async def main() -> tuple[Samples, Samples]:
        clean = EchoFree(place.microphone, canceller, reference)
        writing = asyncio.create_task(place.speaker.write(ours))
        echo, left = [], []
        async for frame in clean.frames():
            echo.append(place.echo)
            left.append(frame.samples)
            if writing.done() and not place.speaker.sounding:
                break
        return np.concatenate(echo)[3 * RATE :], np.concatenate(left)[3 * RATE :]

    return clock.run(main(), virtual=True)


def decibels(sound: Samples, other: Samples) -> float:
    return float(
        10 * np.log10((np.mean(sound.astype(float) ** 2) + 1) / (np.mean(other.astype(float) ** 2) + 1))
    )


@pytest.mark.parametrize("delay_s", [0.0, 0.06, 0.15])
@pytest.mark.parametrize("name", ["webrtc", "kalman"])
def test_the_delay_is_found_and_the_echo_goes(name: str, delay_s: float) -> None:
    reference = Reference()
    echo, left = heard(Room(room(), delay_s, reference), CANCELLERS[name](), reference, talk(0, 8))
    assert decibels(echo, left) > 12


def test_a_linear_canceller_leaves_a_person_undistorted() -> None:
    reference, person = Reference(), talk(1, 3)
    place = Room(room(), 0.06, reference)
    place.say(person, wait_s=4)
    left = heard(place, Kalman(), reference, talk(0, 8))[1].astype(np.int32)
    said = np.pad(person, (RATE, len(left)))[: len(left)]
    assert decibels(person, np.asarray(left - said)[RATE : 4 * RATE]) > 12


def test_what_was_learned_of_a_room_outlasts_silence() -> None:
    canceller, click, ours = Kalman(), room(), talk(0, 6)
    echo = np.convolve(ours, click)[: len(ours)].astype(np.int16)
    canceller.cancel(echo, ours)
    canceller.reset()
    assert decibels(echo[:RATE], canceller.cancel(echo[:RATE], ours[:RATE])) > 12


def test_a_person_who_speaks_meanwhile_is_heard() -> None:
    left = []
    for person in (talk(1, 3), np.zeros(0, np.int16)):
        reference = Reference()
        place = Room(room(), 0.06, reference)
        place.say(person, wait_s=4)
        left.append(heard(place, Webrtc(), reference, talk(0, 8))[1][RATE : 4 * RATE])
    assert decibels(*left) > 6


def test_a_known_echo_goes_to_the_sample() -> None:
    reference, click = Reference(), np.ones(1)
    place = Room(click, 0.06, reference)
    canceller = ScriptedCanceller(delay=LEAD + round(0.06 * RATE))
    echo, left = heard(place, canceller, reference, talk(0, 5))
    assert echo.any()
    assert np.abs(left[: len(left) // 2]).max() <= 1


@pytest.mark.parametrize("name", CANCELLERS)
def test_as_much_comes_out_as_goes_in(name: str) -> None:
    canceller = CANCELLERS[name]()
    sound = talk(0, 2)
    for count in (FRAME, 1, 0, 159, 160, 161, 4000):
        assert len(canceller.cancel(sound[:count], np.zeros(count, np.int16))) == count
    canceller.reset()
    assert len(canceller.cancel(sound[:FRAME], sound[:FRAME])) == FRAME


def test_while_we_are_silent_frames_pass_as_they_are() -> None:
    place, person = Room(room()), talk(1, 2)
    place.say(person)

    async def main() -> Samples:
        clean = EchoFree(place.microphone, ScriptedCanceller(), Reference())
        taken = []
        async for frame in clean.frames():
            taken.append(frame.samples)
            if len(taken) == 60:
                await clean.aclose()
        assert (clean.name, clean.dropped) == ("room", 0)
        return np.concatenate(taken)

    assert np.array_equal(clock.run(main(), virtual=True), person[: 60 * FRAME])
