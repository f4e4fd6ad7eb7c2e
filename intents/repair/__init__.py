"""The second path: requests that recognition misspelled, understood by what they sound like."""

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import partial
from itertools import groupby

from intents.asking import READ_ONLY, is_negated, is_question
from intents.home import Home
from intents.music.heard import loses
from intents.recognize import Recognizer
from intents.repair.heard import sounds
from intents.repair.rewrite import Piece, Rewriter, Rewriting
from intents.repair.sayable import Sayable, sayable
from intents.repair.sound_alike import SoundAlike
from intents.resolve import is_about_home, resolve
from intents.script import base, is_han, simplified
from intents.several.compound import parts
from intents.target import Unresolved
from intents.vocabulary import Context, Effect, Intent, Match, Route

LONGEST = 40
"""Syllables; what is longer is no command."""
MOST = 200
"""Characters of a request."""
SHORTEST = 2
CONSIDERED = 12
"""Rewritings that are looked at."""


_ACTING = 0.15
"""The most that a rewriting may cost for each syllable that was heard, where something would be done."""
_READING = 0.2
"""The same, where something would only be looked up."""
_SHORT = {2: 0.08, 3: 0.1, 4: 0.17}
"""The same for requests of so few syllables that many words sound like them."""
_NAMED = 0.18
"""The same for a name, a value or a number."""
_ALL = 0.1
"""The same for what stands for the whole home."""
_EVERYTHING = frozenset({"全部", "所有", "全屋", "全家", "家里", "整个屋子", "每个", "每一个", "各个房间"})
_AS_NEAR, _NEAR_BY = 1.12, 0.05
"""Other words are about as near below this multiple of the least cost, and this much more."""
_USUAL = ("大开客厅等", "把窗联拉伤", "设一个五分种的计时期", "我是石度多少", "空桥掉到26独")
"""What is repaired beforehand, since the first of each kind is slow."""
_LITERAL = 0.32
"""The most that the words between names and numbers, the verb above all, may cost for each syllable."""


@dataclass(frozen=True, slots=True)
class _Candidate:
    """Other words for the request."""

    text: str
    cost: float
    rate: float
    """Cost for each syllable or word that was heard."""
    acceptable: Callable[[bool], bool]
    """Whether they are near enough, given whether anything would be done."""
    meaning: object
    """Others with the same need not be looked at."""
    absent: bool = False
    """Whether they name something that this home lacks."""


@dataclass(frozen=True, slots=True)
class _Reading:
    """Other words and what they would do."""

    candidate: _Candidate
    match: Match
    effects: tuple[Effect | Intent, ...]
    """What would be done in the home; the intent itself where it is about something else."""

    @property
    def acts(self) -> bool:
        """Whether anything would be changed."""
        return any(intent.name not in READ_ONLY for intent in self.match.intents)


