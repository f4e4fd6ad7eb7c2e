"""The home and a request to the few things that could be meant, at a flat cost."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence

from intents.acts import FORMS, Act, Candidate, Kind, kind_of
from intents.asking import is_question, overrules
from intents.hints import Hint, converses, is_common_name, pointed_at
from intents.home import Area, Device, Home
from intents.home.elsewhere import is_foreign, known_names
from intents.offer import Lead, Request, offered
from intents.reservation import reservation
from intents.values import read_values
from intents.vocabulary import Intent, Scalar

DEVICES = 12
"""More than these confuse a small model and take it seconds to read."""
LABELS = 16
CROWD = 64
"""A word that this many devices share points at none of them."""

_TOKEN = re.compile(r"[a-zà-ÿ]{2,}|\d+|[㐀-鿿]+")
_FILLERS = frozenset(
    ["the", "a", "an", "of", "in", "on", "my", "s", "and", "to", "device", "sensor", "de", "la", "il"]
)
_ALL = re.compile(
    r"\b(?:all|every|everything|everywhere|whole|lights|bed|sleep|leaving|out)\b|所有|全部|都|一切|整个|全屋|睡|出门",
    re.IGNORECASE,
)
_GROUPED: dict[Kind, tuple[str, str, str]] = {
    "light": ("light", "lights", "灯"),
    "curtain": ("cover", "curtains", "窗帘"),
}
_THINGS = {
    "car": r"\bcar\b|\bvehicle\b|车(?!库)",
    "phone": r"\bphone\b|\bmobile\b|手机",
    "watch": r"\bmy watch\b|手表",
}
_ROOMED: frozenset[Kind] = frozenset({"light", "curtain"})
"""What is of use only in the room that the need is felt in."""
_HEAD = 0.6
"""How much of a name its last word is: a floor is not a floor lamp."""


_Shelf = dict[str | None, list[Device]]
"""Devices of one sort by the place they are in."""


class Narrower:
    """An index over one home; build a new one when the home changes."""

    def __init__(self, home: Home) -> None:
        """Index names, kinds and areas of `home`."""
        self._home = home
        self._places = {area.id: _phrases(area) for area in home.areas}
        self._places |= {thing: re.compile(words) for thing, words in _THINGS.items()}
        self._any_place = _phrases(*home.areas)
        self._known = known_names(home)
        self._by_token: dict[str, list[tuple[Device, float]]] = defaultdict(list)
        self._by_kind: dict[Kind, _Shelf] = defaultdict(lambda: defaultdict(list))
        self._by_class: dict[str, _Shelf] = defaultdict(lambda: defaultdict(list))
        self._shared: dict[str, int] = defaultdict(int)
        for device in home.devices:
            if "does" not in device.attributes:  # a routine's name is a whole sentence, and means only itself
                self._index(device)

    def lacks(self, text: str) -> bool:
        """Whether the words name a thing or an owner that is none of this home."""
        return is_foreign(text.casefold(), self._known)

    def narrow(self, text: str, language: str, area: str | None = None) -> tuple[Candidate, ...]:
        """What the request could mean, likeliest first; empty when nothing of the home is pointed at.

        `area` is the id of the area that heard it. Questions yield only reading candidates.
        """
        asking = is_question(text, language)
        lowered = text.lower()
        if converses(text) or overrules(text) or self.lacks(text):
            return ()
        if not asking and reservation(text, language):
            return ()
        named = tuple(id_ for id_, pattern in self._places.items() if pattern.search(lowered))
        here = named or ((area,) if area else ())
        request = Request(lowered, language, asking, read_values(text), here, bool(named))
        leads = self._leads(request)
        best = sorted(leads, key=lambda id_: -self._score(id_, leads[id_], request))[:DEVICES]
        made = [*self._candidates(best, leads, request), *self._groups(best, leads, request)]
        return tuple({candidate.label: candidate for candidate in made}.values())[:LABELS]

    def place(self, text: str) -> str | None:
        """The name, as it was said, of the one area of the home that the words name."""
        named = {found.group().removesuffix("的") for found in self._any_place.finditer(text.lower())}
        return named.pop() if len(named) == 1 else None

    def only_names(self, text: str) -> bool:
        """Whether the words name things or places and say nothing about them."""
        words = _tokens(self._any_place.sub(" ", text.lower())) - _FILLERS
        return all(is_common_name(word) or word in self._by_token for word in words)

    def _index(self, device: Device) -> None:
        self._by_kind[kind_of(device)][_place(device)].append(device)
        if device.device_class and device.domain in ("sensor", "binary_sensor"):
            self._by_class[device.device_class][_place(device)].append(device)
        shares: dict[str, float] = {}
        for name in _names(device):
            for token, share in _shares(name, self._any_place).items():
                shares[token] = max(shares.get(token, 0), share)
        for token, share in shares.items():
            self._by_token[token].append((device, share))
        for name in {name.lower() for name in _names(device)}:
            self._shared[name] += 1

    def _leads(self, request: Request) -> dict[str, Lead]:
        names = self._names_said(request)
        leads: dict[str, Lead] = defaultdict(Lead)
        for hint in pointed_at(request.text):
            for device in self._hinted(hint, request):
                leads[device.id].hints.append(hint)
        for id_, share in names.items():
            if share >= 0.5 or id_ in leads:
                leads[id_].name = share
        return self._plainly_meant(leads, request)

    def _plainly_meant(self, leads: dict[str, Lead], request: Request) -> dict[str, Lead]:
        """Where things were called by their name, only those, and what is in the place that was named."""
        called = {id_ for id_, lead in leads.items() if lead.name >= 0.9}
        if not called:
            called = {id_ for id_, lead in leads.items() if lead.named}
        if not called:
            return leads
        if not request.asking and not request.looking:
            acting = {id_ for id_ in called if kind_of(self._home.by_id[id_]) != "sensor"}
            called = acting or called
        near = request.areas if request.area_named else ()
        kinds = {kind_of(self._home.by_id[id_]) for id_ in called if _place(self._home.by_id[id_]) in near}
        return {
            id_: lead
            for id_, lead in leads.items()
            if self._belongs(id_, near, request)
            or (id_ in called and not self._is_elsewhere(id_, near, kinds))
        }

    def _is_elsewhere(self, id_: str, areas: tuple[str, ...], kinds: set[Kind]) -> bool:
        """Whether it is like something in the place that was named, but in another."""
        device = self._home.by_id[id_]
        return _place(device) not in areas and kind_of(device) in kinds

    def _belongs(self, id_: str, areas: tuple[str, ...], request: Request) -> bool:
        """Whether it is in the place that was named, and can give what is wanted: a deed or an answer."""
        device = self._home.by_id[id_]
        return _place(device) in areas and (request.asking or kind_of(device) != "sensor")

    def _names_said(self, request: Request) -> dict[str, float]:
        """Share of each device's name that was said; a word like "lamp" alone is a hint and no name."""
        names: dict[str, float] = defaultdict(float)
        own: set[str] = set()
        for token in self._words(request.text):
            for device, share in self._sharing(token, request):
                names[device.id] += share
                if not is_common_name(token):
                    own.add(device.id)
        return {id_: share for id_, share in names.items() if id_ in own}

    def _words(self, text: str) -> set[str]:
        """Its tokens, and those of its single Han characters that are whole names."""
        apart = self._any_place.sub(" ", text)
        return _tokens(text) | {sign for sign in apart if sign in self._by_token and not sign.isascii()}

    def _sharing(self, token: str, request: Request) -> Iterable[tuple[Device, float]]:
        found = self._by_token.get(token, [])
        if len(found) <= CROWD:
            return found
        return [(device, share) for device, share in found if _place(device) in request.areas][:CROWD]

    def _hinted(self, hint: Hint, request: Request) -> list[Device]:
        """What a hint points at: in the room if anything there answers to it, else anywhere."""
        asked = request.asking or hint.names or request.looking
        shelves = [self._by_kind[kind] for kind in hint.wishes if hint.names or not request.asking]
        shelves += [self._by_class[device_class] for device_class in hint.sensors] if asked else []
        near = [device for shelf in shelves for area in request.areas for device in shelf.get(area, ())]
        if near:
            return near[:CROWD]
        bound = bool(request.areas) and not hint.names and _ROOMED & hint.wishes.keys()
        return [] if bound else [device for shelf in shelves for device in _anywhere(shelf)]

    def _score(self, id_: str, lead: Lead, request: Request) -> float:
        near = _place(self._home.by_id[id_]) in request.areas
        return 2 * min(lead.name, 1) + min(len(lead.hints), 2) + near * (1.0 if request.area_named else 0.5)

    def _candidates(
        self, best: Sequence[str], leads: dict[str, Lead], request: Request
    ) -> Iterator[Candidate]:
        for id_ in best:
            device = self._home.by_id[id_]
            for act in offered(device, leads[id_], request):
                yield self._candidate(device, act, request)

    def _candidate(self, device: Device, act: Act, request: Request) -> Candidate:
        form = FORMS[kind_of(device)][act]
        name = device.name(request.language)
        value = request.values.of(act)
        slots: dict[str, Scalar] = {"name": name, **form.slots}
        shown = name
        if form.value and value is not None:
            slots[form.value] = value
        if self._shared[name.lower()] > 1:
            slots["domain"] = device.domain
            shown = self._shown(device, name, request.language)
        return Candidate(
            form.label(request.language, shown, value), Intent(form.intent, slots), act, device.id
        )

    def _shown(self, device: Device, name: str, language: str) -> str:
        """A name that several devices have, told apart by its area where it has one."""
        area = self._home.area_by_id.get(device.area or "")
        if area is None:
            return name
        place = _name(area, language)
        return f"{place}{name}" if language == "zh" else f"{name} in the {place}"

    def _groups(self, best: Sequence[str], leads: dict[str, Lead], request: Request) -> Iterator[Candidate]:
        """Several of a kind at once, for requests that sound like it."""
        if request.asking or not _ALL.search(request.text):
            return
        for kind, (domain, en, zh) in _GROUPED.items():
            members = [self._home.by_id[id_] for id_ in best if kind_of(self._home.by_id[id_]) == kind]
            acts = {act for member in members for act in offered(member, leads[member.id], request)}
            for act in ("on", "off", "open", "close"):
                if act in acts and len(self._by_kind[kind]) > 1:
                    form = FORMS[kind][act]
                    slots: dict[str, Scalar] = {"domain": domain, "name": "all"}
                    every = f"所有{zh}" if request.language == "zh" else f"all the {en}"
                    label = form.label(request.language, every).replace("the all the", "all the")
                    yield Candidate(label, Intent(form.intent, slots), act)


