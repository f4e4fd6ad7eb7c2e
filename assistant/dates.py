"""What is asked of the clock and the calendar."""

import re
from datetime import datetime
from zoneinfo import ZoneInfo

from intents.cities import City, city
from intents.compose.almanac import Abroad, Day, LunarDay, Moment
from intents.vocabulary import Intent
from intents.when import read_when
from intents.when.festival import moon_day

_CLOCK = re.compile(r"\bmidnight\b|\btwelve\b|[0-9零十两二三四五六七八九]点|午夜|半夜", re.IGNORECASE)
"""Words for a time of day that may be midnight, and is more than the day that begins then."""
_KINDS = {"HassGetCurrentTime": "time", "HassGetCurrentDate": "date", "GetWeekday": "weekday"}


def looked_up(intent: Intent, language: str, now: datetime) -> Abroad | Moment | Day | None:
    """The time, here or elsewhere, or the day that is asked about; None for anything else.

    `now` is in the zone of the home.
    """
    if there := city(str(intent.slots.get("city")), language):
        return _abroad(there, city(str(intent.slots.get("than")), language), intent, now)
    lunar = intent.slots.get("calendar") == "lunar"
    kind = "weekday" if intent.slots.get("weekday") else _KINDS.get(intent.name)
    match kind, intent.slots.get("time"):
        case "date", str(words) if then := _then(words, language, now):
            counted, in_weeks = (bool(intent.slots.get(slot)) for slot in ("until", "in_weeks"))
            timed = bool(_CLOCK.search(words))
            return Day(then, now, counted, in_weeks, lunar=_moon(then) if lunar else None, timed=timed)
        case "date", _ if lunar:
            return Day(now, now, lunar=_moon(now))
        case ("time" | "date" | "weekday") as kind, _:
            return Moment(kind, now)
        case _:
            return None


def _abroad(there: City, than: City | None, intent: Intent, now: datetime) -> Abroad:
    here = now.astimezone(ZoneInfo(than.zone)) if than else now
    at = now.astimezone(ZoneInfo(there.zone))
    compared = bool(intent.slots.get("difference"))
    return Abroad(there.name, at, here, compared=compared, than=than.name if than else "")


def _then(words: str, language: str, now: datetime) -> datetime | None:
    when = read_when(words, language, now)
    return when.start if when else None


def _moon(day: datetime) -> LunarDay:
    return LunarDay(*moon_day(day.date()))
