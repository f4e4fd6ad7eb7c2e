"""Whether a request names another place or thing than the one that likeness took it to be about."""

import re
from collections.abc import Iterator
from dataclasses import replace

from intents.cities import cities
from intents.home import Area, Device, Home
from intents.home.furnishings import ROOMS_EN, ROOMS_ZH, THINGS_EN, THINGS_ZH
from intents.home.lamps import called_after
from intents.restated import is_retargetable
from intents.vocabulary import Intent, Match

_ROOM_EN = re.compile(rf"\b(?:{ROOMS_EN})\b", re.IGNORECASE)
_SOMEBODYS = (
    "(?:我?(?:爸妈?|妈|爷爷|奶奶|姥姥|姥爷|儿子|女儿|闺女|弟弟|妹妹|哥哥?|姐姐?)|娃娃?|孩子们?|宝宝|小孩|老人|客人|保姆|阿姨)"
    "(?:的|那|那个|那间)?(?:房间|屋子?|卧室|书房)"
)
"""A room that is somebody's."""
_ROOM_ZH = re.compile(f"{_SOMEBODYS}|" + "|".join(sorted(ROOMS_ZH, key=len, reverse=True)))
_COMMON = frozenset({"闹钟", "窗户", "地暖", "暖气片", "音响"})
"""Other words for what most homes have."""
_THING = re.compile(
    rf"\b(?:{THINGS_EN})\b|" + "|".join(sorted(THINGS_ZH - _COMMON, key=len, reverse=True)), re.IGNORECASE
)
"""What a home may have or not."""
_OWNED = (
    r"(?:(?:bedside |floor |desk |ceiling )?(?:lights?|lamps?|fan|heater|tv|television|telly|curtains?|"
    r"blinds?|door|garage|speakers?|air conditioner|robot|oven|car|phone|watch|house|flat|apartment|"
    r"place|room))"
)
_OWNER = re.compile(
    rf"\b(?P<en>(?!(?:what|where|who|how|that|it|there|here|let|today|tonight|he|she)['’]s)[a-z]+(?:['’]s|"
    rf"s['’]|(?<=neighbours)|(?<=neighbors))) {_OWNED}\b|"
    r"\b(?P<far>next door|downtown|at work|outside the house|across the street)\b|"
    "(?P<zh>奶奶|爷爷|姥姥|爸妈|妈妈|爸爸|邻居|隔壁|公司|单位|楼下|楼上|对门|对面|别人|朋友|学校)家?的?(?:[^，,。]{0,3})"
    "(?:灯|空调|风扇|窗帘|电视|门|车|手机|音箱|插座)",
    re.IGNORECASE,
)


def known_names(home: Home) -> str:
    """All that anything is called, folded, a name a line."""
    things: tuple[Area | Device, ...] = (*home.areas, *home.devices)
    return "\n".join(dict.fromkeys(name for thing in things for name in _names(thing)))


_MODEL = re.compile(r"(?<![\w])[a-z]{1,4}\d{1,4}[a-z]{0,2}(?![\w])", re.IGNORECASE)
"""What only makers call things: T6, XL1050."""


def is_foreign(text: str, known: str) -> bool:
    """Whether the words name a thing or an owner that nothing is called by; `known` has all names, folded."""
    owners = (next(filter(None, found.groups())) for found in _OWNER.finditer(text))
    models = (found.group() for found in _MODEL.finditer(text))
    others = any(each.casefold() not in known for each in (*owners, *models))
    return others or foreign_thing(text, known) is not None


def foreign_thing(text: str, known: str) -> str | None:
    """The first thing that the words name and nothing is called by."""
    named = (found.group() for found in _THING.finditer(text))
    foreign = (each for each in named if each.casefold() not in known)
    return next(foreign, None) or next(called_after(text, known), None)


def _owns_vacuum(place: str, text: str) -> bool:
    """Whether it is the vacuum of a room, and not one that is sent there."""
    its = f"{re.escape(place)}(?:的|里的| )?(?:扫地|扫拖|吸尘|机器人|robot|vacuum|hoover)"
    return bool(re.search(its, text, re.IGNORECASE))


def unless_elsewhere(match: Match, text: str, home: Home) -> Match:
    """The match, about the place that the words name; incomplete where that is none of this home."""
    intent = match.intents[0]
    places = tuple(dict.fromkeys(_places(text, home))) if is_retargetable(intent) else ()
    meant = _meant(intent, home) if places else None
    if meant is None or any(place in name for place in places for name in meant):
        return match
    slots = {slot: value for slot, value in intent.slots.items() if slot not in ("name", "area")}
    named = _device(intent, home)
    slots |= {"domain": named.domain} if named else {}
    slots |= {"area": places[0]} if len(places) == 1 else {}
    known = any(places == (name,) for area in home.areas for name in _names(area))
    if known and intent.name == "HassVacuumStart" and not _owns_vacuum(places[0], text):
        return replace(match, intents=(Intent("HassVacuumCleanArea", {"area": places[0]}),), complete=True)
    known = known and "domain" in slots  # nobody means everything in a room
    return replace(match, intents=(Intent(intent.name, slots),), complete=known)


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
    yield from _abroad(said)


def _abroad(said: str) -> Iterator[str]:
    """Cities and countries that something is said to be in."""
    for language, form in (("en", r"\b(?:in|at|over in) {}\b"), ("zh", "{}(?:家?的|家里|那边|那里|那套)")):
        for name in cities(language):
            if name.casefold() in said and re.search(form.format(re.escape(name.casefold())), said):
                yield name.casefold()


def _says(said: str, name: str) -> bool:
    return bool(re.search(rf"\b{re.escape(name)}\b", said)) if name.isascii() else name in said


def _names(thing: Device | Area) -> tuple[str, ...]:
    return tuple(name.casefold() for spelled in thing.names.values() for name in spelled)
