"""A gate in front of a wake detector: while nobody speaks, no network runs."""

from collections.abc import Sequence

import numpy as np
import webrtcvad  # type: ignore[import-untyped]  # the package has no types

from audio.frame import RATE, Samples
from models.protocols import WakeDetector, WakeScore
from models.window import Windows

WINDOW = RATE * 3 // 100
"""Samples (30 ms) in one look at the sound, the longest that WebRTC's voice detector takes."""

FAINT = 12.0
"""Standard deviation (steps of int16) below which nobody speaks: 69 dB under full scale."""

AGGRESSIVENESS = 1
"""Of 0 to 3. Opening the gate for nothing costs little, not opening it for the word costs the wake."""

BEHIND = RATE * 3 // 2
"""Samples kept while the gate is closed and heard when it opens: more than any word's onset."""

HELD = 2 * RATE
"""Samples for which the gate stays open behind the last voice."""


class Gated:
    """Wake detector that listens only where WebRTC's voice detector, nearly free of cost, finds a voice."""

    def __init__(self, detector: WakeDetector) -> None:
        """Spare `detector` the silence."""
        self._detector = detector
        self._windows = Windows(WINDOW)
        self._voice = webrtcvad.Vad(AGGRESSIVENESS)
        self._unheard: Samples = np.zeros(0, dtype=np.int16)
        self._open_for = 0

    @property
    def words(self) -> tuple[str, ...]:
        """Ids of the words it listens for."""
        return self._detector.words

    @property
    def open(self) -> bool:
        """Whether the detector hears what comes in."""
        return self._open_for > 0

    def process(self, samples: Samples) -> Sequence[WakeScore]:
        """Best score per word; empty while the gate is closed."""
        voiced = any([self._voiced(window) for window in self._windows.feed(samples)])  # each is to be fed
        self._open_for = HELD if voiced else max(0, self._open_for - len(samples))
        if not self.open:
            self._unheard = np.concatenate((self._unheard, samples))[-BEHIND:]
            return []
        unheard, self._unheard = self._unheard, self._unheard[:0]
        return self._detector.process(np.concatenate((unheard, samples)) if len(unheard) else samples)

    def reset(self) -> None:
        """Forget the sound so far."""
        self._windows.reset()
        self._detector.reset()
        self._voice = webrtcvad.Vad(AGGRESSIVENESS)
        self._unheard = self._unheard[:0]
        self._open_for = 0

    def _voiced(self, window: Samples) -> bool:
        return bool(np.std(window) > FAINT and self._voice.is_speech(window.tobytes(), RATE))
