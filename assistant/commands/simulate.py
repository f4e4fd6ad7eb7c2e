"""`xiaoban simulate`: the whole pipeline on recordings in place of a microphone."""

from collections.abc import Callable
from contextlib import aclosing
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from functools import partial
from pathlib import Path
from typing import Annotated

import typer

from assistant import clock, console
from assistant.config import Config, load, stand_ins
from assistant.events import AnyEvent
from assistant.household import Household, conversing, opened
from assistant.timeline import describe
from assistant.wallclock import LoopClock, SystemClock
from assistant.wire import as_json
from audio import wav
from audio.playlist import PlaylistMicrophone

LONG_S = 3600.0
"""Seconds that a recording without a wake word may begin with silence."""


class Pace(StrEnum):
    """How fast the recording goes by."""

    REAL = "real"
    FAST = "fast"


def simulate(  # noqa: PLR0913, PLR0917  # one for each option
    files: Annotated[list[Path], typer.Argument(help="WAV or FLAC, each a conversation of its own.")],
    json: Annotated[bool, typer.Option("--json", help="Events as JSON lines.")] = False,
    out: Annotated[Path | None, typer.Option(help="Write what is answered to this file.")] = None,
    pace: Annotated[Pace, typer.Option(help="As a microphone would, or as fast as can be.")] = Pace.FAST,
    now: Annotated[datetime | None, typer.Option(help="What time it is when a recording begins.")] = None,
    no_wake: Annotated[bool, typer.Option("--no-wake", help="The first speech is meant for it.")] = False,
    scripted: Annotated[bool, typer.Option("--scripted", help="Stand-ins for every engine.")] = False,
) -> None:
    """Hold a conversation with recordings."""
    config = load()
    for path in files:
        wav.check(path)
    if scripted:
        config = stand_ins(config)
    job = _Job(out, _printer(json), no_wake, now.astimezone() if now else None)
    clock.run(_all(config, files, job), virtual=pace is Pace.FAST)


@dataclass(frozen=True, slots=True)
class _Job:
    """What was asked for, beside the files."""

    out: Path | None
    show: Callable[[Path, AnyEvent], None]
    no_wake: bool
    now: datetime | None


def _printer(json: bool) -> Callable[[Path, AnyEvent], None]:
    def for_programs(path: Path, event: AnyEvent) -> None:
        console.emit({**as_json(event), "file": str(path)})

    def for_people(path: Path, event: AnyEvent) -> None:  # noqa: ARG001  # the same call as for programs
        if line := describe(event):
            console.write(line)

    return for_programs if json else for_people


async def _all(config: Config, files: list[Path], job: _Job) -> None:
    async with opened(config) as household:
        for number, path in enumerate(files):
            await _one(household, path, _numbered(job.out, number, len(files)), job)


async def _one(household: Household, path: Path, out: Path | None, job: _Job) -> None:
    """One file, with a memory, a home and an agenda of its own."""
    quiet: list[Callable[[], bool]] = []
    microphone = PlaylistMicrophone([path], lambda: all(is_quiet() for is_quiet in quiet))
    wall = LoopClock(job.now or SystemClock().now())
    async with (
        aclosing(wav.WavSpeaker(out)) as speaker,
        conversing(
            household, microphone, speaker, partial(job.show, path), wake=not job.no_wake, clock=wall
        ) as conversation,
    ):
        quiet.append(lambda: conversation.quiet)
        if job.no_wake:
            conversation.ear.attend(LONG_S)
        await conversation.run()


def _numbered(out: Path | None, number: int, count: int) -> Path | None:
    """`reply.wav`, or `reply-2.wav` for the second of several."""
    if out is None or count == 1:
        return out
    return out.with_stem(f"{out.stem}-{number + 1}")
