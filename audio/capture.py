"""A microphone: the PortAudio callback on one side of a ring, the reader of frames on the other."""

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import suppress
from typing import Any

import numpy as np
from numpy.typing import NDArray

from audio.cutter import Cutter
from audio.errors import DeviceLost
from audio.frame import Frame, Samples
from audio.ring import Ring

RING_S = 4.0
"""Seconds that the reader may be late before sound is lost."""

STALL_S = 2.0
"""Seconds without a block after which the device counts as gone."""

FIRST_S = 5.0
"""The same for the first block: sound servers take up to two seconds to wake a sleeping source."""

Release = Callable[[], Awaitable[None]]
"""Closes the stream behind a device."""


class DeviceMicrophone:
    """Frames of one opened capture stream; `device.open_microphone` makes it."""

    def __init__(self, name: str, rate: int, loop: asyncio.AbstractEventLoop, release: Release) -> None:
        self._name = name
        self._loop = loop
        self._release = release
        self._ring = Ring(round(rate * RING_S))
        self._cutter = Cutter(rate)
        self._block: Samples = np.zeros(rate // 10, np.int16)
        self._news = asyncio.Event()
        self._over = False
        self._closed = False
        self._flags = 0

    def capture(self, block: NDArray[np.int16], _frames: int, _time: Any, status: Any) -> None:
        """Take one block from PortAudio's thread: copy, count, wake; nothing else may happen here."""
        if status:
            self._flags += 1
        self._ring.write(block[:, 0])
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
    def dropped(self) -> int:
        """Samples lost so far because nobody read in time."""
        return self._cutter.dropped

    @property
    def flags(self) -> int:
        """Blocks that PortAudio marked as coming after a loss of its own, of unknown length."""
        return self._flags

    @property
    def idle(self) -> bool:
        """Whether nothing would be missed if it were closed."""
        return self._over or self._closed

    async def frames(self) -> AsyncIterator[Frame]:
        """Frames in order from now on, until it is closed; position 0 is now.

        :raises DeviceLost: the device went away or delivers nothing any more.
        """
        self._ring.clear()  # what sounded before anybody listened is nobody's loss
        opened, patience_s = self._ring.position, FIRST_S
        while await self._more(patience_s):
            patience_s = STALL_S
            count = self._ring.read(self._block)
            for frame in self._cutter.feed(self._ring.position - count - opened, self._block[:count]):
                yield frame

    async def aclose(self) -> None:
        """Release the device; safe to call twice."""
        if not self._closed:
            self._closed = True
            self._news.set()
            await self._release()

    async def _more(self, patience_s: float) -> bool:
        """Wait for sound; false when there will be none because it was closed."""
        while True:
            self._news.clear()
            if self._closed or self._ring.waiting:
                return not self._closed
            if self._over:
                raise DeviceLost(
                    f"the microphone {self._name!r} went away: plug it in again",
                    f"麦克风 {self._name!r} 断开了：请重新插上",
                )
            try:
                async with asyncio.timeout(patience_s):
                    await self._news.wait()
            except TimeoutError as problem:
                raise DeviceLost(
                    f"the microphone {self._name!r} gives no sound: plug it in again",
                    f"麦克风 {self._name!r} 没有声音：请重新插上",
                ) from problem

    def _wake(self) -> None:
        with suppress(RuntimeError):  # the loop has ended, so there is nobody to wake
            self._loop.call_soon_threadsafe(self._news.set)
