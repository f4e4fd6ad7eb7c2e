"""All that understanding must show, as one table.

`python -m tests.bench.understanding [--json] [--quick] [--spoken] [--model] [NAME…]`. Names are those of the
measurements; with no name it makes all but the language model's, which takes `--model`. `--quick` leaves out
what takes more than two minutes; `--spoken` has the Chinese requests spoken too; `--encoders=DIRECTORY` is
for cross-validation, see `tests.bench.train_encoder`. What cannot be measured here says what it would take.
"""

import sys
from collections.abc import Iterator, Mapping, Sequence
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
    asked: bool = False
    """It is only made when it is named or asked for with `--model`."""
    needs: str = ""
    """What it takes beyond the project."""


MEASUREMENTS = (
    Measurement("ha_intents"),
    Measurement("home_llm"),
    Measurement("when"),
    Measurement("hostile"),
    Measurement("requests_zh"),
    Measurement("requests_more"),
    Measurement("repair", slow=True),
    Measurement("own_intents", slow=True),
    Measurement("semantic", slow=True, needs="pip install scikit-learn torch"),
    Measurement("with_model", slow=True, asked=True, needs="pip install scikit-learn torch"),
)
_FLAGS: Mapping[str, str] = {"--spoken": "requests_zh"}
"""What a measurement is told besides."""


def rows(names: Sequence[str] = (), *, quick: bool = False) -> Iterator[Row]:
    """The rows of the measurements that are named, or of all."""
    for each in MEASUREMENTS:
        if each.name in names or (not names and not (quick and each.slow) and _is_wanted(each)):
            yield from _rows(each)


def _is_wanted(measurement: Measurement) -> bool:
    return not measurement.asked or "--model" in sys.argv


def _rows(measurement: Measurement) -> Iterator[Row]:
    try:
        told = {
            flag[2:]: True for flag, name in _FLAGS.items() if name == measurement.name and flag in sys.argv
        }
        for row in import_module(f"tests.bench.{measurement.name}").rows(**told):
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
