"""Absence: that a device is gone, and how long to wait before it is looked for again."""

import asyncio
from collections.abc import Callable
from contextlib import suppress

from audio.errors import AudioError

FIRST_PAUSE_S = 0.25
"""Seconds before a lost device is opened again; doubles with every attempt that fails."""

LONGEST_PAUSE_S = 3.0
"""Seconds between attempts at most, so that a device that is back is heard within five."""


class Absence:
    """Whether a device is gone, since when, and how long to wait before the next attempt."""

    def __init__(
        self, on_lost: Callable[[str], None] | None, on_found: Callable[[float], None] | None
    ) -> None:
        """Call `on_lost(reason)` once for each loss and `on_found(after_s)` when it is over."""
        self._on_lost = on_lost
        self._on_found = on_found
        self._since: float | None = None
        self._pause_s = FIRST_PAUSE_S
        self.count = 0
        """Losses so far."""

    @property
    def lasts(self) -> bool:
        """Whether the device is gone now."""
        return self._since is not None

    def begin(self, problem: AudioError) -> None:
        """Note that the device is gone, or still gone."""
        if self._since is None:
            self._since = asyncio.get_running_loop().time()
            self.count += 1
            if self._on_lost:
                self._on_lost(str(problem))

    def end(self) -> None:
        """Note that the device works."""
        if self._since is not None:
            after_s, self._since = asyncio.get_running_loop().time() - self._since, None
            self._pause_s = FIRST_PAUSE_S
            if self._on_found:
                self._on_found(after_s)

    async def pause(self, until: asyncio.Event) -> None:
        """Wait before the next attempt, longer every time, or until `until` is set."""
        pause_s, self._pause_s = self._pause_s, min(2 * self._pause_s, LONGEST_PAUSE_S)
        with suppress(TimeoutError):
            async with asyncio.timeout(pause_s):
                await until.wait()
