"""WebRTC's voice detector: Gaussian mixtures on six bands, nearly free of cost."""

from collections import deque

import webrtcvad  # type: ignore[import-untyped]  # the package has no types

from audio.frame import RATE, Samples
from models.window import Windows

WINDOW = 480
"""Samples: 30 ms, the longest it takes, and the most reliable."""

SHARE_OF = 5
"""Windows (150 ms) whose share of voiced ones stands for the probability that it does not give."""

AGGRESSIVENESS = 3
"""0 to 3; 2 takes room noise for speech, and 3 hears no less of the speech (measured)."""


class Webrtc:
    """Voice detector for machines on which Silero costs too much."""

    def __init__(self) -> None:
        """Start with silence behind it."""
        self._windows = Windows(WINDOW)
        self._voiced: deque[bool] = deque(maxlen=SHARE_OF)
        self.reset()

    def process(self, samples: Samples) -> float:
        """The highest share of voiced windows reached in this block, else the last share."""
        last = self._share()
        found = []
        for window in self._windows.feed(samples):
            self._voiced.append(self._detector.is_speech(window.tobytes(), RATE))
            found.append(self._share())
        return max(found, default=last)

    def reset(self) -> None:
        """Forget the sound so far."""
        self._detector = webrtcvad.Vad(AGGRESSIVENESS)
        self._windows.reset()
        self._voiced.clear()

    def _share(self) -> float:
        return sum(self._voiced) / SHARE_OF
