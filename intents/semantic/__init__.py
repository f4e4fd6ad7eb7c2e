"""The third path: what requests mean that no pattern has the words of, by what they are like."""

import re
from collections.abc import Mapping
from dataclasses import replace
from functools import lru_cache

from intents.acts import Candidate
from intents.asking import is_question
from intents.home import Home
from intents.narrow import Narrower
from intents.recognize import WILD
from intents.semantic.called import called
from intents.semantic.paraphrase import Encode, Head, shipped
from intents.semantic.proposal import Proposal
from intents.semantic.proposer import Proposer
from intents.semantic.senses import LOOKING, SENSES
from intents.semantic.shares import asked, concern, likeliest, ranked
from intents.semantic.threshold import Thresholds
from intents.semantic.unlike import is_a_word, is_watched
from intents.target import Unresolved
from intents.vocabulary import Context, Intent, Match, Route

LONGEST = 200
"""Characters; what is longer is a story and no request."""
_SWAPPED = frozenset({"HassMediaNext", "HassMediaPause", "HassMediaPlayerMute"})
"""What a wish for something else is like: 不听这个了，换林忆莲的."""
_NAMED = 0.8  # confidence in music whose names are all known
_CHECKED = frozenset({"HassBroadcast", "HassListAddItem", "HassListCompleteItem", "HassShoppingListAddItem"})
"""Intents whose patterns have verbs of many uses: one adds, puts and broadcasts more than a home knows of."""

_ALIKE = {
    "HassShoppingListAddItem": "HassListAddItem",
    "HassShoppingListCompleteItem": "HassListCompleteItem",
    "ClearList": "HassListCompleteItem",
}
"""Intents that have no sense of their own, and whose sense they have."""
_PLAIN = frozenset({
    "CarLocation", "CarRange", "FindPhone", "GetHeartRate", "GetSteps", "HassCancelTimer",
    "HassClimateGetTemperature", "HassStartTimer", "HassTimerStatus", "HassVacuumReturnToBase", "Repeat",
    "SnoozeAlarm",
})  # fmt: skip
"""Intents whose patterns leave no doubt: what is to be done in ten seconds is like doing it now."""
_INTENTS = (frozenset(sense.intent for sense in SENSES.values()) | _ALIKE.keys() | _CHECKED) - _PLAIN

_NEXT = re.compile("下一?[首曲]")
_LIST_ZH = re.compile("购物[清车]?单|采购单|买菜单|待办|清单")
"""A list that is named leaves no doubt."""
_REMEMBERED = 16
"""Texts whose senses are remembered: one request is asked about more than once."""
_CHOICES = 5
"""Intents that a language model may choose among; more confuse a small one."""
_FEW = 4
"""Characters that sound like so much that what they are like counts as well: 好冷啊 is not 好了."""
_WRITTEN = re.compile(r"[<>{}\[\]=_\\|`;]|\w\(")
"""Signs of markup and code, which nobody says."""


