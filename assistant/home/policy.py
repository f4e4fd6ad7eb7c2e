"""What is asked about before it is done, whoever wants it done."""

from intents.home import Device
from intents.vocabulary import Effect

_EXTERIOR = frozenset({"door", "garage", "garage_door", "gate", "boot"})
"""Device classes of covers that let people in when they open."""
_HOT = frozenset({"oven", "stove", "iron", "heater"})
"""Device classes of things that can start a fire."""


def needs_confirmation(effect: Effect, device: Device) -> bool:
    """Whether to ask "are you sure?" first: unlocking, opening the house or the car, heating the oven."""
    match device.domain:
        case "lock":
            return effect.command == "unlock"
        case "cover":
            step = effect.arguments.get("step")
            opens = effect.command in ("open", "toggle") or (
                effect.command == "set_position" and effect.arguments.get("position") != 0
            )
            opens = opens or (
                effect.command == "change_position" and isinstance(step, int | float) and step > 0
            )
            return opens and device.device_class in _EXTERIOR
        case "switch" | "climate":
            return effect.command not in ("read", "turn_off") and device.device_class in _HOT
        case _:
            return False
