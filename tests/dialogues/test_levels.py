"""How bright, how loud, how far open; the clock of other places; what stops and what is shuffled."""

import pytest

from tests.assistant.talking import held

DIALOGUES = {
    "light": """
        dim the bedroom light to 30 percent > The bedroom light is at 30%.
        how bright is the bedroom light > The bedroom light is on at 30%.
        is the bedroom light on > Yes, the bedroom light is on.
    """,
    "curtains": """
        客厅窗帘开到40% > 客厅窗帘调到40%了。
        客厅窗帘开了多少 > 客厅窗帘开了40%。
    """,
    "speaker": """
        set the speaker volume to 35 percent > The speaker volume is at 35%.
        what is the speaker volume > The speaker is off, with the volume at 35%.
        turn off the radio > The speaker is paused.
    """,
    "all lights are those of the whole home": """
        turn all the lights blue > 5 lights are blue.
        turn all the lights in the bedroom red > The bedroom lights are red.
        把所有的灯调成蓝色 > 5盏灯都变成蓝色了。
    """,
    "the volume of the television": """
        turn the volume down on the tv to 10 > The TV volume is at 10%.
    """,
    "its volume is that of what was named": """
        turn the tv on and set its volume to 20 > The TV is on. The TV volume is at 20%.
        打开电视然后把它的音量调到30 > 电视已经开着了。电视音量调到30%了。
    """,
    "curtains go a bit further": """
        close the curtains a little bit > The living room curtains are at 75%.
        open the living room curtains a bit more > The living room curtains are at 100%.
    """,
    "bigger is louder, unless the wind was spoken of": """
        风扇开一半 > 书房风扇风速调到50%了。
        再大一点 > 书房风扇风速调到70%了。
        声音大一点 > 音箱音量调到50%了。
        再大一点 > 音箱音量调到60%了。
    """,
    "what cannot be moved there stays where it is": """
        set an alarm for seven tomorrow > Alarm set for tomorrow at 7 AM.
        no, make it 5 am today > That time is over already.
        what alarms do I have > You have one alarm: tomorrow at 7 AM.
        明早八点提醒我吃药 > 好的，明天早上8点提醒你吃药。
        改成今天早上五点 > 这个时间已经过了。
        我有什么提醒 > 有1个提醒：明天早上8点吃药。
    """,
    "a notch": """
        turn the air conditioning on > The air conditioner is on.
        turn it down a notch > The air conditioner is set to 24 degrees.
    """,
    "what runs is stopped": """
        vacuum the living room > The robot vacuum is cleaning the living room.
        stop it > The robot vacuum is paused.
        start charging the car > The car is charging.
        stop it > The car is no longer charging.
        turn on the kitchen light > The kitchen light is on.
        is the kitchen light on > Yes, the kitchen light is on.
    """,
    "what homes have and this one lacks": """
        is the washing machine done > I don't know anything called washing machine.
        打开洗衣机 > 没有找到叫“洗衣机”的设备。
        turn the tumble dryer off > I don't know anything called tumble dryer.
    """,
    "timer": """
        set a timer for five minutes for the cookies > Cookies timer set for 5 minutes.
    """,
}


@pytest.mark.parametrize("dialogue", DIALOGUES.values(), ids=DIALOGUES.keys())
async def test_dialogue(dialogue: str) -> None:
    await held(dialogue)
