"""What is said of times that come again: every weekday at seven, 每周六上午9点."""

from dataclasses import replace
from datetime import datetime

from intents.when import LONGEST, repeat_en, repeat_zh
from intents.when.recurrence import Recurrence


def read_recurrence(text: str, language: str, now: datetime) -> Recurrence | None:
    """What a text says of times that come again; None when it says nothing of the kind."""
    reader = repeat_zh if language.startswith("zh") else repeat_en
    found = reader.read(text[:LONGEST], now)
    if found is None or found.every <= 0:
        return None
    return _begun(found, now)


def _begun(found: Recurrence, now: datetime) -> Recurrence:
    """Counted from the first time that it can be: every other Tuesday begins on the next one."""
    if found.every == 1 or found.at is None or found.step not in ("day", "week"):
        return found
    first = replace(found, every=1).next_after(now)
    return replace(found, anchor=first) if first else found
