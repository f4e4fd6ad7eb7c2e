"""Piper: a VITS voice for one language, real-time factor 0.15."""

import json
from collections import deque
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import onnxruntime  # type: ignore[import-untyped]  # publishes no types
from numpy.typing import NDArray
from piper import PiperConfig, PiperVoice, SynthesisConfig

from audio.frame import Samples
from models.errors import EngineFailed
from models.espeak import espeak
from models.onnx import running, session
from models.speech import breaths, sound

SEED = 7
"""Its network draws noise; a fixed seed lets a fresh engine say the same thing the same way."""


class Piper:
    """Synthesizer for the one language its voice was made for."""

    def __init__(self, directory: Path, speed: float = 1.0) -> None:
        """Load the voice in `directory` (one `.onnx` and its `.onnx.json`).

        :raises EngineFailed: there is none, or it cannot be read.
        """
        model = next(iter(sorted(directory.glob("*.onnx"))), None)
        if model is None:
            raise EngineFailed(f"{directory} holds no Piper voice; run: xiaoban models pull {directory.name}")
        onnxruntime.set_seed(SEED)
        try:
            settings = json.loads(model.with_suffix(".onnx.json").read_bytes())
            self._voice = PiperVoice(session(model), PiperConfig.from_dict(settings))
        except (OSError, ValueError, KeyError, RuntimeError) as problem:
            raise EngineFailed(
                f"voice '{directory.name}' cannot be loaded ({problem}); run: xiaoban models verify"
            ) from problem
        self._speed = speed
        deque(self.speak("a", "en"), maxlen=0)  # the first run is slow, and nobody should wait for it

    @property
    def rate(self) -> int:
        """Hertz of what it returns."""
        return self._voice.config.sample_rate

    @property
    def languages(self) -> frozenset[str]:
        """ISO 639-1 codes it speaks."""
        return frozenset({self._voice.config.espeak_voice.partition("-")[0]})

    def speak(self, text: str, language: str, pace: float = 1.0) -> Iterator[Samples]:  # noqa: ARG002 -- its own
        """Sound of normalised text, breath by breath."""
        for breath in breaths(text):
            with espeak():
                sentences = self._voice.phonemize(breath)
            for phonemes in sentences:
                yield sound(self._wave(phonemes, pace), self.rate)

    def _wave(self, phonemes: list[str], pace: float) -> NDArray[np.float32]:
        config = SynthesisConfig(length_scale=self._voice.config.length_scale / (self._speed * pace))
        with running("Piper"):
            made = self._voice.phoneme_ids_to_audio(self._voice.phonemes_to_ids(phonemes), config)
        return np.asarray(made[0] if isinstance(made, tuple) else made, dtype=np.float32).reshape(-1)
