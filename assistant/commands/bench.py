"""`xiaoban bench`: measures this machine, in the process that a user runs."""

import os
import platform
import resource
from collections.abc import Iterator, Mapping, Sequence
from contextlib import aclosing, contextmanager
from dataclasses import dataclass
from importlib.resources import as_file, files
from pathlib import Path
from tempfile import TemporaryDirectory
from time import perf_counter, process_time
from typing import Annotated, Any

import numpy as np
import typer

from assistant import clock, console, paths
from assistant.config import Config, load
from assistant.household import Household, conversing, opened
from assistant.measurement import FAST_FIRST_SOUND, FIRST_SOUND, Answered, answers, cut_short, stages, summary
from assistant.stock import Stock
from audio import wav
from audio.frame import RATE
from audio.playlist import PlaylistMicrophone
from models.store import Store

_NAMES = {
    "endpoint": ("endpoint: last speech to being sure of it", "断句：最后的声音到确定说完"),
    "asr": ("recognition", "识别"),
    "understand": ("understanding", "理解"),
    "act": ("acting and reading back", "执行并核对"),
    "tts_first": ("first clause spoken", "合成第一句"),
    FIRST_SOUND: ("end of speech to first sound, all turns", "说完到出声，全部"),
    FAST_FIRST_SOUND: ("end of speech to first sound, fast path", "说完到出声，快速路径"),
    "stock": ("the same the usual way, all turns", "常规做法，全部"),
    "stock_fast": ("the same the usual way, fast path", "常规做法，快速路径"),
}


@dataclass(frozen=True, slots=True)
class Plan:
    """What was asked for."""

    recordings: Sequence[Path]
    rounds: int
    idle_s: float
    wake: bool
    stock: bool


def bench(  # noqa: PLR0913, PLR0917  # one for each option
    recordings: Annotated[
        list[Path] | None, typer.Argument(help="WAV or FLAC, one request each; else those that ship.")
    ] = None,
    json: Annotated[bool, typer.Option("--json", help="One JSON line.")] = False,
    rounds: Annotated[int, typer.Option(min=1, max=100, help="How often the recordings are played.")] = 2,
    idle_s: Annotated[float, typer.Option(min=1, max=600, help="Seconds of silence for the idle cost.")] = 10,
    no_wake: Annotated[bool, typer.Option("--no-wake", help="The recordings have no wake word.")] = False,
    stock: Annotated[bool, typer.Option("--stock", help="Measure the usual way beside ours.")] = False,
) -> None:
    """Measure each stage, and the whole from the end of speech to the first sound, at real pace."""
    for path in recordings or ():
        wav.check(path)
    console.say(
        f"Playing the recordings {rounds} times at real pace; this takes some minutes.",
        f"按真实节奏播放录音 {rounds} 遍，需要几分钟。",
    )
    with _recordings(recordings) as found:
        result = clock.run(measure(load(), Plan(found, rounds, idle_s, not no_wake, stock)))
    if json:
        console.emit(result)
    else:
        _show(result)


@contextmanager
def _recordings(given: Sequence[Path] | None) -> Iterator[Sequence[Path]]:
    """What is to be played."""
    if given:
        yield given
        return
    with as_file(files("assistant").joinpath("data", "recordings")) as directory:
        yield sorted(directory.glob("*.flac"))


async def measure(config: Config, plan: Plan) -> dict[str, object]:
    """Everything that was asked for, in one process."""
    began = perf_counter()
    async with opened(config) as household:
        load_s = perf_counter() - began
        turns = await answers(household, [*plan.recordings] * plan.rounds, wake=plan.wake)
        used_mb = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
        idle = await _idle(household, plan.idle_s)
        usual = await _usual(config, household, turns) if plan.stock else ()
    ours = {name: ms for name, ms in stages(turns).items() if name in _NAMES}
    return {
        "type": "bench",
        "machine": {"system": platform.platform(), "processor": _processor(), "cores": os.cpu_count()},
        "load_s": round(load_s, 2),
        "idle_share_of_one_core": round(idle, 4),
        "peak_memory_mb": used_mb,
        "turns": len(turns),
        "cut_short": cut_short(turns, plan.rounds),
        "stages_ms": {**ours, **_compared(turns, usual)},
        **_ratios(turns, usual),
    }


