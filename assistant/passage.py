"""A passage: one long utterance, written down in parts while it still goes on."""

import asyncio
import logging
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import replace

from assistant.attention import Utterance
from assistant.foresight import Timed
from models.errors import ModelError
from models.protocols import Transcript

logger = logging.getLogger(__name__)

Parts = tuple[asyncio.Task[Transcript | None], ...]
"""What was said before, in order; None where recognition failed."""


class Passage:
    """Gathers the parts of the utterance at hand."""

    def __init__(self, transcribe: Callable[[Utterance], Awaitable[Timed]]) -> None:
        """Write the parts down with `transcribe`."""
        self._transcribe = transcribe
        self.parts: Parts = ()

    def add(self, part: Utterance, group: asyncio.TaskGroup) -> None:
        """More was said, and it goes on."""
        self.parts = (*self.parts, group.create_task(self._write(part)))

    def take(self) -> Parts:
        """All parts; the next utterance has none."""
        parts, self.parts = self.parts, ()
        return parts

    async def _write(self, part: Utterance) -> Transcript | None:
        """A part that cannot be written down must not silence the others."""
        try:
            return (await self._transcribe(part))[0]
        except ModelError as problem:
            logger.warning("a part of a long utterance could not be written down: %s", problem)
            return None


async def whole(parts: Parts, last: Transcript) -> Transcript:
    """The transcript of everything: the parts and what came behind them."""
    if not parts:
        return last
    written = [each for each in await asyncio.gather(*parts) if each is not None]
    return joined([each for each in (*written, last) if each.text]) if written else last


def joined(transcripts: Sequence[Transcript]) -> Transcript:
    """One transcript of several, in the language of the first; the confidence is their mean."""
    if not transcripts:
        return Transcript("", "en", 0.0)
    language = transcripts[0].language
    text = ("" if language == "zh" else " ").join(each.text for each in transcripts)
    confidence = sum(each.confidence for each in transcripts) / len(transcripts)
    return replace(transcripts[0], text=text, confidence=confidence, alternatives=())
