"""Teaches `models.second_ear`, and finds what it must hear: from moments of `stop_scenes`."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from audio.frame import RATE
from models.embedding import Embeddings
from models.second_ear import NUMBERS, WINDOW_S, SecondEar, last, log_odds, means_of
from models.stopping import Encoder
from models.wake_examples import ends
from models.wake_network import Array, Ensemble, Network, learn, smoothed
from tests.bench.stop_scenes import Heard
from tests.bench.stop_texts import STOPS

SUSPECTED = 0.02
"""Probability of the detector from which on the ear is asked."""

WORD_S = (0.0, 0.45)
"""Moments behind the end of a word at which it may be asked."""

EACH, OTHER, ANY = 3, 2, 0.03
"""Moments of each word and of each other text, and the share of all others, that teach."""

STEPS, NETWORKS = 700, 2
HARD = 3.0
"""How much oftener a moment is learned that the detector is wrong about."""

SETTLED_S = 3.0
"""Of a scene, until the canceller knows the room: what is heard before is not acted on."""

Mask = NDArray[np.bool_]


@dataclass(frozen=True, slots=True, eq=False)
class Moment:
    """One moment of a scene."""

    scene: int
    at: float  # seconds
    word: str
    """What hears the word that has just ended; empty where none has."""
    scores: Mapping[str, float]
    """Of the detectors."""
    means: Array


Scene = tuple[Embeddings, Heard]


def moments(
    made: Sequence[Scene],
    detectors: Mapping[str, Ensemble],
    encoder: Encoder,
    rng: np.random.Generator | None,
) -> Iterator[Moment]:
    """Those that teach, drawn by `rng`; without it, those at which the ear would be asked."""
    for number, (embeddings, heard) in enumerate(made):
        hops = next(iter(detectors.values())).hops
        when = ends(len(embeddings), len(heard.sound))[hops - 1 :]
        scores = {word: smoothed(each.probabilities(embeddings)) for word, each in detectors.items()}
        asked = np.max(list(scores.values()), axis=0) >= SUSPECTED
        for hop in np.flatnonzero(_drawn(when, heard, asked, rng) if rng else asked):
            at = float(when[hop])
            sound = last(heard.sound[: round(at * RATE)])
            word = next((id_ for id_, end in heard.right if WORD_S[0] <= at - end <= WORD_S[1]), "")
            means = means_of(encoder.encoded(sound, WINDOW_S))
            yield Moment(number, at, word, {id_: float(each[hop]) for id_, each in scores.items()}, means)


def _drawn(when: Array, heard: Heard, asked: Mask, rng: np.random.Generator) -> Mask:
    late = when[:, None] - np.array([end for _, end in heard.right] or [-99.0], dtype=np.float32)
    free = ~((late > -0.4) & (late < 0.6)).any(1)
    chosen = free & (asked | (rng.random(len(when)) < ANY))
    chosen |= ((late > -0.4) & (late < -0.1)).any(1) & (rng.random(len(when)) < 0.25)
    for place in range(late.shape[1]):
        _some(chosen, (late[:, place] >= WORD_S[0]) & (late[:, place] <= WORD_S[1]), EACH, rng)
    for _, end in heard.wrong:
        _some(chosen, free & (when >= end - 0.1) & (when <= end + 0.4), OTHER, rng)
    return chosen


def _some(chosen: Mask, of: Mask, count: int, rng: np.random.Generator) -> None:
    places = np.flatnonzero(of)
    chosen[rng.choice(places, min(count, len(places)), replace=False)] = True


def taught(lessons: Mapping[str, Sequence[Moment]], by: str, limits: Mapping[str, float]) -> SecondEar:
    """An ear for the words of some languages; what teaches it, and how sure it must be, by language."""
    mean, basis = _basis([moment for some in lessons.values() for moment in some])
    ear = SecondEar(by, mean, basis, {}, {})
    networks: dict[str, Sequence[Network]] = {}
    for language, some in lessons.items():
        seen = np.concatenate([ear.seen(moment.means) for moment in some])
        networks |= {stop.id: _networks(some, seen, stop.id) for stop in STOPS if stop.language == language}
    return SecondEar(by, mean, basis, networks, {s.id: limits[s.language] for s in STOPS if s.id in networks})


def _basis(lessons: Sequence[Moment]) -> tuple[Array, Array]:
    """Mean of all sounds, and the directions in which they differ most, each by about one."""
    rng = np.random.default_rng(0)
    chosen = rng.choice(len(lessons), min(1500, len(lessons)), replace=False)
    every = np.concatenate([lessons[i].means for i in chosen]).astype(np.float64)
    power, directions = np.linalg.eigh(np.cov(every.T))
    basis = directions[:, ::-1][:, :NUMBERS] / np.sqrt(power[::-1][:NUMBERS] + 1e-6)
    return every.mean(0).astype(np.float32), basis.astype(np.float32)


def _networks(lessons: Sequence[Moment], seen: Array, word: str) -> tuple[Network, ...]:
    """Told from everything that is no word of stopping; other words of stopping do no harm."""
    right = np.flatnonzero([moment.word == word for moment in lessons])
    wrong = np.flatnonzero([not moment.word for moment in lessons])
    often = np.array([HARD if lessons[i].scores.get(word, 0.0) > 0.05 else 1.0 for i in wrong])
    often /= often.sum()

    def draw(rng: np.random.Generator) -> tuple[Array, Array, Array]:
        rows = np.concatenate((rng.choice(right, 128), rng.choice(wrong, 192, p=often)))
        return seen[rows], (np.arange(320) < 128).astype(np.float32), np.ones(320, np.float32)

    nothing = np.zeros(seen.shape[1], np.float32)
    rng = np.random.default_rng(0)
    return tuple(learn(draw, (nothing, nothing + 1), STEPS, rng, lambda: None) for _ in range(NETWORKS))


def surest(ear: SecondEar, moment: Moment) -> float:
    """Log-odds, both together, of the likeliest word."""
    asked = {word: score for word, score in moment.scores.items() if score >= SUSPECTED}
    seen = ear.seen(moment.means)
    odds = (log_odds(score) + ear.odds(word, seen) for word, score in asked.items())
    return max(odds, default=-99.0)


def heard_and_false(
    ear: SecondEar, checks: Sequence[Moment], made: Sequence[Scene]
) -> tuple[dict[str, list[float]], list[float]]:
    """Highest log-odds of each word that was said, by what hears it, and of each time that nothing was."""
    said: dict[str, list[float]] = {}
    wrong: list[float] = []
    odds = np.array([surest(ear, moment) for moment in checks])
    at = np.array([moment.scene * 1e4 + moment.at for moment in checks])
    free = np.array([moment.at > SETTLED_S for moment in checks])
    for number, (_, heard) in enumerate(made):
        for word, end in heard.right:
            since = number * 1e4 + end
            if end > SETTLED_S:
                mine = odds[(at >= since - 0.3) & (at <= since + 0.6)]
                said.setdefault(word, []).append(float(mine.max(initial=-99.0)))
            free &= (at < since - 0.9) | (at > since + 0.9)
    before = -1.0
    for moment, height in zip(at[free], odds[free], strict=True):
        if moment - before < 0.5:
            wrong[-1] = max(wrong[-1], float(height))
        else:
            wrong.append(float(height))
        before = moment
    return said, wrong


def limit_for(wrong: Sequence[float], minutes: float, per_minute: float) -> float:
    """Log-odds that are reached wrongly so many times a minute."""
    ranked = sorted(wrong, reverse=True)
    allowed = round(minutes * per_minute)
    return ranked[allowed] + 1e-3 if allowed < len(ranked) else 0.0


def minutes(made: Sequence[Scene]) -> float:
    """How long the scenes are."""
    return sum(len(heard.sound) for _, heard in made) / RATE / 60
