"""Exceptions, shares, factors, steps, degrees: what is understood, done and said back."""

import pytest

from assistant.home.demo import DemoHome
from intents.home.elsewhere import unless_elsewhere
from intents.layers import Layers
from intents.vocabulary import Context, Intent, Match, Route, Scalar
from tests.assistant.speaking_home import SpeakingHome

HERE = Context("living_room")
Slots = dict[str, Scalar | tuple[Scalar, ...]]


@pytest.fixture(scope="module")
def layers() -> Layers:
    return Layers(DemoHome().layout)


def slots(layers: Layers, text: str, language: str) -> Slots | None:
    match = layers.recognize(text, language, HERE)
    return dict(match.intents[0].slots) if match else None


@pytest.mark.parametrize(
    ("text", "language", "expected"),
    [
        ("make the floor lamp twice as bright", "en", {"name": "floor lamp", "brightness_factor": 2}),
        ("make the floor lamp half as bright", "en", {"name": "floor lamp", "brightness_factor": 0.5}),
        ("客厅灯亮一倍", "zh", {"name": "客厅灯", "brightness_factor": 2}),
        ("把客厅灯调暗一半", "zh", {"name": "客厅灯", "brightness_factor": 0.5}),
        ("把客厅灯调到一半", "zh", {"name": "客厅灯", "brightness": 50}),
        ("客厅灯调到三成", "zh", {"name": "客厅灯", "brightness": 30}),
        ("客厅灯亮度调到百分之三十", "zh", {"name": "客厅灯", "brightness": 30}),
        ("dim the floor lamp by ten percent", "en", {"name": "floor lamp", "brightness_step": -10}),
        ("把卧室灯调亮百分之二十", "zh", {"name": "卧室灯", "brightness_step": 20}),
        ("客厅灯调暗10%", "zh", {"name": "客厅灯", "brightness_step": -10}),
        ("set the kitchen light to the maximum", "en", {"name": "kitchen light", "brightness": 100}),
        ("厨房灯调到最暗", "zh", {"name": "厨房灯", "brightness": 1}),
        ("set the bedroom light to half brightness", "en", {"name": "bedroom light", "brightness": 50}),
        ("set the floor lamp to warm white", "en", {"name": "floor lamp", "temperature": 2700}),
        ("set the bedroom light to 4000 kelvin", "en", {"name": "bedroom light", "temperature": 4000}),
        ("make it two degrees warmer", "en", {"temperature_step": 2}),
        ("空调高两度", "zh", {"name": "空调", "temperature_step": 2}),
        ("空调低一度", "zh", {"name": "空调", "temperature_step": -1}),
        ("slow down the fan", "en", {"name": "fan", "percentage_step": "down"}),
        ("书房风扇调到最大", "zh", {"name": "书房风扇", "percentage": 100}),
        ("音量减百分之十", "zh", {"volume_step": -10}),
        ("turn on the two lamps in the living room", "en", {"domain": "light", "area": "living room"}),
        ("把 kitchen light 打开", "zh", {"name": "kitchen light"}),
        ("turn on 客厅灯", "zh", {"name": "客厅灯"}),
    ],
)
def test_values_are_read_from_the_words(layers: Layers, text: str, language: str, expected: Slots) -> None:
    assert slots(layers, text, language) == expected


