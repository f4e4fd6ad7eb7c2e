"""Words behind which more must follow, and words that may be all."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from intents.unfinished import is_unfinished


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Remind me to", "en"), ("remind me to uh", "en"), ("turn on the", "en"), ("set a timer for", "en"),
        ("Add milk and", "en"), ("play something by...", "en"), ("what is five plus", "en"), ("Um,", "en"),
        ("提醒我", "zh"), ("把客厅的灯打开然后", "zh"), ("帮我", "zh"), ("我想听那个", "zh"), ("嗯", "zh"),
        ("把空调调到", "zh"), ("牛奶、", "zh"), ("我想…", "zh"), ("把客厅的灯", "zh"),
    ],
)  # fmt: skip
def test_more_must_follow(text: str, language: str) -> None:
    assert is_unfinished(text, language)


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Turn on the light.", "en"), ("turn it on", "en"), ("stop", "en"), ("what time is it?", "en"),
        ("add milk to the shopping list", "en"), ("", "en"), ("yes", "en"),
        ("打开客厅的灯", "zh"), ("现在几点", "zh"), ("灯关了吗", "zh"), ("红色的", "zh"), ("好的。", "zh"),
        ("spegni la", "it"),
    ],
)  # fmt: skip
def test_it_may_be_all(text: str, language: str) -> None:
    assert not is_unfinished(text, language)


@given(st.text(), st.sampled_from(["en", "zh", "it"]))
def test_any_text_is_one_or_the_other(text: str, language: str) -> None:
    assert is_unfinished(text, language) in (True, False)
