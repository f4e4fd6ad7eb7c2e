"""Chinese in simplified characters, whatever the engine wrote.

The same few lines stand in `intents.script` for what is typed: neither room may know the other.
"""

import warnings
from functools import cache
from types import ModuleType

import zhconv  # type: ignore[import-untyped]  # publishes no types


def simplified(text: str) -> str:
    """The text with every traditional character in its simplified form, in the words of the mainland."""
    return str(_converter().convert(text, "zh-cn"))


@cache
def _converter() -> ModuleType:
    """With its dictionary, which the package reads without closing the file."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", ResourceWarning)
        zhconv.loaddict()
    converter: ModuleType = zhconv
    return converter
