"""A few words that name things or places of the home, and nothing else: `the bedroom`, `卧室的灯`."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property

from intents.acts import Kind, kind_of
from intents.hints import HINTS, pointed_at
from intents.home import Area, Device, Floor, Home
from intents.target import is_called
from intents.vocabulary import Scalar

Slots = Mapping[str, Scalar | tuple[Scalar, ...]]

TARGET = frozenset(
    {"name", "area", "floor", "domain", "device_class", "preferred_area_id", "preferred_floor_id", "id"}
)
"""Slots that say what a request is about; all others say what is wanted."""
_LONGEST = 60
"""Characters; who only names something is brief."""
_AND = re.compile(r"\s*(?:,\s*(?:and\s+)?|\band\b|、|，|和|跟|还有|以及)\s*", re.IGNORECASE)
_BARE = re.compile(
    r"^(?:(?:the|a|an|my|our|in|on|at|of|for|to|ones?|into|那[个盏台间]|这[个盏台间]|在|把)\b[ ]*|"
    r"[在把那](?![个盏])|"
    r"[那这][个盏台间])*|"
    r"(?:[ ]*\b(?:ones?|please)\b|的?[那这][个盏台间]|里面?的?|的)*$",
    re.IGNORECASE,
)
_VERBS = re.compile("unlock|锁")
_KIND_WORD = re.compile(
    "|".join(
        r"\bdoors?\b|门" if _VERBS.search(hint.words.pattern) else f"(?:{hint.words.pattern})"
        for hint in HINTS
        if hint.names
    ),
    re.IGNORECASE,
)
"""Finds what things are called; to lock is something that is done."""


@dataclass(frozen=True, slots=True)
class Mention:
    """What was named."""

    devices: tuple[Device, ...] = ()
    """All that are called so."""
    area: Area | None = None
    floor: Floor | None = None
    kind: Kind | None = None
    """What a person would call the things in that place."""


class Mentions:
    """Knows the names of one home."""

    def __init__(self, home: Home) -> None:
        """Names come from `home`."""
        self.home = home

    def names(self, text: str) -> bool:
        """Whether the text names a device, a place or a kind of thing anywhere."""
        said = text.lower()
        return bool(_KIND_WORD.search(said)) or any(part in self._known for part in _parts(said))

    def read(self, text: str) -> tuple[Mention, ...]:
        """What the words name, when they do nothing else; else nothing."""
        bare = _stripped(text)
        if not bare or len(bare) > _LONGEST:
            return ()
        if (whole := self._one(bare)) is not None:
            return (whole,)
        found = [self._one(_stripped(part)) for part in _AND.split(bare) if part]
        named = tuple(each for each in found if each is not None)
        return named if named and len(named) == len(found) else ()

    def _one(self, said: str) -> Mention | None:
        if mention := self._known.get(_plain(said)):
            return mention
        if kind := _kind(said):
            return Mention(kind=kind)
        return self._placed(said) or (self._known.get(_plain(said[:-1])) if said.endswith("s") else None)

    def _placed(self, said: str) -> Mention | None:
        """A kind of thing in a place: `bedroom lights`, `lights in the bedroom`, `卧室的灯`."""
        for found in _KIND_WORD.finditer(said):
            kind = _kind(found.group())
            around = _stripped(f"{said[: found.start()]} {said[found.end() :]}")
            place = self._known.get(_plain(around))
            if kind and place and (place.area or place.floor):
                return Mention(area=place.area, floor=place.floor, kind=kind)
        return None

    @cached_property
    def _known(self) -> Mapping[str, Mention]:
        """By name, without spaces; a place goes before a device that is called like it."""
        known: dict[str, Mention] = {}
        for device in self.home.devices:
            for name in _spelled(device):
                others = known[name].devices if name in known else ()
                known[name] = Mention(others if device in others else (*others, device))
        known |= {name: Mention(floor=floor) for floor in self.home.floors for name in _spelled(floor)}
        known |= {name: Mention(area=area) for area in self.home.areas for name in _spelled(area)}
        return known

    def slots(self, mention: Mention, language: str, like: Device | None) -> Slots | None:
        """What the request is about then; in a place, what is `like` the thing it was about before."""
        if mention.devices:
            acting = [each for each in mention.devices if like is None or each.domain == like.domain]
            return self.pointing((acting or mention.devices)[0], language)
        place = mention.area or mention.floor
        names = place.names if place else {}
        where = next((each[0] for each in (names.get(language, ()), *names.values()) if each), "")
        put = {"floor" if mention.floor else "area": where} if place else {}
        if mention.kind is not None:
            like = next((each for each in self.home.devices if kind_of(each) == mention.kind), None)
            if like is None:
                return None
        return {**put, **(_sort(like) if like else {})}

    def pointing(self, device: Device, language: str) -> Mapping[str, Scalar]:
        """Slots that no other device answers to."""
        name = device.name(language)
        slots: dict[str, Scalar] = {"name": name}
        rivals = [each for each in self.home.devices if each is not device and is_called(each.names, name)]
        if rivals:
            slots["domain"] = device.domain
        area = self.home.area_by_id.get(device.area or "")
        if area and any(each.domain == device.domain for each in rivals):
            slots["area"] = next(each[0] for each in area.names.values() if each)
        return slots


def _sort(device: Device) -> dict[str, Scalar]:
    told_apart = device.domain in ("cover", "sensor", "binary_sensor") and device.device_class
    own = {"device_class": told_apart} if told_apart else {}
    return {"domain": device.domain, **own}


def _kind(said: str) -> Kind | None:
    for hint in pointed_at(said):
        if hint.names and hint.words.fullmatch(said):
            return next(iter(hint.wishes), None)
    return None


def _spelled(thing: Area | Floor | Device) -> Iterator[str]:
    for names in thing.names.values():
        yield from (_plain(name) for name in names)


def _plain(name: str) -> str:
    return "".join(name.lower().split())


def _stripped(text: str) -> str:
    """Without articles and what else only stands beside a name."""
    said = text.strip(" \t.,!?;。，！？；、").lower()
    return _BARE.sub("", said).strip()


def _parts(said: str) -> Iterator[str]:
    """Every run of words, or of characters where words are not written apart, without spaces."""
    words = re.findall(r"[a-zà-ÿ0-9']+|[㐀-鿿]", said[:_LONGEST])
    for start in range(len(words)):
        for end in range(start + 1, min(len(words), start + 8) + 1):
            yield "".join(words[start:end])
