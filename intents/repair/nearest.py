"""The sentence of the home's own templates that sounds most like what was heard, in spaced languages."""

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from heapq import nsmallest
from itertools import pairwise

from intents.repair.english_sound import Distances, distances, sound
from intents.repair.label import Word
from intents.repair.sayable import Sayable, State
from intents.say_as import say_as

LONGEST = 40
"""Words; what is longer is no command."""
BEAM = 40
"""Ways that are followed from one word."""
_CLOSE = 0.5
"""The most that a phrase may cost for each of its letters."""
FARTHEST = 0.2
"""The most that a sentence may cost for each letter that was heard."""
_SHORT = 2
"""Letters that a phrase may have and still not be heard at all."""
_UNHEARD = 0.7
"""The cost of each of these, and of each letter that was heard and not said."""
_JOINED = 0.1
"""The cost of words that were written as one, or one as two."""
_FILLERS = frozenset(
    {"um", "uh", "er", "erm", "hmm", "ah", "oh", "please", "hey", "well", "so", "okay", "ok"}
)


@dataclass(frozen=True, slots=True)
class Near:
    """A sentence, and how far it is."""

    text: str
    cost: float
    """For each letter that was heard."""


@dataclass(frozen=True, slots=True)
class _Found:
    """A phrase that may have been said."""

    text: str
    end: int
    cost: float


@dataclass(frozen=True, slots=True)
class _Way:
    """How a place was come to."""

    cost: float
    text: str

    def and_(self, text: str, cost: float) -> "_Way":
        """The way with one step more."""
        return _Way(self.cost + cost, self.text + text)


class Nearest:
    """Sentences near what was heard, with the lists and the order of words of `sayable`."""

    def __init__(self, sayable: Sayable, language: str) -> None:
        self._sayable, self._language = sayable, language

    @cached_property
    def _phrases(self) -> tuple[tuple[Word, tuple[str, ...]], ...]:
        """Every text with its words' sounds; those without letters are left out."""
        sounded = ((label, tuple(map(sound, _words(label.text)))) for label in self._sayable.words)
        return tuple((label, sounds) for label, sounds in sounded if "".join(sounds))

    @cached_property
    def _unheard(self) -> Mapping[Word, float]:
        """What it costs that a text was swallowed; white space never is heard."""
        lengths = ((label, len("".join(map(sound, _words(label.text))))) for label in self._sayable.words)
        return {label: _UNHEARD * length for label, length in lengths if length <= _SHORT}

    @cached_property
    def _units(self) -> Mapping[str, int]:
        """Words and neighbouring pairs of words, numbered."""
        units: dict[str, None] = {}
        for _, sounds in self._phrases:
            units.update(dict.fromkeys(sounds))
            units.update(dict.fromkeys(map("".join, pairwise(sounds))))
        return {unit: number for number, unit in enumerate(units)}

    def sentences(self, text: str, limit: int) -> list[Near]:
        """At most `limit` sentences, the nearest first."""
        words = _words(say_as(text, self._language))
        heard = [sound(word) for word in words]
        letters = sum(map(len, heard))
        if not letters or len(heard) > LONGEST or not self._units:
            return []
        found: dict[str, float] = {}
        for state, ways in self._ways(words, heard, FARTHEST * letters).items():
            for way in ways if self._sayable.ended(state) else ():
                said = " ".join(way.text.split())
                found[said] = min(way.cost / letters, found.get(said, 1.0))
        return nsmallest(
            limit, (Near(said, cost) for said, cost in found.items()), key=lambda each: each.cost
        )

    def _ways(self, words: Sequence[str], heard: Sequence[str], most: float) -> Mapping[State, list[_Way]]:
        """The best ways to every state behind the last word that cost no more than `most`."""
        places: list[dict[State, list[_Way]]] = [defaultdict(list) for _ in range(len(heard) + 1)]
        places[0][self._sayable.start].append(_Way(0.0, ""))
        costs = _Costs(heard, self._units)
        for place in range(len(heard)):
            self._swallow(places[place])
            ways = [each for each in _best(places[place]) if each[1].cost <= most]
            near = self._near(costs, place, ways)
            for state, way in ways:
                for label, target in self._onward(state, near):
                    for each in near[label]:
                        _keep(places[each.end][target], way.and_(each.text, each.cost))
                skipped = 0.0 if words[place] in _FILLERS else _UNHEARD * len(heard[place])
                _keep(places[place + 1][state], way.and_("", skipped))
        self._swallow(places[-1])
        return places[-1]

    def _onward(self, state: State, labels: Mapping[Word, object]) -> Iterator[tuple[Word, State]]:
        onward = self._sayable.onward(state)
        return ((label, onward[label]) for label in labels if label in onward)

    def _swallow(self, place: dict[State, list[_Way]]) -> None:
        """Go on to where nothing need be heard to come."""
        todo = [(state, way) for state, ways in place.items() for way in ways]
        while todo:
            state, way = todo.pop()
            for label, target in self._onward(state, self._unheard):
                further = way.and_(label.text, self._unheard[label])
                if _keep(place[target], further):
                    todo.append((target, further))

    def _near(
        self, costs: "_Costs", place: int, ways: Sequence[tuple[State, _Way]]
    ) -> Mapping[Word, list[_Found]]:
        """What may have been said at a place that was come to in one of these ways."""
        expected = {label for state, _ in ways for label in self._sayable.onward(state)}
        found: dict[Word, list[_Found]] = defaultdict(list)
        for label, sounds in self._phrases:
            if label not in expected:
                continue
            limit = _CLOSE * sum(map(len, sounds))
            for end, cost in costs.phrase(sounds, place, limit):
                found[label].append(_Found(label.text, end, cost))
        return found


