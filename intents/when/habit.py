"""What comes again, with its time of day wherever that stands: 早上七点每天."""

from dataclasses import replace
from datetime import datetime, time

from intents.when import read_when
from intents.when.recurrence import Recurrence
from intents.when.repeat import read_recurrence

_BY_DAYS = frozenset({"day", "week", "month", "year"})


def read_habit(text: str, language: str, now: datetime) -> Recurrence | None:
    """When something comes again, with its time of day if the words say it anywhere; None for once."""
    found = read_recurrence(text, language, now)
    if found is None or found.at is not None or found.step not in _BY_DAYS:
        return found
    said = read_when(text, language, now.replace(hour=0, minute=0, second=0, microsecond=0))
    if said is None or said.kind != "instant" or said.start is None or said.start.time() == time():
        return found
    return replace(found, at=said.start.time())