async def _usual(config: Config, household: Household, turns: Sequence[Answered]) -> Sequence[float]:
    """How long the usual way takes for the same utterances."""
    if household.hearing is None or household.voices is None or not turns:
        return ()
    weights = Store(paths.models_dir()).find(config.recognition.model)
    recognition = household.hearing.transcriber.worker
    stock = Stock(weights, recognition, household.chat, household.voices.by_language)
    await stock.warm(turns[0].samples)
    with console.steps() as bars:
        waiting = bars.track(turns, description=console.text("the usual way", "常规做法"))
        return [await stock.first_sound_ms(answered.samples) for answered in waiting]


def _compared(turns: Sequence[Answered], usual: Sequence[float]) -> dict[str, dict[str, float]]:
    quick = [ms for answered, ms in zip(turns, usual, strict=False) if answered.fast]
    return {
        **({"stock": summary(usual)} if usual else {}),
        **({"stock_fast": summary(quick)} if quick else {}),
    }


def _ratios(turns: Sequence[Answered], usual: Sequence[float]) -> dict[str, float]:
    """How many times longer the usual way takes, by medians."""
    found = {**stages(turns), **_compared(turns, usual)}
    pairs = {"times_faster": ("stock", FIRST_SOUND), "times_faster_fast": ("stock_fast", FAST_FIRST_SOUND)}
    return {
        name: round(found[theirs]["median"] / found[ours]["median"], 2)
        for name, (theirs, ours) in pairs.items()
        if theirs in found and ours in found
    }


async def _idle(household: Household, seconds: float) -> float:
    """Share of one core that listening to a quiet room takes."""
    with TemporaryDirectory() as directory:
        room = Path(directory) / "room.wav"
        hiss = np.random.default_rng(0).normal(0, 12, round(seconds * RATE))  # what any microphone has
        wav.write(room, hiss.astype(np.int16))
        async with (
            aclosing(wav.WavSpeaker(None)) as speaker,
            conversing(
                household, PlaylistMicrophone([room], lambda: True), speaker, lambda _: None
            ) as conversation,
        ):
            began, used = perf_counter(), process_time()
            await conversation.run()
            return (process_time() - used) / (perf_counter() - began)


def _processor() -> str:
    try:
        lines = Path("/proc/cpuinfo").read_text("utf-8").splitlines()
    except OSError:
        return platform.processor()
    return next(
        (line.partition(": ")[2] for line in lines if line.startswith("model name")), platform.machine()
    )


def _show(result: Mapping[str, Any]) -> None:
    found = result["stages_ms"]
    rows = [
        (console.text(*_NAMES[stage]), *(f"{found[stage][key]:.0f}" for key in ("median", "p95", "count")))
        for stage in _NAMES
        if stage in found
    ]
    console.table(
        (console.text("stage", "环节"), console.text("median ms", "中位数 毫秒"), "p95 ms", "n"), rows
    )
    if (ratio := result.get("times_faster_fast") or result.get("times_faster")) is not None:
        console.say(f"{ratio} times as fast as the usual way.", f"比常规做法快到 {ratio} 倍。")
    console.say(
        f"Loaded in {result['load_s']} s; idle {result['idle_share_of_one_core']:.1%} of one core; "
        f"at most {result['peak_memory_mb']} MB of memory; {result['cut_short']} requests were cut short.",
        f"加载 {result['load_s']} 秒；空闲时占一个核的 {result['idle_share_of_one_core']:.1%}；"
        f"内存最多 {result['peak_memory_mb']} MB；{result['cut_short']} 句话没等说完。",
    )
