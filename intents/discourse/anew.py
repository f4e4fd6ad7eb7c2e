"""Values alone, of what was spoken of last: "full speed", "to 22", "back to white"."""

import re

from intents.discourse.dialogue import Exchange
from intents.discourse.naming import only_name
from intents.discourse.situation import Situation, repeatable
from intents.plan import PLANS
from intents.values import read_values
from intents.vocabulary import Match

_AMOUNTS = ("brightness", "percentage", "position", "volume_level", "temperature")
_VALUE = re.compile(
    r"(?:(?:back |down |up )?(?:to|at|on) (?:the )?)?(?P<value>"
    r"(?:full|top|half|low(?:est)?|medium|high(?:est)?|max(?:imum)?|min(?:imum)?)"
    r"(?: (?:speed|brightness|power))?|"
    r"(?:warm |cool |soft |bright )?white|(?:very|really) (?:dim|bright|low))(?: please)?|"
    r"(?:(?:back |up |down )?(?:to|at) )?(?P<number>[\w-]+(?: [\w-]+)? ?(?:%|percent|degrees))|"
    r"(?:back |up |down )?to (?P<bare>\d+|[a-z]+(?:[ -][a-z]+)?)|(?:to |in )?(?P<color>[a-z]+)",
    re.IGNORECASE,
)
"""Nothing but what something is to be set to."""


def set_anew(here: Situation) -> Match | None:
    """`full speed`, `to 22`: the value alone, of what was spoken of last."""
    found = _VALUE.fullmatch(here.text.strip(" .!,")) if here.language == "en" else None
    before = here.dialogue.understood
    if found is None or before is None or not _takes(found, before):
        return None
    value, name = next(filter(None, found.groups())), only_name(here, before)
    forms: tuple[str, ...] = (f"make the {name} {value}", f"set the {name} to {value}") if name else ()
    loud = any("Volume" in intent.name for intent in repeatable(before.match)) if before.match else False
    forms += (f"set the volume of the {name} to {value}",) if name and loud else ()
    said = (here.stated(form) for form in forms)
    return here.meant(next(([each] for each in said if each and each.name in PLANS), []))


_ANOTHER = re.compile(
    r"(?:and |now |then )*(?:set|make|add|create|give me|put) (?:me )?(?:another(?: one)?|one|a new one) "
    r"(?P<when>(?:for|at|in|on) .+?)(?: instead)?|"
    r"(?:and |now |then )*(?:another|one)(?: one| timer)? (?P<named>for .+ (?:called|named) [\w' -]{1,30})",
    re.IGNORECASE,
)
_KINDS = {"Alarm": "an alarm", "Timer": "a timer", "Reminder": "a reminder"}


def another(here: Situation) -> Match | None:
    """`set one for 6:30 instead`: one more of what was spoken of last."""
    found = _ANOTHER.fullmatch(here.text.strip(" .!")) if here.language == "en" else None
    before = here.dialogue.understood
    intents = repeatable(before.match) if found and before and before.match else []
    kind = next((words for name, words in _KINDS.items() if intents and name in intents[-1].name), None)
    return here.worded(f"set {kind} {found['when'] or found['named']}") if found and kind else None


def _takes(found: re.Match[str], before: Exchange) -> bool:
    """Whether a colour is one, and a mere number is for what had one or is set in degrees."""
    if found["color"]:
        return read_values(found["color"]).color is not None
    intents = repeatable(before.match) if before.match else []
    set_before = any(slot in intent.slots for intent in intents for slot in _AMOUNTS)
    warms = {id_.partition(".")[0] for id_ in before.things} == {"climate"}
    return not found["bare"] or set_before or warms
