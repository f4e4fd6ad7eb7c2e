"""All that understanding must show, as one table.

`python -m tests.bench.understanding [--json] [--quick] [NAME…]`. Names are those of the measurements; with no
name it makes all. `--quick` leaves out what takes more than two minutes. What cannot be measured here says
what it would take.
"""

import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from importlib import import_module

from assistant.errors import UsageError
from models.errors import ModelError
from tests.bench.table import Row, missing, show


@dataclass(frozen=True, slots=True)
class Measurement:
    """A module of this room with a function `rows`."""

    name: str
    slow: bool = False
    """It takes more than two minutes."""
    needs: str = ""
    """What it takes beyond the project."""


MEASUREMENTS = (
    Measurement("ha_intents"),
    Measurement("home_llm"),
    Measurement("when"),
    Measurement("hostile"),
    Measurement("requests_zh"),
    Measurement("repair", slow=True),
    Measurement("own_intents", slow=True),
    Measurement("semantic", slow=True, needs="pip install scikit-learn"),
)


def rows(names: Sequence[str] = (), *, quick: bool = False) -> Iterator[Row]:
    """The rows of the measurements that are named, or of all."""
    for each in MEASUREMENTS:
        if each.name in names or (not names and not (quick and each.slow)):
            yield from _rows(each)


def _rows(measurement: Measurement) -> Iterator[Row]:
    try:
        for row in import_module(f"tests.bench.{measurement.name}").rows():
            yield row if isinstance(row, Row) else Row(row[0], "", row[1])
    except ImportError as error:
        yield missing(measurement.name, "", measurement.needs or str(error))
    except (FileNotFoundError, ModelError, UsageError) as error:
        yield missing(measurement.name, "", str(error))


def main() -> None:
    """Print the table as it comes in."""
    names = [each for each in sys.argv[1:] if not each.startswith("--")]
    unknown = set(names) - {each.name for each in MEASUREMENTS}
    if unknown:
        known = ", ".join(each.name for each in MEASUREMENTS)
        sys.exit(f"there is no measurement called {min(unknown)}; there are: {known}")
    show(rows(names, quick="--quick" in sys.argv))


if __name__ == "__main__":
    main()
