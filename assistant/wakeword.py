"""The wake word as it turns up in transcripts: the ear cuts it off, but not always to the syllable."""

import re
from collections.abc import Sequence
from difflib import SequenceMatcher

from intents.pinyin import cost
from intents.script import is_han

_GREETING = re.compile(r"^(?:hey|hi|hay|a|嘿|嗨|okay|ok|hello|你好)?$", re.IGNORECASE)
_FIRST = re.compile(r"^\W*([\w']+)(?:[\s,，]+([\w']+))?[\s,，.。!！?？]*", re.ASCII)
_ALIKE = 0.75
"""Similarity from which on a word counts as the name: `Jervis`, `Javis` for `jarvis`."""
_HOMOPHONIC = 0.15
"""Mean cost of the characters up to which they are the name, written as it sounds: 小半 for 小伴."""
_MARKS = " ,，.。!！?？…、"


def without_wake_word(text: str, names: Sequence[str]) -> str:
    """The transcript without a wake word, or the end of one, in front; empty when nothing else was said.

    `names` are what the words are known by (`WakeWord.names`), or their ids.
    """
    latin = {name.rpartition("_")[2].casefold() for name in names if not is_han(name)}
    for name in filter(is_han, names):
        text = _without_han(text, name)
    found = _FIRST.match(text)
    if found is None:
        return _said(text)
    first, second = found[1], found[2] or ""
    if _alike(first, latin):
        return text[found.end(1) :].lstrip(" ,，.。!！?？…").strip()
    if second and _GREETING.match(first) and _alike(second, latin):
        return text[found.end() :].strip()
    return _said(text)


def _said(text: str) -> str:
    return text.strip() if re.search(r"\w", text) else ""


def _without_han(text: str, name: str) -> str:
    """The transcript without a Chinese name, or the end of it, in front."""
    places = [place for place, sign in enumerate(text) if sign not in _MARKS]
    for length in range(min(len(name), len(places)), 0, -1):
        head = "".join(text[place] for place in places[:length])
        tail, rest = name[-length:], text[places[length - 1] + 1 :]
        apart = length > 1 or not rest or rest[0] in _MARKS
        if apart and sum(map(cost, head, tail)) <= _HOMOPHONIC * length:
            return rest.lstrip(_MARKS)
    return text


def _alike(word: str, names: set[str]) -> bool:
    return any(SequenceMatcher(None, word.casefold(), name).ratio() >= _ALIKE for name in names)
