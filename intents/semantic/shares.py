"""How likely each sense is, and what follows: the likeliest, and whether the home is meant at all."""

from collections import defaultdict
from collections.abc import Mapping

from intents.semantic.senses import SENSES

_FAINT = 0.03
"""Senses less likely than this are not considered."""
_RIVAL = 0.25
"""Nor are those of the same intent that are so much less likely than the first: darker is not brighter."""


def likeliest(probabilities: Mapping[str, float]) -> tuple[tuple[str, ...], float]:
    """The senses of the likeliest intent, likeliest first, and how likely it is."""
    ours = {sense: share for sense, share in probabilities.items() if sense in SENSES}
    if not ours:
        return tuple(SENSES)[:1], 0.0
    intents: dict[str, float] = defaultdict(float)
    for sense, share in ours.items():
        intents[SENSES[sense].intent] += share
    best = max(intents, key=lambda name: intents[name])
    likely = sorted((each for each in ours if SENSES[each].intent == best), key=lambda each: -ours[each])
    return (
        likely[0],
        *(each for each in likely[1:] if ours[each] >= max(_FAINT, _RIVAL * ours[likely[0]])),
    ), intents[best]


def concern(shares: Mapping[str, float]) -> float:
    """How likely it is that the home is meant at all."""
    return sum(share for sense, share in shares.items() if sense in SENSES)


_ASKED = {
    "reminder_set": "reminder_query", "reminder_remove": "reminder_query",
    "alarm_set": "alarm_query", "alarm_remove": "alarm_query",
    "list_add": "list_query", "list_remove": "list_query",
}  # fmt: skip


def asked(shares: Mapping[str, float]) -> Mapping[str, float]:
    """The senses of a question: one about what could be changed asks how it is."""
    moved: dict[str, float] = defaultdict(float)
    for sense, share in shares.items():
        moved[_ASKED.get(sense, sense)] += share
    return moved
