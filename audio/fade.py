"""A volume that glides to where it is set, because a jump would click."""

import numpy as np

from audio.frame import Samples

GLIDE_S = 0.03
"""Seconds from silence to full volume, or back."""


class Fader:
    """Scales consecutive blocks of sound; the gain moves by at most one per `GLIDE_S`."""

    def __init__(self, rate: int) -> None:
        self._step = 1 / (GLIDE_S * rate)
        self._gain = 1.0
        self.target = 1.0
        """Gain (0 to 1) to glide to; may be set from another thread."""

    def apply(self, samples: Samples) -> None:
        """Scale `samples` in place; costs nothing at full volume."""
        target = self.target
        if self._gain == target == 1.0:
            return
        self._scale(samples, target)

    def _scale(self, samples: Samples, target: float) -> None:
        way = np.arange(1, len(samples) + 1, dtype=np.float32) * self._step
        gains = self._gain + np.clip(target - self._gain, -way, way)
        np.multiply(samples, gains, out=samples, casting="unsafe")
        if len(samples):
            self._gain = target if abs(gains[-1] - target) < 1e-6 else float(gains[-1])
