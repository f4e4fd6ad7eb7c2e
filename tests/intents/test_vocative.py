"""Names that assistants are called by are no part of a request."""

import pytest

from assistant.home.demo import demo_layout
from intents.home import Device, Home
from intents.rewording.vocative import uncalled

HOME = demo_layout().home


@pytest.mark.parametrize(
    ("text", "rest"),
    [
        ("hey siri turn on the light", "turn on the light"),
        ("ok google what time is it", "what time is it"),
        ("alexa, play some jazz", "play some jazz"),
        ("olly remind me about the picnic", "remind me about the picnic"),
        ("turn off the bedroom light alexa", "turn off the bedroom light"),
        ("what's the weather, google", "what's the weather"),
        ("computer, lights off", "lights off"),
        ("hey assistant, dim the lamp", "dim the lamp"),
        ("小伴，有点暗", "有点暗"),
        ("小爱同学打开灯", "打开灯"),
        ("小度小度，几点了", "几点了"),
        ("天猫精灵把窗帘关上", "把窗帘关上"),
        ("把卧室灯打开，小爱同学", "把卧室灯打开"),
    ],
)
def test_a_name_at_either_end_is_cut_off(text: str, rest: str) -> None:
    assert uncalled(text, "en" if text.isascii() else "zh", HOME) == rest


@pytest.mark.parametrize(
    "text",
    [
        "alexa",
        "computer",
        "turn the computer on",
        "play songs by alexa",
        "turn off alexa",
        "who is siri",
        "google translate",
        "assistant manager jobs",
        "call alexa",
        "小爱同学是谁",
        "小度",
        "打开小爱同学",
    ],
)
def test_a_name_that_is_spoken_of_stays(text: str) -> None:
    assert uncalled(text, "en" if text.isascii() else "zh", HOME) == text


def test_what_the_home_calls_so_is_no_assistant() -> None:
    home = Home(devices=(Device("media_player.echo", {"en": ("Alexa",), "zh": ("小爱同学",)}),))
    assert uncalled("alexa volume up", "en", home) == "alexa volume up"
    assert uncalled("小爱同学声音大一点", "zh", home) == "小爱同学声音大一点"
