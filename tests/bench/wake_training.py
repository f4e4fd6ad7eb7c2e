"""How good wake words from text are: python -m tests.bench.wake_training [--fresh] [WORD …].

A WORD is a text to be trained, or the id of a word that ships; without any, it is all of those below. Each
text is trained from nothing by `models.wake.training`, without the voices that speak the test. Then

- alexa: recordings of people in ../shared/data/wake, and an hour of speech without it in not_wake;
- 小爱同学 and 你好小伴: the word, and forty texts that sound alike, by the voices that were kept out; and
  once more with five recordings of the word enrolled, which are left out of the test;
- the words that ship, hey Xiaoban and 你好小伴, as they are.

Detector and verifier together, asked when the ear would ask, each word at the thresholds that its training
set. What was spoken, and each word that was learned, is kept in the cache (`--fresh` learns the words anew);
the first run takes minutes a word, and the cached ones show no time of training.
"""

import hashlib
import json
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path

import numpy as np

from assistant import learned_words, paths, wake_lessons
from assistant.config import Config
from assistant.waking import KEPT
from audio import wav
from audio.frame import FRAME, RATE, Samples
from models.acoustics import Surroundings
from models.kokoro import Kokoro
from models.protocols import WakeVerifier
from models.store import Store
from models.wake import learned_word
from models.wake.asking import suspects
from models.wake.background import shipped
from models.wake.embedding import SpeechEmbedding
from models.wake.learned_word import Facts, LearnedWord, read_word, write_word
from models.wake.training import Recipe, Request, Training
from models.wake.voices import Speakers, Utterance, native
from tests.bench.near_misses import NEAR
from tests.shared import SHARED

KEPT_OUT = ("zf_xiaoni", "zm_yunyang", "af_nova", "am_michael", "bf_lily", "bm_george")
SHIPPED = ("ni_hao_xiao_ban", "hey_xiaoban")
TEXTS = ("alexa", "小爱同学", "你好小伴")
ENROLLED = 5
ALONE = (0.8, 0.85, 0.9, 0.95, 1.0, 1.05, 1.1, 1.15, 1.25)
BLENDED = (0.85, 0.95, 1.05, 1.15, 1.3)
ACCENTED = (0.9, 1.0, 1.1, 1.2)
"""Speeds of the voices kept out, of blends of two, and of blends with one that has another language."""


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


def train(request: Request, recipe: Recipe, *, fresh: bool) -> tuple[LearnedWord, float]:
    """A word by all other voices, and the processor's seconds it took; 0 where it was learned before."""
    key = hashlib.sha256(repr((request, recipe, [clip.sum() for clip in request.recordings])).encode())
    kept = paths.cache_dir() / "wake_bench" / key.hexdigest()[:16] / request.id
    if kept.exists() and not fresh:
        return read_word(kept), 0.0
    word, seconds = _trained(request, recipe)
    write_word(kept, word)
    return word, seconds


def _trained(request: Request, recipe: Recipe) -> tuple[LearnedWord, float]:
    started = time.process_time()
    with _speakers(kept_out=False) as voices:
        training = Training(voices, _embedding(), shipped(), _verifier(), Quiet(), recipe)
        return training.word(request), time.process_time() - started


def said(word: Facts) -> list[Samples]:
    """The word by the voices kept out, by blends of two of them, and by those that speak another language."""
    language, text = word.language, (word.says or (word.text,))[0]
    own = _natives(language)
    pairs = [(own[:2], share) for share in (0.2, 0.35, 0.5, 0.65, 0.8)]
    accents = [((one, other), 0.7) for one in own[:2] for other in KEPT_OUT if other not in own]
    told = [(((voice, 1.0),), speed) for speed in ALONE for voice in own]
    told += [
        (((one, share), (other, round(1 - share, 2))), speed)
        for blends, speeds in ((pairs, BLENDED), (accents, ACCENTED))
        for (one, other), share in blends
        for speed in speeds
    ]
    with _speakers(kept_out=True) as voices:
        return voices.speak([Utterance(text, language, styles, speed) for styles, speed in told])


def _natives(language: str) -> tuple[str, ...]:
    return tuple(voice for voice in KEPT_OUT if native(voice, language))


