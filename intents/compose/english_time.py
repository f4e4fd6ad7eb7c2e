"""English for timers, the time and the day."""

from datetime import datetime, time

from intents.compose.almanac import Abroad, Day, Moment
from intents.compose.report import Timed, TimerView
from intents.compose.wording import parts

_DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")


def duration(seconds: float) -> str:
    """For example "1 hour and 30 minutes"."""
    units = zip(parts(seconds), ("hour", "minute", "second"), strict=True)
    words = [f"{count} {unit}{'' if count == 1 else 's'}" for count, unit in units if count]
    return join(words) or "0 seconds"


def join(words: list[str]) -> str:
    """For example "the lamp, the fan and the oven"."""
    return " and ".join([", ".join(words[:-1]), words[-1]]) if len(words) > 1 else "".join(words)


def clock(at: datetime | time) -> str:
    """For example "7 AM", "7:30 PM"."""
    minutes = f":{at.minute:02}" if at.minute else ""
    return f"{at.hour % 12 or 12}{minutes} {'AM' if at.hour < 12 else 'PM'}"


def day(at: datetime, now: datetime) -> str:
    """For example "today", "tomorrow", "on Friday", "on December 3"."""
    ahead = (at.date() - now.date()).days
    if ahead in (0, 1):
        return ("today", "tomorrow")[ahead]
    if 1 < ahead < 7:
        return f"on {_DAYS[at.weekday()]}"
    year = f", {at.year}" if at.year != now.year else ""
    return f"on {at:%A}, {at:%B} {at.day}{year}"


def moment(report: Moment | Abroad) -> str:
    """The time or the day."""
    if isinstance(report, Abroad):
        return _abroad(report)
    at = report.at
    if report.kind == "time":
        return f"It's {_to_the_minute(at)}."
    if report.kind == "weekday":
        return f"Today is {at:%A}."
    return f"Today is {at:%A}, {at:%B} {at.day}, {at.year}."


def _abroad(report: Abroad) -> str:
    if report.compared and report.ahead_s:
        way = "behind" if report.ahead_s < 0 else "ahead of" if report.than else "ahead"
        return f"{report.place} is {duration(abs(report.ahead_s))} {way} {report.than}".strip() + "."
    if report.compared:
        return f"{report.place} keeps the same time as {report.than or 'we do'}."
    other = {1: ", tomorrow", -1: ", yesterday"}.get(report.days, "")
    return f"It's {_to_the_minute(report.at)} in {report.place}{other}."


def _to_the_minute(at: datetime) -> str:
    return f"{at.hour % 12 or 12}:{at.minute:02} {'AM' if at.hour < 12 else 'PM'}"


def date_of(report: Day) -> str:
    """Which day it is, or how far away."""
    if report.counted and report.minutes_s:
        return f"{duration(report.minutes_s)}."
    if report.counted and report.days > 0:
        weeks, days = divmod(report.days, 7) if report.in_weeks else (0, report.days)
        return (
            join([f"{n} {unit}{'s' * (n != 1)}" for n, unit in ((weeks, "week"), (days, "day")) if n]) + "."
        )
    if report.lunar:
        leap = "leap " * report.lunar.leap
        return f"It's day {report.lunar.day} of {leap}month {report.lunar.month} in the Chinese calendar."
    year = f", {report.at.year}" if report.at.year != report.now.year else ""
    return f"That's {report.at:%A}, {report.at:%B} {report.at.day}{year}."


def label(timer: TimerView) -> str:
    """What to call a timer: by its name, else by what it is for or by its length."""
    if timer.name or timer.command:
        return f"{timer.name} timer" if timer.name else f"order to {timer.command}"
    units = zip(parts(timer.total_s), ("hour", "minute", "second"), strict=True)
    return " ".join(f"{count} {unit}" for count, unit in units if count) + " timer"


def rang(timer: TimerView) -> str:
    """A timer is over."""
    if timer.command and timer.missed:
        return f"While I was off it was time for this, and I left it alone: {timer.command}."
    if timer.command:
        return f"It is time: {timer.command}."
    return f"Your {label(timer)} {'ran out while I was off' if timer.missed else 'is done'}."


def timed(report: Timed) -> str:  # noqa: PLR0911  # one sentence a case
    """What became of timers."""
    if not report.timers:
        return _without(report)
    first, several = report.timers[0], len(report.timers) > 1
    match report.act:
        case "started":
            warning = "" if report.saved else " I could not write it down, so keep me running."
            return _started(first) + warning
        case "cancelled":
            what = f"{len(report.timers)} timers are" if several else f"The {label(first)} is"
            return f"{what} cancelled."
        case "ambiguous":
            return f"There are {len(report.timers)} timers: {_list(report.timers)}. Say which one."
        case "refused":
            return f"The {label(first)} has only {duration(first.left_s)} left."
        case "changed":
            return f"The {label(first)} now has {duration(first.left_s)} left."
        case "resumed":
            return f"The {label(first)} goes on with {duration(first.left_s)} left."
        case _:
            return " ".join(_status(timer) for timer in report.timers)


def _without(report: Timed) -> str:
    match report.act:
        case "refused":
            return "A timer can run for anything from 1 second to 7 days."
        case "no_length":
            return "For how long?"
        case "repeated":
            return "I can only do that once, not again and again."
        case "too_many":
            return "There are too many timers already; cancel one first."
        case _:
            return f"There is no {report.name} timer." if report.name else "There is no timer."


def _started(timer: TimerView) -> str:
    if timer.command:
        then = f"{day(timer.due, timer.now)} at {clock(timer.due)}" if timer.due and timer.now else None
        return f"All right, {then or 'in ' + duration(timer.total_s)}: {timer.command}."
    name = f"{timer.name} timer".capitalize() if timer.name else "Timer"
    return f"{name} set for {duration(timer.total_s)}."


def _status(timer: TimerView) -> str:
    match timer.state:
        case "ringing":
            return f"The {label(timer)} is ringing."
        case "paused":
            return f"The {label(timer)} is paused with {duration(timer.left_s)} left."
        case _:
            return f"The {label(timer)} has {duration(timer.left_s)} left."


def _list(timers: tuple[TimerView, ...]) -> str:
    return join([f"the {label(timer)} with {duration(timer.left_s)} left" for timer in timers[:4]])
