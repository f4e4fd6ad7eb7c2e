"""Smart Turn: whether somebody who has paused sounds as if through; a network on the last eight seconds."""

from pathlib import Path

import numpy as np
from faster_whisper.feature_extractor import (  # type: ignore[import-untyped]  # publishes no types
    FeatureExtractor,
)
from numpy.typing import NDArray

from audio.frame import RATE, Samples
from models.errors import EngineFailed
from models.onnx import running, session
from models.window import pcm

SECONDS = 8
BANDS = 80
HOPS = 100 * SECONDS
"""Frames of the log-mel spectrogram, 10 ms each. Source of all three: Smart Turn 3, as Pipecat runs it."""


class SmartTurn:
    """End-of-turn detector for 23 languages."""

    def __init__(self, directory: Path) -> None:
        """Load the network in `directory`. :raises EngineFailed: it cannot be."""
        found = next(directory.glob("*.onnx"), None)
        if found is None:
            raise EngineFailed(f"'{directory.name}' has no network; run: xiaoban models verify")
        self._session = session(found, threads=1)
        self._spectrum = FeatureExtractor(feature_size=BANDS)
        self.finished(np.zeros(RATE, np.int16))  # the first run is slow, and nobody should wait for it

    def finished(self, samples: Samples) -> float:
        """Probability (0 to 1) that the speech in 16 kHz samples is complete; only the last 8 s are heard.

        :raises EngineFailed: the network failed.
        """
        with running("end of turn"):
            (answer,) = self._session.run(None, {"input_features": self._features(samples)})
        return float(answer.reshape(-1)[0])

    def _features(self, samples: Samples) -> NDArray[np.float32]:
        """Log-mel of the last eight seconds, silence in front, at zero mean and unit variance."""
        latest = pcm(samples)[-SECONDS * RATE :].astype(np.float32) / 32768
        wave = np.concatenate((np.zeros(SECONDS * RATE - len(latest), np.float32), latest))
        wave = (wave - wave.mean()) / np.sqrt(wave.var() + 1e-7)
        found: NDArray[np.float32] = self._spectrum(wave, padding=0)[np.newaxis, :, :HOPS]
        return found.astype(np.float32)
