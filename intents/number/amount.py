"""The number that somebody said beside wishing for more or less: what likeness alone would not look at."""

import re
from dataclasses import dataclass

from intents.number.numeral import number, numbers
from intents.vocabulary import Intent


@dataclass(frozen=True, slots=True)
class _Scale:
    """What is stepped, what sets it, and what can be meant by a number."""

    intent: str
    slot: str
    least: float
    most: float


_SCALES = {
    "temperature_step": _Scale("HassClimateSetTemperature", "temperature", 10, 35),
    "brightness_step": _Scale("HassLightSet", "brightness", 1, 100),
    "volume_step": _Scale("HassSetVolume", "volume_level", 0, 100),
}
_WIDEST = {"temperature_step": 9}
"""Steps of more are no steps."""
_BY = re.compile(
    r"\b(?:by|more|less|higher|lower|warmer|cooler|colder|hotter|another|up|down)\b(?!.*\bto\b)|"
    r"(?:高|低|升|降|加|减|涨|暖|凉|热|冷)(?![^，,]*[到成至])[^，,到成至]{0,3}$|再",
    re.IGNORECASE,
)
"""How far, and not how much."""
_NUMBER_BEHIND = re.compile(r"[\d.零一二三四五六七八九十百两半]+\s*(?:个?度|%|档)?[吧呗啊了]*$")
_NO_NUMBER = re.compile("一(?=[点些下会直起样共])|[半两]天")
"""一点 is a bit, and not one."""
_TENTHS = re.compile(
    "(?<![一-鿿])([一二三四五六七八九])成(?=就[行好可])|(?<=[到成至为])([一二三四五六七八九])成"
)
_LIKE = re.compile(r"\b(?:bright\w*|percent|per cent)\b|%|亮度|百分之", re.IGNORECASE)


def exactly(intent: Intent, text: str) -> Intent:
    """The intent with the number of the text, where it only went up or down or lacked one."""
    text = _TENTHS.sub(lambda found: f"{10 * (number(found[1] or found[2]) or 0):g}%", text)
    said = numbers(_NO_NUMBER.sub("", text))
    if len(said) != 1:
        return intent
    value = int(said[0]) if said[0] == int(said[0]) else said[0]
    step = next((slot for slot in _SCALES if isinstance(intent.slots.get(slot), int | float | str)), None)
    if step is None:
        bare = intent.name == "HassLightSet" and not intent.slots.keys() - {"name", "area", "floor", "domain"}
        lit = bare and _LIKE.search(text) and 1 <= value <= 100
        return Intent(intent.name, {**intent.slots, "brightness": value}) if lit else intent
    scale, rest = _SCALES[step], {slot: each for slot, each in intent.slots.items() if slot != step}
    if _BY.search(_number_last(text)) and 0 < value <= _WIDEST.get(step, scale.most):
        return Intent(intent.name, {**rest, step: value * _direction(intent, step)})
    if scale.least <= value <= scale.most:
        return Intent(scale.intent, {**rest, scale.slot: value})
    return intent


def _direction(intent: Intent, step: str) -> int:
    value = intent.slots[step]
    return -1 if value == "down" or (isinstance(value, int | float) and value < 0) else 1


def _number_last(text: str) -> str:
    """Without degrees and percent, so that what stands before the number comes last."""
    return _NUMBER_BEHIND.sub("", text.strip(" 。.!！"))
