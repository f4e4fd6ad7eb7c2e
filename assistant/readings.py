"""Readings: what else an utterance may have been, where its best transcript makes no sense."""

from collections.abc import Awaitable, Callable
from dataclasses import replace

from intents.recognize import WILD
from intents.vocabulary import Match, Route
from models.protocols import Transcript

LIKELY = 0.5
"""How likely another reading must be, compared with the best one, to be looked at."""


async def meant(
    transcript: Transcript, understand: Callable[[Transcript], Awaitable[Match | None]]
) -> Transcript:
    """The first reading that a pattern understands for certain, where the best one means nothing."""
    if not transcript.alternatives or await understand(transcript) is not None:
        return transcript
    for text, confidence in transcript.alternatives:
        if confidence < LIKELY * transcript.confidence:
            break
        reading = replace(transcript, text=text, confidence=confidence, alternatives=())
        if _certain(await understand(reading)):
            return reading
    return transcript


def _certain(match: Match | None) -> bool:
    return match is not None and match.route is Route.FAST and match.complete and match.confidence > WILD
