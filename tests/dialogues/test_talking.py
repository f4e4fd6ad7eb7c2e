"""Conversations over several turns, in both languages, in the living room of the demo home."""

import pytest

from tests.assistant.talking import talking

_LAMPS = "Which light: the living room light or the floor lamp?"
_LEFT = "the 5 minute timer with 5 minutes left and the pizza timer with 10 minutes left."
_TIMERS = f"There are 2 timers: {_LEFT}"

ENGLISH: dict[str, str] = {
    "it is what was spoken of last": """
        turn on the kitchen light > The kitchen light is on.
        turn it off > The kitchen light is off.
        turn it back on > The kitchen light is on.
        is it on? > Yes, the kitchen light is on.
        dim it > The kitchen light is at 80%.
        set it to 50% > The kitchen light is at 50%.
        off > The kitchen light is off.""",
    "brighter is about the light that was switched": """
        turn on the bedroom light > The bedroom light is on.
        set it to 50% > The bedroom light is at 50%.
        brighter > The bedroom light is at 70%.
        a bit more > The bedroom light is at 90%.
        too much > The bedroom light is at 70%.
        make it blue > The bedroom light is blue.
        no, red > The bedroom light is red.""",
    "what it cannot do is told": """
        turn on the kitchen light > The kitchen light is on.
        make it blue > The kitchen light can't change its colour.""",
    "them is all that was spoken of": """
        turn on the kitchen light > The kitchen light is on.
        and the bedroom too > The bedroom lights are on.
        also the fan > The study fan is on.
        turn them off > The study fan is off. The bedroom lights are off. The kitchen light is off.""",
    "warmer, again, and a number instead": """
        set the air conditioner to 22 degrees > The air conditioner is set to 22 degrees.
        make it warmer > The air conditioner is set to 23 degrees.
        again > The air conditioner is set to 24 degrees.
        no, 21 > The air conditioner is set to 21 degrees.""",
    "what about another room": """
        what's the temperature in the living room > It's 24 degrees in the living room.
        what about the kitchen? > It's 25 degrees in the kitchen.
        is the bedroom light on > No, the bedroom light is off.
        and the study? > No, the study light is off.""",
    "not here but there": """
        turn on the kitchen light > The kitchen light is on.
        no, the bedroom one > The kitchen light is off. The bedroom lights are on.
        no, I meant the study > The bedroom lights are off. The study light is on.
        undo that > The study light is off.""",
    "not that one, the other": """
        turn on the floor lamp > The floor lamp is on.
        not that one, the other > The floor lamp is off. The living room light is on.""",
    "a whole request instead": """
        turn on the kitchen light > The kitchen light is on.
        no, turn on the study light > The kitchen light is off. The study light is on.
        cancel that > The study light is off.""",
    "another length": """
        set a timer for five minutes > Timer set for 5 minutes.
        no, I said ten > The 5 minute timer is cancelled. Timer set for 10 minutes.
        undo that > The 10 minute timer is cancelled.
        what timers are there > There is no timer.""",
    "make it so many": """
        set the timer for 10 minutes > Timer set for 10 minutes.
        make it fifteen > The 10 minute timer is cancelled. Timer set for 15 minutes.
        set the kitchen light to 50% > The kitchen light is at 50%.
        make it 30 > The kitchen light is at 30%.
        set a timer for 3 minutes > Timer set for 3 minutes.
        how long is left on it > The 3 minute timer has 3 minutes left.
        make it five > The 3 minute timer is cancelled. Timer set for 5 minutes.""",
    "that light is the one that was spoken of": """
        turn on the kitchen light > The kitchen light is on.
        turn that light off > The kitchen light is off.
        turn on the lights > The living room lights are on.""",
    "another time": """
        set an alarm for seven tomorrow morning > Alarm set for tomorrow at 7 AM.
        no, I said eight > The alarm is now set for tomorrow at 8 AM.""",
    "a timer is it as well": """
        set a timer for ten minutes > Timer set for 10 minutes.
        pause it > The 10 minute timer is paused with 10 minutes left.
        cancel it > The 10 minute timer is cancelled.""",
    "the reply once more": """
        say that again > I have not said anything yet.
        turn on the fan > The study fan is on.
        say that again > The study fan is on.""",
    "which timer, by its name": f"""
        set a pizza timer for ten minutes > Pizza timer set for 10 minutes.
        set a timer for 5 minutes > Timer set for 5 minutes.
        cancel the timer > {_TIMERS} Say which one.?
        the pizza one > The pizza timer is cancelled.""",
    "which timer, both": f"""
        set a pizza timer for ten minutes > Pizza timer set for 10 minutes.
        set a timer for 5 minutes > Timer set for 5 minutes.
        cancel the timer > {_TIMERS} Say which one.?
        both > The 5 minute timer is cancelled. The pizza timer is cancelled.""",
    "which timer, none": f"""
        set a pizza timer for ten minutes > Pizza timer set for 10 minutes.
        set a timer for 5 minutes > Timer set for 5 minutes.
        cancel the timer > {_TIMERS} Say which one.?
        never mind > All right, I left it alone.
        the second one > Sorry, I did not understand that.""",
    "when": """
        set an alarm > For what time?
        at eight > Alarm set for today at 8 PM.
        remind me to call mum > When?
        tomorrow at nine > All right, I'll remind you tomorrow at 9 AM: call mum.""",
    "for how long": """
        set a timer > For how long?
        ten minutes > Timer set for 10 minutes.""",
    "something else drops the question": """
        set an alarm > For what time?
        turn on the fan > The study fan is on.
        at eight > Sorry, I did not understand that.""",
    "nobody is asked a third time": """
        set a timer > For how long?
        purple > For how long?
        purple > Sorry, I did not understand that.
        ten minutes > Sorry, I did not understand that.""",
    "an order for a time of day": """
        turn on the light at eight > All right, today at 8 PM: turn on the light.
        open the curtains tomorrow morning at seven > All right, tomorrow at 7 AM: open the curtains.
        every evening at six turn on the fan > All right, every day at 6 PM: turn on the fan.
        cancel the order to turn on the fan > The order to turn on the fan is cancelled.
        cancel the timers > 2 timers are cancelled.""",
    "another time of day, and again and again": """
        wake me at half past six tomorrow > Alarm set for tomorrow at 6:30 AM.
        actually make that seven > The alarm is now set for tomorrow at 7 AM.
        make it every weekday > The alarm is now set for every weekday at 7 AM.
        cancel all of them > The alarm every weekday at 7 AM is cancelled.""",
    "another timer, and all of them": """
        set a pasta timer for nine minutes > Pasta timer set for 9 minutes.
        and an egg timer for six > Egg timer set for 6 minutes.
        how long left on the eggs > The egg timer has 6 minutes left.
        cancel them all > 2 timers are cancelled.""",
    "the list is read": """
        add milk and bread to the shopping list > I put milk and bread on the shopping list.
        read it to me > On the shopping list: milk and bread.
        clear everything > The shopping list is empty now.""",
    "several rooms, both, and everything": """
        lights on in the kitchen and the bedroom > The kitchen light is on. The bedroom lights are on.
        turn off both > The kitchen light is off. The bedroom lights are off.
        turn on the kitchen and hallway lights > The kitchen light is on. The hallway light is on.
        turn everything off > All lights are off.""",
    "one sentence, two ways of understanding it": """
        dim the kitchen light to 30 percent and lock up > The kitchen light is at 30%. The front door \
is already locked.""",
    "a day, and what one can ask for": """
        what day is it tomorrow > That's Sunday, November 23.
        how many days until christmas > 33 days.
        thank you > You're welcome.""",
    "the door": """
        lock the door > The front door is already locked.
        is the door locked > Yes, the front door is locked.
        open the door > Are you sure you want to unlock the front door?
        no > All right, I left it alone.
        close all the curtains > The living room curtains and the bedroom curtains are closed.""",
    "it, later": """
        turn on the kitchen light > The kitchen light is on.
        turn it off in ten minutes > All right, in 10 minutes: turn the kitchen light off.
        add five minutes > The order to turn the kitchen light off now has 15 minutes left.""",
    "what was wrong is taken back": """
        turn on the fan > The study fan is on.
        that's not what I meant > The study fan is off.
        that was wrong > The study fan is on.
        what time is it > It's 3:05 PM.
        that was wrong > I'm sorry. Please say it again in other words.""",
    "cancelled, though something was not understood in between": """
        set an alarm for seven > Alarm set for today at 7 PM.
        purple > Sorry, I did not understand that.
        cancel it > The alarm today at 7 PM is cancelled.""",
    "it is nothing yet": """
        turn it off > Tell me which device you mean.?
        the kitchen light > The kitchen light is already off.""",
    "locks are asked about whatever they are called": """
        is the front door locked > Yes, the front door is locked.
        unlock it > Are you sure you want to unlock the front door?
        yes > The front door is unlocked.
        undo that > The front door is locked.
        undo that > Are you sure you want to unlock the front door?
        no > All right, I left it alone.""",
    "one more item": """
        add milk to the shopping list > I put milk on the shopping list.
        and eggs > I put eggs on the shopping list.
        no, I said butter > I took eggs off the shopping list. I put butter on the shopping list.""",
    "three requests in one breath": """
        turn on the light and set a timer for five minutes and play some music > The living room lights \
are on. Timer set for 5 minutes. No music source is connected yet.""",
    "it is the one before in the same breath": """
        turn on the kitchen light and set it to 50% > The kitchen light is on. The kitchen light is at 50%.
        turn on the fan, turn on the TV and turn them off > The study fan is on. The TV is on. \
The TV is off. The study fan is off.""",
    "one fails and the others do not": """
        turn on the kitchen light and turn on the bedroom fan and turn off the fan > The kitchen light \
is on. There is no fan in the bedroom. There is one in the study. The study fan is already off.""",
    "the last of several may ask": """
        open the bedroom curtains and set an alarm > The bedroom curtains are open. For what time?
        at eight > Alarm set for today at 8 PM.
        close them > The bedroom curtains are closed.""",
    "which of two lamps": f"""
        turn on the light > The living room lights are on.
        the other one > {_LAMPS}
        the floor lamp > The floor lamp is already on.""",
}

