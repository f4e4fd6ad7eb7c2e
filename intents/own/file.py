"""One file of a home's own intents, in hassil's form, with answers; every mistake is pointed at."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from difflib import get_close_matches
from typing import Annotated, Any

from hassil.expression import Alternative, Expression, Group, ListReference, RuleReference, TextChunk
from hassil.intents import WildcardSlotList
from hassil.parse_expression import parse_sentence
from hassil.parser import ParseError
from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, ValidationError

from intents.own.lined import Lined, LinedError
from intents.own.spoken_answer import SpokenAnswer
from intents.script import base
from intents.templates import templates
from intents.vocabulary import Scalar

LANGUAGES = ("en", "zh", "it")
OF_THE_HOME = frozenset({"name", "area", "floor"})
"""Lists that every home fills itself."""

Texts = Annotated[tuple[str, ...], BeforeValidator(lambda said: [said] if isinstance(said, str) else said)]
Table = dict[str, Any]


class _Part(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class _Value(_Part):
    said: str = Field(alias="in")
    meant: Scalar = Field(alias="out")
    context: Table = {}
    metadata: Table = {}


class _Range(_Part):
    first: int = Field(alias="from")
    last: int = Field(alias="to")
    step: int = Field(1, ge=1)
    type: str = Field("number", pattern="^(number|percentage|temperature)$")


class _List(_Part):
    values: tuple[str | _Value, ...] | None = Field(None, min_length=1)
    range: _Range | None = None
    wildcard: bool = False


class _Block(_Part):
    sentences: Texts = Field(min_length=1)
    slots: dict[str, Scalar] = {}
    response: str | None = None
    requires_context: Table = {}
    excludes_context: Table = {}
    metadata: Table = {}


class _Intent(_Part):
    data: tuple[_Block, ...] = Field(min_length=1)


class _Responses(_Part):
    intents: dict[str, dict[str, Texts]] = {}


class _File(_Part):
    language: str
    intents: dict[Annotated[str, Field(pattern=r"^[A-Za-z]\w*$")], _Intent] = Field(min_length=1)
    lists: dict[str, _List] = {}
    expansion_rules: dict[str, str] = {}
    skip_words: tuple[str, ...] = ()
    responses: _Responses = _Responses()


@dataclass(frozen=True)
class OwnFile:
    """What one file holds, every part of it known to be usable."""

    language: str
    """ISO 639-1."""
    collected: Mapping[str, Any]
    """In hassil's form."""
    answers: Mapping[str, tuple[SpokenAnswer, ...]]
    """Intent name to what may be answered."""
    sentences: tuple[tuple[int, str, str], ...]
    """Line, intent and template of every sentence."""


def read_own(text: str) -> OwnFile:
    """The intents in the text of a file. :raises LinedError: the first mistake, with its line."""
    lined = Lined(text)
    try:
        file = _File.model_validate(lined.value)
    except ValidationError as error:
        raise _explained(error, lined) from None
    if base(file.language) not in LANGUAGES:
        known = ", ".join(LANGUAGES)
        raise LinedError(lined.line(["language"]), f"language '{file.language}' is none of: {known}")
    return _Checked(file, lined).result()


def _explained(error: ValidationError, lined: Lined) -> LinedError:
    # An unknown key first, since it makes others look missing; then what is most precise.
    first = min(error.errors(), key=lambda each: (each["type"] != "extra_forbidden", -len(each["loc"])))
    place = _steps(first["loc"])
    message = first["msg"]
    if first["type"] == "extra_forbidden":
        near = get_close_matches(str(place[-1]), _KEYS, 1)
        message = "there is no such key" + (f"; did you mean '{near[0]}'?" if near else "")
    path = ".".join(map(str, place)) or "the file"
    return LinedError(lined.line(place), f"{path}: {message}")


_KEYS = sorted(
    {
        field.alias or name
        for model in (_File, _Intent, _Block, _List, _Range, _Value, _Responses)
        for name, field in model.model_fields.items()
    }
)


def _steps(loc: tuple[int | str, ...]) -> list[int | str]:
    return [step for step in loc if step not in ("str", "_Value", "[key]")]


