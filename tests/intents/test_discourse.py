"""What is said in a conversation: what it may refer to, and what it may never do."""

from dataclasses import replace
from functools import cache

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from assistant.home.demo import demo_layout
from intents.discourse import Discourse
from intents.discourse.binding import chosen
from intents.discourse.dialogue import FORGOTTEN_S, MOST, Asked, Change, Dialogue, Exchange, Option
from intents.discourse.move import read_move
from intents.layers import Layers
from intents.restated import revalued
from intents.undoing import putting_back
from intents.vocabulary import Context, Effect, Intent, Match, Route, Scalar

HERE = Context("living_room")
HOME = demo_layout().home
LAMP = Match((Intent("HassTurnOn", {"name": "floor lamp"}),), 1.0, Route.FAST, "en")
LIT = Exchange(
    "turn on the floor lamp", "The floor lamp is on.", "en", LAMP, ("light.floor_lamp",),
    (Change("light.floor_lamp", {"on": False}, {"on": True}),),
)  # fmt: skip

FOLLOWING = (
    "turn it off", "them", "that one", "the other one", "again", "undo", "no, the bedroom one", "no, ten",
    "brighter", "and the kitchen too", "what about the study?", "a bit more", "unlock it", "both", "at eight",
    "ten minutes", "关掉它", "再亮一点", "卧室也是", "厨房呢", "不对，是十分钟", "另一个", "撤销", "再来一次",
    "那个也打开", "第二个", "八点",
)  # fmt: skip
"""Words that mean nothing by themselves."""


@cache
def discourse() -> Discourse:
    return Discourse(HOME, Layers(HOME))


@pytest.mark.parametrize("text", FOLLOWING)
def test_nothing_is_done_when_nothing_was_said_before(text: str) -> None:
    language = "zh" if text > "一" else "en"
    match = discourse().understand(text, language, Context(), Dialogue())
    harmless = {"Undo", "Repeat", "HassNevermind"}  # there is nothing that they could take back or repeat
    named = match is not None and match.complete and not {each.name for each in match.intents} <= harmless
    assert not named or text in ("brighter", "再亮一点")  # the lights of the room, which stands for itself


def test_after_a_silence_it_is_nothing_any_more() -> None:
    dialogue = Dialogue().then(LIT)
    said = discourse().understand("turn it off", "en", HERE, dialogue.at(FORGOTTEN_S - 1))
    later = discourse().understand("turn it off", "en", HERE, dialogue.at(FORGOTTEN_S))
    assert said is not None
    assert said.intents == (Intent("HassTurnOff", {"name": "floor lamp"}),)
    assert later is not None
    assert not later.complete


def test_a_question_is_forgotten_with_what_it_was_about() -> None:
    asked = Asked("which", LAMP)
    dialogue = Dialogue().then(LIT, asked)
    assert dialogue.at(1.0).asked == asked
    assert dialogue.at(FORGOTTEN_S).asked is None


def test_only_what_was_heard_of_a_reply_is_remembered() -> None:
    heard = Dialogue().then(replace(LIT, match=None)).heard("The floor")
    assert heard.history == ((LIT.text, "The floor"),)
    assert Dialogue().then(LIT).heard("The floor").last == replace(LIT, reply="The floor")


def test_deeds_are_no_talk() -> None:
    assert Dialogue().then(LIT).history == ()


def test_no_more_is_remembered_than_allowed() -> None:
    dialogue = Dialogue()
    for _ in range(3 * MOST):
        dialogue = dialogue.then(LIT)
    assert len(dialogue.exchanges) == MOST
    assert Dialogue(most=0).then(LIT).exchanges == ()


def test_a_question_about_something_else_is_no_reference() -> None:
    dialogue = Dialogue().then(LIT)
    for text in ("what's that?", "how high is it?", "is it raining?", "what time is it?", "它是谁写的"):
        match = discourse().understand(text, "zh" if "它" in text else "en", HERE, dialogue)
        assert match is None or match.intents[0].name in ("HassGetWeather", "HassGetCurrentTime"), text


