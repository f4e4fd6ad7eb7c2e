"""A home's own intents in words that recognition misspelled: the nearest sentence, when it is near enough."""

from collections.abc import Mapping

from intents.home import Home
from intents.own import Own
from intents.recognize import LONGEST, Recognizer
from intents.repair import Repairer
from intents.repair.nearest import FARTHEST, Near, Nearest
from intents.repair.sayable import Sayable
from intents.script import SQUEEZED, base
from intents.vocabulary import Context, Match, Route

CONSIDERED = 6
"""Sentences that are looked at."""
_AS_NEAR = 0.002
"""What another meaning must cost more, or it is not known which is meant."""


class OwnRepairer:
    """Understands what sounds like a sentence of the home's own; pure computation, for a worker thread."""

    def __init__(self, home: Home, recognizer: Recognizer, own: Own) -> None:
        """Repair to the sentences of `own`; `recognizer`, which knows them, says what they mean."""
        self._recognizer = recognizer
        self._own = own
        self._squeezed: Mapping[str, tuple[Repairer, ...]] = {
            language: tuple(
                Repairer(home, recognizer, Sayable(each, language)) for each in own.templates(language)
            )
            for language in SQUEEZED
        }
        self._nearest: dict[str, tuple[Nearest, ...]] = {}

    def warm(self) -> None:
        """Build now what is built at first use."""
        self.recognize("a late", "en", Context())

    def recognize(self, text: str, language: str, context: Context) -> Match | None:
        """What the words would mean, had they been written as they were said; None when that is doubtful."""
        language = base(language)
        if len(text) > LONGEST or not self._own:
            return None
        if language in SQUEEZED:
            found = (each.recognize(text, language, context) for each in self._squeezed[language])
            return next((match for match in found if match), None)
        return self._by_sound(text, language, context) if language == "en" else None

    def _by_sound(self, text: str, language: str, context: Context) -> Match | None:
        near = [each for nearest in self._sounds(language) for each in nearest.sentences(text, CONSIDERED)]
        nearest: tuple[Near, Match] | None = None
        for each in sorted(near, key=lambda one: one.cost):
            if each.cost > (nearest[0].cost + _AS_NEAR if nearest else FARTHEST):
                break
            match = self._recognizer.recognize(each.text, language, context)
            if match and nearest and match.intents != nearest[1].intents:
                return None
            nearest = nearest or (match and (each, match)) or None
        return _repaired(*nearest) if nearest else None

    def _sounds(self, language: str) -> tuple[Nearest, ...]:
        if language not in self._nearest:
            own = self._own.templates(language)
            self._nearest[language] = tuple(Nearest(Sayable(each, language), language) for each in own)
        return self._nearest[language]


def _repaired(near: Near, match: Match) -> Match:
    confidence = round(match.confidence * (1 - near.cost), 3)
    return Match(match.intents, confidence, Route.REPAIRED, match.language)
