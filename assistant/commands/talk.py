"""`xiaoban talk`: push to talk in a terminal, with a live level and the words as they are understood."""

import asyncio
import sys
import termios
import tty
from collections.abc import AsyncIterator, Callable, Iterator
from contextlib import AsyncExitStack, asynccontextmanager, contextmanager
from typing import Annotated

import typer
from rich.live import Live
from rich.text import Text

from assistant import clock, console
from assistant.config import Config, load
from assistant.conversation import Conversation
from assistant.daemon import until_signal
from assistant.errors import UsageError
from assistant.events import AnyEvent
from assistant.household import conversing, opened
from assistant.keeper import keeping
from assistant.timeline import describe
from audio.device import open_microphone, open_speaker
from audio.hotplug import HotplugMicrophone, HotplugSpeaker
from audio.level import SILENCE_DB, decibels

_METER_S = 0.1
_PARTIAL_S = 0.8
_BAR = 30
"""Characters of the level meter; each stands for 2 dB."""


def talk(
    once: Annotated[bool, typer.Option("--once", help="One question, ended by silence.")] = False,
) -> None:
    """Talk by pressing a key: space starts and ends, q leaves."""
    if not once and not sys.stdin.isatty():
        raise UsageError(
            "talk needs a terminal for its key; use `xiaoban talk --once`, or `xiaoban ask`",
            "talk 要在终端里用按键；请用 `xiaoban talk --once` 或 `xiaoban ask`",
        )
    clock.run(until_signal(_once(load()) if once else _pushed(load())))


def _show(event: AnyEvent) -> None:
    if line := describe(event):
        console.write(line)


@asynccontextmanager
async def _talking(config: Config) -> AsyncIterator[Conversation]:
    """A conversation without a wake word, on the real devices."""
    async with AsyncExitStack() as stack:
        opened_microphone = await open_microphone(config.audio.microphone)
        ears = HotplugMicrophone(lambda: open_microphone(config.audio.microphone), opened_microphone)
        mouth = HotplugSpeaker(lambda: open_speaker(config.audio.speaker))
        stack.push_async_callback(ears.aclose)
        stack.push_async_callback(mouth.aclose)
        household = await stack.enter_async_context(opened(config))
        timers = stack.enter_context(keeping())
        if timers is None:
            console.say(
                "Another Xiaoban is running and keeps the timers: those set here end with this conversation.",
                "另一个小伴正在运行并保管计时器：在这里设的，对话结束就没有了。",
                style="yellow",
            )
        yield await stack.enter_async_context(
            conversing(household, ears, mouth, _show, wake=False, timers=timers, full_duplex=False)
        )


async def _once(config: Config) -> None:
    async with _talking(config) as conversation, asyncio.TaskGroup() as group:
        running = group.create_task(conversation.run())
        conversation.ear.attend(config.voice.wait_s)
        console.say("Speak now.", "请说。", style="green")
        await asyncio.sleep(config.voice.wait_s / 10)
        while not conversation.quiet:  # noqa: ASYNC110  # a person's pace, not the pipeline's
            await asyncio.sleep(_METER_S)
        running.cancel()


async def _pushed(config: Config) -> None:
    async with _talking(config) as conversation, asyncio.TaskGroup() as group:
        running = group.create_task(conversation.run())
        leave = asyncio.Event()
        key = _Key(conversation, leave.set)
        console.say("Space: talk, and again to end. q: leave.", "空格：开始说，再按结束。q：退出。")
        with _keys(key.pressed), Live(console=console.people(), transient=True, auto_refresh=False) as live:
            meter = group.create_task(_meter(key, live))
            await leave.wait()
        meter.cancel()
        running.cancel()


class _Key:
    """What the keys do."""

    def __init__(self, conversation: Conversation, leave: Callable[[], None]) -> None:
        self.conversation = conversation
        self.down = False
        self._leave = leave

    def pressed(self, character: str) -> None:
        if character in ("q", "\x03", "\x04", ""):
            self._leave()
        elif character in (" ", "\n", "\r"):
            self.down = not self.down
            if self.down:
                self.conversation.ear.hold()
            else:
                self.conversation.ear.release()


async def _meter(key: _Key, live: Live) -> None:
    """The level ten times a second, and the words so far as often as recognition keeps up."""
    words, next_words = "", 0.0
    loop = asyncio.get_running_loop()
    while True:
        if key.down and loop.time() >= next_words:
            words, next_words = await key.conversation.partial(), loop.time() + _PARTIAL_S
        latest = key.conversation.ear.latest
        level = decibels(latest.samples) if latest else SILENCE_DB
        filled = max(0, min(_BAR, round(_BAR + level / 2)))
        mark = "●" if key.down else "○"
        line = f"{mark} {'█' * filled}{'·' * (_BAR - filled)} {words if key.down else ''}"
        live.update(Text(line), refresh=True)
        await asyncio.sleep(_METER_S)


@contextmanager
def _keys(pressed: Callable[[str], None]) -> Iterator[None]:
    """Single key presses from the terminal, which is put back as it was."""
    descriptor = sys.stdin.fileno()
    before = termios.tcgetattr(descriptor)
    loop = asyncio.get_running_loop()
    tty.setcbreak(descriptor)
    loop.add_reader(descriptor, lambda: pressed(sys.stdin.read(1)))
    try:
        yield
    finally:
        loop.remove_reader(descriptor)
        termios.tcsetattr(descriptor, termios.TCSADRAIN, before)
