"""A microphone between PortAudio's thread and the loop, on virtual time."""

import asyncio
from collections.abc import Awaitable, Callable
from typing import Any

import numpy as np
import pytest

from assistant import clock
from audio.capture import RING_S, DeviceMicrophone
from audio.errors import DeviceLost
from audio.frame import FRAME, RATE, Frame

BLOCK_S = 0.032


class _Room:
    """What the driver does: a block of a counting sound every 32 ms."""

    def __init__(self, microphone: DeviceMicrophone, rate: int) -> None:
        self._microphone = microphone
        self._size = round(rate * BLOCK_S)
        self._at = 0

    async def sound(self, seconds: float, status: object = None) -> None:
        for _ in range(round(seconds / BLOCK_S)):
            await asyncio.sleep(BLOCK_S)
            block = (np.arange(self._at, self._at + self._size) % 32000).astype(np.int16)
            self._microphone.capture(block[:, None], self._size, None, status)
            self._at += self._size


async def _released() -> None:
    pass


def _with_microphone(work: Callable[[DeviceMicrophone, _Room], Awaitable[Any]], rate: int = RATE) -> Any:
    async def main() -> Any:
        microphone = DeviceMicrophone("desk", rate, asyncio.get_running_loop(), _released)
        return await work(microphone, _Room(microphone, rate))

    return clock.run(main(), virtual=True)


async def _hear(microphone: DeviceMicrophone, into: list[Frame]) -> None:
    async for frame in microphone.frames():
        into.append(frame)


def test_what_sounds_is_heard_in_order_and_without_a_gap() -> None:
    async def listen(microphone: DeviceMicrophone, room: _Room) -> list[Frame]:
        frames: list[Frame] = []
        listening = asyncio.create_task(_hear(microphone, frames))
        await room.sound(2)
        await asyncio.sleep(0.1)
        await microphone.aclose()
        await microphone.aclose()
        await listening
        assert microphone.dropped == 0
        return frames

    frames = _with_microphone(listen)
    assert [frame.start for frame in frames] == list(range(0, 62 * FRAME, FRAME))
    assert np.concatenate([frame.samples for frame in frames]).tolist() == [
        n % 32000 for n in range(62 * FRAME)
    ]


def test_a_device_with_a_rate_of_its_own_is_heard_at_ours() -> None:
    async def listen(microphone: DeviceMicrophone, room: _Room) -> list[Frame]:
        frames: list[Frame] = []
        listening = asyncio.create_task(_hear(microphone, frames))
        await room.sound(1)
        await asyncio.sleep(0.1)
        await microphone.aclose()
        await listening
        return frames

    frames = _with_microphone(listen, rate=48_000)
    assert frames[-1].end == pytest.approx(RATE, abs=3 * FRAME)
    assert {frame.rate for frame in frames} == {RATE}


def test_a_reader_who_sleeps_too_long_finds_the_loss_in_the_positions() -> None:
    async def listen(microphone: DeviceMicrophone, room: _Room) -> tuple[int, int]:
        frames = microphone.frames()
        beginning = asyncio.create_task(room.sound(RING_S + 1))
        first = await anext(frames)
        await beginning
        then = await anext(frames)
        await microphone.aclose()
        return then.start - first.end, microphone.dropped

    jump, dropped = _with_microphone(listen)
    assert jump == dropped == pytest.approx(RATE, abs=2 * FRAME)


def test_what_sounded_before_anybody_listened_is_neither_heard_nor_lost() -> None:
    async def listen(microphone: DeviceMicrophone, room: _Room) -> tuple[int, int]:
        await room.sound(RING_S + 1)
        frames: list[Frame] = []
        listening = asyncio.create_task(_hear(microphone, frames))
        await room.sound(1)
        await microphone.aclose()
        await listening
        return frames[0].start, microphone.dropped

    assert _with_microphone(listen) == (0, 0)


def test_a_device_that_falls_silent_is_lost_and_not_merely_quiet() -> None:
    async def listen(microphone: DeviceMicrophone, room: _Room) -> float:
        loop = asyncio.get_running_loop()
        listening = asyncio.create_task(_hear(microphone, []))
        await room.sound(1)
        stalled = loop.time()
        with pytest.raises(DeviceLost, match="'desk' gives no sound"):
            await listening
        return loop.time() - stalled

    assert _with_microphone(listen) == pytest.approx(2, abs=0.1)


def test_a_source_that_takes_two_seconds_to_wake_is_waited_for() -> None:
    async def listen(microphone: DeviceMicrophone, room: _Room) -> int:
        frames: list[Frame] = []
        listening = asyncio.create_task(_hear(microphone, frames))
        await asyncio.sleep(2)
        await room.sound(1)
        await microphone.aclose()
        await listening
        return len(frames)

    assert _with_microphone(listen) >= 30


def test_a_stream_that_portaudio_ends_is_lost_at_once_after_its_last_sound() -> None:
    async def listen(microphone: DeviceMicrophone, room: _Room) -> int:
        frames: list[Frame] = []
        listening = asyncio.create_task(_hear(microphone, frames))
        await room.sound(1)
        microphone.finished()
        with pytest.raises(DeviceLost, match="'desk' went away"):
            await listening
        return len(frames)

    assert _with_microphone(listen) == 31


def test_losses_inside_portaudio_are_counted() -> None:
    async def listen(microphone: DeviceMicrophone, room: _Room) -> int:
        await room.sound(0.32, status="input overflow")
        await room.sound(0.32)
        return microphone.flags

    assert _with_microphone(listen) == 10


def test_a_callback_after_the_loop_has_ended_harms_nobody() -> None:
    async def make() -> DeviceMicrophone:
        return DeviceMicrophone("desk", RATE, asyncio.get_running_loop(), _released)

    clock.run(make(), virtual=True).capture(np.zeros((512, 1), np.int16), 512, None, None)
