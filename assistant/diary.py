"""What is said about alarms and reminders to what is done about them."""

import re
from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import datetime, timedelta

from assistant.alarms import SNOOZE_S, Alarm, Alarms, Kind, TooMany
from assistant.appointment import Asked, Often, Once, Waking, appointed, meant_of
from assistant.moving import moved, shifted
from assistant.naming import is_called
from intents.compose.report import AlarmView, DiaryAct, Scheduled
from intents.number.ordinal import nth
from intents.vocabulary import Effect, Intent, Outcome, Scalar
from intents.when.duration import seconds_of
from intents.when.habit import read_habit

Noted = tuple[Scheduled, tuple[Outcome, ...]]
_WAKES = re.compile(r"(?:wake|get \w+ up)\b|叫醒|叫.{1,4}起床", re.IGNORECASE)
"""What one is reminded of in the morning."""


def is_about_alarms(intent: Intent) -> bool:
    """Whether `keep_diary` knows what to do with it."""
    return intent.name in _ACTS


def keep_diary(intent: Intent, alarms: Alarms, language: str) -> Noted:
    """Do it and say what became of which alarms."""
    kind, act = _ACTS[intent.name]
    return act(_Request(intent, kind, alarms, language))


def which_alarm(intent: Intent, alarms: Alarms, language: str) -> Noted:
    """Change nothing, and ask which one is meant."""
    request = _Request(intent, _ACTS[intent.name][0], alarms, language)
    found = request.found()
    return request.done("ambiguous", *found) if found else request.none()


def offered(intent: Intent, alarms: Alarms, language: str) -> Noted | None:
    """Write nothing down, and ask whether to; None where it is no reminder for one time to come."""
    if intent.name != "SetReminder" or not {"time", "task"} <= intent.slots.keys():
        return None
    request = _Request(intent, "reminder", alarms, language)
    when = appointed(request.words, language, alarms.now(), alarms.zone, "reminder")
    if not isinstance(when, Once) or when.due <= alarms.now():
        return None
    view = AlarmView("reminder", when.due.astimezone(alarms.zone), request.text, None, False, "set", None)
    return Scheduled("offered", "reminder", alarms.now(), (view,)), ()


def alarm_view(alarm: Alarm, alarms: Alarms) -> AlarmView:
    """The alarm as it is talked about."""
    missed = alarm.missed.astimezone(alarms.zone) if alarm.missed else None
    due = alarm.due.astimezone(alarms.zone)
    skips = any(day < due.date() for day in alarm.skipped if day >= alarms.now().date())
    return AlarmView(alarm.kind, due, alarm.text, alarm.recurrence, skips, alarm.state, missed)


def repeated(intent: Intent, alarms: Alarms, language: str) -> Noted | None:
    """Write down an order that is to be done again and again; None where it is for once."""
    words = str(intent.slots["time"])
    if read_habit(words, language, alarms.now()) is None:
        return None
    task = {"time": words, "task": intent.slots["conversation_command"]}
    return _set(_Request(Intent(intent.name, task), "order", alarms, language))


