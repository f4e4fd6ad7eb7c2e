"""English for one device: its name with the article, how it is, what it is after a command."""

from collections.abc import Mapping, Sequence

from intents.compose.wording import area_name, number
from intents.home import Device, Home
from intents.home.capability import State
from intents.home.reading import level, reading
from intents.vocabulary import Effect, Scalar

KINDS: Mapping[str, str] = {
    "outlet": "socket", "oven": "oven", "curtain": "curtain", "garage": "garage door", "blind": "blind",
    "shade": "shade", "shutter": "shutter", "window": "window", "door": "door",
    "temperature": "thermometer",
    "humidity": "humidity sensor", "motion": "motion sensor", "tv": "TV", "speaker": "speaker",
    "light": "light", "switch": "switch", "cover": "cover", "climate": "air conditioner", "fan": "fan",
    "lock": "lock", "media_player": "player", "vacuum": "robot vacuum", "valve": "valve", "siren": "siren",
    "scene": "scene", "script": "script", "sensor": "sensor", "binary_sensor": "sensor",
}  # fmt: skip
"""Device class, else domain, to what such a thing is called."""

UNITS = {"°C": "degrees", "°F": "degrees Fahrenheit", "km": "kilometres", "bpm": "beats per minute"}

BINARY: Mapping[str, tuple[str, str]] = {
    "motion": ("detecting motion", "quiet"), "occupancy": ("occupied", "empty"), "moisture": ("wet", "dry"),
    "smoke": ("detecting smoke", "clear"), "gas": ("detecting gas", "clear"), "battery": ("low", "normal"),
    "plug": ("plugged in", "unplugged"), "connectivity": ("connected", "disconnected"),
    "lock": ("unlocked", "locked"), "presence": ("at home", "away"), "running": ("running", "not running"),
    **dict.fromkeys(("door", "window", "opening", "garage_door"), ("open", "closed")),
}  # fmt: skip

DID: Mapping[str, str] = {
    "turn_on": "on", "turn_off": "off", "open": "open", "close": "closed", "lock": "locked",
    "unlock": "unlocked",
    "start": "cleaning", "return_to_base": "on its way back to its base", "pause": "paused",
    "mute": "muted",
    "unmute": "no longer muted", "play": "playing", "next": "on the next one", "stop": "stopped",
    "previous": "back at the one before", "press": "pressed",
}  # fmt: skip
"""Command to what the thing is afterwards."""

_VACUUM = {"docked": "in its base", "returning": "on its way back to its base"}


def after_command(  # noqa: PLR0911  # one phrase a case
    device: Device, effect: Effect, state: State, home: Home
) -> str:
    """What a device is after a command, behind "is"."""
    value = next(iter(effect.arguments.values()), None)
    if device.device_class == "charger":
        return "charging" if state.get("on") else "no longer charging"
    if device.domain == "siren" and device.device_class == "phone":
        return "ringing" if state.get("on") else "no longer ringing"
    match effect.command:
        case "toggle":
            return "on" if state.get("on") else "off"
        case "set_color":
            return str(value)
        case "set_temperature" | "change_temperature":
            return f"set to {number(state.get('temperature', value))} degrees"
        case "set_mode" | "set_fan_mode":
            return f"set to {value}"
        case "set_color_temperature":
            return f"at {value} kelvin"
        case "clean_area":
            return f"cleaning the {area_name(home, str(value), 'en')}"
        case command if command in DID:
            return DID[command]
        case command:
            return f"at {number(state.get(command.partition('_')[2], value))}%"


def condition(device: Device, state: State) -> str:  # noqa: PLR0911  # one sentence a case
    """How a device is, behind "is"; empty when it does not say."""
    now = reading(device, state)
    if now is None:
        return ""
    if device.device_class in ("charger", "phone") and device.domain in ("switch", "siren"):
        verb = "charging" if device.device_class == "charger" else "ringing"
        return verb if now == "on" else f"not {verb}"
    match device.domain:
        case "binary_sensor":
            return BINARY.get(device.device_class or "", ("on", "off"))[now == "off"]
        case "climate" if now == "on":
            return f"on, set to {number(state.get('temperature'))} degrees"
        case "cover" if isinstance(position := state.get("position"), int | float) and 0 < position < 100:
            return f"{number(position)}% open"
        case "vacuum":
            return _VACUUM.get(str(now), str(now))
        case "sensor":
            return _measured(device, now)
        case "device_tracker" | "person":
            return _place(now)
        case _:
            return str(now)


def fully(device: Device, state: State) -> str:
    """Its condition, and how bright, fast or loud it is."""
    said, much = condition(device, state), level(device, state)
    if not said or much is None or (device.domain != "media_player" and (not state.get("on") or much == 100)):
        return said
    return f"{said}{', with the volume' if device.domain == 'media_player' else ''} at {number(much)}%"


def _place(now: Scalar) -> str:
    return {"home": "at home", "away": "not at home", "not_home": "not at home"}.get(str(now), f"at {now}")


def _measured(device: Device, value: Scalar) -> str:
    unit = str(device.attributes.get("unit_of_measurement", ""))
    word = UNITS.get(unit, unit)
    return f"{number(value)}{'' if word in ('', '%') else ' '}{word}"


def measured(device: Device, state: State) -> str:
    """What a sensor, or one built in, measures, with its unit."""
    return _measured(device, state.get("value", state.get("current_temperature", "")))


def the(device: Device) -> str:
    """The device with its article; what people wear is theirs."""
    thing, name = device.attributes.get("thing"), device.name("en")
    if thing == "car" and device.device_class == "distance":
        return "the car's range"
    if device.device_class == "charger" and thing == "car":
        return "the car"
    if name.split(" ", maxsplit=1)[0] in ("the", "my", "your"):
        return name.replace("my ", "your ", 1)
    return f"{'your' if thing in ('phone', 'watch') else 'the'} {name}"


def is_or_are(device: Device) -> str:
    """Some things are plural by their name: curtains, stairs."""
    last = device.name("en").rpartition(" ")[2].casefold()
    return "are" if last.endswith("s") and not last.endswith(("ss", "us", "is")) else "is"


def do_or_does(device: Device) -> str:
    """The same, before not."""
    return "do" if is_or_are(device) == "are" else "does"


def verb(devices: Sequence[Device]) -> str:
    """Behind a list of them."""
    return "are" if len(devices) > 1 else is_or_are(devices[0])


def common_kind(devices: Sequence[Device]) -> str:
    """What several devices are called together."""
    kinds = {kind_of(device) for device in devices}
    if len(kinds) == 1:
        return next(iter(kinds))
    return "door" if all(kind.endswith("door") for kind in kinds) else "device"


def kind_of(device: Device) -> str:
    """What such a thing is called."""
    return KINDS.get(device.device_class or "") or KINDS.get(device.domain, "device")


def plural(kind: str) -> str:
    """Several of a kind."""
    return f"{kind}es" if kind.endswith(("ch", "sh", "s", "x")) else f"{kind}s"
