"""What came of each part of a request, and how all of it is told."""

import itertools
from collections.abc import Sequence
from dataclasses import dataclass, replace

from intents.compose.report import Report, Scheduled, Unsure
from intents.vocabulary import Match, Outcome


@dataclass(frozen=True, slots=True)
class Step:
    """What came of one intent."""

    report: Report
    outcomes: tuple[Outcome, ...] = ()
    further: tuple[Report, ...] = ()
    """What else came of it."""


def in_words(steps: Sequence[Step]) -> list[Report]:
    """Everything that is to be said, in order."""
    told = _asking_once(_told_as_moved(steps))
    return [report for step in told for report in (step.report, *step.further)]


def things(match: Match, steps: Sequence[Step]) -> tuple[str, ...]:
    """What it was about; what was only taken back besides is not spoken of any more."""
    both = list(zip(match.intents, steps, strict=True))
    told = [step for intent, step in both if intent.name != "Undo"] or [step for _, step in both]
    ids = (outcome.effect.device for step in told for outcome in step.outcomes)
    return tuple(dict.fromkeys(id_ for id_ in ids if not id_.startswith("list.")))


def _told_as_moved(steps: Sequence[Step]) -> list[Step]:
    """An alarm or a reminder that takes the place of the one taken back was moved, to whoever hears of it."""
    told = list(steps)
    match [step.report for step in steps]:
        case [Scheduled(act="cancelled", alarms=(old,)), Scheduled(act="set", alarms=(new,)) as set_]:
            if (old.kind, old.text) == (new.kind, new.text) and not steps[0].further and set_.saved:
                told = [replace(steps[1], report=replace(set_, act="moved"))]
    return told


def _asking_once(steps: Sequence[Step]) -> list[Step]:
    """What happened first, then one question about everything that waits."""
    said = [step for step in steps if not isinstance(step.report, Unsure)]
    waiting = [step.report.effects for step in steps if isinstance(step.report, Unsure)]
    return [*said, Step(Unsure(tuple(itertools.chain(*waiting))))] if waiting else said
