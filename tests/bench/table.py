"""Rows of measurements, as a Markdown table or as JSON."""

import json
import sys
from collections.abc import Iterable, Iterator
from dataclasses import asdict, dataclass


@dataclass(frozen=True, slots=True)
class Row:
    """One measured promise."""

    what: str
    asked: str
    """What it must show, for example `≥ 92 %`; empty where nothing is asked."""
    measured: str
    """The figure; or what to install, where it could not be measured."""
    met: bool | None = None
    """None where nothing is asked, or nothing could be measured."""


def share(right: int, of: int) -> str:
    """A share with its numbers."""
    return f"{100 * right / of:.1f} % ({right} of {of})" if of else "none of none"


def at_least(what: str, percent: float, right: int, of: int) -> Row:
    """A share that must not be smaller."""
    return Row(what, f"≥ {percent:g} %", share(right, of), of > 0 and 100 * right >= percent * of)


def at_most(what: str, percent: float, wrong: int, of: int) -> Row:
    """A share that must not be greater."""
    return Row(what, f"≤ {percent:g} %", share(wrong, of), of > 0 and 100 * wrong <= percent * of)


def missing(what: str, asked: str, remedy: str) -> Row:
    """A measurement that cannot be made here, and what it would take."""
    return Row(what, asked, f"not measured: {remedy}")


def markdown(rows: Iterable[Row]) -> Iterator[str]:
    """The table, a line at a time, so that a slow measurement shows what is done already."""
    yield "| what | asked | measured | met |"
    yield "| --- | --- | --- | --- |"
    for row in rows:
        met = {True: "yes", False: "no", None: ""}[row.met]
        yield (
            "| "
            + " | ".join(cell.replace("|", "\\|") for cell in (row.what, row.asked, row.measured, met))
            + " |"
        )


def show(rows: Iterable[Row]) -> None:
    """Print the table; one JSON object a line with `--json` among the arguments."""
    as_json = "--json" in sys.argv
    lines = (json.dumps(asdict(row), ensure_ascii=False) for row in rows) if as_json else markdown(rows)
    for line in lines:
        sys.stdout.write(line + "\n")
        sys.stdout.flush()
