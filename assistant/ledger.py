"""What a request changed, and how that is taken back."""

import json
from collections.abc import Iterable, Mapping
from itertools import chain

from assistant.agenda import Agenda
from assistant.alarms import Alarm
from assistant.diary import alarm_view
from assistant.home.base import HomePort
from assistant.lists import Lists
from assistant.timer import Timer
from assistant.timing import view
from intents.compose.report import DiaryAct, Listed, Report, Scheduled, Timed
from intents.discourse.dialogue import Change
from intents.undoing import putting_back
from intents.vocabulary import Effect, Outcome, Scalar

_SCENES = frozenset({"scene", "script"})
"""Domains of devices that change others."""
_NOTHING: Mapping[str, Scalar] = {}

State = Mapping[str, Scalar]
_States = dict[str, State]


class Ledger:
    """Everything as it was at one moment."""

    def __init__(self, home: HomePort, agenda: Agenda, lists: Lists) -> None:
        """Note it down now."""
        self._home, self._agenda, self._lists = home, agenda, lists
        self._devices = self._states()
        self._written = self._notes()

    def changes(self, outcomes: Iterable[Outcome]) -> tuple[Change, ...]:
        """What is different now, of what the outcomes are about."""
        touched = {outcome.effect.device for outcome in outcomes if outcome.effect.command != "read"}
        scene = any(id_.partition(".")[0] in _SCENES for id_ in touched)
        devices, notes = self._states(), self._notes()
        return (
            *_differences(self._devices, devices, None if scene else touched),
            *_differences(self._written, notes, None),
        )

    def _states(self) -> _States:
        return {device.id: self._home.state(device.id) for device in self._home.layout.devices}

    def _notes(self) -> _States:
        timers = {f"timer.{each.id}": {"kept": each.model_dump_json()} for each in self._agenda.timers}
        alarms = {
            f"{each.kind}.{each.id}": {"kept": each.model_dump_json()} for each in self._agenda.alarms.all
        }
        lists = {f"list.{name}": {"kept": json.dumps(self._lists.items(name))} for name in self._lists.names}
        return {**timers, **alarms, **lists}


def _differences(before: _States, now: _States, touched: set[str] | None) -> Iterable[Change]:
    for id_ in dict.fromkeys(chain(before, now)):
        was, is_ = before.get(id_, _NOTHING), now.get(id_, _NOTHING)
        if was != is_ and (touched is None or id_ in touched):
            yield Change(id_, was, is_)


def effects_back(changes: Iterable[Change], home: HomePort) -> tuple[Effect, ...]:
    """What makes the devices be as they were."""
    known = home.layout.by_id
    return tuple(
        effect
        for change in changes
        if change.thing in known
        for effect in putting_back(known[change.thing], change.before, home.state(change.thing))
    )


def notes_back(
    changes: Iterable[Change], agenda: Agenda, lists: Lists
) -> tuple[tuple[Report, ...], tuple[Outcome, ...]]:
    """Put timers, alarms and lists back, and say so."""
    reports: list[Report] = []
    outcomes: list[Outcome] = []
    for change in changes:
        kind = change.thing.partition(".")[0]
        if kind in _BACK:
            reports.append(_BACK[kind](change, agenda, lists))
            outcomes.append(Outcome(Effect(change.thing, "undo"), ok=True, verified=True))
    return tuple(reports), tuple(outcomes)


def _timer_back(change: Change, agenda: Agenda, _: Lists) -> Report:
    kept = change.before or change.after
    timer = Timer.model_validate_json(str(kept["kept"]))
    if not change.before:
        agenda.cancel(timer)
        return Timed("cancelled", (view(timer, agenda),), saved=agenda.saved)
    agenda.put_back(timer)
    return Timed("changed" if change.after else "resumed", (view(timer, agenda),), saved=agenda.saved)


def _alarm_back(change: Change, agenda: Agenda, _: Lists) -> Report:
    kept, alarms = change.before or change.after, agenda.alarms
    alarm = Alarm.model_validate_json(str(kept["kept"]))
    if change.before:
        alarms.put_back(alarm)
    else:
        alarms.cancel(alarm)
    seen = (alarm_view(alarm, alarms),)
    act: DiaryAct = "set" if change.before else "cancelled"
    return Scheduled(act, alarm.kind, alarms.now(), seen, text=alarm.text, saved=alarms.saved)


def _list_back(change: Change, _: Agenda, lists: Lists) -> Report:
    name = change.thing.removeprefix("list.")
    before, after = _items(change.before), _items(change.after)
    lists.put_back(name, before)
    gone = tuple(each for each in after or () if each not in (before or ()))
    back = tuple(each for each in before or () if each not in (after or ()))
    if back:
        return Listed("added", name, back, lists.saved)
    return Listed("removed" if gone else "cleared", name, gone, lists.saved)


def _items(state: State) -> tuple[str, ...] | None:
    return tuple(json.loads(str(state["kept"]))) if state else None


_BACK = {
    "timer": _timer_back,
    "alarm": _alarm_back,
    "reminder": _alarm_back,
    "order": _alarm_back,
    "list": _list_back,
}
