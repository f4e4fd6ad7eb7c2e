"""Which voice speaks which words; what was spoken lately is not made again."""

from collections.abc import AsyncIterator, Mapping

from cachetools import LRUCache

from assistant.hosted import Hosted
from audio.frame import Samples
from intents.say_as import say_as
from intents.script import is_han
from models.protocols import Synthesizer

MEMORY = 16 * 2**20
"""Bytes of sound that are kept: some five minutes, hundreds of the short replies that a home hears daily."""

LONGEST = 80
"""Characters of a clause that is worth keeping; longer ones are rarely said twice."""

_Spoken = tuple[Samples, ...]


class Voices:
    """A voice for each language that is spoken at home."""

    def __init__(self, by_language: Mapping[str, Hosted[Synthesizer]]) -> None:
        """Speak with these; the first is for languages that have none."""
        self._by_language = by_language
        self._lately: LRUCache[tuple[str, str], _Spoken] = LRUCache(
            MEMORY, getsizeof=lambda spoken: sum(piece.nbytes for piece in spoken)
        )

    async def speak(self, text: str, language: str) -> AsyncIterator[tuple[Samples, int]]:
        """Sound and its rate in hertz, in pieces.

        Chinese characters are spoken by the Chinese voice whatever the language of the request: the others
        would leave them out.

        :raises ModelError: a voice failed.
        """
        spoken_in = "zh" if is_han(text) else language
        words = say_as(text, spoken_in)
        if not words.strip():
            return
        voice = self._by_language.get(spoken_in) or next(iter(self._by_language.values()))
        if (known := self._lately.get((words, spoken_in))) is not None:
            for samples in known:
                yield samples, voice.engine.rate
            return
        made: list[Samples] = []
        async for samples in voice.worker.stream(voice.engine.speak, words, spoken_in):
            made.append(samples)
            yield samples, voice.engine.rate
        self._keep((words, spoken_in), tuple(made))

    def _keep(self, key: tuple[str, str], spoken: _Spoken) -> None:
        """Only what was spoken to the end, and fits."""
        if len(key[0]) <= LONGEST and sum(piece.nbytes for piece in spoken) <= MEMORY:
            self._lately[key] = spoken
