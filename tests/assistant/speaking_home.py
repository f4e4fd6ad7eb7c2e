"""A home to talk to in tests, without words in and with words out."""

import asyncio
from datetime import UTC, datetime, timedelta
from pathlib import Path

from assistant.act import Actor, Answer
from assistant.agenda import Agenda
from assistant.home.demo import DemoHome
from assistant.timer import Timer
from intents.vocabulary import Context, Intent, Match, Route, Scalar


class HandClock:
    """A wall clock that is moved by hand."""

    def __init__(self, start: datetime | None = None) -> None:
        self._now = start or datetime(2025, 11, 22, 15, 5, tzinfo=UTC)
        self._moved = asyncio.Event()

    def now(self) -> datetime:
        """The time it was moved to."""
        return self._now

    async def wait(self, seconds: float) -> None:
        """Until it was moved far enough."""
        end = self._now + timedelta(seconds=seconds)
        while self._now < end:
            self._moved.clear()
            await self._moved.wait()

    async def move(self, seconds: float) -> None:
        """Let time pass, and everybody notice."""
        self._now += timedelta(seconds=seconds)
        self._moved.set()
        for _ in range(10):
            await asyncio.sleep(0)


class SpeakingHome:
    """The demo home, an agenda and an actor."""

    def __init__(
        self,
        *,
        stuck: tuple[str, ...] = (),
        unreachable: tuple[str, ...] = (),
        room: str | None = None,
        timers: Path | None = None,
    ) -> None:
        self.home = DemoHome(stuck=stuck, unreachable=unreachable)
        self.clock = HandClock()
        self.rang: list[Timer] = []
        self.agenda = Agenda(timers, self.clock, self.rang.append)
        self.actor = Actor(self.home, self.agenda, self.clock.now, UTC)
        self.context = Context(room)

    async def ask(self, language: str, *intents: Intent, confirmed: bool = False) -> Answer:
        """Have the intents acted on."""
        return await self.actor.act(
            Match(intents, 1.0, Route.FAST, language), self.context, confirmed=confirmed
        )

    async def say(self, language: str, intent: str, /, **slots: Scalar) -> str:
        """The reply to one intent."""
        return (await self.ask(language, Intent(intent, slots))).reply.text