class _Request:
    """One intent about alarms, with its slots read."""

    def __init__(self, intent: Intent, kind: Kind, alarms: Alarms, language: str) -> None:
        self.kind, self.alarms, self.language = kind, alarms, language
        self.slots = intent.slots
        self.words = " ".join(filter(None, (self._text("time"), self._text("more_time"))))
        self.text = self._text("name") if kind == "alarm" else self._text("task")
        self.to = self._text("to") or ""
        self.wish = meant_of(self.words, language, self._mine(), alarms.now(), alarms.zone)

    def done(
        self, act: DiaryAct, *found: Alarm, command: str = "read", before: datetime | None = None
    ) -> Noted:
        """What to say, and the outcomes, read back."""
        views = tuple(alarm_view(alarm, self.alarms) for alarm in found)
        outcomes = tuple(self._outcome(alarm, command) for alarm in found)
        local = before.astimezone(self.alarms.zone) if before else None
        kind = found[0].kind if found else self.kind
        report = Scheduled(act, kind, self.alarms.now(), views, local, self.text, self.alarms.saved)
        return report, outcomes

    def none(self) -> Noted:
        """None that was meant, and which there are instead."""
        said, _ = self.done("none", *(alarm for alarm in self._mine() if alarm.state == "set"))
        return said, ()

    def found(self) -> tuple[Alarm, ...]:
        """Those that are meant, all of the kind when nothing was said of which."""
        if "id" in self.slots:
            return tuple(alarm for alarm in self._mine() if alarm.id == self.slots["id"])
        if self.slots.get("latest"):
            latest = tuple(alarm for alarm in self.alarms.all if alarm.id == self.alarms.latest)
            return latest or self._mine()
        at = tuple(
            each for each in self._mine() if self.wish is None or self.wish.fits(each, self.alarms.zone)
        )
        if self.text is None:
            return at
        named = tuple(alarm for alarm in at if is_called(self.text, alarm.text or ""))
        return named or nth(self.text, sorted(at, key=lambda alarm: alarm.due))

    def once(self) -> bool:
        """Whether only one time of something that comes again is meant."""
        wish: Asked | None = self.wish
        return bool(self.slots.get("once")) or (wish is not None and wish.day is not None)

    def _mine(self) -> tuple[Alarm, ...]:
        kinds = ("reminder", "order") if self.kind == "reminder" else (self.kind,)
        return tuple(alarm for alarm in self.alarms.all if alarm.kind in kinds)

    def seconds(self) -> float:
        """How long was said, 0 when nothing was."""
        return seconds_of(self.slots)

    def _text(self, slot: str) -> str | None:
        value = self.slots.get(slot)
        return str(value).strip() or None if value is not None and not isinstance(value, tuple) else None

    def _outcome(self, alarm: Alarm, command: str) -> Outcome:
        now = next((each for each in self.alarms.all if each.id == alarm.id), None)
        state: dict[str, Scalar] = {"state": "cancelled" if now is None else now.state}
        if now is not None:
            state["due"] = now.due.astimezone(self.alarms.zone).isoformat()
        if alarm.text:
            state["text"] = alarm.text
        gone = command == "cancel"
        effect = Effect(f"{alarm.kind}.{alarm.id}", command)
        return Outcome(effect, ok=True, verified=(now is None) == gone, state=state)


def _set(request: _Request) -> Noted:
    if request.kind == "reminder" and not request.text:
        return request.done("no_task" if request.words else "no_time")
    if not request.words:
        return request.done("no_time")
    alarms = request.alarms
    when = appointed(
        request.words, request.language, alarms.now(), alarms.zone, request.kind, _waking(request)
    )
    if when is None:
        return request.done("no_time")
    if isinstance(when, Once) and (way := request.slots.get("direction")) in ("earlier", "later"):
        sign = 1 if way == "later" else -1
        when = replace(when, due=when.due + sign * timedelta(seconds=request.seconds()))
    try:
        alarm = _added(request, when)
    except TooMany:
        return request.done("too_many")
    return request.done("past") if alarm is None else request.done("set", alarm, command="set")


def _waking(request: _Request) -> Waking | None:
    """Whether somebody is to be woken, or got up."""
    if request.slots.get("purpose") == "rise":
        return "rise"
    woken = request.slots.get("purpose") == "wake" or _WAKES.match(request.text or "")
    return "wake" if woken else None


def _added(request: _Request, when: Once | Often) -> Alarm | None:
    """Written down; None when it is over already. :raises TooMany: there are too many."""
    alarms = request.alarms
    if isinstance(when, Often):
        return alarms.add_again(request.kind, when.recurrence, request.text, request.language)
    if when.due <= alarms.now():
        return None
    return alarms.add(request.kind, when.due, request.text, request.language)


def _get(request: _Request) -> Noted:
    found = request.found()
    waiting = [alarm for alarm in found if alarm.state == "set"]
    if request.slots.get("next") and waiting:
        return request.done("next", waiting[0])
    if not found:
        return request.none()
    answer = request.done("told", *found)
    request.alarms.told(*(alarm for alarm in found if alarm.missed))
    return answer


