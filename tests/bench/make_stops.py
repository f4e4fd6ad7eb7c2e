"""Makes models/data/stop/, what hears "stop" over our own voice: python -m tests.bench.make_stops.

Everything is spoken by voices of the store, none of them one of those that measure (`KEPT_OUT`): words of
stopping, other words (`stop_texts`), and the assistant's own talk (`own_talk`). They meet in `stop_scenes`;
what is learned is what the product's own cancellers leave. Beside this stand the words in rooms where nothing
else sounds, and the background that ships (its sources: models/data/SOURCES.md). It takes the processor half
an hour, most of it for speaking, which is kept in the cache.
"""

import sys
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from pathlib import Path

import numpy as np

from assistant import paths, wake_lessons
from audio.frame import Samples
from models.background import Background, shipped
from models.embedding import Embeddings, SpeechEmbedding
from models.kokoro import Kokoro
from models.learned_word import Facts, LearnedWord, write_word
from models.near_misses import CARRIERS
from models.store import Store
from models.wake_examples import LENGTH as PLAIN
from models.wake_examples import Stage
from models.wake_learning import Lessons, fit, threshold_for
from models.wake_training import one_each
from models.wake_voices import Speakers, cast
from tests.bench.own_talk import TALK
from tests.bench.stop_scenes import Heard, Scenes, Word, windowed
from tests.bench.stop_texts import OTHERS, STOPS, Stop
from tests.bench.stories import Kept
from tests.bench.wake_training import KEPT_OUT

OUT = Path(__file__).resolve().parents[2] / "models" / "data" / "stop"
OWN = {"en": "en-joe", "zh": "zh-xiaobei"}
PURE = 36
"""Times that voices speak each kind of words without being blended, besides."""
SCENES = 3
"""For each word over our own voice."""
ALONE = 5
"""One scene in so many is without people."""
HOPS = 8
NETWORKS, STEPS = 3, 1500
FALSE_PER_HOUR = 16.0
"""Of sound that was not learned from; half of it is of people who say what sounds like the words."""
LEAST, MOST = 0.45, 0.85
"""Of thresholds, however little or much is false."""

Scene = tuple[Embeddings, Heard]


def spoken(voices: Speakers, rng: np.random.Generator) -> tuple[Mapping[str, list[Samples]], list[Samples]]:
    """Words of stopping by what hears them, and what else people say."""
    words, others = {}, list[Samples]()
    for stop in STOPS:
        told = [(text, stop.language) for text, times in stop.says.items() for _ in range(times)]
        said = [told[i] for i in rng.permutation(len(told))]
        words[stop.id] = voices.speak(cast(said, voices.styles, PURE + len(said), rng))
    for language in OTHERS:
        rest = [(text, language) for text in (*OTHERS[language], *CARRIERS[language])]
        others += voices.speak(one_each(rest * 2, voices.styles, rng))
    return words, others


def own_talk(rng: np.random.Generator) -> list[Samples]:
    """Our talk in both languages, shuffled."""
    told = [Kept(OWN[language], language).whole(text) for language in TALK for text in TALK[language]]
    return [np.concatenate([told[i] for i in rng.permutation(len(told))[:4]]) for _ in range(12)]


def scenes(words: Sequence[Word], stage: Scenes, embedding: SpeechEmbedding) -> Iterator[Scene]:
    """All words over our voice, and now and then nobody."""
    left, number = list(words), 0
    while left:
        number += 1
        heard = stage.next(() if number % ALONE == 0 else left)
        left = left[len(heard.right) :]
        yield embedding.clip(heard.sound), heard


def plain(words: Sequence[Word], stage: Stage) -> Iterator[Scene]:
    """Each word where nothing of ours sounds."""
    for id_, clip in words:
        embeddings, end = stage.perform(clip)
        yield embeddings, Heard(np.zeros(PLAIN, np.int16), ((id_, end),), ())


def lessons(id_: str, made: Sequence[Scene]) -> Lessons:
    """What the scenes teach about one kind of words, with the background that ships."""
    parts = [windowed(embeddings, heard, HOPS, id_) for embeddings, heard in made]
    rest = tuple(piece for each in parts for piece in each.rest)
    known = shipped()
    sources = tuple(f"own{number % 5}" for number in range(len(rest)))
    return Lessons(
        HOPS,
        np.concatenate([each.word for each in parts]),
        np.concatenate([each.part for each in parts]),
        np.concatenate([each.near for each in parts]),
        Background(known.pieces + rest, known.sources + sources),
    )


def learned(stop: Stop, taught: Lessons, clips: int) -> LearnedWord:
    """Networks that learned from everything, and a threshold from some that did not."""
    known, other = taught.background.split(0.2)
    sure = threshold_for(fit(replace(taught, background=known), 1, STEPS, 1), other, FALSE_PER_HOUR)
    sure = round(min(MOST, max(LEAST, sure)), 3)
    facts = Facts(
        id=stop.id, text=stop.text, language=stop.language, says=tuple(stop.says), hops=HOPS, loose=sure,
        sure=sure, likely=0.0, clips=clips, false_per_hour=FALSE_PER_HOUR, misses=0.0,
    )  # fmt: skip
    return LearnedWord(facts, fit(taught, NETWORKS, STEPS, 1))


def main() -> None:
    """Speak, listen, learn, write."""
    store, rng = Store(paths.models_dir()), np.random.default_rng(3)
    styles = {name: path for name, path in wake_lessons.styles(store).items() if name not in KEPT_OUT}
    kokoro = Kokoro(store.find("kokoro-82m"), {}, threads=1)
    with Speakers(kokoro, styles, paths.cache_dir() / "wake") as voices:
        words, others = spoken(voices, rng)
    embedding = SpeechEmbedding()
    said = [(id_, clip) for id_ in words for clip in words[id_]]
    often = [said[i] for _ in range(SCENES) for i in rng.permutation(len(said))]
    made = list(scenes(often, Scenes(own_talk(rng), others, 2), embedding))
    made += plain(said, Stage(embedding, others, 4))
    for stop in STOPS:
        word = learned(stop, lessons(stop.id, made), len(words[stop.id]))
        write_word(OUT / stop.id, word)
        sys.stdout.write(f"{word.facts}\n")


if __name__ == "__main__":
    main()
