"""Texts that sound like a wake word but are not it, and ordinary ones to stand around it."""

import re
from collections.abc import Iterator, Sequence
from functools import cache

import numpy as np

from models.wake.one_sound import sound

SYLLABLES = (
    "的一是不了在人有我他这中大来上国个到说们为子和你地出道也时年得就那要下以生会自着去之过家学对可她里后"
    "小么心多天而能好都然没日于起还发成事只作当想看文无开手用主行方又如前所本见经头面公同三已老从动两长知"
    "民样现分将外但身些与高意进把法此实回二理美点月明其种声全工己话儿者向情部正名定女问力机给等几很业最间"
    "新什打便位因重被走电四第门相次东政海口使教西再平真听世气信北少关并内加化由却代军产入先山五太水万市"
)
"""Common characters; each stands for its syllable."""

_COMMON = """
time table water open maybe yellow garden Monday seven paper kitchen morning about question number little
music doctor window banana
"""
WORDS = _COMMON.split()
CARRIERS = {
    "zh": (
        "打开客厅的灯", "今天天气怎么样", "明天早上七点叫我", "放一首周杰伦的歌", "我们晚上吃什么",
        "他说下个月再来", "把空调调到二十六度", "这个问题很有意思", "你看见我的手机了吗", "讲一个故事",
    ),
    "en": (
        "turn on the kitchen light", "what's the weather like today", "wake me up at seven tomorrow",
        "play some music please", "what are we having for dinner", "she said they would come next month",
        "set the temperature to twenty", "that is a very interesting question", "have you seen my phone",
        "tell me a story",
    ),
}  # fmt: skip
ALIKE = 0.7
"""Share of changed syllables that begin or end as they did."""

_VOWELS, _CONSONANTS = "aeiou", "bdfgklmnprstvz"
_HAN = re.compile(r"[\u3400-\u9fff]")


def near_misses(text: str, count: int, rng: np.random.Generator) -> list[str]:
    """So many different texts like this one, or fewer where there are not as many."""
    make = _chinese if _HAN.search(text) else _western
    found: dict[str, None] = {}
    for _, miss in zip(range(count * 8), make(text, rng), strict=False):
        if len(found) < count and _bare(miss) and _bare(miss) != _bare(text):
            found[miss] = None
    return list(found)


def _bare(text: str) -> str:
    return re.sub(r"\W", "", text).casefold()


def _chinese(text: str, rng: np.random.Generator) -> Iterator[str]:
    """One or two syllables are others, or only a part of it is said."""
    signs = list(text)
    places = [place for place, sign in enumerate(signs) if _HAN.match(sign)]
    while True:
        changed = list(signs)
        kind = rng.random()
        if kind < 0.2 and len(places) > 2:
            cut = int(rng.choice(places[1:]))
            yield "".join(signs[:cut] if rng.random() < 0.5 else signs[cut:])
            continue
        for place in rng.choice(places, min(len(places), 1 if kind < 0.8 else 2), replace=False):
            near = _alike(signs[place]) if rng.random() < ALIKE else ()
            changed[place] = str(rng.choice(near or list(SYLLABLES)))
        yield "".join(changed)


@cache
def _alike(sign: str) -> tuple[str, ...]:
    """Characters that begin or end as this one sounds, and do not sound as it does."""
    first, last = sound(sign)
    spelled = ((other, sound(other)) for other in dict.fromkeys(SYLLABLES))
    return tuple(other for other, (start, end) in spelled if (start == first) != (end == last))


def _western(text: str, rng: np.random.Generator) -> Iterator[str]:
    """A word is another, a sound is another, or only a part of it is said."""
    words = text.split()
    while True:
        kind, place = rng.random(), int(rng.integers(len(words)))
        if kind < 0.3 and len(words) > 1:
            yield " ".join([*words[:place], str(rng.choice(WORDS)), *words[place + 1 :]])
        elif kind < 0.45 and len(words) > 1:
            yield " ".join(words[:place] + words[place + 1 :])
        else:
            yield " ".join([*words[:place], _other(words[place], rng), *words[place + 1 :]])


def _other(word: str, rng: np.random.Generator) -> str:
    """One or two letters are others, or an end is missing."""
    if rng.random() < 0.25 and len(word) > 3:
        return word[: -int(rng.integers(1, 3))] if rng.random() < 0.5 else word[int(rng.integers(1, 3)) :]
    letters = list(word)
    for place in rng.choice(len(letters), min(len(letters), 2), replace=False):
        kind = _VOWELS if letters[place].casefold() in _VOWELS else _CONSONANTS
        letters[place] = str(rng.choice(list(kind)))
    return "".join(letters)


def carriers(language: str) -> Sequence[str]:
    """Ordinary sentences."""
    return CARRIERS.get(language, CARRIERS["en"])
