"""Orders for a while: done now, undone then, and never put off instead."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.home.demo import demo_layout
from intents.recognize import Recognizer
from intents.vocabulary import Context
from intents.when.deferral import deferred
from intents.when.lasting import lasting

HERE = Context(area="living_room")


@pytest.fixture(scope="module")
def patterns() -> Recognizer:
    return Recognizer(demo_layout().home)


@pytest.mark.parametrize(
    ("text", "now", "then", "seconds"),
    [
        (
            "turn on the kitchen light for half an hour",
            "HassTurnOn",
            "turn off the kitchen light",
            1800,
        ),
        ("please turn the fan on for an hour", "HassTurnOn", "turn the fan off", 3600),
        ("keep the bedroom light on for 5 minutes", "HassTurnOn", "turn the bedroom light off", 300),
        ("run the study fan for ten minutes", "HassTurnOn", "turn off the study fan", 600),
        ("close the bedroom curtains for two hours", "HassTurnOff", "open the bedroom curtains", 7200),
        ("打开厨房灯半小时", "HassTurnOn", "关闭厨房灯", 1800),
        ("把书房风扇打开十分钟", "HassTurnOn", "把书房风扇关闭", 600),
        ("空调开两个小时", "HassTurnOn", "空调关", 7200),
        ("开一个小时空调", "HassTurnOn", "关空调", 3600),
        ("关掉厨房灯二十分钟", "HassTurnOff", "开厨房灯", 1200),
    ],
)
def test_it_is_done_and_then_undone(
    patterns: Recognizer, text: str, now: str, then: str, seconds: int
) -> None:
    match = patterns.recognize(text, "en" if text.isascii() else "zh", HERE)
    assert match is not None
    done, timer = match.intents
    assert done.name == now
    assert (timer.name, timer.slots) == (
        "HassStartTimer",
        {"conversation_command": then, "seconds": seconds},
    )


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("set a timer for ten minutes", "en"),
        ("turn on the kitchen light in ten minutes", "en"),
        ("dim the kitchen light for ten minutes", "en"),
        ("十分钟后打开厨房灯", "zh"),
        ("打开厨房灯十分钟后提醒我", "zh"),
        ("计时半小时", "zh"),
    ],
)
def test_what_has_no_opposite_or_waits_is_not_for_a_while(
    patterns: Recognizer, text: str, language: str
) -> None:
    match = patterns.recognize(text, language, HERE)
    assert match is None or len(match.intents) == 1 or "提醒" in text


@pytest.mark.parametrize("text", ["打开厨房灯半小时", "空调开两个小时"])
def test_a_stretch_of_time_puts_nothing_off(text: str) -> None:
    assert deferred(text, "zh") is None
    assert deferred(f"{text}后", "zh") is not None


@given(st.text(max_size=60), st.sampled_from(["en", "zh"]))
def test_anything_may_be_said(text: str, language: str) -> None:
    found = lasting(text, language)
    assert found is None or (found.seconds > 0 and found.order not in found.undo)
