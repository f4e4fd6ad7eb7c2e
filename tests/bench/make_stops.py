"""Makes models/data/stop/, what hears "stop" over our own voice: python -m tests.bench.make_stops [LANGUAGE …].

Everything is spoken by the voices of the store, but for those that measure (`KEPT_OUT` of wake_training): the
words of stopping, other words, and the assistant's own talk (`own_talk`). A scene is own talk, or the ring of a
timer, through a random room, with people in it who say both kinds of words, louder and softer than that echo;
what is learned is what the product's own echo cancellers leave of it. Beside these stand the words in rooms
where nothing else sounds, and the background that ships (its sources: models/data/SOURCES.md).
"""

import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np

from assistant import duplex, paths, wake_lessons
from assistant.config import Config
from audio.chime import timer_ring
from audio.frame import FRAME, RATE, Samples
from models.acoustics import Sound, Surroundings, in_room, room
from models.background import Background, shipped
from models.embedding import Embeddings, SpeechEmbedding
from models.kokoro import Kokoro
from models.learned_word import Facts, LearnedWord, write_word
from models.near_misses import WORDS, carriers, near_misses
from models.store import Store
from models.wake_examples import PART_S, WORD_S, Stage, ends
from models.wake_learning import Lessons, fit, highest, threshold_for
from models.wake_network import Array, windows
from models.wake_training import one_each
from models.wake_voices import Speakers, Utterance, cast
from tests.bench.own_talk import TALK
from tests.bench.stories import Kept
from tests.bench.wake_training import KEPT_OUT
from tests.room import LATENCY, as_loud

OUT = Path(__file__).resolve().parents[2] / "models" / "data" / "stop"
SAYS = {
    "en": (
        "stop!", "stop it!", "stop", "be quiet!", "stop talking!", "please stop!", "quiet!", "shut up!", "stop",
        "enough!", "stop it", "that's enough!", "okay, stop!",
    ),
    "zh": (
        "停！", "停下！", "别说了！", "停一下！", "安静！", "停", "停止！", "闭嘴！", "够了！", "停下来！", "别讲了！",
        "不要说了！", "别说了", "安静一点！", "停！",
    ),
}  # fmt: skip
IDS = {"en": "stop", "zh": "ting"}
HOPS = 8
CLIPS, SCENES, PLAIN = 400, 3, 2
NEAR = 12
"""Texts like each of the words."""
OWN = {"en": ("en-joe",), "zh": ("zh-xiaobei",)}
"""Voices that our own talk is learned from."""
OWN_LEVEL = (400.0, 4000.0)
"""Loudness of the echo, root mean square in steps of int16, from and to."""
OVER_DB = (-8.0, 10.0)
"""Level of a person above it."""
GAP_S = (0.15, 1.6)
LENGTH = 40 * RATE
RINGING = 0.15
"""Share of scenes in which a timer rings and nothing is said."""
ALONE = 0.2
"""Share in which nobody speaks but we."""


Word = tuple[str, Samples]
"""A word of stopping in some language."""


@dataclass(frozen=True, slots=True, eq=False)
class Heard:
    """A scene behind the cancellers."""

    sound: Samples
    right: Sequence[tuple[str, float]]
    """Languages of words of stopping, and the seconds at which each ends."""
    wrong: Sequence[tuple[float, float]]
    """Seconds at which something else begins and ends."""


