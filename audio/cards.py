"""Sound cards as data: names that stay the same, and the search by name."""

import difflib
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Literal

from audio.errors import DeviceMissing

Direction = Literal["microphone", "speaker"]

_ZH: Mapping[Direction, str] = {"microphone": "麦克风", "speaker": "扬声器"}


@dataclass(frozen=True, slots=True)
class Device:
    """A microphone, a speaker, or both in one."""

    name: str
    """Stable: stays the same when cards are numbered anew."""
    inputs: int
    """Channels it can capture; 0 when it is no microphone."""
    outputs: int
    """Channels it can play; 0 when it is no speaker."""
    rate: int
    """Hertz it prefers."""
    default_microphone: bool
    default_speaker: bool
    index: int
    """PortAudio's number, valid until devices are looked for again."""

    def channels(self, direction: Direction) -> int:
        """Channels in one direction."""
        return self.inputs if direction == "microphone" else self.outputs

    def is_default(self, direction: Direction) -> bool:
        """Whether the system prefers it in one direction."""
        return self.default_microphone if direction == "microphone" else self.default_speaker


def stable_name(name: str, host: str, taken: Iterable[str]) -> str:
    """A name without the card's number, and with one of its own where two are alike."""
    base = re.sub(r"\s*\(hw:\d+,\d+\)$", "", name).strip(" :-")
    alike = re.compile(rf"{re.escape(base)}( #\d+)?, {re.escape(host)}")
    number = sum(alike.fullmatch(each) is not None for each in taken) + 1
    return f"{base}, {host}" if number == 1 else f"{base} #{number}, {host}"


def find(known: Iterable[Device], name: str | None, direction: Direction) -> Device:
    """The device of that name, with or without the part behind the last comma, or the default one.

    :raises DeviceMissing: there is none; names the nearest.
    """
    fitting = [device for device in known if device.channels(direction)]
    if not fitting:
        raise DeviceMissing(
            f"no {direction} was found: plug one in, or start the sound server; run: xiaoban doctor",
            f"没有找到{_ZH[direction]}：请插上一个，或启动声音服务；或运行：xiaoban doctor",
        )
    if name is None:
        return next((each for each in fitting if each.is_default(direction)), fitting[0])
    for device in fitting:
        if name.casefold() in (device.name.casefold(), device.name.rpartition(",")[0].casefold()):
            return device
    nearest = difflib.get_close_matches(name, [each.name for each in fitting], 1, cutoff=0)
    raise DeviceMissing(
        f"no {direction} is called {name!r}; the nearest is {nearest[0]!r}; run: xiaoban devices",
        f"没有叫 {name!r} 的{_ZH[direction]}；最接近的是 {nearest[0]!r}；全部名称：xiaoban devices",
    )
