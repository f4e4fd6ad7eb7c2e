"""Text deltas to clauses to speech, one clause ahead of the sound, with an account of what was heard."""

import asyncio
from collections.abc import AsyncGenerator, Callable
from contextlib import aclosing
from dataclasses import dataclass

import numpy as np

from assistant.voices import Voices
from audio.frame import Samples
from audio.ports import Speaker
from audio.resample import Resampler
from intents.clause import clauses

PREPARED = 2
"""Clauses of a reply that are made before it is certain: one to begin with, one to play behind it."""

LOOK_AHEAD = 2
"""Pieces of sound made before they are needed: about a clause."""


@dataclass(frozen=True, slots=True, eq=False)
class _Piece:
    """Sound of one clause, or of a part of it."""

    clause: int
    text: str
    samples: Samples


@dataclass(slots=True)
class _Mark:
    """Where in what was written to the speaker a clause lies."""

    text: str
    start: int
    end: int


class Mouth:
    """The only writer of the speaker."""

    def __init__(self, speaker: Speaker, voices: Voices, pace: Callable[[], float] = lambda: 1.0) -> None:
        """Speak through `speaker` with `voices`, `pace` times as fast as usual."""
        self._speaker, self._voices, self._pace = speaker, voices, pace
        self._one_at_a_time = asyncio.Lock()
        self._written = speaker.heard
        self._marks: list[_Mark] = []

    @property
    def sounding(self) -> bool:
        """Whether anything is still to be heard."""
        return self._speaker.sounding

    @property
    def now_saying(self) -> str:
        """The text that may be in the air at this moment; empty when silent."""
        if not self._speaker.sounding:
            return ""
        heard = self._speaker.heard
        return " ".join(mark.text for mark in self._marks if mark.end > heard - self._speaker.rate)

    @property
    def said(self) -> str:
        """What was heard of the last reply: the clauses of which at least half sounded."""
        heard = self._speaker.heard
        return "".join(mark.text for mark in self._marks if heard >= (mark.start + mark.end) // 2).strip()

    async def say(
        self,
        deltas: AsyncGenerator[str, None],
        language: str,
        on_sound: Callable[[str], None] = lambda _: None,
    ) -> None:
        """Speak a reply while it is being written; returns when its last sound has been heard.

        `on_sound` is told the first clause when it begins to sound. Cancelling stops the sound at once;
        `said` then tells how far it came.

        :raises ModelError: a voice failed.
        :raises AudioError: the speaker is gone.
        """
        async with self._one_at_a_time:
            self._marks = []
            pieces: asyncio.Queue[_Piece | None] = asyncio.Queue(maxsize=LOOK_AHEAD)
            try:
                async with asyncio.TaskGroup() as group:
                    group.create_task(self._synthesise(deltas, language, pieces))
                    await self._play(pieces, on_sound)
                await self._speaker.drain()
            except ExceptionGroup as failures:  # one cause is enough for the apology
                raise failures.exceptions[0] from failures
            finally:
                self.silence()

    async def prepare(self, text: str, language: str) -> None:
        """Make the first clauses of a reply that may be said soon. :raises ModelError: a voice failed."""
        for clause in [clause async for clause in clauses(_one(text))][:PREPARED]:
            await self._voices.prepare(clause, language, self._pace())

    async def announce(self, text: str, language: str) -> None:
        """Speak one sentence of our own."""
        await self.say(_one(text), language)

    async def play(self, samples: Samples, rate: int) -> None:
        """Sound a chime or a ring and wait until it has been heard; cancelling stops it."""
        async with self._one_at_a_time:
            try:
                await self._write(Resampler(rate, self._speaker.rate).process(samples, last=True))
                await self._speaker.drain()
            finally:
                self.silence()

    def duck(self, gain: float) -> None:
        """Speak at `gain` (0 to 1) of full volume from now on."""
        self._speaker.duck(gain)

    def silence(self) -> None:
        """Drop what has not sounded."""
        if self._speaker.sounding:
            self._speaker.flush()
        self._written = self._speaker.heard

    async def _synthesise(
        self, deltas: AsyncGenerator[str, None], language: str, pieces: asyncio.Queue[_Piece | None]
    ) -> None:
        number = 0
        async with aclosing(clauses(deltas)) as spoken:
            async for clause in spoken:
                async with aclosing(self._sound(clause, language)) as sounds:
                    async for samples in sounds:
                        await pieces.put(_Piece(number, clause, samples))
                number += 1
        await pieces.put(None)

    async def _sound(self, clause: str, language: str) -> AsyncGenerator[Samples, None]:
        resampler: Resampler | None = None
        async with aclosing(self._voices.speak(clause, language, self._pace())) as spoken:
            async for samples, rate in spoken:
                if resampler is None:
                    resampler = Resampler(rate, self._speaker.rate)
                yield resampler.process(samples)
        if resampler is not None:
            yield resampler.process(np.zeros(0, dtype=np.int16), last=True)

    async def _play(self, pieces: asyncio.Queue[_Piece | None], on_sound: Callable[[str], None]) -> None:
        current, silent = -1, True
        while (piece := await pieces.get()) is not None:
            if piece.clause != current:
                self._marks.append(_Mark(piece.text, self._written, self._written))
                current = piece.clause
            self._marks[-1].end += len(piece.samples)
            samples = piece.samples
            if silent and len(samples):
                silent = False
                first, samples = np.split(samples, [self._speaker.rate // 50])
                await self._write(first)  # a long piece is taken only as fast as it sounds
                on_sound(piece.text)
            await self._write(samples)

    async def _write(self, samples: Samples) -> None:
        self._written += len(samples)
        await self._speaker.write(samples)


async def _one(text: str) -> AsyncGenerator[str, None]:
    yield text
