"""English for alarms, reminders, lists, sums and what cannot be had."""

import re
from datetime import datetime

from intents.compose.english_habit import again
from intents.compose.english_time import clock, day, duration, join
from intents.compose.report import AlarmView, Calculated, Converted, Listed, Scheduled, Unavailable
from intents.number.units import UNITS

_YOURS = {
    "my": "your",
    "me": "you",
    "i": "you",
    "mine": "yours",
    "myself": "yourself",
    "our": "your",
    "i'm": "you're",
}
_SHOWN = 7
"""Things that are read out before the rest is only counted."""


def noted(report: Scheduled | Listed | Calculated | Converted | Unavailable) -> str:
    """What became of alarms, lists and sums."""
    match report:
        case Scheduled():
            return _scheduled(report)
        case Listed():
            return _listed(report) + ("" if report.saved else _UNSAVED)
        case Calculated(_, value):
            return "That has no answer." if value is None else f"That is {figure(value)}."
        case Converted():
            return _converted(report)
        case Unavailable():
            return _unavailable(report)


_LISTS = {"购物": "shopping", "待办": "to-do"}
_UNSAVED = " I could not write it down, so keep me running."


def alarmed(alarm: AlarmView) -> str:
    """An alarm rings, a reminder is due, or one was missed."""
    if alarm.state != "ringing":
        at = clock(alarm.missed or alarm.due)
        what = (
            f"your reminder to {yours(alarm.text)}"
            if alarm.kind == "reminder" and alarm.text
            else f"your {at} {alarm.kind}"
        )
        return f"While I was off you missed {what}."
    if alarm.kind == "reminder":
        return f"Here is your reminder: {yours(alarm.text or 'it is time')}."
    return f"It's {clock(alarm.due)}{': ' + alarm.text if alarm.text else ''}."


def when(alarm: AlarmView, now: datetime) -> str:
    """When it rings."""
    if alarm.recurrence is not None:
        times = [clock(each) for each in alarm.recurrence.times]
        at = f" at {join(times)}" if alarm.recurrence.at else ""
        next_time = f", next {day(alarm.due, now)}" if alarm.skips else ""
        return f"{again(alarm.recurrence)}{at}{next_time}"
    seconds = (alarm.due - now).total_seconds()
    if 0 < seconds < 3600 and alarm.due.second == now.second and alarm.due.microsecond == now.microsecond:
        return f"in {duration(seconds)}"  # as it was said
    return f"{day(alarm.due, now)} at {clock(alarm.due)}"


def yours(text: str) -> str:
    """What the user said of themselves, said to the user."""
    return re.sub(r"[A-Za-z']+", lambda word: _YOURS.get(word.group().lower(), word.group()), text)


def figure(value: float) -> str:
    """A number as short as is true enough."""
    rounded = round(value, 2) if abs(value) >= 1 else float(f"{value:.3g}")
    return f"{rounded:,.10g}".removesuffix(".0")


def _scheduled(report: Scheduled) -> str:  # noqa: C901, PLR0911, PLR0912  # one sentence a case
    kind, first = report.kind, report.alarms[0] if report.alarms else None
    match report.act:
        case "set" if first is not None:
            none = f"You had no {kind}. " if report.anew else ""
            return none + _set(first, report.now) + ("" if report.saved else _UNSAVED)
        case "snoozed" if first is not None:
            return f"All right, again {day(first.due, report.now)} at {clock(first.due)}."
        case "cancelled" if first is not None:
            several = len(report.alarms) > 1
            what = f"{len(report.alarms)} {kind}s are" if several else f"{_the(first, report.now)} is"
            return f"{what[0].upper()}{what[1:]} cancelled."
        case "skipped" if first is not None and report.before is not None:
            return (
                f"The {kind} {day(report.before, report.now)} at {clock(report.before)} is skipped; "
                f"the next one is {day(first.due, report.now)} at {clock(first.due)}."
            )
        case "moved" if first is not None:
            return _moved(first, report.now) + ("" if report.saved else _UNSAVED)
        case "next" if first is not None:
            return _next(first, report.now)
        case "ambiguous" if len(report.alarms) == 1:
            return f"You have one {kind}: {_all(report)}. Do you mean that one?"
        case "ambiguous":
            return f"You have {len(report.alarms)} {kind}s: {_all(report)}. Say which one."
        case "told":
            return _told(report)
        case "offered" if first is not None:
            return f"Shall I remind you of {first.text} {day(first.due, report.now)} at {clock(first.due)}?"
        case "none_rings":
            return "Nothing is ringing."
        case "no_time":
            return "For what time?" if kind == "alarm" else "When?"
        case "no_task":
            return "What shall I remind you of?"
        case "past":
            return "That time is over already."
        case "too_many":
            return "There are too many alarms and reminders already; cancel some first."
        case _:
            return _none(report)


def _none(report: Scheduled) -> str:
    """None that was meant; those that there are instead help to say it again."""
    if not report.alarms or report.text:
        return f"There is no such {report.kind}." if report.text else f"You have no {report.kind}s."
    count = f"{len(report.alarms)} {report.kind}s" if len(report.alarms) > 1 else f"one {report.kind}"
    return f"There is no such {report.kind}. You have {count}: {_all(report)}."


def _set(alarm: AlarmView, now: datetime) -> str:
    if alarm.kind == "order":
        return f"All right, {when(alarm, now)}: {yours(alarm.text or '')}."
    if alarm.kind == "reminder":
        return f"All right, I'll remind you {when(alarm, now)}: {yours(alarm.text or '')}."
    called = f" called {alarm.text}" if alarm.text else ""
    return f"Alarm{called} set {_at(alarm, now)}."


