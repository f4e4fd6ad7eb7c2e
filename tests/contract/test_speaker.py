"""What every Speaker owes its writer, on the file, the device and the one that comes back."""

import asyncio
from collections.abc import Awaitable, Callable
from types import SimpleNamespace
from typing import Any

import numpy as np
import pytest

from assistant import clock
from audio.frame import Samples
from audio.hotplug import HotplugSpeaker
from audio.playback import DeviceSpeaker
from audio.ports import Speaker
from audio.wav import WavSpeaker

RATE = 24_000
BLOCK = 480
LATENCY_S = 0.04
SLACK_S = 0.07
"""Blocks and latency of a device."""


class _Card(DeviceSpeaker):
    """A device with a driver that runs in the loop until it is closed."""

    def __init__(self) -> None:
        super().__init__("card", RATE, asyncio.get_running_loop(), self._stop)
        self._driver = asyncio.create_task(self._drive())

    async def _drive(self) -> None:
        when = SimpleNamespace(currentTime=0.0, outputBufferDacTime=LATENCY_S)
        while True:
            self.play(np.zeros((BLOCK, 1), np.int16), BLOCK, when, None)
            await asyncio.sleep(BLOCK / RATE)

    async def _stop(self) -> None:
        self._driver.cancel()


def _hotplug() -> Speaker:
    async def never() -> Speaker:
        raise AssertionError("nothing was lost")

    return HotplugSpeaker(never, _Card())


SPEAKERS: dict[str, Callable[[], Speaker]] = {
    "file": lambda: WavSpeaker(None, RATE),
    "device": _Card,
    "hotplug": _hotplug,
}


@pytest.fixture(params=SPEAKERS)
def make(request: pytest.FixtureRequest) -> Callable[[], Speaker]:
    """How to open the speaker, inside a loop."""
    return SPEAKERS[request.param]


def _on(
    make: Callable[[], Speaker], work: Callable[[Speaker, asyncio.AbstractEventLoop], Awaitable[Any]]
) -> Any:
    async def main() -> Any:
        speaker = make()
        try:
            return await work(speaker, asyncio.get_running_loop())
        finally:
            await speaker.aclose()
            await speaker.aclose()  # twice is safe

    return clock.run(main(), virtual=True)


def _sound(seconds: float) -> Samples:
    return np.full(round(seconds * RATE), 1_000, np.int16)


def test_it_takes_as_long_as_the_sound_lasts_and_everything_is_heard(make: Callable[[], Speaker]) -> None:
    async def speak(speaker: Speaker, loop: asyncio.AbstractEventLoop) -> tuple[float, int]:
        await speaker.write(_sound(1))
        await speaker.write(_sound(1.5))
        await speaker.drain()
        assert not speaker.sounding
        return loop.time(), speaker.heard

    ended, heard = _on(make, speak)
    assert ended == pytest.approx(2.5, abs=SLACK_S)
    assert heard == 2.5 * RATE


def test_what_was_heard_grows_with_time_and_never_beyond_what_was_written(
    make: Callable[[], Speaker],
) -> None:
    async def speak(speaker: Speaker, loop: asyncio.AbstractEventLoop) -> list[tuple[float, float]]:
        await speaker.write(_sound(0.4))
        seen = []
        while speaker.sounding:
            seen.append((loop.time(), speaker.heard / RATE))
            await asyncio.sleep(0.1)
        return seen

    seen = _on(make, speak)
    assert len(seen) >= 4
    for at, heard in seen:
        assert at - SLACK_S - LATENCY_S <= heard <= at + 0.001


def test_a_writer_waits_for_room_but_not_for_the_end(make: Callable[[], Speaker]) -> None:
    async def speak(speaker: Speaker, loop: asyncio.AbstractEventLoop) -> float:
        await speaker.write(_sound(2))
        return loop.time()

    assert _on(make, speak) == pytest.approx(1.5, abs=0.15)


def test_what_is_flushed_does_not_count_and_the_next_sound_does(make: Callable[[], Speaker]) -> None:
    async def speak(speaker: Speaker, loop: asyncio.AbstractEventLoop) -> tuple[int, float]:
        await speaker.write(_sound(0.5))
        await asyncio.sleep(0.2)
        speaker.flush()
        await speaker.drain()
        cut = speaker.heard
        await speaker.write(_sound(0.3))
        await speaker.drain()
        assert speaker.heard == cut + round(0.3 * RATE)
        return cut, loop.time()

    cut, ended = _on(make, speak)
    assert cut / RATE == pytest.approx(0.2, abs=SLACK_S)
    assert ended == pytest.approx(0.5, abs=2 * SLACK_S)


def test_silence_drains_at_once_and_flushing_it_is_harmless(make: Callable[[], Speaker]) -> None:
    async def speak(speaker: Speaker, loop: asyncio.AbstractEventLoop) -> tuple[float, int, bool]:
        speaker.flush()
        speaker.duck(0.5)
        await speaker.write(np.zeros(0, np.int16))
        await speaker.drain()
        return loop.time(), speaker.heard, speaker.sounding

    assert _on(make, speak) == (0, 0, False)


def test_a_cancelled_writer_leaves_a_speaker_that_works(make: Callable[[], Speaker]) -> None:
    async def speak(speaker: Speaker, _loop: asyncio.AbstractEventLoop) -> int:
        writing = asyncio.create_task(speaker.write(_sound(5)))
        await asyncio.sleep(1)
        writing.cancel()
        with pytest.raises(asyncio.CancelledError):
            await writing
        speaker.flush()
        await speaker.drain()
        before = speaker.heard
        await speaker.write(_sound(0.1))
        await speaker.drain()
        return speaker.heard - before

    assert _on(make, speak) == round(0.1 * RATE)
