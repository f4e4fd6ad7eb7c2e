"""What only repeats us is told from what somebody says."""

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from intents.repeated import repeats

WORDS = (
    "the",
    "fox",
    "walked",
    "until",
    "air",
    "tasted",
    "of",
    "salt",
    "狐",
    "狸",
    "坐",
    "在",
    "石",
    "头",
    "上",
)
said = st.lists(st.sampled_from(WORDS), min_size=1, max_size=12)


@pytest.mark.parametrize(
    ("heard", "aloud"),
    [
        ("one evening she sat on the wall", "Every evening she sat on the wall and listened."),
        ("Until the air tested of salt.", "So the fox walked until the air tasted of salt."),
        ("她坐在石头上听村里的人聊天", "每天傍晚，它都坐在石头上，听村里的人聊天。"),
        ("设置到二十度", "空调设置到二十度了。"),
        ("射致到二十度", "空调设置到二十度了。"),
        ("stop", "A bus stop is near the station."),
    ],
)
def test_what_we_said_comes_back(heard: str, aloud: str) -> None:
    assert repeats(heard, aloud)


@pytest.mark.parametrize(
    ("heard", "aloud"),
    [
        ("stop", "Once upon a time a fox lived at the edge of a village."),
        ("停", "从前，山脚下住着一只小狐狸。"),
        ("别说了", "猫头鹰说，那是一片没有草的田野。"),
        ("turn off the kitchen light", "The kitchen light is on."),
        ("", "Anything."),
        ("anything", ""),
        ("?!", "Anything?!"),
    ],
)
def test_what_somebody_says_is_theirs(heard: str, aloud: str) -> None:
    assert not repeats(heard, aloud)


@given(said, st.data())
def test_every_stretch_of_what_was_said_repeats_it(words: list[str], data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(words) - 1))
    end = data.draw(st.integers(start + 1, len(words)))
    assert repeats(" ".join(words[start:end]).upper() + "!", ", ".join(words))


@given(said, said, said)
@example(
    heard=["walked", "the", "the", "fox", "the", "the"], aloud=["walked", "fox", "the", "the"], more=["the"]
)
def test_saying_more_makes_nothing_less_of_a_repetition(
    heard: list[str], aloud: list[str], more: list[str]
) -> None:
    if repeats(" ".join(heard), " ".join(aloud)):
        assert repeats(" ".join(heard), " ".join([*more, *aloud, *more]))


@given(st.text(max_size=40), st.text(max_size=80))
def test_any_text_has_an_answer(heard: str, aloud: str) -> None:
    assert repeats(heard, aloud) in {True, False}
