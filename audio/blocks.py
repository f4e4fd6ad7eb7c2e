"""Blocks of the one length that a canceller takes, out of frames of any length, and frames again."""

from collections.abc import Callable

import numpy as np

from audio.frame import Samples


class Blocks:
    """Cuts what was captured and what was played alike, and gives back as much as it is given."""

    def __init__(self, size: int, late: int, cancel: Callable[[Samples, Samples], Samples]) -> None:
        """`cancel` takes `size` samples; what it makes comes `late` samples late, or more if that lacks."""
        self._size, self._late, self._cancel = size, late, cancel
        self.reset()

    def reset(self) -> None:
        """Drop what is on its way."""
        self._captured, self._played, self._ready = _silence(0), _silence(0), _silence(self._late)

    def feed(self, captured: Samples, played: Samples) -> Samples:
        """As many samples as were captured."""
        heard, said = np.concatenate((self._captured, captured)), np.concatenate((self._played, played))
        count, size = len(heard) - len(heard) % self._size, self._size
        blocks = [self._cancel(heard[at : at + size], said[at : at + size]) for at in range(0, count, size)]
        ready = np.concatenate((self._ready, *blocks))
        ready = np.concatenate((_silence(max(0, len(captured) - len(ready))), ready))
        self._captured, self._played, self._ready = heard[count:], said[count:], ready[len(captured) :]
        return ready[: len(captured)]


def _silence(count: int) -> Samples:
    return np.zeros(count, np.int16)
