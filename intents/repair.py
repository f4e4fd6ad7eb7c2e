"""The second path: requests that recognition misspelled, understood by what they sound like."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import groupby

from zhconv import convert  # type: ignore[import-untyped]  # ships no types

from intents.asking import READ_ONLY, is_question
from intents.heard import Sound, sounds
from intents.home import Home
from intents.recognize import Recognizer
from intents.resolve import is_about_home, resolve
from intents.rewrite import Piece, Rewriter, Rewriting
from intents.sayable import sayable
from intents.script import base, is_han
from intents.target import Unresolved
from intents.vocabulary import Context, Effect, Intent, Match, Route

LONGEST = 40
"""Syllables; what is longer is no command."""
SHORTEST = 2
CONSIDERED = 12
"""Rewritings that are looked at."""


_ACTING = 0.15
"""The most that a rewriting may cost for each syllable that was heard, where something would be done."""
_READING = 0.2
"""The same, where something would only be looked up."""
_SHORT = {2: 0.08, 3: 0.1, 4: 0.17}
"""The same for requests of so few syllables that many words sound like them."""
_LITERAL = 0.32
"""The most that the words between names and numbers, the verb above all, may cost for each syllable."""


@dataclass(frozen=True, slots=True)
class _Reading:
    """A rewriting and what it would do."""

    rewriting: Rewriting
    match: Match
    effects: tuple[Effect | Intent, ...]
    """What would be done in the home; the intent itself where it is about something else."""


class Repairer:
    """Understands what sounds like a request that the patterns of this home understand.

    It answers only where nothing else is about as near; pure computation, for a worker thread.
    """

    def __init__(self, home: Home, recognizer: Recognizer) -> None:
        """Repair requests to `home`; `recognizer` says what the repaired words mean."""
        self._home = home
        self._recognizer = recognizer
        self._rewriter = Rewriter(home, sayable("zh"))

    def warm(self) -> None:
        """Build now what is built at first use."""
        self.recognize("大开等", "zh", Context())

    def recognize(self, text: str, language: str, context: Context) -> Match | None:
        """What the words would mean, had they been written as they were said; None when that is doubtful."""
        if len(text) > 3 * LONGEST or not (base(language) == "zh" or is_han(text)):
            return None
        heard = sounds(convert(text, "zh-cn"))
        if not SHORTEST <= len(heard) <= LONGEST:
            return None
        return _clearest(list(self._readings(heard, text, context)), len(heard))

    def _readings(self, heard: tuple[Sound, ...], text: str, context: Context) -> Iterator[_Reading]:
        """The nearest rewriting that means something here, and those that are about as near."""
        question = is_question(text, "zh")
        nearest: Rewriting | None = None
        said: set[tuple[object, ...]] = set()
        for each in self._rewriter.rewritings(heard, CONSIDERED):
            if nearest and not _is_rival(each, nearest):
                return
            if each.meaning in said:
                continue
            match = self._recognizer.recognize(each.text + "？" * question, "zh", context)
            effects = self._effects(match, context) if match else ()
            if match and effects:
                nearest = nearest or each
                said.add(each.meaning)
                yield _Reading(each, match, effects)

    def _effects(self, match: Match, context: Context) -> tuple[Effect | Intent, ...]:
        """Everything that would be done; nothing unless all of it can be done here."""
        effects: list[Effect | Intent] = []
        for intent in match.intents:
            done = resolve(intent, self._home, context) if is_about_home(intent) else (intent,)
            if isinstance(done, Unresolved):
                return ()
            effects += done
        return tuple(effects)


def _is_rival(other: Rewriting, nearest: Rewriting) -> bool:
    """Whether another rewriting is about as near as the nearest."""
    return other.cost < 1.12 * nearest.cost + 0.05


def _clearest(readings: list[_Reading], syllables: int) -> Match | None:
    if not readings:
        return None
    first = readings[0]
    acts = any(intent.name not in READ_ONLY for intent in first.match.intents)
    rate = first.rewriting.cost / syllables
    limit = min(_ACTING if acts else _READING, _SHORT.get(syllables, 1.0))
    if rate > limit or any(each.effects != first.effects for each in readings[1:]):
        return None
    if acts and any(cost > _LITERAL * length for cost, length in _literal_runs(first.rewriting.pieces)):
        return None
    confidence = round(first.match.confidence * (1 - rate), 3)
    return Match(first.match.intents, confidence, Route.REPAIRED, "zh")


def _literal_runs(pieces: Iterable[Piece]) -> Iterator[tuple[float, int]]:
    """Cost and syllables of the words between the names, values and numbers."""
    for literal, run in groupby(pieces, key=lambda piece: piece.literal):
        words = list(run)
        if literal:
            yield sum(piece.cost for piece in words), sum(piece.syllables for piece in words)
