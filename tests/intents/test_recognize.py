"""What the fast path understands, said as people say it."""

from collections.abc import Mapping
from typing import Any

import pytest

from intents.recognize import Recognizer
from intents.vocabulary import Context, Match, Route
from tests.intents.homes import HOME

RECOGNIZER = Recognizer(HOME)
BEDROOM = Context(area="bedroom")


def understand(text: str, context: Context | None = None) -> Match | None:
    """What it means, in the language that it is written in."""
    language = "en" if text.isascii() else "zh"
    return RECOGNIZER.recognize(text, language, context or Context())


def meaning(text: str, context: Context | None = None) -> list[tuple[str, dict[str, Any]]]:
    match = understand(text, context)
    return [(intent.name, dict(intent.slots)) for intent in match.intents] if match else []


@pytest.mark.parametrize(
    ("text", "name", "slots"),
    [
        ("turn on the kitchen light", "HassTurnOn", {"name": "kitchen light"}),
        ("打开厨房灯", "HassTurnOn", {"name": "厨房灯"}),
        ("set the bedroom light to 30 percent", "HassLightSet", {"name": "bedroom light", "brightness": 30}),
        ("把卧室灯亮度调到百分之三十", "HassLightSet", {"name": "卧室灯", "brightness": 30}),
        ("make the living room light blue", "HassLightSet", {"name": "living room light", "color": "blue"}),
        ("把客厅灯调成蓝色", "HassLightSet", {"name": "客厅灯", "color": "blue"}),
        ("dim the bedroom light", "HassLightSet", {"name": "bedroom light", "brightness_step": "down"}),
        ("卧室灯暗一点", "HassLightSet", {"name": "卧室灯", "brightness_step": "down"}),
        ("close the bedroom curtains", "HassTurnOff", {"name": "bedroom curtains"}),
        ("拉上卧室窗帘", "HassTurnOff", {"name": "卧室窗帘"}),
        ("lock the front door", "HassTurnOn", {"name": "front door"}),
        ("把前门锁上", "HassTurnOn", {"name": "前门"}),
        ("start the vacuum", "HassVacuumStart", {"name": "vacuum"}),
        ("扫地机器人开始扫地", "HassVacuumStart", {"name": "扫地机器人"}),
        ("send the vacuum home", "HassVacuumReturnToBase", {"name": "vacuum"}),
        ("让扫地机器人回去充电", "HassVacuumReturnToBase", {"name": "扫地机器人"}),
        ("vacuum the kitchen", "HassVacuumCleanArea", {"area": "kitchen"}),
        ("打扫厨房", "HassVacuumCleanArea", {"area": "厨房"}),
        ("set the AC to 26 degrees", "HassClimateSetTemperature", {"name": "AC", "temperature": 26}),
        ("把空调开到二十六度", "HassClimateSetTemperature", {"name": "空调", "temperature": 26}),
        ("空调调到26.5度", "HassClimateSetTemperature", {"name": "空调", "temperature": 26.5}),
        ("set the AC to heat mode", "HassClimateSetMode", {"name": "AC", "mode": "heat"}),
        ("空调调成制冷模式", "HassClimateSetMode", {"name": "空调", "mode": "cool"}),
        ("set the AC fan to low", "HassClimateSetFanMode", {"name": "AC", "fan_mode": "low"}),
        ("空调风速调到最大", "HassClimateSetFanMode", {"name": "空调", "fan_mode": "high"}),
        ("turn the TV down", "HassSetVolumeRelative", {"name": "TV", "volume_step": "down"}),
        ("电视声音小一点", "HassSetVolumeRelative", {"name": "电视", "volume_step": "down"}),
        ("set the volume to 30", "HassSetVolume", {"volume_level": 30}),
        ("音量调到三十", "HassSetVolume", {"volume_level": 30}),
    ],
)
def test_devices_obey_in_both_languages(text: str, name: str, slots: Mapping[str, Any]) -> None:
    assert meaning(text) == [(name, slots)]


