"""Where the weather is asked for, among the places that people ask about."""

import re
from functools import cache
from importlib.resources import files

import yaml  # type: ignore[import-untyped]  # ships no types

from intents.cities import cities

_UNIT = "(?:市区?|省|县|区|城区|那边|那儿|那里|这边)?"


def place_in(text: str, language: str) -> str | None:
    """The first place that the words name, the longest there; None where they name none."""
    found = _pattern(language).search(text)
    return found.group("place") if found else None


@cache
def _pattern(language: str) -> re.Pattern[str]:
    names = {*cities(language), *(_chinese() if language == "zh" else ())}
    either = "|".join(map(re.escape, sorted(names, key=lambda name: (-len(name), name)))) or "(?!)"
    if language == "zh":
        return re.compile(f"(?P<place>{either}){_UNIT}(?!时间)")
    return re.compile(rf"\b(?P<place>{either})\b(?! time)", re.IGNORECASE)


def _chinese() -> tuple[str, ...]:
    text = files("intents").joinpath("data/places_zh.yaml").read_text(encoding="utf-8")
    return tuple(yaml.safe_load(text)["places"].split())
