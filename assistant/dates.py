"""What is asked of the clock and the calendar."""

from datetime import datetime

from intents.report import Day, Moment
from intents.vocabulary import Intent
from intents.when import read_when

_KINDS = {"HassGetCurrentTime": "time", "HassGetCurrentDate": "date", "GetWeekday": "weekday"}


def looked_up(intent: Intent, language: str, now: datetime) -> Moment | Day | None:
    """The time, or the day that is asked about; `now` is in the zone of the home. None for anything else."""
    match _KINDS.get(intent.name), intent.slots.get("time"):
        case "date", str(words) if then := _then(words, language, now):
            return Day(then, now, counted=bool(intent.slots.get("until")))
        case ("time" | "date" | "weekday") as kind, _:
            return Moment(kind, now)
        case _:
            return None


def _then(words: str, language: str, now: datetime) -> datetime | None:
    when = read_when(words, language, now)
    return when.start if when else None
