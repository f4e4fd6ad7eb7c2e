"""`xiaoban devices`: microphones and speakers, with the stable names the configuration takes."""

from collections.abc import Iterator
from typing import Annotated

import typer

from assistant import console
from audio.cards import Device, Direction
from audio.device import devices as known_devices

Json = Annotated[bool, typer.Option("--json", help=console.text("JSON lines.", "输出 JSON 行。"))]


def devices(json_lines: Json = False) -> None:
    """Microphones and speakers, with the names that `audio.microphone` and `audio.speaker` take."""
    known = known_devices()
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
