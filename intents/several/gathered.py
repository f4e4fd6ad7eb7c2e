"""What is asked for in one breath, put together: on one day, and at the time that it begins with."""

import re
from collections.abc import Mapping, Sequence

from intents.asking import READ_ONLY
from intents.reservation import waits
from intents.resolve import is_about_home
from intents.several.merged import merged
from intents.several.one_day import of_one_day
from intents.vocabulary import Intent, Match, Scalar

Slots = Mapping[str, Scalar | tuple[Scalar, ...]]

_ORDER = "conversation_command"
_NOW = re.compile(
    r"\b(?:now|straight ?away|immediately|first|before)\b|现在|马上|立刻|先|这就|赶紧", re.IGNORECASE
)


def gathered(parts: Sequence[str], matches: Sequence[Match], language: str) -> tuple[Intent, ...]:
    """The intents of the parts, one after the other."""
    timed = then(parts, matches, language)
    return of_one_day(merged(timed), language)


def then(parts: Sequence[str], matches: Sequence[Match], language: str) -> tuple[Intent, ...]:
    """Each to wait for the time that all of it begins with: "at ten turn this off and lock the door"."""
    when = _leading(parts[0], matches[0])
    intents: list[Intent] = []
    for part, match in zip(parts, matches, strict=True):
        now = _NOW.search(part) or waits(part, language)
        waiting = when and not now and all(map(_may_wait, match.intents))
        order = Intent("HassStartTimer", {**when, _ORDER: part})
        intents.extend((order,) if waiting and part is not parts[0] else match.intents)
    return tuple(intents)


def _leading(part: str, match: Match) -> Slots:
    """The time that an order begins with; nothing where it begins with none."""
    slots = match.intents[0].slots
    order, said = str(slots.get(_ORDER, "")), part.rstrip(" .!。！").casefold()
    leads = order and said.endswith(order.casefold()) and len(order) < len(said)
    return {slot: value for slot, value in slots.items() if slot != _ORDER} if leads else {}


def _may_wait(intent: Intent) -> bool:
    return is_about_home(intent) and intent.name not in READ_ONLY
