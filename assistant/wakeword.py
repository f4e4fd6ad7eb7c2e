"""The wake word as it turns up in transcripts: the ear cuts it off, but not always to the syllable."""

import re
from collections.abc import Sequence
from difflib import SequenceMatcher

_GREETING = re.compile(r"^(?:hey|hi|hay|a|嘿|嗨|okay|ok|hello|你好)?$", re.IGNORECASE)
_FIRST = re.compile(r"^\W*([\w']+)(?:[\s,，]+([\w']+))?[\s,，.。!！?？]*", re.ASCII)
_ALIKE = 0.75
"""Similarity from which on a word counts as the name: `Jervis`, `Javis` for `jarvis`."""


def without_wake_word(text: str, words: Sequence[str]) -> str:
    """The transcript without a wake word, or the end of one, in front; empty when nothing else was said."""
    found = _FIRST.match(text)
    if found is None:
        return text.strip()
    names = {word.rpartition("_")[2].casefold() for word in words}
    first, second = found[1], found[2] or ""
    if _alike(first, names):
        return text[found.end(1) :].lstrip(" ,，.。!！?？…").strip()
    if second and _GREETING.match(first) and _alike(second, names):
        return text[found.end() :].strip()
    return text.strip() if re.search(r"\w", text) else ""


def _alike(word: str, names: set[str]) -> bool:
    return any(SequenceMatcher(None, word.casefold(), name).ratio() >= _ALIKE for name in names)
