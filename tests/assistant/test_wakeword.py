"""What is left of a transcript when the wake word in front is taken away."""

import pytest

from assistant.wakeword import without_wake_word
from models.cascade import WakeWord

NAMES = ("jarvis", "你好小伴")


@pytest.mark.parametrize(
    ("heard", "left"),
    [
        ("Hey Jarvis, turn on the light.", "turn on the light."),
        ("Jervis turn on the light.", "turn on the light."),
        ("Hey Jarvis.", ""),
        ("你好小伴，打开灯", "打开灯"),
        ("你好小半打开灯", "打开灯"),
        ("小伴打开灯", "打开灯"),
        ("半，打开灯", "打开灯"),
        ("你好，小伴。", ""),
        ("小伴。", ""),
        ("半小时后叫我", "半小时后叫我"),
        ("你好吗", "你好吗"),
        ("打开灯", "打开灯"),
        ("", ""),
        ("…", ""),
    ],
)
def test_only_the_request_is_left(heard: str, left: str) -> None:
    assert without_wake_word(heard, NAMES) == left


def test_a_word_is_taken_away_by_what_it_is_known_by() -> None:
    names = WakeWord("ni_hao_xiao_ban", "你好小伴", "zh", 0.1, 0.1, -5.0).names
    assert without_wake_word("你好小伴打开灯", names) == "打开灯"
