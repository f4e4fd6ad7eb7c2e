"""The demo home: one owner of state, limits kept, everything read back."""

import asyncio

from hypothesis import given, settings
from hypothesis import strategies as st

from assistant.home.demo import DemoHome, demo_layout
from assistant.home.policy import needs_confirmation
from intents.home import Device
from intents.home.capability import COMMANDS, can, limits
from intents.plan import PLANS, READS
from intents.vocabulary import Effect, Intent, Scalar
from tests.assistant.speaking_home import SpeakingHome

HOME = demo_layout().home
DEVICES = st.sampled_from(HOME.devices)
VALUES: st.SearchStrategy[Scalar] = st.one_of(
    st.integers(), st.floats(), st.booleans(), st.text(max_size=10), st.sampled_from(["red", "cool", "auto"])
)


def states(home: DemoHome) -> list[object]:
    """Everything that could have changed."""
    return [home.state(device.id) for device in home.layout.devices]


def test_everything_in_the_demo_home_has_a_name_in_both_languages() -> None:
    things = [each.names for part in (HOME.floors, HOME.areas, HOME.devices) for each in part]
    assert all(names.get("en") and names.get("zh") for names in things)


def test_everything_in_the_demo_home_says_how_it_is() -> None:
    told = [device for device in HOME.devices if device.domain != "scene"]  # a routine is only ever begun
    assert all(DemoHome().state(device.id) for device in told)


def test_every_new_demo_home_is_the_same() -> None:
    assert states(DemoHome()) == states(DemoHome())


async def test_a_device_that_does_not_exist_is_said_not_to() -> None:
    outcome = await DemoHome().perform(Effect("light.attic", "turn_on"))
    assert (outcome.ok, outcome.verified, outcome.problem) == (False, False, "no_such_device")


async def test_every_change_is_told_once_to_those_who_watch() -> None:
    home = DemoHome()
    seen: list[tuple[str, object]] = []
    unsubscribe = home.subscribe(lambda device, state: seen.append((device, state["on"])))
    await home.perform(Effect("light.bedroom", "turn_on"))
    await home.perform(Effect("light.bedroom", "turn_on"))
    unsubscribe()
    await home.perform(Effect("light.bedroom", "turn_off"))
    assert seen == [("light.bedroom", True)]


async def test_what_others_change_is_seen() -> None:
    home = DemoHome()
    home.change("binary_sensor.front_door", {"on": True})
    outcome = await home.perform(Effect("binary_sensor.front_door", "read"))
    assert outcome.state == {"on": True}


async def test_what_a_caller_does_to_a_state_does_not_reach_the_home() -> None:
    home = DemoHome()
    dict(home.state("light.bedroom"))["on"] = True
    assert home.state("light.bedroom")["on"] is False


@settings(max_examples=200, deadline=None)
@given(DEVICES, st.sampled_from(sorted({each for own in COMMANDS.values() for each in own})), VALUES)
def test_whatever_is_asked_of_a_device_is_done_within_its_limits_or_not_at_all(
    device: Device, command: str, value: Scalar
) -> None:
    home = DemoHome()
    before = states(home)
    argument = COMMANDS.get(device.domain, {}).get(command)
    effect = Effect(device.id, command, {argument: value} if argument else {})
    outcome = asyncio.run(home.perform(effect))
    assert outcome.ok == (outcome.problem is None)
    if not outcome.ok:
        assert states(home) == before
    elif argument and (span := limits(device, argument)):
        assert isinstance(value, int | float)
        assert span.low <= value <= span.high
    assert not outcome.ok or can(device, command)


SLOTS = st.dictionaries(
    st.sampled_from(["name", "area", "floor", "domain", "device_class", "state", "temperature", "minutes"]),
    st.one_of(
        st.sampled_from([name for each in HOME.devices for names in each.names.values() for name in names]),
        st.sampled_from([area.id for area in HOME.areas]),
        st.sampled_from(["all", "on", "off", "open", "locked", "light", "lock", "cover", "door", "battery"]),
        st.integers(-10, 200),
    ),
    max_size=4,
)


@settings(max_examples=300, deadline=None)
@given(st.sampled_from(sorted(READS)), SLOTS, st.sampled_from(["en", "zh"]), st.booleans())
def test_no_question_ever_changes_anything(
    name: str, slots: dict[str, Scalar], language: str, confirmed: bool
) -> None:
    at = SpeakingHome(room="kitchen")
    before = states(at.home)
    answer = asyncio.run(at.ask(language, Intent(name, slots), confirmed=confirmed))
    assert states(at.home) == before
    assert answer.reply.text
    assert all(outcome.effect.command == "read" for outcome in answer.outcomes)


@settings(max_examples=300, deadline=None)
@given(st.sampled_from(sorted(PLANS)), SLOTS, st.sampled_from(["en", "zh"]))
def test_nothing_risky_is_done_without_a_yes_and_only_what_is_so_is_said(
    name: str, slots: dict[str, Scalar], language: str
) -> None:
    at = SpeakingHome(room="kitchen")
    answer = asyncio.run(at.ask(language, Intent(name, slots)))
    assert answer.reply.text
    assert answer.reply.asks == (answer.pending is not None)
    for outcome in answer.outcomes:
        device = at.home.layout.by_id[outcome.effect.device]
        if needs_confirmation(outcome.effect, device) and outcome.ok:
            assert at.home.state(device.id) == demo_layout().states[device.id]
