"""As far as it goes: "all the way", 开到底, of what was moved or set last."""

import re

from intents.discourse.situation import Situation
from intents.discourse.step import onwards, stepping
from intents.vocabulary import Intent, Match

_UTMOST = re.compile(
    r"(?:(?:and|now|then|ok(?:ay)?|no)[, ]+)*(?:(?:open|close|pull|turn|put|make|set) (?:it|them) )?"
    r"(?:all the way|the whole way|completely|fully|as far as (?:it|they) (?:goes?|will go))"
    r"(?: (?P<way>open|shut|closed|up|down|on|off))?(?: please)?|"
    "(?:那就?|就|再|给我|帮我|把它)*(?P<zh>[开拉调升]|关|合|降)?(?:到底|到头|到最?(?:大|高|亮)|满)(?:吧|了)?",
    re.IGNORECASE,
)
_DOWNWARDS = re.compile("shut|closed|down|off|关|合|降", re.IGNORECASE)
_ENDS = {
    "position_step": ("HassSetPosition", "position", (0, 100)),
    "brightness_step": ("HassLightSet", "brightness", (1, 100)),
    "percentage_step": ("HassFanSetSpeed", "percentage", (1, 100)),
}
"""What sets a thing to a value instead of moving it a step, and from where to where that goes.

Loudness has no end that anybody asks for without a number.
"""


def utmost(here: Situation) -> Match | None:
    """The last step, or from the last value, to the end, the way that the words or the step went."""
    before = here.dialogue.understood
    found = _UTMOST.fullmatch(here.text.strip(" .。!！"))
    if found is None or before is None or before.match is None:
        return None
    said = found["way"] or found["zh"]
    steps = stepping(before.match, "down" if _DOWNWARDS.search(said) else "up") if said else []
    steps = steps or stepping(before.match) or onwards(before.match, before.text, back=False)
    return here.meant(each for each in map(_to_the_end, steps) if each)


def _to_the_end(step: Intent) -> Intent | None:
    """The end of where a step goes."""
    moved = next((slot for slot in _ENDS if slot in step.slots), None)
    if moved is None:
        return None
    name, slot, (least, most) = _ENDS[moved]
    by = step.slots[moved]
    down = by == "down" or (isinstance(by, int | float) and by < 0)
    rest = {key: value for key, value in step.slots.items() if key != moved}
    return Intent(name, {**rest, slot: least if down else most})