class _Checked:
    """The templates of a file, parsed, with everything they name."""

    def __init__(self, file: _File, lined: Lined) -> None:
        self._file, self._lined = file, lined
        self._known = templates(base(file.language))
        self._rules = {
            name: self._parse(body, "expansion_rules", name) for name, body in file.expansion_rules.items()
        }

    def result(self) -> OwnFile:
        file = self._file
        for name, each in file.lists.items():
            self._list(name, each)
        for name, rule in self._rules.items():
            self._slots(rule, ("expansion_rules", name), frozenset({name}))
        found = [*self._sentences()]
        slots = {name: self._intent_slots(name) for name in file.intents}
        return OwnFile(
            base(file.language),
            file.model_dump(by_alias=True, exclude_none=True, include=_HASSILS),
            {name: tuple(self._answers(name, slots)) for name in file.intents},
            tuple(found),
        )

    def _list(self, name: str, own: _List) -> None:
        if (own.values is not None) + (own.range is not None) + own.wildcard != 1:
            raise self._wrong("a list has either values, or a range, or wildcard: true", "lists", name)
        for place, value in enumerate(own.values or ()):
            said = value if isinstance(value, str) else value.said
            parsed = self._parse(said, "lists", name, "values", place)
            if any(isinstance(part, ListReference | RuleReference) for part in _parts(parsed)):
                raise self._wrong("a value takes no {list} and no <rule>", "lists", name, "values", place)
        if own.range and own.range.first > own.range.last:
            raise self._wrong("the range ends before it begins", "lists", name, "range")

    def _sentences(self) -> Iterator[tuple[int, str, str]]:
        for name, intent in self._file.intents.items():
            for nth, block in enumerate(intent.data):
                self._response(name, nth, block)
                for place, sentence in enumerate(block.sentences):
                    where = ("intents", name, "data", nth, "sentences", place)
                    parsed = self._parse(sentence, *where)
                    self._slots(parsed, where, frozenset())
                    if not self._says_something(parsed):
                        message = f"'{sentence[:60]}' would take every request; give it words of its own"
                        raise self._wrong(message, *where)
                    yield self._lined.line(where), name, sentence

    def _says_something(self, part: Expression) -> bool:
        """Whether no way to say it is empty, or anything at all."""
        match part:
            case TextChunk():
                return bool(part.text.strip())
            case Alternative():
                return all(map(self._says_something, part.items))
            case Group():
                return any(map(self._says_something, part.items))
            case RuleReference() if part.rule_name in self._rules:
                return self._says_something(self._rules[part.rule_name])
            case ListReference():
                own = self._file.lists.get(part.list_name)
                known = self._known.slot_lists.get(part.list_name)
                return not (own.wildcard if own else isinstance(known, WildcardSlotList))
            case _:
                return True

    def _response(self, name: str, nth: int, block: _Block) -> None:
        known = self._file.responses.intents.get(name, {})
        if block.response is not None and block.response not in known:
            message = f"there is no response '{block.response}' under responses.intents.{name}"
            raise self._wrong(message, "intents", name, "data", nth, "response")

    def _intent_slots(self, name: str) -> frozenset[str]:
        slots: set[str] = set()
        for block in self._file.intents[name].data:
            slots |= block.slots.keys()
            for sentence in block.sentences:
                slots |= self._slots(parse_sentence(sentence).expression, (), frozenset())
        return frozenset(slots)

    def _answers(self, name: str, slots: Mapping[str, frozenset[str]]) -> Iterator[SpokenAnswer]:
        for key, texts in self._file.responses.intents.get(name, {}).items():
            for place, text in enumerate(texts):
                where = ("responses", "intents", name, key, place)
                try:
                    answer = SpokenAnswer(text)
                except ValueError as error:
                    raise self._wrong(str(error), *where) from error
                if strange := sorted(answer.slots - slots[name]):
                    raise self._wrong(f"no sentence of {name} has a slot '{strange[0]}'", *where)
                yield answer

    def _parse(self, text: str, *where: str | int) -> Expression:
        try:
            return parse_sentence(text).expression
        except (ParseError, AssertionError, RecursionError, ValueError, IndexError) as error:
            told = str(error) or "a bracket is empty or is not closed"
            raise self._wrong(f"'{text[:60]}' is no sentence template: {told}", *where) from None

    def _slots(
        self, root: Expression, where: tuple[str | int, ...], inside: frozenset[str]
    ) -> frozenset[str]:
        """The slots of an expression; all that it names must be there, and no rule may hold itself."""
        found: set[str] = set()
        for part in _parts(root):
            if isinstance(part, ListReference):
                if not self._is_list(part):
                    raise self._wrong(self._no_such("list", part.list_name, self._file.lists), *where)
                found.add(part.slot_name)
            elif isinstance(part, RuleReference):
                found |= self._rule(part.rule_name, where, inside)
        return frozenset(found)

    def _is_list(self, part: ListReference) -> bool:
        name = part.list_name
        return bool(
            name in self._file.lists
            or name in OF_THE_HOME
            or name in self._known.slot_lists
            or getattr(part, "is_inline_range", False)
        )

    def _rule(self, name: str, where: tuple[str | int, ...], inside: frozenset[str]) -> frozenset[str]:
        if name in inside:
            raise self._wrong(f"the rule <{name}> holds itself", *where)
        if name in self._rules:
            return self._slots(self._rules[name], where, inside | {name})
        if name not in self._known.expansion_rules:
            raise self._wrong(self._no_such("rule", name, self._rules), *where)
        return frozenset()

    def _no_such(self, kind: str, name: str, known: Mapping[str, object]) -> str:
        near = get_close_matches(name, known, 1)
        return f"there is no {kind} '{name}'" + (f"; did you mean '{near[0]}'?" if near else "")

    def _wrong(self, message: str, *where: str | int) -> LinedError:
        return LinedError(self._lined.line(where), message)


_HASSILS = {"intents", "lists", "expansion_rules", "skip_words"}


def _parts(root: Expression) -> Iterator[Expression]:
    yield root
    for item in root.items if isinstance(root, Group) else ():
        yield from _parts(item)
