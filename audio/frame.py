"""Frame: a short block of mono samples that knows its place in the stream."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Samples = NDArray[np.int16]
"""Mono PCM, shape (n,), int16."""

RATE = 16_000
"""Hertz; what every engine hears. Devices and files are resampled to it at the edge."""

FRAME = 512
"""Samples in one frame of the pipeline: 32 ms, one window of Silero VAD."""


@dataclass(frozen=True, slots=True, eq=False)
class Frame:
    """One block of captured sound."""

    samples: Samples
    """Read-only mono samples."""
    start: int
    """Position of the first sample, in samples since the stream opened; a gap means lost samples."""
    rate: int = RATE
    """Hertz."""
    with_echo_db: float | None = None
    """Level before our own sound was taken out, relative to full scale; None where nothing was."""
    undistorted: Samples | None = None
    """The same with more of our own sound left, but with other voices whole; None where nothing was taken."""

    def __post_init__(self) -> None:
        """Freeze the samples, so that every reader sees the same sound."""
        self.samples.flags.writeable = False

    @property
    def end(self) -> int:
        """Position right behind the last sample."""
        return self.start + len(self.samples)
