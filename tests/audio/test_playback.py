"""A speaker between the loop and PortAudio's thread, on virtual time."""

import asyncio
from collections.abc import Awaitable, Callable
from types import SimpleNamespace
from typing import Any

import numpy as np
import pytest

from assistant import clock
from audio.errors import DeviceLost
from audio.frame import Samples
from audio.playback import RING_S, DeviceSpeaker

RATE = 48_000
BLOCK = 1_536  # 32 ms
LATENCY_S = 0.1


class _Card:
    """What the driver does: asks for a block every 32 ms, which sounds 0.1 s later."""

    def __init__(self, speaker: DeviceSpeaker, channels: int = 1) -> None:
        self._speaker = speaker
        self._channels = channels
        self.blocks: list[Samples] = []

    @property
    def sound(self) -> Samples:
        return np.concatenate(self.blocks)[:, 0]

    async def run(self) -> None:
        while True:
            block = np.full((BLOCK, self._channels), 99, np.int16)
            when = SimpleNamespace(currentTime=7.0, outputBufferDacTime=7.0 + LATENCY_S)
            self._speaker.play(block, BLOCK, when, None)
            self.blocks.append(block)
            await asyncio.sleep(BLOCK / RATE)


def _with_speaker(work: Callable[[DeviceSpeaker, _Card], Awaitable[Any]], *, channels: int = 1) -> Any:
    async def main() -> Any:
        async def released() -> None:
            pass

        speaker = DeviceSpeaker("shelf", RATE, asyncio.get_running_loop(), released)
        return await work(speaker, _Card(speaker, channels))

    return clock.run(main(), virtual=True)


def _ramp(seconds: float) -> Samples:
    return (np.arange(round(seconds * RATE)) % 20_000 + 1).astype(np.int16)


def test_everything_written_sounds_once_and_in_order() -> None:
    async def speak(speaker: DeviceSpeaker, card: _Card) -> tuple[Samples, int, float, float]:
        loop = asyncio.get_running_loop()
        playing = asyncio.create_task(card.run())
        await speaker.write(_ramp(2))
        written = loop.time()
        await speaker.drain()
        playing.cancel()
        return card.sound, speaker.heard, written, loop.time()

    sound, heard, written, drained = _with_speaker(speak)
    assert sound[np.flatnonzero(sound)].tolist() == _ramp(2).tolist()
    assert heard == 2 * RATE
    assert written == pytest.approx(2 - RING_S, abs=0.1)  # the rest waits in the ring
    assert drained == pytest.approx(2 + LATENCY_S, abs=0.07)


def test_what_the_device_still_holds_has_not_been_heard() -> None:
    async def speak(speaker: DeviceSpeaker, card: _Card) -> tuple[float, bool, float]:
        playing = asyncio.create_task(card.run())
        await speaker.write(_ramp(0.3))
        await asyncio.sleep(0.25)
        early = speaker.heard / RATE
        await asyncio.sleep(0.1)
        still = speaker.sounding  # the ring is empty, the air is not
        await asyncio.sleep(0.2)
        playing.cancel()
        assert not speaker.sounding
        return early, still, speaker.heard / RATE

    early, still, late = _with_speaker(speak)
    assert early == pytest.approx(0.25 - LATENCY_S, abs=0.05)
    assert still
    assert late == pytest.approx(0.3)


def test_what_is_flushed_never_sounds_and_the_next_words_follow_at_once() -> None:
    async def speak(speaker: DeviceSpeaker, card: _Card) -> tuple[Samples, int]:
        playing = asyncio.create_task(card.run())
        await speaker.write(np.full(RATE // 2, 1000, np.int16))
        await asyncio.sleep(0.2)
        speaker.flush()
        await speaker.write(np.full(RATE // 10, 2000, np.int16))
        await speaker.drain()
        playing.cancel()
        return card.sound, speaker.heard

    sound, heard = _with_speaker(speak)
    before, after = np.flatnonzero(sound == 1000), np.flatnonzero(sound == 2000)
    assert before[-1] / RATE == pytest.approx(0.2, abs=0.07)
    assert len(after) == RATE // 10
    assert after[0] / RATE == pytest.approx(0.2, abs=0.07)
    assert heard == len(before) + len(after)


def test_ducking_glides() -> None:
    async def speak(speaker: DeviceSpeaker, card: _Card) -> Samples:
        playing = asyncio.create_task(card.run())
        await speaker.write(np.full(RATE // 4, 10_000, np.int16))
        await asyncio.sleep(0.1)
        speaker.duck(0.3)
        await speaker.drain()
        playing.cancel()
        return card.sound

    sound = _with_speaker(speak)
    voiced = sound[np.flatnonzero(sound)].astype(int)
    assert voiced[0] == 10_000
    assert voiced[-1] == pytest.approx(3_000, abs=1)
    assert np.abs(np.diff(voiced)).max() < 20


def test_a_card_without_mono_plays_the_same_on_every_channel() -> None:
    async def speak(speaker: DeviceSpeaker, card: _Card) -> list[Samples]:
        playing = asyncio.create_task(card.run())
        await speaker.write(_ramp(0.1))
        await speaker.drain()
        playing.cancel()
        return card.blocks

    for block in _with_speaker(speak, channels=2):
        np.testing.assert_array_equal(block[:, 0], block[:, 1])


@pytest.mark.parametrize("stage", ["write", "drain"])
def test_a_card_that_takes_nothing_any_more_is_lost_and_nobody_waits_for_ever(stage: str) -> None:
    async def speak(speaker: DeviceSpeaker, _card: _Card) -> None:
        await speaker.write(_ramp(0.2))
        with pytest.raises(DeviceLost, match="'shelf' takes no sound"):
            await (speaker.write(_ramp(1)) if stage == "write" else speaker.drain())

    _with_speaker(speak)


def test_a_card_that_goes_away_is_silent_and_refuses_more() -> None:
    async def speak(speaker: DeviceSpeaker, _card: _Card) -> None:
        await speaker.write(_ramp(0.2))
        speaker.finished()
        assert not speaker.sounding
        await speaker.drain()
        with pytest.raises(DeviceLost, match="'shelf' went away"):
            await speaker.write(_ramp(0.1))

    _with_speaker(speak)
