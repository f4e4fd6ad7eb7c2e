"""A device's former state to the effects that put it back."""

from collections.abc import Iterator, Mapping

from intents.home import Device
from intents.home.capability import State, can, limits
from intents.vocabulary import Effect, Scalar

_SETTINGS: Mapping[str, tuple[str, str]] = {
    "brightness": ("set_brightness", "brightness"),
    "color": ("set_color", "color"),
    "color_temperature": ("set_color_temperature", "kelvin"),
    "temperature": ("set_temperature", "temperature"),
    "mode": ("set_mode", "mode"),
    "fan_mode": ("set_fan_mode", "fan_mode"),
    "speed": ("set_speed", "speed"),
    "volume": ("set_volume", "volume"),
}
"""Part of a state to the command that sets it, and its argument."""
_SWITCHES: Mapping[str, Mapping[Scalar, str]] = {
    "locked": {True: "lock", False: "unlock"},
    "muted": {True: "mute", False: "unmute"},
    "playing": {"playing": "play", "paused": "pause"},
    "status": {"cleaning": "start", "docked": "return_to_base", "returning": "return_to_base",
               "paused": "pause"},
}  # fmt: skip
"""Part of a state to the command that brings each of its values about."""


def putting_back(device: Device, before: State, now: State) -> tuple[Effect, ...]:
    """What makes the device be as it was, in order; empty when it is, or when nothing could."""
    lost = {part: value for part, value in before.items() if now.get(part) != value}
    effects = (*_covered(device, lost), *_set(device, lost), *_switched(device, lost, before))
    return tuple(effect for effect in effects if can(device, effect.command))


def _covered(device: Device, lost: State) -> Iterator[Effect]:
    position, opened = lost.get("position"), lost.get("open")
    between = isinstance(position, int | float) and 0 < position < 100
    if between and position is not None and can(device, "set_position"):
        yield Effect(device.id, "set_position", {"position": position})
    elif position is not None or opened is not None:
        yield Effect(device.id, "open" if (position or opened) else "close")


def _set(device: Device, lost: State) -> Iterator[Effect]:
    for part, (command, argument) in _SETTINGS.items():
        value = lost.get(part)
        if value is not None and _takes(device, part, value):
            yield Effect(device.id, command, {argument: value})


def _takes(device: Device, part: str, value: Scalar) -> bool:
    """Whether the value could have been set: a light that was never dimmed says 0 or nothing."""
    span = limits(device, part)
    return span is None or not isinstance(value, int | float) or span.low <= value <= span.high


def _switched(device: Device, lost: State, before: State) -> Iterator[Effect]:
    for part, commands in _SWITCHES.items():
        if (command := commands.get(lost.get(part, ""))) is not None:
            yield Effect(device.id, command)
    setting = any(part in lost for part in _SETTINGS)  # setting something switches it on
    if "on" in lost or (setting and before.get("on") is False):
        yield Effect(device.id, "turn_on" if before.get("on") else "turn_off")
