"""Reading the answer to "are you sure?"."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from intents.discourse.answer import yes_or_no


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Yes.", "en"),
        ("yes please", "en"),
        ("Yeah, do it!", "en"),
        ("okay, go ahead", "en"),
        ("I'm sure", "en"),
        ("sure", "en-US"),
        ("是的", "zh"),
        ("好的。", "zh"),
        ("嗯，打开吧", "zh"),
        ("对，我确定", "zh"),
        ("可以，谢谢", "zh-CN"),
        ("没问题", "zh"),
        ("Sì, certo", "it"),
    ],
)
def test_a_yes_is_heard(text: str, language: str) -> None:
    assert yes_or_no(text, language) is True


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("No.", "en"),
        ("no, don't do it", "en"),
        ("never mind", "en"),
        ("I’m not sure", "en"),
        ("not now please", "en"),
        ("cancel that", "en"),
        ("不用了", "zh"),
        ("不要！", "zh"),
        ("算了吧", "zh"),
        ("还是算了", "zh"),
        ("先不要", "zh"),
        ("不是的，别开", "zh"),
        ("no grazie", "it"),
    ],
)
def test_a_no_is_heard(text: str, language: str) -> None:
    assert yes_or_no(text, language) is False


@pytest.mark.parametrize(
    ("text", "language"), [("yes, no, wait", "en"), ("okay stop", "en"), ("好，不，算了", "zh")]
)
def test_who_wavers_means_no(text: str, language: str) -> None:
    assert yes_or_no(text, language) is False


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("turn on the light", "en"),
        ("no, turn off the kitchen light", "en"),
        ("yes and open the garage", "en"),
        ("what is the time", "en"),
        ("", "en"),
        ("   ", "zh"),
        ("今天几号", "zh"),
        ("好，把客厅灯关了", "zh"),
        ("you sure?", "en"),
        ("please", "en"),
        ("oui", "fr"),
    ],
)
def test_anything_more_or_less_is_no_answer(text: str, language: str) -> None:
    assert yes_or_no(text, language) is None


@given(st.text(), st.sampled_from(["en", "zh", "it", "fr"]))
def test_any_text_is_read_without_harm(text: str, language: str) -> None:
    assert yes_or_no(text, language) in (True, False, None)
