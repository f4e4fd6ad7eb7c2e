"""Things told by the furniture they stand at, and never another room's."""

import pytest

from assistant.home.demo import demo_layout
from intents.home import Area, Device, Home
from intents.layers import Layers
from intents.vocabulary import Context, Intent, Match

LAYERS = Layers(demo_layout().home)


def _meant(text: str, room: str = "living_room") -> Match:
    match = LAYERS.recognize(text, "en" if text.isascii() else "zh", Context(room))
    assert match is not None, text
    return match


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("turn on the lamp next to the bed", "bedside lamp"),
        ("switch off the little lamp on the nightstand", "bedside lamp"),
        ("switch on the light above the stove", "kitchen light"),
        ("turn off the light over the sink", "kitchen light"),
        ("turn on the reading lamp on the desk", "study light"),
        ("turn the lamp beside the couch on", "floor lamp"),
        ("open the curtains behind the sofa", "living room curtains"),
        ("打开床边的灯", "床头灯"),
        ("打开书桌那盏灯", "书房灯"),
        ("把书桌那盏关掉", "书房灯"),
        ("关掉冰箱上面的灯", "厨房灯"),
    ],
)
def test_it_is_what_is_called_so_or_stands_in_the_room_that_has_it(text: str, name: str) -> None:
    assert _meant(text).intents[0].slots["name"] == name


@pytest.mark.parametrize(
    "text", ["turn on the light by the sofa", "打开沙发旁边的灯", "turn on the light over the dining table"]
)
def test_which_is_asked_where_it_may_be_several_or_the_room_is_unknown(text: str) -> None:
    match = _meant(text)
    assert not match.complete
    assert "name" not in match.intents[0].slots


def test_a_question_about_it_changes_nothing() -> None:
    assert _meant("is the light above the sink on").intents[0].name == "HassGetState"


def test_a_device_that_is_called_so_is_that_device() -> None:
    home = Home(
        areas=(Area("attic", {"en": ("attic",)}),),
        devices=(
            Device("light.sink", {"en": ("light over the sink",)}, "attic"),
            Device("light.other", {"en": ("attic light",)}, "attic"),
        ),
    )
    match = Layers(home).recognize("turn on the light over the sink", "en", Context())
    assert match is not None
    assert match.intents == (Intent("HassTurnOn", {"name": "light over the sink"}),)


@pytest.mark.parametrize("text", ["turn on the xbox", "put the kettle on", "turn on the fairy lights"])
def test_a_thing_that_the_home_lacks_is_named(text: str) -> None:
    match = _meant(text)
    assert str(match.intents[0].slots["name"]) in text
