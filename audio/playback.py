"""A speaker: the writer on one side of a ring, the PortAudio callback on the other."""

import asyncio
from collections import deque
from contextlib import suppress
from typing import Any

import numpy as np
from numpy.typing import NDArray

from audio.capture import Release
from audio.errors import DeviceLost
from audio.fade import Fader
from audio.frame import Samples
from audio.reference import Tap
from audio.ring import Ring

RING_S = 0.5
"""Seconds of sound that wait in the ring at most."""

STALL_S = 5.0
"""Seconds without progress after which the device counts as gone; sound servers may sleep for two."""

_MARKS = 256
"""Blocks whose time of sounding is remembered; far more than any device holds back."""


class DeviceSpeaker:
    """Sound into one opened playback stream; `device.open_speaker` makes it."""

    def __init__(
        self,
        name: str,
        rate: int,
        loop: asyncio.AbstractEventLoop,
        release: Release,
        tap: Tap | None = None,
    ) -> None:
        """Tell `tap` of everything that sounds."""
        self._tap = tap
        self._name = name
        self._rate = rate
        self._loop = loop
        self._release = release
        self.latency_s = 0.0
        """What PortAudio says lies between the callback and the ear, for when a block does not tell."""
        self._ring = Ring(round(rate * RING_S))
        self._fader = Fader(rate)
        self._marks: deque[tuple[float, int]] = deque(maxlen=_MARKS)
        self._played = 0
        self._until = 0.0
        self._news = asyncio.Event()
        self._wanted = False
        self._over = False
        self._closed = False
        self._flags = 0

    def play(self, block: NDArray[np.int16], _frames: int, time: Any, status: Any) -> None:
        """Fill one block in PortAudio's thread: copy, count, wake; nothing else may happen here."""
        if status:
            self._flags += 1
        sound = block[:, 0]
        expected = min(self._ring.waiting, len(sound))
        if expected:  # before the ring is read, so that it never looks silent in between
            self._until = self._sounds_at(time) + expected / self._rate
        count = self._ring.read(sound)
        sound[count:] = 0
        self._fader.apply(sound[:count])
        block[:, 1:] = block[:, :1]
        if self._tap:
            self._tap.note(sound, self._sounds_at(time))
        if count:
            self._played += count
            self._marks.append((self._until, self._played))
        if self._wanted:
            self._wanted = False
            self._wake()

    def finished(self) -> None:
        """Note that PortAudio has ended the stream, wanted or not."""
        self._over = True
        self._wake()

    @property
    def name(self) -> str:
        """Stable name of the device."""
        return self._name

    @property
    def rate(self) -> int:
        """Hertz of the samples that `write` takes."""
        return self._rate

    @property
    def flags(self) -> int:
        """Blocks that came too late for the device, which is heard as a gap."""
        return self._flags

    @property
    def idle(self) -> bool:
        """Whether nothing would be missed if it were closed."""
        return not self.sounding

    @property
    def heard(self) -> int:
        """Samples that have sounded, by the device's own latency, to within a block."""
        now = self._loop.time()
        return next((played for until, played in reversed(tuple(self._marks)) if until <= now), 0)

    @property
    def sounding(self) -> bool:
        """Whether anything written has not sounded yet, device latency included."""
        return self._left_s() > 0

    async def write(self, samples: Samples) -> None:
        """Queue samples; waits while the ring is full.

        :raises DeviceLost: the device went away or takes nothing any more.
        """
        done = 0
        while True:
            self._check()
            done += self._ring.offer(samples[done:])
            if done == len(samples):
                return
            await self._room()

    async def drain(self) -> None:
        """Wait until everything written has sounded.

        :raises DeviceLost: the device went away or takes nothing any more.
        """
        while (left_s := self._left_s()) > 0:
            position = self._ring.position
            await asyncio.sleep(left_s)
            self._check()
            if self._ring.waiting and self._ring.position == position:
                await self._room(progress=position)

    def flush(self) -> None:
        """Drop what has not reached the device, which sounds on for its latency at most."""
        self._ring.clear()

    def duck(self, gain: float) -> None:
        """Glide to `gain` (0 to 1)."""
        self._fader.target = gain

    async def aclose(self) -> None:
        """Release the device; safe to call twice."""
        if not self._closed:
            self._closed = True
            self._ring.clear()
            self._news.set()
            await self._release()

    def _sounds_at(self, time: Any) -> float:
        """Loop time at which the block that is filled now will be heard."""
        delay_s = time.outputBufferDacTime - time.currentTime
        return self._loop.time() + (delay_s if 0 < delay_s < STALL_S else self.latency_s)

    def _left_s(self) -> float:
        """Seconds until everything written has sounded; none for a device that is gone."""
        if self._over or self._closed:
            return 0.0
        return self._ring.waiting / self._rate + max(0.0, self._until - self._loop.time())

    def _check(self) -> None:
        if self._over or self._closed:
            raise DeviceLost(
                f"the speaker {self._name!r} went away: plug it in again",
                f"扬声器 {self._name!r} 断开了：请重新插上",
            )

    async def _room(self, progress: int | None = None) -> None:
        """Wait until the callback has made room, or has moved on from position `progress`."""
        self._news.clear()
        self._wanted = True
        if self._ring.room if progress is None else self._ring.position != progress:
            return
        try:
            async with asyncio.timeout(STALL_S):
                await self._news.wait()
        except TimeoutError as problem:
            raise DeviceLost(
                f"the speaker {self._name!r} takes no sound: plug it in again",
                f"扬声器 {self._name!r} 放不出声音：请重新插上",
            ) from problem

    def _wake(self) -> None:
        with suppress(RuntimeError):  # the loop has ended, so there is nobody to wake
            self._loop.call_soon_threadsafe(self._news.set)
