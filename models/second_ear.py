"""Whether a word of stopping was said, by what the recogniser's encoder makes of the sound.

A detector that has heard every voice it will ever meet needs no second opinion; ours has heard a few. What
the encoder learned from the speech of many people tells the same words apart in other voices.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from io import BytesIO

import numpy as np
from numpy.typing import NDArray

from audio.frame import RATE, Samples
from models.wake.network import Network

Array = NDArray[np.float32]

HEARD = RATE * 3 // 2
"""Samples it listens to, the last ones."""

WINDOW_S = 2.0
"""Seconds that the recogniser is given, silence behind the sound."""

TOGETHER = 5
"""Frames (20 ms) of the encoder of which the mean is looked at."""

SKIPPED = 3
"""Of such means that are left out: what was heard so long ago is another word."""

NUMBERS = 48
"""That are left of each mean."""

SPARSE = 1e-4
"""Probability that stands for none."""


@dataclass(frozen=True, slots=True, eq=False)
class SecondEar:
    """Networks over what an encoder hears, a few for each word."""

    by: str
    """Name of the recogniser: what one hears means nothing to another."""
    mean: Array
    """(width,), of the encoder's frames."""
    basis: Array
    """(width, NUMBERS)."""
    networks: Mapping[str, Sequence[Network]]
    """By the id of the word."""
    limits: Mapping[str, float]
    """Log-odds that detector and networks reach in sum where the word was said."""

    def seen(self, means: Array) -> Array:
        """What the networks look at, of the means of a sound."""
        looked = ((means - self.mean) @ self.basis).reshape(1, -1)
        return looked.astype(np.float32)

    def believed(self, encoded: Array, suspected: Mapping[str, float]) -> dict[str, float]:
        """Of words with a detector's probability, by how much those are surer than they must be."""
        seen = self.seen(means_of(encoded))
        over = {
            word: log_odds(score) + self.odds(word, seen) - self.limits[word]
            for word, score in suspected.items()
            if word in self.networks
        }
        return {word: more for word, more in over.items() if more >= 0}

    def odds(self, word: str, seen: Array) -> float:
        """Log-odds of one word, by the networks alone."""
        return float(np.mean([network.scores(seen)[0] for network in self.networks[word]]))


def means_of(encoded: Array) -> Array:
    """Means (n, width) of the frames that an encoder made of the sound, not of the silence behind it."""
    whole = encoded[: HEARD // (RATE // 50)].astype(np.float32)
    means: Array = whole.reshape(-1, TOGETHER, whole.shape[1]).mean(1)[SKIPPED:]
    return means


def log_odds(probability: float) -> float:
    """Of a probability that may be 0 or 1."""
    return float(np.log(probability + SPARSE) - np.log(1 - probability + SPARSE))


def last(samples: Samples) -> Samples:
    """What it listens to, with silence before where there is less."""
    heard = samples[-HEARD:]
    return np.concatenate((np.zeros(HEARD - len(heard), np.int16), heard))


def pack(ear: SecondEar) -> bytes:
    """The ear as a file."""
    whole = BytesIO()
    parts = {f"{word}/limit": np.array(ear.limits[word]) for word in ear.networks}
    for word, networks in ear.networks.items():
        for number, network in enumerate(networks):
            for place, layer in enumerate(network.layers):
                parts[f"{word}/{number}/{place}"] = layer.astype(np.float16)
    known = {
        "by": np.array(ear.by),
        "mean": ear.mean.astype(np.float32),
        "basis": ear.basis.astype(np.float16),
    }
    np.savez_compressed(whole, **known, **parts)  # type: ignore[arg-type]  # numpy's stubs take the names for its options
    return whole.getvalue()


def unpack(packed: bytes) -> SecondEar:
    """What `pack` made. :raises ValueError: numbers that are none; KeyError: parts that are missing."""
    with np.load(BytesIO(packed), allow_pickle=False) as file:
        parts = {name: file[name] for name in file.files}
    if not all(np.isfinite(part).all() for name, part in parts.items() if name != "by"):
        raise ValueError("it is not of numbers")
    words = sorted(name.removesuffix("/limit") for name in parts if name.endswith("/limit"))
    mean, basis = parts["mean"].astype(np.float32), parts["basis"].astype(np.float32)
    networks = {word: tuple(_networks(parts, word)) for word in words}
    limits = {word: float(parts[f"{word}/limit"]) for word in words}
    return SecondEar(str(parts["by"]), mean, basis, networks, limits)


def _networks(parts: Mapping[str, np.ndarray], word: str) -> Iterable[Network]:
    number = 0
    while f"{word}/{number}/0" in parts:
        layers = tuple(parts[f"{word}/{number}/{place}"].astype(np.float32) for place in range(6))
        nothing = np.zeros(layers[0].shape[0], np.float32)
        yield Network(nothing, nothing + 1, layers)
        number += 1
