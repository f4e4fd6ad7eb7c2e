"""Whoever only talks must not claim to have done anything."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from intents.claim import claims_deed


@pytest.mark.parametrize(
    ("clause", "language"),
    [
        ("I will unlock the door immediately.", "en"),
        ("I've turned off all the lights.", "en"),
        ("Sure, I have set an alarm for eight.", "en"),
        ("The door is now unlocked.", "en"),
        ("Your reminder is set for noon.", "en"),
        ("Playing some jazz for you.", "en"),
        ("Done!", "en"),
        ("I'm calling your mother now.", "en"),
        ("好的，明天早上8点的闹钟定好了。", "zh"),
        ("明天早上8点的闹钟定好了。", "zh"),
        ("已经为您打开客厅的灯。", "zh"),
        ("我会在八点提醒你。", "zh"),
        ("正在播放周杰伦的歌。", "zh"),
        ("门已解锁。", "zh"),
        ("马上帮你关掉。", "zh"),
    ],
)
def test_a_deed_is_claimed(clause: str, language: str) -> None:
    assert claims_deed(clause, language)


@pytest.mark.parametrize(
    ("clause", "language"),
    [
        ("The capital of France is Paris.", "en"),
        ("I cannot unlock anything while we talk.", "en"),
        ("Once upon a time there was a fox who opened every door.", "en"),
        ("You can set a timer by asking me to.", "en"),
        ("The museum is closed on Mondays.", "en"),
        ("Water boils at 100 degrees.", "en"),
        ("I will always be here.", "en"),
        ("法国的首都是巴黎。", "zh"),
        ("抱歉，我没法叫车。", "zh"),
        ("他打开了门，看见一只小狐狸。", "zh"),
        ("你可以让我设置闹钟。", "zh"),
        ("听起来你今天不太顺心。", "zh"),
        ("从前有一只小白兔。", "zh"),
    ],
)
def test_talk_is_no_deed(clause: str, language: str) -> None:
    assert not claims_deed(clause, language)


@given(st.text(max_size=300), st.sampled_from(["en", "zh", "it"]))
def test_any_text_is_one_or_the_other(clause: str, language: str) -> None:
    assert claims_deed(clause, language) in (True, False)
