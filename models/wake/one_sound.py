"""Chinese texts that differ from another in one syllable, which sounds like it."""

from functools import cache

import numpy as np
from pypinyin import Style, lazy_pinyin

ALIKE = ("b p", "d t", "g k h f", "j q x", "zh z", "ch c", "sh s x", "n l r", "m n", "j zh", "q ch")
"""Initials that are taken for each other."""

FAR = 2
"""Of initial and final together: 0 is the same, 1 is like it; further away nobody would confuse them."""

Sound = tuple[str, str]
"""Initial and final, without the tone."""


def other_sounds(text: str, each: int, rng: np.random.Generator) -> list[str]:
    """One syllable that sounds like it and is another, so many texts for each syllable."""
    made: list[str] = []
    for place, sign in enumerate(text):
        others = _near(sign) if "\u3400" <= sign <= "\u9fff" else ()
        chosen = rng.permutation(np.array(others, dtype=str))[:each].tolist()
        made += [f"{text[:place]}{other}{text[place + 1 :]}" for other in chosen]
    return made


@cache
def _near(sign: str) -> tuple[str, ...]:
    """A common character for each syllable that is like this one's, in the same tone where there is one."""
    own, tone = sound(sign), lazy_pinyin(sign, style=Style.TONE3)[0][-1]
    signs = [tones.get(syllable + tone, next(iter(tones.values()))) for syllable, tones in _tones().items()]
    return tuple(other for other in signs if 0 < _distance(own, sound(other)) <= FAR)


def _distance(one: Sound, two: Sound) -> int:
    (first, end), (other_first, other_end) = one, two
    together = any({first, other_first} <= set(group.split()) for group in ALIKE)
    start = 0 if first == other_first else 1 if together else 2
    tail = end[-2:] == other_end[-2:] or end.removesuffix("g") == other_end.removesuffix("g")
    return start + (0 if end == other_end else 1 if tail else 2)


def sound(sign: str) -> Sound:
    """Initial and final of a character, without its tone."""
    first = lazy_pinyin(sign, style=Style.INITIALS, strict=False)[0]
    return first, lazy_pinyin(sign)[0].removeprefix(first)


@cache
def _tones() -> dict[str, dict[str, str]]:
    """A character of the first level of GB 2312 for each tone of each syllable: the first by its code."""
    found: dict[str, dict[str, str]] = {}
    for row in range(0xB0, 0xD8):
        for cell in range(0xA1, 0xFF):
            if sign := bytes((row, cell)).decode("gb2312", "ignore"):
                spelled = lazy_pinyin(sign, style=Style.TONE3)[0]
                found.setdefault(lazy_pinyin(sign)[0], {}).setdefault(spelled, sign)
    return found
