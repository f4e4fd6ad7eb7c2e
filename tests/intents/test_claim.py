"""Whoever only talks must not claim to have done anything."""

from collections.abc import AsyncGenerator

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.understand import honest
from intents.claim import NOTHING_DONE, NOTHING_TOLD, claims_deed, only_assents, only_promises


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
        ("已经发了。", "zh"),
        ("我这就给她发消息。", "zh"),
        ("已经帮你叫车了。", "zh"),
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
        ("这件事已经发生了很久。", "zh"),
        ("新冠已经发展成大流行。", "zh"),
    ],
)
def test_talk_is_no_deed(clause: str, language: str) -> None:
    assert not claims_deed(clause, language)


@pytest.mark.parametrize("clause", ["Sure,", "OK.", "Of course!", "Sure, no problem.", "好的，", "没问题。"])
def test_who_agrees_has_said_nothing_yet(clause: str) -> None:
    assert only_assents(clause)
    assert not only_assents(f"{clause} Paris")


@pytest.mark.parametrize(
    ("clause", "language", "promise"),
    [
        ("Sure, I can tell your son a bedtime story.", "en", True),
        ("Let me write that for you.", "en", True),
        ("I think Paris is lovely.", "en", False),
        ("I cannot tell you that.", "en", False),
        ("好的，我来帮你写个冒泡排序的Python代码。", "zh", True),
        ("我想说的是春天很美。", "zh", False),
        ("我不会说法语。", "zh", False),
    ],
)
def test_a_promise_alone_tells_nothing(clause: str, language: str, promise: bool) -> None:
    assert only_promises(clause, language) is promise


async def _written(*pieces: str) -> AsyncGenerator[str, None]:
    for piece in pieces:
        yield piece


@pytest.mark.parametrize(
    ("written", "asked", "said"),
    [
        (("好的，", "已经", "发了。"), False, NOTHING_DONE["zh"]),
        (("好的。",), False, NOTHING_DONE["zh"]),
        (("当然。",), True, "当然。"),
        (("好的，", "我来帮你写个", "请假条。"), False, NOTHING_TOLD["zh"]),
        (("我会说中文。",), True, "我会说中文。"),
        (("好的，", "我给你讲个故事。", "从前有座山。"), False, "好的，我给你讲个故事。从前有座山。"),
        (("好的，", "从前有一只", "小兔子。"), False, "好的，从前有一只小兔子。"),
    ],
)
async def test_nobody_agrees_and_then_does_nothing(written: tuple[str, ...], asked: bool, said: str) -> None:
    assert "".join([each async for each in honest(_written(*written), "zh", asked=asked)]) == said


async def test_what_was_cut_off_ends_with_what_was_whole() -> None:
    pieces = ("", "Foxes are small. ", "They live ", "in ")
    for most, said in ((3, "Foxes are small. "), (4, "Foxes are small. They live in ")):
        assert "".join([each async for each in honest(_written(*pieces), "en", most=most)]) == said
    assert [each async for each in honest(_written("Red", " and"), "en", most=2)] == ["Red and"]


@given(st.text(max_size=300), st.sampled_from(["en", "zh", "it"]))
def test_any_text_is_one_or_the_other(clause: str, language: str) -> None:
    assert claims_deed(clause, language) in (True, False)