@pytest.mark.parametrize(
    ("text", "name", "slots"),
    [
        ("what time is it", "HassGetCurrentTime", {}),
        ("几点了", "HassGetCurrentTime", {}),
        ("what day is it today", "HassGetCurrentDate", {"weekday": True}),
        ("今天几号", "HassGetCurrentDate", {}),
        ("今天星期几", "HassGetCurrentDate", {"weekday": True}),
        ("set a timer for five minutes", "HassStartTimer", {"minutes": 5}),
        ("定一个5分钟的倒计时", "HassStartTimer", {"minutes": 5}),
        ("一个半小时后提醒我", "HassStartTimer", {"hours": 1, "minutes": 30}),
        ("set a three minute tea timer", "HassStartTimer", {"minutes": 3, "name": "tea"}),
        ("泡茶计时三分钟", "HassStartTimer", {"minutes": 3, "name": "泡茶"}),
        ("what timers are running", "HassTimerStatus", {}),
        ("现在有哪些计时器", "HassTimerStatus", {}),
        ("stop", "Stop", {}),
        ("停", "Stop", {}),
        ("别说了", "Stop", {}),
        ("shut up", "Stop", {}),
        ("never mind", "HassNevermind", {}),
        ("算了", "HassNevermind", {}),
        ("find my phone", "FindPhone", {}),
        ("找一下我的手机", "FindPhone", {}),
        ("what's my heart rate", "GetHeartRate", {}),
        ("我的心率是多少", "GetHeartRate", {}),
        ("how many steps have I taken today", "GetSteps", {}),
        ("我今天走了多少步", "GetSteps", {}),
        ("start charging the car", "CarChargeStart", {}),
        ("给车充电", "CarChargeStart", {}),
        ("warm up the car to 21 degrees", "CarSetTemperature", {"temperature": 21}),
        ("车里空调调到22度", "CarSetTemperature", {"temperature": 22}),
        ("where is the car", "CarLocation", {}),
        ("how far can the car go", "CarRange", {}),
        ("车在哪里", "CarLocation", {}),
        ("车还能跑多远", "CarRange", {}),
        ("open the boot", "CarBootOpen", {}),
        ("打开后备箱", "CarBootOpen", {}),
    ],
)
def test_what_is_no_device_is_understood_too(text: str, name: str, slots: Mapping[str, Any]) -> None:
    assert meaning(text) == [(name, slots)]


@pytest.mark.parametrize(
    ("text", "slots"),
    [
        ("is the front door locked?", {"domain": "lock", "name": "front door", "state": "locked"}),
        ("前门锁了吗", {"domain": "lock", "name": "前门", "state": "locked"}),
        ("前门锁了没", {"domain": "lock", "name": "前门", "state": "locked"}),
        ("is the kitchen light on", {"name": "kitchen light", "state": "on"}),
        ("厨房灯开着吗？", {"name": "厨房灯", "state": "on"}),
        (
            "could you tell me if the garage door is open?",
            {"domain": "cover", "name": "garage door", "state": "open"},
        ),
        ("车库门关了没有", {"domain": "cover", "name": "车库门", "state": "closed"}),
    ],
)
def test_questions_look(text: str, slots: Mapping[str, Any]) -> None:
    assert meaning(text) == [("HassGetState", slots)]


@pytest.mark.parametrize(
    "text",
    [
        "please turn on the kitchen light",
        "Could you turn on the kitchen light, please?",
        "hey, can you switch the kitchen light on for me",
        "I'd like you to turn on the kitchen light",
        "Turn on the kitchen light.",
    ],
)
def test_politeness_changes_nothing_in_english(text: str) -> None:
    assert meaning(text) == [("HassTurnOn", {"name": "kitchen light"})]


@pytest.mark.parametrize(
    "text",
    [
        "请打开厨房灯",
        "帮我把厨房灯打开",
        "能不能帮我打开厨房灯？",
        "麻烦你把厨房灯打开好吗",
        "小伴，打开一下厨房灯吧。",
        "打开 厨房灯",
    ],
)
def test_politeness_changes_nothing_in_chinese(text: str) -> None:
    assert meaning(text) == [("HassTurnOn", {"name": "厨房灯"})]


def test_two_requests_in_one_breath_keep_their_order() -> None:
    lights, curtains = (
        ("HassTurnOff", {"domain": "light"}),
        ("HassTurnOff", {"device_class": "curtain", "domain": "cover"}),
    )
    assert meaning("turn off the lights and close the curtains") == [lights, curtains]
    assert meaning("关灯然后拉上窗帘") == [lights, curtains]
    assert meaning("close the curtains, then turn off the lights") == [curtains, lights]


