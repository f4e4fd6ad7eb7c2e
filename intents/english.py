"""English for what happened in the home: articles, plurals, units."""

from collections.abc import Iterable, Mapping, Sequence

from intents import english_time
from intents.capability import State, choices, limits
from intents.english_time import join as listed
from intents.home import Device, Home
from intents.reading import reading
from intents.report import Moment, Timed, TimerView
from intents.target import Unresolved
from intents.vocabulary import Effect, Scalar
from intents.wording import area_name, number, whole_area, whole_home

_KINDS: Mapping[str, str] = {
    "outlet": "socket", "oven": "oven", "curtain": "curtain", "garage": "garage door", "blind": "blind",
    "shade": "shade", "shutter": "shutter", "window": "window", "door": "door",
    "temperature": "thermometer",
    "humidity": "humidity sensor", "motion": "motion sensor", "tv": "TV", "speaker": "speaker",
    "light": "light", "switch": "switch", "cover": "cover", "climate": "air conditioner", "fan": "fan",
    "lock": "lock", "media_player": "player", "vacuum": "robot vacuum", "valve": "valve", "siren": "siren",
    "scene": "scene", "script": "script", "sensor": "sensor", "binary_sensor": "sensor",
}  # fmt: skip
"""Device class, else domain, to what such a thing is called."""

_UNITS = {"°C": "degrees", "°F": "degrees Fahrenheit", "km": "kilometres", "bpm": "beats per minute"}

_BINARY: Mapping[str, tuple[str, str]] = {
    "motion": ("detecting motion", "quiet"), "occupancy": ("occupied", "empty"), "moisture": ("wet", "dry"),
    "smoke": ("detecting smoke", "clear"), "gas": ("detecting gas", "clear"), "battery": ("low", "normal"),
    "plug": ("plugged in", "unplugged"), "connectivity": ("connected", "disconnected"),
    "lock": ("unlocked", "locked"), "presence": ("at home", "away"), "running": ("running", "not running"),
    **dict.fromkeys(("door", "window", "opening", "garage_door"), ("open", "closed")),
}  # fmt: skip

_DID: Mapping[str, str] = {
    "turn_on": "on", "turn_off": "off", "open": "open", "close": "closed", "lock": "locked",
    "unlock": "unlocked",
    "start": "cleaning", "return_to_base": "on its way back to its base", "pause": "paused",
    "mute": "muted",
    "unmute": "no longer muted", "play": "playing", "next": "on to the next one", "stop": "stopped",
    "previous": "back at the one before", "press": "pressed",
}  # fmt: skip
"""Command to what the thing is afterwards."""

_VACUUM = {"docked": "in its base", "returning": "on its way back to its base"}
_SURE = {"unlock": "unlock", "open": "open", "set_position": "open", "turn_on": "turn on", "toggle": "switch"}

_CANNOT = {
    "set_color": "change its colour", "set_color_temperature": "change its colour temperature",
    "set_brightness": "be dimmed", "change_brightness": "be dimmed", "set_position": "stop half way",
    "set_speed": "change its speed",
}  # fmt: skip


