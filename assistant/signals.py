"""What the ear tells the conversation, and the queue it waits in."""

import asyncio
from collections.abc import AsyncIterator
from dataclasses import dataclass

from assistant.attention import Utterance
from assistant.overhearing import Overheard

SIGNALS = 32
"""Signals that may wait for the conversation; more means it hangs, and the oldest are of no use then."""


@dataclass(frozen=True, slots=True)
class Woken:
    """Somebody said the wake word."""

    word: str
    at: int


@dataclass(frozen=True, slots=True)
class Pressed:
    """Push to talk: the key went down."""

    at: int


@dataclass(frozen=True, slots=True, eq=False)
class Pausing:
    """A short pause: what was said so far may be all."""

    utterance: Utterance


@dataclass(frozen=True, slots=True)
class Continuing:
    """It was not all: the voice goes on."""

    silence: int
    """Samples of the pause."""


@dataclass(frozen=True, slots=True, eq=False)
class Part:
    """An utterance has become long and goes on; this is its beginning, or what followed the last part."""

    utterance: Utterance


@dataclass(frozen=True, slots=True, eq=False)
class Finished:
    """An utterance is complete."""

    utterance: Utterance


@dataclass(frozen=True, slots=True)
class Nothing:
    """Nobody spoke while we waited for it."""

    at: int


Signal = Woken | Pressed | Pausing | Continuing | Part | Finished | Nothing | Overheard


class SignalQueue:
    """From the ear, which never waits, to the conversation; what is too old is dropped and counted."""

    def __init__(self) -> None:
        """Empty and open."""
        self._queue: asyncio.Queue[Signal | None] = asyncio.Queue()
        self.forgotten = 0
        """Signals that nobody fetched in time."""

    @property
    def empty(self) -> bool:
        """Whether all has been fetched."""
        return self._queue.empty()

    def put(self, signal: Signal) -> None:
        """Behind the others; where they are too many the oldest goes."""
        if self._queue.qsize() >= SIGNALS:
            self._queue.get_nowait()
            self.forgotten += 1
        self._queue.put_nowait(signal)

    def close(self) -> None:
        """Nothing more comes."""
        self._queue.put_nowait(None)

    async def __aiter__(self) -> AsyncIterator[Signal]:
        """In order, until it is closed."""
        while (signal := await self._queue.get()) is not None:
            yield signal
