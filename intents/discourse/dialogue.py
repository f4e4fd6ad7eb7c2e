"""What was said and done lately, and what answer is awaited; frozen, bounded, and soon forgotten."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Literal

from intents.asking import READ_ONLY
from intents.vocabulary import Match, Scalar

FORGOTTEN_S = 300.0
"""Seconds of silence after which "it" refers to nothing any more."""
MOST = 6
"""Exchanges that are remembered."""
MOST_ASKED = 2
"""Times that the same question is put."""


@dataclass(frozen=True, slots=True)
class Change:
    """What a request changed about one thing."""

    thing: str
    """Id of a device, or of a timer, an alarm or a list: `timer.3`."""
    before: Mapping[str, Scalar]
    """Its state; empty when there was no such thing."""
    after: Mapping[str, Scalar]
    """Its state; empty when there is no such thing any more."""


@dataclass(frozen=True, slots=True)
class Option:
    """One of the things that may be meant."""

    names: tuple[str, ...]
    """Everything it may be called, in any language: its name, its place, how long it runs."""
    slots: Mapping[str, Scalar]
    """What picks it out, in place of the words for what the request is about."""
    seconds: float | None = None
    """How long it was set for, where it is a timer."""


@dataclass(frozen=True, slots=True)
class Asked:
    """A question that Xiaoban put."""

    kind: Literal["sure", "mean", "which", "when", "how_long", "what"]
    """What is missing: a yes before something risky, a yes to a guess, one of several, a time …"""
    match: Match
    """What is done once it is answered."""
    options: tuple[Option, ...] = ()
    text: str = ""
    """The request that it was about, as it was said."""
    undo: tuple[Change, ...] = ()
    """What is taken back then, where that was asked for."""
    times: int = 1
    """How often it was put."""


@dataclass(frozen=True, slots=True)
class Exchange:
    """A request and what came of it."""

    text: str
    reply: str
    """As much of it as was heard."""
    language: str
    """ISO 639-1."""
    match: Match | None = None
    things: tuple[str, ...] = ()
    """Ids of the devices, timers … that it was about."""
    changes: tuple[Change, ...] = ()
    talk: bool = False
    """Whether it was answered freely."""
    at: float = 0.0
    """Seconds of the loop's clock."""


@dataclass(frozen=True, slots=True)
class Dialogue:
    """One conversation so far."""

    exchanges: tuple[Exchange, ...] = ()
    """Oldest first."""
    asked: Asked | None = None
    most: int = field(default=MOST, compare=False)
    """Exchanges that are kept."""

    def at(self, now: float) -> "Dialogue":
        """The same, seen at a time of the loop's clock: after a long silence nothing is left."""
        kept = tuple(each for each in self.exchanges if now - each.at < FORGOTTEN_S)
        return replace(self, exchanges=kept, asked=self.asked if kept == self.exchanges else None)

    def then(self, exchange: Exchange, asked: Asked | None = None) -> "Dialogue":
        """With one more exchange, which may have ended in a question."""
        kept = (*self.exchanges, exchange)[-self.most :] if self.most else ()
        return replace(self, exchanges=kept, asked=asked)

    def heard(self, reply: str) -> "Dialogue":
        """With what was really heard of the last reply."""
        if not self.exchanges:
            return self
        *before, last = self.exchanges
        return replace(self, exchanges=(*before, replace(last, reply=reply)))

    def anew(self) -> "Dialogue":
        """Nothing was said or done before."""
        return replace(self, exchanges=())

    def unasked(self) -> "Dialogue":
        """No answer is awaited any more."""
        return replace(self, asked=None)

    @property
    def last(self) -> Exchange | None:
        """The exchange before this request."""
        return self.exchanges[-1] if self.exchanges else None

    @property
    def understood(self) -> Exchange | None:
        """The last request that was understood."""
        return next((each for each in reversed(self.exchanges) if each.match and _is_new(each.match)), None)

    @property
    def deed(self) -> Exchange | None:
        """The last request that did not only look something up, whether it changed anything or not."""
        return next((each for each in reversed(self.exchanges) if each.match and _is_deed(each.match)), None)

    @property
    def history(self) -> tuple[tuple[str, str], ...]:
        """What was talked about on either side, oldest first.

        Replies about deeds are not in it: a small model takes them for a manner of speaking, and claims some.
        """
        return tuple((each.text, each.reply) for each in self.exchanges if each.match is None)


def _is_deed(match: Match) -> bool:
    return any(intent.name not in READ_ONLY for intent in match.intents)


def _is_new(match: Match) -> bool:
    """Whether it asks for something of its own, and does not only take back or repeat."""
    return any(
        intent.name not in ("Undo", "Repeat", "HassNevermind", "Stop", "Leave") for intent in match.intents
    )
