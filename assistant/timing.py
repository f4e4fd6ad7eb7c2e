"""What is said about timers to what the agenda does."""

import re
from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import datetime

from assistant.agenda import Agenda
from assistant.alarms import SNOOZE_S
from assistant.appointment import Often, appointed
from assistant.timer import Timer, TimerRefused, Which
from intents.compose.report import Timed, TimerAct, TimerView
from intents.home import Home
from intents.target import area_id
from intents.vocabulary import Context, Effect, Intent, Outcome, Scalar
from intents.when.duration import UNITS, seconds_of

Done = tuple[Timed, tuple[Outcome, ...]]


def is_about_timers(intent: Intent) -> bool:
    """Whether `keep_time` knows what to do with it."""
    return intent.name in _ACTS


def keep_time(intent: Intent, agenda: Agenda, home: Home, context: Context, language: str) -> Done:
    """Do it and say what became of which timers."""
    return _ACTS[intent.name](_Request(intent, agenda, home, context, language))


def put_off(intent: Intent, agenda: Agenda, context: Context, language: str, now: datetime) -> Done:
    """Let an order wait for the time of day that its words name; `now` is in the zone of the home."""
    request = _Request(intent, agenda, Home(), context, language)
    then = appointed(str(intent.slots["time"]), language, now, now.tzinfo, "reminder")
    if isinstance(then, Often):
        return request.done("repeated")
    if then is None:
        return request.done("no_length")
    request.seconds = (then.due - now).total_seconds()
    timed, outcomes = request.start()
    views = (replace(each, due=then.due.astimezone(now.tzinfo), now=now) for each in timed.timers)
    return replace(timed, timers=tuple(views)), outcomes


def snooze(intent: Intent, agenda: Agenda, home: Home, context: Context) -> Done:
    """Give timers that ring some more time, as long as was said."""
    request = _Request(intent, agenda, home, context)
    more = request.seconds or SNOOZE_S
    changed = [agenda.change(timer, more) for timer in agenda.timers if timer.state == "ringing"]
    return request.done("changed", *changed, command="change")


def view(timer: Timer, agenda: Agenda) -> TimerView:
    """The timer as it is talked about."""
    left = agenda.left(timer)
    return TimerView(timer.name, timer.total_s, left, timer.state, timer.missed, timer.command)


class _Request:
    """One intent about timers, with its slots read."""

    def __init__(
        self, intent: Intent, agenda: Agenda, home: Home, context: Context, language: str | None = None
    ) -> None:
        self.agenda, self.language = agenda, language
        self.slots = intent.slots
        self.here = context.area
        self.seconds = self._seconds("")
        self.name = _bare(self._text("name"))
        length = self._seconds("start_")
        area = self._text("area")
        number = self.slots.get("id")
        id_ = number if isinstance(number, int) else None
        self.which = Which(self.name, (area_id(area, home) or area) if area else None, length or None, id_)
        if area is not None and not agenda.find(self.which):
            # "The kitchen timer" can also be one that was given that name.
            self.which = Which(area, None, length or None)

    def done(self, act: TimerAct, *timers: Timer, command: str = "read") -> Done:
        """What to say, and the outcomes, read back from the agenda."""
        views = tuple(view(timer, self.agenda) for timer in timers)
        outcomes = tuple(_outcome(timer, command, self.agenda) for timer in timers)
        return Timed(act, views, self.name, self.agenda.saved), outcomes

    def one(self, *states: str) -> Timer | Done:
        """The one timer that is meant, among those in the states (any when empty)."""
        fit = [timer for timer in self.agenda.find(self.which) if not states or timer.state in states]
        if self.which == Which() and len(fit) > 1:
            # Nothing was said but "the timer": one that rings, else the one of this room.
            for near in ([t for t in fit if t.state == "ringing"], [t for t in fit if t.area == self.here]):
                fit = near if len(near) == 1 else fit
        if not fit:
            return self.done("none")
        # Timers of the same name or length cannot be told apart by words: the next one to be over is meant.
        return fit[0] if len(fit) == 1 or self.which != Which() else self.done("ambiguous", *fit)

    def _seconds(self, prefix: str) -> float:
        return seconds_of(self.slots, prefix)

    def _text(self, slot: str) -> str | None:
        value = self.slots.get(slot)
        first = value[0] if isinstance(value, tuple) and value else value
        return str(first).strip() or None if first is not None and first != () else None

    def start(self) -> Done:
        """A new timer."""
        command = self._text("conversation_command")
        if not self.seconds and not any(unit in self.slots for unit in UNITS):
            return self.done("no_length")
        try:
            timer = self.agenda.start(self.seconds, self.name, self.here, command, self.language)
        except TimerRefused as refused:
            return self.done("too_many" if refused.problem == "too_many" else "refused")
        return self.done("started", timer, command="start")


_ARTICLE = re.compile(r"^(?:the|my|our|an?)\s+(?=\S)", re.IGNORECASE)


def _bare(name: str | None) -> str | None:
    """A timer for the pasta is the pasta timer."""
    return _ARTICLE.sub("", name) if name else None


def _outcome(timer: Timer, command: str, agenda: Agenda) -> Outcome:
    now = next((each for each in agenda.timers if each.id == timer.id), None)
    arguments: Mapping[str, Scalar] = {"seconds": timer.total_s} if command == "start" else {}
    state: dict[str, Scalar] = {"state": "cancelled" if now is None else now.state}
    if now is not None:
        state |= {"left_s": round(agenda.left(now), 1), "total_s": now.total_s}
    if timer.name:
        state["name"] = timer.name
    verified = (now is None) == (command == "cancel") and (now is None or now == timer)
    return Outcome(Effect(f"timer.{timer.id}", command, arguments), ok=True, verified=verified, state=state)


def _cancel(request: _Request) -> Done:
    timer = request.one()
    if not isinstance(timer, Timer):
        return timer
    request.agenda.cancel(timer)
    return request.done("cancelled", timer, command="cancel")


def _cancel_all(request: _Request) -> Done:
    timers = request.agenda.find(request.which)
    for timer in timers:
        request.agenda.cancel(timer)
    return request.done("cancelled" if timers else "none", *timers, command="cancel")


def _pause(request: _Request) -> Done:
    timer = request.one("running")
    if not isinstance(timer, Timer):
        return timer
    return request.done("paused", request.agenda.pause(timer), command="pause")


def _unpause(request: _Request) -> Done:
    timer = request.one("paused")
    if not isinstance(timer, Timer):
        return timer
    return request.done("resumed", request.agenda.unpause(timer), command="unpause")


def _change(sign: int) -> Callable[[_Request], Done]:
    def change(request: _Request) -> Done:
        timer = request.one()
        if not isinstance(timer, Timer):
            return timer
        try:
            changed = request.agenda.change(timer, sign * request.seconds)
        except TimerRefused:
            return request.done("refused", timer)
        return request.done("changed", changed, command="change")

    return change


def _status(request: _Request) -> Done:
    timers = request.agenda.find(request.which)
    return request.done("status" if timers else "none", *timers)


_ACTS: Mapping[str, Callable[[_Request], Done]] = {
    "HassStartTimer": _Request.start,
    "HassCancelTimer": _cancel,
    "HassCancelAllTimers": _cancel_all,
    "HassPauseTimer": _pause,
    "HassUnpauseTimer": _unpause,
    "HassIncreaseTimer": _change(1),
    "HassDecreaseTimer": _change(-1),
    "HassTimerStatus": _status,
}
