"""What came of a request to a spoken reply, in the language of the request: brief, and only what is so."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Protocol, assert_never

from intents.compose.almanac import Abroad, Day, Moment
from intents.compose.chinese import Chinese
from intents.compose.english import English
from intents.compose.report import (
    Acted,
    AlarmView,
    Calculated,
    Converted,
    Greeting,
    Help,
    Listed,
    Looked,
    Missed,
    Politeness,
    Report,
    Scheduled,
    Silence,
    Sorry,
    Supposed,
    Timed,
    TimerView,
    Told,
    Unavailable,
    Unsure,
)
from intents.home import Device, Home
from intents.home.capability import State
from intents.home.reading import holds
from intents.target import Unresolved
from intents.vocabulary import Effect, Intent, Outcome, Reply


class Tongue(Protocol):
    """One language's way to say it. Every method returns whole sentences."""

    def join(self, sentences: Iterable[str]) -> str:
        """Sentences after one another."""

    def happened(
        self, devices: Sequence[Device], effects: Sequence[Effect], state: State, *, already: bool = False
    ) -> str:
        """All effects were carried out on each of the devices; `state` is that of the first now.

        With `already` they were so before.
        """

    def unchanged(self, device: Device, effect: Effect, state: State) -> str:
        """The device accepted the command and is not as it should be."""

    def failed(self, device: Device, effect: Effect, problem: str) -> str:
        """The device did not do it."""

    def sure(self, wishes: Sequence[tuple[Device, Effect]]) -> str:
        """The question before something risky."""

    def supposed(self, devices: Sequence[Device], command: str) -> str:
        """The question whether these were meant."""

    def wanted(self, intent: Intent) -> str:
        """The question whether that was meant, which is done to no device."""

    def missed(self, unresolved: Unresolved) -> str:
        """Why nothing could be done, and what would help."""

    def fact(self, device: Device, state: State) -> str:
        """How the device is."""

    def warmth(self, readings: Sequence[tuple[Device, State]]) -> str:
        """How warm it is in several places."""

    def target(self, device: Device, state: State) -> str:
        """How warm the device is set to make it."""

    def answer(self, device: Device, state: State, *, yes: bool) -> str:
        """Whether the device is as it was asked about, and how it is."""

    def tally(self, holding: Sequence[Device], others: Sequence[Device], asked: str) -> str:
        """Which of several devices are as they were asked about; fits "any", "all" and "which"."""

    def timed(self, report: Timed) -> str:
        """What became of timers."""

    def rang(self, timer: TimerView) -> str:
        """A timer is over."""

    def noted(self, report: Scheduled | Listed | Calculated | Converted | Unavailable) -> str:
        """What became of alarms, lists and sums."""

    def alarmed(self, alarm: AlarmView) -> str:
        """An alarm rings, a reminder is due, or one was missed."""

    def greeting(self, kind: Politeness) -> str:
        """Hello."""

    def help(self) -> str:
        """What one can ask for."""

    def day(self, report: Day) -> str:
        """A day that was asked about."""

    def sorry(self) -> str:
        """The last answer was wrong."""

    def moment(self, report: Moment | Abroad) -> str:
        """The time or the day."""


_TONGUES: Mapping[str, Callable[[Home], Tongue]] = {"en": English, "zh": Chinese}

_MOST_FACTS = 7
"""Sentences; more than the parts of a car nobody listens to."""


def compose(reports: Sequence[Report], home: Home, language: str) -> Reply:
    """One reply to all that was asked in one breath; in English when the language is not spoken."""
    tongue = _tongue(home, language)
    sentences = [sentence for report in _together(reports) for sentence in _say(report, home, tongue)]
    asks = any(isinstance(report, Unsure | Supposed) for report in reports)
    return Reply(tongue.join(sentences), _spoken(language), asks)


_MANY = 4
"""Deeds from which on they are told together, and not one by one."""


def _together(reports: Sequence[Report]) -> Sequence[Report]:
    """Many deeds in one breath, each to a device of its own, as one: "all nine lights are off"."""
    acted = [report for report in reports if isinstance(report, Acted)]
    outcomes = tuple(outcome for report in acted for outcome in report.outcomes)
    devices = {outcome.effect.device for outcome in outcomes}
    if len(acted) < _MANY or len(acted) < len(reports) or len(devices) < len(outcomes):
        return reports
    return (Acted(outcomes, frozenset().union(*(report.already for report in acted))),)


def announce(timer: TimerView, language: str) -> Reply:
    """What to say when a timer is over."""
    return Reply(_tongue(Home(), language).rang(timer), _spoken(language))


def announce_alarm(alarm: AlarmView, language: str) -> Reply:
    """What to say when an alarm rings, or was missed."""
    return Reply(_tongue(Home(), language).alarmed(alarm), _spoken(language))


def _spoken(language: str) -> str:
    base = language.partition("-")[0]
    return base if base in _TONGUES else "en"


