"""What a conversation does to the home: it is put back as it was, and nothing happens unasked."""

import asyncio

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from assistant.home.base import HomePort
from assistant.turn import Question
from intents.discourse.dialogue import FORGOTTEN_S, Dialogue
from intents.vocabulary import Context, Intent, Match, Route, Scalar
from tests.assistant.talking import demo_layers, talking

REQUESTS = (
    "turn on the floor lamp",
    "set the bedroom light to 30%",
    "make the bedroom light red",
    "open the bedroom curtains",
    "set the air conditioner to 21 degrees",
    "turn on the study fan",
    "turn off all the lights",
    "good night",
    "turn up the volume",
    "set a timer for five minutes",
    "cancel the timer",
    "wake me at seven",
    "remind me at five to call home",
    "add milk to the shopping list",
    "clear the shopping list",
)


def _states(home: HomePort) -> dict[str, dict[str, Scalar]]:
    return {device.id: dict(home.state(device.id)) for device in home.layout.devices}


@pytest.mark.parametrize("request_", REQUESTS)
async def test_undoing_puts_everything_back(request_: str) -> None:
    async with talking() as talk:
        await talk.say("set a timer for one hour")
        await talk.say("add bread to the shopping list")
        before = (
            _states(talk.home),
            set(talk.agenda.timers),
            talk.agenda.alarms.all,
            talk.lists.items("shopping"),
        )
        response = await talk.ask(request_)
        assert response.outcomes
        reply = await talk.say("undo that")
        if talk.dialogue.asked:
            reply = await talk.say("yes")
        now = (
            _states(talk.home),
            set(talk.agenda.timers),
            talk.agenda.alarms.all,
            talk.lists.items("shopping"),
        )
        assert now == before, reply


async def test_the_same_conversation_in_two_rooms_is_about_two_rooms() -> None:
    for room, light in (("bedroom", "bedroom lights"), ("living_room", "living room lights")):
        async with talking(room) as talk:
            assert await talk.say("turn on the light") == f"The {light} are on."
            assert await talk.say("turn them off") == f"The {light} are off."


async def test_a_minute_later_it_is_still_known_and_much_later_not(monkeypatch: pytest.MonkeyPatch) -> None:
    async with talking() as talk:
        await talk.say("turn on the floor lamp")
        loop = asyncio.get_running_loop()
        began = loop.time()
        monkeypatch.setattr(loop, "time", lambda: began + 60)
        assert await talk.say("turn it off") == "The floor lamp is off."
        monkeypatch.setattr(loop, "time", lambda: began + 70 + FORGOTTEN_S)
        assert await talk.say("turn it on") == "Tell me which device you mean."


async def test_what_was_interrupted_before_it_was_heard_is_known_as_done() -> None:
    async with talking() as talk:
        response = await talk.turns.respond(
            Question("turn on the floor lamp", "en"), talk.context, talk.dialogue
        )
        talk.dialogue = response.dialogue.heard("").unasked()
        assert await talk.say("no, the bedroom") == "The floor lamp is off. The bedroom lights are on."


async def test_a_yes_to_a_question_that_was_taken_back_does_nothing() -> None:
    async with talking() as talk:
        await talk.say("unlock the front door")
        await talk.say("what time is it")
        await talk.say("yes")
        assert talk.state("lock.front_door", "locked") is True


_GUESSED = {
    "some reading light by the bed": Intent("HassTurnOn", {"name": "bedside lamp"}),
    "my train leaves at seven": Intent("SetAlarm", {"time": "seven"}),
    "七点的火车": Intent("SetAlarm", {"time": "七点"}),
}


class _Guess:
    """Layers that are not sure."""

    def recognize(self, text: str, language: str, context: Context) -> Match | None:
        if intent := _GUESSED.get(text):
            return Match((intent,), 0.25, Route.SEMANTIC, language, complete=True, sure=False)
        return demo_layers().recognize(text, language, context)


@pytest.mark.parametrize(("answer", "on"), [("yes", True), ("no", False), ("what time is it", False)])
async def test_what_is_not_sure_is_asked_about(answer: str, on: bool) -> None:  # a parameter of the test
    async with talking(layers=_Guess()) as talk:
        response = await talk.ask("some reading light by the bed")
        assert (talk.said, response.asks, response.outcomes) == (
            "Do you mean to turn on the bedside lamp?",
            True,
            (),
        )
        await talk.say(answer)
        assert bool(talk.state("light.bedside_lamp")) is on


@pytest.mark.parametrize(
    ("text", "asked", "yes"),
    [
        ("my train leaves at seven", "Do you want me to set an alarm?", "yes"),
        ("七点的火车", "你是想让我定闹钟吗？", "对"),
    ],
)
async def test_what_is_done_to_no_device_is_asked_about_as_well(text: str, asked: str, yes: str) -> None:
    async with talking(layers=_Guess()) as talk:
        assert await talk.say(text) == asked
        assert not talk.agenda.alarms.all
        await talk.say(yes)
        assert len(talk.agenda.alarms.all) == 1


SAID = st.sampled_from(
    [
        "turn on the kitchen light", "turn it off", "undo", "again", "the other one", "no, the bedroom one",
        "set a timer for five minutes", "cancel the timer", "no, ten", "yes", "no", "what about the study",
        "is the front door locked", "打开卧室灯", "关掉它", "不对，是十分钟", "另一个", "第二个", "再来一次",
        "撤销", "算了", "blah", "at eight", "set an alarm", "", "them", "both", "卧室也是", "it",
    ]
)  # fmt: skip


@settings(max_examples=12, deadline=None)
@given(st.lists(SAID, max_size=8))
def test_no_conversation_opens_a_door_that_nobody_spoke_of(texts: list[str]) -> None:
    async def main() -> None:
        async with talking() as talk:
            for text in texts:
                await talk.say(text)
                assert len(talk.dialogue.exchanges) <= talk.dialogue.most
            assert talk.state("lock.front_door", "locked") is True
            assert talk.state("cover.garage_door", "open") is not True
            assert talk.state("switch.oven") is not True

    asyncio.run(main())


@settings(max_examples=8, deadline=None)
@given(st.lists(st.text(max_size=40), max_size=4))
def test_whatever_is_said_nothing_fails_and_nothing_is_done(texts: list[str]) -> None:
    async def main() -> None:
        async with talking() as talk:
            before = _states(talk.home)
            for text in texts:
                await talk.say(text)
            assert _states(talk.home) == before
            assert isinstance(talk.dialogue, Dialogue)

    asyncio.run(main())
