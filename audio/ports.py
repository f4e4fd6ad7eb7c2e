"""What the pipeline asks of whatever hears and speaks, device or file."""

from collections.abc import AsyncIterator
from typing import Protocol

from audio.frame import Frame, Samples


class Microphone(Protocol):
    """A source of frames of `FRAME` samples at `RATE`; one reader."""

    @property
    def name(self) -> str:
        """Stable name of the device or file."""

    @property
    def dropped(self) -> int:
        """Samples lost so far because nobody read in time."""

    def frames(self) -> AsyncIterator[Frame]:
        """Frames in order, until the recording ends.

        Positions keep counting over everything the device delivered; lost samples are a jump in `start`.

        :raises DeviceLost: the device went away or delivers nothing any more.
        """

    async def aclose(self) -> None:
        """Release the device; safe to call twice."""


class Speaker(Protocol):
    """A sink of mono samples at `rate`; one writer."""

    @property
    def rate(self) -> int:
        """Hertz of the samples that `write` takes."""

    @property
    def heard(self) -> int:
        """Samples that have sounded since the speaker opened; flushed ones never count."""

    @property
    def sounding(self) -> bool:
        """Whether anything written has not sounded yet, device latency included."""

    async def write(self, samples: Samples) -> None:
        """Queue samples; waits while the playback ring is full.

        :raises DeviceLost: the device went away.
        """

    async def drain(self) -> None:
        """Wait until everything written has sounded."""

    def flush(self) -> None:
        """Drop at once what has not sounded."""

    def duck(self, gain: float) -> None:
        """Scale what is about to sound by `gain` (0 to 1) from now on; 1 restores it."""

    async def aclose(self) -> None:
        """Release the device; safe to call twice."""


class EchoCanceller(Protocol):
    """Takes what we play ourselves out of what the microphone hears; finds the delay between them itself."""

    def cancel(self, captured: Samples, played: Samples) -> Samples:
        """`captured` without the echo of `played`, as long as it is; both at `RATE`.

        `played` is what sounded at about the same time, never later than its echo. The result may lag by some
        milliseconds, the same all along.
        """

    def reset(self) -> None:
        """Nothing was played for a while; the room stays what it was."""
