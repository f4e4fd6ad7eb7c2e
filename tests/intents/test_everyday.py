"""Chinese as families say it: courtesy, English words, corrections, routines; and what is only told."""

import pytest

from assistant.home.demo import demo_layout
from intents.asking import READ_ONLY
from intents.home import Home
from intents.layers import Layers
from intents.places import place_in
from intents.reservation import reservation
from intents.rewording.corrected import corrected, every_other
from intents.rewording.courtesy import uncourteous
from intents.rewording.mixed import unmixed
from intents.routine import routine
from intents.vocabulary import Context, Intent

HERE = Context(area="living_room")


@pytest.fixture(scope="module")
def layers() -> Layers:
    return Layers(demo_layout().home)


@pytest.mark.parametrize(
    ("said", "language", "left"),
    [
        ("如果方便的话把书房的灯关一下，谢谢啦", "zh", "把书房的灯关一下"),
        ("不好意思打扰一下，开灯", "zh", "开灯"),
        ("谢谢你", "zh", "谢谢你"),
        ("明天早上呃七点叫我", "zh", "明天早上七点叫我"),
        ("sorry to bother you, turn on the fan", "en", "turn on the fan"),
        ("turn on the fan if it's not too much trouble", "en", "turn on the fan"),
        ("if it rains close the window", "en", "if it rains close the window"),
    ],
)
def test_courtesy_is_no_part_of_a_request(said: str, language: str, left: str) -> None:
    assert uncourteous(said, language) == left


@pytest.mark.parametrize(
    ("said", "chinese"),
    [
        ("play一下青花瓷", "播放一下青花瓷"),
        ("来点jazz吧", "来点爵士吧"),
        ("放一首Let It Go", "放一首Let It Go"),
        ("放一首Rock Me", "放一首Rock Me"),
        ("turn on the light", "turn on the light"),
    ],
)
def test_english_words_in_chinese_are_chinese_unless_they_are_a_name(said: str, chinese: str) -> None:
    assert unmixed(said) == chinese


@pytest.mark.parametrize(
    ("said", "language", "meant"),
    [
        ("六点半不对七点的闹钟", "zh", "七点的闹钟"),
        ("明天八点不对九点叫我", "zh", "明天九点叫我"),
        ("wake me at six, no, seven", "en", "wake me at seven"),
        ("七点叫我，不是吗", "zh", "七点叫我，不是吗"),
    ],
)
def test_the_last_of_two_times_counts(said: str, language: str, meant: str) -> None:
    assert corrected(said, language) == meant


def test_days_that_are_left_out_leave_the_others() -> None:
    assert every_other("除了周末每天七点叫我") == "工作日七点叫我"
    assert every_other("除了周日，每天六点叫我") == "每周一、二、三、四、五、六的六点叫我"
    assert every_other("除了卧室都关灯") == "除了卧室都关灯"


@pytest.mark.parametrize(
    ("said", "place"), [("哈尔滨明天冷吗", "哈尔滨"), ("北京时间几点", None), ("冷吗", None)]
)
def test_places_are_known_by_name(said: str, place: str | None) -> None:
    assert place_in(said, "zh") == place


@pytest.mark.parametrize(
    ("said", "language", "scene"),
    [
        ("我要睡了", "zh", "晚安"),
        ("我下班回来啦", "zh", "我回来了"),
        ("我该走了上班去", "zh", "我出门了"),
        ("I'm going to bed", "en", "good night"),
    ],
)
def test_a_routine_plays_the_scene_that_is_for_it(said: str, language: str, scene: str) -> None:
    match = routine(said, language, demo_layout().home)
    assert match is not None
    assert match.intents == (Intent("HassTurnOn", {"name": scene, "domain": "scene"}),)


@pytest.mark.parametrize(
    ("said", "kind"), [("我要睡了", "sleep"), ("我出门了", "leave"), ("我到家了", "home")]
)
def test_without_a_scene_a_routine_changes_nothing(said: str, kind: str) -> None:
    match = routine(said, "zh", Home())
    assert match is not None
    assert match.intents == (Intent("Routine", {"kind": kind}),)
    assert match.intents[0].name in READ_ONLY


@pytest.mark.parametrize("said", ["他睡了", "等我睡了再关", "我妈出门了", "孩子回来了吗"])
def test_who_tells_of_others_goes_nowhere(said: str) -> None:
    assert routine(said, "zh", demo_layout().home) is None


@pytest.mark.parametrize(
    ("said", "intents"),
    [
        ("关灯锁门", ["HassTurnOff", "HassTurnOn"]),
        ("咱家现在几度", ["HassClimateGetTemperature"]),
        ("厕所的灯有没有关", ["HassGetState"]),
        ("窗帘开一点", ["HassSetPosition"]),
        ("风扇三档", ["HassFanSetSpeed"]),
        ("再见", ["Farewell"]),
        ("泡面三分钟计时", ["HassStartTimer"]),
        ("音乐不要停继续放", ["HassMediaUnpause"]),
        ("周三下午五点半接孩子，提醒我一声", ["SetReminder"]),
        ("每天晚上十点关灯", ["HassStartTimer"]),
        ("不用每天晚上十点关灯了", ["CancelReminder"]),
        ("只留门厅灯，别的都关", ["HassTurnOff"]),
        ("来首周杰伦的告白气球再把灯关了", ["HassMediaSearchAndPlay", "HassTurnOff"]),
    ],
)
def test_what_families_say_is_understood_by_its_words(layers: Layers, said: str, intents: list[str]) -> None:
    match = layers.recognize(said, "zh", HERE)
    assert match is not None
    assert [each.name for each in match.intents] == intents


@pytest.mark.parametrize(
    "said",
    [
        "我妈老是忘了关灯", "灯是我关的", "我不是让你关灯", "空调已经开了", "窗帘该换新的了",
        "我打算换个空调",
        "别忘了关灯啊老公", "姐你帮我把窗帘拉上", "物业说晚上要停电",
    ],
)  # fmt: skip
def test_what_is_told_or_said_to_others_is_no_order(layers: Layers, said: str) -> None:
    assert reservation(said, "zh") == "told"
    match = layers.recognize(said, "zh", HERE)
    assert match is None or all(each.name in READ_ONLY for each in match.intents)


def test_more_of_a_curtain_is_a_step_and_half_of_it_a_place(layers: Layers) -> None:
    more, half = (layers.recognize(said, "zh", HERE) for said in ("窗帘再开一点", "窗帘开三成"))
    assert more is not None
    assert more.intents[0].slots["position_step"] == "up"
    assert half is None or half.intents[0].slots.get("position") != 3
