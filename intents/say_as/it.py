"""Italian numbers, units and times as words."""

import re

from num2words import num2words  # type: ignore[import-untyped]  # it has no stubs

_UNITS = {
    "°C": "gradi",
    "°F": "gradi Fahrenheit",
    "°": "gradi",
    "%": "per cento",
    "€": "euro",
    "km/h": "chilometri all'ora",
    "km": "chilometri",
    "kWh": "chilowattora",
    "kg": "chilogrammi",
    "cm": "centimetri",
    "min": "minuti",
}
_UNIT = re.compile(rf"(?<=\d)\s?({'|'.join(map(re.escape, _UNITS))})(?!\w)")
_CLOCK = re.compile(r"(?<![\d.,:])([01]?\d|2[0-4]):([0-5]\d)(?![\d:])")
_NUMBER = re.compile(r"(?<![\w.,])-?\d+(?:\.\d{3})*(?:,\d+)?(?![\w])")


def words(text: str) -> str:
    """Clean text as it is said in Italian; a comma is the decimal sign."""
    text = _UNIT.sub(lambda unit: f" {_UNITS[unit.group(1)]}", text)
    text = _CLOCK.sub(
        lambda clock: f"{clock.group(1)} e {clock.group(2)}" if clock.group(2) != "00" else clock.group(1),
        text,
    )
    return _NUMBER.sub(lambda number: _said(number.group()), text)


def _said(figures: str) -> str:
    plain = figures.replace(".", "").replace(",", ".")
    value = float(plain)
    return str(num2words(value if "." in plain else int(plain), lang="it"))
