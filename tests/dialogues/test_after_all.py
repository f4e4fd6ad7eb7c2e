"""What was ordered, at another time after all, as far as it goes, or for one of several."""

import pytest

from intents.home.lamps import called_after
from tests.assistant.talking import answered, talking

DIALOGUES = [
    [
        ("vacuum the kitchen", "The robot vacuum is cleaning the kitchen."),
        ("not now, in an hour", "in 1 hour: vacuum"),
    ],
    [("open the bedroom curtains", "open"), ("not yet, in ten minutes", "in 10 minutes: open the bedroom")],
    [("turn off the tv", "already off"), ("actually at ten", "at 10")],
    [("unlock the car and warm it up", "car climate"), ("yes", "unlocked")],
    [("把车解锁，然后预热一下", "车"), ("好", "车开锁了")],
    [("每天八点、十二点和六点提醒我吃药", "每天早上8点和中午12点和晚上6点")],
    [("工作日早上七点和晚上七点半提醒我遛狗", "每个工作日早上7点和晚上7点半")],
    [("每天八点十分和六点半提醒我喂鱼", "每天早上8点10分和晚上6点半")],
    [("remind me every day at eight, noon and six to take my pills", "8 AM, 12 PM and 6 PM")],
    [("remind me to stretch at 10, 2 and 4 every weekday", "every weekday at 10 AM, 2 PM and 4 PM")],
    [("remind me every day at eight ten to feed the fish", "8:10 AM: feed")],
    [("set timers for five and eight minutes", "for 5 minutes. Timer set for 8 minutes.")],
    [("set three timers for five, eight and twelve minutes", "8 minutes. Timer set for 12 minutes.")],
    [("set a timer for an hour and a half", "1 hour and 30 minutes")],
    [
        ("are the curtains open", "1 of 2 curtains"),
        ("curtains closed", "living room curtains are closed"),
        ("are the curtains closed", "Yes"),
        ("curtains open", "open"),
        ("are the curtains shut in the bedroom", "bedroom curtains are closed"),
    ],
    [("floor lamp on, tv off, curtains shut", "living room curtains are closed")],
    [("打扫厨房", "开始打扫厨房"), ("现在先别扫，一个小时以后再扫", "打扫厨房")],
    [("打开空调", "空调打开了"), ("等半个小时再开", "30分钟后打开空调")],
    [("wake me at seven every day", "every day"), ("skip it on monday", "is skipped")],
    [("每天七点叫我", "每天早上7点"), ("跳过明天", "跳过一次")],
    [
        ("open the bedroom curtains halfway", "50%"),
        ("a bit more", "75%"),
        ("all the way", "100%"),
        ("all the way shut", "0%"),
    ],
    [("dim the kitchen light", "80%"), ("all the way", "1%")],
    [("厨房灯调到30%", "30%"), ("调到最亮", "100%")],
    [
        ("turn on the kitchen light", "on"),
        ("it can be dimmer", "kitchen light is at 80%"),
        ("still dimmer", "60%"),
    ],
    [("dim the lights", "lights are already off"), ("把灯调暗一点", "已经关着了")],
    [("turn on the floor lamp", "on"), ("dim the lights", "floor lamp is at")],
    [("dim the kitchen light", "80%"), ("too dark", "100%"), ("too bright", "80%")],
    [("打开厨房灯", "打开了"), ("暗一点", "80%"), ("太暗了", "100%"), ("太亮了", "80%")],
    [
        ("set a timer for ten minutes for the eggs and one for twenty for the rice", "Rice timer set for 20"),
        ("add five minutes to it", "rice timer now has 25 minutes"),
        ("cancel the eggs", "eggs timer is cancelled"),
        ("five more minutes for the rice", "30 minutes"),
        ("is the rice done", "rice timer has 30 minutes"),
    ],
    [
        ("remind me to call anna at five and to water the plants at six", "6 PM: water the plants"),
        ("cancel the anna one", "call anna is cancelled"),
    ],
    [
        ("vacuum the kitchen", "cleaning the kitchen"),
        ("where is it", "cleaning"),
        ("send it home", "on its way back"),
        ("is it charging", "on its way back"),
    ],
    [("打扫厨房", "打扫厨房"), ("让它回去", "回去充电"), ("它在充电吗", "回去充电")],
    [("打开扫地机器人", "打扫"), ("暂停", "暂停"), ("继续", "扫地机器人开始打扫")],
    [("turn on the vacuum", "cleaning"), ("pause it", "paused"), ("continue", "vacuum is cleaning")],
    [
        ("remind me to take the cake out in forty minutes", "40 minutes"),
        ("push it back ten minutes", "50 minutes"),
        ("delete it", "cake out is cancelled"),
    ],
    [("明天早上七点叫我", "7点"), ("后天也叫我", "后天早上7点的闹钟定好")],
    [("wake me tomorrow at seven", "tomorrow"), ("and on friday too", "Friday at 7 AM")],
    [("卧室灯调成暖光", "暖光"), ("晚上十一点自动关", "11点关卧室灯")],
    [("客厅灯开一下", "打开了"), ("亮度多少", "80%"), ("调到一半", "客厅灯亮度调到50%")],
    [("手机找不到了", "响起来"), ("好了找到了", "不响"), ("电量还有多少", "手机电量"), ("车呢", "车的电量")],
    [("后备箱开一下", "确定"), ("开", "后备箱打开了")],
    [
        ("工作日七点半叫我", "每个工作日"),
        ("周末八点半", "每个周末早上8点半"),
        ("我有几个闹钟", "2个闹钟"),
        ("周末那个不要了", "每个周末早上8点半的闹钟取消"),
    ],
    [
        ("wake me at seven on weekdays", "every weekday"),
        ("and at nine on weekends", "weekend"),
        ("cancel the weekend one", "weekend"),
    ],
    [("set the air conditioner to cool at 22", "set to cool. The air conditioner is set to 22 degrees")],
    [("set the air conditioner to heat at seven pm", "7 PM: set the air conditioner to heat")],
    [("春节是哪天", "月"), ("还有多少天", "还有")],
    [
        ("is the car locked", "locked"),
        ("how far can it still go", "kilometres"),
        ("start charging it", "charging"),
        ("when will it be full", "battery"),
    ],
]


