"""Scripts that are written without white space: Chinese is matched without any."""

import warnings
from collections.abc import Iterable
from functools import cache
from types import ModuleType

import zhconv  # type: ignore[import-untyped]  # publishes no types

SQUEEZED = frozenset({"zh"})
"""Languages whose sentences and templates are compared without white space."""


def base(language: str) -> str:
    """The ISO 639-1 code of a language tag: `zh` of `zh-CN`."""
    return language.replace("_", "-").partition("-")[0].lower()


def squeeze(text: str, language: str) -> str:
    """The text without white space, in a language that is written without it; the text itself elsewhere."""
    return "".join(text.split()) if language in SQUEEZED else text


def unsqueeze(part: str, text: str) -> str:
    """A part of the squeezed text as it stands in the text, with its white space."""
    places = [place for place, letter in enumerate(text) if not letter.isspace()]
    start = "".join(text.split()).find(part)
    if start < 0 or not part:
        return part
    return text[places[start] : places[start + len(part) - 1] + 1]


def is_han(text: str) -> bool:
    """Whether the text holds a Chinese character."""
    return any("\u3400" <= letter <= "\u9fff" for letter in text)


def written_in(text: str, spoken: Iterable[str] = ("en",)) -> str:
    """Chinese where there is a Chinese character, else the first other language of those that are spoken."""
    return "zh" if is_han(text) else next((each for each in spoken if base(each) != "zh"), "en")


def simplified(text: str) -> str:
    """The text with every traditional character in its simplified form, in the words of the mainland."""
    # As in models.simplified, for what was typed and never heard: neither room may know the other.
    return str(_converter().convert(text, "zh-cn"))


@cache
def _converter() -> ModuleType:
    """With its dictionary, which the package reads without closing the file."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", ResourceWarning)
        zhconv.loaddict()
    converter: ModuleType = zhconv
    return converter
