"""A preallocated ring of samples between one thread that writes and one that reads."""

import numpy as np

from audio.frame import Samples


class Ring:
    """Samples with absolute indices; one writer, one reader, no lock, so that neither ever waits.

    The writer publishes how far it will write before it copies and how far it has written afterwards; the
    reader copies first and then looks whether the writer has meanwhile claimed the place it copied from.
    """

    def __init__(self, capacity: int) -> None:
        if capacity < 1:
            raise ValueError("a ring needs room for at least one sample")
        self._buffer: Samples = np.zeros(capacity, np.int16)
        self._claimed = 0
        self._written = 0
        self._cleared = 0
        self._position = 0
        self._dropped = 0

    @property
    def capacity(self) -> int:
        """Samples it can hold."""
        return len(self._buffer)

    @property
    def written(self) -> int:
        """Index behind the last sample written."""
        return self._written

    @property
    def position(self) -> int:
        """Index of the sample that is read next, unless it has been overwritten by then."""
        return max(self._position, self._cleared)

    @property
    def waiting(self) -> int:
        """Samples that can be read now."""
        return min(self._written - self.position, self.capacity)

    @property
    def room(self) -> int:
        """Samples that can be written now without overwriting unread ones."""
        return max(0, self.capacity - (self._written - self._position))

    @property
    def dropped(self) -> int:
        """Samples the reader missed because they were overwritten."""
        return self._dropped

    def write(self, samples: Samples) -> None:
        """Append all samples, overwriting the oldest ones when there is no room (writer)."""
        end = self._written + len(samples)
        self._claimed = end
        kept = samples[-self.capacity :]
        at = (end - len(kept)) % self.capacity
        first = min(len(kept), self.capacity - at)
        self._buffer[at : at + first] = kept[:first]
        self._buffer[: len(kept) - first] = kept[first:]
        self._written = end

    def offer(self, samples: Samples) -> int:
        """Append as many samples as there is room for, and say how many (writer)."""
        taken = min(len(samples), self.room)
        if taken:
            self.write(samples[:taken])
        return taken

    def clear(self) -> None:
        """Let everything written so far go unread; it is not counted as dropped (writer)."""
        self._cleared = self._written

    def read(self, into: Samples) -> int:
        """Fill `into` with the oldest samples and say how many; they end at `position` (reader)."""
        while True:
            start = self._start()
            count = min(len(into), self._written - start)
            self._copy(start, into[:count])
            if start >= self._claimed - self.capacity:  # else it was overwritten while we copied
                self._position = start + count
                return count

    def _start(self) -> int:
        """Where reading goes on: behind what was cleared, and behind what was overwritten."""
        start = self.position
        oldest = self._claimed - self.capacity
        if oldest > start:
            oldest = min(oldest, self._written)
            self._dropped += oldest - start
            start = oldest
        self._position = start
        return start

    def _copy(self, start: int, into: Samples) -> None:
        at = start % self.capacity
        first = min(len(into), self.capacity - at)
        into[:first] = self._buffer[at : at + first]
        into[first:] = self._buffer[: len(into) - first]
