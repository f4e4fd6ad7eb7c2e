"""Devices that are unplugged and plugged in again, on virtual time."""

import asyncio
from collections.abc import AsyncIterator
from dataclasses import dataclass, field
from typing import Any

import numpy as np
import pytest

from assistant import clock
from audio.errors import DeviceLost, DeviceMissing
from audio.frame import FRAME, RATE, Frame, Samples
from audio.hotplug import HotplugMicrophone, HotplugSpeaker
from audio.wav import WavSpeaker


class _Desk:
    """A microphone whose cable is pulled after some seconds; without a number, never."""

    name = "desk"
    dropped = 0

    def __init__(self, seconds: float | None = None) -> None:
        self._seconds = seconds
        self.closed = False

    async def frames(self) -> AsyncIterator[Frame]:
        start = 0
        while not self.closed:
            if self._seconds is not None and start >= self._seconds * RATE:
                raise DeviceLost("the cable was pulled")
            await asyncio.sleep(FRAME / RATE)
            yield Frame(np.zeros(FRAME, np.int16), start)
            start += FRAME

    async def aclose(self) -> None:
        self.closed = True


@dataclass
class _Socket:
    """Where things are plugged in: each attempt meets the next entry, a device or none; the last stays."""

    attempts: list[object]
    at: list[float] = field(default_factory=list)

    async def open(self) -> Any:
        self.at.append(asyncio.get_running_loop().time())
        found = self.attempts.pop(0) if len(self.attempts) > 1 else self.attempts[0]
        if found is None:
            raise DeviceMissing("nothing is plugged in")
        return found


@dataclass
class _Log:
    """What was reported."""

    lost: list[str] = field(default_factory=list)
    found: list[float] = field(default_factory=list)


async def _hear(microphone: HotplugMicrophone, seconds: float) -> list[tuple[float, Frame]]:
    loop, heard = asyncio.get_running_loop(), []

    async def listen() -> None:
        async for frame in microphone.frames():
            heard.append((loop.time(), frame))

    listening = asyncio.create_task(listen())
    await asyncio.sleep(seconds)
    await microphone.aclose()
    await listening
    return heard


def _lived_through(
    socket: _Socket, opened: _Desk | None, seconds: float
) -> tuple[list[tuple[float, Frame]], _Log]:
    log = _Log()

    async def main() -> list[tuple[float, Frame]]:
        microphone = HotplugMicrophone(
            socket.open, opened, on_lost=log.lost.append, on_found=log.found.append
        )
        return await _hear(microphone, seconds)

    return clock.run(main(), virtual=True), log


def test_a_pulled_cable_is_reported_and_positions_jump_by_the_time_without_it() -> None:
    first, socket = _Desk(1), _Socket([None, None, _Desk()])
    heard, log = _lived_through(socket, first, 10)
    assert log.lost == ["the cable was pulled"]
    assert log.found == [pytest.approx(0.25 + 0.5 + 1, abs=0.1)]
    assert first.closed
    for at, frame in heard:  # positions are the time, before and after
        assert frame.end / RATE == pytest.approx(at, abs=0.1)
    starts = [frame.start for _, frame in heard]
    assert starts == sorted(set(starts))


def test_attempts_come_at_growing_pauses_and_at_least_every_three_seconds() -> None:
    socket = _Socket([None])
    _, log = _lived_through(socket, _Desk(0), 30)
    pauses = np.diff([0, *socket.at]).tolist()
    assert pauses == pytest.approx([0.25, 0.5, 1, 2, *[3] * 8])
    assert log.lost == ["the cable was pulled"]  # once, not at every attempt
    assert log.found == []


def test_a_microphone_that_is_not_there_at_first_is_waited_for() -> None:
    heard, log = _lived_through(_Socket([None, None, _Desk()]), None, 5)
    assert log.lost == ["nothing is plugged in"]
    assert len(log.found) == 1
    assert heard[0][1].start == 0


def test_after_a_time_of_peace_the_pauses_are_short_again() -> None:
    socket = _Socket([_Desk(1), None, _Desk(1), None, _Desk()])
    _, log = _lived_through(socket, _Desk(1), 10)
    assert log.found == pytest.approx([0.25, 0.75, 0.75], abs=0.1)


class _Shelf(WavSpeaker):
    """A speaker whose cable can be pulled, and that remembers what it was given."""

    def __init__(self, rate: int) -> None:
        super().__init__(None, rate)
        self.pulled = False
        self.taken = 0

    async def write(self, samples: Samples) -> None:
        if self.pulled:
            raise DeviceLost("the cable was pulled")
        self.taken += len(samples)
        await super().write(samples)


def test_a_reply_goes_on_when_the_speaker_is_back_at_the_same_rate_for_the_writer() -> None:
    log = _Log()

    async def main() -> tuple[int, int, int]:
        first, second = _Shelf(24_000), _Shelf(48_000)
        socket = _Socket([None, second])
        speaker = HotplugSpeaker(socket.open, first, on_lost=log.lost.append, on_found=log.found.append)
        await speaker.write(np.ones(24_000, np.int16))
        await speaker.drain()
        first.pulled = True
        await speaker.write(np.ones(9_600, np.int16))
        await speaker.drain()
        heard, rate = speaker.heard, speaker.rate
        await speaker.aclose()
        return heard, rate, second.taken

    heard, rate, taken = clock.run(main(), virtual=True)
    assert rate == 24_000
    assert heard == pytest.approx(33_600, abs=2)
    assert taken == pytest.approx(19_200, abs=2)
    assert log.lost == ["the cable was pulled"]
    assert log.found == [pytest.approx(0.75, abs=0.01)]


def test_a_speaker_that_stays_away_fails_the_reply_instead_of_holding_it() -> None:
    async def main() -> float:
        speaker = HotplugSpeaker(_Socket([None]).open)
        with pytest.raises(DeviceLost, match="the speaker is gone"):
            await speaker.write(np.ones(24_000, np.int16))
        assert not speaker.sounding
        speaker.flush()
        await speaker.drain()
        await speaker.aclose()
        return asyncio.get_running_loop().time()

    assert clock.run(main(), virtual=True) < 10
