"""Streaming resampling that remembers the end of one block when the next one comes."""

import numpy as np
import soxr  # type: ignore[import-untyped]  # no stubs exist

from audio.frame import Samples


class Resampler:
    """Turns a stream of samples at one rate into another; sample n sounds when sample n·target/source did."""

    def __init__(self, source: int, target: int) -> None:
        self.source = source
        """Hertz of what goes in."""
        self.target = target
        """Hertz of what comes out."""
        # Floats, because soxr dithers integers, and the same sound must come out the same every time.
        self._stream = None
        if source != target:
            self._stream = soxr.ResampleStream(source, target, 1, dtype="float32", quality="HQ")

    def process(self, samples: Samples, *, last: bool = False) -> Samples:
        """What can be told of the output so far; up to 40 ms stay inside until more comes, or until `last`.

        After `last` the next block begins a new stream.
        """
        if self._stream is None:
            return samples
        output = self._stream.resample_chunk(samples.astype(np.float32), last)
        if last:
            self._stream.clear()
        return np.asarray(np.clip(np.rint(output), -32768, 32767), np.int16)

    def reset(self) -> None:
        """Forget the stream so far."""
        if self._stream is not None:
            self._stream.clear()


def resample(samples: Samples, source: int, target: int) -> Samples:
    """A whole recording at another rate."""
    return Resampler(source, target).process(samples, last=True)
