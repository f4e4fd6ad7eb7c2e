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
    "timer": """
        set a timer for five minutes for the cookies > Cookies timer set for 5 minutes.
    """,
}


@pytest.mark.parametrize("dialogue", DIALOGUES.values(), ids=DIALOGUES.keys())
async def test_dialogue(dialogue: str) -> None:
    await held(dialogue)
