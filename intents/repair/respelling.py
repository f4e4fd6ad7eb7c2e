"""What a recogniser may have misspelled, spelled as people would say it to a home.

Every syllable may be each of those that sound like it; of all the sentences that this gives, those are kept
that people are most likely to say. Which of them was said, only the sound itself can tell.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from heapq import nlargest

import numpy as np

from intents.home import Home
from intents.pinyin import Chart
from intents.repair.heard import NUMERALS, Sound, sounds
from intents.repair.likely import BEGIN, END, Likely
from intents.repair.sayings import sayings
from intents.script import is_han

LONGEST = 30
"""Syllables; what is longer is no command."""
_ALIKE = 0.6
"""Syllables farther from each other than this are not taken for each other."""
_REMEMBERED = 600
"""Syllables that the likes of are remembered."""
_FAR = 12.0
"""What it costs, in nats, that one syllable was heard for another that has nothing of it: while searching."""
_TOLD = 7.0
"""The same where the sound itself has a say as well."""
_BEAM = 40
"""Sentences that are followed at once."""
_WIDTH = 16.0
"""Nats behind the best from which on a sentence is not followed."""
_PAUSE, _ANEW = -0.5, -2.5
"""Nats for a pause within a sentence, and for one between two."""
_EACH = 6
"""Respellings of each reading."""
_READ = 8
"""Readings that are respelled."""
_MOST = 16
"""Respellings altogether."""
_BEHIND = 3
"""Characters that the next one depends on."""


@dataclass(frozen=True, slots=True)
class Respelling:
    """A sentence that may have been said."""

    text: str
    likelihood: float
    """Nats: how likely people are to say it, and to be heard as they were."""


@dataclass(frozen=True, slots=True)
class _Way:
    """A sentence as far as it was followed."""

    worth: float
    behind: str
    text: str
    far: float


_Begun = dict[tuple[Sound, ...], list[_Way]]
"""Ways to go on behind each beginning."""


class Respeller:
    """Knows what people say to one home."""

    def __init__(self, home: Home) -> None:
        """Names of `home` are expected besides what people say anywhere."""
        self._home = home
        self._alike: dict[Sound, list[tuple[str, float]]] = {}

    def warm(self) -> None:
        """Build now what is built at first use."""
        self.respelled([("打开客厅的灯", 0.0)])

    def respelled(self, readings: Sequence[tuple[str, float]]) -> tuple[Respelling, ...]:
        """The likeliest respellings of readings with their log-probability, and these as they are."""
        found: dict[str, tuple[float, Respelling]] = {}
        begun: _Begun = {}
        for text, log_probability in readings[:_READ]:
            heard = sounds(text)
            if not 0 < len(heard) <= LONGEST or not any(is_han(sound.text) for sound in heard):
                continue
            for way in (self._as_it_is(heard), *self._ways(heard, begun)):
                each = Respelling(way.text, way.worth + (_FAR - _TOLD) * way.far)
                worth = way.worth + log_probability * len(heard) + (0.0 if way.far else _MOST)
                if way.text not in found or worth > found[way.text][0]:
                    found[way.text] = worth, each
        best = nlargest(_MOST, found.values(), key=lambda each: each[0])
        return tuple(each for _, each in best)

    def _as_it_is(self, heard: Sequence[Sound]) -> _Way:
        ways = [_Way(0.0, BEGIN, "", 0.0)]
        for sound in heard:
            options = [] if sound.pause else [(sound.text, 0.0)]
            ways = _followed(self._onward(ways, options))
        return max(self._ended(ways), key=lambda way: way.worth)

    def _ways(self, heard: Sequence[Sound], begun: _Begun) -> list[_Way]:
        """The likeliest sentences that sound like what was heard; readings often begin alike."""
        ways = [_Way(0.0, BEGIN, "", 0.0)]
        for place, sound in enumerate(heard, 1):
            beginning = tuple(heard[:place])
            if beginning not in begun:
                options = [] if sound.pause else self._like(sound)
                begun[beginning] = _followed(self._onward(ways, options))
            ways = begun[beginning]
        return nlargest(_EACH, self._ended(ways), key=lambda way: way.worth)

    def _ended(self, ways: Iterable[_Way]) -> Iterator[_Way]:
        for way in ways:
            end = self._likely.log(way.behind, END)
            yield _Way(way.worth + end, way.behind, way.text.strip("，"), way.far)

    def _onward(self, ways: Sequence[_Way], options: Sequence[tuple[str, float]]) -> Iterator[_Way]:
        """The ways with one syllable more; no options are a pause."""
        if not options:
            for way in ways:
                yield _Way(way.worth + _PAUSE, way.behind, way.text + "，", way.far)
                yield _Way(way.worth + _ANEW, BEGIN, way.text + "，", way.far)
            return
        log, least = self._likely.log, float("-inf")
        for way in ways:
            for sign, far in options:
                most = way.worth - _FAR * far
                if most < least:
                    break
                worth = most + log(way.behind, sign)
                if worth >= least:
                    least = max(least, worth - _WIDTH)
                    yield _Way(worth, (way.behind + sign)[-_BEHIND:], way.text + sign, way.far + far)

    def _like(self, heard: Sound) -> list[tuple[str, float]]:
        """What a syllable may have been, the nearest first."""
        if heard in self._alike:
            return self._alike[heard]
        found = [(heard.text, 0.0)]
        if is_han(heard.text):
            costs = self._chart.costs(heard.text)
            signs = self._likely.signs
            near = ((signs[place], float(costs[place])) for place in np.flatnonzero(costs < _ALIKE))
            found += ((sign, far) for sign, far in near if _may_be(heard.text, sign))
        found.sort(key=lambda each: each[1])
        if len(self._alike) < _REMEMBERED:
            self._alike[heard] = found
        return found

    @cached_property
    def _chart(self) -> Chart:
        return Chart(self._likely.signs)

    @cached_property
    def _likely(self) -> Likely:
        return Likely(sayings(self._home))


def _may_be(heard: str, sign: str) -> bool:
    """Whether one may have been written for the other: people mean what they count."""
    return heard != sign and not {heard, sign} <= NUMERALS


def _followed(ways: Iterable[_Way]) -> list[_Way]:
    """The best ways, at most two of those that the next syllable cannot tell apart."""
    kept: list[_Way] = []
    known: dict[str, int] = {}
    for way in nlargest(3 * _BEAM, ways, key=lambda each: each.worth):
        known[way.behind] = known.get(way.behind, 0) + 1
        if known[way.behind] <= 2:
            kept.append(way)
    return kept[:_BEAM]
