"""What each intent asks of a device, as a table. Home Assistant decides what its intents mean."""

from collections.abc import Mapping
from dataclasses import dataclass

from intents.home import Device
from intents.vocabulary import Scalar

Slots = Mapping[str, Scalar | tuple[Scalar, ...]]


@dataclass(frozen=True, slots=True)
class Ask:
    """One command, with the value of a slot when it takes one."""

    command: str
    argument: str | None = None
    slot: str | None = None


@dataclass(frozen=True, slots=True)
class Plan:
    """What an intent is about and what it asks for."""

    asks: tuple[Ask, ...]
    domains: frozenset[str] = frozenset()
    """Empty for any."""
    device_class: str | None = None
    thing: str | None = None
    """What a person owns: car, phone, watch."""

    @property
    def reads(self) -> bool:
        """Whether it only looks."""
        return all(ask.command == "read" for ask in self.asks)

    def commands(self, device: Device, slots: Slots) -> tuple[tuple[str, Mapping[str, Scalar]], ...]:
        """Commands and arguments for this device; those whose slot was not filled are left out."""
        return tuple(
            (_MEANS.get((device.domain, ask.command), ask.command), arguments)
            for ask in self.asks
            if (arguments := _arguments(ask, slots, device)) is not None
        )


def _arguments(ask: Ask, slots: Slots, device: Device) -> Mapping[str, Scalar] | None:
    if ask.argument is None or ask.slot is None:
        return {}
    value = slots.get(ask.slot)
    if value is None or isinstance(value, tuple):
        return None
    if device.domain == "climate" and isinstance(value, int | float):
        return {ask.argument: _warmth(ask.slot, value, slots, device)}
    return {ask.argument: _STEPS.get((ask.slot, value), value)}


def _warmth(slot: str, value: float, slots: Slots, device: Device) -> float:
    """In the device's unit; of a range its middle, to the half degree."""
    high = slots.get("target_temp_high")
    if slot == "target_temp_low" and isinstance(high, int | float):
        value = round(value + high) / 2
    unit, own = slots.get("temperature_unit"), device.attributes.get("unit_of_measurement", "°C")
    if unit is None or unit == own:
        return value
    if slot == "temperature_step":
        return round(value * (5 / 9 if own == "°C" else 9 / 5) * 2) / 2
    return round(((value - 32) * 5 / 9 if own == "°C" else value * 9 / 5 + 32) * 2) / 2


_STEPS: Mapping[tuple[str, Scalar], Scalar] = {
    ("volume_step", "up"): 10,
    ("volume_step", "down"): -10,
    ("brightness_step", "up"): 20,
    ("brightness_step", "down"): -20,
    ("percentage_step", "up"): 20,
    ("percentage_step", "down"): -20,
    ("position_step", "up"): 25,
    ("position_step", "down"): -25,
}
"""Percent that "louder", "brighter" and "faster" mean when no number is said."""

_MEANS = {
    ("cover", "turn_on"): "open",
    ("cover", "turn_off"): "close",
    ("valve", "turn_on"): "open",
    ("valve", "turn_off"): "close",
    ("lock", "turn_on"): "lock",
    ("lock", "turn_off"): "unlock",
    ("vacuum", "turn_on"): "start",
    ("vacuum", "turn_off"): "return_to_base",
    ("button", "turn_on"): "press",
    ("input_button", "turn_on"): "press",
}
"""What turning on and off means for a thing without a switch."""


def _plan(domains: str, *asks: Ask) -> Plan:
    return Plan(asks, frozenset(domains.split()))


def _own(thing: str, kind: str, *asks: Ask) -> Plan:
    domain, _, device_class = kind.partition(".")
    return Plan(asks, frozenset(domain.split()), device_class or None, thing)


_READ, _ON, _OFF = Ask("read"), Ask("turn_on"), Ask("turn_off")
_WARMTH = (
    Ask("set_temperature", "temperature", "temperature"),
    Ask("change_temperature", "step", "temperature_step"),
    Ask("set_temperature", "temperature", "target_temp_low"),
)
_LIGHT = (
    Ask("set_color", "color", "color"),
    Ask("set_color_temperature", "kelvin", "temperature"),
    Ask("set_brightness", "brightness", "brightness"),
    Ask("change_brightness", "step", "brightness_step"),
    Ask("scale_brightness", "factor", "brightness_factor"),
)

