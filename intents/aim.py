"""What a device should look like after a command; every home compares its reading with this."""

from collections.abc import Mapping

from intents.home import Device
from intents.home.capability import State, limits
from intents.vocabulary import Effect, Scalar

_ALWAYS: Mapping[str, State] = {
    "turn_on": {"on": True},
    "turn_off": {"on": False},
    "open": {"position": 100, "open": True},
    "close": {"position": 0, "open": False},
    "lock": {"locked": True},
    "unlock": {"locked": False},
    "mute": {"muted": True},
    "unmute": {"muted": False},
    "play": {"playing": "playing"},
    "pause": {"status": "paused"},
    "media_player.pause": {"playing": "paused"},
    "start": {"status": "cleaning"},
    "return_to_base": {"status": "returning"},
}
"""Command to what it always leaves behind; a kind of its own goes before."""

_SETS = {
    "set_brightness": "brightness",
    "set_speed": "speed",
    "set_color": "color",
    "set_color_temperature": "color_temperature",
    "set_temperature": "temperature",
    "set_mode": "mode",
    "set_fan_mode": "fan_mode",
    "set_volume": "volume",
    "change_brightness": "brightness",
    "change_temperature": "temperature",
    "change_volume": "volume",
    "change_speed": "speed",
    "change_position": "position",
    "scale_brightness": "brightness",
    "scale_volume": "volume",
}
"""Command to the part of the state that takes its value."""


_LIT = 1
"""The least that a light is dimmed to: who wants it darker does not want it out."""


def wanted(device: Device, effect: Effect, state: State) -> State:
    """What the effect should leave in the device's state, seen before as `state`; empty when no trace."""
    value = next(iter(effect.arguments.values()), None)
    if effect.command in _SETS and value is not None:
        return _set(device, effect, value, state)
    match effect.command:
        case "toggle":
            return _toggled(device, state)
        case "set_position" if isinstance(value, int | float):
            return {"position": value, "open": value > 0}
        case "turn_on" if device.domain == "light" and state.get("brightness") == 0:
            return {"on": True, "brightness": 100}
        case "clean_area" if value is not None:
            return {"status": "cleaning", "cleaning": value}
        case _:
            own = _ALWAYS.get(f"{device.domain}.{effect.command}")
            return own or _ALWAYS.get(effect.command, {})


def _toggled(device: Device, state: State) -> State:
    if device.domain in ("cover", "valve"):
        return _ALWAYS["close" if state.get("open") else "open"]
    return {"on": not state.get("on", False)}


def _set(device: Device, effect: Effect, value: Scalar, state: State) -> State:
    """The new value, and what comes with it: who sets a colour wants light, who sets a volume sound."""
    quantity = _SETS[effect.command]
    if effect.command.startswith(("change_", "scale_")):
        value = _changed(device, effect.command, value, state)
    if quantity == "position":
        return {"position": value, "open": value != 0}
    if quantity == "volume":
        return {"volume": value, "muted": False}
    return {"on": value != 0, quantity: value}


def _changed(device: Device, command: str, by: Scalar, state: State) -> Scalar:
    """So much more or less, or so many times as much, stopping at the limits."""
    quantity = _SETS[command]
    now, span = state.get(quantity, 0), limits(device, quantity)
    if span is None or not isinstance(now, int | float) or not isinstance(by, int | float):
        return now
    least = max(span.low, _LIT) if quantity == "brightness" and now > 0 else span.low
    return min(span.high, max(least, round(now * by) if command.startswith("scale_") else now + by))