@pytest.mark.parametrize("dialogue", DIALOGUES, ids=lambda dialogue: dialogue[0][0])
async def test_after_all(dialogue: list[tuple[str, str]]) -> None:
    await answered(dialogue)


async def test_to_play_it_again_skips_nothing_once_more() -> None:
    async with talking() as talk:
        for said in ("play some jazz", "skip this one", "play it again"):
            last = await talk.ask(said)
        assert last.match
        assert last.match.intents[0].name == "HassMediaSearchAndPlay"


@pytest.mark.parametrize(
    ("asked", "answer"),
    [
        ("how long until midnight", "hours"),
        ("how many hours until ten tonight", "hours"),
        ("how long till christmas", "days"),
        ("离十二点还有多久", "小时"),
        ("离晚上八点还有几个小时", "小时"),
        ("离圣诞节还有多久", "天"),
    ],
)
async def test_how_long_until_a_time_of_day(asked: str, answer: str) -> None:
    async with talking() as talk:
        await talk.ask(asked)
        assert answer in talk.said


@pytest.mark.parametrize(
    ("order", "talked"),
    [
        ("open the bedroom curtains", "in an hour we leave"),
        ("open the bedroom curtains", "not in an hour"),
        ("vacuum the kitchen", "no i was there at ten"),
        ("打开空调", "半个小时再说吧，我先去洗澡"),
        ("每天七点叫我", "明天不用上班"),
        ("set a timer for five minutes", "drop the subject"),
        ("set a timer for five minutes", "ten more bites for the baby"),
        ("dim the kitchen light", "all the way home"),
        ("打扫厨房", "卧室别扫"),
        ("vacuum the kitchen", "don't vacuum the bedroom"),
    ],
)
async def test_talk_behind_it_puts_nothing_off(order: str, talked: str) -> None:
    async with talking() as talk:
        await talk.ask(order)
        before = [dict(talk.home.state(each.id)) for each in talk.home.layout.devices]
        timers = [each.id for each in talk.agenda.timers]
        await talk.ask(talked)
        assert [dict(talk.home.state(each.id)) for each in talk.home.layout.devices] == before
        assert [each.id for each in talk.agenda.timers] == timers


