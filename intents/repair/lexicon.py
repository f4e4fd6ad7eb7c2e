"""Words that can be said, found where something like them was heard."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Generic, TypeVar

from intents.pinyin import FAR, Chart
from intents.repair.heard import NUMERALS, Sound, sounds

T = TypeVar("T")

LOST = 0.7
"""The cost of one syllable that was not heard."""

_UNLIKE = 0.75
"""A syllable this far from the one that was heard was not said."""
_PER_SYLLABLE = 0.5
"""The most that a word may cost for each of its syllables."""
_SLACK = 0.7
"""What the beginning of a word may cost above that, to be made good by its end."""
_FIGURE = 0.1
"""The cost of taking a figure for a word that is none."""
_LONG = 4
"""Syllables from which on a word may have lost one."""


@dataclass(frozen=True, slots=True)
class Near(Generic[T]):
    """A word, and what it would cost that it was meant."""

    word: str
    end: int
    """Where it ends among the sounds; exclusive."""
    cost: float
    values: tuple[T, ...]
    """What the lexicon holds for it."""


_REMEMBERED = 600
"""Syllables whose likes are remembered; speech has about as many, hostile text every character."""


@dataclass(slots=True)
class _Node(Generic[T]):
    """A place in the tree of the words' syllables."""

    children: dict[str, "_Node[T]"] = field(default_factory=dict)
    words: dict[str, list[T]] = field(default_factory=dict)
    longest: int = 0
    """Syllables of the longest word that goes through here."""

    def like(self, near: Mapping[str, float]) -> Iterator[tuple[float, "_Node[T]"]]:
        """The places behind a syllable that is near what was heard, and how unlikely that is."""
        few, many = (near, self.children) if len(near) < len(self.children) else (self.children, near)
        return ((near[said], self.children[said]) for said in few if said in many)


class Lexicon(Generic[T]):
    """Words by their syllables, so that the work grows with what was heard and not with the words."""

    def __init__(self, words: Mapping[str, Sequence[T]]) -> None:
        """Hold `words`, each with what it stands for."""
        self._root: _Node[T] = _Node()
        self._said: tuple[str, ...] = tuple({sound.text: None for word in words for sound in sounds(word)})
        self._chart = Chart(self._said)
        self._near: dict[Sound, Mapping[str, float]] = {}
        for word, values in words.items():
            self._add(word, values)

    def _add(self, word: str, values: Sequence[T]) -> None:
        node, said = self._root, sounds(word)
        for sound in said:
            node = node.children.setdefault(sound.text, _Node())
            node.longest = max(node.longest, len(said))
        if node is not self._root:
            node.words.setdefault(word, []).extend(values)

    def near(self, heard: Sequence[Sound], start: int) -> Iterator[Near[T]]:
        """The words that may begin at `start`; one may come several times, ending at different places."""
        likes: dict[int, Mapping[str, float]] = {}
        stack = [(self._root, start, 0, 0.0, False)]
        while stack:
            node, place, depth, spent, lame = stack.pop()
            if node.words and spent <= _PER_SYLLABLE * depth and not (lame and depth < _LONG):
                for word, values in node.words.items():
                    yield Near(word, place, spent, tuple(values))
            allowed = _PER_SYLLABLE * (depth + 1) + _SLACK - spent
            if place < len(heard):
                if place not in likes:
                    likes[place] = self._like(heard[place])
                for far, child in node.like(likes[place]):
                    if far <= allowed and spent + far <= _PER_SYLLABLE * child.longest:
                        stack.append((child, place + 1, depth + 1, spent + far, lame))
            if not lame and depth and allowed >= LOST:
                onward = [child for child in node.children.values() if child.longest >= _LONG]
                stack += [(child, place, depth + 1, spent + LOST, True) for child in onward]

    def _like(self, heard: Sound) -> Mapping[str, float]:
        """The syllables that may have been heard so, and how unlikely that is."""
        near = self._near.get(heard)
        if near is None:
            rated = zip(self._said, self._chart.costs(heard.text).tolist(), strict=True)
            weighed = (
                (said, unlike(heard, said, far)) for said, far in rated if far < _UNLIKE or said in NUMERALS
            )
            near = {said: far for said, far in weighed if far < _UNLIKE}
            if len(self._near) < _REMEMBERED:
                self._near[heard] = near
        return near


def unlike(heard: Sound, said: str, far: float) -> float:
    """How unlikely it is that what was heard is what was said, `far` being how far they are: 0 to 1."""
    if heard.text == said:
        return 0.0
    if heard.text in NUMERALS and said in NUMERALS:
        return 0.0 if {heard.text, said} == {"二", "两"} else FAR
    return far + _FIGURE * (heard.figure or heard.text in NUMERALS)