def test_three_requests() -> None:
    assert [name for name, _ in meaning("把厨房灯关掉，打开电视，再锁上前门")] == [
        "HassTurnOff",
        "HassTurnOn",
        "HassTurnOn",
    ]


def test_a_verb_serves_two_devices() -> None:
    both = [("HassTurnOn", {"name": "kitchen light"}), ("HassTurnOn", {"name": "TV"})]
    assert meaning("turn on the kitchen light and the TV") == both
    off = [("HassTurnOff", {"name": "客厅灯"}), ("HassTurnOff", {"name": "空调"})]
    assert meaning("把客厅灯和空调关掉") == off


def test_half_a_request_that_is_not_understood_stops_the_whole() -> None:
    assert meaning("turn off the kitchen light and tell me a joke") == []
    assert meaning("关厨房灯然后讲个笑话") == []


@pytest.mark.parametrize(
    "text",
    ["tell me a joke", "who was the first man on the moon", "讲个笑话", "谁发明了电灯", "", "  ", "?!", "。"],
)
def test_what_no_sentence_says_is_left_to_others(text: str) -> None:
    assert understand(text) is None


def test_the_room_that_hears_is_the_one_that_is_meant() -> None:
    assert meaning("turn off the lights", BEDROOM) == [
        ("HassTurnOff", {"area": "bedroom", "domain": "light"})
    ]
    assert meaning("关灯", BEDROOM) == [("HassTurnOff", {"area": "卧室", "domain": "light"})]


def test_all_means_every_room() -> None:
    everywhere = [("HassTurnOff", {"domain": "light", "name": "all"})]
    assert meaning("turn off all the lights", BEDROOM) == everywhere
    assert meaning("关掉所有的灯", BEDROOM) == everywhere


def test_stop_is_for_the_assistant_even_where_music_could_pause() -> None:
    assert meaning("停止", BEDROOM) == [("Stop", {})]


def test_names_of_the_other_language_are_known() -> None:
    assert meaning("打开TV") == [("HassTurnOn", {"name": "TV"})]


def test_chinese_keeps_the_spaces_of_foreign_words() -> None:
    match = RECOGNIZER.recognize("广播 dinner is ready", "zh", Context())
    assert match is None or match.intents[0].slots["message"] == "dinner is ready"


def test_free_words_are_less_sure_than_known_ones() -> None:
    known, free = understand("set a timer for five minutes"), understand("set a pizza timer for five minutes")
    assert known is not None
    assert free is not None
    assert 0 < free.confidence < 0.85 < known.confidence <= 1
    assert known.route is free.route is Route.FAST


def test_what_is_to_be_done_later_must_be_something_that_can_be_done() -> None:
    later = {"minutes": 5, "conversation_command": "turn off the oven"}
    assert meaning("turn off the oven in five minutes") == [("HassStartTimer", later)]
    assert meaning("十分钟后关烤箱") == [
        ("HassStartTimer", {"minutes": 10, "conversation_command": "关烤箱"})
    ]
    assert meaning("五分钟后" * 40 + "关烤箱") == []
    assert meaning("order me a pizza in five minutes") == []
    assert meaning("what will the weather be in five minutes") == [
        ("HassGetWeather", {"time": "in five minutes"})
    ]


def test_a_sensor_is_never_switched() -> None:
    assert meaning("turn on the bedroom temperature") == []
    assert meaning("打开卧室温度") == []


def test_a_language_that_was_not_wanted_is_left_alone() -> None:
    assert Recognizer(HOME, ("zh",)).recognize("turn on the TV", "en", Context()) is None
    assert RECOGNIZER.recognize("accendi la luce", "it", Context()) is None


def test_language_tags_are_understood() -> None:
    assert RECOGNIZER.recognize("打开电视", "zh-CN", Context())
    assert RECOGNIZER.recognize("turn on the TV", "en_US", Context())


def test_a_very_long_text_is_refused_quickly() -> None:
    assert understand("turn on the kitchen light and " * 400) is None
