"""One request, where and when it was made, and what understands its words alone."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Protocol

from intents.discourse.dialogue import Dialogue, Exchange
from intents.home import Home
from intents.home.mention import Mentions
from intents.resolve import resolve
from intents.target import Unresolved
from intents.vocabulary import Context, Intent, Match, Route

REACH = 3
"""Exchanges back that "it" reaches."""
UNDO = Intent("Undo")
"""Takes back what the last request that changed anything did."""
NOT_REPEATED = frozenset({"Undo", "Repeat", "HassNevermind", "Stop"})
"""Intents that are about the conversation and ask for nothing of their own."""


class Layers(Protocol):
    """What understands a request that stands on its own: `intents.layers.Layers`."""

    def recognize(self, text: str, language: str, context: Context) -> Match | None:
        """What the words mean."""


@dataclass(frozen=True, slots=True)
class Situation:
    """What a request is understood from."""

    home: Home
    mentions: Mentions
    layers: Layers
    text: str
    language: str
    context: Context
    dialogue: Dialogue

    def alone(self, text: str) -> Match | None:
        """What words mean by themselves."""
        return self.layers.recognize(text, self.language, self.context)

    def worded(self, text: str) -> Match | None:
        """What words say by themselves, all of it, so that nothing is guessed."""
        match = self.alone(text) if text else None
        return match if match and is_worded(match) else None

    def stated(self, text: str) -> Intent | None:
        """The one intent of words that were put together here, which nobody can have misheard."""
        match = self.alone(text)
        plain = match is not None and match.complete and match.route is Route.FAST
        return match.intents[0] if match and plain and len(match.intents) == 1 else None

    def meant(self, intents: Iterable[Intent], *, complete: bool = True) -> Match | None:
        """These as what is meant; None when there are none."""
        found = tuple(intents)
        return Match(found, 1.0, Route.FAST, self.language, complete) if found else None

    def possible(self, intent: Intent, things: Iterable[str]) -> bool:
        """Whether any of these devices can do it."""
        effects = resolve(intent, self.home, self.context)
        found = () if isinstance(effects, Unresolved) else effects
        return not {effect.device for effect in found}.isdisjoint(things)

    def locks(self, intent: Intent) -> bool:
        """Whether it would open or shut a lock."""
        effects = resolve(intent, self.home, self.context)
        found = () if isinstance(effects, Unresolved) else effects
        return any(effect.command in ("lock", "unlock") for effect in found)

    def recent(self) -> Iterator[Exchange]:
        """The last few that were about something, the newest first."""
        found = [each for each in reversed(self.dialogue.exchanges) if each.things]
        return iter(found[:REACH])


def is_worded(match: Match) -> bool:
    """Whether the words said all of it."""
    return match.complete and match.route in (Route.FAST, Route.REPAIRED)


def repeatable(match: Match) -> list[Intent]:
    """What it asked for of its own."""
    return [intent for intent in match.intents if intent.name not in NOT_REPEATED]
