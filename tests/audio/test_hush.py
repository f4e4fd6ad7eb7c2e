"""Digital silence: a stalled stream is opened anew, a muted microphone is left in peace for a minute."""

import asyncio
from collections.abc import AsyncIterator, Sequence

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from assistant import clock
from audio.frame import FRAME, RATE, Frame, Samples
from audio.hotplug import HotplugMicrophone
from audio.hush import AGAIN_S, Hush
from audio.level import decibels, sounds

HISS: Samples = np.random.default_rng(1).integers(-9, 9, FRAME).astype(np.int16)
NOTHING: Samples = np.zeros(FRAME, np.int16)


class Desk:
    """A microphone that plays (seconds, whether it hisses), the last entry for ever."""

    name, dropped = "desk", 0

    def __init__(self, *parts: tuple[float, bool]) -> None:
        self._parts = parts
        self._closed = False

    async def frames(self) -> AsyncIterator[Frame]:
        start, until = 0, 0.0
        for seconds, hisses in self._parts:
            until += seconds
            while not self._closed and start < until * RATE:
                await asyncio.sleep(FRAME / RATE)
                yield Frame((HISS if hisses else NOTHING).copy(), start)
                start += FRAME

    async def aclose(self) -> None:
        self._closed = True


class Gate(Desk):
    """A microphone with a gate of its own: two seconds of speech, then eight of nothing at all."""

    async def frames(self) -> AsyncIterator[Frame]:
        async for frame in super().frames():
            speech = asyncio.get_running_loop().time() % 10 < 2
            yield Frame((HISS if speech else NOTHING).copy(), frame.start)


class Life:
    """What happened to a microphone in so many seconds, with these streams behind one another."""

    def __init__(self, streams: Sequence[Desk], seconds: float) -> None:
        self.opened: list[float] = []
        self.lost: list[tuple[float, str]] = []
        self.found: list[float] = []
        self.muted: list[tuple[float, bool]] = []
        self.frames: list[Frame] = []
        clock.run(self._live(list(streams), seconds), virtual=True)

    async def _live(self, streams: list[Desk], seconds: float) -> None:
        now = asyncio.get_running_loop().time

        async def open_() -> Desk:
            self.opened.append(now())
            return streams.pop(0)

        self.microphone = HotplugMicrophone(
            open_,
            on_lost=lambda reason: self.lost.append((now(), reason)),
            on_found=self.found.append,
            on_muted=lambda muted: self.muted.append((now(), muted)),
        )

        async def listen() -> None:
            async for frame in self.microphone.frames():
                self.frames.append(frame)

        listening = asyncio.create_task(listen())
        await asyncio.sleep(seconds)
        await self.microphone.aclose()
        await listening


def test_a_stream_that_falls_digitally_silent_is_opened_anew_and_heard_within_five_seconds() -> None:
    life = Life([Desk((10, True), (99, False)), Desk((99, True))], 20)
    assert [reason for _, reason in life.lost] == [
        "the microphone 'desk' gives only digital silence: opening it anew"
    ]
    assert life.lost[0][0] == pytest.approx(13, abs=0.1)
    assert life.found == [pytest.approx(0.28, abs=0.1)]
    assert life.muted == []
    assert life.microphone.reopened == 1


def test_a_stream_that_stalls_again_soon_is_opened_again_soon_because_it_helped() -> None:
    stalling = [Desk((10, True), (99, False)) for _ in range(4)]
    life = Life(stalling, 45)
    assert len(life.opened) == 4


def test_a_muted_microphone_is_told_apart_and_asked_once_a_minute() -> None:
    muted = [Desk((999, False)) for _ in range(5)]
    life = Life([Desk((10, True), (999, False)), *muted], 10 + 3 * AGAIN_S)
    assert len(life.lost) == 1  # once, not every minute
    assert [which for _, which in life.muted] == [True]
    assert life.muted[0][0] == pytest.approx(16.3, abs=0.2)
    assert np.diff(life.opened[1:]) == pytest.approx([AGAIN_S, AGAIN_S], abs=0.5)
    assert life.microphone.muted


def test_a_microphone_that_was_muted_from_the_start_has_not_stalled() -> None:
    life = Life([Desk((30, False), (99, True))], 40)
    assert life.lost == []
    assert [which for _, which in life.muted] == [True, False]
    assert len(life.opened) == 1


def test_a_microphone_that_hushes_every_pause_is_opened_anew_at_most_once_a_minute() -> None:
    life = Life([Gate((999, True)) for _ in range(12)], 300)
    assert len(life.opened) <= 1 + 300 / AGAIN_S
    starts = [frame.start for frame in life.frames]
    assert starts == sorted(set(starts))


@settings(deadline=None, max_examples=50)
@given(st.lists(st.tuples(st.floats(0.1, 20), st.booleans()), max_size=10))
def test_without_a_stall_there_is_no_doubt_and_doubts_need_three_silent_seconds(
    parts: list[tuple[float, bool]],
) -> None:
    hush, now, silent = Hush(), 0.0, 0.0
    for seconds, hisses in parts:
        for _ in range(round(seconds * RATE / FRAME)):
            now += FRAME / RATE
            silent = 0.0 if hisses else silent + FRAME / RATE
            if hush.doubts(HISS if hisses else NOTHING, now):
                assert silent >= 2.99
                silent = 0.0
            assert not (hush.muted and hisses)


def test_the_same_sample_over_and_over_is_no_sound() -> None:
    assert not sounds(NOTHING)
    assert not sounds(np.full(FRAME, -7, np.int16))
    assert not sounds(NOTHING[:0])
    assert sounds(HISS)
    assert decibels(NOTHING) == -96
    assert decibels(np.full(FRAME, 32_767, np.int16)) == pytest.approx(0, abs=0.01)
