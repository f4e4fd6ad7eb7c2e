"""All of what was spoken of last, ended or read out: timers, alarms, reminders, a list."""

import re
from collections.abc import Mapping
from typing import Literal

from intents.discourse.situation import Situation, repeatable
from intents.vocabulary import Intent, Match

_ALL_OF_IT: Mapping[str, Mapping[str, Intent]] = {
    "clear": {
        "Timer": Intent("HassCancelAllTimers"),
        "Alarm": Intent("CancelAlarm", {"all": True}),
        "Reminder": Intent("CancelReminder", {"all": True}),
        "List": Intent("ClearList"),
    },
    "read": {
        "Timer": Intent("HassTimerStatus"),
        "Alarm": Intent("GetAlarms"),
        "Reminder": Intent("GetReminders"),
        "List": Intent("GetList"),
    },
}
"""What intents are about to what ends all of it, or reads it out."""
_SWITCHED = re.compile("(?:and |now |then |please )*(?:turn|switch) ", re.IGNORECASE)
"""Said of what rings, and of no list."""


def all_of_it(here: Situation, what: Literal["clear", "read"]) -> Match | None:
    """All of what was spoken of last, where it was timers, alarms, reminders or a list."""
    before = here.dialogue.understood
    intents = repeatable(before.match) if before and before.match else []
    if not intents:
        return None
    kind = next((kind for kind in _ALL_OF_IT[what] if kind in intents[-1].name), "")
    if kind == "List" and _SWITCHED.match(here.text):
        return None
    wanted = _ALL_OF_IT[what].get(kind)
    name = {
        slot: value
        for slot, value in intents[-1].slots.items()
        if slot == "name" and "List" in intents[-1].name
    }
    return here.meant([Intent(wanted.name, {**wanted.slots, **name})]) if wanted else None
