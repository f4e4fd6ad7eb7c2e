"""`xiaoban config`: the effective configuration and where each value came from."""

import json
from collections.abc import Iterator, Mapping
from itertools import groupby
from operator import itemgetter
from pathlib import Path
from typing import Annotated, Any

import typer

from assistant import console, engines, own_intents, paths
from assistant.config import Config, load, origins
from assistant.errors import ConfigError, UsageError
from assistant.home.demo import demo_layout
from assistant.secret import Hidden
from intents.own.context_file import Imported, import_context
from intents.own.lined import LinedError
from models.errors import ModelMissing

app = typer.Typer(rich_markup_mode=None, no_args_is_help=True)

Json = Annotated[bool, typer.Option("--json", help=console.text("JSON lines.", "输出 JSON 行。"))]


def _toml(value: Any) -> str:
    if isinstance(value, Mapping):
        return "{ " + ", ".join(f"{key} = {_toml(each)}" for key, each in value.items()) + " }"
    if isinstance(value, tuple | list):
        return "[" + ", ".join(map(_toml, value)) + "]"
    return json.dumps(value, ensure_ascii=False, default=str)  # JSON's scalars are TOML's


def _values(config: Config) -> Iterator[tuple[str, str, Any]]:
    for section, table in config:
        for key, value in table:
            yield section, key, value


def _lines(config: Config, came: Mapping[str, str]) -> Iterator[str]:
    for section, values in groupby(_values(config), key=itemgetter(0)):
        yield f"[{section}]"
        for _, key, value in values:
            whence = came[f"{section}.{key}"]
            setting = f"# {key} =" if value is None else f"{key} = {_toml(value)}"
            yield setting if whence == "default" else f"{setting}  # {whence}"
        yield ""


@app.command()
def show(json_lines: Json = False) -> None:
    """Every value that is in force, as TOML that can be copied; a comment says what is not a default."""
    config, came = load(), origins()
    if not json_lines:
        console.write("\n".join(_lines(config, came)).rstrip())
        return
    for section, key, value in _values(config):
        name = f"{section}.{key}"
        shown = str(value) if isinstance(value, Hidden) else value
        console.emit({"key": name, "value": shown, "origin": came[name]})


@app.command()
def check(json_lines: Json = False) -> None:
    """Read the configuration and say what is wrong with it; exits 2 when something is."""
    path = paths.config_file()
    try:
        load()
        own_intents.load_own()
    except ConfigError as problem:
        if json_lines:
            console.emit({"ok": False, "path": str(path), "problems": str(problem).splitlines()})
        raise
    warnings = list(_warnings())
    if json_lines:
        console.emit({"ok": True, "path": str(path), "problems": [], "warnings": warnings})
    elif path.exists():
        console.say(f"The configuration {path} is fine.", f"配置文件 {path} 没有问题。")
    else:
        console.say(
            f"There is no configuration file at {path}; the defaults are in force, and they are fine.",
            f"没有配置文件 {path}，使用默认值即可。",
        )
    for warning in () if json_lines else warnings:
        console.say(*(warning,) * 2)


def _warnings() -> Iterator[str]:
    """What is no mistake, and yet not what was meant."""
    try:
        engines.wake_words(load())
    except ModelMissing as problem:
        yield str(problem)
    for file, shadow in own_intents.overshadowed(demo_layout().home):
        yield (
            f"{file}, line {shadow.line}: '{shadow.said}' already means {shadow.taken}, which goes first; "
            f"{shadow.own} will not hear it"
        )


@app.command()
def import_intents(
    file: Annotated[
        Path,
        typer.Argument(help=console.text("A context of expressions and slots.", "含表达式与槽位的文件。")),
    ],
    json_lines: Json = False,
    force: Annotated[bool, typer.Option("--force", help=console.text("Write over.", "覆盖。"))] = False,
) -> None:
    """Rewrite a speech-to-intent context (expressions, slots, macros) to intents of this home's own."""
    made = _imported(file)
    target = own_intents.directory() / f"{file.stem}.yaml"
    if target.exists() and not force:
        raise UsageError(
            f"{target} is there already; --force writes over it", f"{target} 已存在；用 --force 覆盖"
        )
    target.parent.mkdir(parents=True, exist_ok=True)
    target.write_text(made.text, encoding="utf-8")
    if json_lines:
        console.emit(
            {
                "path": str(target),
                "language": made.language,
                "intents": list(made.intents),
                "sentences": made.sentences,
                "lists": list(made.lists),
            }
        )
        return
    names = ", ".join(made.intents)
    console.say(
        f"{target}: {names}; {made.sentences} sentences, {len(made.lists)} lists. "
        "Its answers only repeat what was understood: write better ones under 'responses'.",
        f"{target}：{names}；{made.sentences} 条句式，{len(made.lists)} 个列表。"
        "回答只是复述，请在 responses 下改写。",
    )


def _imported(file: Path) -> Imported:
    try:
        return import_context(file.read_text(encoding="utf-8"))
    except OSError as problem:
        raise UsageError(f"{file} cannot be read: {problem.strerror}") from problem
    except UnicodeDecodeError as problem:
        raise UsageError(f"{file} is not UTF-8") from problem
    except LinedError as problem:
        raise UsageError(f"{file}, {problem}") from problem


@app.command()
def path(json_lines: Json = False) -> None:
    """Where the configuration file is, or would be."""
    file = paths.config_file()
    if json_lines:
        console.emit({"path": str(file), "exists": file.exists()})
    else:
        console.write(str(file))
