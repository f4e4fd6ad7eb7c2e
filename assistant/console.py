"""The two voices of the command line: sentences for people on stderr, JSON lines for programs on stdout."""

import json
import os
import sys
from collections.abc import Iterable, Mapping, Sequence
from typing import Literal

from rich.console import Console
from rich.progress import (
    BarColumn,
    DownloadColumn,
    MofNCompleteColumn,
    Progress,
    TextColumn,
    TimeRemainingColumn,
    TransferSpeedColumn,
)
from rich.table import Table


def language() -> Literal["zh", "en"]:
    """The language of this person's terminal, from the locale; English where it is neither."""
    for name in ("LC_ALL", "LC_MESSAGES", "LANG"):
        if value := os.environ.get(name):
            return "zh" if value.lower().startswith("zh") else "en"
    return "en"


def text(en: str, zh: str) -> str:
    """Whichever of the two the person reads."""
    return zh if language() == "zh" else en


def people() -> Console:
    """The console for people, on stderr; colour only on terminals and never under `NO_COLOR`."""
    return Console(stderr=True, highlight=False, soft_wrap=True)


def say(en: str, zh: str, *, style: str | None = None) -> None:
    """One sentence to the person, in their language."""
    people().print(text(en, zh), style=style, markup=False, emoji=False)


def emit(line: Mapping[str, object]) -> None:
    """One JSON object on a line of stdout, at once."""
    sys.stdout.write(json.dumps(line, ensure_ascii=False) + "\n")
    sys.stdout.flush()


def write(line: str) -> None:
    """One line of a command's own result on stdout, for pipes and people alike."""
    sys.stdout.write(line + "\n")
    sys.stdout.flush()


def stream(piece: str) -> None:
    """A piece of a line on stdout that is still being written."""
    sys.stdout.write(piece)
    sys.stdout.flush()


def table(columns: Sequence[str], rows: Iterable[Sequence[str]], *, title: str | None = None) -> None:
    """A table for people; wraps to the terminal's width."""
    grid = Table(*columns, title=title, box=None, header_style="bold", pad_edge=False, title_justify="left")
    for row in rows:
        grid.add_row(*row)
    people().print(grid, soft_wrap=False)


def steps() -> Progress:
    """Bars with number and time left, for whatever counts pieces; silent where stderr is no terminal."""
    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn())
    return Progress(*columns, console=people())


def progress() -> Progress:
    """Bars with size, rate and time left, for whatever counts bytes; silent where stderr is no terminal."""
    return Progress(
        TextColumn("{task.description}"),
        BarColumn(),
        DownloadColumn(),
        TransferSpeedColumn(),
        TimeRemainingColumn(),
        console=people(),
    )