def _moved(alarm: AlarmView, now: datetime) -> str:
    if alarm.kind == "order":
        return f"All right, now {when(alarm, now)}: {yours(alarm.text or '')}."
    if alarm.kind == "reminder":
        return f"All right, I'll remind you {when(alarm, now)} instead: {yours(alarm.text or '')}."
    return f"The alarm is now set {_at(alarm, now)}."


def _at(alarm: AlarmView, now: datetime) -> str:
    """When, behind "set"."""
    said = when(alarm, now)
    return f"to ring {said}" if said.startswith("in ") else f"for {said.removeprefix('on ')}"


def _next(alarm: AlarmView, now: datetime) -> str:
    """How long it takes, in minutes unless it is nearly over."""
    left = (alarm.due - now).total_seconds()
    left = left if left < 60 else -(-left // 60) * 60
    what = f": {yours(alarm.text)}" if alarm.text else ""
    at = f"{day(alarm.due, now)} at {clock(alarm.due)}"
    in_time = f", in {duration(left)}" if 0 < left < 24 * 3600 else ""
    return f"Your next {alarm.kind} is {at}{in_time}{what}."


_THING = re.compile(
    r"(?:the|an?|my|our|his|her|their|this|that)\b|"
    r"(?:meeting|appointment|dinner|lunch|breakfast|party|birthday|flight|dentist|doctor|class|lesson|trip|"
    r"visit|date|interview|concert|exam|anniversary)\b",
    re.IGNORECASE,
)
"""What one is reminded about, and not to do."""


def _the(alarm: AlarmView, now: datetime) -> str:
    if alarm.kind == "reminder":
        return f"the reminder {'about' if _THING.match(alarm.text or '') else 'to'} {yours(alarm.text or '')}"
    if alarm.kind == "order":
        return f"the order to {yours(alarm.text or '')}"
    return f"the alarm {when(alarm, now)}"


def _told(report: Scheduled) -> str:
    missed = [alarm for alarm in report.alarms if alarm.state == "missed"]
    coming = [alarm for alarm in report.alarms if alarm.state != "missed"]
    sentences = [alarmed(alarm) for alarm in missed]
    if coming:
        count = f"{len(coming)} {report.kind}s" if len(coming) > 1 else f"one {report.kind}"
        sentences.append(f"You have {count}: {_all(report)}.")
    return " ".join(sentences)


def _all(report: Scheduled) -> str:
    coming = [alarm for alarm in report.alarms if alarm.state != "missed"]
    said = [_one(alarm, report.now) for alarm in coming[:_SHOWN]]
    return join([*said, f"{len(coming) - _SHOWN} more"] if len(coming) > _SHOWN else said)


def _one(alarm: AlarmView, now: datetime) -> str:
    if alarm.kind != "alarm":
        return f"{yours(alarm.text or '')} {when(alarm, now)}"
    return when(alarm, now) + (f", {alarm.text}" if alarm.text else "")


def _listed(report: Listed) -> str:  # noqa: C901, PLR0911  # one sentence a case
    the_list = f"the {_LISTS.get(report.name, report.name)} list"
    shown = list(report.items[:20])
    said = join([*shown, f"{len(report.items) - 20} more"] if len(report.items) > 20 else shown)
    match report.act:
        case "added":
            return f"I put {said} on {the_list}."
        case "already":
            return f"{_capital(said)} {_be(report)} on {the_list} already."
        case "removed":
            return f"I took {said} off {the_list}."
        case "absent":
            return f"{_capital(said)} {_be(report)} not on {the_list}."
        case "has":
            return f"Yes, {said} {_be(report)} on {the_list}."
        case "cleared":
            return f"{_capital(the_list)} is empty now."
        case "made":
            return f"There is a {report.name} list now."
        case "full":
            return f"{_capital(the_list)} is full."
        case "add_what":
            return f"What shall I put on {the_list}?"
        case "remove_what":
            return f"What shall I take off {the_list}?"
        case "names":
            return (
                f"You have {len(report.items)} list{'s' * (len(report.items) != 1)}: {said}."
                if said
                else "You have no lists yet."
            )
        case _:
            return f"On {the_list}: {said}." if said else f"{_capital(the_list)} is empty."


def _be(report: Listed) -> str:
    return "are" if len(report.items) > 1 else "is"


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]


def _converted(report: Converted) -> str:
    of, to = UNITS[report.source], UNITS[report.target]
    if report.value is None:
        return f"{_capital(of.ens)} and {to.ens} do not measure the same thing."
    left = f"{figure(report.amount)} {of.en if report.amount == 1 else of.ens}"
    right = f"{figure(report.value)} {to.en if report.value == 1 else to.ens}"
    return f"{left} {'is' if report.amount == 1 else 'are'} {right}."


_CANNOT = {
    "rates": "I have no exchange rates here.",
    "translation": "I can't translate without a language model.",
    "sun": "I don't know when the sun rises and sets here. "
    'Tell me a time instead, such as "turn on the light at six".',
    "automation": "I can't wait for that. Tell me a time, or in how many minutes.",
    "channels": "I can't change channels or inputs yet.",
    "learning": "I can't learn new phrases yet.",
}
_SOURCES = {"news": "news source", "story": "source of stories", "weather": "weather source"}


def _unavailable(report: Unavailable) -> str:
    if report.what == "music":
        rest = f", so I can't play {report.asked}" if report.asked else ""
        return f"No music source is connected yet{rest}."
    return _CANNOT.get(report.what) or f"No {_SOURCES[report.what]} is connected yet."
