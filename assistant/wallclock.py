"""The time of day: the computer's, or one that follows loop time, so that a recording is always the same."""

import asyncio
from datetime import UTC, datetime, timedelta
from typing import Protocol


class Clock(Protocol):
    """The wall clock."""

    def now(self) -> datetime:
        """The time, with its offset."""

    async def wait(self, seconds: float) -> None:
        """Return when that much time has passed."""


class SystemClock:
    """The clock of the computer."""

    def now(self) -> datetime:
        """The time, with the offset of the place."""
        return datetime.now(UTC).astimezone()

    async def wait(self, seconds: float) -> None:
        """Return when that much loop time has passed."""
        await asyncio.sleep(seconds)


class LoopClock:
    """A day that began at `start` when the clock was made, and goes on as loop time does."""

    def __init__(self, start: datetime) -> None:
        """Needs a running loop; `start` has an offset."""
        self._loop = asyncio.get_running_loop()
        self._begin = start - timedelta(seconds=self._loop.time())

    def now(self) -> datetime:
        """The time, with the offset of `start`."""
        return self._begin + timedelta(seconds=self._loop.time())

    async def wait(self, seconds: float) -> None:
        """Return when that much loop time has passed."""
        await asyncio.sleep(seconds)
