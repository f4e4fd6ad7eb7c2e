"""How soon spoken orders are answered: python -m tests.bench.first_sound [--stock] [--json] [RECORDINGS].

Plays the first so many of commands/ (all of them without a number) at real pace to the assistant that a user
runs, with others' grammar imported as a user would, and with `--stock` measures the usual way beside it.
"""

import json
import os
import sys
from pathlib import Path
from tempfile import TemporaryDirectory

from assistant import clock
from assistant.commands.bench import Plan, measure
from assistant.config import load
from intents.own.context_file import import_context
from tests.shared import SHARED

DATA = SHARED / "data"


def recordings(count: int | None) -> list[Path]:
    """Paths of so many orders, spread over all speakers."""
    lines = (DATA / "commands.jsonl").read_text(encoding="utf-8").splitlines()
    found = [DATA / json.loads(line)["path"] for line in lines]
    return found[:: max(1, len(found) // count)][:count] if count else found


def measured(count: int | None, *, stock: bool) -> dict[str, object]:
    """What `xiaoban bench` measures, of these recordings."""
    context = (DATA / "commands_grammar.yaml").read_text(encoding="utf-8")
    with TemporaryDirectory() as directory:
        own = Path(directory) / "intents"
        own.mkdir()
        (own / "coffee.yaml").write_text(import_context(context).text, encoding="utf-8")
        (Path(directory) / "config.toml").touch()
        os.environ["XIAOBAN_CONFIG"] = str(Path(directory) / "config.toml")
        plan = Plan(recordings(count), rounds=1, idle_s=5, wake=False, stock=stock)
        return clock.run(measure(load(), plan))


def main() -> None:
    """Print the figures."""
    words = sys.argv[1:]
    count = next((int(word) for word in words if word.isdigit()), None)
    found = measured(count, stock="--stock" in words)
    sys.stdout.write(json.dumps(found, indent=None if "--json" in words else 1, ensure_ascii=False) + "\n")


if __name__ == "__main__":
    main()
