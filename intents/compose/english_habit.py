"""English for what comes again."""

from calendar import month_name

from intents.compose.english_time import duration, join
from intents.when.recurrence import EVERY_DAY, WEEKEND, WORKDAYS, Recurrence

_DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_WEEKS = ("first", "second", "third", "fourth", "fifth")
_KNOWN = {frozenset(range(7)): "day", WORKDAYS: "weekday", WEEKEND: "weekend"}
_KNOWN |= {EVERY_DAY - {number}: f"day except {name}" for number, name in enumerate(_DAYS)}


def again(habit: Recurrence) -> str:
    """For example "every weekday", "every 3 months on the 1st"; without the time of day."""
    match habit.step:
        case "second":
            return f"every {duration(habit.every)}"
        case "week":
            return _weekly(habit)
        case "month":
            return f"{_every(habit.every, 'month')} on the {_days(habit)}"
        case "year":
            return f"{_every(habit.every, 'year')}{_date(habit)}"
        case step:
            return _every(habit.every, step)


def ordinal(number: int) -> str:
    """For example "1st", "22nd"."""
    ending = "th" if number % 100 in (11, 12, 13) else {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")
    return f"{number}{ending}"


def _every(many: int, unit: str) -> str:
    if many == 2 and unit in ("day", "week", "month", "year"):
        return f"every other {unit}"
    return f"every {unit}" if many == 1 else f"every {many} {unit}s"


def _weekly(habit: Recurrence) -> str:
    weekdays = habit.weekdays or (frozenset({habit.anchor.weekday()}) if habit.anchor else frozenset())
    days = _KNOWN.get(weekdays) or join([_DAYS[number] for number in sorted(weekdays)])
    return f"every {days}" if habit.every == 1 else f"{_every(habit.every, 'week')} on {days}"


def _days(habit: Recurrence) -> str:
    """Days of the month."""
    if habit.week is not None:
        which = "last" if habit.week == -1 else _WEEKS[habit.week - 1]
        return f"{which} {join([_DAYS[number] for number in sorted(habit.weekdays)])}"
    said = habit.day or (habit.anchor.day if habit.anchor else 1)
    numbers = [ordinal(number) for number in sorted({said, *habit.days} - {-1})]
    return join([*numbers, "last day"] if -1 in {said, *habit.days} else numbers)


def _date(habit: Recurrence) -> str:
    month = habit.month or (habit.anchor.month if habit.anchor else 1)
    day = habit.day or (1 if habit.month or not habit.anchor else habit.anchor.day)
    return f" on {month_name[month]} {day}"
