"""Windows: blocks of any length in, blocks of the one length that an engine takes out."""

from collections.abc import Iterator

import numpy as np

from audio.frame import Samples


def pcm(samples: Samples) -> Samples:
    """The samples, known to be mono int16.

    :raises TypeError: they are something else; floats would silently become silence.
    """
    if samples.dtype != np.int16 or samples.ndim != 1:
        raise TypeError(f"expected mono int16 samples, got {samples.dtype} of shape {samples.shape}")
    return samples


class Windows:
    """Keeps the rest of a block until the next one completes it."""

    def __init__(self, size: int) -> None:
        """Cut windows of `size` samples."""
        self._size = size
        self._rest: Samples = np.zeros(0, dtype=np.int16)

    def feed(self, samples: Samples) -> Iterator[Samples]:
        """The windows that are complete now, in order."""
        sound = np.concatenate((self._rest, pcm(samples)))
        whole = len(sound) - len(sound) % self._size
        self._rest = sound[whole:]
        return iter(sound[:whole].reshape(-1, self._size))

    def reset(self) -> None:
        """Forget the rest."""
        self._rest = self._rest[:0]
