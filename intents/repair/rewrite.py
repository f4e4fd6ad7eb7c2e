"""The sentences of the templates that sound most like what was heard: shortest paths through both at once."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from heapq import nsmallest

from intents.home import Home, Names
from intents.home.furnishings import ROOMS_ZH, THINGS_ZH
from intents.repair.figure import figures
from intents.repair.heard import NUMERALS, Sound
from intents.repair.label import Anything, Label, Named, Word
from intents.repair.lexicon import Lexicon
from intents.repair.sayable import Sayable, State

KEPT = 3
"""Ways to come to the same place that are followed."""
BEAM = 120
"""Ways that are followed from one syllable."""
COSTLIEST, MARGIN = 0.23, 0.05
"""The most that a rewriting may cost for each syllable that was heard, and besides.

What `intents.repair` takes costs 0.2 at most, and it looks for rivals up to an eighth above.
"""
_FREE_SYLLABLE = 0.3
"""The cost of a syllable of the speaker's own."""
_LONGEST_FREE = 5
_SUPERFLUOUS = 0.8
"""The cost of a syllable that was heard and not said."""
_COURTESY = 0.1
"""The most that words around a request may cost for each syllable; they would fit anywhere."""
_CHANGED = 0.05
"""The cost of every part that was not heard as it is: many small changes make a new sentence."""
_FILLERS = frozenset("嗯啊呃额哦噢唉诶欸哎")
_ASKING = frozenset("吗嘛么马妈骂码没几多少谁哪何")
"""What a question may hang on is never left out, however it is written."""


@dataclass(frozen=True, slots=True)
class Piece:
    """One part of a rewriting."""

    text: str
    cost: float
    syllables: int
    """Of what was heard."""
    literal: bool
    """Whether it is the template's own word, rather than a name, a value or a number."""

    @property
    def rate(self) -> float:
        """Cost for each syllable."""
        return self.cost / self.syllables


@dataclass(frozen=True, slots=True)
class Rewriting:
    """A sentence that a template has, and what it would cost that it was said."""

    text: str
    cost: float
    pieces: tuple[Piece, ...]
    absent: bool
    """Whether it names something that homes have and this one lacks."""
    meaning: tuple[object, ...]
    """What tells it from others: whose sentence it is, and the things, values and numbers that it names."""


@dataclass(frozen=True, slots=True)
class _Found:
    """Something sayable that may have been heard."""

    text: str
    end: int
    cost: float
    meaning: object = None
    absent: bool = False


@dataclass(frozen=True, slots=True)
class _Way:
    """How a place was come to."""

    cost: float
    text: str = ""
    piece: Piece | None = None
    meaning: object = None
    before: "_Way | None" = None
    absent: bool = False


class Rewriter:
    """Finds rewritings; made anew for each home."""

    def __init__(self, home: Home, sayable: Sayable) -> None:
        """Rewrite to what can be said in this home."""
        self._sayable = sayable
        self._words: Lexicon[Label] = _literal(sayable)
        self._names: Lexicon[_Thing] = Lexicon(_names(home))
        self._fits: dict[tuple[str, str, str | None], tuple[Named, ...]] = {}

    def rewritings(self, heard: Sequence[Sound], limit: int) -> list[Rewriting]:
        """At most `limit` sentences, the nearest first."""
        ways = self._ways(heard)
        found: dict[str, Rewriting] = {}
        for state, kept in ways.items():
            ended = self._sayable.ended(state)
            for way in kept if ended else ():
                each = _rewriting(way, ended)
                if each.text not in found or each.cost < found[each.text].cost:
                    found[each.text] = each
        return nsmallest(limit, found.values(), key=lambda each: each.cost)

    def _ways(self, heard: Sequence[Sound]) -> Mapping[State, list[_Way]]:
        """The best ways to every state behind the last syllable."""
        places: list[dict[State, list[_Way]]] = [defaultdict(list) for _ in range(len(heard) + 1)]
        places[0][self._sayable.start].append(_Way(0.0))
        most = COSTLIEST * len(heard) + MARGIN
        for place in range(len(heard)):
            found = self._found(heard, place)
            for state, way in _best(places[place]):
                for label, target in self._onward(state, found):
                    for each in found[label]:
                        if way.cost + each.cost <= most:
                            _keep(places[each.end][target], _and(way, each, label, each.end - place))
                if (skipped := _skip(heard[place])) is not None and way.cost + skipped <= most:
                    _keep(places[place + 1][state], _Way(way.cost + skipped, way.text, None, None, way))
        return places[-1]

    def _onward(self, state: State, found: Mapping[Label, object]) -> Iterator[tuple[Label, State]]:
        onward = self._sayable.onward(state)
        few, many = (onward, found) if len(onward) < len(found) else (found, onward)
        return ((label, onward[label]) for label in few if label in many)

    def _found(self, heard: Sequence[Sound], place: int) -> Mapping[Label, list[_Found]]:
        """Everything that may have been said at one place, by label."""
        found: dict[Label, list[_Found]] = defaultdict(list)
        for near in self._words.near(heard, place):
            for label in near.values:
                if isinstance(label, Word) and label.courtesy and near.cost > _COURTESY * (near.end - place):
                    continue
                meaning = label.value if isinstance(label, Word) else None
                found[label].append(_Found(near.word, near.end, near.cost, meaning))
        self._add_names(found, heard, place)
        self._add_numbers(found, heard, place)
        self._add_anything(found, heard, place)
        return found

    def _add_names(self, found: dict[Label, list[_Found]], heard: Sequence[Sound], place: int) -> None:
        for near in self._names.near(heard, place):
            meant: dict[Named, set[str]] = defaultdict(set)
            for thing in near.values:
                for label in self._labels(thing):
                    meant[label].add(thing.id)
            for label, ids in meant.items():
                meaning = label.kind, frozenset(ids)
                absent = ids == {_NOWHERE}
                found[label].append(_Found(near.word, near.end, near.cost, meaning, absent))

    def _labels(self, thing: "_Thing") -> tuple[Named, ...]:
        key = thing.kind, thing.domain, thing.device_class
        if key not in self._fits:
            self._fits[key] = tuple(label for label in self._sayable.named if _fits(label, thing))
        return self._fits[key]

    def _add_numbers(self, found: dict[Label, list[_Found]], heard: Sequence[Sound], place: int) -> None:
        for each in figures(heard, place):
            for label in self._sayable.numbers:
                if label.low <= each.value <= label.high:
                    found[label].append(_Found(each.text, each.end, each.cost, each.value))

    def _add_anything(self, found: dict[Label, list[_Found]], heard: Sequence[Sound], place: int) -> None:
        for end in range(place + 1, min(place + _LONGEST_FREE, len(heard)) + 1):
            if heard[end - 1].pause:
                return
            text = "".join(sound.text for sound in heard[place:end])
            found[Anything()].append(_Found(text, end, _FREE_SYLLABLE * (end - place), text))


