"""A gate in front of a wake detector: while nobody speaks, no network runs."""

from collections.abc import Sequence

import numpy as np
import webrtcvad  # type: ignore[import-untyped]  # the package has no types

from audio.frame import RATE, Samples
from models.protocols import WakeDetector, WakeScore
from models.window import Windows

WINDOW = RATE * 3 // 100
"""Samples (30 ms) in one look at the sound, the longest that WebRTC's voice detector takes."""

FAINT = 64
"""Steps of int16 between the lowest and the highest sample below which nobody speaks: a peak of -60 dB."""

RUN = 2
"""Windows with a voice, one behind another, that open the gate; single ones are often noise."""

AGGRESSIVENESS = 1
"""Of 0 to 3. Opening the gate for nothing costs little, not opening it for the word costs the wake."""

BEHIND = RATE * 3 // 2
"""Samples kept while the gate is closed and heard when it opens: more than any word's onset."""

HELD = 2 * RATE
"""Samples for which the gate stays open behind the last voice."""


class Gate:
    """Lets a sound through where WebRTC's voice detector finds a voice, nearly free of cost; keeps state."""

    def __init__(self) -> None:
        """Start closed, with silence behind."""
        self._windows = Windows(WINDOW)
        self._voice = webrtcvad.Vad(AGGRESSIVENESS)
        self._unheard: Samples = np.zeros(0, dtype=np.int16)
        self._open_for = self._run = 0

    def let_through(self, samples: Samples) -> Samples:
        """What is to be heard now: nothing while it is closed, and what was kept back when it opens."""
        voiced = any([self._voiced(window) for window in self._windows.feed(samples)])  # every one is fed
        self._open_for = HELD if voiced else max(0, self._open_for - len(samples))
        unheard = np.concatenate((self._unheard, samples)) if len(self._unheard) else samples
        self._unheard = unheard[:0] if self._open_for else unheard[-BEHIND:]
        return unheard if self._open_for else unheard[:0]

    def reset(self) -> None:
        """Forget the sound so far."""
        self._windows.reset()
        self._voice = webrtcvad.Vad(AGGRESSIVENESS)
        self._unheard = self._unheard[:0]
        self._open_for = self._run = 0

    def _voiced(self, window: Samples) -> bool:
        """Whether somebody speaks in this window, and did in those before it."""
        swing = int(window.max()) - int(window.min())
        voice = swing > FAINT and self._voice.is_speech(window.tobytes(), RATE)
        self._run = self._run + 1 if voice else 0
        return self._run >= RUN


class Gated:
    """Wake detector that is spared the silence."""

    def __init__(self, detector: WakeDetector) -> None:
        """Put a gate in front of `detector`."""
        self._detector = detector
        self._gate = Gate()

    @property
    def words(self) -> tuple[str, ...]:
        """Ids of the words it listens for."""
        return self._detector.words

    def process(self, samples: Samples) -> Sequence[WakeScore]:
        """Best score per word; empty while the gate is closed."""
        heard = self._gate.let_through(samples)
        return self._detector.process(heard) if len(heard) else []

    def reset(self) -> None:
        """Forget the sound so far."""
        self._gate.reset()
        self._detector.reset()
