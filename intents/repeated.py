"""Whether a transcript only repeats what was said aloud: an echo of ourselves, however badly heard."""

import re
from collections.abc import Sequence
from difflib import SequenceMatcher

from intents.pinyin import readings
from intents.script import is_han, simplified

ALIKE = 0.8
"""Likeness of the sounds from which on it is the same; recognition of an echo gets some of them wrong."""

_TOKEN = re.compile(r"[\u3400-\u9fff]|[^\W\u3400-\u9fff]+(?:['’][^\W\u3400-\u9fff]+)*")


def repeats(heard: str, said: str) -> bool:
    """Whether all of `heard` is, by its sound, a stretch of `said`; nothing heard repeats nothing."""
    words, source = _sounds(heard), _sounds(said)
    if not words or not source:
        return False
    lengths = range(max(1, len(words) - 1), len(words) + 2)
    return any(
        _alike(words, source[start : start + length])
        for length in lengths
        for start in range(len(source) - length + 1)
    )


def _alike(words: Sequence[str], stretch: Sequence[str]) -> bool:
    heard, said = " ".join(words), " ".join(stretch)
    if heard == said:
        return True
    matcher = SequenceMatcher(None, heard, said, autojunk=False)
    return matcher.real_quick_ratio() >= ALIKE and matcher.quick_ratio() >= ALIKE and matcher.ratio() >= ALIKE


def _sounds(text: str) -> list[str]:
    """The words as they are written, and Chinese characters as they sound, without their tones."""
    return [_sound(token) for token in _TOKEN.findall(simplified(text).casefold())]


def _sound(token: str) -> str:
    if not is_han(token) or not (read := readings(token)):
        return token.replace("’", "'")
    return "".join(read[0][:-1])
