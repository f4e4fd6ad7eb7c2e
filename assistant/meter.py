"""Meter: how loud each microphone is now, and what has happened to it."""

import asyncio
from collections.abc import Awaitable, Callable, Sequence
from functools import partial

from audio.device import open_microphone
from audio.frame import RATE
from audio.hotplug import HotplugMicrophone
from audio.level import SILENCE_DB, decibels
from audio.ports import Microphone

Open = Callable[[str], Awaitable[Microphone]]


class Meter:
    """Of one microphone, which may come and go."""

    def __init__(self, name: str, open_: Open = open_microphone) -> None:
        """Nothing is opened before `run`."""
        self.name = name
        self._problem: str | None = None
        self._loudest_db = SILENCE_DB
        self._microphone = HotplugMicrophone(partial(open_, name), on_lost=self._lost, on_found=self._found)

    async def run(self) -> None:
        """Listen until cancelled."""
        try:
            async for frame in self._microphone.frames():
                self._loudest_db = max(self._loudest_db, decibels(frame.samples))
        finally:
            await self._microphone.aclose()

    def reading(self) -> dict[str, object]:
        """Since the last reading: the loudest frame; since the beginning: everything counted."""
        loudest_db, self._loudest_db = self._loudest_db, SILENCE_DB
        return {
            "name": self.name,
            "level_db": round(loudest_db, 1),
            "muted": self._microphone.muted,
            "dropped_s": round(self._microphone.dropped / RATE, 3),
            "losses": self._microphone.losses,
            "reopened": self._microphone.reopened,
            "problem": self._problem,
        }

    def _lost(self, reason: str) -> None:
        self._problem = reason

    def _found(self, _after_s: float) -> None:
        self._problem = None


async def watch(
    meters: Sequence[Meter], pause_s: float, show: Callable[[list[dict[str, object]]], None]
) -> None:
    """Show a reading of every meter at each pause, until cancelled."""
    async with asyncio.TaskGroup() as group:
        for meter in meters:
            group.create_task(meter.run())
        while True:
            await asyncio.sleep(pause_s)
            show([meter.reading() for meter in meters])
