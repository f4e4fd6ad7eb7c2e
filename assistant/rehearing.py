"""Hearing again: what else people may say that sounds like it, weighed by the sound itself.

Costs nothing where a request was understood at once.
"""

import math
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass

from assistant.hosted import Hosted
from audio.frame import Samples
from intents.respelling import Respeller
from models.protocols import Transcriber, Transcript

_SOUND = 1.5
"""How many nats of what people are likely to say one nat of the sound is worth: tuned on the requests of
`tests/bench` that may be looked at."""
_LEAST = 1e-9
"""Confidence that stands for none."""
_LANGUAGE = "zh"
"""The language whose words are written in signs, many to a sound."""


@dataclass(frozen=True, slots=True)
class Reheard:
    """What may have been said."""

    text: str
    worth: float
    """Nats, by how it sounds and by how likely people are to say it; only differences mean anything."""


Rehear = Callable[[Transcript], Awaitable[Sequence[Reheard]]]


def rehearing(respeller: Hosted[Respeller], transcriber: Hosted[Transcriber], samples: Samples) -> Rehear:
    """What hears once more what a transcript of `samples` misspells. :raises ModelError: it cannot."""

    async def rehear(transcript: Transcript) -> Sequence[Reheard]:
        if transcript.language != _LANGUAGE:
            return ()
        spelled = await respeller.worker.call(respeller.engine.respelled, _readings(transcript))
        texts = [each.text for each in spelled]
        engine = transcriber.engine
        heard = await transcriber.worker.call(engine.likelihoods, samples, texts, _LANGUAGE)
        pairs = zip(spelled, heard, strict=True) if heard else ()
        return tuple(Reheard(each.text, each.likelihood + _SOUND * sound) for each, sound in pairs)

    return rehear


def _readings(transcript: Transcript) -> list[tuple[str, float]]:
    """With their log-probability, which is a mean over their tokens."""
    known = ((transcript.text, transcript.confidence), *transcript.alternatives)
    return [(text, math.log(max(confidence, _LEAST))) for text, confidence in known if text]
