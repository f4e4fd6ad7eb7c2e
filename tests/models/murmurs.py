"""Voices for the tests: each text is a tone of its own, so that a network can learn it in no time."""

import hashlib
from collections.abc import Callable, Sequence
from functools import cache

import numpy as np

from audio.frame import RATE, Samples
from models.scripted import ScriptedVerifier
from models.wake.background import Background
from models.wake.embedding import SpeechEmbedding
from models.wake.training import Recipe, Training
from models.wake.voices import Utterance

TINY = Recipe(clips=8, scenes=1, near=1, wrong_scenes=1, hops=6, networks=1, steps=10, recordings_scenes=1)


def murmur(text: str, speed: float = 1.0) -> Samples:
    """Half a second of three tones that belong to the text."""
    pitches = [200 + 8 * byte for byte in hashlib.sha256(text.encode()).digest()[:3]]
    seconds = np.arange(round(0.5 * RATE / speed)) / RATE
    wave = sum(np.sin(2 * np.pi * pitch * speed * seconds) for pitch in pitches)
    return np.asarray(wave * 6000, dtype=np.int16)


class Murmurs:
    """Speaks as `murmur` does."""

    styles = ("zf_one", "zm_two", "af_three", "am_four")

    def __init__(self) -> None:
        self.said: list[Utterance] = []

    def speak(
        self, utterances: Sequence[Utterance], told: Callable[[], None] = lambda: None
    ) -> list[Samples]:
        for utterance in utterances:
            self.said.append(utterance)
            told()
        return [murmur(utterance.text, utterance.speed) for utterance in utterances]


class Told:
    """Remembers how far it was told to be."""

    def __init__(self) -> None:
        self.stages: dict[str, list[int]] = {}

    def stage(self, name: str, total: int) -> None:
        self.stages[name] = [0, total]

    def advance(self) -> None:
        self.stages[list(self.stages)[-1]][0] += 1


embedding = cache(SpeechEmbedding)


@cache
def background() -> Background:
    """Twelve seconds of other tones, by four sources."""
    pieces = []
    for source in "abcd":
        sound = np.concatenate([murmur(f"{source}{number}") for number in range(6)])
        pieces.append(embedding().clip(sound))
    return Background(tuple(pieces), tuple("abcd"))


def training(progress: Told | None = None, recipe: Recipe = TINY, voices: Murmurs | None = None) -> Training:
    """A training of a few seconds."""
    ears = ScriptedVerifier([-1.0] * 100)
    return Training(voices or Murmurs(), embedding(), background(), ears, progress or Told(), recipe)
