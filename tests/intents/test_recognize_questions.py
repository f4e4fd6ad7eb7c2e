"""A question never changes anything, whatever it is about and however it is put."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from intents.asking import READ_ONLY, is_question
from intents.recognize import Recognizer
from intents.vocabulary import Context
from tests.intents.homes import HOME

RECOGNIZER = Recognizer(HOME)
RECOGNIZER.warm()

ROOMS = st.sampled_from([Context(), Context(area="bedroom"), Context(area="living_room")])
EN_NAMES = st.sampled_from(
    [device.names["en"][0] for device in HOME.devices] + ["lights", "curtains", "bedroom lights"]
)
ZH_NAMES = st.sampled_from([device.names["zh"][0] for device in HOME.devices] + ["灯", "窗帘", "卧室的灯"])

EN_ORDERS = st.sampled_from(
    [
        "turn on the {}",
        "turn off the {}",
        "open the {}",
        "close the {}",
        "lock the {}",
        "unlock the {}",
        "start the {}",
        "set the {} to 50",
        "dim the {}",
        "turn the {} up",
        "mute the {}",
    ]
)
EN_ASKING = st.sampled_from(
    [
        "what if I {}",
        "why did you {}",
        "did you {}",
        "should I {}",
        "how do I {}",
        "when did someone {}",
        "who {}",
        "do you know how to {}",
        "can I {}",
        "what happens when you {}",
        "could you tell me how to {}",
        "is it safe to {}",
        "can you explain how to {}",
        "have you {}",
        "are you going to {}",
        "where can I {}",
        "{}?",
        "will it {}",
    ]
)
EN_STATES = st.sampled_from(
    [
        "is the {} on",
        "are the {} off?",
        "is the {} open?",
        "is the {} locked",
        "was the {} closed",
        "why is the {} on",
        "what is the {}",
        "what's the {} doing",
        "how is the {}",
        "where is the {}",
        "which {} are on",
        "did I leave the {} on",
        "has the {} been turned off",
        "isn't the {} unlocked",
    ]
)
ZH_ORDERS = st.sampled_from(
    [
        "打开{}",
        "关闭{}",
        "把{}打开",
        "把{}关了",
        "开{}",
        "关{}",
        "锁{}",
        "拉上{}",
        "把{}调到50%",
        "启动{}",
        "{}调亮一点",
        "{}静音",
    ]
)
ZH_ASKING = st.sampled_from(
    [
        "{}了吗",
        "{}了没",
        "{}了没有",
        "{}吗",
        "{}吗？",
        "是不是{}了",
        "为什么{}",
        "怎么{}",
        "什么时候{}",
        "谁{}的",
        "有没有{}",
        "你知道怎么{}吗",
        "要不要{}",
        "{}会怎么样",
        "{}需要多久",
        "是否{}",
        "如何{}",
        "{}？",
        "{}呢",
    ]
)
ZH_STATES = st.sampled_from(
    [
        "{}开着吗",
        "{}关了吗",
        "{}关了没",
        "{}是不是开着",
        "{}锁了没有",
        "{}现在开着没有",
        "{}在哪里",
        "{}怎么样",
        "{}是什么状态",
        "哪个{}开着",
        "{}为什么开着",
        "{}有没有关",
        "{}多少度",
        "{}几度",
        "{}开没开",
        "{}关没关",
    ]
)


def only_looks(text: str, language: str, context: Context) -> bool:
    match = RECOGNIZER.recognize(text, language, context)
    return match is None or all(intent.name in READ_ONLY for intent in match.intents)


@settings(max_examples=150, deadline=None)
@given(EN_ASKING, EN_ORDERS, EN_NAMES, ROOMS)
def test_an_english_order_inside_a_question_is_not_obeyed(
    asking: str, order: str, name: str, room: Context
) -> None:
    assert only_looks(asking.format(order.format(name)), "en", room)


@settings(max_examples=100, deadline=None)
@given(EN_STATES, EN_NAMES, ROOMS)
def test_asking_in_english_how_things_are_changes_nothing(asking: str, name: str, room: Context) -> None:
    assert only_looks(asking.format(name), "en", room)


@settings(max_examples=150, deadline=None)
@given(ZH_ASKING, ZH_ORDERS, ZH_NAMES, ROOMS)
def test_a_chinese_order_inside_a_question_is_not_obeyed(
    asking: str, order: str, name: str, room: Context
) -> None:
    assert only_looks(asking.format(order.format(name)), "zh", room)


@settings(max_examples=100, deadline=None)
@given(ZH_STATES, ZH_NAMES, ROOMS)
def test_asking_in_chinese_how_things_are_changes_nothing(asking: str, name: str, room: Context) -> None:
    assert only_looks(asking.format(name), "zh", room)


@settings(max_examples=60, deadline=None)
@given(EN_STATES, EN_NAMES, EN_STATES, EN_NAMES, ROOMS)
def test_two_questions_change_nothing_either(a: str, x: str, b: str, y: str, room: Context) -> None:
    assert only_looks(f"{a.format(x)} and {b.format(y)}", "en", room)


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("can you turn on the TV?", "en"),
        ("would you please close the curtains", "en"),
        ("turn on the TV", "en"),
        ("能不能帮我打开电视？", "zh"),
        ("可以把灯关了吗", "zh"),
        ("麻烦把电视关了好吗", "zh"),
        ("打开电视", "zh"),
    ],
)
def test_an_order_put_as_a_question_is_still_an_order(text: str, language: str) -> None:
    assert not is_question(text, language)


@given(st.text(max_size=60), st.sampled_from(["en", "zh"]))
@settings(max_examples=60, deadline=None)
def test_any_text_is_read_without_harm(text: str, language: str) -> None:
    match = RECOGNIZER.recognize(text, language, Context())
    assert match is None or 0 < match.confidence <= 1
