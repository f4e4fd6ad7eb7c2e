"""How far what was heard is from what was said, in words or characters, spelling and marks aside."""

import re
from collections.abc import Sequence

from intents.say_as import say_as
from models.simplified import simplified

_DIGITS = str.maketrans("0123456789", "零一二三四五六七八九")
_CHINESE = re.compile(r"[\u3400-\u9fff]|[a-z]")


def units(text: str, language: str) -> list[str]:
    """Words, or in Chinese characters, in the one form in which they are compared.

    Numbers are spelled out in English; in Chinese each digit is its character, and characters simplified.
    """
    if language == "zh":
        return _CHINESE.findall(simplified(text).lower().translate(_DIGITS))
    words = say_as(text, language).lower().replace("-", " ")
    return re.sub(r"[^\w\s]", "", words).split()


def edits(said: Sequence[str], heard: Sequence[str]) -> int:
    """The least number of insertions, deletions and substitutions that lead from one to the other."""
    before = list(range(len(heard) + 1))
    for row, unit in enumerate(said, 1):
        now = [row]
        for column, other in enumerate(heard, 1):
            now.append(min(before[column] + 1, now[-1] + 1, before[column - 1] + (unit != other)))
        before = now
    return before[-1]
