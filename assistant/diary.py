"""What is said about alarms and reminders to what is done about them."""

from collections.abc import Callable, Mapping

from assistant.alarms import SNOOZE_S, Alarm, Alarms, Kind, TooMany
from assistant.appointment import Often, appointed, asked
from intents.report import AlarmView, DiaryAct, Scheduled
from intents.vocabulary import Effect, Intent, Outcome, Scalar

Noted = tuple[Scheduled, tuple[Outcome, ...]]
_UNITS = {"hours": 3600, "minutes": 60, "seconds": 1}


def is_about_alarms(intent: Intent) -> bool:
    """Whether `keep_diary` knows what to do with it."""
    return intent.name in _ACTS


def keep_diary(intent: Intent, alarms: Alarms, language: str) -> Noted:
    """Do it and say what became of which alarms."""
    kind, act = _ACTS[intent.name]
    return act(_Request(intent, kind, alarms, language))


def alarm_view(alarm: Alarm, alarms: Alarms) -> AlarmView:
    """The alarm as it is talked about."""
    missed = alarm.missed.astimezone(alarms.zone) if alarm.missed else None
    return AlarmView(
        alarm.kind, alarm.due.astimezone(alarms.zone), alarm.text, alarm.weekdays, alarm.state, missed
    )


class _Request:
    """One intent about alarms, with its slots read."""

    def __init__(self, intent: Intent, kind: Kind, alarms: Alarms, language: str) -> None:
        self.kind, self.alarms, self.language = kind, alarms, language
        self.slots = intent.slots
        self.words = " ".join(filter(None, (self._text("time"), self._text("more_time"))))
        self.text = self._text("task") if kind == "reminder" else self._text("name")

    def done(self, act: DiaryAct, *found: Alarm, command: str = "read") -> Noted:
        """What to say, and the outcomes, read back."""
        views = tuple(alarm_view(alarm, self.alarms) for alarm in found)
        outcomes = tuple(self._outcome(alarm, command) for alarm in found)
        report = Scheduled(act, self.kind, self.alarms.now(), views, self.text, self.alarms.saved)
        return report, outcomes

    def found(self) -> tuple[Alarm, ...]:
        """Those that are meant, all of the kind when nothing was said of which."""
        mine = tuple(alarm for alarm in self.alarms.all if alarm.kind == self.kind)
        if "id" in self.slots:
            return tuple(alarm for alarm in mine if alarm.id == self.slots["id"])
        if self.words:
            wish = asked(self.words, self.language, self.alarms.now())
            mine = tuple(alarm for alarm in mine if wish is None or wish.fits(alarm, self.alarms.zone))
        if self.text:
            said = _plain(self.text)
            mine = tuple(
                alarm
                for alarm in mine
                if said in _plain(alarm.text or "") or _plain(alarm.text or "?") in said
            )
        return mine

    def seconds(self) -> float:
        """How long was said, 0 when nothing was."""
        amounts = {unit: self.slots.get(unit, 0) for unit in _UNITS}
        return sum(_UNITS[unit] * each for unit, each in amounts.items() if isinstance(each, int | float))

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
    alarms, wake = request.alarms, request.slots.get("purpose") == "wake"
    when = appointed(request.words, request.language, alarms.now(), alarms.zone, request.kind, wake=wake)
    if when is None:
        return request.done("no_time")
    try:
        if isinstance(when, Often):
            alarm = alarms.add_weekly(request.kind, when.clock, when.weekdays, request.text, request.language)
        elif when.due <= alarms.now():
            return request.done("past")
        else:
            alarm = alarms.add(request.kind, when.due, request.text, request.language)
    except TooMany:
        return request.done("too_many")
    return request.done("set", alarm, command="set")


def _get(request: _Request) -> Noted:
    found = request.found()
    answer = request.done("told" if found else "none", *found)
    request.alarms.told(*(alarm for alarm in found if alarm.missed))
    return answer


def _cancel(request: _Request) -> Noted:
    found = request.found()
    ringing = tuple(alarm for alarm in found if alarm.state == "ringing")
    chosen = ringing if ringing and not request.words and not request.text else found
    if not chosen:
        return request.done("none")
    if len(chosen) > 1 and not request.slots.get("all"):
        return request.done("ambiguous", *chosen)
    if ringing and chosen is ringing and not request.slots.get("all"):
        request.alarms.stop()  # "turn off the alarm", while it rings, is no farewell to all the coming ones
        return request.done("cancelled", *chosen, command="stop")
    request.alarms.cancel(*chosen)
    return request.done("cancelled", *chosen, command="cancel")


def _snooze(request: _Request) -> Noted:
    still = request.alarms.snooze(request.seconds() or SNOOZE_S)
    return request.done("snoozed" if still else "none_rings", *still, command="snooze")


def _plain(text: str) -> str:
    return "".join(text.casefold().split())


_ACTS: Mapping[str, tuple[Kind, Callable[[_Request], Noted]]] = {
    "SetAlarm": ("alarm", _set),
    "GetAlarms": ("alarm", _get),
    "CancelAlarm": ("alarm", _cancel),
    "SnoozeAlarm": ("alarm", _snooze),
    "SetReminder": ("reminder", _set),
    "GetReminders": ("reminder", _get),
    "CancelReminder": ("reminder", _cancel),
}