class Room:
    """People over our own voice, heard through the product's own cancellers."""

    def __init__(self, own: Sequence[Samples], others: Sequence[Samples], seed: int) -> None:
        """`own` is our talk, `others` what people say that does not mean to stop."""
        self._own, self._others = own, others
        self._rng = np.random.default_rng(seed)
        self._around = Surroundings(self._rng)

    def scene(self, words: Sequence[Word]) -> tuple[Heard, int]:
        """One scene, and how many of the words it has room for."""
        ours, level = self._ours(), float(np.exp(self._rng.uniform(*np.log(OWN_LEVEL))))
        ours = as_loud(ours, level)
        echo = self._echo(ours)
        people, right, wrong, used = self._people(words, level)
        captured = np.clip(
            echo + people + self._rng.normal(0, self._around.between((2, 14)), LENGTH), -32768, 32767
        )
        return Heard(self._cancelled(captured.astype(np.int16), ours), right, wrong), used

    def _ours(self) -> Samples:
        if self._around.chance(RINGING):
            return np.resize(timer_ring(RATE), LENGTH)
        return np.roll(
            np.resize(self._own[self._rng.integers(len(self._own))], LENGTH), self._rng.integers(LENGTH)
        )

    def _echo(self, ours: Samples) -> Sound:
        clap = room(self._rng)
        late = LATENCY * 2 // 5 + round(self._around.between((0, 0.16)) * RATE)
        through = in_room(ours.astype(np.float32), clap / np.sqrt(np.sum(clap**2)))
        return np.concatenate((np.zeros(late, np.float32), through))[:LENGTH]

    def _people(
        self, words: Sequence[Word], level: float
    ) -> tuple[Sound, list[tuple[str, float]], list[tuple[float, float]], int]:
        mixed, right, wrong, used = (
            np.zeros(LENGTH, np.float32),
            list[float](),
            list[tuple[float, float]](),
            0,
        )
        at = round(self._around.between((0.2, 4)) * RATE)
        while words:
            says = used < len(words) and self._around.chance(0.5)
            language, clip = words[used] if says else ("", self._others[self._rng.integers(len(self._others))])
            voice = self._around.throat(clip)
            end = at + len(voice)
            if end + RATE > LENGTH:
                break
            tail = np.concatenate((voice, np.zeros(RATE // 2, np.float32)))
            placed = in_room(tail, room(self._rng)) if self._around.chance(0.75) else tail
            loud = level * 10 ** (self._around.between(OVER_DB) / 20)
            placed = placed * (loud / max(1e-6, _loudness(placed)))
            mixed[at : at + len(placed)] += placed[: LENGTH - at]
            if says:
                right.append((language, end / RATE))
                used += 1
            else:
                wrong.append((at / RATE, end / RATE))
            at = end + round(self._around.between(GAP_S) * RATE)
        return mixed, right, wrong, used

    def _cancelled(self, captured: Samples, ours: Samples) -> Samples:
        canceller = duplex.canceller(Config())
        assert canceller is not None
        blocks = range(0, LENGTH - FRAME + 1, FRAME)
        return np.concatenate(
            [canceller.cancel(captured[at : at + FRAME], ours[at : at + FRAME]) for at in blocks]
        )


def _loudness(sound: Sound) -> float:
    loud = sound[np.abs(sound) > 0.05 * np.abs(sound).max(initial=0)]
    return float(np.sqrt(np.mean(loud**2))) if len(loud) else 1.0


@dataclass(frozen=True, slots=True, eq=False)
class Windowed:
    """What a scene teaches."""

    word: Array
    part: Array
    near: Array
    rest: Sequence[Embeddings]
    """Stretches without a word of stopping."""


def windowed(embeddings: Embeddings, heard: Heard, hops: int, language: str) -> Windowed:
    """The windows of a scene, by what they hold; what means to stop in another language is left out."""
    when = ends(len(embeddings), len(heard.sound))
    views, last = windows(embeddings, hops), when[hops - 1 :]
    own = [end for spoken, end in heard.right if spoken == language]
    late = last[:, None] - np.array(own or [-99.0], dtype=np.float32)
    word = ((late >= WORD_S[0]) & (late <= WORD_S[1])).any(1)
    part = ((late <= PART_S) & (late > PART_S - 0.4)).any(1) & ~((late >= -0.1) & (late <= 1.0)).any(1)
    near = np.zeros(len(last), bool)
    for start, end in heard.wrong:
        near |= (last >= start + 0.2) & (last <= end + 0.3)
    near &= ~((late >= -0.1) & (late <= 0.5)).any(1)
    return Windowed(views[word], views[part], views[near], tuple(_rest(embeddings, when, [end for _, end in heard.right], hops)))


def _rest(embeddings: Embeddings, when: Array, right: Sequence[float], hops: int) -> Iterator[Embeddings]:
    """Stretches in which no window ends behind a word of stopping."""
    before = -1.0
    for end in (*right, 1e9):
        piece = embeddings[(when > before) & (when < end - 0.36)]
        if len(piece) >= hops:
            yield piece
        before = end + 0.3


def main() -> None:
    """Learn each language and write it."""
    for language in sys.argv[1:] or SAYS:
        write_word(OUT / IDS[language], learned(language))


if __name__ == "__main__":
    main()
