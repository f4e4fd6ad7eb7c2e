"""A number and nothing else, behind what heats or cools: so many degrees. 打开空调 … 二十六."""

import re

from intents.discourse.situation import Situation
from intents.number.numeral import NUMERAL, number
from intents.vocabulary import Intent, Match

_AROUND = re.compile(
    r"^(?:(?:make it|set it to|put it (?:on|at|to)|to|at|on|then|and) )+|(?: please)$|"
    r"^(?:那就?|就|开到?|调到?|到)+|[吧的]$",
    re.IGNORECASE,
)
_LEAST, _MOST = 10, 35
"""Degrees Celsius that anybody wants in a room; more is meant in Fahrenheit, or is no temperature."""


def in_degrees(here: Situation) -> Match | None:
    """So warm the thing that was spoken of last; None where that is not for warmth, or more was said."""
    last, said = here.dialogue.last, here.text.strip(" .。!！,，")
    said = _AROUND.sub("", said).strip()
    degrees = number(said) if NUMERAL.fullmatch(said) else None
    things = [here.home.by_id.get(id_) for id_ in last.things] if last else []
    heating = [each for each in things if each is not None and each.domain == "climate"]
    if degrees is None or not _LEAST <= degrees <= _MOST or len(heating) < max(1, len(things)):
        return None
    aims = (here.mentions.pointing(each, here.language) for each in heating)
    return here.meant(Intent("HassClimateSetTemperature", {**aim, "temperature": degrees}) for aim in aims)
