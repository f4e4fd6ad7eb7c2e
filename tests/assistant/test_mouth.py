"""A reply that is cut off leaves nothing running behind it."""

import asyncio
from collections.abc import AsyncGenerator, Iterator
from contextlib import suppress
from dataclasses import dataclass, field

import numpy as np

from assistant import clock
from assistant.hosted import Hosted
from assistant.mouth import Mouth
from assistant.voices import Voices
from audio.frame import Samples
from audio.wav import WavSpeaker
from models.worker import Worker


@dataclass
class Story:
    """A reply without an end, and whether whoever writes it was told to stop."""

    closed: bool = False

    async def deltas(self) -> AsyncGenerator[str, None]:
        """One sentence after the other."""
        try:
            while True:
                yield "Once upon a time there was a king. "
        finally:
            self.closed = True


@dataclass
class Voice:
    """A voice that takes its breath piece by piece, and knows how many pieces were never asked for."""

    rate: int = 24_000
    languages: frozenset[str] = frozenset({"en"})
    closed: list[bool] = field(default_factory=list)

    def speak(self, _text: str, _language: str, _pace: float = 1.0) -> Iterator[Samples]:
        """A second of sound, and then silence."""
        try:
            for _ in range(100):
                yield np.ones(self.rate, np.int16)
        finally:
            self.closed.append(True)


def test_who_is_interrupted_stops_writing_and_making_sound_at_once() -> None:
    story, voice = Story(), Voice()

    async def main() -> None:
        worker = Worker("speech")
        speaker = WavSpeaker(None)
        mouth = Mouth(speaker, Voices({"en": Hosted(voice, worker)}))
        sounding = asyncio.Event()
        saying = asyncio.create_task(mouth.say(story.deltas(), "en", lambda _: sounding.set()))
        await sounding.wait()
        saying.cancel()
        with suppress(asyncio.CancelledError):
            await saying
        assert story.closed
        assert voice.closed == [True]
        assert not mouth.sounding
        await worker.aclose()
        await speaker.aclose()

    clock.run(main(), virtual=True)