@pytest.mark.parametrize(
    ("asked", "answer"),
    [
        ("每晚十点提醒我吃药", "每天晚上10点"),
        ("每个晚上十点提醒我吃药", "每天晚上10点"),
        ("每早七点叫我", "每天早上7点"),
        ("逢周一七点叫我", "每周一早上7点"),
        ("每晚8点开灯", "每天晚上8点"),
        ("nightly at ten remind me to take my pills", "every day at 10 PM"),
    ],
)
async def test_what_comes_every_night_does_not_come_once(asked: str, answer: str) -> None:
    async with talking() as talk:
        await talk.ask(asked)
        assert answer in talk.said


@pytest.mark.parametrize(
    ("asked", "then", "answer"),
    [
        ("remind me to call anna tomorrow", "at nine thirty", "tomorrow at 9:30 AM"),
        ("remind me every morning to stretch", "at six thirty", "every day at 6:30 AM"),
        ("remind me to pay rent on december fifth", "at nine pm", "at 9 PM"),
        ("remind me to pay rent on the 5th", "at nine pm", "at 9 PM"),
        ("set an alarm for tomorrow", "at seven", "tomorrow at 7 AM"),
        ("remind me to call anna tonight", "at nine", "today at 9 PM"),
        ("remind me in two hours to check the roast", "at half past five", "5:30"),
        ("提醒我周五开会", "下午三点", "下午3点"),
    ],
)
async def test_an_hour_that_is_said_later_is_of_the_day_that_was_said(
    asked: str, then: str, answer: str
) -> None:
    async with talking() as talk:
        await talk.ask(asked)
        day = next(iter(talk.agenda.alarms.all)).due.date()
        await talk.ask(then)
        assert answer in talk.said
        assert next(iter(talk.agenda.alarms.all)).due.date() == day


@pytest.mark.parametrize(
    ("said", "told"),
    [
        ("call an ambulance", "I can't make calls. Call 112"),
        ("there's a fire in the kitchen", "Call 112"),
        ("帮我叫救护车", "120"),
        ("救命啊着火了", "119"),
        ("快报警", "110"),
    ],
)
async def test_in_need_it_says_at_once_what_it_cannot_do(said: str, told: str) -> None:
    async with talking() as talk:
        await talk.ask(said)
        assert told in talk.said


@pytest.mark.parametrize("text", ["晚上十一点关灯", "十一点把卧室的灯关掉", "睡前帮我关掉空调", "睡觉前关灯"])
async def test_an_order_for_later_waits(text: str) -> None:
    async with talking() as talk:
        for each in ("打开空调", "打开卧室灯", "打开客厅灯"):
            await talk.ask(each)
        before = [dict(talk.home.state(each.id)) for each in talk.home.layout.devices]
        await talk.ask(text)
        assert [dict(talk.home.state(each.id)) for each in talk.home.layout.devices] == before
        assert list(talk.agenda.timers)


@pytest.mark.parametrize("text", ["晚点关空调", "晚一点叫我", "迟点再开灯", "刚刚好"])
async def test_what_is_to_wait_without_a_time_does_not_happen_now(text: str) -> None:
    async with talking() as talk:
        await talk.ask("打开空调")
        before = [dict(talk.home.state(each.id)) for each in talk.home.layout.devices]
        await talk.ask(text)
        assert [dict(talk.home.state(each.id)) for each in talk.home.layout.devices] == before
        assert not talk.agenda.alarms.all


@pytest.mark.parametrize("text", ["skip tomorrow", "not now in an hour", "跳过明天"])
async def test_nothing_is_put_off_that_is_about_this_moment(text: str) -> None:
    async with talking() as talk:
        await talk.ask(text)
        assert not list(talk.agenda.timers)


KNOWN = "living room\nkitchen\nkitchen light\nfloor lamp\noven\ntv\n客厅\n客厅灯\n落地灯\n烤箱\n电视"


@pytest.mark.parametrize(
    ("text", "lamp"),
    [
        ("turn on the oven light", "oven light"),
        ("turn on the fish tank lights", "fish tank lights"),
        ("switch the mirror lamp off", "mirror lamp"),
        ("turn on the kitchen light", None),
        ("turn on the big light", None),
        ("turn off the smart lights", None),
        ("turn on the dining room lights", None),
        ("打开衣柜灯", "衣柜灯"),
        ("把床底灯关了", "床底灯"),
        ("打开电视灯", "电视灯"),
        ("打开客厅灯", None),
        ("关掉所有的灯", None),
        ("把那盏小灯关了", None),
    ],
)
def test_a_lamp_is_called_after_what_the_home_may_lack(text: str, lamp: str | None) -> None:
    assert next(called_after(text, KNOWN), None) == lamp