class English:
    """The words of one home."""

    def __init__(self, home: Home) -> None:
        """Names come from the home."""
        self._home = home

    def join(self, sentences: Iterable[str]) -> str:
        """Sentences after one another."""
        return " ".join(sentences)

    def timed(self, report: Timed) -> str:
        """What became of timers."""
        return english_time.timed(report)

    def rang(self, timer: TimerView) -> str:
        """A timer is over."""
        return english_time.rang(timer)

    def greeting(self) -> str:
        """Hello."""
        return "Hello, I'm Xiaoban. What can I do for you?"

    def moment(self, report: Moment) -> str:
        """The time or the day."""
        return english_time.moment(report)

    def happened(self, devices: Sequence[Device], effects: Sequence[Effect], state: State) -> str:
        """All effects were carried out on each of the devices; `state` is that of the first now."""
        subject, many = self._subject(devices)
        first = devices[0]
        after = listed([_after(first, effect, state, self._home) for effect in effects])
        if any("volume" in effect.command for effect in effects):
            subject, many = f"{subject} volume", False
        return _sentence(f"{subject} {'are' if many else 'is'} {after}")

    def unchanged(self, device: Device, effect: Effect, state: State) -> str:
        """The device accepted the command and is not as it should be."""
        said = _said(device, state)
        still = f"is still {said}" if effect.command in _DID and said else "did not change"
        return f"I tried, but {_the(device)} {still}."

    def failed(self, device: Device, effect: Effect, problem: str) -> str:
        """The device did not do it."""
        if problem == "unreachable":
            return _sentence(f"{_the(device)} does not answer")
        argument = next(iter(effect.arguments), "")
        span, words = limits(device, argument), choices(device, argument)
        if problem in ("out_of_range", "bad_value") and span is not None:
            unit = _UNITS.get(span.unit, span.unit)
            unit = unit if unit == "%" else f" {unit}"
            return _sentence(f"{_the(device)} takes {number(span.low)} to {number(span.high)}{unit}")
        if problem == "bad_value" and words:
            return _sentence(f"{_the(device)} takes {listed(sorted(words))}")
        return _sentence(f"{_the(device)} can't {_CANNOT.get(effect.command, 'do that')}")

    def sure(self, wishes: Sequence[tuple[Device, Effect]]) -> str:
        """The question before something risky."""
        done = [f"{_SURE.get(effect.command, 'switch')} {_the(device)}" for device, effect in wishes]
        return f"Are you sure you want to {listed(list(dict.fromkeys(done)))}?"

    def missed(self, unresolved: Unresolved) -> str:  # noqa: PLR0911  # one sentence a case
        """Why nothing could be done, and what would help."""
        said = unresolved.detail
        kind = str(said.get("name") or _KINDS.get(str(said.get("device_class"))) or self._kind(unresolved))
        match unresolved.problem:
            case "no_such_device":
                return f"I don't know anything called {kind}."
            case "no_such_area":
                return f"I don't know a place called {said.get('area')}."
            case "none_in_area":
                return self._not_here(unresolved, kind)
            case "none_of_kind":
                return f"There is no {kind} in this home."
            case "ambiguous":
                found = [self._home.by_id[each] for each in _ids(said.get("devices"))]
                places = listed([self._where(each) for each in found])
                return f"There are {len(found)} called {kind}: {places}. Say which room."
            case "no_such_thing":
                return f"No {said.get('thing')} is connected."
            case "not_supported":
                found = [self._home.by_id[each] for each in _ids(said.get("devices"))]
                cannot = _CANNOT.get(str(said.get("command")), "do that")
                return _sentence(f"{self._subject(found)[0] if found else 'the ' + kind} can't {cannot}")
            case "bad_value":
                return "I did not catch what to set it to."
            case _:
                return "I can't do that yet."

    def fact(self, device: Device, state: State) -> str:
        """How the device is."""
        if device.domain == "sensor" and "value" in state:
            return _sentence(self._measurement(device, state))
        said = _said(device, state)
        return _sentence(f"{_the(device)} {_is(device)} {said}" if said else f"{_the(device)} does not say")

    def warmth(self, readings: Sequence[tuple[Device, State]]) -> str:
        """How warm it is in several places."""
        places = [f"{_degrees(device, state)} {self._where(device)}" for device, state in readings]
        return _sentence(f"it's {listed(places)}")

    def answer(self, device: Device, state: State, *, yes: bool) -> str:
        """Whether the device is as it was asked about, and how it is."""
        fact = self.fact(device, state)
        return f"{'Yes' if yes else 'No'}, {fact[0].lower()}{fact[1:]}"

    def tally(self, holding: Sequence[Device], others: Sequence[Device], asked: str) -> str:
        """Which of several devices are as they were asked about; fits "any", "all" and "which"."""
        first, total = next(iter((*holding, *others))), len(holding) + len(others)
        word = _BINARY.get(first.device_class or "", (asked, asked))[asked == "off"]
        kind = _common_kind((*holding, *others))
        if not holding:
            return f"No, none of the {total} {_plural(kind)} is {word}."
        if not others:
            return f"Yes, all {total} {_plural(kind)} are {word}."
        if len(holding) > 3 >= len(others):
            rest = f"{self._names(others)} {_are(others)} not"
            return f"{len(holding)} of {total} {_plural(kind)} are {word}; {rest}."
        return f"{len(holding)} of {total} {_plural(kind)} {_are(holding)} {word}: {self._names(holding)}."

    def _names(self, devices: Sequence[Device]) -> str:
        shown = [_the(device) for device in devices[:4]]
        return listed([*shown, f"{len(devices) - 4} more"] if len(devices) > 4 else shown)

    def _measurement(self, device: Device, state: State) -> str:
        value = _degrees(device, state)
        match device.device_class:
            case "temperature":
                return f"it's {value} {self._where(device)}"
            case "humidity":
                return f"the humidity {self._where(device)} is {value}"
            case "heart_rate":
                return f"your heart rate is {value}"
            case "steps":
                return f"you have taken {value} steps today"
            case "battery":
                return f"{_the(device)} is at {value}"
            case _:
                return f"{_the(device)} {_is(device)} {value}"

    def _kind(self, unresolved: Unresolved) -> str:
        return _KINDS.get(str(unresolved.detail.get("domain")), "device like that")

    def _not_here(self, unresolved: Unresolved, kind: str) -> str:
        said = unresolved.detail
        areas = [f"in the {area_name(self._home, each, 'en')}" for each in _ids(said.get("areas"))]
        place = said.get("floor") or said.get("area")
        where = f"{'on' if 'floor' in said else 'in'} the {area_name(self._home, str(place), 'en')}"
        here = f"There is no {kind} {where}."
        return f"{here} There is one {listed(areas)}." if 0 < len(areas) < 4 else here

    def _subject(self, devices: Sequence[Device]) -> tuple[str, bool]:
        """What to call them, and whether that is a plural."""
        if len(devices) == 1:
            return _the(devices[0]), _is(devices[0]) == "are"
        kinds, area = _plural(_kind_of(devices[0])), whole_area(self._home, devices)
        if area is not None:
            return f"the {area_name(self._home, area, 'en')} {kinds}", True
        if len(devices) <= 3:
            return listed([_the(device) for device in devices]), True
        return f"all {kinds}" if whole_home(self._home, devices) else f"{len(devices)} {kinds}", True

    def _where(self, device: Device) -> str:
        if device.area is None:
            return str(device.attributes.get("place", "outside"))
        return f"in the {area_name(self._home, device.area, 'en')}"


