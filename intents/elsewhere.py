"""Whether a request names a place where the device is not that likeness took it to mean."""

import re
from collections.abc import Iterator

from intents.furnishings import ROOMS_EN, ROOMS_ZH
from intents.home import Device, Home
from intents.vocabulary import Intent, Match

_ROOM_EN = re.compile(rf"\b(?:{ROOMS_EN})\b", re.IGNORECASE)
_ROOM_ZH = re.compile("|".join(sorted(ROOMS_ZH, key=len, reverse=True)))


def unless_elsewhere(match: Match, text: str, home: Home) -> Match:
    """The match; without its device, and incomplete, where the words name another place."""
    intent = match.intents[0]
    name = str(intent.slots.get("name", ""))
    device = next((each for each in home.devices if name in _names(each)), None) if name else None
    if device is None or not any(_is_foreign(place, device, home) for place in _places(text, home)):
        return match
    slots = {slot: value for slot, value in intent.slots.items() if slot != "name"} | {
        "domain": device.domain
    }
    return Match((Intent(intent.name, slots),), match.confidence, match.route, match.language, complete=False)


def _places(text: str, home: Home) -> Iterator[str]:
    said = text.casefold()
    for pattern in (_ROOM_EN, _ROOM_ZH):
        yield from (found.group() for found in pattern.finditer(said))
    for area in home.areas:
        named = [name.casefold() for spelled in area.names.values() for name in spelled]
        yield from (name for name in named if _says(said, name))


def _says(said: str, name: str) -> bool:
    return bool(re.search(rf"\b{re.escape(name)}\b", said)) if name.isascii() else name in said


def _is_foreign(place: str, device: Device, home: Home) -> bool:
    """Whether neither the device nor its room is called after the place."""
    area = home.area_by_id.get(device.area or "")
    rooms = [name for spelled in area.names.values() for name in spelled] if area else []
    return not any(place in name.casefold() for name in (*_names(device), *rooms))


def _names(device: Device) -> tuple[str, ...]:
    return tuple(name for spelled in device.names.values() for name in spelled)
