"""One step more, or back: of brightness, warmth, loudness or pace."""

import re
from collections.abc import Mapping

from intents.discourse.situation import repeatable
from intents.vocabulary import Intent, Match, Scalar

PACE = re.compile(
    r"(?:[再还更]|再给我)?(?:调|转|吹)?[快慢](?:一?[点些]儿?|一下)?[吧啊呀]?|"
    r"(?:(?:a (?:little )?bit|a little|even|much|go|make it) )?(?:slower|faster|quicker)(?: please)?",
    re.IGNORECASE,
)
"""Slower and faster: of what turns, or speaks."""
STEPS = frozenset(
    {"brightness_step", "temperature_step", "volume_step", "position_step", "percentage_step", "rate_step"}
)
"""Slots that say how much more or less."""
_LESS = re.compile(
    r"\b(?:down|dimmer|darker|cooler|colder|quieter|softer|lower|slower|less)\b|[暗冷凉低小慢轻柔]",
    re.IGNORECASE,
)
_OPPOSITE = {"up": "down", "down": "up"}

Value = Scalar | tuple[Scalar, ...]


def stepping(match: Match, direction: str | None = None) -> list[Intent]:
    """The steps of the request once more, or `up`, `down` or `back`; empty when there were none."""
    return [
        Intent(intent.name, {slot: _turned(slot, value, direction) for slot, value in intent.slots.items()})
        for intent in repeatable(match)
        if STEPS & intent.slots.keys()
    ]


_STEPPED: Mapping[str, tuple[str, str]] = {
    "brightness": ("HassLightSet", "brightness_step"),
    "position": ("HassSetPosition", "position_step"),
    "volume_level": ("HassSetVolumeRelative", "volume_step"),
    "percentage": ("HassFanSetSpeed", "percentage_step"),
}
"""What was set to a value, and the step from there."""
_DOWNWARDS = re.compile(
    r"\b(?:dim|darken|lower|reduce|decrease|close|shut|down)\b|[降关]|调[低暗小]", re.IGNORECASE
)


def onwards(match: Match, said: str, *, back: bool) -> list[Intent]:
    """One step from the values that a request set, the way that its words went, or back."""
    direction = "down" if bool(_DOWNWARDS.search(said)) != back else "up"
    return [
        Intent(name, {**{key: value for key, value in intent.slots.items() if key != slot}, step: direction})
        for intent in repeatable(match)
        for slot, (name, step) in _STEPPED.items()
        if slot in intent.slots
    ]


_OF = {
    slot: re.compile(words, re.IGNORECASE)
    for slot, words in (
        ("brightness_step", r"\b(?:bright(?:er)?|dim(?:mer)?|dark(?:er)?|lighter)\b|[亮暗]"),
        ("temperature_step", r"\b(?:warm(?:er)?|cool(?:er)?|cold(?:er)?|hot(?:ter)?)\b|[热冷暖凉]"),
        ("volume_step", r"\b(?:loud(?:er)?|quiet(?:er)?|soft(?:er)?)\b|[响轻]|[大小]声"),
    )
}
"""Words of comparison that are of one thing only."""


def fits(text: str, intent: Intent) -> bool:
    """Whether words of comparison are about what the step moves: nothing gets warmer by getting brighter."""
    named = [slot for slot, words in _OF.items() if words.search(text)]
    return not named or any(slot in intent.slots for slot in named)


_TOO_MUCH = re.compile(
    r"\btoo (?:bright|loud|hot|warm|high|fast|strong)\b|(?:太|过于|有点儿?)[亮热高快响吵大]", re.IGNORECASE
)
_TOO_LITTLE = re.compile(
    r"\btoo (?:dark|dim|quiet|soft|cold|cool|chilly|low|slow|weak)\b|(?:太|过于|有点儿?)[暗黑冷凉低慢轻小]",
    re.IGNORECASE,
)


def way(text: str) -> str:
    """Whether words of comparison, or of what is too much, go `up` or `down`."""
    if _TOO_LITTLE.search(text):
        return "up"
    return "down" if _TOO_MUCH.search(text) or _LESS.search(text) else "up"


def _turned(slot: str, value: Value, direction: str | None) -> Value:
    if slot not in STEPS or direction is None or isinstance(value, tuple):
        return value
    if isinstance(value, str):
        return _OPPOSITE.get(value, value) if direction == "back" else direction
    return {"back": -value, "up": abs(value), "down": -abs(value)}[direction]
