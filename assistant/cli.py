"""The command line: finds the command, and turns what went wrong into one sentence and an exit code."""

import io
import sys
from collections.abc import Callable, Sequence
from importlib import import_module
from importlib.metadata import version as installed_version
from itertools import dropwhile, takewhile
from types import TracebackType
from typing import Annotated, Any, NamedTuple

import typer
from typer.main import get_command

from assistant import console, journal
from assistant.errors import AssistantError, ConfigError, NotInstalled, UsageError
from audio.errors import AudioError, PortAudioMissing
from models.errors import FetchFailed, ModelError, ModelMissing


class Entry(NamedTuple):
    """One command: where its function or typer application is, and what it does."""

    place: str
    """`module:attribute` in `assistant.commands`; imported only when this command was asked for."""
    en: str
    zh: str


COMMANDS = {
    "run": Entry("run:run", "The always-on speaker.", "一直在听的音箱。"),
    "talk": Entry("talk:talk", "Push to talk in this terminal.", "在终端里按键说话。"),
    "ask": Entry("ask:ask", "One turn from text.", "用文字问一句。"),
    "simulate": Entry("simulate:simulate", "The pipeline on recordings.", "用录音走完整个流程。"),
    "probe": Entry("probe:app", "One stage alone.", "单独试一个环节。"),
    "models": Entry("models:app", "The weights: list, pull, verify, remove.", "管理模型文件。"),
    "wake": Entry("wake:app", "Wake words of one's own.", "自己的唤醒词。"),
    "devices": Entry("devices:devices", "Microphones and speakers.", "列出麦克风和扬声器。"),
    "doctor": Entry("doctor:doctor", "Check everything, and how to mend it.", "全面检查并给出办法。"),
    "service": Entry("service:app", "The systemd service.", "管理 systemd 服务。"),
    "config": Entry("config:app", "The effective configuration.", "查看生效的配置。"),
    "bench": Entry("bench:bench", "Measure this machine.", "测量这台机器。"),
}

EXITS: tuple[tuple[tuple[type[Exception], ...], int], ...] = (
    ((ConfigError, UsageError), 2),
    ((ModelMissing, FetchFailed, NotInstalled, PortAudioMissing), 3),
    ((AudioError, ModelError, AssistantError), 1),
)
"""Exit codes by kind of failure, the first that fits."""


def _version(wanted: bool) -> None:
    if wanted:
        console.write(f"xiaoban {installed_version('xiaoban')}")
        raise typer.Exit


_DEBUG = console.text("Show tracebacks and debug logs.", "显示调用栈和调试日志。")
_VERSION = console.text("Show the version.", "显示版本。")


def options(
    debug: Annotated[bool, typer.Option("--debug", help=_DEBUG)] = False,
    version: Annotated[
        bool, typer.Option("--version", callback=_version, is_eager=True, help=_VERSION)
    ] = False,
) -> None:
    """Xiaoban (小伴): a private voice assistant for the home, in Chinese and English."""


def load(place: str) -> Callable[..., Any] | typer.Typer:
    """Import what `module:attribute` names."""
    module, _, attribute = place.partition(":")
    found: Callable[..., Any] | typer.Typer = getattr(
        import_module(f"assistant.commands.{module}"), attribute
    )
    return found


def application(chosen: str | None) -> typer.Typer:
    """All commands by name and summary; only the chosen one is imported, so that `--help` is quick."""
    app = typer.Typer(add_completion=False, rich_markup_mode=None, no_args_is_help=True)
    app.callback()(options)
    for name, entry in COMMANDS.items():
        found = load(entry.place) if name == chosen else options
        if isinstance(found, typer.Typer):
            app.add_typer(found, name=name, help=console.text(entry.en, entry.zh), no_args_is_help=True)
        else:
            app.command(name, help=None if name == chosen else console.text(entry.en, entry.zh))(found)
    return app


def exit_code(problem: Exception) -> int:
    """The exit code of contract.md for a failure that has a message of its own."""
    return next(code for kinds, code in EXITS if isinstance(problem, kinds))


def unexpected(kind: type[BaseException], problem: BaseException, trace: TracebackType | None) -> None:  # noqa: ARG001 -- sys.excepthook's signature
    """Stand in for the traceback when something breaks that nobody foresaw; the interpreter exits 1."""
    console.say(
        f"Something went wrong inside Xiaoban ({kind.__name__}: {problem}). Please run the same with "
        "`xiaoban --debug …` and report what it prints.",
        f"小伴内部出错了（{kind.__name__}: {problem}）。请用 `xiaoban --debug …` 再运行一次，"
        "并把输出报告给我们。",
        style="red",
    )


def plain_text() -> None:
    """Write UTF-8 whatever the locale; what is no text (a file's name may be none) as JSON escapes it."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")


def main(arguments: Sequence[str] | None = None) -> None:
    """Entry point of the console script; always leaves by `SystemExit` or an exception nobody foresaw."""
    args = list(sys.argv[1:] if arguments is None else arguments)
    debug = "--debug" in takewhile(lambda word: word.startswith("-"), args)
    chosen = next(dropwhile(lambda word: word.startswith("-"), args), None)
    plain_text()
    journal.open_journal("debug" if debug else "warning")
    if not debug:
        sys.excepthook = unexpected
    try:
        get_command(application(chosen))(args, prog_name="xiaoban")
    except KeyboardInterrupt:
        sys.exit(130)
    except tuple(kind for kinds, _ in EXITS for kind in kinds) as problem:
        if debug:
            raise
        console.say(str(problem), getattr(problem, "zh", None) or str(problem), style="red")
        sys.exit(exit_code(problem))
