"""Hearing again: what else people may say that sounds like it, weighed by the sound itself.

Costs nothing where a request was understood at once.
"""

import math
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass
from time import perf_counter

from assistant.attention import Utterance
from assistant.foresight import Timed
from assistant.hosted import Hosted
from audio.frame import Samples
from intents.repair.respelling import Respeller
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


Reading = tuple[str, float]
"""A text and how sure of it the recogniser is."""

Rehear = Callable[[Transcript], Awaitable[Sequence[Reheard]]]


class Rehearing:
    """Spells anew what was written, and listens for it."""

    def __init__(self, respeller: Hosted[Respeller] | None, transcriber: Hosted[Transcriber]) -> None:
        """Nothing is heard again without a `respeller`."""
        self._respeller, self._transcriber = respeller, transcriber

    async def written(self, utterance: Utterance) -> Timed:
        """What was said, as it is heard at first. :raises ModelError: recognition failed."""
        start = perf_counter()
        transcript = await self._transcriber.worker.call(
            self._transcriber.engine.transcribe, utterance.samples
        )
        return transcript, (perf_counter() - start) * 1000

    async def texts(self, samples: Samples, transcript: Transcript) -> Sequence[Reheard]:
        """What else may have been said in the samples. :raises ModelError: it cannot be told."""
        if self._respeller is None or transcript.language != _LANGUAGE:
            return ()
        speller, (engine, listening) = self._respeller, (self._transcriber.engine, self._transcriber.worker)
        others = await listening.call(engine.again, samples, _LANGUAGE)
        spelled = await speller.worker.call(speller.engine.respelled, _readings(transcript, others))
        texts = [each.text for each in spelled]
        heard = await listening.call(engine.likelihoods, samples, texts, _LANGUAGE)
        pairs = zip(spelled, heard, strict=True) if heard else ()
        return tuple(Reheard(each.text, each.likelihood + _SOUND * sound) for each, sound in pairs)


def _readings(transcript: Transcript, others: Sequence[Reading]) -> list[Reading]:
    """All of them with their log-probability, which is a mean over their tokens; each as it came first."""
    known = ((transcript.text, transcript.confidence), *transcript.alternatives, *others)
    found = {text: confidence for text, confidence in reversed(known) if text}
    return [(text, math.log(max(confidence, _LEAST))) for text, confidence in reversed(found.items())]
