"""Values alone, of what was spoken of last: "full speed", "to 22", "back to white"."""

import re

from intents.discourse.dialogue import Exchange
from intents.discourse.naming import only_name
from intents.discourse.situation import Situation, repeatable
from intents.plan import PLANS
from intents.restated import lasting
from intents.values import read_values
from intents.vocabulary import Intent, Match

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


_SHIFTED = {
    "en": re.compile(
        r"(?:and |now |then |also |please |set |give me )*(?:a second|another|one more)(?: one| alarm)? "
        r"(?P<by>(?!for\b|at\b|in\b).{3,24}?) (?:(?P<later>later|after(?: (?:that|it))?)|"
        r"earlier|before(?: (?:that|it))?)(?: please)?",
        re.IGNORECASE,
    ),
    "zh": re.compile("再(?:来|定|设|加)一?个(?:(?P<later>晚)|早)(?P<by>.{2,8}?)的(?:闹钟|闹铃)?(?:吧)?"),
}
_OFTEN = re.compile(r"\b(?:every|each|daily|weekdays?|weekends?)\b|每|工作日|周末", re.IGNORECASE)


def sooner_or_later(here: Situation) -> Match | None:
    """`and a second one ten minutes later`: one more alarm, by so much from the last."""
    found = _SHIFTED["zh" if here.language == "zh" else "en"].fullmatch(here.text.strip(" .!。！"))
    before = here.dialogue.understood
    last = repeatable(before.match)[-1:] if found and before and before.match else []
    if not found or not last or last[0].name != "SetAlarm" or "time" not in last[0].slots:
        return None
    if "direction" in last[0].slots or _OFTEN.search(str(last[0].slots["time"])):
        return None
    way = "later" if found["later"] else "earlier"
    alarm = lasting(Intent("SetAlarm", {**last[0].slots, "direction": way}), found["by"], here.language)
    return here.meant([alarm]) if alarm else None


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
