"""Who has the floor: one turn at a time."""

import asyncio
from collections.abc import Callable, Coroutine
from typing import Any

Turn = Coroutine[Any, Any, None]


class Floor:
    """The only owner of the turn at hand: begins it, ends it, waits for it."""

    def __init__(self) -> None:
        """Nobody has it."""
        self._turn: asyncio.Task[None] | None = None
        self._handing_over = asyncio.Lock()
        self._ours = asyncio.Event()
        self._ours.set()

    @property
    def taken(self) -> bool:
        """Whether a turn is at hand."""
        return self._turn is not None and not self._turn.done()

    async def take(self, group: asyncio.TaskGroup, turn: Turn) -> None:
        """End the turn at hand and begin this one."""
        self._ours.set()
        async with self._handing_over:
            await cancelled(self._turn)
            self._turn = group.create_task(turn)

    async def follow(self, group: asyncio.TaskGroup, turn: Callable[[], Turn]) -> None:
        """Begin this turn as soon as nobody else has the floor, and wait until it is over."""
        began: asyncio.Task[None] | None = None
        while began is None:
            await self._ours.wait()
            await self.free()
            async with self._handing_over:
                if not self.taken and self._ours.is_set():  # else somebody was quicker
                    began = self._turn = group.create_task(turn())
        await asyncio.wait([began])

    async def clear(self) -> None:
        """End the turn at hand, if any."""
        async with self._handing_over:
            await cancelled(self._turn)

    def give(self) -> None:
        """It is the speaker's, until a turn takes it or it is ours again."""
        self._ours.clear()

    def back(self) -> None:
        """Nobody spoke."""
        self._ours.set()

    async def free(self) -> None:
        """Wait until the turn at hand, if any, is over."""
        if self._turn is not None:
            await asyncio.wait([self._turn])


async def cancelled(task: asyncio.Task[None] | None) -> None:
    """Cancel and wait until its sound and its engines have stopped."""
    if task is not None and not task.done():
        task.cancel()
        await asyncio.wait([task])