def alike(word: Facts) -> list[Samples]:
    """Texts that sound alike, by the same voices."""
    voices_out = _natives(word.language)
    told = [
        Utterance(miss, word.language, ((voices_out[i % len(voices_out)], 1.0),), (0.9, 1.05, 1.2)[i % 3])
        for i, miss in enumerate(NEAR[word.text])
    ]
    with _speakers(kept_out=True) as voices:
        return voices.speak(told)


def placed(clip: Samples, number: int) -> Samples:
    """A clip in a lived-in room, a second before and behind it: the same one for the same number."""
    around = Surroundings(np.random.default_rng(1000 + number))
    wave = np.concatenate((np.zeros(RATE), clip / 32768, np.zeros(RATE))).astype(np.float32)
    return around.heard(wave)


def wakes(word: LearnedWord, sound: Samples) -> Iterator[bool]:
    """For each time that the ear would ask the verifier about the word, whether that one believes it."""
    silence = np.random.default_rng(0).integers(-6, 7, 5 * RATE // 2).astype(np.int16)
    heard = np.concatenate((silence, sound, silence[:RATE]))
    expected = word.wake_word()
    for behind, suspect in suspects(expected, word.ensemble, _embedding().clip(heard), len(heard)):
        recent = heard[max(0, behind - KEPT * FRAME) : behind]
        yield suspect.confirmed(
            _verifier().score(recent, expected.text, expected.language, expected.likeness)
        )


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
    rows = []
    for where, put in (("clean", lambda clip, _: clip), ("in rooms", placed)):
        place: Callable[[Samples, int], Samples] = put
        yes = [
            any(wakes(word, place(clip, i))) for i, clip in enumerate(said(word.facts)) if i not in without
        ]
        no = [any(wakes(word, place(clip, i))) for i, clip in enumerate(alike(word.facts))]
        rows.append(Row(label, f"misses by other voices, {where}", _share(yes.count(False), len(yes))))
        rows.append(Row(label, f"wakes by what sounds alike, {where}", _share(sum(no), len(no))))
    return rows


def measure(text: str, recipe: Recipe, *, fresh: bool = False) -> Iterator[Row]:
    """The rows of one word, each when it is known."""
    language = learned_words.language_of(text, None)
    request = Request(learned_words.id_of(text, None), text, language, ((text, language),))
    word, seconds = train(request, recipe, fresh=fresh)
    yield Row(text, "processor seconds of training", f"{seconds:.0f}")
    yield Row(text, "facts", str(word.facts))
    if text == "alexa":
        yield from people(word)
        return
    yield from strangers(word, text)
    clips = said(word.facts)
    chosen = tuple(range(0, len(clips), max(1, len(clips) // ENROLLED)))[:ENROLLED]
    recordings = tuple(placed(clips[i], 50 + i)[RATE // 2 : -RATE // 2] for i in chosen)
    enrolled, _ = train(replace(request, recordings=recordings), recipe, fresh=fresh)
    yield from strangers(enrolled, f"{text} + {ENROLLED} recordings", chosen)


def rows(
    words: Sequence[str] = (*TEXTS, *SHIPPED), recipe: Recipe | None = None, *, fresh: bool = False
) -> Iterator[Row]:
    """All figures of texts and of words that ship."""
    for word in words:
        if word in SHIPPED:
            yield from strangers(read_word(learned_word.shelves(Path())[1] / word), f"{word} as it ships")
        else:
            yield from measure(word, recipe or Recipe(), fresh=fresh)


def _rows(name: str) -> list[dict[str, float | str]]:
    lines = (SHARED / "data" / f"{name}.jsonl").read_text(encoding="utf-8").splitlines()
    return [json.loads(line) for line in lines]


def _share(part: int, whole: int) -> str:
    return f"{part} of {whole}, {100 * part / max(1, whole):.1f} %"


def main() -> None:
    """Print the table."""
    texts = [text for text in sys.argv[1:] if text != "--fresh"]
    for row in rows(texts or (*TEXTS, *SHIPPED), fresh="--fresh" in sys.argv):
        sys.stdout.write(f"{row.word}  {row.what}: {row.figure}\n")
        sys.stdout.flush()


if __name__ == "__main__":
    main()
