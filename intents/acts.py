"""What can be done to each kind of thing: a label that a model can choose, and the intent it stands for."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

from intents.home import Device
from intents.vocabulary import Intent, Scalar

Kind = Literal[
    "light", "socket", "oven", "curtain", "door", "boot", "lock", "climate", "fan", "vacuum", "screen",
    "speaker", "scene", "charger", "siren", "sensor", "tracker", "other",
]  # fmt: skip
"""What a person would call a thing, coarser than device class and finer than domain."""

Act = Literal[
    "on", "off", "dim", "brighten", "color", "percent", "open", "close", "lock", "unlock", "degrees",
    "warmer", "cooler", "clean", "dock", "pause", "resume", "next", "previous", "read",
]  # fmt: skip


@dataclass(frozen=True, slots=True)
class Candidate:
    """One thing that could be meant."""

    label: str
    """Says it in the language of the request; unique among the candidates of a request."""
    intent: Intent
    act: Act | None = None
    """None where it is done to no device."""
    device: str | None = None
    """Id of the device; None when it is about several."""
    complete: bool = True
    """False where the words leave out what is needed to do it."""


@dataclass(frozen=True, slots=True)
class Form:
    """How an act is said and meant; `{name}` and `{value}` are filled in."""

    en: str
    zh: str
    intent: str
    slots: Mapping[str, Scalar] = field(default_factory=dict)
    value: str | None = None
    """Slot that takes the value."""

    def label(self, language: str, name: str, value: object = "") -> str:
        """What to call it."""
        return (self.zh if language == "zh" else self.en).format(name=name, value=value)


_ON = Form("turn on the {name}", "打开{name}", "HassTurnOn")
_OFF = Form("turn off the {name}", "关闭{name}", "HassTurnOff")
_OPEN = Form("open the {name}", "打开{name}", "HassTurnOn")
_CLOSE = Form("close the {name}", "关上{name}", "HassTurnOff")
_LOCK = Form("lock the {name}", "锁上{name}", "HassTurnOn")
_UNLOCK = Form("unlock the {name}", "解锁{name}", "HassTurnOff")
_READ = Form("tell the state of the {name}", "查询{name}的状态", "HassGetState")
_VALUE = Form("tell the {name}", "查询{name}", "HassGetState")
_WHERE = Form("tell where the {name} is", "查询{name}在哪里", "HassGetState")
_DIM = Form("dim the {name}", "调暗{name}", "HassLightSet", {"brightness_step": -40})
_BRIGHTEN = Form("brighten the {name}", "调亮{name}", "HassLightSet", {"brightness_step": 40})
_COLOR = Form("make the {name} {value}", "把{name}调成{value}", "HassLightSet", value="color")
_BRIGHTNESS = Form(
    "set the {name} to {value}%", "把{name}亮度调到{value}%", "HassLightSet", value="brightness"
)
_POSITION = Form("set the {name} to {value}%", "把{name}开到{value}%", "HassSetPosition", value="position")
_VOLUME = Form(
    "set the {name} volume to {value}%", "把{name}音量调到{value}%", "HassSetVolume", value="volume_level"
)
_SPEED = Form("set the {name} to {value}%", "把{name}风速调到{value}%", "HassFanSetSpeed", value="percentage")
_DEGREES = Form(
    "set the {name} to {value} degrees",
    "把{name}调到{value}度",
    "HassClimateSetTemperature",
    value="temperature",
)
_WARMER = Form(
    "make it warmer with the {name}", "用{name}升温", "HassClimateSetTemperature", {"temperature_step": 2}
)
_COOLER = Form(
    "make it cooler with the {name}", "用{name}降温", "HassClimateSetTemperature", {"temperature_step": -2}
)
_QUIETER = Form(
    "turn the {name} volume down", "调低{name}音量", "HassSetVolumeRelative", {"volume_step": "down"}
)
_LOUDER = Form("turn the {name} volume up", "调高{name}音量", "HassSetVolumeRelative", {"volume_step": "up"})
_CLEAN = Form("clean with the {name}", "让{name}开始打扫", "HassVacuumStart")
_DOCK = Form("send the {name} back to its base", "让{name}回去充电", "HassVacuumReturnToBase")
_PAUSE = Form("pause the {name}", "暂停{name}", "HassMediaPause")
_RESUME = Form("resume the {name}", "继续播放{name}", "HassMediaUnpause")
_NEXT = Form("skip to the next on the {name}", "{name}下一个", "HassMediaNext")
_PREVIOUS = Form("go back to the previous on the {name}", "{name}上一个", "HassMediaPrevious")
_RING = Form("ring the {name}", "让{name}响铃", "HassTurnOn")
_SILENCE = Form("stop the {name} ringing", "停止{name}响铃", "HassTurnOff")
_CHARGE = Form("start {name}", "开始{name}", "HassTurnOn")
_UNCHARGE = Form("stop {name}", "停止{name}", "HassTurnOff")
_SCENE = Form("activate {name}", "激活{name}", "HassTurnOn")

_SWITCHED: Mapping[Act, Form] = {"on": _ON, "off": _OFF, "read": _READ}
_MEDIA: Mapping[Act, Form] = {
    **_SWITCHED, "dim": _QUIETER, "brighten": _LOUDER, "percent": _VOLUME,
    "pause": _PAUSE, "resume": _RESUME, "next": _NEXT, "previous": _PREVIOUS,
}  # fmt: skip
_COVERED: Mapping[Act, Form] = {"open": _OPEN, "close": _CLOSE, "percent": _POSITION, "read": _READ}

FORMS: Mapping[Kind, Mapping[Act, Form]] = {
    "light": {**_SWITCHED, "dim": _DIM, "brighten": _BRIGHTEN, "color": _COLOR, "percent": _BRIGHTNESS},
    "socket": _SWITCHED,
    "oven": _SWITCHED,
    "charger": {"on": _CHARGE, "off": _UNCHARGE, "read": _READ},
    "curtain": _COVERED,
    "door": _COVERED,
    "boot": {"open": _OPEN, "close": _CLOSE, "read": _READ},
    "lock": {"lock": _LOCK, "unlock": _UNLOCK, "read": _READ},
    "climate": {**_SWITCHED, "warmer": _WARMER, "cooler": _COOLER, "degrees": _DEGREES},
    "fan": {**_SWITCHED, "percent": _SPEED},
    "vacuum": {"clean": _CLEAN, "dock": _DOCK, "read": _READ},
    "screen": _MEDIA,
    "speaker": _MEDIA,
    "scene": {"on": _SCENE},
    "siren": {"on": _RING, "off": _SILENCE},
    "sensor": {"read": _VALUE},
    "tracker": {"read": _WHERE},
    "other": {"read": _READ},
}
"""Every act that each kind of thing takes; an act is what is meant: `dim` of a television is its sound."""

GUARDED: frozenset[tuple[Kind, Act]] = frozenset(
    {
        ("lock", "lock"),
        ("lock", "unlock"),
        ("door", "open"),
        ("door", "percent"),
        ("boot", "open"),
        ("oven", "on"),
    }
)
"""Only ever offered when the words name both the thing and the act; the home asks again besides."""

_COVERS: Mapping[str, Kind] = {"garage": "door", "gate": "door", "door": "door", "boot": "boot"}
_DOMAINS: Mapping[str, Kind] = {
    "light": "light", "switch": "socket", "input_boolean": "socket", "lock": "lock", "climate": "climate",
    "water_heater": "climate", "fan": "fan", "vacuum": "vacuum", "scene": "scene", "script": "scene",
    "siren": "siren", "sensor": "sensor", "binary_sensor": "sensor", "device_tracker": "tracker",
}  # fmt: skip


def kind_of(device: Device) -> Kind:
    """What a person would call it."""
    match device.domain, device.device_class:
        case "cover", device_class:
            return _COVERS.get(device_class or "", "curtain")
        case "media_player", "speaker":
            return "speaker"
        case "media_player", _:
            return "screen"
        case "switch", "oven":
            return "oven"
        case "switch", "charger":
            return "charger"
        case domain, _:
            return _DOMAINS.get(domain, "other")
