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
        raise ConfigError(
            f"cannot read the configuration {path}: {problem.strerror}",
            f"无法读取配置 {path}：{problem.strerror}",
        ) from problem
    except UnicodeDecodeError as problem:
        raise ConfigError(
            f"the configuration {path} is not UTF-8 text (at byte {problem.start})",
            f"配置 {path} 不是 UTF-8 文本（第 {problem.start} 字节）",
        ) from problem
    except tomllib.TOMLDecodeError as problem:
        raise ConfigError(
            f"the configuration {path} is not valid TOML: {problem}",
            f"配置 {path} 不是有效的 TOML：{problem}",
        ) from problem


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


def _nearest(key: Key, known: list[Key], name: Callable[[Key], str]) -> tuple[str, str]:
    """The words that help whoever mistyped a key."""
    sections: list[Key] = [(section,) for section in dict.fromkeys(each[0] for each in known)]
    there = {".".join(each): each for each in ([*sections, *known] if len(key) == 1 else known)}
    moved = [each for each in known if len(key) > 1 and each[-1] == key[-1]]
    close = [there[each] for each in difflib.get_close_matches(".".join(key), there, n=1, cutoff=0.6)]
    if close or moved:
        meant = name((close or moved)[0])
        return f"; did you mean {meant}?", f"；是不是想写 {meant}？"
    siblings = [each for each in known if len(key) > 1 and each[0] == key[0]]
    there_are = ", ".join(map(name, siblings or sections))
    return f"; there are {there_are}", f"；有的是 {there_are}"


def _must(message: str) -> str:
    """What a value must be, from pydantic's message about one that is not."""
    must = (
        message.split(" should ", 1)[-1]
        .split(", unable", maxsplit=1)[0]
        .split(" after validation", maxsplit=1)[0]
    )
    return must.replace("a valid boolean", "true or false").replace("a valid ", "a ")


_ZH = {
    "be greater than or equal to": "它不能小于",
    "be less than or equal to": "它不能大于",
    "be greater than": "它必须大于",
    "be less than": "它必须小于",
    "be true or false": "它必须是 true 或 false",
    "be": "它必须是",
}


def _zh(must: str) -> str:
    """The same in Chinese; the rarer kinds stay as pydantic names them."""
    begin = next((begin for begin in _ZH if f"{must} ".startswith(f"{begin} ")), None)
    if begin is None:
        return must
    rest = (
        must[len(begin) :]
        .strip()
        .replace(" or ", " 或 ")
        .replace("a number", "数字")
        .replace("a string", "文字")
    )
    return f"{_ZH[begin]} {rest}".strip()


def _sentence(fault: Mapping[str, Any], known: list[Key], environment: Tables, path: Path) -> tuple[str, str]:
    """What is wrong with one key, in English and in Chinese."""
    key = tuple(str(part) for part in fault["loc"])
    named = key[: 2 if fault["type"] != "extra_forbidden" else len(key)]
    spoken = leads_to(environment, named)
    where, zh_where = ("in the environment", "环境变量") if spoken else (f"in {path}", f"{path} ")
    naming = variable if spoken else ".".join
    name = naming(named)
    if fault["type"] == "extra_forbidden":
        en, zh = _nearest(key, known, naming)
        return f"unknown setting {name} {where}{en}", f"{zh_where}里没有 {name} 这个设置{zh}"
    if fault["type"] == "value_error":  # ours, from a validator; the value may be a secret
        return f"{name} {where}: {fault['ctx']['error']}", f"{zh_where}里的 {name}：{fault['ctx']['error']}"
    if fault["type"] == "model_type":
        siblings = ", ".join(naming(each) for each in known if each[0] == key[0])
        return (
            f"{name} {where} is a table, not a value; its keys are {siblings}",
            f"{zh_where}里的 {name} 是一张表，不是一个值；它的键是 {siblings}",
        )
    given = json.dumps(fault["input"], ensure_ascii=False, default=str)
    must = _must(str(fault["msg"]))
    return (
        f"{name} {where} cannot be {given}: it must {must}",
        f"{zh_where}里的 {name} 不能是 {given}：{_zh(must)}",
    )


def explain(faults: ValidationError, model: type[BaseModel], environment: Tables, path: Path) -> ConfigError:
    """Everything that is wrong, a sentence a line, naming the key, its place and what it takes."""
    known = list(keys(model))
    sentences = [_sentence(dict(fault), known, environment, path) for fault in faults.errors()]
    return ConfigError(
        "\n".join(_shown(en) for en, _ in sentences), "\n".join(_shown(zh) for _, zh in sentences)
    )


def _shown(sentence: str) -> str:
    """On one line, whatever signs somebody wrote."""
    return "".join(sign if sign.isprintable() else repr(sign)[1:-1] for sign in sentence)
