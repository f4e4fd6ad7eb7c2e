"""The real `xiaoban` in a process of its own, followed line by line."""

import asyncio
import json
import os
import signal
import sys
from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager, suppress
from pathlib import Path
from typing import Any

PATIENCE_S = 120.0
"""Seconds that anything expected may take on a machine that is busy with other things."""

SCRIPTED = {
    f"XIAOBAN_{section}__ENGINE": "scripted" for section in ("WAKE", "VOICE", "RECOGNITION", "SPEECH")
}
"""Engines that need no weights and load at once."""

THOUGHTLESS = {"XIAOBAN_LANGUAGE__ENGINE": "none"}
"""No language model: what the patterns do not understand stays so."""


def environment(home: Path, *more: Mapping[str, str]) -> dict[str, str]:
    """Variables of a process that lives under `home` and speaks English to people."""
    ours = {name: value for name, value in os.environ.items() if not name.startswith("XIAOBAN_")}
    own = {"XIAOBAN_HOME_DIR": str(home), "XIAOBAN_CONFIG": str(home / "xiaoban.toml"), "LC_ALL": "C.UTF-8"}
    home.mkdir(exist_ok=True)
    (home / "xiaoban.toml").touch()
    for each in more:
        own |= each
    return {**ours, **own}


class Running:
    """A process, what it has said so far, and how it ended."""

    def __init__(self, process: asyncio.subprocess.Process) -> None:
        """Begin to follow it."""
        self._process = process
        self._news = asyncio.Condition()
        self._events: list[dict[str, Any]] = []
        self._lines: list[str] = []
        self._said: list[str] = []
        self._ended = False
        self._followers = [
            asyncio.create_task(self._follow(process.stdout, self._take)),
            asyncio.create_task(self._follow(process.stderr, self._said.append)),
        ]

    @property
    def pid(self) -> int:
        """Its number."""
        return self._process.pid

    @property
    def events(self) -> list[dict[str, Any]]:
        """The JSON lines on stdout."""
        return list(self._events)

    @property
    def lines(self) -> str:
        """Everything else on stdout."""
        return "".join(self._lines)

    @property
    def said(self) -> str:
        """What it said to people, on stderr."""
        return "".join(self._said)

    def of(self, kind: str) -> list[dict[str, Any]]:
        """Events of one type."""
        return [event for event in self._events if event["type"] == kind]

    async def event(self, kind: str, number: int = 1) -> dict[str, Any]:
        """The so-manieth event of that type, as soon as it has come."""
        await self._until(lambda: len(self.of(kind)) >= number, f"{kind} #{number}")
        return self.of(kind)[number - 1]

    async def sentence(self, part: str) -> None:
        """Return as soon as it has said that to people."""
        await self._until(lambda: part in self.said, part)

    def send(self, number: signal.Signals) -> None:
        """Send it a signal."""
        self._process.send_signal(number)

    async def end(self, number: signal.Signals) -> int:
        """Send it a signal, and its exit code."""
        self.send(number)
        return await self.code()

    async def code(self) -> int:
        """Its exit code, once it has ended and everything it wrote was read."""
        async with asyncio.timeout(PATIENCE_S):
            code = await self._process.wait()
            await asyncio.gather(*self._followers)
        return code

    async def aclose(self) -> None:
        """Kill it if it has not ended."""
        with suppress(ProcessLookupError):
            self._process.kill()
        await self._process.wait()
        await asyncio.gather(*self._followers)

    def _take(self, line: str) -> None:
        if line.startswith("{"):
            self._events.append({"type": "", **json.loads(line)})
        else:
            self._lines.append(line)

    async def _follow(self, stream: asyncio.StreamReader | None, take: Any) -> None:
        assert stream
        async for line in stream:
            async with self._news:
                take(line.decode())
                self._news.notify_all()
        async with self._news:
            self._ended = True
            self._news.notify_all()

    async def _until(self, happened: Any, what: str) -> None:
        try:
            async with asyncio.timeout(PATIENCE_S), self._news:
                await self._news.wait_for(lambda: happened() or self._ended)
        except TimeoutError:
            pass
        assert happened(), f"no {what}; it said: {self._events} {self.said}"


@asynccontextmanager
async def xiaoban(*words: str, env: Mapping[str, str]) -> AsyncIterator[Running]:
    """Start the command; it is gone when the block ends."""
    process = await asyncio.create_subprocess_exec(
        sys.executable,
        "-m",
        "assistant",
        *words,
        env=env,
        stdin=asyncio.subprocess.DEVNULL,
        stdout=asyncio.subprocess.PIPE,
        stderr=asyncio.subprocess.PIPE,
        limit=2**22,
    )
    running = Running(process)
    try:
        yield running
    finally:
        await running.aclose()
