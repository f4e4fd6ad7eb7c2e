"""`probe say-as` and `probe when`: what the words for the voice are, and what spoken times mean."""

import sys
from collections.abc import Iterable, Iterator
from datetime import datetime
from typing import Annotated

import typer

from assistant import console
from assistant.errors import UsageError
from intents.say_as import say_as
from intents.script import written_in
from intents.when import read_when

_TEXTS = console.text("What to say; `-` reads a text a line.", "要念的文字；`-` 表示逐行读取标准输入。")
_LANGUAGE = console.text(
    "Language, zh or en; told from the text without it.", "语言 zh 或 en；不给则由文字判断。"
)
_NOW = console.text("Seen from this moment, ISO 8601 with offset.", "以此刻为准，ISO 8601 带时区。")
_JSON = console.text("One JSON object a line.", "每行一个 JSON 对象。")


def say_as_command(
    texts: Annotated[list[str], typer.Argument(metavar="TEXT...", help=_TEXTS)],
    lang: Annotated[str | None, typer.Option(help=_LANGUAGE)] = None,
) -> None:
    """The text as it is given to the voice, one line each."""
    for text in given(texts):
        console.write(say_as(text, lang or written_in(text)).replace("\n", " "))


def when_command(
    texts: Annotated[list[str], typer.Argument(metavar="TEXT...", help=_TEXTS)],
    lang: Annotated[str | None, typer.Option(help=_LANGUAGE)] = None,
    now: Annotated[str | None, typer.Option(help=_NOW)] = None,
    as_json: Annotated[bool, typer.Option("--json", help=_JSON)] = False,
) -> None:
    """What a text says about time."""
    seen_from = moment(now)
    for text in given(texts):
        line = read(text, lang or written_in(text), seen_from)
        if as_json:
            console.emit(line)
        else:
            console.write("\t".join(str(line[key]) for key in ("text", "kind", "start", "end", "seconds")))


def given(texts: Iterable[str]) -> Iterator[str]:
    """The texts of the command line; `-` stands for the lines of stdin."""
    for text in texts:
        if text == "-":
            yield from (line.rstrip("\r\n") for line in sys.stdin)
        else:
            yield text


def moment(now: str | None) -> datetime:
    """The instant to see from, with its zone.

    :raises UsageError: it cannot be read, or has no offset.
    """
    if now is None:
        return datetime.now().astimezone()
    try:
        found = datetime.fromisoformat(now)
    except ValueError as problem:
        raise UsageError(f"--now takes a time like 2026-11-22T08:30:00+08:00, not '{now}'") from problem
    if found.tzinfo is None:
        raise UsageError(f"--now needs the offset from UTC, like {now}+08:00")
    return found


def read(text: str, language: str, now: datetime) -> dict[str, object]:
    """One line of contract.md."""
    when = read_when(text, language, now)
    return {
        "text": text,
        "kind": when.kind if when else None,
        "start": when.start.isoformat() if when and when.start else None,
        "end": when.end.isoformat() if when and when.end else None,
        "seconds": when.seconds if when else None,
    }
