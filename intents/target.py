"""Which devices a request is about: names, areas and floors to devices."""

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace

from intents.home import Area, Device, Floor, Home
from intents.vocabulary import Context, Scalar


@dataclass(frozen=True, slots=True)
class Unresolved:
    """Why a request cannot be carried out in this home."""

    problem: str
    """`no_such_device`, `no_such_area`, `none_in_area`, `none_of_kind`, `ambiguous`, `not_supported`,
    `bad_value`, `unknown_intent`, `no_such_thing`, `not_said`, `nothing_done`."""
    detail: Mapping[str, Scalar | tuple[str, ...]] = field(default_factory=dict)
    """What an answer needs: `name` as said, `domain`, `device_class`, `area` or `floor` as an id or as said,
    the `command` that a device does not know, `areas` and `devices` as ids of where and what there is."""


@dataclass(frozen=True, slots=True)
class Wish:
    """The part of a request that says what it is about."""

    name: str | None = None
    """As said; None when only a kind or a place was named."""
    everything: bool = False
    """`all` was said."""
    area: str | None = None
    floor: str | None = None
    domains: frozenset[str] = frozenset()
    """Empty for any."""
    device_classes: frozenset[str] = frozenset()
    """Empty for any."""
    reads: bool = False
    """Nothing will change, so that looking at too much does no harm."""


_HANGINGS = frozenset({"blind", "curtain", "shade", "shutter"})
"""What hangs before windows."""
Able = Callable[[Device], bool]
"""Whether a device could do what is asked for."""


def find(wish: Wish, home: Home, context: Context, able: Able) -> tuple[Device, ...] | Unresolved:
    """The devices that are meant, in the order of the home, or why none is."""
    places = _places(wish, home, context)
    if isinstance(places, Unresolved):
        return places
    kind = [device for device in home.devices if _is_kind(device, wish)]
    if not kind and wish.device_classes and wish.device_classes <= _HANGINGS:
        wish = replace(wish, device_classes=_HANGINGS)  # whoever has curtains only may call them blinds
        kind = [device for device in home.devices if _is_kind(device, wish)]
    if wish.name is not None:
        return _named(wish, home, context, [device for device in kind if able(device)], places)
    # The car and what people wear are no part of the house unless they are named.
    return _kind(wish, [device for device in kind if "thing" not in device.attributes], places, able)


def _kind(
    wish: Wish, kind: Sequence[Device], places: frozenset[str] | None, able: Able
) -> tuple[Device, ...] | Unresolved:
    """Everything of a kind in the places that are meant."""
    here = [device for device in kind if places is None or device.area in places]
    fit = tuple(device for device in here if able(device))
    if fit:
        return fit
    if here or not kind:
        return Unresolved("not_supported" if here else "none_of_kind", _said(wish, here))
    # Nobody named a place and the room has none: the only one in the home must be meant.
    elsewhere = tuple(device for device in kind if able(device))
    if elsewhere and not wish.area and not wish.floor and (len(elsewhere) == 1 or wish.reads):
        return elsewhere
    return _elsewhere(wish, elsewhere, places or frozenset())


def _named(
    wish: Wish, home: Home, context: Context, kind: Sequence[Device], places: frozenset[str] | None
) -> tuple[Device, ...] | Unresolved:
    named = [device for device in kind if is_called(device.names, wish.name)]
    if not named:
        unable = [device for device in home.devices if is_called(device.names, wish.name)]
        return Unresolved("not_supported" if unable else "no_such_device", _said(wish, unable[:1]))
    if (wish.area or wish.floor) and places is not None:
        there = [device for device in named if device.area in places]
        return _one(wish, there) if there else _elsewhere(wish, named, places)
    named += _other_parts(wish, home, named)
    here = [device for device in named if context.area is not None and device.area == context.area]
    return _one(wish, here or named)


def _other_parts(wish: Wish, home: Home, named: Sequence[Device]) -> list[Device]:
    """A name that several parts of a thing share is the thing's: who asks after the car hears of it all."""
    things = [device.attributes.get("thing") for device in named]
    shared = {thing for thing in things if thing is not None and things.count(thing) > 1}
    if not wish.reads or wish.domains or wish.everything:
        return []
    parts = [device for device in home.devices if device.attributes.get("thing") in shared]
    return [device for device in parts if device not in named]


def _one(wish: Wish, found: Sequence[Device]) -> tuple[Device, ...] | Unresolved:
    """The one device of that name; asking back is better than doing it to the wrong one."""
    if len(found) == 1 or wish.reads:
        return tuple(found)
    return Unresolved("ambiguous", _said(wish, found))


def _elsewhere(wish: Wish, found: Sequence[Device], places: frozenset[str]) -> Unresolved:
    areas = tuple(dict.fromkeys(device.area for device in found if device.area is not None))
    place = {"floor": wish.floor} if wish.floor else {"area": min(places, default=wish.area or "")}
    return Unresolved("none_in_area", {**_said(wish, found), "areas": areas, **place})


def _is_kind(device: Device, wish: Wish) -> bool:
    domain = "light" if "light" in wish.domains and is_lamp(device) else device.domain
    return (not wish.domains or domain in wish.domains) and (
        not wish.device_classes or device.device_class in wish.device_classes
    )


_LAMP = re.compile(
    r"\b(?:lights?|lamps?|lighting|lanterns?|sconces?|chandelier|spotlights?)\b|灯", re.IGNORECASE
)


def is_lamp(device: Device) -> bool:
    """Whether it gives light: also a switch that is called after the light behind it."""
    names = (name for spelled in device.names.values() for name in spelled)
    return device.domain == "light" or (device.domain == "switch" and any(map(_LAMP.search, names)))


def _said(wish: Wish, devices: Sequence[Device] = ()) -> dict[str, Scalar | tuple[str, ...]]:
    domain = next(iter(wish.domains)) if len(wish.domains) == 1 else None
    words = {"name": wish.name, "domain": domain, "device_class": min(wish.device_classes, default=None)}
    said: dict[str, Scalar | tuple[str, ...]] = {key: word for key, word in words.items() if word is not None}
    return {**said, "devices": tuple(device.id for device in devices)} if devices else said


def _places(wish: Wish, home: Home, context: Context) -> frozenset[str] | Unresolved | None:
    """Ids of the areas that are meant; None for the whole home."""
    if wish.area is not None:
        areas = frozenset(area.id for area in home.areas if _is(area, wish.area))
        return areas or Unresolved("no_such_area", {"area": wish.area})
    if wish.floor is not None:
        floors = {floor.id for floor in home.floors if _is(floor, wish.floor)}
        found = frozenset(area.id for area in home.areas if area.floor in floors)
        return found if floors else Unresolved("no_such_area", {"area": wish.floor})
    if context.area is not None and not wish.everything:
        return frozenset({context.area})
    return None


def area_id(said: str, home: Home) -> str | None:
    """The id of the area that is called so."""
    return next((area.id for area in home.areas if _is(area, said)), None)


def _is(place: Area | Floor, said: str) -> bool:
    return place.id == said or is_called(place.names, said)


def is_called(names: Mapping[str, tuple[str, ...]], said: str | None) -> bool:
    """Whether one of the names, in any language, is what was said; case and spaces do not matter."""
    return said is not None and any(_plain(name) == _plain(said) for each in names.values() for name in each)


def _plain(name: str) -> str:
    return "".join(name.casefold().split())
