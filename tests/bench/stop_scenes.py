"""People over our own voice as the product hears them: our talk in random rooms behind the cancellers."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np

from audio.chime import timer_ring
from audio.frame import FRAME, RATE, Samples
from audio.kalman import Kalman
from models.acoustics import Sound, Surroundings, in_room, room
from models.wake.embedding import Embeddings
from models.wake.examples import PART_S, ends
from models.wake.network import Array, windows
from tests.room import as_loud

LENGTH = 40 * RATE
OWN_LEVEL = (400.0, 4000.0)
"""Loudness of the echo, root mean square in steps of int16, from and to."""
OVER_DB = (-8.0, 10.0)
"""Level of a person above it."""
LATE_S = (0.04, 0.2)
"""Seconds by which the echo comes later than the devices tell."""
GAP_S = (0.15, 1.6)
HISS = (2.0, 14.0)
RINGING = 0.15
"""Share of scenes in which a timer rings and nothing is said."""

WORD_S = (0.0, 0.42)
"""Windows that end within these seconds of the word's end are the word; to be heard out takes 0.2 s more."""

Word = tuple[str, Samples]
"""A word of stopping, and the id of what hears it."""


@dataclass(frozen=True, slots=True, eq=False)
class Heard:
    """A scene behind the cancellers."""

    sound: Samples
    right: Sequence[tuple[str, float]]
    """Words of stopping, by what hears them, and the seconds at which each ends."""
    wrong: Sequence[tuple[float, float]]
    """Seconds at which something else begins and ends."""


@dataclass(frozen=True, slots=True, eq=False)
class Windowed:
    """What a scene teaches."""

    word: Array
    part: Array
    near: Array
    rest: Sequence[Embeddings]
    """Stretches without a word of stopping."""


class Scenes:
    """Random rooms in which we talk; the same seed makes the same ones."""

    def __init__(self, own: Sequence[Samples], others: Sequence[Samples], seed: int) -> None:
        """`own` is our talk, `others` what people say that does not mean to stop."""
        self._own, self._others = own, others
        self._rng = np.random.default_rng(seed)
        self._around = Surroundings(self._rng)

    def next(self, words: Sequence[Word]) -> Heard:
        """A scene in which these words are said, as many as it has room for; without any, only we speak."""
        return self._scene(words, talking=bool(words))

    def chatter(self) -> Heard:
        """A scene in which people talk over us all the time and mean somebody else."""
        return self._scene((), talking=True)

    def _scene(self, words: Sequence[Word], *, talking: bool) -> Heard:
        level = float(np.exp(self._rng.uniform(*np.log(OWN_LEVEL))))
        ours = as_loud(self._ours(), level)
        people, right, wrong = self._people(words, level) if talking else (np.float32(0), (), ())
        hiss = self._rng.normal(0, self._around.between(HISS), LENGTH)
        captured = np.clip(self._echo(ours) + people + hiss, -32768, 32767).astype(np.int16)
        return Heard(cancelled(captured, ours), right, wrong)

    def _ours(self) -> Samples:
        ringing = self._around.chance(RINGING)
        said = timer_ring(RATE) if ringing else self._own[int(self._rng.integers(len(self._own)))]
        return np.resize(np.roll(said, self._rng.integers(len(said))), LENGTH)

    def _echo(self, ours: Samples) -> Sound:
        clap, late = room(self._rng), round(self._around.between(LATE_S) * RATE)
        through = in_room(ours.astype(np.float32), clap / np.sqrt(np.sum(clap**2)))
        return np.concatenate((np.zeros(late, np.float32), through))[:LENGTH]

    def _people(
        self, words: Sequence[Word], level: float
    ) -> tuple[Sound, list[tuple[str, float]], list[tuple[float, float]]]:
        mixed = np.zeros(LENGTH, np.float32)
        right: list[tuple[str, float]] = []
        wrong: list[tuple[float, float]] = []
        at = round(self._around.between((0.2, 4)) * RATE)
        while True:
            meant = len(right) < len(words) and self._around.chance(0.5)
            id_, clip = words[len(right)] if meant else ("", self._other())
            voice = self._around.throat(clip)
            end = at + len(voice)
            if end + RATE > LENGTH:
                break
            placed = self._placed(voice, level)
            mixed[at : at + len(placed)] += placed
            if meant:
                right.append((id_, end / RATE))
            else:
                wrong.append((at / RATE, end / RATE))
            at = end + round(self._around.between(GAP_S) * RATE)
        return mixed, right, wrong

    def _other(self) -> Samples:
        return self._others[int(self._rng.integers(len(self._others)))]

    def _placed(self, voice: Sound, level: float) -> Sound:
        """In a room of its own, half a second longer, about as loud as we are."""
        placed = np.concatenate((voice, np.zeros(RATE // 2, np.float32)))
        if self._around.chance(0.75):
            placed = in_room(placed, room(self._rng))
        over = 10 ** (self._around.between(OVER_DB) / 20)
        return placed * np.float32(level * over / _loudness(placed))


def cancelled(captured: Samples, ours: Samples) -> Samples:
    """What the product's linear canceller leaves, which is what the detector hears."""
    canceller, cuts = Kalman(), range(FRAME, len(captured), FRAME)
    frames = zip(np.split(captured, cuts), np.split(ours, cuts), strict=True)
    return np.concatenate([canceller.cancel(frame, played) for frame, played in frames])


def windowed(embeddings: Embeddings, heard: Heard, hops: int, id_: str) -> Windowed:
    """The windows of a scene, by what they hold; other words of stopping are left out."""
    when = ends(len(embeddings), len(heard.sound))
    views, last = windows(embeddings, hops), when[hops - 1 :]
    own = [end for spoken, end in heard.right if spoken == id_]
    late = last[:, None] - np.array(own or [-99.0], dtype=np.float32)
    word = ((late >= WORD_S[0]) & (late <= WORD_S[1])).any(1)
    part = ((late <= PART_S) & (late > PART_S - 0.4)).any(1) & ~((late >= -0.1) & (late <= 1.0)).any(1)
    near = np.zeros(len(last), bool)
    for start, end in heard.wrong:
        near |= (last >= start + 0.2) & (last <= end + 0.3)
    near &= ~((late >= -0.1) & (late <= 0.5)).any(1)
    rest = _rest(embeddings, when, [end for _, end in heard.right], hops)
    return Windowed(views[word], views[part], views[near], tuple(rest))


def _rest(embeddings: Embeddings, when: Array, right: Sequence[float], hops: int) -> Iterator[Embeddings]:
    """Stretches in which no window ends behind a word of stopping."""
    before = -1.0
    for end in (*right, 1e9):
        piece = embeddings[(when > before) & (when < end + PART_S)]
        if len(piece) >= hops:
            yield piece
        before = end + 0.3


def _loudness(sound: Sound) -> float:
    loud = sound[np.abs(sound) > 0.05 * np.abs(sound).max(initial=0)]
    return float(np.sqrt(np.mean(loud**2))) if len(loud) else 1.0
