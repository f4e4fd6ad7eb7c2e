"""Readings: what else an utterance may have been, where its best transcript makes no sense."""

from collections.abc import Awaitable, Callable
from dataclasses import replace

from intents.recognize import WILD
from intents.vocabulary import Match, Route
from models.protocols import Transcript

LIKELY = 0.5
"""How likely another reading must be, compared with the best one, to be looked at."""


MOST = 3
"""Other readings that are looked at: each takes as long to understand as the first."""
_NAMED = 0.8
"""Confidence from which on free words hold a name that is known."""


async def meant(
    transcript: Transcript, understand: Callable[[Transcript], Awaitable[Match | None]]
) -> Transcript:
    """The reading that is understood most surely, the likelier one first, where the best is not certain."""
    if not transcript.alternatives:
        return transcript
    best, surest = transcript, _sureness(await understand(transcript))
    for text, confidence in transcript.alternatives[:MOST]:
        if surest == _CERTAIN or confidence < LIKELY * transcript.confidence:
            break
        reading = replace(transcript, text=text, confidence=confidence, alternatives=())
        sureness = _sureness(await understand(reading))
        if sureness >= _WORDED and sureness > surest:
            best, surest = reading, sureness
    return best


_CERTAIN, _WORDED, _GUESSED, _NOTHING = 3, 2, 1, 0


def _sureness(match: Match | None) -> int:
    """Whether a pattern has every word, or the words at least say what is meant, or it is a guess."""
    if match is None:
        return _NOTHING
    if match.route is Route.FAST and match.complete and match.confidence > WILD:
        return _CERTAIN
    worded = match.route in (Route.FAST, Route.REPAIRED) and match.complete
    return _WORDED if worded and match.confidence >= _NAMED else _GUESSED
