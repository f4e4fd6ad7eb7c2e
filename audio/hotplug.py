"""Devices that outlive being unplugged: what is lost is opened again, with growing pauses."""

import asyncio
from collections.abc import AsyncGenerator, AsyncIterator, Awaitable, Callable
from contextlib import aclosing, suppress

import numpy as np

from audio.absence import Absence
from audio.drift import Drift
from audio.errors import AudioError, DeviceLost
from audio.frame import RATE, Frame, Samples
from audio.hush import Hush
from audio.ports import Microphone, Speaker
from audio.resample import Resampler

WRITE_PATIENCE_S = 5.0
"""Seconds for which a write tries to get a lost speaker back before it fails."""

SPEAKER_RATE = 48_000
"""Hertz of a speaker that was not there at first: what most cards prefer."""


class _StillSilent(DeviceLost):
    """A muted microphone is asked again; nobody needs to be told."""

    def __init__(self) -> None:
        super().__init__("the microphone is still silent: unmute it", "麦克风仍是静音：请打开")


class HotplugMicrophone:
    """A microphone that comes back: no frames come while the device is gone, then their positions jump.

    Without `opened` the device is opened by `frames`, and one that is not there yet counts as lost.
    """

    def __init__(
        self,
        open_: Callable[[], Awaitable[Microphone]],
        opened: Microphone | None = None,
        *,
        on_lost: Callable[[str], None] | None = None,
        on_found: Callable[[float], None] | None = None,
        on_muted: Callable[[bool], None] | None = None,
    ) -> None:
        """Open with `open_` what was lost; see `Absence` for the reports.

        `on_muted` is told when it turns out that a microphone is switched off, and when it sounds again.
        """
        self._open = open_
        self._device = opened
        self._absence = Absence(on_lost, on_found)
        self._on_muted = on_muted
        self._hush = Hush()
        self._drift = Drift()
        self._again: DeviceLost | None = None
        self.reopened = 0
        """Times that it was opened after the first."""
        self._name = opened.name if opened else "microphone"
        self._dropped = 0
        self._end = 0
        self._heard_at: float | None = None
        self._closing = asyncio.Event()

    @property
    def name(self) -> str:
        """Stable name of the device, or of the last one."""
        return self._name

    @property
    def dropped(self) -> int:
        """Samples lost so far because nobody read in time; the time without a device does not count."""
        return self._dropped + (self._device.dropped if self._device else 0)

    @property
    def position(self) -> int:
        """Position behind the newest frame, in samples."""
        return self._end

    @property
    def muted(self) -> bool:
        """Whether it gives nothing but digital silence, also after it was opened anew."""
        return self._hush.muted and not self.lost

    @property
    def drift_ppm(self) -> float | None:
        """How much faster than the computer's its clock runs, in parts per million, once that is known."""
        return self._drift.ppm

    @property
    def losses(self) -> int:
        """Times that it went away or stalled."""
        return self._absence.count

    @property
    def lost(self) -> bool:
        """Whether it is not there now."""
        return self._absence.lasts

    async def reopen(self, reason: str) -> None:
        """Open it anew because what it delivers is not to be believed; nothing when it is not open."""
        if self._device:
            self._again = DeviceLost(reason)
            await self._device.aclose()

    async def frames(self) -> AsyncIterator[Frame]:
        """Frames in order, until it is closed; the loss of the device never ends them."""
        while not self._closing.is_set():
            try:
                async with aclosing(self._listen()) as frames:
                    async for frame in frames:
                        self._absence.end()
                        yield frame
            except _StillSilent:
                await self._let_go()
                continue
            except AudioError as problem:
                self._absence.begin(problem)
            else:
                return
            await self._let_go()
            await self._absence.pause(self._closing)

    async def aclose(self) -> None:
        """Release the device; safe to call twice."""
        self._closing.set()
        await self._let_go()

    async def _listen(self) -> AsyncGenerator[Frame, None]:
        """Frames of one opened device, at positions of the whole stream."""
        device = await self._opened()
        base: int | None = None
        async for frame in device.frames():
            now = asyncio.get_running_loop().time()
            if base is None:
                base = self._base(frame, now)
            self._end, self._heard_at = base + frame.end, now
            self._check(frame, now)
            self._drift.feed(frame.end, now)
            yield Frame(frame.samples, base + frame.start)
        if self._again:
            again, self._again = self._again, None
            raise again

    async def _opened(self) -> Microphone:
        """The device, opened where it is not."""
        if self._device is None:
            self._device = await self._open()
            self.reopened += self._heard_at is not None
        self._name, self._again = self._device.name, None
        self._hush.opened()
        self._drift = Drift()
        return self._device

    def _check(self, frame: Frame, now: float) -> None:
        """Believe the frame, or not. :raises DeviceLost: the stream has to be opened anew."""
        before = self._hush.muted
        if self._hush.doubts(frame.samples, now):
            if before:
                raise _StillSilent
            raise DeviceLost(
                f"the microphone {self._name!r} gives only digital silence: opening it anew",
                f"麦克风 {self._name!r} 只有数字静音：正在重新打开",
            )
        if self._hush.muted != before and self._on_muted:
            self._on_muted(self._hush.muted)

    def _base(self, first: Frame, now: float) -> int:
        """Position at which a device begins whose first frame has come now: as far on as time is."""
        if self._heard_at is None:
            return 0
        passed = round((now - self._heard_at) * RATE)
        return self._end + max(0, passed - first.end)

    async def _let_go(self) -> None:
        device, self._device = self._device, None
        if device:
            self._dropped += device.dropped
            await device.aclose()


