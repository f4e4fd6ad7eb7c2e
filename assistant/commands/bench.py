"""`xiaoban bench`: measures this machine, in the process that a user runs."""

import os
import platform
import resource
from collections import defaultdict
from collections.abc import Mapping, Sequence
from contextlib import aclosing
from importlib.resources import as_file, files
from pathlib import Path
from statistics import median, quantiles
from tempfile import TemporaryDirectory
from time import perf_counter, process_time
from typing import Annotated, Any

import numpy as np
import typer

from assistant import clock, console
from assistant.config import Config, load
from assistant.events import AnyEvent, Turn
from assistant.household import Household, conversing, opened
from audio import wav
from audio.frame import RATE
from audio.playlist import PlaylistMicrophone

_NAMES = {
    "endpoint": ("endpoint: last speech to being sure of it", "断句：最后的声音到确定说完"),
    "asr": ("recognition", "识别"),
    "understand": ("understanding", "理解"),
    "act": ("acting and reading back", "执行并核对"),
    "tts_first": ("first clause spoken", "合成第一句"),
    "speech_end_to_first_audio": ("end of speech to first sound, all turns", "说完到出声，全部"),
    "fast_path_to_first_audio": ("end of speech to first sound, fast path", "说完到出声，快速路径"),
}


def bench(
    json: Annotated[bool, typer.Option("--json", help="One JSON line.")] = False,
    rounds: Annotated[int, typer.Option(min=1, max=100, help="How often the recordings are played.")] = 2,
    idle_s: Annotated[float, typer.Option(min=1, max=600, help="Seconds of silence for the idle cost.")] = 10,
) -> None:
    """Measure each stage, and the whole from the end of speech to the first sound, at real pace."""
    console.say(
        f"Playing the recordings {rounds} times at real pace; this takes some minutes.",
        f"按真实节奏播放录音 {rounds} 遍，需要几分钟。",
    )
    result = clock.run(_measure(load(), rounds, idle_s))
    if json:
        console.emit(result)
    else:
        _show(result)


async def _measure(config: Config, rounds: int, idle_s: float) -> dict[str, object]:
    began = perf_counter()
    async with opened(config) as household:
        load_s = perf_counter() - began
        with as_file(files("assistant").joinpath("data", "recordings")) as directory:
            recordings = sorted(directory.glob("*.flac"))
            turns = await _converse(household, recordings * rounds)
        idle = await _idle(household, idle_s)
    return {
        "type": "bench",
        "machine": {"system": platform.platform(), "processor": _processor(), "cores": os.cpu_count()},
        "load_s": round(load_s, 2),
        "idle_share_of_one_core": round(idle, 4),
        "peak_memory_mb": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024,
        "turns": len(turns),
        "stages_ms": _stages(turns),
    }


async def _converse(household: Household, recordings: Sequence[Path]) -> list[Turn]:
    turns: list[Turn] = []

    def note(event: AnyEvent) -> None:
        if isinstance(event, Turn):
            turns.append(event)

    quiet: list[bool] = []
    microphone = PlaylistMicrophone(recordings, lambda: bool(quiet) and conversation.quiet)
    async with (
        aclosing(wav.WavSpeaker(None)) as speaker,
        conversing(household, microphone, speaker, note) as conversation,
    ):
        await conversation.warm()
        quiet.append(True)
        await conversation.run()
    return turns


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


def _stages(turns: Sequence[Turn]) -> dict[str, dict[str, float]]:
    found: Mapping[str, list[float]] = defaultdict(list)
    for turn in turns:
        for stage, ms in turn.timing_ms.items():
            found[stage].append(ms)
        if turn.route in ("fast", "repaired") and "speech_end_to_first_audio" in turn.timing_ms:
            found["fast_path_to_first_audio"].append(turn.timing_ms["speech_end_to_first_audio"])
    return {stage: _summary(found[stage]) for stage in _NAMES if stage in found}


def _summary(values: Sequence[float]) -> dict[str, float]:
    ninety_fifth = quantiles(values, n=20, method="inclusive")[-1] if len(values) > 1 else values[0]
    return {"median": round(median(values), 1), "p95": round(ninety_fifth, 1), "count": len(values)}


def _processor() -> str:
    try:
        lines = Path("/proc/cpuinfo").read_text("utf-8").splitlines()
    except OSError:
        return platform.processor()
    return next(
        (line.partition(": ")[2] for line in lines if line.startswith("model name")), platform.machine()
    )


def _show(result: Mapping[str, Any]) -> None:
    rows = [
        (console.text(*_NAMES[stage]), f"{ms['median']:.0f}", f"{ms['p95']:.0f}", f"{ms['count']:.0f}")
        for stage, ms in result["stages_ms"].items()
    ]
    console.table(
        (console.text("stage", "环节"), console.text("median ms", "中位数 毫秒"), "p95 ms", "n"), rows
    )
    console.say(
        f"Loaded in {result['load_s']} s; idle {result['idle_share_of_one_core']:.1%} of one core; "
        f"at most {result['peak_memory_mb']} MB of memory.",
        f"加载 {result['load_s']} 秒；空闲时占一个核的 {result['idle_share_of_one_core']:.1%}；"
        f"内存最多 {result['peak_memory_mb']} MB。",
    )
