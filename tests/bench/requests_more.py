"""More requests in both languages, in parts of which each was fresh once.

`python -m tests.bench.requests_more`. All were written and labelled before the first of them was understood.
Part `a` was measured, then looked at while understanding improved; then `b`, and so on; `d` and its followers
are Chinese only. `FRESH` keeps what each part scored when it was fresh. `--wrong PART` lists the errors
of one.
"""

import json
import sys
from collections.abc import Iterator
from pathlib import Path

from intents.vocabulary import Match
from tests.bench.requests_judge import SAME, right
from tests.bench.requests_zh import Understand, requests, understood
from tests.bench.table import Row, share, show

DATA = Path(__file__).parent / "data"
FRESH = {
    ("Chinese", "a"): "79.0 %", ("Chinese", "b"): "73.8 %", ("Chinese", "c"): "79.5 %",
    ("Chinese", "d"): "92.6 %", ("Chinese", "e"): "67.7 %", ("Chinese", "f"): "77.2 %",
    ("Chinese", "g"): "81.0 %", ("Chinese", "h"): "76.6 %", ("Chinese", "i"): "80.5 %",
    ("Chinese", "j"): "74.2 %", ("Chinese", "k"): "81.0 %", ("Chinese", "l"): "79.4 %",
    ("Chinese", "m"): "87.0 %", ("Chinese", "n"): "88.6 %",
    ("Chinese", "o"): "63.5 %", ("Chinese", "p"): "76.7 %",
    ("Chinese", "q"): "75.4 %", ("Chinese", "r"): "72.5 %", ("Chinese", "s"): "79.3 %",
    ("Chinese", "t"): "80.0 %", ("Chinese", "u"): "78.9 %",
    ("English", "a"): "93.8 %", ("English", "b"): "96.0 %", ("English", "c"): "95.9 %",
}  # fmt: skip
"""What each part scored the first time, before anything was changed for it.

Part `d` is plain, `e` and `f` are as people talk with their hands full, `g` is of music and appointments.
From `h` on each has many voices, and one in six asks for nothing; `j` is full of halts and corrections.
`o`, `p` and `u` are of what is to be heard alone; `q` to `t` are of the home and the day alone, by very
different people, some of whom speak dialect.
"""

Verdict = tuple[str, bool, Match | None]
"""What was said, whether it was understood, and as what."""


def chinese(part: str, understand: Understand) -> list[Verdict]:
    """The Chinese requests of a part: intent and slots, and what would be done."""
    asked = requests(part, DATA / "requests_zh_more.jsonl")
    found = [(each, understand(each.text, "zh")) for each in asked]
    return [(each.text, right(each, match), match) for each, match in found]


def english(part: str, understand: Understand) -> list[Verdict]:
    """The English requests of a part: only the intent, as it is with those of SLURP."""
    lines = (DATA / "requests_en_more.jsonl").read_text(encoding="utf-8").splitlines()
    asked = [row for row in map(json.loads, lines) if row["half"] == part]
    found = [(row, understand(row["text"], "en")) for row in asked]
    return [(row["text"], _meant(row["intents"], match), match) for row, match in found]


def _meant(intents: list[str], match: Match | None) -> bool:
    name = match.intents[0].name if match else "Chat"
    return name in intents or SAME.get(name, name) in intents


def rows() -> Iterator[Row]:
    """Each part in each language."""
    understand = understood()
    judges = {"Chinese": chinese, "English": english}
    for (language, part), fresh in FRESH.items():
        good = [right for _, right, _ in judges[language](part, understand)]
        first = f"; {fresh} when it was fresh"
        yield Row(f"{language} requests, more, part {part}", "", share(sum(good), len(good)) + first)


def wrong(part: str) -> Iterator[str]:
    """What of a part was misunderstood, and as what."""
    understand = understood()
    for judge in (chinese, english) if ("English", part) in FRESH else (chinese,):
        verdicts = judge(part, understand)
        good = sum(right for _, right, _ in verdicts)
        yield f"{judge.__name__} {part}: {share(good, len(verdicts))}"
        for text, fine, match in verdicts:
            if not fine:
                meant = "; ".join(f"{one.name} {dict(one.slots)}" for one in match.intents) if match else "-"
                asks = "" if not match or match.complete else "?"
                yield f"  {text} → {meant} {match.route if match else ''} {asks}"


def main() -> None:
    """Print the table, or the errors of one part."""
    if "--wrong" in sys.argv:
        for line in wrong(sys.argv[-1]):
            sys.stdout.write(line + "\n")
        return
    show(rows())


if __name__ == "__main__":
    main()
