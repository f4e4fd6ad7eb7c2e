"""Blocks of any rate and length to the pipeline's frames."""

from collections.abc import Iterator

import numpy as np

from audio.frame import FRAME, RATE, Frame, Samples
from audio.resample import Resampler


class Cutter:
    """Resamples a captured stream to `RATE` and cuts it into frames; a gap in it is a gap in theirs."""

    def __init__(self, rate: int) -> None:
        self._rate = rate
        self._resampler = Resampler(rate, RATE)
        self._expected = 0
        self._rest: Samples = np.zeros(0, np.int16)
        self._position = 0
        self.dropped = 0
        """Samples at `RATE` that fell into gaps."""

    def feed(self, start: int, samples: Samples) -> Iterator[Frame]:
        """Frames that are complete with this block, whose first sample has position `start` at the device."""
        if start != self._expected:
            self._jump(round(start * RATE / self._rate))
        self._expected = start + len(samples)
        sound = np.concatenate([self._rest, self._resampler.process(samples)])
        whole = len(sound) - len(sound) % FRAME
        self._rest = sound[whole:]
        for block in sound[:whole].reshape(-1, FRAME):
            yield Frame(block, self._position)
            self._position += FRAME

    def _jump(self, position: int) -> None:
        """Go on at `position`; the unfinished frame before the gap is lost with it."""
        self._resampler.reset()
        self._rest = self._rest[:0]
        if position > self._position:
            self.dropped += position - self._position
            self._position = position