def _tongue(home: Home, language: str) -> Tongue:
    return _TONGUES[_spoken(language)](home)


def _say(  # noqa: C901, PLR0911, PLR0912  # one line a kind of report
    report: Report, home: Home, tongue: Tongue
) -> Iterable[str]:
    match report:
        case Acted():
            return _acted(report, home, tongue)
        case Looked():
            return _looked(report, home, tongue)
        case Missed(unresolved):
            return [tongue.missed(unresolved)]
        case Unsure(effects):
            return [tongue.sure([(home.by_id[effect.device], effect) for effect in effects])]
        case Supposed(intent=Intent() as intent):
            return [tongue.wanted(intent)]
        case Supposed(effects):
            devices = [home.by_id[id_] for id_ in dict.fromkeys(each.device for each in effects)]
            return [tongue.supposed(devices, effects[0].command)]
        case Timed():
            return [tongue.timed(report)]
        case Scheduled() | Listed() | Calculated() | Converted() | Unavailable():
            return [tongue.noted(report)]
        case Moment() | Abroad():
            return [tongue.moment(report)]
        case Day():
            return [tongue.day(report)]
        case Greeting(kind):
            return [tongue.greeting(kind)]
        case Help():
            return [tongue.help()]
        case Sorry():
            return [tongue.sorry()]
        case Told(text):
            return [text]
        case Silence():
            return []
        case _:
            assert_never(report)


def _acted(report: Acted, home: Home, tongue: Tongue) -> Iterable[str]:
    """What was done first, then what was not: devices that did the same share a sentence."""
    outcomes = report.outcomes
    failures = [outcome for outcome in outcomes if not (outcome.ok and outcome.verified)]
    spoilt = {outcome.effect.device for outcome in failures}
    together: dict[object, list[Device]] = {}
    done: dict[str, list[Outcome]] = {}
    for outcome in outcomes:
        if outcome.effect.device not in spoilt:
            done.setdefault(outcome.effect.device, []).append(outcome)
    for device_id, own in done.items():
        device = home.by_id[device_id]
        commands = tuple((one.effect.command, _result(one)) for one in own)
        key = (device.domain, device.device_class, commands)
        together.setdefault(key, []).append(device)
    for devices in together.values():
        own = done[devices[0].id]
        already = {device.id for device in devices} <= report.already
        yield tongue.happened(devices, _telling(own), own[-1].state, already=already)
    yield from dict.fromkeys(_failure(outcome, home, tongue) for outcome in failures)


def _telling(outcomes: Sequence[Outcome]) -> list[Effect]:
    """The effects that are worth telling: of what is off now only that it is."""
    effects = [one.effect for one in outcomes]
    off = [each for each in effects if each.command == "turn_off"]
    return off[-1:] if off and outcomes[-1].state.get("on") is False else effects


def _result(outcome: Outcome) -> str:
    """What makes two devices worth one sentence: the same value, or for a step the same value afterwards."""
    verb, _, quantity = outcome.effect.command.partition("_")
    by_step = verb in ("change", "scale", "toggle")
    return repr(outcome.state.get(quantity or "on") if by_step else sorted(outcome.effect.arguments.items()))


def _failure(outcome: Outcome, home: Home, tongue: Tongue) -> str:
    device = home.by_id.get(outcome.effect.device)
    if device is None:
        return tongue.missed(Unresolved("no_such_device", {"name": outcome.effect.device}))
    if outcome.ok:
        return tongue.unchanged(device, outcome.effect, outcome.state)
    return tongue.failed(device, outcome.effect, outcome.problem or "unknown")


def _looked(report: Looked, home: Home, tongue: Tongue) -> Iterable[str]:
    for outcome in report.outcomes:
        if not outcome.ok:
            yield _failure(outcome, home, tongue)
    seen = [(home.by_id[one.effect.device], one.state) for one in report.outcomes if one.ok]
    warm = [(device, state) for device, state in seen if {"value", "current_temperature"} & state.keys()]
    if report.target and (set_ := [(device, state) for device, state in seen if "temperature" in state]):
        yield from (tongue.target(device, state) for device, state in set_[:_MOST_FACTS])
    elif report.warmth and warm:
        yield tongue.warmth(warm[:_MOST_FACTS])
    elif report.asked is None:
        for device, state in seen[:_MOST_FACTS]:
            yield tongue.fact(device, state)
    elif seen:
        yield _answer(seen, report.asked, tongue)


def _answer(seen: Sequence[tuple[Device, State]], asked: str, tongue: Tongue) -> str:
    answers = [(device, state, holds(device, state, asked)) for device, state in seen]
    known = [(device, state, yes) for device, state, yes in answers if yes is not None]
    if len(known) <= 1:
        device, state, yes = known[0] if known else (*seen[0], None)
        return tongue.fact(device, state) if yes is None else tongue.answer(device, state, yes=yes)
    holding = [device for device, _, yes in known if yes]
    return tongue.tally(holding, [device for device, _, yes in known if not yes], asked)
