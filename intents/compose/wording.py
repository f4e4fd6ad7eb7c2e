"""What both languages need to find words: numbers, names, durations in parts."""

import math
from collections.abc import Sequence

from intents.home import Device, Home, Names
from intents.vocabulary import Scalar

SCENES = frozenset({"scene", "script"})
"""Kinds of things that are not on or off, but done."""


def number(value: Scalar | None) -> str:
    """A number as short as it can be, at most one decimal; anything else as it is."""
    if isinstance(value, bool) or not isinstance(value, int | float):
        return "" if value is None else str(value)
    return f"{round(value, 1):g}" if abs(value) < 100_000 else f"{value:.0f}"


def spoken(names: Names, language: str) -> str:
    """The name to say in a language; another language's where it has none."""
    return next((each[0] for each in (names.get(language, ()), *names.values()) if each), "")


def area_name(home: Home, said: str, language: str) -> str:
    """The name of an area or a floor by its id; what was said when it is not in the home."""
    places = {area.id: area.names for area in home.areas} | {floor.id: floor.names for floor in home.floors}
    return spoken(places[said], language) if said in places else said


def whole_area(home: Home, devices: Sequence[Device]) -> str | None:
    """Id of the area whose every device of this kind is there, when there are several; else None."""
    first = devices[0]
    if len(devices) < 2 or first.area is None:
        return None
    same = {
        device.id
        for device in home.devices
        if (device.area, device.domain, device.device_class) == (first.area, first.domain, first.device_class)
    }
    return first.area if same == {device.id for device in devices} else None


def whole_home(home: Home, devices: Sequence[Device]) -> bool:
    """Whether these are all of their kind, and several."""
    first = devices[0]
    same = [device for device in home.devices if device.domain == first.domain]
    return len(devices) > 2 and len(same) == len(devices)


def parts(seconds: float) -> tuple[int, int, int]:
    """Hours, minutes and seconds, counting a begun second as a whole one."""
    whole = math.ceil(round(seconds, 3))
    return whole // 3600, whole // 60 % 60, whole % 60
