"""What people set: file and environment as nested tables, and what is wrong with them in plain words."""

import difflib
import json
import os
import tomllib
from collections.abc import Callable, Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any

from pydantic import BaseModel, ValidationError

from assistant.errors import ConfigError
from assistant.secret import Spoken

PREFIX = "XIAOBAN_"
ELSEWHERE = frozenset({"XIAOBAN_CONFIG", "XIAOBAN_HOME_DIR"})
"""Variables of ours that are no settings; paths.py reads them."""

Tables = dict[str, Any]
Key = tuple[str, ...]


def read_file(path: Path) -> Tables:
    """The file's tables.

    :raises ConfigError: unreadable, not UTF-8, or not TOML; the message has the line.
    """
    try:
        return tomllib.loads(path.read_bytes().decode("utf-8-sig"))
    except OSError as problem:
        raise ConfigError(f"cannot read the configuration {path}: {problem.strerror}") from problem
    except UnicodeDecodeError as problem:
        raise ConfigError(
            f"the configuration {path} is not UTF-8 text (at byte {problem.start})"
        ) from problem
    except tomllib.TOMLDecodeError as problem:
        raise ConfigError(f"the configuration {path} is not valid TOML: {problem}") from problem


def _literal(value: str) -> Any:
    if value[:1] in ("[", "{"):
        try:
            return json.loads(value)
        except json.JSONDecodeError:
            return Spoken(value)
    return Spoken(value)


def read_environment() -> Tables:
    """Every `XIAOBAN_SECTION__KEY` as tables; lists and tables are written as JSON."""
    tables: Tables = {}
    for name, value in sorted(os.environ.items()):
        if name.startswith(PREFIX) and name not in ELSEWHERE:
            *sections, key = name.removeprefix(PREFIX).lower().split("__")
            table = tables
            for section in sections:
                table = table.setdefault(section, {}) if isinstance(table.get(section, {}), dict) else {}
            table[key] = _literal(value)
    return tables


def merge(below: Tables, above: Tables) -> Tables:
    """Both, the second winning key by key."""
    both = dict(below)
    for key, value in above.items():
        under = below.get(key)
        both[key] = merge(under, value) if isinstance(under, dict) and isinstance(value, dict) else value
    return both


def keys(model: type[BaseModel]) -> Iterator[Key]:
    """Every setting there is, as (section, key)."""
    for section, table in model.model_fields.items():
        kind = table.annotation
        if isinstance(kind, type) and issubclass(kind, BaseModel):
            yield from ((section, key) for key in kind.model_fields)


def leads_to(tables: Mapping[str, Any], key: Key) -> bool:
    """Whether the tables say anything about a key."""
    inside: Any = tables
    for part in key:
        if not isinstance(inside, Mapping) or part not in inside:
            return False
        inside = inside[part]
    return True


def variable(key: Iterable[str]) -> str:
    """The environment's name of a key."""
    return PREFIX + "__".join(key).upper()


def _nearest(key: Key, known: list[Key], name: Callable[[Key], str]) -> str:
    """The words that help whoever mistyped a key."""
    sections: list[Key] = [(section,) for section in dict.fromkeys(each[0] for each in known)]
    there = {".".join(each): each for each in ([*sections, *known] if len(key) == 1 else known)}
    moved = [each for each in known if len(key) > 1 and each[-1] == key[-1]]
    close = [there[each] for each in difflib.get_close_matches(".".join(key), there, n=1, cutoff=0.6)]
    if close or moved:
        return f"; did you mean {name((close or moved)[0])}?"
    siblings = [each for each in known if len(key) > 1 and each[0] == key[0]]
    return f"; there are {', '.join(map(name, siblings or sections))}"


def _must(message: str) -> str:
    """What a value must be, from pydantic's message about one that is not."""
    must = (
        message.split(" should ", 1)[-1]
        .split(", unable", maxsplit=1)[0]
        .split(" after validation", maxsplit=1)[0]
    )
    return must.replace("a valid boolean", "true or false").replace("a valid ", "a ")


def _sentence(fault: Mapping[str, Any], known: list[Key], environment: Tables, path: Path) -> str:
    key = tuple(str(part) for part in fault["loc"])
    named = key[: 2 if fault["type"] != "extra_forbidden" else len(key)]
    spoken = leads_to(environment, named)
    where = "in the environment" if spoken else f"in {path}"
    naming = variable if spoken else ".".join
    name = naming(named)
    if fault["type"] == "extra_forbidden":
        return f"unknown setting {name} {where}{_nearest(key, known, naming)}"
    if fault["type"] == "value_error":  # ours, from a validator; the value may be a secret
        return f"{name} {where}: {fault['ctx']['error']}"
    if fault["type"] == "model_type":
        siblings = [naming(each) for each in known if each[0] == key[0]]
        return f"{name} {where} is a table, not a value; its keys are {', '.join(siblings)}"
    given = json.dumps(fault["input"], ensure_ascii=False, default=str)
    return f"{name} {where} cannot be {given}: it must {_must(str(fault['msg']))}"


def explain(faults: ValidationError, model: type[BaseModel], environment: Tables, path: Path) -> ConfigError:
    """Everything that is wrong, a sentence a line, naming the key, its place and what it takes."""
    known = list(keys(model))
    return ConfigError(
        "\n".join(_sentence(dict(fault), known, environment, path) for fault in faults.errors())
    )
