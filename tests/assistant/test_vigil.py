"""Over the ear: the watchdog's food, a sleep of the machine, and the record that doctor reads."""

import asyncio
from collections.abc import Callable, Coroutine
from datetime import UTC, datetime, timedelta
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

from assistant import bulletin, clock, notify
from assistant.agenda import Agenda
from assistant.events import AnyEvent, MicrophoneLost, MicrophoneMuted, Slept
from assistant.slumber import Slumber
from assistant.timer import Timer
from assistant.vigil import Vigil
from assistant.wallclock import LoopClock
from audio.frame import RATE
from audio.hotplug import HotplugMicrophone, HotplugSpeaker
from audio.wav import WavSpeaker
from tests.audio.test_hush import Desk

START = datetime(2026, 3, 1, 8, tzinfo=UTC)


class Sleeper(LoopClock):
    """A wall clock of a machine that can be suspended."""

    asleep = timedelta()

    def sleep(self, seconds: float) -> None:
        self.asleep += timedelta(seconds=seconds)

    def now(self) -> datetime:
        return super().now() + self.asleep


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("XIAOBAN_HOME_DIR", str(tmp_path))
    return tmp_path


@pytest.fixture
def fed(monkeypatch: pytest.MonkeyPatch) -> list[float]:
    """When the watchdog was fed."""
    times: list[float] = []
    monkeypatch.setattr(notify, "alive", lambda: times.append(asyncio.get_running_loop().time()))
    return times


class Watched:
    """A vigil over streams of a microphone, with what was told."""

    def __init__(self, *streams: Desk) -> None:
        self.clock = Sleeper(START)
        self.events: list[AnyEvent] = []
        self.caught_up = 0
        self._streams = list(streams)
        self.vigil = Vigil(self.events.append, self.clock)

        async def open_() -> Desk:
            return self._streams.pop(0)

        self.ears = HotplugMicrophone(
            open_, on_lost=self.vigil.lost, on_found=self.vigil.found, on_muted=self.vigil.muted
        )
        self.ear = SimpleNamespace(frames=0, lively=0, latest=None, unheeded=0)

        async def speaker() -> WavSpeaker:
            return WavSpeaker(None)

        self.vigil.over(self.ears, HotplugSpeaker(speaker))

    def catch_up(self) -> None:
        self.caught_up += 1

    async def live(self, seconds: float) -> None:
        conversation: Any = self
        tasks = [asyncio.create_task(self._hear()), asyncio.create_task(self.vigil.run(conversation))]
        await asyncio.sleep(seconds)
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)

    async def _hear(self) -> None:
        async for frame in self.ears.frames():
            self.ear.frames += 1
            self.ear.lively += bool(frame.samples.any())
            self.ear.latest = frame


def watching(main: Callable[[], Coroutine[Any, Any, None]]) -> None:
    clock.run(main(), virtual=True)


def test_only_sound_feeds_the_watchdog(fed: list[float]) -> None:
    class Dead(Desk):
        async def aclose(self) -> None:
            await super().aclose()

    async def main() -> None:
        watched = Watched(Dead((10, True), (999, False)))
        watched.ears._hush.doubts = lambda *_: False  # type: ignore[method-assign]  # nothing notices the silence
        await watched.live(60)

    watching(main)
    assert 8 < max(fed) < 13


def test_a_muted_microphone_is_no_fault_and_is_written_down(fed: list[float]) -> None:
    async def main() -> None:
        watched = Watched(*(Desk((10 if n == 0 else 0, True), (999, False)) for n in range(3)))
        await watched.live(60)
        assert [type(event) for event in watched.events[-1:]] == [MicrophoneMuted]

    watching(main)
    assert max(fed) > 55
    found = bulletin.kept().load()
    assert (found.muted, found.losses, found.reopened) == (True, 1, 1)
    assert found.last_loss == "the microphone 'desk' gives only digital silence: opening it anew"


def test_after_a_sleep_the_devices_are_opened_anew_and_what_was_due_is_looked_at() -> None:
    async def main() -> None:
        watched = Watched(Desk((999, True)), Desk((999, True)))
        living = asyncio.create_task(watched.live(30))
        await asyncio.sleep(10)
        watched.clock.sleep(3600)
        before = watched.ear.frames
        await asyncio.sleep(5)
        assert watched.ear.frames - before > 3 * RATE / 512  # it hears again within five seconds
        assert watched.caught_up == 1
        await living
        assert [type(event) for event in watched.events[:2]] == [Slept, MicrophoneLost]
        assert watched.ears.reopened == 1

    watching(main)
    assert bulletin.kept().load().slept == 1


@pytest.mark.parametrize(("ahead_s", "slept"), [(0, False), (1, False), (-3600, False), (10, True)])
def test_a_clock_that_is_set_a_little_is_no_sleep(ahead_s: float, slept: bool) -> None:
    async def main() -> None:
        wall = Sleeper(START)
        slumber = Slumber(wall)
        await asyncio.sleep(100)
        assert slumber.slept_s() == 0
        wall.sleep(ahead_s)
        assert (slumber.slept_s() > 0) is slept
        assert slumber.slept_s() == 0

    watching(main)


def test_a_timer_that_ran_out_during_a_sleep_rings_at_once_as_missed() -> None:
    async def main() -> None:
        wall, rang = Sleeper(START), list[Timer]()
        agenda = Agenda(None, wall, rang.append)
        running = asyncio.create_task(agenda.run())
        agenda.start(600, "pasta")
        await asyncio.sleep(20)
        wall.sleep(3600)
        agenda.look()
        await asyncio.sleep(0.1)
        assert [(timer.name, timer.missed) for timer in rang] == [("pasta", True)]
        running.cancel()

    watching(main)
