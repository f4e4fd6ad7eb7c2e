"""Words near those of lists, timers and calls that ask for none of them."""

import pytest

from intents.semantic.overheard import is_overheard
from tests.assistant.talking import answered

_LOST, _LOST_ZH = "did not understand", "没听懂"

DIALOGUES = [
    [("what's on the shopping list", "empty"), ("write a poem about spring", _LOST)],
    [("what's on the shopping list", "empty"), ("write down batteries", "batteries on the shopping list")],
    [("购物清单有什么", "空的"), ("帮我写个请假条", _LOST_ZH), ("写一首关于春天的诗", _LOST_ZH)],
    [("购物清单有什么", "空的"), ("写上电池", "电池加到购物清单")],
    [("what did I put on the list", "shopping list is empty")],
    [("can dogs eat grapes", "rather not guess"), ("孩子能喝蜂蜜水吗", "不敢乱说")],
    [("有人来了就开走廊灯", ""), ("走廊灯开着吗", "没有")],
    [("温度高于28度就开空调", ""), ("空调开着吗", "没有")],
    [("扫完地叫我", ""), ("扫地机器人在干嘛", "充电座")],
    [("有人来了，开走廊灯", "灯打开了")],
    [("两分钟后提醒我关火", "关火"), ("还有多久", "2分钟")],
    [("remind me in two minutes to turn off the stove", "stove"), ("how long is left", "2 minutes")],
    [("she passed out", "Call 112"), ("家里煤气漏了", "120")],
]


@pytest.mark.parametrize("dialogue", DIALOGUES, ids=lambda dialogue: str(dialogue[-1][0]))
async def test_nothing_is_written_down_that_was_not_meant_to_be(dialogue: list[tuple[str, str]]) -> None:
    await answered(dialogue)


@pytest.mark.parametrize(
    ("intent", "text", "language", "overheard"),
    [
        ("GetList", "what did I have for breakfast", "en", True),
        ("GetList", "what did we need from the shop", "en", False),
        ("GetList", "what did I put on the list", "en", False),
        ("GetList", "我早饭吃的什么", "zh", True),
        ("GetList", "清单上说买什么", "zh", False),
        ("HassTimerStatus", "鸡蛋要煮几分钟", "zh", True),
        ("HassTimerStatus", "面还要煮几分钟", "zh", False),
        ("HassTimerStatus", "how long do I boil an egg", "en", True),
        ("HassTimerStatus", "how long does the timer have", "en", False),
        ("FindPhone", "my phone is about to die", "en", True),
        ("FindPhone", "I lost my new phone", "en", False),
        ("FindPhone", "手机快没电了", "zh", True),
        ("CarLocation", "the car's probably freezing", "en", True),
        ("CarLocation", "where did I park the new car", "en", False),
        ("SnoozeAlarm", "我们十分钟后出门", "zh", True),
        ("HassStartTimer", "我们十分钟后出门", "zh", True),
        ("HassStartTimer", "我十分钟后得关火，提醒我", "zh", False),
        ("SnoozeAlarm", "我再睡十分钟", "zh", False),
        ("SnoozeAlarm", "我十分钟以后再起", "zh", False),
        ("HassTurnOn", "我要开始做饭了", "zh", True),
        ("HassListCompleteItem", "the milk has gone off", "en", True),
        ("HassListCompleteItem", "tick off the milk", "en", False),
    ],
)
def test_what_happened_is_on_no_list_and_recipes_are_no_timers(
    intent: str, text: str, language: str, overheard: bool
) -> None:
    assert is_overheard(intent, text, language) is overheard
