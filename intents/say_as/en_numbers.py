"""English number words."""

import re

from num2words import num2words  # type: ignore[import-untyped]  # it has no stubs

_DIGITS = ("zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine")
_SCALES = re.compile(r"\b(?:thousand|million|billion|trillion|quadrillion)\b")
_LONGEST = 15
"""Figures; longer ones are read digit by digit, since nobody grasps them as a number."""


def cardinal(figures: str) -> str:
    """A whole number; "and" only before what follows the last hundred."""
    figures = figures.replace(",", "")
    if len(figures) > _LONGEST:
        return digits(figures)
    return _tidy(str(num2words(int(figures))))


def integer(figures: str) -> str:
    """A whole number as it stands in a text: 1994 is a year, 05 a part of something."""
    if len(figures) > 1 and figures.startswith("0"):
        return digits(figures, zero="oh") if len(figures) == 2 else digits(figures)
    if re.fullmatch(r"1[1-9]\d\d|20\d\d", figures):
        return year(figures)
    return cardinal(figures)


def number(figures: str) -> str:
    """A number with thousands, sign and decimals."""
    figures = figures.replace(",", "")
    whole, point, fraction = figures.partition(".")
    if not point:
        return cardinal(whole)
    said = f"point {digits(fraction)}"
    return f"{cardinal(whole)} {said}" if whole else said


def digits(figures: str, zero: str = "zero") -> str:
    """Digit by digit."""
    return " ".join(zero if digit == "0" else _DIGITS[int(digit)] for digit in figures)


def year(figures: str) -> str:
    """1905 is nineteen oh five, 2012 twenty twelve."""
    if len(figures) < 3:
        return digits(figures, "oh") if figures.startswith("0") else cardinal(figures)
    return _tidy(str(num2words(int(figures), to="year")))


def decade(figures: str) -> str:
    """1910 for the 1910s."""
    said = "two thousand" if figures == "2000" else year(figures)
    return re.sub(r"y$", "ie", said) + "s"


def ordinal(figures: str) -> str:
    """Fifth."""
    return _tidy(str(num2words(int(figures.replace(",", "")), to="ordinal"))).replace(" and ", " ")


def ordinal_with(figures: str, ending: str) -> str:
    """21st; an ending that does not belong is read apart."""
    plain = figures.replace(",", "")
    tail = int(plain) % 100
    right = "th" if 10 < tail < 14 else {1: "st", 2: "nd", 3: "rd"}.get(tail % 10, "th")
    if ending.lower() != right:
        return f"{cardinal(plain)} {ending.lower()}"
    said = ordinal(plain)
    return said.removeprefix("one ") if plain in ("1000", "1000000") else said


def fraction(over: str, under: str, *, mixed: bool = False) -> str:
    """Three quarters; a half of a mixed number is "a half"."""
    if under == "2" and over == "1":
        return "a half" if mixed else "one half"
    if under == "1":
        return f"{cardinal(over)} over one"
    name = {"2": "half", "4": "quarter"}.get(under) or ordinal(under)
    if over == "1":
        return f"one {name}"
    if mixed and under == "4":
        name = "fourth"
    return f"{cardinal(over)} {'halves' if name == 'half' else name + 's'}"


def _tidy(said: str) -> str:
    said = said.replace(",", "").replace("-", " ")
    scales = [match.end() for match in _SCALES.finditer(said)]
    if not scales:
        return said
    return said[: scales[-1]].replace(" and ", " ") + said[scales[-1] :]
