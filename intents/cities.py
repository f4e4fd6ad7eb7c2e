"""Cities and countries, and the time zones they keep, from `data/cities.yaml`."""

from dataclasses import dataclass
from functools import cache
from importlib.resources import files

import yaml  # type: ignore[import-untyped]  # ships no types


@dataclass(frozen=True, slots=True)
class City:
    """A place as somebody called it."""

    name: str
    """As it is written."""
    zone: str
    """Its time zone, by IANA's name."""


def city(called: str, language: str) -> City | None:
    """The place of that name in the language; None for one that is not known."""
    return _by_name(language).get(called.strip().casefold())


def cities(language: str) -> tuple[str, ...]:
    """The names of all that are known, in the language."""
    return tuple(each.name for each in _by_name(language).values())


@cache
def _by_name(language: str) -> dict[str, City]:
    zones = yaml.safe_load(files("intents.data").joinpath("cities.yaml").read_text(encoding="utf-8"))
    return {name.casefold(): City(name, entry["zone"]) for entry in zones for name in entry.get(language, ())}
