"""The values a request names, read from its words and never invented."""

import re
from dataclasses import dataclass

from intents.acts import Act
from intents.number.numeral import numbers
from intents.vocabulary import Scalar

_COLORS = {
    "red": "红", "orange": "橙", "yellow": "黄", "green": "绿", "blue": "蓝", "purple": "紫", "pink": "粉",
    "white": "白", "turquoise": "青", "brown": "棕",
}  # fmt: skip
_COLOR = re.compile(
    "|".join([*(rf"\b{en}\b" for en in _COLORS), *(f"{zh}色" for zh in _COLORS.values())]), re.IGNORECASE
)
_BY_WORD = {**{en: en for en in _COLORS}, **{f"{zh}色": en for en, zh in _COLORS.items()}}
_SHARE = re.compile(r"%|％|\bper ?cent\b|百分之", re.IGNORECASE)
_HALF = re.compile(r"\b(?:half(?:way)?)\b|一半", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Values:
    """What the words offer an act that needs a value."""

    percent: int | None = None
    degrees: float | None = None
    color: str | None = None

    def of(self, act: Act) -> Scalar | None:
        """The value for this act, if it takes one and the words have one."""
        match act:
            case "percent":
                return self.percent
            case "degrees":
                return self.degrees
            case "color":
                return self.color
            case _:
                return None


def read_values(text: str) -> Values:
    """The first number that can be a share, the first that can be a room's temperature, a colour."""
    found = numbers(text)
    color = _COLOR.search(text)
    least = 0 if _SHARE.search(text) else 5  # "a bit" is 一点 in Chinese, and no number
    percent = next(
        (int(number) for number in found if number == int(number) and least <= number <= 100), None
    )
    degrees = next((int(n) if n == int(n) else n for n in found if 5 <= n <= 35), None)
    if percent is None and _HALF.search(text):
        percent = 50
    return Values(percent, degrees, _BY_WORD[color.group().lower()] if color else None)