def _cancel(request: _Request) -> Noted:
    found = request.found()
    ringing = tuple(alarm for alarm in found if alarm.state == "ringing")
    chosen = ringing if ringing and not request.words and not request.text else found
    if not chosen:
        return request.none()
    if len(chosen) > 1 and request.slots.get("once") and not request.words and not request.text:
        chosen = chosen[:1]  # "skip the next one"
    if len(chosen) > 1 and not request.slots.get("all"):
        return request.done("ambiguous", *chosen)
    if ringing and chosen is ringing and not request.slots.get("all"):
        request.alarms.stop()  # "turn off the alarm", while it rings, is no farewell to all the coming ones
        return request.done("cancelled", *chosen, command="stop")
    if len(chosen) == 1 and chosen[0].recurs and request.once():
        return _skip(request, chosen[0])
    _forget(request, chosen)
    return request.done("cancelled", *chosen, command="cancel")


def _skip(request: _Request, alarm: Alarm) -> Noted:
    """One time of something that comes again: the day that was said, else the next."""
    zone, day = request.alarms.zone, request.wish.day if request.wish else None
    day = day or alarm.due.astimezone(zone).date()
    at = alarm.recurrence.at if alarm.recurrence else None
    before = alarm.due if at is None else Once.on(day, at, zone).due
    return request.done("skipped", request.alarms.skip(alarm, day), command="skip", before=before)


def _forget(request: _Request, chosen: tuple[Alarm, ...]) -> None:
    """All of them, but of those that come again only the one time that was said."""
    day = request.wish.day if request.wish else None
    again = [alarm for alarm in chosen if alarm.recurs and day is not None]
    request.alarms.cancel(*(alarm for alarm in chosen if alarm not in again))
    for alarm in again:
        if day is not None:
            request.alarms.skip(alarm, day)


def _change(request: _Request) -> Noted:
    """To another time, or sooner or later by so much."""
    found, seconds = request.found(), request.seconds()
    ringing = any(alarm.state == "ringing" for alarm in request.alarms.all)
    if seconds and request.slots.get("direction") == "later" and ringing:
        return _snooze(request)
    if not found:
        return _set_instead(request)
    if len(found) > 1:
        return request.done("ambiguous", *found)
    return _moved(request, found[0], seconds if request.slots.get("direction") == "later" else -seconds)


def _set_instead(request: _Request) -> Noted:
    """There is nothing to change; a new time says enough for an alarm that was not there."""
    if request.kind == "reminder" or request.words or request.text or not request.to:
        return request.none()
    request.words = request.to
    report, outcomes = _set(request)
    return replace(report, anew=True), outcomes


def _moved(request: _Request, alarm: Alarm, seconds: float) -> Noted:
    alarms, wish = request.alarms, request.wish
    once = wish.day if alarm.recurs and wish is not None else None
    if once is not None:  # tomorrow's only: the others stay as they are
        day = Once.on(once, alarm.due.astimezone(alarms.zone).time(), alarms.zone)
        single = alarm.model_copy(update={"recurrence": None, "due": day.due})
    else:
        single = alarm
    now = alarms.now()
    when = (
        shifted(single, timedelta(seconds=seconds), now, alarms.zone)
        if seconds
        else moved(single, request.to, request.language, now, alarms.zone)
    )
    if when is None:
        return request.done("no_time")
    if when.due <= now:
        return request.done("past")
    if once is None:
        return request.done("moved", alarms.move(alarm, when.due, when.recurrence), command="move")
    try:
        other = alarms.instead(alarm, once, when.due)
    except TooMany:
        return request.done("too_many")
    return request.done("moved", other, command="move")


def _snooze(request: _Request) -> Noted:
    still = request.alarms.snooze(request.seconds() or SNOOZE_S)
    return request.done("snoozed" if still else "none_rings", *still, command="snooze")


_ACTS: Mapping[str, tuple[Kind, Callable[[_Request], Noted]]] = {
    "SetAlarm": ("alarm", _set),
    "GetAlarms": ("alarm", _get),
    "CancelAlarm": ("alarm", _cancel),
    "ChangeAlarm": ("alarm", _change),
    "SnoozeAlarm": ("alarm", _snooze),
    "SetReminder": ("reminder", _set),
    "GetReminders": ("reminder", _get),
    "CancelReminder": ("reminder", _cancel),
    "ChangeReminder": ("reminder", _change),
}