@pytest.mark.parametrize(
    ("text", "language", "left_on", "put_out"),
    [
        ("turn off everything except the bedroom", "en", "light.bedroom", "light.hallway"),
        ("turn off the lights apart from the floor lamp", "en", "light.floor_lamp", "light.living_room"),
        ("turn off all lights but not upstairs", "en", "light.study", "light.hallway"),
        ("除了卧室都关掉", "zh", "light.bedside_lamp", "light.hallway"),
        ("除了卧室和书房，把灯都关了", "zh", "light.study", "light.living_room"),
        ("把所有灯关了，除了床头灯", "zh", "light.bedside_lamp", "light.living_room"),
        ("turn all the lights but the kitchen off", "en", "light.kitchen", "light.hallway"),
        ("turn off all the lights but leave the kitchen light on", "en", "light.kitchen", "light.hallway"),
        ("把除了厨房以外的灯都关了", "zh", "light.kitchen", "light.living_room"),
        ("关掉除了卧室以外的所有灯", "zh", "light.bedroom", "light.living_room"),
        ("灯都关了吧，卧室的留着", "zh", "light.bedroom", "light.kitchen"),
        ("灯都关掉，但是别关厨房的", "zh", "light.kitchen", "light.study"),
        ("关掉所有的灯，除了客厅", "zh", "light.living_room", "light.study"),
    ],
)
async def test_what_is_left_out_stays_as_it_is(
    layers: Layers, text: str, language: str, left_on: str, put_out: str
) -> None:
    home = SpeakingHome(room="living_room")
    for light in (left_on, put_out):
        home.home.change(light, {"on": True})
    match = layers.recognize(text, language, HERE)
    assert match
    await home.actor.act(match, HERE)
    assert [home.home.state(light)["on"] for light in (left_on, put_out)] == [True, False]


def test_an_exception_that_is_not_here_does_nothing(layers: Layers) -> None:
    assert layers.recognize("turn off all lights except the ballroom", "en", HERE) is None


@pytest.mark.parametrize(
    ("text", "language", "reply"),
    [
        ("make the floor lamp half as bright", "en", "The floor lamp is at 25%."),
        ("空调调高两度", "zh", "空调调到27度了。"),
        ("空调调到20到22度之间", "zh", "空调调到21度了。"),
        (
            "set the air conditioner between 20 and 22 degrees",
            "en",
            "The air conditioner is set to 21 degrees.",
        ),
        (
            "set the air conditioner to 72 degrees Fahrenheit",
            "en",
            "The air conditioner is set to 22 degrees.",
        ),
        ("空调调到华氏七十二度", "zh", "空调调到22度了。"),
        ("toggle the hallway light", "en", "The hallway light is off."),
        ("切换客厅灯", "zh", "客厅灯关了。"),
        ("stop the living room curtains", "en", "The living room curtains are stopped."),
        ("turn on the living room light", "en", "The living room light is already on."),
        ("打开客厅灯", "zh", "客厅灯已经开着了。"),
    ],
)
async def test_it_is_done_and_said_back(layers: Layers, text: str, language: str, reply: str) -> None:
    home = SpeakingHome(room="living_room")
    match = layers.recognize(text, language, HERE)
    assert match
    assert (await home.actor.act(match, HERE)).reply.text == reply


@pytest.mark.parametrize(
    ("text", "intent", "name"),
    [
        ("could we switch off the bedroom lamp?", "HassTurnOff", "bedroom light"),
        ("make sure the front door is locked", "HassTurnOn", "front door"),
        ("the front door needs locking", "HassTurnOn", "front door"),
        ("deactivate the kitchen lights", "HassTurnOff", "kitchen light"),
        ("let's fire up the study fan", "HassTurnOn", "study fan"),
    ],
)
def test_an_order_may_be_put_in_many_ways(layers: Layers, text: str, intent: str, name: str) -> None:
    match = layers.recognize(text, "en", Context())
    assert match
    assert (match.intents[0].name, match.intents[0].slots.get("name", name)) == (intent, name)


def test_likeness_takes_no_device_elsewhere() -> None:
    match = Match((Intent("HassVacuumStart", {"name": "robot vacuum"}),), 0.9, Route.SEMANTIC, "en")
    assert not unless_elsewhere(match, "start the wine cellar vacuum", DemoHome().layout).complete
    assert unless_elsewhere(match, "the living room floor is full of crumbs", DemoHome().layout).complete


def test_likeness_does_not_take_all_for_what_is_elsewhere() -> None:
    louder = Match((Intent("HassSetVolumeRelative", {"volume_step": "up"}),), 0.9, Route.SEMANTIC, "en")
    home = DemoHome().layout
    assert not unless_elsewhere(louder, "increase the volume of the backyard projector", home).complete
    assert unless_elsewhere(louder, "I can hardly hear it", home).complete
    placed = Intent("HassSetVolumeRelative", {"volume_step": "up", "area": "living room"})
    match = Match((placed,), 0.9, Route.SEMANTIC, "en")
    assert unless_elsewhere(match, "the living room could do with more sound", home).complete
