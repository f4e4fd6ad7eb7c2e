"""Readings: what else an utterance may have been, where its best transcript makes no sense."""

from collections.abc import Awaitable, Callable, Sequence
from dataclasses import replace

from assistant.rehearing import Rehear, Reheard
from intents.asking import READ_ONLY
from intents.recognize import WILD
from intents.vocabulary import Match, Route
from models.protocols import Transcript

LIKELY = 0.5
"""How likely another reading must be, compared with the best one, to be looked at."""


MOST = 3
"""Other readings that are looked at: each takes as long to understand as the first."""
_NAMED = 0.8
"""Confidence from which on free words hold a name that is known."""


_WORSE = 10.0
"""Nats that what the words say surely may be behind what was most likely heard."""
_LOOKED = 5
"""Texts that are looked at, the likeliest first."""
_WORDS = 3.0
"""Nats that words which say surely what is meant are worth more."""
_ALIKE = 0.8
"""How likely likeness alone must find it: of 157 spoken sentences of other talk none more acted then."""

Understand = Callable[[Transcript], Awaitable[Match | None]]


async def meant(transcript: Transcript, understand: Understand, rehear: Rehear | None = None) -> Transcript:
    """The reading that is understood most surely, the likelier one first, where the best is not certain.

    Where none is sure, what `rehear` finds in the sound.
    """
    if not transcript.alternatives:
        return transcript
    best, surest = await _surest(transcript, understand)
    if rehear is None or surest >= _WORDED:
        return best
    found = await rehear(transcript)
    text = await _reheard(found, lambda each: understand(_reading(transcript, each.text)))
    return _reading(transcript, text) if text else best


async def _reheard(
    found: Sequence[Reheard], understand: Callable[[Reheard], Awaitable[Match | None]]
) -> str | None:
    """The text that was most likely said, if it means anything; one that does surely goes before it.

    Talk that was spelled anew is like many an order: likeness tells only where it is strong.
    """
    ranked = sorted(found, key=lambda each: -each.worth)[:_LOOKED]
    best, most = None, float("-inf")
    for each in ranked:
        if each.worth < ranked[0].worth - _WORSE or each.worth + _WORDS <= most:
            break
        match = await understand(each)
        sureness = _sureness(match)
        first = each is ranked[0] and (sureness >= _GUESSED or _is_very_like(match))
        worth = each.worth + _WORDS * (sureness >= _WORDED)
        if worth > most and (sureness >= _WORDED or first):
            best, most = each.text, worth
    return best


def _is_very_like(match: Match | None) -> bool:
    return match is not None and match.route is Route.SEMANTIC and match.confidence >= _ALIKE


def _reading(transcript: Transcript, text: str) -> Transcript:
    return replace(transcript, text=text, alternatives=())


async def _surest(transcript: Transcript, understand: Understand) -> tuple[Transcript, int]:
    best, surest = transcript, _sureness(await understand(transcript))
    for text, confidence in transcript.alternatives[:MOST]:
        if surest == _CERTAIN or confidence < LIKELY * transcript.confidence:
            break
        reading = replace(transcript, text=text, confidence=confidence, alternatives=())
        sureness = _sureness(await understand(reading))
        if sureness >= _WORDED and sureness > surest:
            best, surest = reading, sureness
    return best, surest


_CERTAIN, _WORDED, _GUESSED, _LIKENED, _NOTHING = 4, 3, 2, 1, 0


def _sureness(match: Match | None) -> int:
    """Whether a pattern has every word, or the words at least say what is meant, or it is a guess.

    What is only like an order is less than a guess; what is like a question does no harm.
    """
    if match is None:
        return _NOTHING
    if match.route is Route.FAST and match.complete and match.confidence > WILD:
        return _CERTAIN
    if match.route is Route.SEMANTIC and any(intent.name not in READ_ONLY for intent in match.intents):
        return _LIKENED
    worded = match.route in (Route.FAST, Route.REPAIRED) and match.complete
    return _WORDED if worded and match.confidence >= _NAMED else _GUESSED
