"""The home as data: floors, areas and devices with their names in every language. No state."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property

from intents.vocabulary import Scalar

Names = Mapping[str, tuple[str, ...]]
"""ISO 639-1 code to names, the first being the one to speak."""


@dataclass(frozen=True)
class Floor:
    """A storey."""

    id: str
    names: Names


@dataclass(frozen=True)
class Area:
    """A room, or another place that devices are in."""

    id: str
    names: Names
    floor: str | None = None
    """Id of its floor."""


@dataclass(frozen=True)
class Device:
    """Something that can be acted on or read."""

    id: str
    """`domain.object`, domains named as Home Assistant's: light, switch, cover, climate, sensor …"""
    names: Names
    area: str | None = None
    """Id of its area."""
    device_class: str | None = None
    """Home Assistant's device class: curtain, door, temperature …"""
    capabilities: frozenset[str] = frozenset()
    """Beyond its domain's basics, for example `brightness`, `color`."""
    attributes: Mapping[str, Scalar] = field(default_factory=dict)
    """Fixed facts, for example `unit_of_measurement`, `min`, `max`."""

    @property
    def domain(self) -> str:
        """What kind of thing it is."""
        return self.id.partition(".")[0]

    def name(self, language: str) -> str:
        """What to call it in a language; another language's name where it has none."""
        for names in (self.names.get(language), *self.names.values()):
            if names:
                return names[0]
        return self.id


@dataclass(frozen=True)
class Home:
    """Everything there is."""

    floors: tuple[Floor, ...] = ()
    areas: tuple[Area, ...] = ()
    devices: tuple[Device, ...] = ()

    @cached_property
    def by_id(self) -> Mapping[str, Device]:
        """Devices by id."""
        return {device.id: device for device in self.devices}

    @cached_property
    def area_by_id(self) -> Mapping[str, Area]:
        """Areas by id."""
        return {area.id: area for area in self.areas}


def all_names(home: Home) -> Iterator[Names]:
    """The names of everything there is: floors, areas, devices."""
    yield from (floor.names for floor in home.floors)
    yield from (area.names for area in home.areas)
    yield from (device.names for device in home.devices)
