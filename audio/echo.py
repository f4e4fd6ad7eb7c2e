"""A microphone that does not hear our own speaker."""

import asyncio
from collections import deque
from collections.abc import AsyncGenerator, AsyncIterator

import numpy as np

from audio.frame import RATE, Frame, Samples
from audio.level import decibels
from audio.ports import EchoCanceller, Microphone
from audio.reference import Reference

LOOKS = 96
"""Frames, three seconds of them, of which the one that came soonest tells when all of them were captured."""


class EchoFree:
    """Frames of a microphone without the echo of what the reference says was played.

    While nothing sounds, frames pass as they are.
    """

    def __init__(
        self,
        microphone: Microphone,
        canceller: EchoCanceller,
        reference: Reference,
        linear: EchoCanceller | None = None,
    ) -> None:
        """A `linear` canceller takes what it can without harm to voices; the other hears what is left."""
        self._microphone = microphone
        self._linear = linear
        self._canceller = canceller
        self._reference = reference
        self._lags: deque[float] = deque(maxlen=LOOKS)
        self._idle = True

    @property
    def name(self) -> str:
        """Stable name of the device."""
        return self._microphone.name

    @property
    def dropped(self) -> int:
        """Samples lost so far because nobody read in time."""
        return self._microphone.dropped

    async def frames(self) -> AsyncIterator[Frame]:
        """Frames in order, until the microphone's end. :raises DeviceLost: as the microphone does."""
        loop = asyncio.get_running_loop()
        frames = self._microphone.frames()
        try:
            async for frame in frames:
                yield self._clean(frame, loop.time())
        finally:
            if isinstance(frames, AsyncGenerator):  # at once, not when it is collected
                await frames.aclose()

    async def aclose(self) -> None:
        """Release the device; safe to call twice."""
        await self._microphone.aclose()

    def _clean(self, frame: Frame, now: float) -> Frame:
        self._lags.append(now - frame.end / RATE)
        captured = min(self._lags) + frame.end / RATE
        played = self._reference.sounded(captured, len(frame.samples))
        if played is None:
            if not self._idle:
                self._canceller.reset()
                if self._linear is not None:
                    self._linear.reset()
            self._idle = True
            return frame
        self._idle = False
        whole = frame.samples if self._linear is None else self._linear.cancel(frame.samples, played)
        cleaned = self._canceller.cancel(whole, played)
        return Frame(cleaned, frame.start, frame.rate, decibels(frame.samples), whole)


class ScriptedCanceller:
    """Stand-in that knows the room: the echo is what was played, scaled and `delay` samples late."""

    def __init__(self, delay: int = 0, gain: float = 1.0) -> None:
        self._delay, self._gain = delay, gain
        self._line: Samples = np.zeros(delay, np.int16)

    def cancel(self, captured: Samples, played: Samples) -> Samples:
        """Subtract it to the sample."""
        line = np.concatenate((self._line, played))
        echo = line[: len(captured)] * self._gain
        self._line = line[len(captured) :]
        return np.clip(np.rint(captured - echo), -32768, 32767).astype(np.int16)

    def reset(self) -> None:
        """Silence was played."""
        self._line = np.zeros(self._delay, np.int16)
