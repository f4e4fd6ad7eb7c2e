"""Contexts written for other engines (expressions, slots, macros), rewritten to our form."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Annotated, Any

import yaml  # type: ignore[import-untyped]  # ships no types
from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, ValidationError

from intents.own.lined import Lined, LinedError
from intents.script import is_han

_TOKEN = re.compile(
    r"(?P<slot>\$(?P<kind>[\w.]+)(?::(?P<name>\w+))?)|@(?P<macro>\w+)|(?P<mark>[\[\](),])|(?P<text>[^$@\[\](),]+)"
)
_NUMBERS: Mapping[str, dict[str, Any]] = {
    "SingleDigitInteger": {"from": 0, "to": 9},
    "TwoDigitInteger": {"from": 0, "to": 99},
    "Percent": {"from": 0, "to": 100, "type": "percentage"},
}
"""Built-in slots that are numbers, by the name behind `pv.`."""

Texts = tuple[Annotated[str, BeforeValidator(lambda said: str(said) if isinstance(said, int) else said)], ...]


class _Table(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")

    expressions: dict[Annotated[str, Field(pattern=r"^[A-Za-z]\w*$")], Texts] = Field(min_length=1)
    slots: dict[str, Texts] = {}
    macros: dict[str, Texts] = {}


class _File(BaseModel):
    model_config = ConfigDict(frozen=True)

    context: _Table


@dataclass(frozen=True, slots=True)
class Imported:
    """A context in our form."""

    text: str
    """The file to write."""
    language: str
    """ISO 639-1."""
    intents: tuple[str, ...]
    sentences: int
    lists: tuple[str, ...]


def import_context(text: str) -> Imported:
    """The same intents in our form. :raises LinedError: what is not understood, with its line."""
    lined = Lined(text)
    try:
        table = _File.model_validate(lined.value).context
    except ValidationError as error:
        first = error.errors()[0]
        place = [step for step in first["loc"] if step != "[key]"]
        path = ".".join(map(str, place)) or "the file"
        raise LinedError(lined.line(place), f"{path}: {first['msg']}") from None
    return _Rewritten(table, lined).result("zh" if is_han(text) else "en")


class _Rewritten:
    def __init__(self, table: _Table, lined: Lined) -> None:
        self._table, self._lined = table, lined
        self._numbers: dict[str, dict[str, Any]] = {}

    def result(self, language: str) -> Imported:
        table = self._table
        macros = {
            name: "(" + "|".join(self._texts(("macros", name), said)) + ")"
            for name, said in table.macros.items()
        }
        sentences = {
            name: self._texts(("expressions", name), said) for name, said in table.expressions.items()
        }
        lists: dict[str, Any] = {name: {"values": list(said)} for name, said in table.slots.items()}
        lists |= {name: {"range": span} for name, span in self._numbers.items()}
        answers = {name: {"default": _answer(said, language)} for name, said in sentences.items()}
        written = {
            "language": language,
            "intents": {name: {"data": [{"sentences": said}]} for name, said in sentences.items()},
            "lists": lists,
            "expansion_rules": macros,
            "responses": {"intents": answers},
        }
        kept = {key: value for key, value in written.items() if value}
        return Imported(
            yaml.safe_dump(kept, allow_unicode=True, sort_keys=False, width=10_000),
            language,
            tuple(sentences),
            sum(map(len, sentences.values())),
            tuple(lists),
        )

    def _texts(self, where: tuple[str, str], said: Texts) -> list[str]:
        return [self._text(each, ("context", *where, place)) for place, each in enumerate(said)]

    def _text(self, text: str, where: tuple[str | int, ...]) -> str:
        """One expression; there `[a, b]` is one of several and `(a)` optional, with us `(a|b)` and `[a]`."""
        open_marks: list[str] = []
        written: list[str] = []
        for token in _TOKEN.finditer(text):
            if token["slot"]:
                written.append(self._slot(token["kind"], token["name"], where))
            elif token["macro"]:
                if token["macro"] not in self._table.macros:
                    raise self._wrong(f"there is no macro '{token['macro']}'", where)
                written.append(f"<{token['macro']}>")
            elif token["text"]:
                written.append(re.sub(r"([{}<>|\\])", r"\\\1", token["text"]))
            else:
                written.append(self._mark(token["mark"], open_marks, where))
        if open_marks:
            raise self._wrong(f"'{open_marks[-1]}' is not closed", where)
        said = re.sub(r"\s*\|\s*", "|", " ".join("".join(written).split()))
        return re.sub(r"(?<=[(\[])\s+|\s+(?=[)\]])", "", said)

    def _mark(self, mark: str, open_marks: list[str], where: tuple[str | int, ...]) -> str:
        if mark in "([":
            open_marks.append(mark)
            return "(" if mark == "[" else "[("
        if mark == ",":
            return "|" if open_marks else " "
        if not open_marks or open_marks.pop() != {")": "(", "]": "["}[mark]:
            raise self._wrong(f"'{mark}' closes nothing", where)
        return ")" if mark == "]" else ")]"

    def _slot(self, kind: str, name: str | None, where: tuple[str | int, ...]) -> str:
        builtin = kind.removeprefix("pv.")
        if kind != builtin:
            if builtin not in _NUMBERS:
                raise self._wrong(f"the built-in slot '${kind}' has no equal here", where)
            self._numbers[builtin] = _NUMBERS[builtin]
        elif kind not in self._table.slots:
            raise self._wrong(f"there is no slot '{kind}'", where)
        return f"{{{builtin}:{name or builtin}}}"

    def _wrong(self, message: str, where: tuple[str | int, ...]) -> LinedError:
        return LinedError(self._lined.line(where), message)


def _answer(sentences: list[str], language: str) -> str:
    """An answer that repeats what was understood, for somebody to write a better one."""
    slots = dict.fromkeys(slot for said in sentences for slot in _slots(said))
    comma, start, stop = ("，", "好的", "。") if language == "zh" else (", ", "All right", ".")
    return start + "".join(f"[{comma}{{{slot}}}]" for slot in slots) + stop


def _slots(sentence: str) -> Iterator[str]:
    return (found[1] for found in re.finditer(r"\{\w+:(\w+)\}", sentence))