_NOWHERE = ""
"""The id of what this home lacks."""


@dataclass(frozen=True, slots=True)
class _Thing:
    """Something that has a name."""

    kind: str
    id: str
    domain: str = ""
    device_class: str | None = None


def _fits(label: Named, thing: _Thing) -> bool:
    if label.kind != thing.kind or thing.domain in label.not_domains:
        return False
    if thing.id == _NOWHERE:
        return True
    fits_domain = not label.domains or thing.domain in label.domains
    return fits_domain and (not label.classes or thing.device_class in label.classes)


def _names(home: Home) -> Mapping[str, list[_Thing]]:
    """Everything that has a name, by every name it has; also what homes have and this one lacks."""
    found: dict[str, list[_Thing]] = defaultdict(list)
    for kind, places in (("area", home.areas), ("floor", home.floors)):
        for place in places:
            for name in _spellings(place.names):
                found[name].append(_Thing(kind, place.id))
    for device in home.devices:
        for name in _spellings(device.names):
            found[name].append(_Thing("name", device.id, device.domain, device.device_class))
    for kind, known in (("area", ROOMS_ZH), ("name", THINGS_ZH)):
        for name in known - found.keys():
            found[name].append(_Thing(kind, _NOWHERE))
    return found


def _spellings(names: Names) -> Iterator[str]:
    return (name for spelled in names.values() for name in spelled)


@cache
def _literal(sayable: Sayable) -> Lexicon[Label]:
    words: dict[str, list[Label]] = defaultdict(list)
    for label in sayable.words:
        words[label.text].append(label)
    return Lexicon(words)


def _skip(sound: Sound) -> float | None:
    """The cost of taking a syllable for nothing."""
    if sound.pause or sound.text in _FILLERS:
        return 0.0
    return None if sound.text in _ASKING or sound.text in NUMERALS else _SUPERFLUOUS


def _best(states: Mapping[State, list[_Way]]) -> list[tuple[State, _Way]]:
    ways = [(state, way) for state, kept in states.items() for way in kept]
    return nsmallest(BEAM, ways, key=lambda each: each[1].cost)


def _keep(kept: list[_Way], way: _Way) -> None:
    """Keep a way among the best ones to its place."""
    for other in kept:
        if other.text == way.text:
            if way.cost < other.cost:
                kept[kept.index(other)] = way
            return
    kept.append(way)
    if len(kept) > KEPT:
        kept.remove(max(kept, key=lambda each: each.cost))


def _and(way: _Way, found: _Found, label: Label, syllables: int) -> _Way:
    literal = isinstance(label, Word) and label.value is None
    doubt = 0.0 if isinstance(label, Anything) else found.cost  # words of one's own may be anything
    piece = Piece(found.text, doubt, syllables, literal)
    cost = way.cost + found.cost + _CHANGED * (found.cost > 0)
    return _Way(cost, way.text + found.text, piece, found.meaning, way, found.absent)


def _rewriting(way: _Way, ended: frozenset[int]) -> Rewriting:
    steps: list[_Way] = []
    last: _Way | None = way
    while last is not None:
        steps.append(last)
        last = last.before
    pieces = tuple(step.piece for step in reversed(steps) if step.piece)
    named = (step.meaning for step in reversed(steps) if step.meaning is not None)
    absent = any(step.absent for step in steps)
    return Rewriting(way.text, way.cost, pieces, absent, (ended, *named))
