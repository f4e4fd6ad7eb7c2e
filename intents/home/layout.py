"""A home file of ours: parsed into the home and the states its devices begin with."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Annotated

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, ValidationError

from intents.home import Area, Device, Floor, Home
from intents.vocabulary import Scalar


class LayoutError(ValueError):
    """The home file cannot be used; the message names the entry and what it should be."""


@dataclass(frozen=True)
class Layout:
    """A home and how it is found."""

    home: Home
    states: Mapping[str, Mapping[str, Scalar]]
    """Device id to its first state; a device without one is missing here."""


def _as_tuple(value: object) -> object:
    """One name may stand without a list."""
    return (value,) if isinstance(value, str) else value


Text = Annotated[str, Field(min_length=1)]
NameList = Annotated[tuple[Text, ...], BeforeValidator(_as_tuple), Field(min_length=1)]
NameTable = Annotated[dict[Text, NameList], Field(min_length=1)]


class _Entry(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid", strict=False)


class _Floor(_Entry):
    id: Text
    names: NameTable


class _Area(_Floor):
    floor: str | None = None


class _Device(_Entry):
    id: Annotated[str, Field(pattern=r"^[a-z_]+\.[a-z0-9_]+$")]
    names: NameTable
    area: str | None = None
    device_class: str | None = None
    capabilities: frozenset[str] = frozenset()
    attributes: dict[str, Scalar] = {}
    state: dict[str, Scalar] = {}


class _Layout(_Entry):
    floors: tuple[_Floor, ...] = ()
    areas: tuple[_Area, ...] = ()
    devices: tuple[_Device, ...] = ()


def parse_home(data: Mapping[str, object]) -> Home:
    """The home described by a home file; :raises LayoutError: when an entry is not as it should be."""
    return parse_layout(data).home


def parse_layout(data: Mapping[str, object]) -> Layout:
    """The home and its first states; :raises LayoutError: when an entry is not as it should be."""
    try:
        parsed = _Layout.model_validate(data)
    except ValidationError as error:
        first = error.errors()[0]
        place = ".".join(str(part) for part in first["loc"]) or "the file"
        raise LayoutError(f"home file, {place}: {first['msg']}") from error
    _check_references(parsed)
    home = Home(
        floors=tuple(Floor(floor.id, floor.names) for floor in parsed.floors),
        areas=tuple(Area(area.id, area.names, area.floor) for area in parsed.areas),
        devices=tuple(_device(device) for device in parsed.devices),
    )
    return Layout(home, {device.id: device.state for device in parsed.devices if device.state})


def _device(entry: _Device) -> Device:
    return Device(
        entry.id, entry.names, entry.area, entry.device_class, entry.capabilities, dict(entry.attributes)
    )


def _check_references(parsed: _Layout) -> None:
    """Every id once, and every floor and area that is named exists."""
    for entries in (parsed.floors, parsed.areas, parsed.devices):
        twice = [entry for entry, count in Counter(item.id for item in entries).items() if count > 1]
        if twice:
            raise LayoutError(f"home file: the id '{twice[0]}' is used twice; give each entry its own")
    floors, areas = {floor.id for floor in parsed.floors}, {area.id for area in parsed.areas}
    for area in parsed.areas:
        if area.floor is not None and area.floor not in floors:
            raise LayoutError(f"home file, area '{area.id}': there is no floor '{area.floor}'")
    for device in parsed.devices:
        if device.area is not None and device.area not in areas:
            raise LayoutError(f"home file, device '{device.id}': there is no area '{device.area}'")
