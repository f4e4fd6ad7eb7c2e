"""Rooms, noise and loudness: what happens to a voice on its way to a microphone, made from random numbers."""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from audio.frame import RATE, Samples

Sound = NDArray[np.float32]
"""Samples, full scale being 1."""

REVERBERATION_S = (0.08, 0.7)
"""Time in which a room's echo falls by 60 dB, from and to."""

DIRECT_DB = (-3.0, 14.0)
"""Level of the direct sound above the echo: far from the microphone, and near."""

SNR_DB = (0.0, 30.0)
"""Level of the voice above the noise, from and to."""

PEAK_DB = (-34.0, -1.0)
"""Loudest sample of what the microphone delivers."""

NEAR_DB = (-18.0, -1.0)
"""The same of a voice nearby."""

PITCH = (0.88, 1.14)
"""Speed and pitch together, as other throats would make them."""

QUIET = 0.25
"""Share of clips without noise but the microphone's own."""

ROOMS = 24


class Surroundings:
    """Random rooms and noises; the same generator makes the same ones."""

    def __init__(self, rng: np.random.Generator) -> None:
        """Build the rooms."""
        self._rng = rng
        self._rooms = [room(rng) for _ in range(ROOMS)]

    def between(self, limits: tuple[float, float]) -> float:
        """A number within limits."""
        return float(self._rng.uniform(*limits))

    def chance(self, share: float) -> bool:
        """True in that share of cases."""
        return bool(self._rng.random() < share)

    def throat(self, voice: Samples) -> Sound:
        """The voice at another pitch and speed, full scale 1."""
        wave = voice.astype(np.float32) / 32768
        length = max(2, round(len(wave) / self.between(PITCH)))
        return np.interp(np.linspace(0, len(wave) - 1, length), np.arange(len(wave)), wave).astype(np.float32)

    def throat_of(self, voices: Sequence[Sound]) -> Sound:
        """One of them, at another loudness."""
        return voices[int(self._rng.integers(len(voices)))] * np.float32(self.between((0.4, 1.2)))

    def heard(self, scene: Sound, babble: Sequence[Sound] = ()) -> Samples:
        """The scene in a room, with noise and perhaps other voices, at some loudness."""
        if self.chance(0.75):
            scene = in_room(scene, self._rooms[self._rng.integers(len(self._rooms))])
        loud = _level(scene) or 1e-4
        if not self.chance(QUIET):
            behind = self._noise(len(scene), babble)
            scene = scene + behind * (loud / (_level(behind) or 1.0) / 10 ** (self.between(SNR_DB) / 20))
        peak = 10 ** (self.between(PEAK_DB) / 20)
        scene = scene * (peak / max(1e-6, float(np.abs(scene).max())))
        hiss = self._rng.normal(0, 10 ** self.between((-4.6, -3.4)), len(scene))
        return np.clip((scene + hiss) * 32767, -32768, 32767).astype(np.int16)

    def near(self, scene: Sound) -> Samples:
        """The scene as a microphone nearby takes it, with a hiss of its own."""
        loud = 10 ** (self.between(NEAR_DB) / 20) * 32767 / max(1.0, float(np.abs(scene).max()))
        hiss = self._rng.normal(0, self.between((1.0, 12.0)), len(scene))
        return np.clip(scene * np.float32(loud) + hiss, -32768, 32767).astype(np.int16)

    def _noise(self, length: int, babble: Sequence[Sound]) -> Sound:
        kind = self._rng.random()
        if kind < 0.3 and babble:
            return self._voices(length, babble)
        if kind < 0.6:
            return coloured(length, self.between((0.0, 2.2)), self._rng) + 0.7 * clatter(length, self._rng)
        return coloured(length, self.between((0.0, 2.2)), self._rng)

    def _voices(self, length: int, babble: Sequence[Sound]) -> Sound:
        mixed = np.zeros(length, dtype=np.float32)
        for _ in range(int(self._rng.integers(1, 5))):
            voice = babble[int(self._rng.integers(len(babble)))]
            mixed += np.roll(np.resize(voice, length), int(self._rng.integers(length)))
        return mixed


def room(rng: np.random.Generator) -> Sound:
    """What a clap sounds like in a random room: the direct sound, then echoes that lose their treble."""
    fade = float(np.exp(rng.uniform(*np.log(REVERBERATION_S))))
    time = np.arange(round(fade * RATE)) / RATE
    tail = rng.normal(0, 1, len(time)) * np.exp(-6.9 * time / fade)
    tail = np.convolve(tail, np.full(int(rng.integers(1, 5)), 0.5), "same")
    tail[: round(rng.uniform(0.001, 0.008) * RATE)] = 0
    tail *= 10 ** (-rng.uniform(*DIRECT_DB) / 20) / np.sqrt(np.sum(tail**2) + 1e-9)
    tail[0] = 1.0
    return tail.astype(np.float32)


def in_room(scene: Sound, clap: Sound) -> Sound:
    """The scene as the room returns it, as long as before."""
    size = 1 << (len(scene) + len(clap) - 1).bit_length()
    together = np.fft.irfft(np.fft.rfft(scene, size) * np.fft.rfft(clap, size), size)
    return together[: len(scene)].astype(np.float32)


def coloured(length: int, slope: float, rng: np.random.Generator) -> Sound:
    """Noise whose power falls with frequency to the power of `slope`: 0 hisses, 1 rains, 2 rumbles."""
    size = 1 << (length - 1).bit_length()
    bins = np.arange(size // 2 + 1)
    spectrum = rng.normal(0, 1, len(bins)) + 1j * rng.normal(0, 1, len(bins))
    spectrum *= np.maximum(bins, size * 50 / RATE) ** (-slope / 2)
    noise = np.fft.irfft(spectrum, size)[:length]
    return (noise / (np.std(noise) + 1e-9)).astype(np.float32)


def clatter(length: int, rng: np.random.Generator) -> Sound:
    """Pots and plates: short ringing blows."""
    made = np.zeros(length, dtype=np.float32)
    for _ in range(int(rng.integers(1, 8))):
        ring = np.arange(round(rng.uniform(0.03, 0.35) * RATE)) / RATE
        tones = np.sin(2 * np.pi * rng.uniform(300, 6000, 4)[:, None] * ring).sum(0)
        blow = tones * np.exp(-ring * rng.uniform(12, 80)) * rng.uniform(0.5, 4)
        start = int(rng.integers(length))
        made[start : start + len(blow)] += blow[: length - start]
    return made


def _level(sound: Sound) -> float:
    """Root mean square of what sounds, silence not counted."""
    loud = sound[np.abs(sound) > 0.02 * np.abs(sound).max(initial=0)]
    return float(np.sqrt(np.mean(loud**2))) if len(loud) else 0.0
