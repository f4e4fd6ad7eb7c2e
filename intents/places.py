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


def place_told(text: str, times: tuple[str, ...]) -> str | None:
    """An English place that is no city we know, by the word before it; `times` are the words that say "
    "when."""
    said = text.strip(" ?.!")
    for each in sorted(times, key=len, reverse=True):
        said = said.replace(each, "|")
    found = _THERE.search(re.sub(r"\s*\|\s*", "|", said))
    return found["place"] if found else None


_NOWHERE = (
    r"(?:the|this|that|these|my|our|his|her|your|a|an|it|me|us|here|there|home|town|general|case|celsius|"
    r"fahrenheit|"
    r"centigrade|degrees|sunny|rain\w*|snow\w*|in|at|on|all|any|some|going|least|about)\b"
)
_THERE = re.compile(
    rf"\b(?:in|at|near|around|for|over in)\|?(?: |(?<=\|))(?P<place>(?!{_NOWHERE})[a-z][\w'’.-]*(?: "
    rf"(?!(?:on|at|in|for|like|be|"
    r"please|when|if|and|or|to|right|because|close by|nearby)\b)[\w'’.-]+){0,4}(?:, ?[a-z]{2,})?)"
    r"(?=$|\||,| (?:and|to|nearby|close by|on|at|in|for|like|be|please|when|if|right|during)\b)",
    re.IGNORECASE,
)


_WORDS = r"(?<!\bin )(?<!\bfor )(?<!\bat )(?:nice|bath|reading|cork|orange)\b"
"""Places that are words as well."""


def is_place(words: str) -> bool:
    """Whether the words are one place that people in China ask about."""
    found = _pattern("zh").fullmatch(words)
    return found is not None


@cache
def _pattern(language: str) -> re.Pattern[str]:
    names = {*cities(language), *(_chinese() if language == "zh" else ())}
    either = "|".join(map(re.escape, sorted(names, key=lambda name: (-len(name), name)))) or "(?!)"
    if language == "zh":
        return re.compile(f"(?P<place>{either}){_UNIT}(?!时间)")
    return re.compile(rf"\b(?!{_WORDS})(?P<place>{either})\b(?! time)", re.IGNORECASE)


def _chinese() -> tuple[str, ...]:
    text = files("intents").joinpath("data/places_zh.yaml").read_text(encoding="utf-8")
    return tuple(yaml.safe_load(text)["places"].split())
