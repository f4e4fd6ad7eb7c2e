"""From examples and background to networks that tell them apart, and how often they would be wrong."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from threadpoolctl import threadpool_limits  # type: ignore[import-untyped]  # publishes no types

from models.wake.background import Background
from models.wake.embedding import SIZE, Embeddings
from models.wake.network import Array, Ensemble, Network, learn, smoothed

WARM_STEPS = 300
"""At most, for the network that only looks for the background which is hard to tell from the word."""

HARD = 0.03
"""Share of the background that counts as hard."""

BATCH = {"word": 128, "background": 128, "hard": 96, "part": 48, "wrong": 48}
"""Windows of each kind in one step."""

COUNTS = {"word": 1.0, "background": 1.0, "hard": 1.0, "part": 0.5, "wrong": 0.3}
"""How much one window of each kind counts; what is nearly the word and counts fully costs true wakes."""

REFRACTORY = 12
"""Hops after a wake that belong to it."""


@dataclass(frozen=True, slots=True, eq=False)
class Lessons:
    """What there is to learn from; windows are flat."""

    hops: int
    word: Array
    part: Array
    wrong: Array
    """What woke the word and should not have."""
    background: Background


class _Pool:
    """Windows of the background by number, made when they are wanted: all at once they fill the memory."""

    def __init__(self, background: Background, hops: int) -> None:
        self._every = np.concatenate(background.pieces)
        self._hops = np.arange(hops)
        first, starts = 0, []
        for piece in background.pieces:
            starts.append(np.arange(first, first + max(0, len(piece) - hops + 1)))
            first += len(piece)
        self.starts: NDArray[np.int64] = np.concatenate(starts)

    def windows(self, starts: NDArray[np.int64]) -> Array:
        rows: Array = self._every[starts[:, None] + self._hops].reshape(len(starts), -1)
        return rows

    def draw(self, starts: NDArray[np.int64], count: int, rng: np.random.Generator) -> Array:
        return self.windows(rng.choice(starts, count))

    def hardest(self, network: Network) -> NDArray[np.int64]:
        """Those that the network takes for the word the most."""
        parts = np.array_split(self.starts, len(self.starts) // 4096 + 1)
        odds = [network.scores(self.windows(part)) for part in parts]
        worst = np.argsort(np.concatenate(odds))[::-1]
        return self.starts[worst[: max(64, round(HARD * len(worst)))]]

    def spread(self) -> tuple[Array, Array]:
        """Mean and inverse deviation of every input."""
        mean, deviation = self._every.mean(0), self._every.std(0)
        return np.tile(mean, len(self._hops)), np.tile(1 / (deviation + 1e-3), len(self._hops))


def fit(
    lessons: Lessons, networks: int, steps: int, seed: int = 0, told: Callable[[], None] = lambda: None
) -> Ensemble:
    """Networks that vote; `told` after each step of learning, `effort` of them in all.

    On one thread: products this small are over before a second one has woken, and it spins in between.
    """
    rng = np.random.default_rng(seed)
    pool = _Pool(lessons.background, lessons.hops)
    spread = pool.spread()
    with threadpool_limits(1, "blas"):
        scout = learn(_batches(lessons, pool, pool.starts), spread, min(steps, WARM_STEPS), rng, told)
        draw = _batches(lessons, pool, pool.hardest(scout))
        return Ensemble(lessons.hops, tuple(learn(draw, spread, steps, rng, told) for _ in range(networks)))


def effort(networks: int, steps: int) -> int:
    """Steps that `fit` takes."""
    return min(steps, WARM_STEPS) + networks * steps


def _batches(
    lessons: Lessons, pool: _Pool, hard: NDArray[np.int64]
) -> Callable[[np.random.Generator], tuple[Array, Array, Array]]:
    def some(of: Array, kind: str, rng: np.random.Generator) -> Array:
        return of[rng.integers(len(of), size=BATCH[kind])] if len(of) else of

    def draw(rng: np.random.Generator) -> tuple[Array, Array, Array]:
        drawn = {
            "word": some(lessons.word, "word", rng),
            "background": pool.draw(pool.starts, BATCH["background"], rng),
            "hard": pool.draw(hard, BATCH["hard"], rng),
            "part": some(lessons.part, "part", rng),
            "wrong": some(lessons.wrong, "wrong", rng),
        }
        kinds = np.repeat(list(drawn), [len(rows) for rows in drawn.values()])
        counts = np.array([COUNTS[kind] for kind in kinds], dtype=np.float32)
        rows = np.concatenate([rows.reshape(-1, lessons.hops * SIZE) for rows in drawn.values()])
        return rows, (kinds == "word").astype(np.float32), counts

    return draw


def peaks(ensemble: Ensemble, embeddings: Embeddings) -> Iterator[float]:
    """Highest smoothed probability of each stretch that one wake would cover."""
    seen = smoothed(ensemble.probabilities(embeddings))
    while len(seen):
        top = int(np.argmax(seen[: 2 * REFRACTORY]))
        yield float(seen[top])
        seen = seen[top + REFRACTORY :]


def threshold_for(ensemble: Ensemble, background: Background, per_hour: float) -> float:
    """From which probability on it wakes that often an hour of such background; within 0.1 and 0.95."""
    found = sorted((top for piece in background.pieces for top in peaks(ensemble, piece)), reverse=True)
    allowed = round(per_hour * background.hours)
    found.extend([0.0] * (allowed + 1))
    return float(np.clip(found[allowed] + 1e-4, 0.1, 0.95))
