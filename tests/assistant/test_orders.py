"""Orders that come again: what is said about them, when they are done, and that they make no sound."""

import asyncio
from datetime import timedelta

import pytest

from assistant.alarms import LATE_S
from assistant.home.demo import demo_layout
from assistant.home.policy import needs_confirmation
from intents.vocabulary import Effect
from tests.assistant.speaking_home import HandClock
from tests.assistant.test_diary import Talk


@pytest.mark.parametrize(
    "turns",
    [
        [
            ("每天晚上十点关灯", "好的，每天晚上10点关灯。"),
            ("我有哪些定时任务", "有1个定时：每天晚上10点关灯。"),
            ("不用每天晚上十点关灯了", "“关灯”的定时取消了。"),
            ("我有哪些定时任务", "没有提醒。"),
        ],
        [
            ("turn off the lights every night at ten", "All right, every day at 10 PM: turn off the lights."),
            ("cancel the order to turn off the lights", "The order to turn off the lights is cancelled."),
        ],
        [("每天打开窗帘", "什么时候？")],
    ],
)
async def test_an_order_is_written_down_read_out_and_taken_back(turns: list[tuple[str, str]]) -> None:
    talk = Talk()
    for said, answered in turns:
        assert await talk.say(said) == answered, said


async def test_an_order_comes_again_every_day_and_makes_no_sound() -> None:
    talk = Talk(clock=HandClock())
    await talk.say("每天晚上十点关灯")
    (order,) = talk.agenda.alarms.all
    task = asyncio.create_task(talk.agenda.run())
    for day in range(2):
        due = order.due + timedelta(days=day)
        await talk.clock.move((due - talk.clock.now()).total_seconds())
        assert [each.text for each in talk.rang] == ["关灯"] * (day + 1)
        assert talk.rang[-1].kind == "order"
        assert not talk.agenda.ringing
        talk.agenda.alarms.carried_out(talk.rang[-1])
        assert talk.agenda.alarms.all[0].due == due + timedelta(days=1)
    task.cancel()
    await asyncio.wait([task])


async def test_a_stop_leaves_an_order_to_be_done() -> None:
    talk = Talk()
    await talk.say("每天晚上十点关灯")
    await talk.clock.move((talk.agenda.alarms.all[0].due - talk.clock.now()).total_seconds())
    (order,) = talk.agenda.alarms.ring()
    assert order.kind == "order"
    assert talk.agenda.alarms.stop() == ()
    assert [each.state for each in talk.agenda.alarms.all] == ["ringing"]


async def test_a_stop_leaves_what_is_to_be_done_once() -> None:
    talk = Talk()
    await talk.say("turn off the kitchen light in five minutes")
    (timer,) = talk.agenda.timers
    assert timer.language == "en"
    task = asyncio.create_task(talk.agenda.run())
    await talk.clock.move(300)
    assert [each.state for each in talk.agenda.timers] == ["ringing"]
    assert not talk.agenda.ringing
    assert talk.agenda.stop_ringing() == ()
    assert len(talk.agenda.timers) == 1
    task.cancel()
    await asyncio.wait([task])


@pytest.mark.parametrize(("late_s", "late"), [(5, False), (LATE_S - 1, False), (LATE_S + 1, True)])
async def test_what_was_to_be_done_long_ago_is_not_wanted_any_more(late_s: float, late: bool) -> None:
    talk = Talk()
    await talk.say("turn off the kitchen light in five minutes")
    (timer,) = talk.agenda.timers
    await talk.clock.move(300 + late_s)
    assert talk.agenda.is_late(timer) == late


def test_opening_a_garage_a_bit_is_asked_about_and_closing_it_is_not() -> None:
    garage = demo_layout().home.by_id["cover.garage_door"]
    assert needs_confirmation(Effect(garage.id, "change_position", {"step": 25}), garage)
    assert not needs_confirmation(Effect(garage.id, "change_position", {"step": -25}), garage)
