"""Of everything in a home, only the few things that a request could mean."""

import json
from functools import cache
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

import assistant
from intents.asking import READ_ONLY
from intents.home import Area, Device, Home
from intents.home.layout import parse_home
from intents.narrow import DEVICES, LABELS, Narrower


@cache
def home() -> Home:
    path = Path(assistant.__file__).parent / "data" / "demo_home.json"
    return parse_home(json.loads(path.read_text("utf-8")))


@cache
def narrower() -> Narrower:
    return Narrower(home())


def labels(text: str, language: str = "en", area: str | None = "living_room") -> list[str]:
    return [candidate.label for candidate in narrower().narrow(text, language, area)]


def devices(text: str, language: str = "en", area: str | None = "living_room") -> set[str | None]:
    return {candidate.device for candidate in narrower().narrow(text, language, area)}


@pytest.mark.parametrize(
    ("text", "area", "expected"),
    [
        ("I can't see a thing in here", "study", "turn on the study light"),
        ("it's way too bright in the bedroom", "kitchen", "dim the bedroom light"),
        ("the sun is in my eyes", "living_room", "close the living room curtains"),
        ("I'm boiling", "living_room", "make it cooler with the air conditioner"),
        ("there are crumbs everywhere", "kitchen", "clean with the robot vacuum"),
        ("I can't hear what they say on the telly", "bedroom", "turn the TV volume up"),
        ("I lost my phone", "kitchen", "ring the phone"),
        ("make the desk lamp cosy, like thirty percent", "kitchen", "set the study light to 30%"),
        ("I'd like the floor lamp in blue", "kitchen", "make the floor lamp blue"),
        ("is it cold in the bedroom", "kitchen", "tell the bedroom temperature"),
    ],
)
def test_a_need_brings_up_what_could_meet_it(text, area, expected):
    assert expected in labels(text, "en", area)


@pytest.mark.parametrize(
    ("text", "area", "expected"),
    [
        ("屋里太黑了", "study", "打开书房灯"),
        ("太阳晒到我了", "living_room", "关上客厅窗帘"),
        ("热死了", "living_room", "用空调降温"),
        ("地上好脏", "kitchen", "让扫地机器人开始打扫"),
        ("电视太吵了", "bedroom", "调低电视音量"),
        ("手机找不到了", "kitchen", "让手机响铃"),
        ("客厅窗帘拉一半", "kitchen", "把客厅窗帘开到50%"),
        ("台灯弄暗一点", "kitchen", "调暗书房灯"),
        ("我出门了，灯都别开着", "hallway", "关闭所有灯"),
    ],
)
def test_chinese_needs_do_too(text, area, expected):
    assert expected in labels(text, "zh", area)


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("tell me a joke", "en"),
        ("what is the capital of France", "en"),
        ("tell me a story about a door", "en"),
        ("who invented the light bulb", "en"),
        ("how do I clean an oven", "en"),
        ("thank you", "en"),
        ("讲个关于灯的故事", "zh"),
        ("月亮为什么会发光", "zh"),
        ("你好呀", "zh"),
        ("怎么清洗烤箱", "zh"),
        ("", "en"),
    ],
)
def test_small_talk_and_knowledge_bring_up_nothing(text, language):
    assert labels(text, language) == []


def test_cleaning_the_floor_never_brings_up_a_lock_nor_the_floor_lamp():
    assert devices("clean the floor") == {"vacuum.robot"}


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("my friend is at the front door", "en"),
        ("the car is dirty", "en"),
        ("门口有人", "zh"),
        ("lock the front door", "en"),
    ],
)
def test_unlocking_is_not_offered_unless_the_words_say_so(text, language):
    assert not [label for label in labels(text, language, "hallway") if "unlock" in label or "解锁" in label]


def test_unlocking_is_offered_when_the_words_say_so():
    assert "unlock the front door in the hallway" in labels(
        "let my friend in, unlock the front door", "en", "hallway"
    )
    assert "解锁门厅前门" in labels("把大门的锁打开", "zh", "hallway")


def test_off_words_leave_out_what_turns_on():
    assert "turn on the TV" not in labels("switch that silly telly off")
    assert "打开电视" not in labels("把电视关了吧", "zh")


def test_the_room_that_heard_it_is_meant_unless_another_is_named():
    assert devices("it's too dark", "en", "bedroom") <= {
        "light.bedroom",
        "light.bedside_lamp",
        "cover.bedroom_curtains",
    }
    assert devices("it's too dark in the kitchen", "en", "bedroom") == {"light.kitchen"}


def test_a_word_that_is_a_name_somewhere_else_means_only_that():
    assert devices("something with the floor lamp", "en", "bedroom") == {"light.floor_lamp"}


SAID = """turn on off light lamp floor bedroom kitchen open close door unlock lock car heat oven set to 30 %
degrees too dark cold please 打开 关闭 客厅 卧室 灯 空调 调到 26 度 门 锁 开 车 太 热 黑 烤箱 窗帘 一半"""
WORDS = st.lists(st.sampled_from(SAID.split()), max_size=8)
QUESTIONS = st.sampled_from(
    ["is {}", "what about is {}?", "which {}", "{}吗", "{}是不是开着", "哪个{}", "why is {}"]
)


@given(WORDS, QUESTIONS, st.sampled_from(["living_room", "garage", None]))
def test_a_question_never_brings_up_a_deed(words, question, area):
    text = question.format(" ".join(words))
    language = "zh" if any("一" <= sign <= "鿿" for sign in question) else "en"
    assert all(candidate.intent.name in READ_ONLY for candidate in narrower().narrow(text, language, area))


@given(WORDS, st.sampled_from(["en", "zh"]))
def test_there_are_never_too_many_and_no_label_twice(words, language):
    candidates = narrower().narrow(" ".join(words), language, "living_room")
    names = [candidate.label for candidate in candidates]
    assert len(names) <= LABELS
    assert len(set(names)) == len(names)
    assert len({candidate.device for candidate in candidates} - {None}) <= DEVICES


@given(st.text(max_size=60), st.sampled_from(["en", "zh", "it"]))
def test_any_text_can_be_narrowed(text, language):
    narrower().narrow(text, language)


def big_home(size: int) -> Home:
    areas = tuple(Area(f"room_{n}", {"en": (f"room {n}",), "zh": (f"{n}号房",)}) for n in range(size // 5))
    kinds = ("light", "switch", "fan", "climate", "media_player")
    many = tuple(
        Device(
            f"{kinds[n % 5]}.thing_{n}", {"en": (f"{kinds[n % 5]} {n}",), "zh": (f"{n}号{kinds[n % 5]}",)},
            area=f"room_{n // 5}",
        )
        for n in range(size)
    )  # fmt: skip
    return Home((), areas, many)


class Counted(dict[str, Device]):
    """Counts how often a device was looked at."""

    looks = 0

    def __getitem__(self, id_: str) -> Device:
        self.looks += 1
        return super().__getitem__(id_)


def test_a_thousand_devices_are_not_looked_at_more_than_ten():
    def looks(size: int) -> int:
        home = big_home(size)
        home.__dict__["by_id"] = counted = Counted(home.by_id)
        Narrower(home).narrow("it's so dark and hot in here, the tv is too loud", "en", "room_1")
        return counted.looks

    assert looks(1000) <= 2 * looks(10)
