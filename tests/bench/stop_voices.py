"""Who says what while the words of stopping are learned."""

import re
import zlib
from collections.abc import Iterator, Sequence

import numpy as np

from intents.script import is_han
from models.wake.near_misses import CARRIERS, WORDS, near_misses
from models.wake.voices import Utterance, cast, native
from tests.bench.own_talk import TALK
from tests.bench.stop_texts import ACCENTED, BLENDED, HURRIED, LIKE, MORE, OTHERS, PURE, SAYINGS, STOPS

SPEEDS = ((0.8, 1.05), (1.05, 1.35))
"""Slower and quicker, from and to."""
FOREIGN = 40
"""Of the voices of other languages, every how many says each short Chinese text that tells nobody to stop."""
HASTE = ((1.3, 1.45), (1.45, 1.6))

LEFT_OUT = frozenset({"zf_xiaoyi", "zm_yunxi", "af_bella", "am_puck", "bf_emma", "bm_lewis"})
"""Voices that set limits before they teach as well; blends with one of them are left out with it."""


def left_out(said: Utterance) -> bool:
    """Whether one of those says it, or has a part in it."""
    return not LEFT_OUT.isdisjoint(dict(said.styles))


def hearer(text: str) -> str | None:
    """The id of what hears this text; None where it does not tell us to stop."""
    return next((stop.id for stop in STOPS if text in stop.says), None)


def told(styles: Sequence[str]) -> list[Utterance]:
    """Words of stopping by all voices."""
    said: list[Utterance] = []
    for language, (count, texts) in SAYINGS.items():
        rng = np.random.default_rng(1 if language == "en" else 2)
        said += cast([(text, language) for text in texts], styles, count, rng)
    said += [each for text in PURE for each in alone(text, styles)]
    said += [each for text in HURRIED for each in alone(text, styles, HASTE)]
    said += [each for text, every in ACCENTED.items() for each in accented(text, every, styles)]
    return said + [each for text, count in BLENDED.items() for each in blended(text, count, styles)]


def alone(
    text: str, styles: Sequence[str], paces: Sequence[tuple[float, float]] = SPEEDS
) -> Iterator[Utterance]:
    """The text by each native voice, at each pace."""
    language = language_of(text)
    rng = _dice(text)
    for voice in natives(styles, language):
        for pace in paces:
            yield Utterance(text, language, ((voice, 1.0),), round(float(rng.uniform(*pace)), 2))


def accented(text: str, every: int, styles: Sequence[str]) -> Iterator[Utterance]:
    """The text by one in so many of the voices that speak another language."""
    language, rng = language_of(text), _dice(text)
    others = sorted(set(styles) - set(natives(styles, language)))
    for voice in others[int(rng.integers(every)) :: every]:
        yield Utterance(text, language, ((voice, 1.0),), _speed(rng))


def blended(text: str, count: int, styles: Sequence[str]) -> Iterator[Utterance]:
    """The text by blends of a native voice with another, every second of them with a native one."""
    language = language_of(text)
    rng, own = _dice(text), natives(styles, language)
    for number in range(count):
        one = str(rng.choice(own))
        other = str(rng.choice([each for each in (own if number % 2 else styles) if each != one]))
        share = round(float(rng.uniform(0.4, 0.95)), 2)
        speed = round(float(rng.uniform(0.75, 1.35)), 2)
        yield Utterance(text, language, ((one, share), (other, round(1 - share, 2))), speed)


def rest(language: str, styles: Sequence[str]) -> list[Utterance]:
    """What does not mean to stop: short words by a voice and by a blend, texts by chance, sentences."""
    rng, own = np.random.default_rng(11), natives(styles, language)
    like = [miss for text in LIKE[language] for miss in near_misses(text, 14, rng)]
    texts = [text for text in (*OTHERS[language], *CARRIERS[language], *like) if not meant(text)]
    said = [_one(text, own, rng) for text in (*texts, *(WORDS if language == "en" else ()))]
    for text in OTHERS[language]:
        one, other = (str(voice) for voice in rng.choice(own, 2, replace=False))
        said.append(Utterance(text, language, ((one, 0.6), (other, 0.4)), _speed(rng)))
    said += [each for text in OTHERS["zh"] if language == "zh" for each in accented(text, FOREIGN, styles)]
    return said + [_one(text, own, _dice(text)) for text in (*MORE[language], *sentences(language)[::2])]


def meant(text: str) -> bool:
    """Whether it holds words of stopping, or most of them: who says 别说 and something unclear means it."""
    return any(sign in text for sign in ("stop", "quiet", "停", "别说", "不要说"))


def _one(text: str, own: Sequence[str], rng: np.random.Generator) -> Utterance:
    return Utterance(text, language_of(text), ((str(rng.choice(own)), 1.0),), _speed(rng))


def sentences(language: str) -> list[str]:
    """What the assistant says, as people might."""
    return [part for text in TALK[language] for part in re.split(r"(?<=[.!?]) |(?<=[。！？])", text) if part]


def natives(styles: Sequence[str], language: str) -> list[str]:
    """The voices that speak it from birth."""
    return sorted(style for style in styles if native(style, language))


def language_of(text: str) -> str:
    """Chinese or English."""
    return "zh" if is_han(text) else "en"


def _dice(text: str) -> np.random.Generator:
    return np.random.default_rng(zlib.crc32(text.encode()))


def _speed(rng: np.random.Generator) -> float:
    return round(float(rng.uniform(0.85, 1.3)), 2)
