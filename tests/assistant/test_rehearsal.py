"""What would be said is known before it is done, and knowing it changes nothing."""

import asyncio
from collections.abc import Sequence
from datetime import UTC, datetime

import pytest

from assistant.act import Actor
from assistant.agenda import Agenda
from assistant.home.demo import DemoHome
from assistant.rehearsal import Rehearsal
from assistant.wallclock import SystemClock
from intents.recognize import Recognizer
from intents.vocabulary import Context, Match


def _now() -> datetime:
    return datetime(2026, 11, 22, 12, 0, tzinfo=UTC)


def _rehearse_then_do(texts: Sequence[tuple[str, str]], stuck: Sequence[str] = ()) -> list[tuple[str, str]]:
    """For each request what was foretold and what was said."""

    async def main() -> list[tuple[str, str]]:
        home = DemoHome(stuck=stuck)
        agenda = Agenda(None, SystemClock(), lambda _: None)
        recognizer = Recognizer(home.layout)
        said = []
        for text, language in texts:
            match = recognizer.recognize(text, language, Context(area="living_room"))
            assert isinstance(match, Match), text
            before = {device.id: home.state(device.id) for device in home.layout.devices}, agenda.timers
            foretold = await Rehearsal(home, agenda, _now).reply(match, Context(area="living_room"))
            now = {device.id: home.state(device.id) for device in home.layout.devices}, agenda.timers
            assert before == now
            answer = await Actor(home, agenda, _now).act(match, Context(area="living_room"))
            said.append((foretold.text, answer.reply.text))
        return said

    return asyncio.run(main())


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("turn on the kitchen light", "en"),
        ("打开卧室灯", "zh"),
        ("is the front door locked", "en"),
        ("unlock the front door", "en"),
        ("what time is it", "en"),
        ("set a timer for 5 minutes", "en"),
        ("设一个五分钟的计时器", "zh"),
    ],
)
def test_what_is_foretold_is_what_is_said(text: str, language: str) -> None:
    [(foretold, said)] = _rehearse_then_do([(text, language)])
    assert foretold == said != ""


def test_a_light_that_does_not_obey_is_told_as_it_is() -> None:
    [(foretold, said)] = _rehearse_then_do([("turn on the kitchen light", "en")], stuck=["light.kitchen"])
    assert foretold != said


def test_the_second_timer_is_foretold_beside_the_first() -> None:
    five, ten = ("set a timer for 5 minutes", "en"), ("set a timer for 10 minutes", "en")
    said = _rehearse_then_do([five, ten, ("how many timers do I have", "en")])
    assert [foretold == spoken for foretold, spoken in said] == [True, True, True]
