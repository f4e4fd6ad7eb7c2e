"""What a state means in Home Assistant's words: on, open, locked, home, 24."""

from intents.home import Device
from intents.home.capability import State
from intents.vocabulary import Scalar


def reading(device: Device, state: State) -> Scalar | None:
    """The one thing a device would be asked about; None when it does not say."""
    match device.domain:
        case "cover" | "valve":
            is_open = state.get("open")
            return None if is_open is None else ("open" if is_open else "closed")
        case "lock":
            locked = state.get("locked")
            return None if locked is None else ("locked" if locked else "unlocked")
        case "vacuum":
            return state.get("status")
        case "device_tracker" | "person":
            return state.get("location")
        case "sensor":
            return state.get("value")
        case _:
            is_on = state.get("on")
            return None if is_on is None else ("on" if is_on else "off")


_SAME = {"not_home": "away", "opened": "open", "shut": "closed"}


_DETECTS = {"open": "on", "closed": "off", "unlocked": "on", "locked": "off"}
"""What a sensor of a door, a window or a lock says."""


def holds(device: Device, state: State, asked: str) -> bool | None:
    """Whether the device is as it was asked about, `on`, `open`, `locked` …; None when it does not say."""
    now = reading(device, state)
    if now is None:
        return None
    asked = _SAME.get(asked.lower(), asked.lower())
    if device.domain == "binary_sensor":
        asked = _DETECTS.get(asked, asked)
    if device.domain in ("cover", "valve"):
        asked = {"on": "open", "off": "closed"}.get(asked, asked)
    if device.domain == "climate" and asked not in ("on", "off"):
        return bool(state.get("on")) and state.get("mode") == asked
    if device.domain == "media_player" and asked in ("playing", "paused", "idle"):
        return bool(state.get("on")) and state.get("playing") == asked
    if device.domain == "vacuum" and asked in ("on", "off"):
        return (now == "cleaning") == (asked == "on")
    return str(_SAME.get(str(now).lower(), now)).lower() == asked


_LEVELS = {"light": "brightness", "fan": "speed", "media_player": "volume"}
"""What tells how bright, fast or loud a device is."""


def level(device: Device, state: State) -> float | None:
    """How much of all that it could, in percent; None where it does not say."""
    value = state.get(_LEVELS.get(device.domain, ""))
    return value if isinstance(value, int | float) and not isinstance(value, bool) else None