class _Costs:
    """What it costs that words or pairs of words were heard for others."""

    def __init__(self, heard: Sequence[str], units: Mapping[str, int]) -> None:
        self._heard, self._units = heard, units
        pairs = list(map("".join, pairwise(heard)))
        table: Distances = distances([*heard, *pairs], list(units))
        self._one, self._two = table[: len(heard)].tolist(), table[len(heard) :].tolist()

    def phrase(self, sounds: Sequence[str], place: int, limit: float) -> Iterator[tuple[int, float]]:
        """Where the phrase may end that begins at `place`, and at what cost."""
        ways: list[dict[int, float]] = [{} for _ in range(len(sounds) + 1)]
        ways[0][place] = 0.0
        for nth, said in enumerate(sounds):
            for end, cost in ways[nth].items():
                for taken, further, more in self._steps(said, sounds[nth + 1 : nth + 2], end):
                    known = ways[nth + taken].get(further, limit)
                    if cost + more <= known:
                        ways[nth + taken][further] = cost + more
        return ((end, cost) for end, cost in ways[-1].items() if end > place)

    def _steps(self, said: str, behind: Sequence[str], place: int) -> Iterator[tuple[int, int, float]]:
        """Words of the phrase that were said, the place behind what was heard, and the cost."""
        unit = self._units[said]
        if len(said) <= _SHORT:
            yield 1, place, _UNHEARD * len(said)
        if place < len(self._heard):
            yield 1, place + 1, self._one[place][unit]
            if behind:
                yield 2, place + 1, self._one[place][self._units[said + behind[0]]] + _JOINED
        if place + 1 < len(self._heard):
            yield 1, place + 2, self._two[place][unit] + _JOINED


def _words(text: str) -> list[str]:
    return re.findall(r"[^\W_]+", text.lower().replace("'", "").replace("’", ""))


def _best(states: Mapping[State, list[_Way]]) -> list[tuple[State, _Way]]:
    ways = [(state, way) for state, kept in states.items() for way in kept]
    return nsmallest(BEAM, ways, key=lambda each: each[1].cost)


def _keep(kept: list[_Way], way: _Way) -> bool:
    """Keep the two best ways to a place; whether this is one."""
    if any(other.text == way.text and other.cost <= way.cost for other in kept):
        return False
    kept[:] = nsmallest(
        2, [*(other for other in kept if other.text != way.text), way], key=lambda each: each.cost
    )
    return way in kept