class Semantic:
    """Understands what is like the examples it learned from; pure computation, for a worker thread."""

    def __init__(
        self, home: Home, encode: Encode, head: Head | None = None, thresholds: Thresholds | None = None
    ) -> None:
        """Understand requests to `home`; `encode` tells what a text is like, `head` what that means."""
        self._thresholds = thresholds or Thresholds()
        self._encode = encode
        self._head = head or shipped()
        self._narrower = Narrower(home)
        self._proposer = Proposer(home, self._narrower)
        self._reckoned = lru_cache(_REMEMBERED)(self._reckon)

    def warm(self) -> None:
        """Load now what is loaded at first use."""
        self.recognize("let there be light", "en", Context())

    def recognize(self, text: str, language: str, context: Context) -> Match | None:
        """What is meant, if that is likely enough; incomplete where the words do not say what to do it to."""
        proposal = self.proposal(text, language, context)
        if proposal is None:
            return None
        pointed = proposal.bar == "agreed"
        if pointed and self._narrower.only_names(text):  # who only says "lights" may mean anything
            return replace(proposal.match, sure=False)
        if proposal.passes(self._thresholds):
            return proposal.match
        asks = pointed and proposal.match.confidence >= self._thresholds.asking
        return replace(proposal.match, sure=False) if asks else None

    def proposal(self, text: str, language: str, context: Context) -> Proposal | None:
        """What is meant if anything is, however unlikely."""
        if not _is_readable(text, language) or not any(map(str.isalpha, text)):
            return None
        if language == "zh" and (is_watched(text) or self._is_a_name(text)):
            return None
        return self._proposer.propose(*likeliest(self._apt(text, language)), text, language, context)

    def possible(self, text: str, language: str, context: Context) -> tuple[Candidate, ...]:
        """What may be meant by words that are too unlike the examples, likeliest first."""
        if not _is_readable(text, language) or self.concern(text) < self._thresholds.doubted:
            return ()
        found = ranked(self._apt(text, language))[:_CHOICES]
        made = [
            Candidate(called(senses[0], language), each.match.intents[0], complete=each.match.complete)
            for senses, likely in found
            if likely >= self._thresholds.possible
            and (each := self._proposer.propose(senses, likely, text, language, context))
            and each.match.intents[0].name in (SENSES[senses[0]].intent, *LOOKING)
        ]
        return tuple({each.label: each for each in made}.values())

    def _apt(self, text: str, language: str) -> Mapping[str, float]:
        """How likely each sense is for words of this kind: a question asks."""
        return asked(self.shares(text)) if is_question(text, language) else self.shares(text)

    def _is_a_name(self, text: str) -> bool:
        """Whether it is one word, and none for a thing."""
        return is_a_word(text) and not self._narrower.only_names(text)

    def concern(self, text: str) -> float:
        """How likely it is that anything is asked for that a home can do."""
        return concern(self.shares(text)) if len(text) <= LONGEST else 0.0

    def shares(self, text: str) -> Mapping[str, float]:
        """How likely each sense is."""
        return self._reckoned(text)

    def _reckon(self, said: str) -> Mapping[str, float]:
        return self._head.probabilities(said, self._encode(said))

    def doubts(self, match: Match, text: str) -> bool:
        """Whether words were free or few, and the whole is like something else, or like no request."""
        if match.route is Route.REPAIRED and len(text) <= _FEW:
            return self._denies(match, self.shares(text))
        if match.intents[0].name == "HassMediaNext" and _NEXT.search(text):
            return False  # whatever it is like, it is said
        if (
            match.confidence > WILD
            or is_a_word(text)
            or not any(_is_known(intent) for intent in match.intents)
        ):
            return False
        shares = self.shares(text)
        checked = any(intent.name in _CHECKED for intent in match.intents) and not _LIST_ZH.search(text)
        return (checked and concern(shares) < self._thresholds.doubted) or self._denies(match, shares)

    def _denies(self, match: Match, shares: Mapping[str, float]) -> bool:
        """Whether something else is likely enough that free words may be taken for it."""
        if len(match.intents) > 1:
            return False
        senses, likely = likeliest(shares)
        other = SENSES[senses[0]].intent != _ALIKE.get(match.intents[0].name, match.intents[0].name)
        if (
            SENSES[senses[0]].intent in _SWAPPED
            and "artist" in match.intents[0].slots
            and match.confidence >= _NAMED
        ):
            return False
        return other and likely >= self._thresholds.denied


def _is_known(intent: Intent) -> bool:
    """Whether the head can tell anything about it."""
    return intent.name in _INTENTS


def _is_readable(text: str, language: str) -> bool:
    """Whether somebody may have said it, in a language that there are examples of."""
    return language in ("en", "zh") and 0 < len(text.strip()) <= LONGEST and not _WRITTEN.search(text)


def missing(match: Match) -> Unresolved:
    """What an incomplete match lacks: it was not said which device, or how to answer is not known."""
    intent = match.intents[0]
    known = {slot: str(intent.slots[slot]) for slot in ("domain", "area") if intent.slots.get(slot)}
    return Unresolved("unknown_intent" if intent.name in LOOKING else "not_said", known)
