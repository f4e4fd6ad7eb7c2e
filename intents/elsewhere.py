"""Whether a request names another place than the one that likeness took it to be about."""

import re
from collections.abc import Iterator

from intents.furnishings import ROOMS_EN, ROOMS_ZH
from intents.home import Area, Device, Home
from intents.restated import is_about_home
from intents.vocabulary import Intent, Match

_ROOM_EN = re.compile(rf"\b(?:{ROOMS_EN})\b", re.IGNORECASE)
_ROOM_ZH = re.compile("|".join(sorted(ROOMS_ZH, key=len, reverse=True)))


def unless_elsewhere(match: Match, text: str, home: Home) -> Match:
    """The match; without its target, and incomplete, where the words name another place than that."""
    intent = match.intents[0]
    places = tuple(_places(text, home)) if is_about_home(intent) else ()
    meant = _meant(intent, home) if places else None
    if meant is None or any(place in name for place in places for name in meant):
        return match
    slots = {slot: value for slot, value in intent.slots.items() if slot not in ("name", "area")}
    named = _device(intent, home)
    slots |= {"domain": named.domain} if named else {}
    return Match((Intent(intent.name, slots),), match.confidence, match.route, match.language, complete=False)


def _meant(intent: Intent, home: Home) -> tuple[str, ...] | None:
    """What the target and its room are called; None where it is no device or room that is known."""
    device = _device(intent, home)
    said = device.area if device else intent.slots.get("area")
    area = home.area_by_id.get(str(said or "")) or next(
        (each for each in home.areas if str(said).casefold() in _names(each)), None
    )
    names = (*(_names(device) if device else ()), *(_names(area) if area else ()))
    return names or (() if not {"name", "area", "floor"} & intent.slots.keys() else None)


def _device(intent: Intent, home: Home) -> Device | None:
    name = str(intent.slots.get("name", "")).casefold()
    return next((each for each in home.devices if name in _names(each)), None) if name else None


def _places(text: str, home: Home) -> Iterator[str]:
    said = text.casefold()
    for pattern in (_ROOM_EN, _ROOM_ZH):
        yield from (found.group() for found in pattern.finditer(said))
    for area in home.areas:
        named = [name.casefold() for spelled in area.names.values() for name in spelled]
        yield from (name for name in named if _says(said, name))


def _says(said: str, name: str) -> bool:
    return bool(re.search(rf"\b{re.escape(name)}\b", said)) if name.isascii() else name in said


def _names(thing: Device | Area) -> tuple[str, ...]:
    return tuple(name.casefold() for spelled in thing.names.values() for name in spelled)
