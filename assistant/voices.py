"""Which voice speaks which words; what was spoken lately is not made again."""

import asyncio
from collections.abc import AsyncGenerator, Mapping
from contextlib import aclosing

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

_Key = tuple[str, str, float]
"""Words as they are spoken, their language, and how many times as fast as usual."""

_Spoken = tuple[Samples, ...]


class Voices:
    """A voice for each language that is spoken at home."""

    def __init__(self, by_language: Mapping[str, Hosted[Synthesizer]]) -> None:
        """Speak with these; the first is for languages that have none."""
        self._by_language = by_language
        self._making: dict[_Key, asyncio.Event] = {}
        self._lately: LRUCache[_Key, _Spoken] = LRUCache(
            MEMORY, getsizeof=lambda spoken: sum(piece.nbytes for piece in spoken)
        )

    @property
    def by_language(self) -> Mapping[str, Hosted[Synthesizer]]:
        """The voice of each language."""
        return self._by_language

    async def speak(
        self, text: str, language: str, pace: float = 1.0
    ) -> AsyncGenerator[tuple[Samples, int], None]:
        """Sound and its rate in hertz, in pieces, `pace` times as fast as usual.

        Chinese characters are spoken by the Chinese voice whatever the language of the request: the others
        would leave them out.

        :raises ModelError: a voice failed.
        """
        key = _key(text, language, pace)
        if (being_made := self._making.get(key)) is not None:
            await being_made.wait()
        known = self._lately.get(key)
        if known is None:
            async with aclosing(self._make(key)) as made:
                async for samples in made:
                    yield samples, self._voice(key).engine.rate
            return
        for samples in known:
            yield samples, self._voice(key).engine.rate

    async def prepare(self, text: str, language: str, pace: float = 1.0) -> None:
        """Make the sound of a clause that is likely to be spoken soon; `speak` then waits for it.

        :raises ModelError: a voice failed.
        """
        key = _key(text, language, pace)
        if key in self._lately or key in self._making or len(key[0]) > LONGEST:
            return  # nothing to gain: it is there, or would not be kept
        self._making[key] = asyncio.Event()
        try:
            async for _ in self._make(key):
                pass
        finally:
            self._making.pop(key).set()

    async def _make(self, key: _Key) -> AsyncGenerator[Samples, None]:
        words, language, pace = key
        if not words.strip():
            return
        voice, made = self._voice(key), []
        async with aclosing(voice.worker.stream(voice.engine.speak, words, language, pace)) as pieces:
            async for samples in pieces:
                made.append(samples)
                yield samples
        self._keep(key, tuple(made))

    def _voice(self, key: _Key) -> Hosted[Synthesizer]:
        return self._by_language.get(key[1]) or next(iter(self._by_language.values()))

    def _keep(self, key: _Key, spoken: _Spoken) -> None:
        """Only what was spoken to the end, and fits."""
        if len(key[0]) <= LONGEST and sum(piece.nbytes for piece in spoken) <= MEMORY:
            self._lately[key] = spoken


def _key(text: str, language: str, pace: float) -> _Key:
    spoken_in = "zh" if is_han(text) else language
    return say_as(text, spoken_in), spoken_in, pace
