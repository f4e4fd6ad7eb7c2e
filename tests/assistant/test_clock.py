"""Virtual time: instant, ordered, and never ahead of a thread that works."""

import asyncio
import threading
from collections.abc import Coroutine
from typing import Any

import pytest

from assistant import clock


async def _nap(log: list[str], name: str, seconds: float) -> None:
    await asyncio.sleep(seconds)
    log.append(name)


def test_an_hour_passes_at_once_and_in_order() -> None:
    log: list[str] = []

    async def main() -> float:
        await asyncio.gather(_nap(log, "late", 3600), _nap(log, "soon", 1), _nap(log, "between", 60))
        return asyncio.get_running_loop().time()

    assert clock.run(main(), virtual=True) == 3600
    assert log == ["soon", "between", "late"]


def test_time_stands_still_while_a_thread_works() -> None:
    release = threading.Event()

    async def main() -> tuple[float, list[str]]:
        loop = asyncio.get_running_loop()
        log: list[str] = []
        timer = asyncio.create_task(_nap(log, "timer", 0.001))
        work = loop.run_in_executor(None, release.wait)
        await asyncio.sleep(0)
        release.set()
        await work
        before = loop.time()
        await timer
        return before, log

    assert clock.run(main(), virtual=True) == (0.0, ["timer"])


def test_a_failing_job_lets_the_time_go_on() -> None:
    def fail() -> None:
        raise ValueError("broken engine")

    async def main() -> float:
        loop = asyncio.get_running_loop()
        try:
            await loop.run_in_executor(None, fail)
        except ValueError:
            await asyncio.sleep(5)
        return loop.time()

    assert clock.run(main(), virtual=True) == 5


def test_real_time_is_the_ordinary_loop() -> None:
    async def main() -> str:
        return type(asyncio.get_running_loop()).__name__

    assert "Virtual" not in clock.run(main())


def test_a_failure_deep_in_task_groups_comes_out_as_itself() -> None:
    async def fail() -> None:
        raise ValueError("the one cause")

    async def main() -> None:
        async with asyncio.TaskGroup() as outer:
            outer.create_task(_in_a_group(fail()))

    with pytest.raises(ValueError, match="the one cause"):
        clock.run(main())


async def _in_a_group(work: Coroutine[Any, Any, None]) -> None:
    async with asyncio.TaskGroup() as group:
        group.create_task(work)
