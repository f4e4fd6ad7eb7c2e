"""Homes in the form of Home Assistant's own intent tests (`_fixtures.yaml`), as JSON."""

from collections.abc import Iterable, Mapping

from hassil import is_template, parse_sentence, sample_expression
from pydantic import BaseModel, ConfigDict, ValidationError

from intents.home import Area, Device, Floor, Home, Names
from intents.home.layout import LayoutError
from intents.script import base
from intents.vocabulary import Scalar


class _Place(BaseModel):
    model_config = ConfigDict(frozen=True)

    name: str
    """May be a template with alternatives, for example `Trader Joe[']s`."""
    id: str


class _Area(_Place):
    floor: str | None = None


class _Entity(_Place):
    area: str | None = None
    attributes: dict[str, Scalar] = {}


class _Fixture(BaseModel):
    model_config = ConfigDict(frozen=True)

    language: str
    floors: tuple[_Place, ...] = ()
    areas: tuple[_Area, ...] = ()
    entities: tuple[_Entity, ...]


def is_fixture(data: Mapping[str, object]) -> bool:
    """Whether the object looks like such a home, rather than a home file of ours."""
    return "entities" in data


def parse_fixture(data: Mapping[str, object]) -> Home:
    """The home of a fixture; :raises LayoutError: when it is not in that form."""
    try:
        parsed = _Fixture.model_validate(data)
    except ValidationError as error:
        first = error.errors()[0]
        place = ".".join(str(part) for part in first["loc"]) or "the file"
        raise LayoutError(f"fixture, {place}: {first['msg']}") from error
    tongue = base(parsed.language)
    return Home(
        floors=tuple(Floor(floor.id, _names(tongue, [floor])) for floor in parsed.floors),
        areas=tuple(Area(area.id, _names(tongue, [area]), area.floor) for area in parsed.areas),
        devices=tuple(_device(tongue, entities) for entities in _by_id(parsed.entities)),
    )


def _by_id(entities: Iterable[_Entity]) -> Iterable[list[_Entity]]:
    """One id may stand there under several names."""
    groups: dict[str, list[_Entity]] = {}
    for entity in entities:
        groups.setdefault(entity.id, []).append(entity)
    return groups.values()


def _device(tongue: str, entities: list[_Entity]) -> Device:
    first = entities[0]
    attributes = {key: value for key, value in first.attributes.items() if key != "device_class"}
    device_class = first.attributes.get("device_class")
    return Device(
        id=first.id,
        names=_names(tongue, entities),
        area=first.area,
        device_class=str(device_class) if device_class else None,
        attributes=attributes,
    )


def _names(tongue: str, places: Iterable[_Place]) -> Names:
    spelled = (spelling for place in places for spelling in _spellings(place.name))
    return {tongue: tuple(dict.fromkeys(spelled))}


def _spellings(name: str) -> Iterable[str]:
    if not is_template(name):
        return [name.strip()]
    return [spelling.strip() for spelling in sample_expression(parse_sentence(name).expression)]
