"""A linear echo canceller: learns how the room answers and takes just that away; voices over ours stay whole.

A frequency domain Kalman filter in partitions (Enzner and Vary, 2006; Kuech and Enzner, 2014). WebRTC's
canceller alone distorts a voice as loud as the echo so much that 5 of 24 short requests are recognised;
behind this one it is 18, as many as without any echo: there is little left for it to suppress.
"""

import numpy as np
from numpy.typing import NDArray

from audio.blocks import Blocks
from audio.frame import Samples

BLOCK = 256
"""Samples that it takes at once: 16 ms."""

PARTS = 24
"""Blocks of the room's answer, the delay of the devices included, that it learns: 0.38 s."""

STAYS = 0.9995
"""Share of what it knows of the room that still holds a block later."""

SMOOTH = 0.7
"""Share of the loudness of everything else that is kept from one block to the next."""

HISS = 1e3
"""Power, in a spectrum of a block, below which nothing is told apart."""

Spectra = NDArray[np.complex128]
Powers = NDArray[np.float64]


class Kalman:
    """Echo canceller for 16 kHz mono, without any delay of its own; 1 % of a core while we speak."""

    def __init__(self) -> None:
        """Know nothing of the room."""
        shape = (PARTS, BLOCK + 1)
        self._blocks = Blocks(BLOCK, 0, self._cancel)
        self._answer: Spectra = np.zeros(shape, np.complex128)
        self._doubt: Powers = np.ones(shape)
        self._else: Powers = np.full(BLOCK + 1, 1e4 * BLOCK)
        self._forget()

    def cancel(self, captured: Samples, played: Samples) -> Samples:
        """`captured` without what the room is known to make of `played`."""
        return self._blocks.feed(captured, played)

    def reset(self) -> None:
        """Drop what is on its way; what was learned of the room stays."""
        self._blocks.reset()
        self._forget()

    def _forget(self) -> None:
        self._played: Spectra = np.zeros((PARTS, BLOCK + 1), np.complex128)
        self._before = np.zeros(BLOCK)

    def _cancel(self, captured: Samples, played: Samples) -> Samples:
        now = played.astype(np.float64)
        self._played = np.roll(self._played, 1, axis=0)
        self._played[0] = np.fft.rfft(np.concatenate((self._before, now)))
        self._before = now
        left = captured - np.fft.irfft((self._played * self._answer).sum(0))[BLOCK:]
        self._learn(left)
        return np.clip(np.rint(left), -32768, 32767).astype(np.int16)

    def _learn(self, left: Powers) -> None:
        """Believe what is left over the less, the louder everything else is."""
        wrong = np.fft.rfft(np.concatenate((np.zeros(BLOCK), left)))
        power = _power(self._played)
        self._else = SMOOTH * self._else + (1 - SMOOTH) * _power(wrong)
        step = self._doubt / (0.5 * (power * self._doubt).sum(0) + self._else + HISS)
        change = np.fft.irfft(step * self._played.conj() * wrong, axis=1)
        change[:, BLOCK:] = 0  # a partition answers within a block
        self._answer = self._answer + np.fft.rfft(change, axis=1)
        known = STAYS**2 * (1 - 0.5 * step * power) * self._doubt
        self._doubt = known + (1 - STAYS**2) * _power(self._answer)


def _power(spectra: Spectra) -> Powers:
    power: Powers = spectra.real**2 + spectra.imag**2
    return power
