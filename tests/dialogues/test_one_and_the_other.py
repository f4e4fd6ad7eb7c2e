"""One thing and the other: as that one, only this one, the other one too, and what goes on of the same."""

import pytest

from tests.assistant.talking import held

DIALOGUES = {
    "再来一个": """
        打开落地灯 > 落地灯打开了。
        再来一个 > 客厅灯打开了。
    """,
    "再来一个计时": """
        设一个五分钟的计时器 > 好的，计时5分钟，开始。
        再来一个 > 好的，计时5分钟，开始。
    """,
    "另一个呢": """
        打开床头灯 > 床头灯打开了。
        另一个呢 > 卧室灯打开了。
    """,
    "what about the other one": """
        turn on the bedside lamp > The bedside lamp is on.
        what about the other one > The bedroom light is on.
    """,
    "跟卧室一样": """
        卧室的灯调到百分之三十 > 卧室灯亮度调到30%了。
        客厅的灯跟卧室一样 > 客厅灯亮度调到30%了。
    """,
    "跟刚才一样": """
        客厅的灯调到百分之三十 > 客厅灯亮度调到30%了。
        书房的灯跟刚才一样 > 书房灯亮度调到30%了。
    """,
    "the same as": """
        set the bedroom light to 30 percent > The bedroom light is at 30%.
        make the study light the same as the bedroom > The study light is at 30%.
    """,
    "不是客厅是卧室": """
        关上客厅窗帘 > 客厅窗帘拉上了。
        不是客厅是卧室 > 客厅窗帘拉开了。卧室窗帘已经关着了。
    """,
    "现在设的多少度": """
        打开空调 > 空调打开了。
        现在设的多少度 > 空调设的是25度。
        关掉空调 > 空调关了。
        空调设的多少度 > 空调设的是25度，现在关着。
    """,
    "what is it set to": """
        turn on the AC > The air conditioner is on.
        what is it set to > The air conditioner is set to 25 degrees.
    """,
    "让它响一下": """
        我手机呢 > 手机响起来了。
        让它响一下 > 手机已经正在响了。
    """,
    "只留": """
        打开所有的灯 > 所有的灯都打开了。
        只留厨房的灯 > 8盏灯都关了。
    """,
    "leave only": """
        turn on all the lights > All lights are on.
        leave only the kitchen light on > 8 lights are off.
    """,
    "only the lamp of this room": """
        turn on all the lights > All lights are on.
        leave only the floor lamp on > The living room light is off.
    """,
    "dimmer and dimmer": """
        set the study light to 30 percent > The study light is at 30%.
        dimmer > The study light is at 10%.
        dimmer > The study light is at 1%.
        dimmer > The study light is already at 1%.
    """,
    "再暗一点": """
        书房灯调到百分之十 > 书房灯亮度调到10%了。
        再暗一点 > 书房灯亮度调到1%了。
    """,
    "亮度": """
        打开床头灯，亮度调到百分之十 > 床头灯打开了。床头灯亮度调到10%了。
    """,
    "叫他": """
        他让我明天早上六点叫他 > 好的，明天早上6点提醒你叫他。
        he asked me to wake him at six tomorrow > All right, I'll remind you tomorrow at 6 AM: wake him.
    """,
    "of the car": """
        车里温度多少 > 车里现在14度。
        how warm is it in the car > It's 14 degrees in the car.
        车在不在充电 > 车没在充电。
    """,
    "lock it": """
        我车锁了吗 > 车锁着。车没在充电。车内空调关着。后备箱关着。车的电量是72%。车还能跑310公里。车在家。
        锁上 > 车已经锁着了。
    """,
    "unless it is done": """
        打开客厅灯 > 客厅灯打开了。
        客厅灯还亮着的话帮我关一下 > 客厅灯关了。
        大门锁了没？没锁给锁上 > 前门已经锁着了。
    """,
    "星期几": """
        今天星期几 > 今天星期六。
        what day is it > Today is Saturday.
    """,
}


@pytest.mark.parametrize("dialogue", DIALOGUES.values(), ids=DIALOGUES.keys())
async def test_dialogue(dialogue: str) -> None:
    await held(dialogue)
