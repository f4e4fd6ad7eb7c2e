"""A linear head over a sentence embedding and hashed pieces of words: how likely each sense is."""

import re
import zlib
from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

Vector = NDArray[np.float32]
Encode = Callable[[str], Vector]
"""Text to a sentence embedding of unit length."""

BUCKETS = 1 << 14
"""Where pieces of words are hashed to; two pieces in one bucket do no harm."""
_PIECES = range(2, 6)
"""Lengths of pieces in characters."""
_EMBEDDING, _SPELLING, _WORDING = 1.0, 1.0, 1.3
"""Lengths of the three parts of the features."""


_WORD = re.compile(r"[㐀-鿿]|[^\s㐀-鿿]+")


def pieces(text: str) -> Counter[int]:
    """Buckets of the pieces of every word, and how often each occurs."""
    return Counter(
        _bucket(word[at : at + length])
        for word in (f" {word} " for word in text.lower().split())
        for length in _PIECES
        for at in range(len(word) - length + 1)
    )


def words(text: str) -> Counter[int]:
    """Buckets of the words and of neighbouring words, told apart from pieces; a Han character is a word."""
    said = _WORD.findall(text.lower())
    pairs = [f"{first} {second}" for first, second in pairwise(said)]
    return Counter(_bucket(f"\n{word}") for word in [*said, *pairs])


def _bucket(piece: str) -> int:
    return zlib.crc32(piece.encode("utf-8", "replace")) % BUCKETS


def features(text: str, embedding: Vector, centre: Vector, rarity: Vector) -> Vector:
    """The embedding as it differs from the mean one, `centre`, then the buckets weighted by `rarity`."""
    row = np.zeros(BUCKETS, np.float32)
    for buckets, shares in _parts(text, rarity):
        row[buckets] += shares
    return np.concatenate([_EMBEDDING * _unit(embedding - centre), row]).astype(np.float32)


def _parts(text: str, rarity: Vector) -> Iterator[tuple[NDArray[np.int64], Vector]]:
    """The buckets of the pieces, then those of the words, and how much each of them is."""
    for counts, length in ((pieces(text), _SPELLING), (words(text), _WORDING)):
        buckets = np.fromiter(counts, np.int64, len(counts))
        times = np.fromiter(counts.values(), np.float32, len(counts))
        yield buckets, np.float32(length) * _unit((1 + np.log(times)) * rarity[buckets])


def _unit(vector: Vector) -> Vector:
    length = float(np.linalg.norm(vector))
    return vector / np.float32(length) if length else vector


@dataclass(frozen=True, slots=True, eq=False)
class Taught:
    """What was learned in this home, from sentences that somebody explained; `lessons.retrained` makes it."""

    places: Vector
    """Where the sentences are: a row for each, of unit length, as `Head.place` gives it."""
    deltas: Vector
    """What was lacking at each place: a row for each, a column for each score of the head."""
    corrections: Vector
    """The same once the other places have had their say; what is added is these, weighted by nearness."""

    def correction(self, place: Vector) -> Vector:
        """What to add to the scores of a sentence at `place`."""
        added: Vector = nearness(self.places, place) @ self.corrections
        return added


def nearness(places: Vector, place: Vector) -> Vector:
    """1 for the same place, about 0 for one that has nothing to do with it: the cosine."""
    result: Vector = (places @ place.T).astype(np.float32)
    return result


@dataclass(frozen=True, slots=True, eq=False)
class Head:
    """What `tests/bench/train_semantic.py` learned."""

    senses: tuple[str, ...]
    weights: Vector
    """One row a sense, then one for whether it is of any concern to the home."""
    bias: Vector
    centre: Vector
    rarity: Vector
    taught: Taught | None = None
    """What this home added; None in the head that comes with the package."""

    def probabilities(self, text: str, embedding: Vector) -> Mapping[str, float]:
        """Sense to probability; those that concern the home as likely as both parts of the head agree."""
        scores = gated(self.scores(text, embedding), self.senses)
        return dict(zip(self.senses, scores.tolist(), strict=True))

    def scores(self, text: str, embedding: Vector) -> Vector:
        """A score for each sense, then the gate's."""
        learned = self._learned(text, embedding)
        if self.taught is None:
            return learned
        scores: Vector = learned + self.taught.correction(self.place(embedding))
        return scores

    def _learned(self, text: str, embedding: Vector) -> Vector:
        """Weights times `features`, of which all but a hundred or two are nothing."""
        size = len(self.centre)
        scores = self.weights[:, :size] @ (_EMBEDDING * self.place(embedding)) + self.bias
        for buckets, shares in _parts(text, self.rarity):
            scores = scores + self.weights[:, size + buckets] @ shares
        learned: Vector = scores.astype(np.float32)
        return learned

    def place(self, embedding: Vector) -> Vector:
        """Where a sentence is among others, as far as its embedding tells."""
        return _unit(embedding - self.centre)


def gated(scores: Vector, senses: tuple[str, ...]) -> Vector:
    """Probabilities of the senses from the scores of the head, the last one being the gate's."""
    grown = np.exp(scores[:-1] - scores[:-1].max())
    share = grown / grown.sum()
    ours = np.array([not sense.startswith("~") for sense in senses])
    concern = float(share[ours].sum())
    gate = 1 / (1 + np.exp(-float(scores[-1])))
    both = np.sqrt(concern * gate)
    scale = np.where(ours, both / max(concern, 1e-9), (1 - both) / max(1 - concern, 1e-9))
    result: Vector = (share * scale).astype(np.float32)
    return result


@cache
def shipped() -> Head:
    """The head that comes with the package."""
    with (files("intents") / "data" / "paraphrases.npz").open("rb") as file, np.load(file) as kept:
        weights = kept["weights"].astype(np.float32) * kept["scale"][:, None]
        return Head(tuple(kept["senses"].tolist()), weights, kept["bias"], kept["centre"], kept["rarity"])
