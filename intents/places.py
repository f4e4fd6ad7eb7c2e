"""Where the weather is asked for, among the places that people in China ask about."""

import re
from functools import cache
from importlib.resources import files

import yaml  # type: ignore[import-untyped]  # ships no types

_UNIT = "(?:市区?|省|县|区|城区|那边|那儿|那里|这边)?"


def place_in(text: str) -> str | None:
    """The first place that the words name, the longest there; None where they name none."""
    found = _pattern().search(text)
    return found.group("place") if found else None


@cache
def _pattern() -> re.Pattern[str]:
    text = files("intents").joinpath("data/places_zh.yaml").read_text(encoding="utf-8")
    names = sorted(yaml.safe_load(text)["places"].split(), key=lambda name: -len(name))
    return re.compile(f"(?P<place>{'|'.join(map(re.escape, names))}){_UNIT}(?!时间)")
