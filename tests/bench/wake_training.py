"""How good wake words from text are: python -m tests.bench.wake_training [WORD …].

Each word is trained from nothing by `models.wake_training`, without the voices that speak the test. Then

- alexa: recordings of people in ../shared/data/wake, and an hour of speech without it in not_wake;
- 小爱同学 and 你好小伴: the word, and forty texts that sound alike, by the voices that were kept out; and
  once more with five recordings of the word enrolled, which are left out of the test.

Detector and verifier together, each word at the thresholds that its training set. What was spoken is kept in
the cache; the first run takes minutes a word.
"""

import json
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache

import numpy as np

from assistant import learned_words, paths, wake_lessons
from assistant.config import Config
from audio import wav
from audio.frame import RATE, Samples
from models.acoustics import Surroundings
from models.background import shipped
from models.embedding import SpeechEmbedding
from models.kokoro import Kokoro
from models.learned_word import LearnedWord
from models.protocols import WakeVerifier
from models.store import Store
from models.wake_learning import REFRACTORY
from models.wake_network import smoothed
from models.wake_training import Recipe, Request, Training
from models.wake_voices import Speakers, Utterance
from tests.bench.near_misses import NEAR
from tests.shared import SHARED

KEPT_OUT = ("zf_xiaoni", "zm_yunyang", "af_nova", "am_michael", "bf_lily", "bm_george")
CHINESE = KEPT_OUT[:2]
ENROLLED = 5
LATE = round(0.13 * RATE)
"""Samples that the ear waits for a score to come to its top."""


@dataclass(frozen=True, slots=True)
class Row:
    """One line of the table."""

    word: str
    what: str
    figure: str


class Quiet:
    """A `Progress` that shows nothing."""

    def stage(self, name: str, total: int) -> None: ...
    def advance(self) -> None: ...


@cache
def _store() -> Store:
    return Store(paths.models_dir())


@cache
def _verifier() -> WakeVerifier:
    return wake_lessons.verifier(Config(), _store())


@cache
def _embedding() -> SpeechEmbedding:
    return SpeechEmbedding()


def _speakers(kept_out: bool) -> Speakers:
    styles = {
        name: path for name, path in wake_lessons.styles(_store()).items() if (name in KEPT_OUT) == kept_out
    }
    kokoro = Kokoro(_store().find("kokoro-82m"), {}, threads=1)
    return Speakers(kokoro, styles, paths.cache_dir() / "wake")


def train(request: Request, recipe: Recipe) -> tuple[LearnedWord, float]:
    """A word by all other voices, and the processor's seconds it took."""
    started = time.process_time()
    with _speakers(kept_out=False) as voices:
        training = Training(voices, _embedding(), shipped(), _verifier(), Quiet(), recipe)
        return training.word(request), time.process_time() - started


def said(text: str) -> list[Samples]:
    """The word by the voices kept out, and blends of them."""
    one, other = CHINESE
    alone = [
        Utterance(text, "zh", ((voice, 1.0),), speed)
        for speed in (0.8, 0.9, 1.0, 1.1, 1.25)
        for voice in CHINESE
    ]
    blends = [
        Utterance(text, "zh", ((one, share), (other, round(1 - share, 2))), speed)
        for share in (0.25, 0.5, 0.75)
        for speed in (0.85, 1.0, 1.15, 1.3)
    ]
    with _speakers(kept_out=True) as voices:
        return voices.speak(alone + blends)


def alike(text: str) -> list[Samples]:
    """Texts that sound alike, by the same voices."""
    told = [
        Utterance(miss, "zh", ((CHINESE[i % 2], 1.0),), (0.9, 1.05, 1.2)[i % 3])
        for i, miss in enumerate(NEAR[text])
    ]
    with _speakers(kept_out=True) as voices:
        return voices.speak(told)


def placed(clip: Samples, number: int) -> Samples:
    """A clip in a lived-in room, a second before and behind it: the same one for the same number."""
    around = Surroundings(np.random.default_rng(1000 + number))
    wave = np.concatenate((np.zeros(RATE), clip / 32768, np.zeros(RATE))).astype(np.float32)
    return around.heard(wave)


