"""The speech embedding that pyopen-wakeword carries: 96 numbers every 80 ms, of the 0.8 s behind each."""

import ctypes
from collections.abc import Sequence
from pathlib import Path

import numpy as np
import pyopen_wakeword
from numpy.typing import NDArray
from pyopen_wakeword.wakeword import TfLiteWakeWord

from audio.frame import Samples
from models.errors import EngineFailed
from models.window import pcm

Embeddings = NDArray[np.float32]
"""Shape (n, 96)."""

HOP = 1280
"""Samples between embeddings."""

HEARD = 1760
"""Samples from which the mel frames of one hop are made."""

MELS = 32
FRAMES = 76
"""Mel frames in one embedding; a hop has eight."""

PER_HOP = 8
SIZE = 96

_HERE = Path(pyopen_wakeword.__file__).parent


class _Network:
    """A TensorFlow Lite network that takes inputs of any shape: it convolves, so a whole clip is one run."""

    def __init__(self, name: str) -> None:
        library = _HERE / "lib" / "libtensorflowlite_c.so"
        self._lib = TfLiteWakeWord(library).lib
        self._model = self._lib.TfLiteModelCreateFromFile(str(_HERE / "models" / name).encode())
        self._interpreter = self._lib.TfLiteInterpreterCreate(self._model, None)
        self._shape: tuple[int, ...] = ()
        if not self._interpreter:
            raise EngineFailed(f"{name} cannot be loaded; run: pip install --force-reinstall pyopen-wakeword")

    def run(self, given: NDArray[np.float32]) -> NDArray[np.float32]:
        """What the network makes of it."""
        if given.shape != self._shape:
            self._resize(given.shape)
        given = np.ascontiguousarray(given, dtype=np.float32)
        tensor = self._lib.TfLiteInterpreterGetInputTensor(self._interpreter, 0)
        self._done(self._lib.TfLiteTensorCopyFromBuffer(tensor, given.ctypes.data, given.nbytes))
        self._done(self._lib.TfLiteInterpreterInvoke(self._interpreter))
        return self._read(self._lib.TfLiteInterpreterGetOutputTensor(self._interpreter, 0))

    def _resize(self, shape: Sequence[int]) -> None:
        sizes = (ctypes.c_int32 * len(shape))(*shape)
        self._done(self._lib.TfLiteInterpreterResizeInputTensor(self._interpreter, 0, sizes, len(shape)))
        self._done(self._lib.TfLiteInterpreterAllocateTensors(self._interpreter))
        self._shape = tuple(shape)

    def _read(self, tensor: object) -> NDArray[np.float32]:
        shape = [self._lib.TfLiteTensorDim(tensor, i) for i in range(self._lib.TfLiteTensorNumDims(tensor))]
        made = np.empty(shape, dtype=np.float32)
        self._done(self._lib.TfLiteTensorCopyToBuffer(tensor, made.ctypes.data, made.nbytes))
        return made

    def _done(self, status: int) -> None:
        if status:
            raise EngineFailed(f"the speech embedding failed (TensorFlow Lite status {status})")


class SpeechEmbedding:
    """Turns sound into embeddings; not for two threads at once."""

    def __init__(self) -> None:
        """Load both networks. :raises EngineFailed: the package is damaged."""
        self._mel = _Network("melspectrogram.tflite")
        self._embedding = _Network("embedding_model.tflite")

    def mels(self, sound: Samples) -> NDArray[np.float32]:
        """Mel frames (8, 32) of exactly `HEARD` samples; loudness is relative to the loudest of them."""
        made = self._mel.run(pcm(sound).astype(np.float32)[None])
        return np.asarray(made.reshape(-1, MELS) / 10 + 2, dtype=np.float32)

    def embed(self, frames: NDArray[np.float32]) -> Embeddings:
        """Embeddings of at least 76 mel frames, one every eight."""
        return self._embedding.run(frames[None, :, :, None]).reshape(-1, SIZE)

    def clip(self, sound: Samples) -> Embeddings:
        """Embeddings of a whole clip, the last of what ends with it; none of less than 0.85 s."""
        hops = (len(sound) - HEARD + HOP) // HOP
        if hops * PER_HOP < FRAMES:
            return np.zeros((0, SIZE), dtype=np.float32)
        start = len(sound) - HEARD - (hops - 1) * HOP
        frames = [self.mels(sound[at : at + HEARD]) for at in range(start, len(sound) - HEARD + 1, HOP)]
        return self.embed(np.concatenate(frames))