@pytest.mark.parametrize(
    ("text", "picked"),
    [
        ("the pizza one", [0]), ("pizza", [0]), ("the second one", [1]), ("the last", [2]),
        ("both", [0, 1, 2]),
        ("the 5-minute one", [1]), ("in the kitchen", [2]), ("neither", []), ("turn on the pizza oven", None),
        ("the fourth", None), ("what is the weather", None), ("", None),
    ],
)  # fmt: skip
def test_one_of_several_is_picked_by_whatever_tells_it_apart(text: str, picked: list[int] | None) -> None:
    options = (
        Option(("pizza", "10 minutes"), {"id": 1}, 600.0),
        Option(("5 minutes",), {"id": 2}, 300.0),
        Option(("tea", "kitchen", "厨房"), {"id": 3}, 180.0),
    )
    found = chosen(options, text, "en")
    assert (None if found is None else [options.index(each) for each in found]) == picked


@pytest.mark.parametrize(
    ("intent", "said", "slots"),
    [
        (Intent("HassStartTimer", {"minutes": 5}), "ten", {"minutes": 10}),
        (Intent("HassStartTimer", {"hours": 1}), "two", {"hours": 2}),
        (Intent("HassStartTimer", {"minutes": 5}), "an hour and a half", {"hours": 1, "minutes": 30}),
        (
            Intent("HassLightSet", {"name": "x", "brightness": 50}),
            "30 percent",
            {"name": "x", "brightness": 30},
        ),
        (Intent("HassLightSet", {"color": "red"}), "blue", {"color": "blue"}),
        (Intent("SetAlarm", {"time": "seven tomorrow morning"}), "eight", {"time": "eight tomorrow morning"}),
        (Intent("HassLightSet", {"brightness": 50}), "tell me about 30 rock", None),
        (Intent("HassTurnOn", {"name": "x"}), "ten", None),
        (Intent("SetAlarm", {"time": "seven"}), "pizza", None),
    ],
)
def test_a_value_takes_the_place_of_another(
    intent: Intent, said: str, slots: dict[str, Scalar] | None
) -> None:
    other = revalued(intent, said, "en")
    assert (None if other is None else dict(other.slots)) == slots


def test_every_part_of_a_light_is_put_back() -> None:
    lamp = HOME.by_id["light.floor_lamp"]
    before, now = {"on": False, "brightness": 40}, {"on": True, "brightness": 80}
    assert putting_back(lamp, before, now) == (
        Effect(lamp.id, "set_brightness", {"brightness": 40}),
        Effect(lamp.id, "turn_off"),
    )
    assert putting_back(lamp, now, now) == ()


_PIECES = st.sampled_from(
    [
        "no",
        ",",
        "not",
        "i",
        "said",
        "meant",
        "it",
        "them",
        "that",
        "one",
        "the",
        "other",
        "bedroom",
        "ten",
        "and",
        "too",
        "also",
        "again",
        "undo",
        "both",
        "不对",
        "，",
        "我说的是",
        "它",
        "那个",
        "卧室",
        "也",
        "呢",
        "撤销",
        "另一个",
        "十分钟",
        "再",
        "一点",
        "kitchen",
        "light",
        "turn",
        "off",
    ]
)


@given(st.lists(_PIECES, max_size=12), st.sampled_from(["en", "zh"]))
def test_any_words_are_read_quickly_and_without_harm(words: list[str], language: str) -> None:
    text = " ".join(words)
    read_move(text, language)
    chosen((Option(("pizza",), {"id": 1}),), text, language)


@given(st.text(max_size=200), st.sampled_from(["en", "zh"]))
def test_any_text_is_read(text: str, language: str) -> None:
    read_move(text, language)
    revalued(Intent("SetAlarm", {"time": "seven"}), text, language)


@settings(max_examples=25, deadline=None)
@given(st.lists(_PIECES, min_size=1, max_size=6), st.sampled_from(["en", "zh"]))
def test_what_is_understood_is_always_of_the_home_or_of_the_conversation(
    words: list[str], language: str
) -> None:
    dialogue = Dialogue().then(LIT)
    match = discourse().understand(" ".join(words), language, HERE, dialogue)
    assert match is None or (match.intents and 0 <= match.confidence <= 1)
