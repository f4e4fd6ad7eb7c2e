"""Which voice speaks which words."""

import re
from collections.abc import AsyncIterator, Mapping

from assistant.hosted import Hosted
from audio.frame import Samples
from intents.say_as import say_as
from models.protocols import Synthesizer

_HAN = re.compile(r"[\u3400-\u9fff]")


class Voices:
    """A voice for each language that is spoken at home."""

    def __init__(self, by_language: Mapping[str, Hosted[Synthesizer]]) -> None:
        """Speak with these; the first is for languages that have none."""
        self._by_language = by_language

    async def speak(self, text: str, language: str) -> AsyncIterator[tuple[Samples, int]]:
        """Sound and its rate in hertz, in pieces.

        Chinese characters are spoken by the Chinese voice whatever the language of the request: the others
        would leave them out.
        """
        spoken_in = "zh" if _HAN.search(text) else language
        words = say_as(text, spoken_in)
        if not words.strip():
            return
        voice = self._by_language.get(spoken_in) or next(iter(self._by_language.values()))
        async for samples in voice.worker.stream(voice.engine.speak, words, spoken_in):
            yield samples, voice.engine.rate