def wakes(word: LearnedWord, sound: Samples) -> Iterator[bool]:
    """For each time that the detector suspects the word, whether the verifier believes it."""
    silence = np.random.default_rng(0).integers(-6, 7, 5 * RATE // 2).astype(np.int16)
    heard = np.concatenate((silence, sound, silence[:RATE]))
    embeddings = _embedding().clip(heard)
    scores = smoothed(word.ensemble.probabilities(embeddings))
    last = -REFRACTORY
    for hop in np.flatnonzero(scores >= word.facts.loose):
        if hop - last >= REFRACTORY:
            last = int(hop)
            top = float(scores[hop : hop + 3].max())
            end = len(heard) - (len(scores) - 1 - last) * 1280 + LATE
            likely = _verifier().score(
                heard[max(0, end - 2 * RATE) : end], word.facts.text, word.facts.language, word.likeness
            )
            yield likely >= word.facts.wake_word().needed(top)


def people(word: LearnedWord) -> list[Row]:
    """Recordings of people saying alexa, and of people saying other things."""
    told = [
        [list(wakes(word, wav.read(SHARED / "data" / row["path"]))) for row in _rows(name)]
        for name in ("wake", "not_wake")
    ]
    yes, no = told
    hours = sum(row["dur"] for row in _rows("not_wake")) / 3600
    loose = sum(len(each) for each in no)
    return [
        Row("alexa", "misses of people's", _share(sum(not any(each) for each in yes), len(yes))),
        Row("alexa", "of these by the detector", _share(sum(not each for each in yes), len(yes))),
        Row("alexa", f"loose wakes in {hours:.2f} h", str(loose)),
        Row("alexa", f"false wakes in {hours:.2f} h", str(sum(any(each) for each in no))),
    ]


def strangers(word: LearnedWord, label: str, without: Sequence[int] = ()) -> list[Row]:
    """The word and what sounds alike by voices that did not train it, clean and in rooms."""
    text = word.facts.text
    rows = []
    for where, put in (("clean", lambda clip, _: clip), ("in rooms", placed)):
        place: Callable[[Samples, int], Samples] = put
        yes = [any(wakes(word, place(clip, i))) for i, clip in enumerate(said(text)) if i not in without]
        no = [any(wakes(word, place(clip, i))) for i, clip in enumerate(alike(text))]
        rows.append(Row(label, f"misses by other voices, {where}", _share(yes.count(False), len(yes))))
        rows.append(Row(label, f"wakes by what sounds alike, {where}", _share(sum(no), len(no))))
    return rows


def measure(text: str, recipe: Recipe) -> list[Row]:
    """The rows of one word."""
    language = learned_words.language_of(text, None)
    request = Request(learned_words.id_of(text, None), text, language, ((text, language),))
    word, seconds = train(request, recipe)
    rows = [Row(text, "processor seconds of training", f"{seconds:.0f}"), Row(text, "facts", str(word.facts))]
    if text == "alexa":
        return rows + people(word)
    rows += strangers(word, text)
    clips = said(text)
    chosen = tuple(range(0, len(clips), max(1, len(clips) // ENROLLED)))[:ENROLLED]
    recordings = tuple(placed(clips[i], 50 + i)[RATE // 2 : -RATE // 2] for i in chosen)
    enrolled, _ = train(replace(request, recordings=recordings), recipe)
    return rows + strangers(enrolled, f"{text} + {ENROLLED} recordings", chosen)


def rows(
    texts: Sequence[str] = ("alexa", "小爱同学", "你好小伴"), recipe: Recipe | None = None
) -> Iterator[Row]:
    """All figures."""
    for text in texts:
        yield from measure(text, recipe or Recipe())


def _rows(name: str) -> list[dict[str, float | str]]:
    lines = (SHARED / "data" / f"{name}.jsonl").read_text(encoding="utf-8").splitlines()
    return [json.loads(line) for line in lines]


def _share(part: int, whole: int) -> str:
    return f"{part} of {whole}, {100 * part / max(1, whole):.1f} %"


def main() -> None:
    """Print the table."""
    for row in rows(sys.argv[1:] or ("alexa", "小爱同学", "你好小伴")):
        sys.stdout.write(f"{row.word}  {row.what}: {row.figure}\n")
        sys.stdout.flush()


if __name__ == "__main__":
    main()
