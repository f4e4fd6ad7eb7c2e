"""Timers: kept, in wall-clock time, ringing until they are stopped."""

import asyncio
import json
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, precondition, rule

from assistant.agenda import MOST, Agenda
from assistant.errors import AssistantError
from assistant.timer import LONGEST_S, Timer, TimerRefused, Which
from tests.assistant.speaking_home import HandClock, SpeakingHome


@asynccontextmanager
async def running(agenda: Agenda) -> AsyncIterator[None]:
    """The agenda at work."""
    task = asyncio.create_task(agenda.run())
    for _ in range(5):
        await asyncio.sleep(0)
    try:
        yield
    finally:
        task.cancel()
        await asyncio.wait([task])


async def test_a_timer_rings_once_when_it_is_over_and_until_it_is_stopped() -> None:
    at = SpeakingHome()
    async with running(at.agenda):
        at.agenda.start(60, "tea")
        await at.clock.move(59)
        assert at.rang == []
        await at.clock.move(1)
        assert [timer.name for timer in at.rang] == ["tea"]
        await at.clock.move(600)
        assert len(at.rang) == 1
        assert at.agenda.timers[0].state == "ringing"
        assert [timer.name for timer in at.agenda.stop_ringing()] == ["tea"]
        assert at.agenda.timers == ()


async def test_stop_silences_what_rings_and_leaves_the_others() -> None:
    at = SpeakingHome()
    async with running(at.agenda):
        at.agenda.start(60, "tea")
        at.agenda.start(600, "pasta")
        await at.clock.move(60)
        assert await at.say("en", "Stop") == ""
        assert [timer.name for timer in at.agenda.timers] == ["pasta"]


async def test_several_timers_ring_in_their_own_time() -> None:
    at = SpeakingHome()
    async with running(at.agenda):
        for name, seconds in (("late", 300), ("soon", 30), ("middle", 90)):
            at.agenda.start(seconds, name)
        for _ in range(10):
            await at.clock.move(30)
    assert [timer.name for timer in at.rang] == ["soon", "middle", "late"]


async def test_a_paused_timer_waits_and_goes_on() -> None:
    at = SpeakingHome()
    async with running(at.agenda):
        timer = at.agenda.pause(at.agenda.start(60))
        await at.clock.move(600)
        assert at.rang == []
        at.agenda.unpause(timer)
        await at.clock.move(60)
        assert len(at.rang) == 1


async def test_a_ringing_timer_that_gets_more_time_runs_again() -> None:
    at = SpeakingHome()
    async with running(at.agenda):
        at.agenda.start(60)
        await at.clock.move(60)
        at.agenda.change(at.agenda.timers[0], 60)
        await at.clock.move(60)
    assert len(at.rang) == 2


async def test_timers_survive_a_restart(tmp_path: Path) -> None:
    clock, kept = HandClock(), tmp_path / "timers.json"
    before = Agenda(kept, clock, lambda _: None)
    before.start(600, "tea")
    before.pause(before.start(300, "pasta"))
    await clock.move(100)
    after = Agenda(kept, clock, lambda _: None)
    assert after.timers == before.timers
    assert after.start(5).id not in {timer.id for timer in before.timers}


async def test_a_timer_that_ran_out_while_nobody_was_there_rings_as_missed(tmp_path: Path) -> None:
    clock, kept = HandClock(), tmp_path / "timers.json"
    Agenda(kept, clock, lambda _: None).start(60, "tea")
    await clock.move(3600)
    rang: list[Timer] = []
    async with running(Agenda(kept, clock, rang.append)):
        assert [(timer.name, timer.missed) for timer in rang] == [("tea", True)]


async def test_a_damaged_file_is_put_aside_and_the_agenda_begins_anew(tmp_path: Path) -> None:
    kept = tmp_path / "timers.json"
    kept.write_text('{"version": 1, "timers": [')
    agenda = Agenda(kept, HandClock(), lambda _: None)
    assert agenda.timers == ()
    assert agenda.damaged is not None
    assert agenda.damaged.read_text().startswith('{"version"')
    agenda.start(60)
    assert json.loads(kept.read_text())["timers"]


async def test_a_file_that_cannot_be_read_says_how_to_mend_it(tmp_path: Path) -> None:
    with pytest.raises(AssistantError, match=r"make .* readable or remove it"):
        Agenda(tmp_path, HandClock(), lambda _: None)


