"""What the language model may say when it chooses: one of a few labels, and nothing else."""

from collections.abc import Sequence
from typing import Protocol

from intents.acts import Candidate
from intents.prompt import none_of_these
from intents.vocabulary import Match, Route


class Choice(Protocol):
    """Which label a language model chose."""

    @property
    def index(self) -> int:
        """Its place among the labels."""

    @property
    def probability(self) -> float:
        """0 to 1, among the labels."""


def labels(candidates: Sequence[Candidate], language: str) -> tuple[str, ...]:
    """The choices in their order, the last being "none of these"."""
    return (*(candidate.label for candidate in candidates), none_of_these(language))


def chosen(choice: Choice, candidates: Sequence[Candidate], language: str) -> Match | None:
    """The meaning of the chosen label; None for "none of these"."""
    if choice.index == len(candidates):
        return None
    found = candidates[choice.index]
    return Match((found.intent,), round(choice.probability, 3), Route.LLM, language, found.complete)
