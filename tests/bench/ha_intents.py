"""Home Assistant's own intent tests through the fast path: `python -m tests.bench.ha_intents`.

Prints, for each set, how many come out exactly (intent and every slot), the median time, and each miss.
"""

import json
import statistics
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from intents.home.fixture import parse_fixture
from intents.recognize import Recognizer
from intents.vocabulary import Context, Match
from tests.bench.table import Row, at_least

DATA = Path(__file__).resolve().parents[3] / "shared" / "data" / "nlu"
SETS = ("en", "zh-cn")


def is_exact(match: Match | None, row: dict[str, Any]) -> bool:
    """Whether intent and slots are those expected; a list in a row holds alternatives."""
    if match is None or len(match.intents) != 1 or match.intents[0].name != row["intent"]:
        return False
    slots, wanted = match.intents[0].slots, row["slots"]
    return slots.keys() == wanted.keys() and all(
        value in wanted[name] if isinstance(wanted[name], list) else value == wanted[name]
        for name, value in slots.items()
    )


def why(match: Match | None, row: dict[str, Any]) -> str:
    """What went wrong, in words."""
    if match is None:
        return "not understood"
    got = " + ".join(f"{intent.name} {dict(intent.slots)}" for intent in match.intents)
    return f"expected {row['intent']} {row['slots']}, got {got}"


def cases(tag: str) -> Iterator[dict[str, Any]]:
    """The requests of a set."""
    with (DATA / f"ha_intents_{tag}.jsonl").open(encoding="utf-8") as lines:
        yield from map(json.loads, lines)


def measure(tag: str) -> tuple[list[tuple[dict[str, Any], Match | None]], list[float]]:
    """Every row with its match, and the seconds each took."""
    home = parse_fixture(json.loads((DATA / f"ha_fixtures_{tag}.json").read_text(encoding="utf-8")))
    recognizer = Recognizer(home)
    results, seconds = [], []
    for row in cases(tag):
        start = time.perf_counter()
        results.append((row, recognizer.recognize(row["text"], tag, Context(extra=row["context"]))))
        seconds.append(time.perf_counter() - start)
    return results, seconds


def rows() -> Iterator[Row]:
    """How many of each set come out exactly."""
    for tag in SETS:
        results, _ = measure(tag)
        exact = sum(is_exact(match, row) for row, match in results)
        yield at_least(f"Home Assistant's own tests, {tag}: intent and every slot", 98, exact, len(results))


def main() -> None:
    """Measure both sets."""
    if not DATA.is_dir():
        sys.exit(f"{DATA} is not there: the measurement needs the development data beside the checkout")
    for tag in SETS:
        results, seconds = measure(tag)
        misses = [(row, match) for row, match in results if not is_exact(match, row)]
        share = 100 * (1 - len(misses) / len(results))
        median, p95 = statistics.median(seconds), statistics.quantiles(seconds, n=20)[-1]
        sys.stdout.write(
            f"{tag}: {len(results) - len(misses)} of {len(results)} exact ({share:.1f} %), "
            f"median {1000 * median:.1f} ms, p95 {1000 * p95:.1f} ms\n"
        )
        for row, match in misses:
            sys.stdout.write(f"  {row['group']} {row['text']!r} {row['context']}: {why(match, row)}\n")


if __name__ == "__main__":
    main()
