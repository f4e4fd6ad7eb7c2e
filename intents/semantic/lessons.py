"""Learning on the device: from a handful of explained sentences to a head that has understood them."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import chain

import numpy as np

from intents.semantic.paraphrase import Head, Taught, Vector, nearness
from intents.semantic.senses import SENSES, Sense
from intents.vocabulary import Intent

_MARGIN = 7.0
"""How much higher a sense must score than every other at the sentence itself."""
_SAME = 0.999
"""From this on two sentences are one, and the later explanation holds."""
_STIFFNESS = 0.05
"""How far what is taught may be missed where explanations contradict each other."""


@dataclass(frozen=True, slots=True, eq=False)
class Example:
    """A sentence, and what somebody said that it means."""

    text: str
    embedding: Vector
    meaning: Intent | None
    """None where it was no request to the home."""


def learnable(meaning: Intent | None) -> bool:
    """Whether the semantic layer has a sense for it."""
    return meaning is None or any(_says(sense, meaning) for sense in SENSES.values())


def retrained(head: Head, examples: Sequence[Example]) -> Head:
    """The head with what the examples teach; elsewhere it judges as before. Takes milliseconds.

    :raises ValueError: an example means what no sense has; ask `learnable` first.
    """
    if not examples:
        return head
    lessons = [(head.place(each.embedding), _delta(head, each)) for each in examples]
    known = zip(head.taught.places, head.taught.deltas, strict=True) if head.taught else ()
    places, deltas = _settled(chain(known, lessons))
    pull = nearness(places, places) + _STIFFNESS * np.eye(len(places), dtype=np.float32)
    corrections = np.linalg.solve(pull, deltas).astype(np.float32)
    return replace(head, taught=Taught(places, deltas, corrections))


def _settled(lessons: Iterable[tuple[Vector, Vector]]) -> tuple[Vector, Vector]:
    """Places and what they lack, each place once."""
    kept: list[tuple[Vector, Vector]] = []
    for place, delta in lessons:
        kept = [each for each in kept if float(each[0] @ place) < _SAME]
        kept.append((place, delta))
    places, deltas = zip(*kept, strict=True)
    return np.array(places), np.array(deltas)


def _delta(head: Head, example: Example) -> Vector:
    """What the scores of the untaught head lack for the example."""
    scores = replace(head, taught=None).scores(example.text, example.embedding)
    wanted = head.senses.index(_sense(head.senses, scores, example.meaning))
    others = np.delete(scores[:-1], wanted).max(initial=0.0)
    delta = np.zeros_like(scores)
    delta[wanted] = max(0.0, others + _MARGIN - scores[wanted])
    delta[-1] = _gate(float(scores[-1]), concerned=example.meaning is not None)
    return delta


def _gate(score: float, *, concerned: bool) -> float:
    return max(0.0, _MARGIN - score) if concerned else min(0.0, -_MARGIN - score)


def _sense(senses: Sequence[str], scores: Vector, meaning: Intent | None) -> str:
    """The likeliest of the senses that have this meaning."""
    fit = [each for each in senses if (_says(SENSES[each], meaning) if each in SENSES else meaning is None)]
    if not fit:
        raise ValueError(f"no sense means {meaning.name if meaning else 'nothing'}; see intents/senses.py")
    return max(fit, key=lambda each: float(scores[senses.index(each)]))


def _says(sense: Sense, meaning: Intent | None) -> bool:
    """Whether it is this intent, of this domain and direction where both say one."""
    if meaning is None or sense.intent != meaning.name:
        return False
    said = {**sense.slots, **({"domain": sense.domain} if sense.domain else {})}
    return all(meaning.slots.get(slot, value) == value for slot, value in said.items())
