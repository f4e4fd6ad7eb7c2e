"""Everything that the templates of a language can say, as one automaton over words, names and numbers."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache, cached_property
from itertools import permutations
from typing import Any

from hassil import Intents
from hassil.expression import (
    Alternative,
    Expression,
    Group,
    ListReference,
    Permutation,
    RuleReference,
    Sentence,
    Sequence,
    TextChunk,
)
from hassil.intents import IntentData, RangeSlotList, TextSlotList

from intents.repair.label import Anything, Label, Named, Number, Word
from intents.script import squeeze
from intents.templates import templates

State = frozenset[int]
"""A set of places in the templates."""

_POLITE: Mapping[str, tuple[str, ...]] = {
    "zh": (
        "请",
        "你",
        "您",
        "帮我",
        "麻烦",
        "给我",
        "我想",
        "我要",
        "能不能",
        "可以",
        "小伴",
        "那个",
        "现在",
        "就是",
    )
}
_TAILS: Mapping[str, tuple[str, ...]] = {"zh": ("吧", "好吗", "谢谢", "可以吗", "一下", "好不好", "行吗")}
_AND: Mapping[str, tuple[str, ...]] = {"zh": ("，", "然后", "再", "并且", "和", "还有", "顺便", "同时")}
"""What stands around and between requests; the recogniser of patterns knows these and more."""

_FREE = frozenset({"timer_name"})
"""Lists of anything that are worth repairing around; what stands in others may be all there is."""


class Sayable:
    """The automaton; it grows as it is walked."""

    def __init__(self, intents: Intents, language: str) -> None:
        """Everything in `intents`, with courtesies around it, and several requests in a row."""
        self._language = language
        self._steps: dict[int, list[tuple[Label | None, int]]] = defaultdict(list)
        self._ends: dict[int, int] = {}
        self._places = 2
        self._known: dict[State, Mapping[Label, State]] = {}
        self._closed: dict[frozenset[int], State] = {}
        self._start = 0
        self._done = 1
        self._build(intents)

    @property
    def start(self) -> State:
        """Before the first word."""
        return self._closure(frozenset({self._start}))

    @cached_property
    def words(self) -> tuple[Word, ...]:
        """Every literal text."""
        return tuple(label for label in self._labels() if isinstance(label, Word))

    @cached_property
    def named(self) -> tuple[Named, ...]:
        """Every kind of name."""
        return tuple(label for label in self._labels() if isinstance(label, Named))

    @cached_property
    def numbers(self) -> tuple[Number, ...]:
        """Every kind of number."""
        return tuple(label for label in self._labels() if isinstance(label, Number))

    def _labels(self) -> Iterable[Label]:
        steps = (step for steps in self._steps.values() for step in steps)
        return dict.fromkeys(label for label, _ in steps if label is not None)

    def onward(self, state: State) -> Mapping[Label, State]:
        """What may be said next, and where that leads."""
        known = self._known.get(state)
        if known is None:
            reached: dict[Label, set[int]] = defaultdict(set)
            for place in state:
                for label, target in self._steps[place]:
                    if label is not None:
                        reached[label].add(target)
            known = {label: self._closure(frozenset(places)) for label, places in reached.items()}
            self._known[state] = known
        return known

    def ended(self, state: State) -> frozenset[int]:
        """Numbers of the blocks whose sentences may end here; none in the middle of every sentence."""
        return frozenset(self._ends[place] for place in state if place in self._ends)

    def _closure(self, places: frozenset[int]) -> State:
        """The places and all that are reached from them without a word."""
        known = self._closed.get(places)
        if known is None:
            reached, todo = set(places), list(places)
            while todo:
                for label, target in self._steps[todo.pop()]:
                    if label is None and target not in reached:
                        reached.add(target)
                        todo.append(target)
            known = self._closed[places] = frozenset(reached)
        return known

    def _build(self, intents: Intents) -> None:
        body = self._place()
        self._step(self._start, None, body)
        for word in _POLITE.get(self._language, ()):
            self._step(self._start, Word(word, courtesy=True), self._start)
        for intent in intents.intents.values():
            for block in intent.data:
                self._block(_Block(intents, block), body)
        for word in _AND.get(self._language, ()):
            self._step(self._done, Word(word, courtesy=True), body)

    def _block(self, block: "_Block", body: int) -> None:
        end = self._place()
        self._ends[end] = end
        self._step(end, None, self._done)
        for word in _TAILS.get(self._language, ()):
            after = self._place()
            self._step(end, Word(word, courtesy=True), after)
            self._ends[after] = end
        for sentence in block.data.sentences:
            if block.is_repairable(sentence):
                self._step(self._walk(sentence.expression, body, block), None, end)

    def _walk(self, expression: Expression, start: int, block: "_Block") -> int:
        """Add an expression behind a place; the place behind it."""
        match expression:
            case TextChunk():
                text = squeeze(expression.text, self._language)
                end = self._step(start, Word(text), self._place()) if text else start
            case Alternative():
                end = self._join([self._walk(item, start, block) for item in _spoken(expression)])
            case Permutation():
                orders = permutations(expression.items)
                end = self._join([self._in_turn(order, start, block) for order in orders])
            case Sequence():
                end = self._in_turn(expression.items, start, block)
            case RuleReference():
                end = self._walk(block.rule(expression.rule_name), start, block)
            case ListReference():
                end = self._list(expression, start, block)
            case _:
                raise TypeError(f"hassil has templates of a kind that repair does not know: {expression}")
        return end

    def _in_turn(self, items: Iterable[Expression], start: int, block: "_Block") -> int:
        for item in items:
            start = self._walk(item, start, block)
        return start

    def _join(self, ends: Iterable[int]) -> int:
        joint = self._place()
        for end in dict.fromkeys(ends):
            self._step(end, None, joint)
        return joint

    def _list(self, reference: ListReference, start: int, block: "_Block") -> int:
        name = reference.list_name
        if name in ("name", "area", "floor"):
            return self._step(start, block.named(name), self._place())
        values = block.values(name)
        if isinstance(values, RangeSlotList):
            return self._step(start, Number(reference.slot_name, values.start, values.stop), self._place())
        if isinstance(values, TextSlotList):
            return self._values(values, reference.slot_name, start)
        return self._step(start, Anything(), self._place())

    def _values(self, values: TextSlotList, slot: str, start: int) -> int:
        end = self._place()
        for value in values.values:
            for text in _texts(value.text_in):
                self._step(start, Word(squeeze(text, self._language), (slot, value.value_out)), end)
        return end

    def _place(self) -> int:
        self._places += 1
        return self._places

    def _step(self, start: int, label: Label | None, end: int) -> int:
        self._steps[start].append((label, end))
        return end


@dataclass(frozen=True, slots=True)
class _Block:
    """Sentences that share their rules, lists and conditions."""

    intents: Intents
    data: IntentData

    def rule(self, name: str) -> Expression:
        own: Mapping[str, Sentence] = self.data.expansion_rules
        return (own.get(name) or self.intents.expansion_rules[name]).expression

    def values(self, name: str) -> object:
        return self.data.slot_lists.get(name) or self.intents.slot_lists.get(name)

    def named(self, kind: str) -> Named:
        if kind != "name":
            return Named(kind)
        needs, never = self.data.requires_context or {}, self.data.excludes_context or {}
        return Named(
            kind, _set(needs.get("domain")), _set(needs.get("device_class")), _set(never.get("domain"))
        )

    def is_repairable(self, sentence: Sentence) -> bool:
        """Whether what it takes is known, so that a rewriting can be judged by it."""
        expression = sentence.expression
        if not isinstance(expression, Group):
            return True
        rules = {**self.intents.expansion_rules, **self.data.expansion_rules}
        return all(self._is_known(name) for name in expression.list_names(rules))

    def _is_known(self, name: str) -> bool:
        bounded = isinstance(self.values(name), RangeSlotList | TextSlotList)
        return bounded or name in _FREE or name in ("name", "area", "floor")


def _spoken(choice: Alternative) -> list[Expression]:
    """What may be chosen; nothing only where the template says so, since `(hours|)` lets ten be ten hours."""
    said = [item for item in choice.items if not _is_empty(item)]
    return list(choice.items) if choice.is_optional else said


def _is_empty(expression: Expression) -> bool:
    if isinstance(expression, Sequence):
        return all(_is_empty(item) for item in expression.items)
    return isinstance(expression, TextChunk) and expression.is_empty


def _set(wanted: Any) -> frozenset[str]:
    """hassil's conditions are a value, a list of values or `{value: …}`."""
    if isinstance(wanted, Mapping):
        wanted = wanted.get("value")
    if wanted is None or isinstance(wanted, bool):
        return frozenset()
    return frozenset({wanted} if isinstance(wanted, str) else wanted)


def _texts(expression: Expression) -> Iterator[str]:
    """Every way to say a value of a list; these are short and few."""
    match expression:
        case TextChunk():
            yield expression.text
        case Alternative():
            for item in expression.items:
                yield from _texts(item)
        case Sequence():
            yield from _products(expression.items)


def _products(items: list[Expression]) -> Iterator[str]:
    if not items:
        yield ""
        return
    for first in _texts(items[0]):
        for rest in _products(items[1:]):
            yield first + rest


@cache
def sayable(language: str) -> Sayable:
    """What can be said in a language (ISO 639-1)."""
    return Sayable(templates(language), language)
