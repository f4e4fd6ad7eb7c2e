"""Makes models/data/stop/, what hears "stop" over our own voice.

python -m tests.bench.make_stops DIRECTORY [LANGUAGE …] [--share SHARE] [--out OUT]

The words of stopping and other texts (`stop_texts`, `stop_voices`) are spoken by voices of the store, none of
them one of those that measure (`KEPT_OUT`), the assistant's own talk (`own_talk`) by its own. What people say
to each other is in the directory, as `make_background` takes it. All meet in `stop_scenes`; what is learned
is what the product's own linear canceller leaves. Beside this stand the words in rooms where nothing else
sounds, and the background that ships (its sources: models/data/SOURCES.md).

First some voices, some people and some of our own talk are left out; they set the limits, and the table tells
how much of what they said is heard at those. What ships learned from them as well. It takes the processor a
quarter of an hour a language, and twice that the first time, for speaking, which is kept in the cache.
Languages that are not named stay as they are. With a SHARE of the data, say 0.1, it only shows that
everything works.
"""

import sys
from argparse import ArgumentParser
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path

import numpy as np

from assistant import paths, wake_lessons
from assistant.config import Config
from audio.frame import RATE, Samples
from models.kokoro import Kokoro
from models.second_ear import SecondEar, pack
from models.stopping import SECOND, second_ear
from models.store import Store
from models.wake.background import Background, shipped
from models.wake.embedding import SpeechEmbedding
from models.wake.examples import LENGTH as PLAIN
from models.wake.examples import Stage
from models.wake.learned_word import Facts, LearnedWord, write_word
from models.wake.learning import Lessons, fit, threshold_for
from models.wake.network import Ensemble
from models.wake.voices import Speakers
from models.whisper import Whisper
from tests.bench.make_background import recording
from tests.bench.own_talk import TALK
from tests.bench.stop_ear import (
    FALSE_PER_MINUTE,
    SUSPECTED,
    Moment,
    Scene,
    heard_and_false,
    limit_between,
    minutes,
    moments,
    taught,
)  # fmt: skip
from tests.bench.stop_scenes import Heard, Scenes, Windowed, Word, windowed
from tests.bench.stop_texts import STOPS, Stop
from tests.bench.stop_voices import hearer, left_out, rest, told
from tests.bench.stories import Kept
from tests.bench.wake_training import KEPT_OUT

OUT = Path(__file__).resolve().parents[2] / "models" / "data" / "stop"
OWN = {"en": "en-joe", "zh": "zh-xiaobei"}
KEPT_TALK = 11
"""Texts of our own talk, of each language, in the scenes that teach; the rest is for those that check."""
SCENES = {"en": 3, "zh": 2}
"""For each word over our own voice."""
CHATTER = {False: 60, True: 22}
"""Scenes in which people talk to each other: those that teach, and those that check."""
CHECKING = frozenset({"ast_fr", "menardi", "sphinx"})
"""Whose talk checks."""
PIECES, PIECE_S = 120, (1.0, 5.0)
"""Of what one person says, and how long each is."""
MEANT = "\u310a\u3127\u3125"
"""In names of recordings: 停, and what differs only in tone."""
ALONE = 5
"""One scene in so many is without people."""
HOPS = 8
NETWORKS, STEPS = 3, 1500
PROBES = 2
FALSE_PER_HOUR = 6.0
"""Of each detector alone, for where there is no second ear, in the same talk."""
LEAST, MOST = 0.45, 0.85
"""Of a detector's threshold, however little or much is false."""


@dataclass(frozen=True, slots=True, eq=False)
class Language:
    """All that is learned from in one language."""

    code: str
    words: Sequence[Word]
    learn: Sequence[Scene]
    quiet: Sequence[Scene]
    """The words where nothing of ours sounds: for the detectors."""
    check: Sequence[Scene]


@cache
def _embedding() -> SpeechEmbedding:
    return SpeechEmbedding()


def voiced(
    voices: Speakers, language: str, share: float, *, checks: bool
) -> tuple[list[Word], list[Samples]]:
    """Words of stopping, and what else people say, by the voices that are left out or by all others."""
    said = [each for each in told(voices.styles) if left_out(each) == checks]
    others = [each for code in OWN for each in rest(code, voices.styles) if left_out(each) == checks]
    others += [each for each in said if hearer(each.text) is None]
    meant = [each for each in said if each.language == language and hearer(each.text)]
    meant, others = meant[:: round(1 / share)], others[:: round(1 / share)]
    words = [(str(hearer(each.text)), clip) for each, clip in zip(meant, voices.speak(meant), strict=True)]
    return [(id_, clip) for id_, clip in words if len(clip)], [c for c in voices.speak(others) if len(c)]


