"""What the language model may write: one of a few labels, and nothing else."""

import json
from collections.abc import Mapping, Sequence

from intents.acts import Candidate
from intents.prompt import none_of_these
from intents.vocabulary import Match, Route

CONFIDENCE = 0.6
"""A small model's choice; modest, because it offers no probability of its own."""


def labels(candidates: Sequence[Candidate], language: str) -> tuple[str, ...]:
    """The choices in their order, the last being "none of these"."""
    return (*(candidate.label for candidate in candidates), none_of_these(language))


def schema(candidates: Sequence[Candidate], language: str) -> Mapping[str, object]:
    """JSON schema of one choice; no other device, act or value can be decoded under it."""
    return {
        "type": "object",
        "properties": {"choice": {"type": "string", "enum": list(labels(candidates, language))}},
        "required": ["choice"],
        "additionalProperties": False,
    }


def parse(text: str, candidates: Sequence[Candidate], language: str) -> Match | None:
    """The chosen candidate's meaning; None for "none of these" and for anything that is not a choice."""
    try:
        written = json.loads(text)
    except ValueError:
        return None
    chosen = written.get("choice") if isinstance(written, dict) else None
    for candidate in candidates:
        if candidate.label == chosen:
            return Match((candidate.intent,), CONFIDENCE, Route.LLM, language)
    return None
