"""What was written down, as the sequence of syllables that was spoken."""

import re
from dataclasses import dataclass

from intents.script import is_han

DIGITS = "零一二三四五六七八九"
NUMERALS = frozenset(DIGITS + "两十百点半")
"""Characters that are figures: one of them is never another misheard, since people mean what they count."""

_PIECE = re.compile(
    r"(?P<number>\d+(?:\.\d+)?)(?P<share>[%％]?)|(?P<word>[A-Za-z]+)|(?P<pause>[，,、；;]+)|(?P<sign>\S)"
)
_SIGNS = {"°": "度", "℃": "度", "@": "", "。": "", ".": ""}


@dataclass(frozen=True, slots=True)
class Sound:
    """One syllable, or one foreign word, or a pause."""

    text: str
    """One Chinese character, a foreign word in lower case, or `，` for a pause."""
    figure: bool = False
    """Whether it was written as a digit."""

    @property
    def pause(self) -> bool:
        """Whether nothing was said here."""
        return self.text == "，"


def sounds(text: str) -> tuple[Sound, ...]:
    """The text by syllables: `50%` is 百分之五十; marks and what has no sound are left out."""
    found = [sound for piece in _PIECE.finditer(text) for sound in _sounds(piece)]
    while found and found[-1].pause:
        found.pop()
    return tuple(_once(found))


def _once(found: list[Sound]) -> list[Sound]:
    """What was said only once where all of it was said twice, to be sure, or written twice by mistake."""
    half = (len(found) + 1) // 2
    twice = half > 1 and found[:half] == found[-half:] and (half * 2 == len(found))
    return found[:half] if twice else found


def _sounds(piece: re.Match[str]) -> list[Sound]:
    if number := piece["number"]:
        share = [Sound(letter) for letter in "百分之"] if piece["share"] else []
        return share + [Sound(letter, figure=True) for letter in read_out(number)]
    if piece["word"]:
        return [Sound(piece["word"].lower())]
    if piece["pause"]:
        return [Sound("，")]
    return [Sound(piece["sign"])] if is_han(piece["sign"]) else []


def read_out(number: str) -> str:
    """Figures as they are said: 26 is 二十六, 23.5 is 二十三点五, and long ones digit by digit."""
    whole, _, fraction = number.partition(".")
    spoken = (
        _below_thousand(int(whole))
        if len(whole) < 4 and (whole == "0" or whole[0] != "0")
        else _digits(whole)
    )
    return spoken + ("点" + _digits(fraction) if fraction else "")


def _below_thousand(value: int) -> str:
    hundreds, rest = divmod(value, 100)
    tens, ones = divmod(rest, 10)
    if not hundreds:
        ten = ("" if tens == 1 else DIGITS[tens]) + "十" if tens else ""
        return ten + (DIGITS[ones] if ones or not tens else "")
    ten = DIGITS[tens] + "十" if tens else "零" if ones else ""
    return DIGITS[hundreds] + "百" + ten + (DIGITS[ones] if ones else "")


def _digits(figures: str) -> str:
    return "".join(DIGITS[int(figure)] for figure in figures)
