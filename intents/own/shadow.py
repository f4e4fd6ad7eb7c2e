"""Sentences of a home's own that will never be heard, because they mean something without them."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice

from hassil.expression import (
    Alternative,
    Expression,
    ListReference,
    Permutation,
    RuleReference,
    Sequence,
    TextChunk,
)
from hassil.intents import Intents, RangeSlotList, TextSlotList
from hassil.parse_expression import parse_sentence

from intents.home import Home
from intents.own import Own
from intents.own.file import OwnFile
from intents.recognize import Recognizer
from intents.script import SQUEEZED
from intents.vocabulary import Context

SAMPLES = 8
"""Ways to say one sentence that are tried."""
MOST = 3000
"""Tries for one file."""


@dataclass(frozen=True, slots=True)
class Shadow:
    """A sentence, and what it means already."""

    line: int
    said: str
    own: str
    """The intent that it was meant for."""
    taken: str
    """The intent that takes it."""


def shadows(file: OwnFile, home: Home) -> Iterator[Shadow]:
    """Each sentence of which a way to say it is understood as another intent; the first such way."""
    recognizer = Recognizer(home, (file.language,))
    intents = Own([file]).templates(file.language)[0]
    tries = MOST
    for line, name, sentence in file.sentences:
        template = "".join(sentence.split()) if file.language in SQUEEZED else sentence
        for said in islice(_ways(parse_sentence(template).expression, intents), min(SAMPLES, tries)):
            tries -= 1
            match = recognizer.recognize(said, file.language, Context())
            if match and match.intents[0].name != name:
                yield Shadow(line, " ".join(said.split()), name, match.intents[0].name)
                break


def _ways(expression: Expression, intents: Intents) -> Iterator[str]:
    """Ways to say it, as they come; nothing where anything may be said."""
    match expression:
        case TextChunk():
            yield expression.original_text
        case Alternative():
            for item in expression.items:
                yield from _ways(item, intents)
        case Sequence() | Permutation():
            yield from _in_turn(expression.items, intents)
        case RuleReference():
            yield from _ways(intents.expansion_rules[expression.rule_name].expression, intents)
        case ListReference():
            yield from _values(expression, intents)


def _in_turn(items: list[Expression], intents: Intents) -> Iterator[str]:
    if not items:
        yield ""
        return
    for first in _ways(items[0], intents):
        for rest in _in_turn(items[1:], intents):
            yield first + rest


def _values(reference: ListReference, intents: Intents) -> Iterator[str]:
    values = intents.slot_lists.get(reference.list_name)
    if isinstance(values, TextSlotList):
        for value in values.values:
            yield from _ways(value.text_in, intents)
    elif isinstance(values, RangeSlotList):
        yield str(values.start)
