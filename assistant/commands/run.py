"""`xiaoban run`: the always-on speaker, or a demonstration where there is no microphone."""

import os
import sys
from statistics import median
from typing import Annotated

import typer

from assistant import clock, console, journal, paths
from assistant.config import Config, load
from assistant.daemon import serve, until_signal
from assistant.demonstration import Audience, demonstrate
from assistant.events import AnyEvent, Turn
from assistant.timeline import describe
from assistant.wire import as_json
from audio.device import open_microphone
from audio.errors import AudioError, DeviceBusy, PortAudioMissing
from audio.ports import Microphone


def run(
    json: Annotated[bool, typer.Option("--json", help="Events as JSON lines.")] = False,
) -> None:
    """Listen and answer until stopped."""
    config = load()
    journal.open_journal(config.log.level)
    clock.run(_run(config, json=json))


async def _run(config: Config, *, json: bool) -> None:
    microphone, will_come = await _microphone(config)
    if microphone is None and not will_come:
        await until_signal(_demonstration(config, json=json))
        return

    # What a service prints ends up in the journal, and words belong there only when somebody wants them.
    told = json or sys.stdout.isatty() or config.log.transcripts

    def show(event: AnyEvent) -> None:
        if told:
            _show(event, json=json)

    console.say("Loading…", "正在加载……")
    await serve(config, show, _say_ready, microphone)


async def _microphone(config: Config) -> tuple[Microphone | None, bool]:
    """The microphone, or None and whether one will come. :raises PortAudioMissing: nothing to look with."""
    try:
        return await open_microphone(config.audio.microphone), True
    except PortAudioMissing:
        raise
    except AudioError as problem:
        console.say(f"No microphone: {problem}", f"没有麦克风：{problem.zh}")
        return None, isinstance(problem, DeviceBusy) or _expects_microphone(config)


def _expects_microphone(config: Config) -> bool:
    """Whether one must be waited for: a service has nobody to demonstrate to, and a named one will come."""
    return "NOTIFY_SOCKET" in os.environ or config.audio.microphone is not None


def _say_ready(after_s: float) -> None:
    console.say(
        f"Ready after {after_s:.1f} s. Ctrl-C ends it.",
        f"{after_s:.1f} 秒后就绪，按 Ctrl-C 结束。",
        style="green",
    )


def _show(event: AnyEvent, *, json: bool) -> None:
    if json:
        console.emit(as_json(event))
    elif line := describe(event):
        console.write(line)


async def _demonstration(config: Config, *, json: bool) -> None:
    console.say(
        "So here is a conversation from recordings, through the same pipeline at the same pace.",
        "那就用录音来一段对话，走同样的流程、同样的节奏。",
    )
    first_sounds: list[float] = []

    def show(event: AnyEvent) -> None:
        if isinstance(event, Turn) and "speech_end_to_first_audio" in event.timing_ms:
            first_sounds.append(event.timing_ms["speech_end_to_first_audio"])
        _show(event, json=json)

    audience = Audience(
        show,
        lambda name: console.say(f"▶ {name}", f"▶ {name}", style="bold"),
        lambda: console.say("Ready.", "就绪。", style="green"),
    )
    written = await demonstrate(config, paths.state_dir() / "demonstration", audience)
    if first_sounds:
        seconds = median(first_sounds) / 1000
        console.say(
            f"From the end of speech to the first sound: {seconds:.2f} s (median of {len(first_sounds)}).",
            f"从说完到出声：{seconds:.2f} 秒（{len(first_sounds)} 次的中位数）。",
        )
    if written:
        console.say(f"The spoken replies are in {written[0].parent}", f"语音回答保存在 {written[0].parent}")