class Repairer:
    """Understands what sounds like a request that the patterns of this home understand.

    It answers only where nothing else is about as near; pure computation, for a worker thread.
    """

    def __init__(self, home: Home, recognizer: Recognizer, said: Sayable | None = None) -> None:
        """Repair requests to `home`; `recognizer` says what the repaired words mean.

        They are words of the templates, or of whatever else may be `said`.
        """
        self._home = home
        self._recognizer = recognizer
        self._chinese = Rewriter(home, said or sayable("zh"))
        self._english = SoundAlike(home)

    def warm(self) -> None:
        """Build now what is built at first use."""
        for text in _USUAL:
            self.recognize(text, "zh", Context())
        self.recognize("turn of the kitten light", "en", Context())

    def recognize(self, text: str, language: str, context: Context) -> Match | None:
        """What the words would mean, had they been written as they were said; None when that is doubtful."""
        if len(text) > MOST:
            return None
        written = "zh" if is_han(text) else base(language)
        nearby = {"zh": self._sounding, "en": self._spelled}.get(written)
        candidates = nearby(text) if nearby else ()
        return _clearest(self._readings(candidates, text, written, context), written)

    def _sounding(self, text: str) -> Iterator[_Candidate]:
        heard = sounds(simplified(text))
        if SHORTEST <= len(heard) <= LONGEST:
            for each in self._chinese.rewritings(heard, CONSIDERED):
                acceptable = partial(_is_near, each, len(heard))
                yield _Candidate(
                    each.text, each.cost, each.cost / len(heard), acceptable, each.meaning, each.absent
                )

    def _spelled(self, text: str) -> Iterator[_Candidate]:
        words = len(text.split())
        if not 0 < words <= LONGEST:
            return
        for cost, wording in self._english.wordings(text, CONSIDERED // 2):
            yield _Candidate(wording, cost, cost / words, lambda _acts: True, wording)

    def _readings(
        self, candidates: Iterable[_Candidate], text: str, language: str, context: Context
    ) -> list[_Reading]:
        """The nearest words that mean something here, and those that are about as near.

        None where something that is not here is about as near: that will be what was meant.
        """
        mark = "？" if is_question(text, language) else ""
        negated = is_negated(text)
        found: dict[object, _Reading] = {}
        nearest: _Candidate | None = None
        for each in candidates:
            if nearest and each.cost >= _AS_NEAR * nearest.cost + _NEAR_BY:
                break
            if each.absent:
                return []
            if is_negated(each.text) != negated or loses(text, each.text):
                continue
            if each.meaning in found:
                continue
            match = self._recognizer.recognize(each.text + mark, language, context)
            effects = self._effects(match, context) if match else ()
            if match and effects and not _is_guessed(match, text):
                nearest = nearest or each
                found[each.meaning] = _Reading(each, match, effects)
        return list(found.values())

    def _effects(self, match: Match, context: Context) -> tuple[Effect | Intent, ...]:
        """Everything that would be done; nothing unless all of it can be done here."""
        effects: list[Effect | Intent] = []
        for intent in match.intents:
            done = resolve(intent, self._home, context) if is_about_home(intent) else (intent,)
            if isinstance(done, Unresolved):
                return ()
            effects += done
        return tuple(effects)


def _clearest(readings: list[_Reading], language: str) -> Match | None:
    """The nearest reading, when it is near enough and those about as near mean the same."""
    if not readings:
        return None
    first = readings[0]
    if _contradicts(first.effects):
        return None
    rivals = any(each.effects != first.effects for each in readings[1:])
    if rivals or not first.candidate.acceptable(first.acts):
        return None
    confidence = round(first.match.confidence * (1 - first.candidate.rate), 3)
    return Match(first.match.intents, confidence, Route.REPAIRED, language)


_RUNG = re.compile("[闹钟铃醒点分早晚]|推迟|提前|延[后迟长]")


def _is_guessed(match: Match, text: str) -> bool:
    """Whether an alarm would be moved, and no word is of one: 调到一半 is not 调早一半."""
    return any(intent.slots.get("latest") for intent in match.intents) and not _RUNG.search(text)


def _contradicts(effects: Iterable[Effect | Intent]) -> bool:
    """Whether the same thing would be switched both ways, as nobody asks in one breath."""
    told = [each for each in effects if isinstance(each, Effect)]
    ways = {(each.device, each.command) for each in told}
    both = (("turn_on", "turn_off"), ("open", "close"), ("lock", "unlock"))
    return any((device, one) in ways and (device, other) in ways for device, _ in ways for one, other in both)


def _is_near(rewriting: Rewriting, syllables: int, acts: bool) -> bool:
    limit = _acting(syllables) if acts else min(_READING, _SHORT.get(syllables, 1.0))
    if rewriting.cost > limit * syllables:
        return False
    if not acts:
        return True
    doubtful = any(piece.rate > _limit(piece) for piece in rewriting.pieces)
    near = all(cost <= _LITERAL * size for cost, size in _literal_runs(rewriting.pieces))
    return near and not doubtful and all(cost <= _acting(size) * size for cost, size in _requests(rewriting))


def _acting(syllables: int) -> float:
    return min(_ACTING, _SHORT.get(syllables, 1.0))


def _requests(rewriting: Rewriting) -> Iterator[tuple[float, int]]:
    """Cost and syllables of each request in one breath: one heard well says nothing of its neighbour."""
    pieces = iter(rewriting.pieces)
    for part in parts(rewriting.text, "zh"):
        taken: list[Piece] = []
        while sum(len(piece.text) for piece in taken) < len(part) and (piece := next(pieces, None)):
            taken.append(piece)
        if taken:
            yield sum(piece.cost for piece in taken), sum(piece.syllables for piece in taken)


def _limit(piece: Piece) -> float:
    if piece.text in _EVERYTHING:
        return _ALL
    return 1.0 if piece.literal else _NAMED


def _literal_runs(pieces: Iterable[Piece]) -> Iterator[tuple[float, int]]:
    """Cost and syllables of the words between the names, values and numbers."""
    for literal, run in groupby(pieces, key=lambda piece: piece.literal):
        words = list(run)
        if literal:
            yield sum(piece.cost for piece in words), sum(piece.syllables for piece in words)
