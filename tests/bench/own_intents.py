"""How many orders are understood by others' grammar: python -m tests.bench.own_intents [--no-hints].

The recordings are heard in whatever language they seem to be, by the configured recogniser. The half whose
path has an even hash was looked at while this was written; of the other half only the numbers were.
"""

import hashlib
import json
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from time import perf_counter

from assistant import engines, paths
from assistant.config import Config
from assistant.home.demo import demo_layout
from audio import wav
from intents.layers import Layers
from intents.own import Own
from intents.own.context_file import import_context
from intents.own.file import read_own
from intents.vocabulary import Context
from models.protocols import Transcriber
from models.store import Store
from tests.bench.table import Row, at_least
from tests.shared import SHARED

DATA = SHARED / "data"


@dataclass(frozen=True, slots=True)
class Heard:
    """What came of one recording."""

    seen: bool
    right: bool
    """Intent and every slot."""
    hearing_s: float
    meaning_s: float


def orders(transcriber: Transcriber, layers: Layers) -> Iterator[Heard]:
    """Every recording, from its sound to its slots."""
    for line in (DATA / "commands.jsonl").read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        start = perf_counter()
        heard = transcriber.transcribe(wav.read(DATA / row["path"]))
        middle = perf_counter()
        match = layers.recognize(heard.text, heard.language, Context())
        end = perf_counter()
        meant = [(intent.name, dict(intent.slots)) for intent in match.intents] if match else []
        seen = hashlib.sha256(row["path"].encode()).digest()[0] % 2 == 0
        yield Heard(seen, meant == [(row["intent"], row["slots"])], middle - start, end - middle)


def rows() -> Iterator[Row]:
    """How many orders come out with intent and every slot, heard with the grammar's own words as a hint."""
    found = measure(hinting=True)
    right = sum(heard.right for heard in found)
    yield at_least("commands, from their sound: intent and every slot", 93, right, len(found))


def measure(*, hinting: bool) -> list[Heard]:
    """Every recording; with `hinting` the recogniser knows the words of the grammar."""
    context = (DATA / "commands_grammar.yaml").read_text(encoding="utf-8")
    own = Own([read_own(import_context(context).text)])
    hints = own.hints if hinting else None
    layers = Layers(demo_layout().home, own=own)
    layers.warm()
    return list(orders(engines.transcriber(Config(), Store(paths.models_dir()), hints), layers))


def main() -> None:
    """Print the share that is right, of each half, and how long it took."""
    found = measure(hinting="--no-hints" not in sys.argv)
    for name, half in (("seen", (True,)), ("unseen", (False,)), ("all", (True, False))):
        right = [heard.right for heard in found if heard.seen in half]
        _say(f"{name:<8} {sum(right)} of {len(right)}, {100 * sum(right) / len(right):.1f} %")
    _time("hearing", [heard.hearing_s for heard in found])
    _time("meaning", [heard.meaning_s for heard in found])


def _time(stage: str, seconds: list[float]) -> None:
    ordered = [1000 * each for each in sorted(seconds)]
    median, p95 = ordered[len(ordered) // 2], ordered[int(0.95 * len(ordered))]
    _say(f"{stage:<8} median {median:.0f} ms, p95 {p95:.0f} ms")


def _say(line: str) -> None:
    sys.stdout.write(line + "\n")


if __name__ == "__main__":
    main()
