"""English words that sound like what a home can be asked: kitten for kitchen, bed room for bedroom."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from difflib import SequenceMatcher
from functools import cache
from heapq import nsmallest

from hassil.expression import Expression, TextChunk
from hassil.expression import Group as Many
from hassil.intents import TextSlotList

from intents.home import Home
from intents.number.numeral import number
from intents.templates import templates

Wording = tuple[float, str]
"""What it would cost that this was said."""

MOST_CHANGED = 2
"""Words that may have been misheard in one request."""
BEAM = 12
SHORTEST = 3
"""Letters of a word that may have been misheard; shorter ones are like everything."""
SAME_SOUND = 0.1
NEAR_SOUND = 0.25
_JOINED = 0.02
"""Beside its sound, the cost of a word that was written as two, or of two that were written as one."""

_WORD = re.compile(r"[a-z']+|\d+(?:\.\d+)?%?|[^\sa-z\d]", re.IGNORECASE)
_FILLER = frozenset({"um", "uh", "er", "erm", "hmm", "uhm", "ah", "eh"})
_HOMOPHONES: Mapping[str, str] = {
    "of": "off", "to": "two", "too": "two", "for": "four", "won": "one", "ate": "eight", "tern": "turn",
    "clothes": "close", "cloths": "close", "lite": "light", "lites": "lights", "tree": "three",
}  # fmt: skip
"""Words that are so common, or so unlike in their letters, that no rule finds them."""

_SPELLED = (
    (r"^(?:kn|gn|pn)", "n"), (r"^wr", "r"), (r"^wh", "w"),
    (r"tch|ch|sh|[cst]i(?=[aou])|j|dg(?=[eiy])|g(?=[ey])", "X"), (r"ph|v", "f"), (r"gh", ""), (r"th", "0"),
    (r"ck|q|x$", "k"), (r"c(?=[eiy])", "s"), (r"[cg]", "k"), (r"z", "s"), (r"d", "t"), (r"b", "p"),
    (r"(?<=.)(?:w(?![aeiou])|h)", ""), (r"(.)\1+", r"\1"), (r"^[aeiouy]+", "A"), (r"(?<=.)[aeiouy']+", ""),
)  # fmt: skip
_NEAR = frozenset({"Xt", "tX", "0f", "f0", "0t", "t0", "Xs", "sX", "mn", "nm", "0s", "s0"})
"""Sounds that are taken for one another."""


class SoundAlike:
    """Rewrites English requests to the words of one home and of the templates."""

    def __init__(self, home: Home) -> None:
        """Rewrite to the English names of `home`."""
        self._own = frozenset(_own_words(home))
        self._known = self._own | _template_words()
        self._by_start: dict[str, list[str]] = defaultdict(list)
        for word in sorted(self._own):
            self._by_start[skeleton(word)[:1]].append(word)

    def wordings(self, text: str, limit: int) -> list[Wording]:
        """At most `limit` wordings made only of words that mean something here, the nearest first."""
        heard = [word.lower() for word in _WORD.findall(text)]
        words = tuple(word for word in heard if word[0].isalnum() and word not in _FILLER)
        ways: list[list[tuple[float, int, tuple[str, ...]]]] = [[] for _ in range(len(words) + 1)]
        ways[0] = [(0.0, 0, ())]
        for place in range(len(words)):
            for cost, changed, said in nsmallest(BEAM, ways[place]):
                for extra, length, word in self._options(words, place):
                    if changed + bool(extra) <= MOST_CHANGED:
                        ways[place + length].append((cost + extra, changed + bool(extra), (*said, word)))
        return [(cost, " ".join(said)) for cost, _, said in nsmallest(limit, ways[-1])]

    def _options(self, words: Sequence[str], place: int) -> Iterator[tuple[float, int, str]]:
        """What may have been said at a place: cost, words that were heard, and the words."""
        word = words[place]
        if word in self._known or number(word.rstrip("%")) is not None:
            yield 0.0, 1, word
        else:
            yield from ((cost, 1, near) for near, cost in self._near(word))
        if word in _HOMOPHONES:
            yield SAME_SOUND, 1, _HOMOPHONES[word]
        yield from self._joined(words, place)
        yield from self._split(word)

    def _joined(self, words: Sequence[str], place: int) -> Iterator[tuple[float, int, str]]:
        pair = words[place : place + 2]
        if len(pair) == 2:
            for near, cost in self._near("".join(pair)):
                yield cost + _JOINED, 2, near

    def _split(self, word: str) -> Iterator[tuple[float, int, str]]:
        """One word that is two of the home's: livingroom."""
        for cut in range(2, len(word) - 1):
            first, second = word[:cut], word[cut:]
            if first in self._own and second in self._known:
                yield _JOINED, 1, f"{first} {second}"

    def _near(self, heard: str) -> Iterator[tuple[str, float]]:
        for word in self._by_start[skeleton(heard)[:1]]:
            if (cost := unlike(heard, word)) is not None:
                yield word, cost


def _own_words(home: Home) -> Iterator[str]:
    named = [each.names for group in (home.floors, home.areas, home.devices) for each in group]
    names = (name for each in named for name in each.get("en", ()))
    return (word.lower() for name in names for word in _WORD.findall(name) if word[0].isalpha())


@cache
def _template_words() -> frozenset[str]:
    """Every word of the English templates, with the endings that these put behind them."""
    known = templates("en")
    rules = [rule.expression for rule in known.expansion_rules.values()]
    blocks = [block for intent in known.intents.values() for block in intent.data]
    sentences = [sentence.expression for block in blocks for sentence in block.sentences]
    local = [rule.expression for block in blocks for rule in block.expansion_rules.values()]
    lists = [each for each in known.slot_lists.values() if isinstance(each, TextSlotList)]
    values = [value.text_in for each in lists for value in each.values]
    said = set(_words([*rules, *sentences, *local, *values]))
    return frozenset(word + ending for word in said for ending in ("", "s", "es", "ing"))


def _words(expressions: Iterable[Expression]) -> Iterator[str]:
    for expression in expressions:
        if isinstance(expression, TextChunk):
            yield from (word.lower() for word in _WORD.findall(expression.text))
        elif isinstance(expression, Many):
            yield from _words(expression.items)


@cache
def _rules() -> tuple[tuple[re.Pattern[str], str], ...]:
    return tuple((re.compile(pattern), said) for pattern, said in _SPELLED)


def skeleton(word: str) -> str:
    """The consonants of a word as they sound, voiced and unvoiced alike: kitchen is kXn, bed is pt."""
    for pattern, said in _rules():
        word = pattern.sub(said, word)
    return word


def unlike(heard: str, meant: str) -> float | None:
    """How far two words are in sound, from 0; None where nobody would take one for the other."""
    if heard == meant:
        return 0.0
    if min(len(heard), len(meant)) < SHORTEST:
        return None
    one, two = skeleton(heard), skeleton(meant)
    alike = SequenceMatcher(None, heard, meant).ratio()
    if one == two and len(two) > 1 and alike >= 0.5:
        return SAME_SOUND
    if len(one) == len(two) > 2 and alike >= 0.65:
        others = [first + second for first, second in zip(one, two, strict=True) if first != second]
        return NEAR_SOUND if len(others) == 1 and others[0] in _NEAR else None
    return None