def own_talk(rng: np.random.Generator, *, checks: bool) -> list[Samples]:
    """Our talk in both languages, shuffled."""
    part = slice(KEPT_TALK, None) if checks else slice(KEPT_TALK)
    said = [Kept(OWN[code], code).whole(text) for code, texts in TALK.items() for text in texts[part]]
    return [np.concatenate([said[i] for i in rng.permutation(len(said))[:4]]) for _ in range(12)]


def scenes(words: Sequence[Word], stage: Scenes) -> Iterator[Scene]:
    """All words over our voice, and now and then nobody."""
    left, number = list(words), 0
    while left:
        number += 1
        heard = stage.next(() if number % ALONE == 0 else left)
        left = left[len(heard.right) :]
        yield _embedding().clip(heard.sound), heard


def talk(directory: Path, rng: np.random.Generator, *, checks: bool) -> Iterator[Samples]:
    """Pieces of what people say."""
    for folder in sorted(directory.iterdir()):
        if (folder.name in CHECKING) == checks:
            files = [file for file in sorted(folder.rglob("*")) if file.is_file() and MEANT not in str(file)]
            whole = np.concatenate([recording(file) for file in files])
            for _ in range(PIECES):
                length = round(rng.uniform(*PIECE_S) * RATE)
                start = int(rng.integers(len(whole) - length))
                yield whole[start : start + length]


def chatter(directory: Path, share: float, *, checks: bool) -> list[Scene]:
    """Scenes in which nobody means us."""
    rng = np.random.default_rng([4, checks])
    said = list(talk(directory, rng, checks=checks))
    stage = Scenes(own_talk(rng, checks=checks), said, int(rng.integers(1 << 30)))
    count = max(2, round(share * CHATTER[checks]))
    heard = [replace(stage.chatter(), wrong=()) for _ in range(count)]  # no part of it is like a word
    return [(_embedding().clip(each.sound), each) for each in heard]


def plain(words: Sequence[Word], others: Sequence[Samples]) -> Iterator[Scene]:
    """Each word where nothing of ours sounds."""
    stage = Stage(_embedding(), others, 4)
    for id_, clip in words:
        embeddings, end = stage.perform(clip)
        yield embeddings, Heard(np.zeros(PLAIN, np.int16), ((id_, end),), ())


def staged(
    voices: Speakers, code: str, share: float, others_talk: Mapping[bool, Sequence[Scene]]
) -> Language:
    """The scenes of a language, and those in which people talk to each other."""
    made, quiet = [], list[Scene]()
    for checks in (False, True):
        rng = np.random.default_rng([*code.encode(), checks])
        words, others = voiced(voices, code, share, checks=checks)
        often = [words[i] for _ in range(1 if checks else SCENES[code]) for i in rng.permutation(len(words))]
        stage = Scenes(own_talk(rng, checks=checks), others, int(rng.integers(1 << 30)))
        quiet += [] if checks else plain(words, others)
        made.append((words, [*scenes(often, stage), *others_talk[checks]]))
    (words, learn), (more, check) = made
    return Language(code, [*words, *more], learn, quiet, check)


def lessons(id_: str, made: Sequence[Scene]) -> Lessons:
    """What the scenes teach about one kind of words, with the background that ships."""
    parts = [windowed(embeddings, heard, HOPS, id_) for embeddings, heard in made]
    return Lessons(
        HOPS,
        np.concatenate([each.word for each in parts]),
        np.concatenate([each.part for each in parts]),
        np.concatenate([each.near for each in parts]),
        _with(shipped(), parts),
    )


def _with(known: Background, parts: Sequence[Windowed]) -> Background:
    others = tuple(piece for each in parts for piece in each.rest)
    sources = tuple(f"own{number % 5}" for number in range(len(others)))
    return Background(known.pieces + others, known.sources + sources)


def of(code: str) -> list[Stop]:
    """The kinds of words of a language."""
    return [stop for stop in STOPS if stop.language == code]


