"""Hears words of stopping over our own voice: "stop", "be quiet", 停, 别说了 and others like them."""

from collections.abc import Sequence
from importlib.resources import files
from pathlib import Path
from typing import Protocol

import numpy as np
from numpy.typing import NDArray

from audio.frame import RATE, Samples
from models.errors import ModelDamaged
from models.protocols import Transcript
from models.second_ear import HEARD, WINDOW_S, SecondEar, last, unpack
from models.textwake import TextWake
from models.wake.learned_word import FACTS, UNREADABLE, read_facts

APART = RATE
"""Samples after a word that still belong to it."""

SECOND = "second_ear.npz"


class Encoder(Protocol):
    """A recogniser that lets others hear what it hears."""

    @property
    def name(self) -> str:
        """Which one it is."""

    def encoded(self, samples: Samples, window_s: float) -> NDArray[np.float32]:
        """(frames, width) of the samples, with silence behind them up to the window."""


class StopWords:
    """Stop detector: small networks on the speech embedding, a few for each word; 9 % of a core.

    Where an `encoder` hears as well, what the networks only suspect is looked at once more: 13 ms.
    """

    def __init__(
        self, directories: Sequence[Path], ear: SecondEar | None = None, encoder: Encoder | None = None
    ) -> None:
        """Load the words; an ear that was taught with another encoder is not asked.

        Raises what `TextWake` raises.
        """
        self._facts = {facts.id: facts for facts in map(read_facts, directories)}
        self._detector = TextWake(directories)
        self._ear = ear if ear and encoder and ear.by == encoder.name else None
        self._encoder = encoder
        self._deaf = 0
        self._heard: Samples = np.zeros(0, np.int16)

    def process(self, samples: Samples) -> Transcript | None:
        """The surest of the words that ended in this block, if any."""
        self._deaf = max(0, self._deaf - len(samples))
        self._heard = np.concatenate((self._heard, samples))[-HEARD:]
        scores = {each.word: each.score for each in self._detector.process(samples)}
        believed = {} if self._deaf else self._believed(scores)
        if not believed:
            return None
        self._deaf, best = APART, max(believed, key=lambda word: believed[word])
        return Transcript(self._facts[best].text, self._facts[best].language, scores[best])

    def reset(self) -> None:
        """Forget the sound so far."""
        self._detector.reset()
        self._deaf = 0
        self._heard = np.zeros(0, np.int16)

    def _believed(self, scores: dict[str, float]) -> dict[str, float]:
        """The words that were said, and by how much they are surer than they must be."""
        if self._ear is None or self._encoder is None:
            sure = {word: score - self._facts[word].sure for word, score in scores.items()}
            return {word: more for word, more in sure.items() if more >= 0}
        suspected = {word: score for word, score in scores.items() if score >= self._facts[word].loose}
        if not suspected:
            return {}
        return self._ear.believed(self._encoder.encoded(last(self._heard), WINDOW_S), suspected)


def shipped(encoder: Encoder | None = None) -> StopWords | None:
    """Listens for the words that come with the product, each kind its own; None where they are missing.

    :raises ModelDamaged: their files are not what was written.
    """
    shelf = Path(str(files("models").joinpath("data/stop")))
    words = sorted(found.parent for found in shelf.glob(f"*/{FACTS}"))
    return StopWords(words, second_ear(shelf / SECOND), encoder) if words else None


def second_ear(file: Path) -> SecondEar | None:
    """What `file` holds; None where it is missing. :raises ModelDamaged: it holds something else."""
    try:
        return unpack(file.read_bytes()) if file.exists() else None
    except UNREADABLE as problem:
        raise ModelDamaged(
            f"{file} is damaged; run: pip install --force-reinstall xiaoban",
            f"{file} 已损坏；请运行：pip install --force-reinstall xiaoban",
        ) from problem
