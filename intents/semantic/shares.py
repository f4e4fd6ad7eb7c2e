"""How likely each sense is, and what follows: the likeliest, and whether the home is meant at all."""

from collections import defaultdict
from collections.abc import Mapping, Sequence

from intents.semantic.senses import SENSES

_FAINT = 0.03
"""Senses less likely than this are not considered."""
_RIVAL = 0.25
"""Nor are those of the same intent that are so much less likely than the first: darker is not brighter."""


def likeliest(probabilities: Mapping[str, float]) -> tuple[tuple[str, ...], float]:
    """The senses of the likeliest intent, likeliest first, and how likely it is."""
    return next(iter(ranked(probabilities)), (tuple(SENSES)[:1], 0.0))


def ranked(probabilities: Mapping[str, float]) -> list[tuple[tuple[str, ...], float]]:
    """The senses of each intent, likeliest first, and how likely it is; the likeliest intent first."""
    intents: dict[str, list[str]] = defaultdict(list)
    for sense in sorted(probabilities.keys() & SENSES.keys(), key=lambda each: -probabilities[each]):
        intents[SENSES[sense].intent].append(sense)
    shares = {name: sum(probabilities[each] for each in senses) for name, senses in intents.items()}
    return [
        (_near(intents[name], probabilities), shares[name])
        for name in sorted(intents, key=lambda each: -shares[each])
    ]


def _near(senses: Sequence[str], probabilities: Mapping[str, float]) -> tuple[str, ...]:
    """The first of them, and those that are not much less likely."""
    least = max(_FAINT, _RIVAL * probabilities[senses[0]])
    return (senses[0], *(each for each in senses[1:] if probabilities[each] >= least))


def concern(shares: Mapping[str, float]) -> float:
    """How likely it is that the home is meant at all."""
    return sum(share for sense, share in shares.items() if sense in SENSES)


_ASKED = {
    "reminder_set": "reminder_query", "reminder_remove": "reminder_query",
    "alarm_set": "alarm_query", "alarm_remove": "alarm_query",
    "list_add": "list_query", "list_remove": "list_query",
    "timer_set": "timer_query", "timer_cancel": "timer_query",
}  # fmt: skip


def asked(shares: Mapping[str, float]) -> Mapping[str, float]:
    """The senses of a question: one about what could be changed asks how it is."""
    moved: dict[str, float] = defaultdict(float)
    for sense, share in shares.items():
        moved[_ASKED.get(sense, sense)] += share
    return moved