def _after(  # noqa: PLR0911  # one phrase a case
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
        case command if command in _DID:
            return _DID[command]
        case command:
            return f"at {number(state.get(command.partition('_')[2], value))}%"


def _said(device: Device, state: State) -> str:  # noqa: PLR0911  # one sentence a case
    """How a device is, behind "is"; empty when it does not say."""
    now = reading(device, state)
    if now is None:
        return ""
    if device.device_class in ("charger", "phone") and device.domain in ("switch", "siren"):
        verb = "charging" if device.device_class == "charger" else "ringing"
        return verb if now == "on" else f"not {verb}"
    match device.domain:
        case "binary_sensor":
            return _BINARY.get(device.device_class or "", ("on", "off"))[now == "off"]
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


def _place(now: Scalar) -> str:
    return {"home": "at home", "away": "not at home", "not_home": "not at home"}.get(str(now), f"at {now}")


def _measured(device: Device, value: Scalar) -> str:
    unit = str(device.attributes.get("unit_of_measurement", ""))
    word = _UNITS.get(unit, unit)
    return f"{number(value)}{'' if word in ('', '%') else ' '}{word}"


def _degrees(device: Device, state: State) -> str:
    return _measured(device, state.get("value", state.get("current_temperature", "")))


def _the(device: Device) -> str:
    """The device with its article; what people wear is theirs."""
    thing, name = device.attributes.get("thing"), device.name("en")
    if thing == "car" and device.device_class == "distance":
        return "the car's range"
    if device.device_class == "charger" and thing == "car":
        return "the car"
    if name.split(" ", maxsplit=1)[0] in ("the", "my", "your"):
        return name.replace("my ", "your ", 1)
    return f"{'your' if thing in ('phone', 'watch') else 'the'} {name}"


def _is(device: Device) -> str:
    last = device.name("en").rpartition(" ")[2].casefold()
    return "are" if last.endswith("s") and not last.endswith(("ss", "us", "is")) else "is"


def _are(devices: Sequence[Device]) -> str:
    return "are" if len(devices) > 1 else _is(devices[0])


def _common_kind(devices: Sequence[Device]) -> str:
    """What several devices are called together."""
    kinds = {_kind_of(device) for device in devices}
    if len(kinds) == 1:
        return next(iter(kinds))
    return "door" if all(kind.endswith("door") for kind in kinds) else "device"


def _kind_of(device: Device) -> str:
    return _KINDS.get(device.device_class or "") or _KINDS.get(device.domain, "device")


def _plural(kind: str) -> str:
    return f"{kind}es" if kind.endswith(("ch", "sh", "s", "x")) else f"{kind}s"


def _ids(value: object) -> tuple[str, ...]:
    return value if isinstance(value, tuple) else ()


def _sentence(words: str) -> str:
    return f"{words[0].upper()}{words[1:]}."