class HotplugSpeaker:
    """A speaker that comes back: a write to a lost one opens it again, at the same `rate` as before.

    What the device held when it was lost is gone; the reply goes on where it is.
    """

    def __init__(
        self,
        open_: Callable[[], Awaitable[Speaker]],
        opened: Speaker | None = None,
        *,
        on_lost: Callable[[str], None] | None = None,
        on_found: Callable[[float], None] | None = None,
    ) -> None:
        """Open with `open_` what was lost; see `Absence` for the reports."""
        self._open = open_
        self._rate = opened.rate if opened else SPEAKER_RATE
        self._device = opened
        self._resampler = Resampler(self._rate, self._rate)
        self._absence = Absence(on_lost, on_found)
        self._heard = 0
        self._gain = 1.0
        self._closing = asyncio.Event()

    @property
    def rate(self) -> int:
        """Hertz of the samples that `write` takes."""
        return self._rate

    @property
    def heard(self) -> int:
        """Samples that have sounded, on whatever device."""
        now = self._device.heard * self._rate // self._device.rate if self._device else 0
        return self._heard + now

    @property
    def sounding(self) -> bool:
        """Whether anything written has not sounded yet."""
        return self._device is not None and self._device.sounding

    async def write(self, samples: Samples) -> None:
        """Queue samples; waits while the ring is full, and a while for a lost device to come back.

        :raises DeviceLost: it did not come back in time; the next write tries again.
        """
        deadline = asyncio.get_running_loop().time() + WRITE_PATIENCE_S
        while not await self._written(samples):
            await self._let_go()
            if self._closing.is_set() or asyncio.get_running_loop().time() >= deadline:
                raise DeviceLost(
                    "the speaker is gone: plug it in again; run: xiaoban doctor",
                    "扬声器不见了：请重新插上；或运行：xiaoban doctor",
                )
            await self._absence.pause(self._closing)

    async def drain(self) -> None:
        """Wait until everything written has sounded, or the device is lost."""
        if self._device:
            with suppress(DeviceLost):  # the next write sees to it
                if self._resampler.source != self._resampler.target:
                    await self._device.write(self._resampler.process(np.zeros(0, np.int16), last=True))
                await self._device.drain()

    def flush(self) -> None:
        """Drop at once what has not sounded."""
        self._resampler.reset()
        if self._device:
            self._device.flush()

    def duck(self, gain: float) -> None:
        """Glide to `gain` (0 to 1)."""
        self._gain = gain
        if self._device:
            self._device.duck(gain)

    async def reopen(self) -> None:
        """Open it anew with the next write, because the machine has slept."""
        await self._let_go()

    async def aclose(self) -> None:
        """Release the device; safe to call twice."""
        self._closing.set()
        await self._let_go()

    async def _written(self, samples: Samples) -> bool:
        """Write to the device, opened if need be; false when it is lost."""
        try:
            device = self._device or await self._reopened()
            await device.write(self._resampler.process(samples))
        except AudioError as problem:
            self._absence.begin(problem)
            return False
        self._absence.end()
        return True

    async def _reopened(self) -> Speaker:
        self._device = device = await self._open()
        self._resampler = Resampler(self._rate, device.rate)
        device.duck(self._gain)
        return device

    async def _let_go(self) -> None:
        if self._device:
            self._heard, device, self._device = self.heard, self._device, None
            await device.aclose()
