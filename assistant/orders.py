"""What was asked for in advance and is due: done as soon as nobody is being answered."""

import asyncio
from collections.abc import Callable, Coroutine
from dataclasses import dataclass
from functools import partial
from typing import Any

from assistant.floor import Floor
from intents.script import written_in


@dataclass(frozen=True, slots=True)
class Order:
    """One of them, in the words of the request."""

    text: str
    language: str
    """ISO 639-1."""
    done: Callable[[], None]
    """To be called once it was carried out."""


class Orders:
    """Waits with each until the floor is free."""

    def __init__(self, floor: Floor, carry_out: Callable[[Order], Coroutine[Any, Any, None]]) -> None:
        """`carry_out` is a turn of its own."""
        self._floor, self._carry_out = floor, carry_out
        self._due: asyncio.Queue[Order] = asyncio.Queue()
        """As many as there can be timers and alarms, which the agenda bounds."""

    def add(self, text: str, done: Callable[[], None], language: str | None = None) -> None:
        """One more is due; its language is told by the letters where it is not known."""
        self.again(Order(text, language or written_in(text), done))

    def again(self, order: Order) -> None:
        """It was interrupted before it was done."""
        self._due.put_nowait(order)

    async def run(self) -> None:
        """One after the other, until cancelled."""
        async with asyncio.TaskGroup() as group:
            while True:
                order = await self._due.get()
                await self._floor.follow(group, partial(self._carry_out, order))