PLANS: Mapping[str, Plan] = {
    "HassTurnOn": _plan("", _ON),
    "HassTurnOff": _plan("", _OFF),
    "HassToggle": _plan("", Ask("toggle")),
    "HassGetState": _plan("", _READ),
    "HassLightSet": _plan("light", *_LIGHT),
    "HassSetPosition": _plan(
        "cover valve",
        Ask("set_position", "position", "position"),
        Ask("change_position", "step", "position_step"),
    ),
    "HassStopMoving": _plan("cover valve", Ask("stop")),
    "HassFanSetSpeed": _plan(
        "fan", Ask("set_speed", "speed", "percentage"), Ask("change_speed", "step", "percentage_step")
    ),
    "HassClimateGetTemperature": _plan("sensor climate", _READ),
    "GetTargetTemperature": _plan("climate", _READ),
    "HassClimateSetTemperature": _plan("climate", *_WARMTH),
    "HassClimateSetMode": _plan("climate", Ask("set_mode", "mode", "mode")),
    "HassClimateSetFanMode": _plan("climate", Ask("set_fan_mode", "fan_mode", "fan_mode")),
    "HassVacuumStart": _plan("vacuum", Ask("start")),
    "HassVacuumPause": _plan("vacuum", Ask("pause")),
    "HassVacuumReturnToBase": _plan("vacuum", Ask("return_to_base")),
    "HassVacuumCleanArea": _plan("vacuum", Ask("clean_area", "area", "area")),
    "HassSetVolume": _plan("media_player", Ask("set_volume", "volume", "volume_level")),
    "HassSetVolumeRelative": _plan(
        "media_player",
        Ask("change_volume", "step", "volume_step"),
        Ask("scale_volume", "factor", "volume_factor"),
    ),
    "HassMediaPlayerMute": _plan("media_player", Ask("mute")),
    "HassMediaPlayerUnmute": _plan("media_player", Ask("unmute")),
    "HassMediaPause": _plan("media_player", Ask("pause")),
    "HassMediaUnpause": _plan("media_player", Ask("play")),
    "HassMediaNext": _plan("media_player", Ask("next")),
    "HassMediaPrevious": _plan("media_player", Ask("previous")),
    "FindPhone": _own("phone", "siren", _ON),
    "StopPhone": _own("phone", "siren", _OFF),
    "GetPhoneBattery": _own("phone", "sensor.battery", _READ),
    "GetHeartRate": _own("watch", "sensor.heart_rate", _READ),
    "GetSteps": _own("watch", "sensor.steps", _READ),
    "GetWatchBattery": _own("watch", "sensor.battery", _READ),
    "CarChargeStart": _own("car", "switch.charger", _ON),
    "CarChargeStop": _own("car", "switch.charger", _OFF),
    "CarCharging": _own("car", "switch.charger", _READ),
    "CarClimateStart": _own("car", "climate", _ON),
    "CarClimateStop": _own("car", "climate", _OFF),
    "CarSetTemperature": _own("car", "climate", *_WARMTH),
    "CarLock": _own("car", "lock", Ask("lock")),
    "CarUnlock": _own("car", "lock", Ask("unlock")),
    "CarBootOpen": _own("car", "cover.boot", Ask("open")),
    "CarBootClose": _own("car", "cover.boot", Ask("close")),
    "CarLocation": _own("car", "device_tracker", _READ),
    "CarBattery": _own("car", "sensor.battery", _READ),
    "CarRange": _own("car", "sensor.distance", _READ),
    "CarTemperature": _own("car", "climate", _READ),
    "CarState": _own("car", "", _READ),
}
"""Intent to what it asks for. Ours are those without `Hass`."""

READS = frozenset(name for name, plan in PLANS.items() if plan.reads)
"""Intents that only ask."""

VOLUME = frozenset({"HassSetVolume", "HassSetVolumeRelative", "HassMediaPlayerMute", "HassMediaPlayerUnmute"})
"""Intents that are about the loudness of something."""
