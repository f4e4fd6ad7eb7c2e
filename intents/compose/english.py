"""English for what happened in the home: articles, plurals, units."""

from collections.abc import Iterable, Sequence

from intents.compose import english_diary, english_time
from intents.compose.almanac import Abroad, Day, Moment
from intents.compose.english_device import (
    BINARY,
    DID,
    KINDS,
    UNITS,
    after_command,
    common_kind,
    condition,
    do_or_does,
    fully,
    is_or_are,
    kind_of,
    measured,
    plural,
    the,
    verb,
)
from intents.compose.english_phrases import CANNOT, GREETINGS, MEANT, SURE
from intents.compose.english_time import join as listed
from intents.compose.report import (
    AlarmView,
    Calculated,
    Converted,
    Listed,
    Politeness,
    Scheduled,
    Timed,
    TimerView,
    Unavailable,
)
from intents.compose.wording import SCENES, area_name, number, whole_area, whole_home
from intents.home import Device, Home
from intents.home.capability import State, choices, limits
from intents.semantic.called import meant
from intents.target import Unresolved
from intents.vocabulary import Effect, Intent


class English:
    """The words of one home."""

    def __init__(self, home: Home) -> None:
        """Names come from the home."""
        self._home = home

    def join(self, sentences: Iterable[str]) -> str:
        """Sentences after one another."""
        return " ".join(sentences)

    def timed(self, report: Timed) -> str:
        """What became of timers."""
        return english_time.timed(report)

    def rang(self, timer: TimerView) -> str:
        """A timer is over."""
        return english_time.rang(timer)

    def noted(self, report: Scheduled | Listed | Calculated | Converted | Unavailable) -> str:
        """What became of alarms, lists and sums."""
        return english_diary.noted(report)

    def alarmed(self, alarm: AlarmView) -> str:
        """An alarm rings, a reminder is due, or one was missed."""
        return english_diary.alarmed(alarm)

    def greeting(self, kind: Politeness) -> str:
        """Hello, you are welcome, and so on."""
        return GREETINGS[kind]

    def help(self) -> str:
        """What one can ask for."""
        return (
            "I can switch the lights and other devices of your home, set timers, alarms and reminders, keep "
            "lists, calculate, and look after the car. Just say what you want."
        )

    def day(self, report: Day) -> str:
        """A day that was asked about."""
        return english_time.date_of(report)

    def sorry(self) -> str:
        """The last answer was wrong."""
        return "I'm sorry. Please say it again in other words."

    def moment(self, report: Moment | Abroad) -> str:
        """The time or the day."""
        return english_time.moment(report)

    def happened(
        self, devices: Sequence[Device], effects: Sequence[Effect], state: State, *, already: bool = False
    ) -> str:
        """All effects were carried out on each of the devices; `state` is that of the first now."""
        if all(device.domain in SCENES for device in devices):
            return f"All right: {listed([device.name('en') for device in devices])}."
        subject, many = self._subject(devices)
        first = devices[0]
        after = listed([after_command(first, effect, state, self._home) for effect in effects])
        if any("volume" in effect.command for effect in effects):
            subject, many = f"{subject} volume", False
        return _sentence(f"{subject} {'are' if many else 'is'} {'already ' * already}{after}")

    def unchanged(self, device: Device, effect: Effect, state: State) -> str:
        """The device accepted the command and is not as it should be."""
        said = condition(device, state)
        still = f"{is_or_are(device)} still {said}" if effect.command in DID and said else "did not change"
        return f"I tried, but {the(device)} {still}."

    def failed(self, device: Device, effect: Effect, problem: str) -> str:
        """The device did not do it."""
        if problem == "unreachable":
            return _sentence(f"{the(device)} {do_or_does(device)} not answer")
        argument = next(iter(effect.arguments), "")
        span, words = limits(device, argument), choices(device, argument)
        if problem in ("out_of_range", "bad_value") and span is not None:
            unit = UNITS.get(span.unit, span.unit)
            unit = unit if unit == "%" else f" {unit}"
            return _sentence(f"{_takes(device)} {number(span.low)} to {number(span.high)}{unit}")
        if problem == "bad_value" and words:
            return _sentence(f"{_takes(device)} {listed(sorted(words))}")
        return _sentence(f"{the(device)} can't {CANNOT.get(effect.command, 'do that')}")

    def sure(self, wishes: Sequence[tuple[Device, Effect]]) -> str:
        """The question before something risky."""
        done = [f"{SURE.get(effect.command, 'switch')} {the(device)}" for device, effect in wishes]
        return f"Are you sure you want to {listed(list(dict.fromkeys(done)))}?"

    def supposed(self, devices: Sequence[Device], command: str) -> str:
        """The question whether that was meant to be done to these."""
        deed = f"to {MEANT[command]} " if command in MEANT else ""
        return f"Do you mean {deed}{self._subject(devices)[0]}?"

    def wanted(self, intent: Intent) -> str:
        """The question whether that was meant."""
        return f"Do you want me to {meant(intent, 'en') or 'do that'}?"

    def missed(self, unresolved: Unresolved) -> str:  # noqa: C901, PLR0911  # one sentence a case
        """Why nothing could be done, and what would help."""
        said = unresolved.detail
        kind = str(said.get("name") or KINDS.get(str(said.get("device_class"))) or self._kind(unresolved))
        match unresolved.problem:
            case "no_such_device":
                return f"I don't know anything called {kind}."
            case "no_such_area":
                return f"I don't know a place called {said.get('area')}."
            case "none_in_area":
                return self._not_here(unresolved, kind)
            case "none_of_kind":
                return f"There is no {kind} in this home."
            case "ambiguous":
                found = [self._home.by_id[each] for each in _ids(said.get("devices"))]
                places = listed([self._where(each) for each in found])
                return f"There are {len(found)} called {kind}: {places}. Say which room."
            case "no_such_thing":
                return f"No {said.get('thing')} is connected."
            case "not_supported":
                found = [self._home.by_id[each] for each in _ids(said.get("devices"))]
                cannot = CANNOT.get(str(said.get("command")), "do that")
                return _sentence(f"{self._subject(found)[0] if found else 'the ' + kind} can't {cannot}")
            case "not_said":
                return self._which(unresolved)
            case "nothing_done":
                return "There is nothing to undo."
            case "bad_value":
                return "I did not catch what to set it to."
            case _:
                return "I can't do that yet."

    def fact(self, device: Device, state: State) -> str:
        """How the device is."""
        return self._is(device, state, fully(device, state))

    def _is(self, device: Device, state: State, said: str) -> str:
        if device.domain == "sensor" and "value" in state:
            return _sentence(self._measurement(device, state))
        how = f"{is_or_are(device)} {said}" if said else f"{do_or_does(device)} not say"
        return _sentence(f"{the(device)} {how}")

    def warmth(self, readings: Sequence[tuple[Device, State]]) -> str:
        """How warm it is in several places."""
        places = [f"{measured(device, state)} {self._where(device)}" for device, state in readings]
        return _sentence(f"it's {listed(places)}")

    def target(self, device: Device, state: State) -> str:
        """How warm the device is set to make it."""
        off = "" if state.get("on", True) else ", but off now"
        return _sentence(f"{the(device)} is set to {number(state['temperature'])} degrees{off}")

    def answer(self, device: Device, state: State, *, yes: bool) -> str:
        """Whether the device is as it was asked about, and how it is."""
        fact = self._is(device, state, condition(device, state))
        return f"{'Yes' if yes else 'No'}, {fact[0].lower()}{fact[1:]}"

    def tally(self, holding: Sequence[Device], others: Sequence[Device], asked: str) -> str:
        """Which of several devices are as they were asked about; fits "any", "all" and "which"."""
        first, total = next(iter((*holding, *others))), len(holding) + len(others)
        word = BINARY.get(first.device_class or "", (asked, asked))[asked == "off"]
        kind = common_kind((*holding, *others))
        if not holding:
            none = "neither of the two" if total == 2 else f"none of the {total}"
            return f"No, {none} {plural(kind)} is {word}."
        if not others:
            return f"Yes, {'both' if total == 2 else f'all {total}'} {plural(kind)} are {word}."
        if len(holding) > 3 >= len(others):
            rest = f"{self._names(others)} {verb(others)} not"
            return f"{len(holding)} of {total} {plural(kind)} are {word}; {rest}."
        return f"{len(holding)} of {total} {plural(kind)} {verb(holding)} {word}: {self._names(holding)}."

    def _names(self, devices: Sequence[Device]) -> str:
        shown = [the(device) for device in devices[:4]]
        return listed([*shown, f"{len(devices) - 4} more"] if len(devices) > 4 else shown)

    def _measurement(self, device: Device, state: State) -> str:
        value = measured(device, state)
        match device.device_class:
            case "temperature":
                return f"it's {value} {self._where(device)}"
            case "humidity":
                return f"the humidity {self._where(device)} is {value}"
            case "heart_rate":
                return f"your heart rate is {value}"
            case "steps":
                return f"you have taken {value} steps today"
            case "battery":
                return f"{the(device)} is at {value}"
            case _:
                return f"{the(device)} {is_or_are(device)} {value}"

    def _which(self, unresolved: Unresolved) -> str:
        kind = KINDS.get(str(unresolved.detail.get("domain")), "device")
        found = [self._home.by_id[each] for each in _ids(unresolved.detail.get("devices"))]
        if not found:
            return f"Tell me which {kind} you mean."
        names = [the(device) for device in found]
        return f"Which {kind}: {', '.join(names[:-1])} or {names[-1]}?"

    def _kind(self, unresolved: Unresolved) -> str:
        return KINDS.get(str(unresolved.detail.get("domain")), "device like that")

    def _not_here(self, unresolved: Unresolved, kind: str) -> str:
        said = unresolved.detail
        areas = [f"in the {area_name(self._home, each, 'en')}" for each in _ids(said.get("areas"))]
        place = said.get("floor") or said.get("area")
        where = f"{'on' if 'floor' in said else 'in'} the {area_name(self._home, str(place), 'en')}"
        here = f"There is no {kind} {where}."
        return f"{here} There is one {listed(areas)}." if 0 < len(areas) < 4 else here

    def _subject(self, devices: Sequence[Device]) -> tuple[str, bool]:
        """What to call them, and whether that is a plural."""
        if len(devices) == 1:
            return the(devices[0]), is_or_are(devices[0]) == "are"
        kinds, area = plural(kind_of(devices[0])), whole_area(self._home, devices)
        if area is not None:
            return f"the {area_name(self._home, area, 'en')} {kinds}", True
        if len(devices) <= 3:
            return listed([the(device) for device in devices]), True
        return f"all {kinds}" if whole_home(self._home, devices) else f"{len(devices)} {kinds}", True

    def _where(self, device: Device) -> str:
        if device.area is None:
            return "in the car" if device.attributes.get("thing") == "car" else "outside"
        return f"in the {area_name(self._home, device.area, 'en')}"


def _takes(device: Device) -> str:
    return f"{the(device)} {'takes' if is_or_are(device) == 'is' else 'take'}"


def _ids(value: object) -> tuple[str, ...]:
    return value if isinstance(value, tuple) else ()


def _sentence(words: str) -> str:
    return f"{words[0].upper()}{words[1:]}."
