"""Makes models/data/stop/, what hears "stop" over our own voice: python -m tests.bench.make_stops.

Everything is spoken by voices of the store, none of them one of those that measure (`KEPT_OUT`): words of
stopping, other words (`stop_texts`), and the assistant's own talk (`own_talk`). They meet in `stop_scenes`;
what is learned is what the product's own cancellers leave. Beside this stand the words in rooms where nothing
else sounds, and the background that ships (its sources: models/data/SOURCES.md). It takes the processor half an
hour, most of it for speaking, which is kept in the cache.
"""

import sys
from collections.abc import Iterator, Mapping, Sequence
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
from models.wake_examples import Stage
from models.wake_learning import Lessons, fit, threshold_for
from models.wake_training import one_each
from models.wake_voices import Speakers, cast
from tests.bench.own_talk import TALK
from tests.bench.stop_scenes import Heard, Scenes, Word, windowed
from tests.bench.stop_texts import OTHERS, SAYS
from tests.bench.stories import Kept
from tests.bench.wake_training import KEPT_OUT

OUT = Path(__file__).resolve().parents[2] / "models" / "data" / "stop"
WORDS = {"en": ("stop", "stop"), "zh": ("ting", "停")}
"""Id and text of what each language's words stand for."""
OWN = {"en": "en-joe", "zh": "zh-xiaobei"}
CLIPS = 280
"""Times that words of stopping are spoken, in each language."""
SCENES = 3
"""For each of them over our own voice."""
PLAIN = 2
"""And where nothing else sounds."""
ALONE = 5
"""One scene in so many is without people."""
HOPS = 8
NETWORKS, STEPS = 3, 1500
FALSE_PER_HOUR = 1.0
"""Of speech that was not learned from, others' talk over ours among it."""

Scene = tuple[Embeddings, Heard]


def spoken(voices: Speakers, seed: int) -> tuple[Mapping[str, list[Samples]], list[Samples]]:
    """Words of stopping by language, and what else people say."""
    rng = np.random.default_rng(seed)
    words, others = {}, list[Samples]()
    for language, says in SAYS.items():
        said = [(text, language) for text in says]
        words[language] = voices.speak(cast(said, voices.styles, CLIPS, rng))
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


def lessons(language: str, made: Sequence[Scene], words: Sequence[Samples], stage: Stage) -> Lessons:
    """What the scenes teach about one language, with the words in quiet rooms and the background."""
    parts = [windowed(embeddings, heard, HOPS, language) for embeddings, heard in made]
    plain = stage.examples(words, PLAIN, HOPS)
    rest = tuple(piece for each in parts for piece in each.rest)
    known = shipped()
    return Lessons(
        HOPS,
        np.concatenate([plain.word, *(each.word for each in parts)]),
        np.concatenate([plain.part, *(each.part for each in parts)]),
        np.concatenate([each.near for each in parts]),
        Background(known.pieces + rest, known.sources + _sources(len(rest))),
    )


def _sources(count: int) -> tuple[str, ...]:
    """Every fifth stretch of our own talk may be held back together with its like."""
    return tuple(f"own{number % 5}" for number in range(count))


def learned(language: str, taught: Lessons, clips: int) -> LearnedWord:
    """Networks that learned from everything, and a threshold from some that did not."""
    known, other = taught.background.split(0.2)
    held_back = Lessons(taught.hops, taught.word, taught.part, taught.near, known)
    sure = threshold_for(fit(held_back, NETWORKS, STEPS, 1), other, FALSE_PER_HOUR)
    ensemble = fit(taught, NETWORKS, STEPS, 1)
    id_, text = WORDS[language]
    facts = Facts(
        id=id_, text=text, language=language, says=tuple(dict.fromkeys(SAYS[language])), hops=HOPS,
        loose=round(sure, 4), sure=round(sure, 4), likely=0.0, clips=clips, false_per_hour=FALSE_PER_HOUR,
        misses=0.0,
    )  # fmt: skip
    return LearnedWord(facts, ensemble)


def main() -> None:
    """Speak, listen, learn, write."""
    store, rng = Store(paths.models_dir()), np.random.default_rng(3)
    styles = {name: path for name, path in wake_lessons.styles(store).items() if name not in KEPT_OUT}
    kokoro = Kokoro(store.find("kokoro-82m"), {}, threads=1)
    with Speakers(kokoro, styles, paths.cache_dir() / "wake") as voices:
        words, others = spoken(voices, 1)
    embedding = SpeechEmbedding()
    said = [(language, clip) for language in words for clip in words[language] * SCENES]
    said = [said[i] for i in rng.permutation(len(said))]
    made = list(scenes(said, Scenes(own_talk(rng), others, 2), embedding))
    for language, clips in words.items():
        taught = lessons(language, made, clips, Stage(embedding, others, 4))
        word = learned(language, taught, len(clips))
        write_word(OUT / word.facts.id, word)
        sys.stdout.write(f"{word.facts}\n")


if __name__ == "__main__":
    main()