CHINESE: dict[str, str] = {
    "到时候再做": """
        八点开灯 > 好的，今天晚上8点开灯。
        明天早上七点半把窗帘打开 > 好的，明天早上7点半把窗帘打开。
        每天晚上七点打开门厅灯 > 好的，每天晚上7点打开门厅灯。
        我有哪些定时任务 > 有1个定时：每天晚上7点打开门厅灯。
        不用每天晚上七点打开门厅灯了 > “打开门厅灯”的定时取消了。""",
    "每天都这样": """
        明天早上七点半叫我起床 > 好的，明天早上7点半的闹钟定好了。
        改成八点 > 好的，闹钟改到明天早上8点了。
        工作日都这样 > 好的，闹钟改到每个工作日早上8点了。
        全部取消 > 每个工作日早上8点的闹钟取消了。""",
    "念清单": """
        购物清单加上酱油和醋 > 好的，酱油、醋加到购物清单了。
        念一下清单 > 购物清单里有酱油、醋。
        把它念给我听 > 购物清单里有酱油、醋。
        全部删掉 > 购物清单清空了。""",
    "日子": """
        明天星期几 > 11月23日，星期日。
        离国庆节还有几天 > 还有313天。
        谢谢 > 不客气。""",
    "说的还是那盏灯": """
        书房的灯太亮了 > 书房灯亮度调到70%了。
        把亮度调低 > 书房灯亮度调到50%了。
        再低一点 > 书房灯亮度调到30%了。""",
    "全都关掉": """
        打开厨房和客厅的灯 > 厨房灯打开了。客厅灯打开了。
        把所有东西都关掉 > 所有的灯都关了。""",
    "开门锁门": """
        锁门 > 前门已经锁着了。
        开门 > 确定要解锁前门吗？
        不用了 > 好的，没有动它。
        打开车库 > 确定要打开车库门吗？""",
    "一会儿再关": """
        打开厨房的灯 > 厨房灯打开了。
        十分钟后关掉它 > 好的，10分钟后关掉厨房灯。
        再加五分钟 > “关掉厨房灯”现在还剩15分钟。""",
    "错了就还原": """
        打开厨房的灯 > 厨房灯打开了。
        不对 > 厨房灯关了。
        现在几点了 > 现在是下午3点05分。
        不对 > 对不起，请换个说法再说一遍。""",
    "调亮以后，别处只是打开": """
        卧室的灯亮一点 > 卧室灯亮度调到90%了。
        客厅也开 > 客厅的灯都打开了。""",
    "清单上的东西": """
        把牛奶加到购物清单 > 好的，牛奶加到购物清单了。
        清单上有什么 > 购物清单里有牛奶。""",
    "它是刚才说的": """
        打开厨房灯 > 厨房灯打开了。
        关掉它 > 厨房灯关了。
        再打开 > 厨房灯打开了。
        把它调暗一点 > 厨房灯亮度调到80%了。
        把它调到50% > 厨房灯亮度调到50%了。
        再亮一点 > 厨房灯亮度调到70%了。
        再多一点 > 厨房灯亮度调到90%了。
        太多了 > 厨房灯亮度调到70%了。
        它开着吗 > 是的，厨房灯开着。""",
    "不说是哪个就是刚才的": """
        打开卧室灯 > 卧室灯打开了。
        调到50% > 卧室灯亮度调到50%了。
        换成蓝色 > 卧室灯变成蓝色了。
        不对，是红色 > 卧室灯变成红色了。
        关了吧 > 卧室灯关了。""",
    "它们": """
        打开厨房灯 > 厨房灯打开了。
        卧室也开 > 卧室的灯都打开了。
        还有风扇 > 书房风扇打开了。
        把它们都关掉 > 书房风扇关了。卧室的灯都关了。厨房灯关了。""",
    "也": """
        打开厨房灯 > 厨房灯打开了。
        书房也是 > 书房灯打开了。
        也打开卧室的 > 卧室的灯都打开了。
        书房也关掉 > 书房灯关了。""",
    "呢": """
        客厅温度多少 > 客厅现在24度。
        卧室呢 > 卧室现在22.5度。
        卧室灯开着吗 > 没有，卧室灯关着。
        书房呢 > 没有，书房灯关着。""",
    "我说的是": """
        打开厨房灯 > 厨房灯打开了。
        不对，我说的是卧室 > 厨房灯关了。卧室的灯都打开了。
        刚才的取消 > 卧室的灯都关了。""",
    "另一个": """
        打开落地灯 > 落地灯打开了。
        不是这个，是另一个 > 落地灯关了。客厅灯打开了。""",
    "换一个房间": """
        打开客厅灯 > 客厅灯打开了。
        换成书房的 > 客厅灯关了。书房灯打开了。""",
    "时间长短不对": """
        定一个五分钟的计时器 > 好的，计时5分钟，开始。
        不对，是十分钟 > 5分钟计时器取消了。好的，计时10分钟，开始。
        撤销 > 10分钟计时器取消了。""",
    "亮度不对": """
        把厨房灯调到50% > 厨房灯亮度调到50%了。
        不对，三十 > 厨房灯亮度调到30%了。
        撤销 > 厨房灯亮度调到50%了。""",
    "再来一次": """
        空调调到22度 > 空调调到22度了。
        热一点 > 空调调到23度了。
        再来一次 > 空调调到24度了。
        不对，26度 > 空调调到26度了。""",
    "几点不对": """
        明天早上七点叫我起床 > 好的，明天早上7点的闹钟定好了。
        不对，八点 > 好的，闹钟改到明天早上8点了。
        取消刚才的 > 明天早上8点的闹钟取消了。""",
    "改时间": """
        明天早上七点叫我起床 > 好的，明天早上7点的闹钟定好了。
        改到八点 > 好的，闹钟改到明天早上8点了。""",
    "再说一遍": """
        打开风扇 > 书房风扇打开了。
        再说一遍 > 书房风扇打开了。""",
    "第二个": """
        定一个五分钟的披萨计时器 > 好的，披萨计时器5分钟，开始。
        定一个十分钟的计时器 > 好的，计时10分钟，开始。
        取消计时器 > 有2个计时器：披萨计时器还剩5分钟、10分钟计时器还剩10分钟。请说是哪一个。？
        第二个 > 10分钟计时器取消了。""",
    "两个都要": """
        定一个五分钟的计时器 > 好的，计时5分钟，开始。
        定一个十分钟的计时器 > 好的，计时10分钟，开始。
        取消计时器 > 有2个计时器：5分钟计时器还剩5分钟、10分钟计时器还剩10分钟。请说是哪一个。？
        两个都要 > 5分钟计时器取消了。10分钟计时器取消了。""",
    "几点": """
        定个闹钟 > 几点？
        八点 > 好的，今天晚上8点的闹钟定好了。
        提醒我吃药 > 什么时候？
        明天早上九点 > 好的，明天上午9点提醒你吃药。""",
    "多长时间": """
        定个计时器 > 多长时间？
        十分钟 > 好的，计时10分钟，开始。""",
    "还没说过什么": """
        关掉它 > 请说是哪个设备。？
        厨房灯 > 厨房灯已经关着了。""",
    "算了": """
        定个闹钟 > 几点？
        算了 > 好的，没有动它。
        八点 > 抱歉，我没听懂。""",
    "门锁总要确认": """
        前门锁了吗 > 是的，前门锁着。
        打开它 > 确定要解锁前门吗？
        是的 > 前门开锁了。
        锁上 > 前门锁好了。""",
    "清单": """
        把牛奶加到购物清单 > 好的，牛奶加到购物清单了。
        还有鸡蛋 > 好的，鸡蛋加到购物清单了。
        不对，是黄油 > 鸡蛋从购物清单里去掉了。好的，黄油加到购物清单了。""",
    "同一句话里的它": """
        打开厨房灯再把它调到50% > 厨房灯打开了。厨房灯亮度调到50%了。""",
    "一口气三件事": """
        打开灯然后把空调调到26度再定个闹钟 > 客厅的灯都打开了。空调调到26度了。几点？
        七点 > 好的，今天晚上7点的闹钟定好了。""",
    "那个": """
        打开卧室窗帘 > 卧室窗帘拉开了。
        把那个关上 > 卧室窗帘拉上了。
        风扇也打开 > 书房风扇打开了。""",
    "大一点": """
        打开电视 > 电视打开了。
        声音大一点 > 电视音量调到40%了。
        再大一点 > 电视音量调到50%了。""",
}


@pytest.mark.parametrize("script", [pytest.param(script, id=name) for name, script in ENGLISH.items()])
async def test_english(script: str) -> None:
    await _held(script)


@pytest.mark.parametrize("script", [pytest.param(script, id=name) for name, script in CHINESE.items()])
async def test_chinese(script: str) -> None:
    await _held(script)


async def _held(script: str) -> None:
    """Every request gets its reply, and the microphone opens behind a question only."""
    async with talking() as talk:
        for line in script.strip().splitlines():
            text, reply = line.strip().split(" > ")
            response = await talk.ask(text)
            asks = reply.endswith(("?", "？"))
            statement = reply.rstrip("?？") if reply.endswith((".?", "。？")) else reply
            assert (talk.said, response.asks) == (statement, asks), text
