"""Teaches `models.second_ear`, and finds what it must hear: from moments of `stop_scenes`."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from threadpoolctl import threadpool_limits  # type: ignore[import-untyped]  # publishes no types

from audio.frame import RATE
from models.second_ear import NUMBERS, WINDOW_S, SecondEar, last, log_odds, means_of
from models.stopping import Encoder
from models.wake.embedding import Embeddings
from models.wake.examples import ends
from models.wake.network import Array, Ensemble, Network, learn, smoothed
from tests.bench.stop_scenes import Heard
from tests.bench.stop_texts import STOPS

SUSPECTED = 0.02
"""Probability of the detector from which on the ear is asked."""

WORD_S = (0.0, 0.45)
"""Moments behind the end of a word at which it may be asked."""

EACH, OTHER, ANY = 3, 1, 0.015
"""Moments of each word and of each other text, and the share of all others, that teach."""

STEPS, NETWORKS = 700, 2
HARD = 3.0
"""How much oftener a moment is learned that the detector is wrong about."""

SETTLED_S = 3.0
"""Of a scene, until the canceller knows the room: what is heard before is not acted on."""

APART_S = 1e4
"""Between the beginnings of scenes that stand behind each other; against it, odds of what was not heard."""

OCCASION_S = 0.5
"""Without suspicion, that part one occasion from the next."""

FALSE_PER_MINUTE = 0.1
"""Of one word, where people talk over us all the time."""

MISSED = 0.05
"""Share of the words that were suspected at all that may be less likely than nearly all."""

LIMITS = (-0.5, 3.0)
"""Log-odds: what was heard of few voices is no reason to believe more easily, or less."""

FEW, CAREFUL = 20, 1.0
"""Words that tell little of how surely others are heard, and the lowest limit by so few."""

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


def taught(
    lessons: Mapping[str, Sequence[Moment]],
    by: str,
    limits: Mapping[str, float],
    known: SecondEar | None = None,
) -> SecondEar:
    """An ear for words with these limits; what teaches it by language. What is known stays as it is."""
    every = [moment for some in lessons.values() for moment in some]
    mean, basis = (known.mean, known.basis) if known else _basis(every)
    ear = known or SecondEar(by, mean, basis, {}, {})
    networks = dict(ear.networks)
    for language, some in lessons.items():
        seen = np.concatenate([ear.seen(moment.means) for moment in some])
        words = [stop.id for stop in STOPS if stop.language == language]
        networks |= {word: _networks(some, seen, word) for word in words}
    return SecondEar(by, mean, basis, networks, {**ear.limits, **limits})


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
    with threadpool_limits(1, "blas"):
        return tuple(learn(draw, (nothing, nothing + 1), STEPS, rng, lambda: None) for _ in range(NETWORKS))


def heard_and_false(
    ear: SecondEar, word: str, checks: Sequence[Moment], made: Sequence[Scene]
) -> tuple[list[float], list[float]]:
    """Highest log-odds, of detector and ear together, each time a word was said, and each time none was."""
    asked = [moment for moment in checks if moment.scores.get(word, 0.0) >= SUSPECTED]
    odds = np.array([log_odds(each.scores[word]) + ear.odds(word, ear.seen(each.means)) for each in asked])
    at = np.array([each.scene * APART_S + each.at for each in asked])
    free = np.array([each.at > SETTLED_S for each in asked])
    said: list[float] = []
    for id_, end in _ends(made):
        free &= (at < end - 0.9) | (at > end + 0.9)
        if id_ == word and end % APART_S > SETTLED_S:
            said.append(float(odds[(at >= end - 0.3) & (at <= end + 0.6)].max(initial=-APART_S)))
    return said, _tops(at[free], odds[free])


def _ends(made: Sequence[Scene]) -> Iterator[tuple[str, float]]:
    """What is said, and when, all scenes behind each other."""
    for number, (_, heard) in enumerate(made):
        yield from ((id_, number * APART_S + end) for id_, end in heard.right)


def _tops(at: NDArray[np.float64], odds: NDArray[np.float64]) -> list[float]:
    """The highest of each occasion."""
    starts = np.flatnonzero(np.diff(at, prepend=-APART_S) >= OCCASION_S)
    return np.maximum.reduceat(odds, starts).tolist() if len(odds) else []


def limit_between(said: Sequence[float], wrong: Sequence[float], minutes: float) -> float:
    """Half way between what is heard wrongly now and then and what nearly all words reach."""
    ranked = sorted(wrong, reverse=True)
    allowed = round(minutes * FALSE_PER_MINUTE)
    height = ranked[allowed] if allowed < len(ranked) else -APART_S
    reached = [odds for odds in said if odds > -APART_S]
    middle = (height + float(np.quantile(reached, MISSED))) / 2 if reached else height
    least, most = LIMITS
    return round(min(most, max(least if len(reached) >= FEW else CAREFUL, middle)), 2)


def minutes(made: Sequence[Scene]) -> float:
    """How long the scenes are."""
    return sum(len(heard.sound) for _, heard in made) / RATE / 60
