"""`xiaoban config`: the effective configuration and where each value came from."""

import json
from collections.abc import Iterator, Mapping
from itertools import groupby
from operator import itemgetter
from typing import Annotated, Any

import typer

from assistant import console, paths
from assistant.config import Config, load, origins
from assistant.errors import ConfigError
from assistant.secret import Hidden

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
    except ConfigError as problem:
        if json_lines:
            console.emit({"ok": False, "path": str(path), "problems": str(problem).splitlines()})
        raise
    if json_lines:
        console.emit({"ok": True, "path": str(path), "problems": []})
    elif path.exists():
        console.say(f"The configuration {path} is fine.", f"配置文件 {path} 没有问题。")
    else:
        console.say(
            f"There is no configuration file at {path}; the defaults are in force, and they are fine.",
            f"没有配置文件 {path}，使用默认值即可。",
        )


@app.command()
def path(json_lines: Json = False) -> None:
    """Where the configuration file is, or would be."""
    file = paths.config_file()
    if json_lines:
        console.emit({"path": str(file), "exists": file.exists()})
    else:
        console.write(str(file))
