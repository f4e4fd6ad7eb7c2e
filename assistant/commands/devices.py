"""`xiaoban devices`: microphones and speakers, with the stable names the configuration takes."""

from collections.abc import Iterator, Sequence
from typing import Annotated, Any

import typer
from rich.live import Live
from rich.table import Table

from assistant import clock, console
from assistant.daemon import until_signal
from assistant.meter import Meter, watch
from audio.cards import Device, Direction
from audio.device import devices as known_devices

Json = Annotated[bool, typer.Option("--json", help=console.text("JSON lines.", "输出 JSON 行。"))]

Watch = Annotated[
    bool,
    typer.Option("--watch", help=console.text("Levels, until Ctrl-C.", "显示音量，按 Ctrl-C 结束。")),
]

_BAR = 30
"""Characters of the longest bar; each is 2 dB."""

_JSON_S, _LIVE_S = 0.5, 0.1
"""Seconds between two readings, for programs and for people."""


def devices(json_lines: Json = False, watch_levels: Watch = False) -> None:
    """Microphones and speakers, with the names that `audio.microphone` and `audio.speaker` take."""
    known = known_devices()
    if watch_levels:
        _watch([device.name for device in known if device.channels("microphone")], json_lines)
        return
    lines = [*_lines(known, "microphone"), *_lines(known, "speaker")]
    if json_lines:
        for line in lines:
            console.emit(line)
    elif lines:
        _show(lines)
    else:
        console.say(
            "No sound card was found. Plug one in, or start the sound server; run: xiaoban doctor",
            "没有找到声卡。请插上设备或启动声音服务；运行：xiaoban doctor",
        )


def _lines(known: tuple[Device, ...], direction: Direction) -> Iterator[dict[str, object]]:
    for device in known:
        if channels := device.channels(direction):
            yield {
                "type": direction,
                "name": device.name,
                "default": device.is_default(direction),
                "channels": channels,
                "rate": device.rate,
            }


def _show(lines: list[dict[str, object]]) -> None:
    kinds = {"microphone": console.text("microphone", "麦克风"), "speaker": console.text("speaker", "扬声器")}
    default = console.text("default", "默认")
    columns = console.text("Name|Kind|Channels|Hz|", "名称|类型|声道|采样率|").split("|")
    rows = [
        (
            str(line["name"]),
            kinds[str(line["type"])],
            str(line["channels"]),
            str(line["rate"]),
            default if line["default"] else "",
        )
        for line in lines
    ]
    console.table(columns, rows)


def _watch(names: Sequence[str], json_lines: bool) -> None:
    """A level meter for each microphone. The same sound may come in by several names."""
    if not names:
        console.say(
            "No microphone was found. Plug one in; run: xiaoban doctor",
            "没有找到麦克风。请插上一个；运行：xiaoban doctor",
        )
        raise typer.Exit(1)
    clock.run(until_signal(_levels([Meter(name) for name in names], json_lines)))


async def _levels(meters: Sequence[Meter], json_lines: bool) -> None:
    if json_lines:
        await watch(
            meters, _JSON_S, lambda readings: console.emit({"type": "levels", "microphones": readings})
        )
        return
    console.say("Ctrl-C ends it.", "按 Ctrl-C 结束。")
    with Live(console=console.people(), auto_refresh=False) as live:
        await watch(meters, _LIVE_S, lambda readings: live.update(_bars(readings), refresh=True))


def _bars(readings: Sequence[dict[str, Any]]) -> Table:
    titles = console.text("Name|Level|dB|dropped s|lost|opened anew|", "名称|音量|分贝|丢失秒|断开|重新打开|")
    grid = Table(*titles.split("|"), box=None, header_style="bold", pad_edge=False)
    for each in readings:
        filled = max(0, min(_BAR, round(_BAR + each["level_db"] / 2)))
        counts = f"{each['dropped_s']:.1f}", str(each["losses"]), str(each["reopened"])
        bar, note = (
            "█" * filled + "·" * (_BAR - filled),
            console.text("muted", "静音") if each["muted"] else "",
        )
        grid.add_row(each["name"], bar, f"{each['level_db']:.0f}", *counts, each["problem"] or note)
    return grid