async def test_a_timer_runs_even_where_it_cannot_be_written_down(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    at = SpeakingHome(timers=tmp_path / "file" / "timers.json")
    reply = await at.say("en", "HassStartTimer", minutes=5)
    assert reply == "Timer set for 5 minutes. I could not write it down, so keep me running."
    assert not at.agenda.saved
    assert len(at.agenda.timers) == 1


@pytest.mark.parametrize("seconds", [0, -5, LONGEST_S + 1, float("nan"), float("inf")])
async def test_impossible_lengths_are_refused(seconds: float) -> None:
    with pytest.raises(TimerRefused) as refused:
        SpeakingHome().agenda.start(seconds)
    assert refused.value.problem == "out_of_range"


async def test_there_is_an_end_to_how_many_there_can_be() -> None:
    at = SpeakingHome()
    for _ in range(MOST):
        at.agenda.start(60)
    assert await at.say("en", "HassStartTimer", minutes=1) == (
        "There are too many timers already; cancel one first."
    )


def test_a_name_is_found_whatever_its_case_and_spaces() -> None:
    agenda = Agenda(None, HandClock(), lambda _: None)
    agenda.start(60, "Green Tea")
    assert len(agenda.find(Which(name="green tea "))) == 1
    assert agenda.find(Which(name="tea")) == ()


@settings(max_examples=50, deadline=None)
@given(st.lists(st.tuples(st.floats(0.1, LONGEST_S), st.none() | st.text(max_size=8)), max_size=8))
def test_whatever_is_remembered_is_read_back(entries: list[tuple[float, str | None]]) -> None:
    agenda = Agenda(None, HandClock(), lambda _: None)
    timers = [agenda.start(seconds, name) for seconds, name in entries]
    assert [Timer.model_validate_json(timer.model_dump_json()) for timer in timers] == timers


class TimersOverTime(RuleBasedStateMachine):
    """Whatever is done to timers, what is left of each is what arithmetic says."""

    def __init__(self) -> None:
        super().__init__()
        self.clock = HandClock()
        self.agenda = Agenda(None, self.clock, lambda _: None)
        self.left: dict[int, float] = {}
        self.paused: set[int] = set()

    @rule(seconds=st.integers(1, 10_000))
    def start(self, seconds: int) -> None:
        if len(self.left) < MOST:
            self.left[self.agenda.start(seconds).id] = seconds

    @rule(seconds=st.integers(0, 5_000))
    def wait(self, seconds: int) -> None:
        asyncio.run(self.clock.move(seconds))
        for timer in self.left:
            if timer not in self.paused:
                self.left[timer] = max(0, self.left[timer] - seconds)

    @precondition(lambda self: self.left)
    @rule(data=st.data())
    def pause_or_go_on(self, data: st.DataObject) -> None:
        timer = data.draw(st.sampled_from(self.agenda.timers))
        if timer.state == "paused":
            self.agenda.unpause(timer)
            self.paused.discard(timer.id)
        else:
            self.agenda.pause(timer)
            self.paused.add(timer.id)

    @precondition(lambda self: self.left)
    @rule(data=st.data(), seconds=st.integers(-5_000, 5_000))
    def change(self, data: st.DataObject, seconds: int) -> None:
        timer = data.draw(st.sampled_from(self.agenda.timers))
        after = self.left[timer.id] + seconds
        if after > 0:
            self.agenda.change(timer, seconds)
            self.left[timer.id] = after
        else:
            with pytest.raises(TimerRefused):
                self.agenda.change(timer, seconds)

    @precondition(lambda self: self.left)
    @rule(data=st.data())
    def cancel(self, data: st.DataObject) -> None:
        timer = data.draw(st.sampled_from(self.agenda.timers))
        self.agenda.cancel(timer)
        del self.left[timer.id]
        self.paused.discard(timer.id)

    @invariant()
    def what_is_left_is_what_arithmetic_says(self) -> None:
        left = {timer.id: self.agenda.left(timer) for timer in self.agenda.timers}
        assert left == pytest.approx(self.left)


TestTimersOverTime = TimersOverTime.TestCase
TestTimersOverTime.settings = settings(max_examples=30, stateful_step_count=20, deadline=None)
