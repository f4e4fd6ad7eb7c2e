"""What each kind of device can be asked to do, and within which limits."""

from collections.abc import Mapping
from dataclasses import dataclass

from intents.home import Device
from intents.vocabulary import Effect, Scalar

State = Mapping[str, Scalar]
"""What a device says of itself."""

COLORS = frozenset(
    ["white", "black", "red", "orange", "yellow", "green", "blue", "purple", "brown", "pink", "turquoise"]
)
"""Home Assistant's colour names."""

_SWITCH: Mapping[str, str | None] = {"turn_on": None, "turn_off": None, "toggle": None}
_OPENING: Mapping[str, str | None] = {
    "open": None,
    "close": None,
    "stop": None,
    "toggle": None,
    "set_position": "position",
    "change_position": "step",
}

COMMANDS: Mapping[str, Mapping[str, str | None]] = {
    "light": {
        **_SWITCH,
        "set_brightness": "brightness",
        "change_brightness": "step",
        "scale_brightness": "factor",
        "set_color": "color",
        "set_color_temperature": "kelvin",
    },
    "switch": _SWITCH,
    "input_boolean": _SWITCH,
    "siren": _SWITCH,
    "fan": {**_SWITCH, "set_speed": "speed", "change_speed": "step"},
    "cover": _OPENING,
    "valve": _OPENING,
    "lock": {"lock": None, "unlock": None},
    "climate": {
        **_SWITCH,
        "set_temperature": "temperature",
        "change_temperature": "step",
        "set_mode": "mode",
        "set_fan_mode": "fan_mode",
    },
    "vacuum": {"start": None, "pause": None, "return_to_base": None, "clean_area": "area"},
    "media_player": {
        **_SWITCH,
        "set_volume": "volume",
        "change_volume": "step",
        "scale_volume": "factor",
        "mute": None,
        "unmute": None,
        "play": None,
        "pause": None,
        "next": None,
        "previous": None,
    },
    "scene": {"turn_on": None},
    "script": {"turn_on": None},
    "button": {"press": None},
    "input_button": {"press": None},
}
"""Domain to command to the argument that it takes. Every domain can also `read`."""

_NEEDS = {
    "set_brightness": "brightness",
    "change_brightness": "brightness",
    "scale_brightness": "brightness",
    "set_color": "color",
    "set_color_temperature": "color_temperature",
    "set_position": "position",
    "change_position": "position",
    "set_speed": "speed",
    "change_speed": "speed",
    "set_mode": "mode",
    "set_fan_mode": "fan_mode",
}
"""Command to the capability without which a device has no such thing."""

_PERCENT = frozenset({"brightness", "position", "volume", "speed"})


@dataclass(frozen=True, slots=True)
class Limits:
    """From where to where a value may go, both included."""

    low: float
    high: float
    unit: str
    """%, K, or the device's own, for example °C."""


def limits(device: Device, argument: str) -> Limits | None:
    """The range of a numeric argument, in its unit; None when the argument is no number."""
    if argument in _PERCENT:
        return Limits(0, 100, "%")
    if argument == "step":
        return Limits(-100, 100, "")
    if argument == "factor":
        return Limits(0, 10, "")
    if argument == "kelvin":
        return Limits(_number(device, "min_kelvin", 1500), _number(device, "max_kelvin", 9000), "K")
    if argument == "temperature":
        unit = str(device.attributes.get("unit_of_measurement", "°C"))
        return Limits(_number(device, "min_temperature", 7), _number(device, "max_temperature", 35), unit)
    return None


def _number(device: Device, attribute: str, default: float) -> float:
    value = device.attributes.get(attribute, default)
    return value if isinstance(value, int | float) else default


def choices(device: Device, argument: str) -> frozenset[str] | None:
    """The words an argument may be; None when it is not a choice."""
    if argument == "color":
        return COLORS
    if argument in ("mode", "fan_mode"):
        listed = str(device.attributes.get(f"{argument}s", ""))
        return frozenset(word for word in listed.split(",") if word)
    return None


def can(device: Device, command: str) -> bool:
    """Whether a device of this kind knows the command."""
    if command == "read":
        return True
    needed = _NEEDS.get(command)
    return command in COMMANDS.get(device.domain, {}) and (needed is None or needed in device.capabilities)


def problem(device: Device, effect: Effect) -> str | None:
    """Why the device cannot do it: `not_supported`, `bad_value`, `out_of_range`; None when it can."""
    if not can(device, effect.command):
        return "not_supported"
    argument = COMMANDS.get(device.domain, {}).get(effect.command)
    if argument is None:
        return None
    value = effect.arguments.get(argument)
    span = limits(device, argument)
    if span is None:
        allowed = choices(device, argument)
        fits = isinstance(value, str) and value != "" and (allowed is None or value in allowed)
        return None if fits else "bad_value"
    if isinstance(value, bool) or not isinstance(value, int | float):
        return "bad_value"
    return None if span.low <= value <= span.high else "out_of_range"