def sure(stop: Stop, probe: Ensemble, check: Sequence[Scene]) -> float:
    """From which probability on a detector alone is believed."""
    parts = [windowed(embeddings, heard, HOPS, stop.id) for embeddings, heard in check]
    limit = threshold_for(probe, _with(Background((), ()), parts), FALSE_PER_HOUR)
    return round(min(MOST, max(LEAST, limit)), 3)


def main() -> None:
    """Speak, listen, learn, write."""
    asked = _asked()
    encoder = Whisper(Store(paths.models_dir()).find(Config().recognition.model))
    before = second_ear(asked.out / SECOND) if set(asked.languages) < set(OWN) else None
    known: dict[str, Sequence[Moment]] = {}
    limits: dict[str, float] = {}
    for language in _languages(asked):
        known[language.code], found = _limited(language, encoder, asked.share, before)
        limits |= found
        for stop in of(language.code):
            words = sum(id_ == stop.id for id_, _ in language.words)
            every = [*language.learn, *language.quiet, *language.check]
            ensemble = fit(lessons(stop.id, every), NETWORKS, _steps(asked.share), 1)
            facts = _facts(stop, language, words, asked.share)
            write_word(asked.out / stop.id, LearnedWord(facts, ensemble))
    (asked.out / SECOND).write_bytes(pack(taught(known, encoder.name, limits, before)))


@dataclass(frozen=True, slots=True)
class Asked:
    """What to make, of how much, and where."""

    directory: Path
    languages: Sequence[str]
    share: float
    out: Path


def _asked() -> Asked:
    parser = ArgumentParser(description="Make what hears words of stopping over our own voice.")
    parser.add_argument("directory", type=Path, help="recordings of people, as make_background takes them")
    parser.add_argument("languages", nargs="*", default=list(OWN), help="those to make; without any, all")
    parser.add_argument("--share", type=float, default=1.0, help="of the data and of the steps of learning")
    parser.add_argument("--out", type=Path, default=OUT)
    return Asked(**vars(parser.parse_args()))


def _languages(asked: Asked) -> list[Language]:
    """The scenes of all languages that are asked for."""
    store = Store(paths.models_dir())
    styles = {name: path for name, path in wake_lessons.styles(store).items() if name not in KEPT_OUT}
    kokoro = Kokoro(store.find("kokoro-82m"), {}, threads=1)
    others_talk = {checks: chatter(asked.directory, asked.share, checks=checks) for checks in (False, True)}
    with Speakers(kokoro, styles, paths.cache_dir() / "wake") as voices:
        return [staged(voices, code, asked.share, others_talk) for code in asked.languages]


def _steps(share: float) -> int:
    return max(50, round(share * STEPS))


def _limited(
    language: Language, encoder: Whisper, share: float, before: SecondEar | None
) -> tuple[Sequence[Moment], dict[str, float]]:
    """What teaches the second ear, and how sure both must be, by voices and talk that taught neither."""
    probes = _probes(language, share)
    learn = list(moments(language.learn, probes, encoder, np.random.default_rng(5)))
    check = list(moments(language.check, probes, encoder, None))
    ear, limits = taught({language.code: learn}, encoder.name, {}, before), dict[str, float]()
    for stop in of(language.code):
        said, wrong = heard_and_false(ear, stop.id, check, language.check)
        limits[stop.id] = limit = limit_between(said, wrong, minutes(language.check))
        true, false = (sum(each >= limit for each in some) for some in (said, wrong))
        sys.stdout.write(
            f"{stop.id}: {true} of {len(said)} by other voices, {false} false, from {limit} on\n"
        )
    return [*learn, *check], limits


@cache
def _probes(language: Language, share: float) -> Mapping[str, Ensemble]:
    """Detectors that did not learn from what was left out."""
    learn = [*language.learn, *language.quiet]
    return {stop.id: fit(lessons(stop.id, learn), PROBES, _steps(share), 1) for stop in of(language.code)}


def _facts(stop: Stop, language: Language, clips: int, share: float) -> Facts:
    alone = sure(stop, _probes(language, share)[stop.id], language.check)
    return Facts(
        id=stop.id, text=stop.text, language=stop.language, says=stop.says, hops=HOPS, loose=SUSPECTED,
        sure=alone, likely=0.0, clips=clips, false_per_hour=60 * FALSE_PER_MINUTE, misses=0.0,
    )  # fmt: skip


if __name__ == "__main__":
    main()