def _anywhere(shelf: _Shelf) -> list[Device]:
    """The first few there are, those in rooms before those that are carried about."""
    rooms = [place for place in shelf if place not in _THINGS] or list(shelf)
    found: list[Device] = []
    for place in rooms:
        found += shelf[place][: DEVICES - len(found)]
    return found


def _place(device: Device) -> str | None:
    """The area it is in, or the thing that it is part of."""
    thing = device.attributes.get("thing")
    return device.area or (str(thing) if thing else None)


def _shares(name: str, places: re.Pattern[str]) -> dict[str, float]:
    """How much of a name each of its words is, the place it is in left out."""
    own = places.sub(" ", name.lower())
    tokens = _tokens(own) - _FILLERS or _tokens(name)
    words = _TOKEN.findall(own)
    head = next(iter(_tokens(words[-1])), "") if words and words[-1].isascii() else ""
    if head not in tokens or len(tokens) == 1:
        return dict.fromkeys(tokens, 1 / len(tokens)) if tokens else {}
    return {token: _HEAD if token == head else (1 - _HEAD) / (len(tokens) - 1) for token in tokens}


def _names(thing: Area | Device) -> Iterator[str]:
    for names in thing.names.values():
        yield from names


def _name(area: Area, language: str) -> str:
    return (area.names.get(language) or next(iter(area.names.values()), (area.id,)))[0]


def _phrases(*areas: Area) -> re.Pattern[str]:
    """Finds any name of the areas: whole words where words are written apart."""
    names = sorted({name.lower() for area in areas for name in _names(area)}, key=len, reverse=True)
    words = [rf"\b{re.escape(name)}\b" if name.isascii() else rf"{re.escape(name)}的?" for name in names]
    return re.compile("|".join(words) if words else r"(?!)")


def _tokens(text: str) -> set[str]:
    """Words without plural s, and pairs of neighbouring Han characters."""
    tokens: set[str] = set()
    for run in _TOKEN.findall(text.lower()):
        if "㐀" <= run[0] <= "鿿":
            tokens |= {run[i : i + 2] for i in range(len(run) - 1)} or {run}
        else:
            tokens.add(run[:-1] if len(run) > 3 and run.endswith("s") and not run.endswith("ss") else run)
    return tokens
