"""What people say next: one of several, one more, another one, not after all, and the days of the moon."""

import pytest

from tests.assistant.talking import held, talking

DIALOGUES = {
    "把第一个删了": """
        定一个早上七点的闹钟 > 好的，明天早上7点的闹钟定好了。
        再定一个七点半的 > 好的，明天早上7点半的闹钟定好了。
        我有几个闹钟 > 有2个闹钟：明天早上7点、明天早上7点半。
        把第一个删了 > 明天早上7点的闹钟取消了。
    """,
    "都删了": """
        定一个早上七点的闹钟 > 好的，明天早上7点的闹钟定好了。
        定一个早上八点的闹钟 > 好的，明天早上8点的闹钟定好了。
        我有几个闹钟 > 有2个闹钟：明天早上7点、明天早上8点。
        都删了 > 2个闹钟都取消了。
    """,
    "七点那个不要了": """
        定一个早上七点的闹钟 > 好的，明天早上7点的闹钟定好了。
        定一个早上八点的闹钟 > 好的，明天早上8点的闹钟定好了。
        我有几个闹钟 > 有2个闹钟：明天早上7点、明天早上8点。
        七点那个不要了 > 明天早上7点的闹钟取消了。
    """,
    "把面的取消了": """
        定个十分钟煮面的计时器 > 好的，煮面计时器10分钟，开始。
        再定一个四分钟煮蛋的 > 好的，煮蛋计时器4分钟，开始。
        面还要多久 > 煮面计时器还剩10分钟。
        鸡蛋的再加两分钟 > 煮蛋计时器现在还剩6分钟。
        把面的取消了 > 煮面计时器取消了。
    """,
    "米饭的停了": """
        炖汤定一个小时 > 好的，炖汤计时器1小时，开始。
        米饭定二十分钟 > 好的，米饭计时器20分钟，开始。
        汤还要多久 > 炖汤计时器还剩1小时。
        米饭呢 > 米饭计时器还剩20分钟。
        米饭的停了 > 米饭计时器取消了。
    """,
    "清空": """
        把牛奶鸡蛋面包加到购物清单 > 好的，牛奶、鸡蛋、面包加到购物清单了。
        牛奶买了 > 牛奶从购物清单里去掉了。
        清单里还有什么 > 购物清单里有鸡蛋、面包。
        清空 > 购物清单清空了。
    """,
    "念一下": """
        加两斤苹果到购物清单 > 好的，两斤苹果加到购物清单了。
        再加一箱牛奶 > 好的，一箱牛奶加到购物清单了。
        不要苹果了 > 两斤苹果从购物清单里去掉了。
        念一下 > 购物清单里有一箱牛奶。
    """,
    "还剩什么": """
        帮我记一下买电池 > 好的，电池加到购物清单了。
        还有灯泡 > 好的，灯泡加到购物清单了。
        还有什么要买的 > 购物清单里有电池、灯泡。
        电池买了 > 电池从购物清单里去掉了。
        还剩什么 > 购物清单里有灯泡。
    """,
    "厨房的也关了": """
        把除了厨房以外的灯都关了 > 8盏灯都已经关着了。
        厨房的也关了 > 厨房灯已经关着了。
    """,
    "and the kitchen too": """
        turn off all the lights except the kitchen > 8 lights are already off.
        and the kitchen too > The kitchen light is already off.
    """,
    "那伦敦呢": """
        纽约现在几点 > 纽约现在是上午10点05分。
        那伦敦呢 > 伦敦现在是下午3点05分。
    """,
    "and in tokyo": """
        what time is it > It's 3:05 PM.
        and in tokyo > It's 12:05 AM in Tokyo, tomorrow.
    """,
    "三百六的呢": """
        二百四的百分之十五是多少 > 二百四的百分之十五等于36。
        三百六的呢 > 三百六的百分之十五等于54。
    """,
    "and of 360": """
        what is fifteen percent of 240 > That is 36.
        and of 360 > That is 54.
    """,
    "乘以三呢": """
        一百二十除以八 > 一百二十除以八等于15。
        再加五 > 15加五等于20。
        乘以三呢 > 20乘以三等于60。
    """,
    "那十公里呢": """
        五公里是多少英里 > 5公里等于3.11英里。
        那十公里呢 > 10公里等于6.21英里。
    """,
    "湿度呢": """
        卧室多少度 > 卧室现在22.5度。
        湿度呢 > 卧室湿度52%。
    """,
    "and the humidity": """
        what's the temperature in the bedroom > It's 22.5 degrees in the bedroom.
        and the humidity > The humidity in the bedroom is 52%.
    """,
    "心率多少": """
        我的手表还有多少电 > 手表电量是81%。
        手机呢 > 手机电量是64%。
        今天走了多少步 > 你今天走了6240步。
        心率多少 > 你的心率是每分钟68次。
    """,
    "扫完了没": """
        扫一下客厅 > 扫地机器人开始打扫客厅了。
        扫完了没 > 扫地机器人正在打扫。
    """,
    "算了不用提醒了": """
        晚上六点提醒我收衣服 > 好的，今天晚上6点提醒你收衣服。
        算了不用提醒了 > “收衣服”的提醒取消了。
    """,
    "算了不关了": """
        十分钟以后关空调 > 好的，今天下午3点15分关空调。
        算了不关了 > “关空调”取消了。
    """,
    "never mind, leave it on": """
        turn off the air conditioner in ten minutes > All right, in 10 minutes: turn off the air conditioner.
        never mind, leave it on > The order to turn off the air conditioner is cancelled.
    """,
    "算了不开了": """
        打开空调 > 空调打开了。
        算了不开了 > 空调关了。
    """,
    "算了": """
        设个明天九点的闹钟 > 好的，明天上午9点的闹钟定好了。
        算了 > 明天上午9点的闹钟取消了。
    """,
    "never mind": """
        set an alarm for 9 tomorrow > Alarm set for tomorrow at 9 AM.
        never mind > The alarm tomorrow at 9 AM is cancelled.
    """,
    "亮度百分之三十": """
        把客厅灯调成暖色 > 客厅灯调成暖光了。
        亮度百分之三十 > 客厅灯亮度调到30%了。
    """,
    "没关的话关一下": """
        帮我看看厨房灯关了没有 > 是的，厨房灯关着。
        没关的话关一下 > 厨房灯已经关着了。
    """,
    "if not turn it off": """
        is the kitchen light off > Yes, the kitchen light is off.
        if not turn it off > The kitchen light is already off.
    """,
    "提前半小时提醒我": """
        后天下午三点有个会 > 后天下午3点有个会，到时候要提醒你吗？
        提前半小时提醒我 > 好的，后天下午2点半提醒你有个会。
    """,
    "不用": """
        后天下午三点有个会 > 后天下午3点有个会，到时候要提醒你吗？
        不用 > 好的。
    """,
    "remind me half an hour before": """
        I have a meeting the day after tomorrow at three > Shall I remind you of a meeting on Monday at 3 PM?
        remind me half an hour before > All right, I'll remind you on Monday at 2:30 PM: a meeting.
    """,
    "后天下午三点有个会，提前半小时提醒我": """
        后天下午三点有个会，提前半小时提醒我 > 好的，后天下午2点半提醒你有个会。
    """,
    "取消静音": """
        打开电视 > 电视打开了。
        静音 > 电视静音了。
        取消静音 > 电视取消静音了。
    """,
    "换成暖光": """
        打开客厅灯 > 客厅灯打开了。
        太亮了 > 客厅灯亮度调到60%了。
        小一点 > 客厅灯亮度调到40%了。
        换成暖光 > 客厅灯调成暖光了。
    """,
    "再开一点": """
        关窗帘 > 客厅窗帘拉上了。
        打开一半 > 客厅窗帘调到50%了。
        再开一点 > 客厅窗帘调到75%了。
    """,
    "取消明天的": """
        明天早上七点叫我起床 > 好的，明天早上7点的闹钟定好了。
        后天也是 > 好的，后天早上7点的闹钟定好了。
        取消明天的 > 明天早上7点的闹钟取消了。
    """,
    "把第二个取消": """
        提醒我八点给孩子喂药 > 好的，今天晚上8点提醒你给孩子喂药。
        四个小时以后再提醒我一次 > 好的，今天晚上7点05分提醒你给孩子喂药。
        还有明天早上八点 > 好的，明天早上8点提醒你给孩子喂药。
        有哪些提醒 > 有3个提醒：今天晚上7点05分给孩子喂药、今天晚上8点给孩子喂药、明天早上8点给孩子喂药。
        把第二个取消 > “给孩子喂药”的提醒取消了。
    """,
    "remind me again in an hour": """
        remind me at 5 to feed the cat > All right, I'll remind you today at 5 PM: feed the cat.
        remind me again in an hour > All right, I'll remind you today at 4:05 PM: feed the cat.
    """,
    "停了吧": """
        倒计时三分钟 > 好的，计时3分钟，开始。
        停了吧 > 3分钟计时器取消了。
    """,
    "别充了": """
        车还有多少电 > 车的电量是72%。
        够跑多远 > 车还能跑310公里。
        充上电 > 车开始充电了。
        别充了 > 车停止充电了。
    """,
    "太大了": """
        开风扇 > 书房风扇打开了。
        风大一点 > 书房风扇风速调到60%了。
        再大一点 > 书房风扇风速调到80%了。
        太大了 > 书房风扇风速调到60%了。
    """,
    "改成十一点": """
        提醒我明天交水费 > 好的，明天上午9点提醒你交水费。
        上午十点 > 好的，改成明天上午10点提醒你交水费。
        还有电费 > 好的，明天上午10点提醒你电费。
        改成十一点 > 好的，改成明天上午11点提醒你电费。
    """,
    "and on monday": """
        set an alarm for seven tomorrow morning > Alarm set for tomorrow at 7 AM.
        and on monday > Alarm set for Monday at 7 AM.
    """,
    "全打开": """
        把客厅窗帘拉上 > 客厅窗帘拉上了。
        卧室的也拉上 > 卧室窗帘已经关着了。
        都拉开一半 > 卧室窗帘调到50%了。客厅窗帘调到50%了。
        全打开 > 卧室窗帘拉开了。客厅窗帘拉开了。
    """,
    "算了不用关了": """
        晚上十点关客厅灯 > 好的，今天晚上10点关客厅灯。
        改成十一点 > “关客厅灯”取消了。好的，今天晚上11点关客厅灯。
        算了不用关了 > “关客厅灯”取消了。
    """,
    "都取消了吧": """
        明天早上六点叫我 > 好的，明天早上6点的闹钟定好了。
        再加一个六点十分的 > 好的，明天早上6点10分的闹钟定好了。
        六点二十也要一个 > 好的，明天早上6点20分的闹钟定好了。
        都取消了吧 > 3个闹钟都取消了。
    """,
    "都关了": """
        打开客厅灯和落地灯 > 客厅灯打开了。落地灯打开了。
        调成蓝色 > 客厅灯变成蓝色了。落地灯变成蓝色了。
        再暗一些 > 客厅灯亮度调到60%了。落地灯亮度调到30%了。
        都关了 > 客厅灯关了。落地灯关了。
    """,
    "静音": """
        把音量调到五十 > 音箱音量调到50%了。
        太吵了 > 音箱音量调到40%了。
        还是太吵 > 音箱音量调到30%了。
        静音 > 音箱静音了。
    """,
    "那悉尼呢": """
        现在几点了 > 现在是下午3点05分。
        东京呢 > 东京现在是明天凌晨12点05分。
        那悉尼呢 > 悉尼现在是明天凌晨2点05分。
    """,
    "那元宵节呢": """
        离春节还有多少天 > 还有87天。
        那元宵节呢 > 还有101天。
    """,
    "什么时候冬至": """
        今年除夕是哪天 > 明年2月16日，星期一。
        中秋节呢 > 明年9月25日，星期五。
        清明节是几号 > 明年4月5日，星期日。
        还有几天过年 > 还有87天。
        什么时候冬至 > 12月21日，星期日。
    """,
    "农历八月十五是星期几": """
        今天几号 > 今天是2025年11月22日，星期六。
        农历呢 > 今天是农历十月初三。
        明天是农历初几 > 明天是农历十月初四。
        今天农历几号 > 今天是农历十月初三。
        腊月二十三是几号 > 明年2月10日，星期二。
        农历八月十五是星期几 > 明年9月25日，星期五。
    """,
    "母亲节提醒我买花": """
        春节那天早上八点提醒我给爷爷打电话 > 好的，2026年2月17日星期二早上8点提醒你给爷爷打电话。
        除夕晚上八点提醒我看春晚 > 好的，2026年2月16日星期一晚上8点提醒你看春晚。
        母亲节提醒我买花 > 好的，2026年5月10日星期日上午9点提醒你买花。
    """,
    "what is the lunar date today": """
        when is easter > That's Sunday, April 5, 2026.
        how many days until thanksgiving > 5 days.
        when is chinese new year > That's Tuesday, February 17, 2026.
        what is the lunar date today > It's day 3 of month 10 in the Chinese calendar.
    """,
    "其他的也关了": """
        打开所有的灯 > 所有的灯都打开了。
        把浴室的关掉 > 浴室灯关了。
        其他的也关了 > 8盏灯都关了。
    """,
    "the others too": """
        turn on all the lights > All lights are on.
        turn off the kitchen light > The kitchen light is off.
        the others too > 8 lights are off.
    """,
    "晚上八点也要": """
        奶奶要吃药，每天早上八点提醒她 > 好的，每天早上8点提醒你奶奶要吃药。
        晚上八点也要 > 好的，每天晚上8点提醒你奶奶要吃药。
    """,
    "定时两小时关": """
        开空调 > 空调打开了。
        定时两小时关 > 好的，2小时后关空调。
    """,
    "明天早上定两个闹钟，六点和六点半": """
        明天早上定两个闹钟，六点和六点半 > 好的，明天早上6点的闹钟定好了。好的，明天早上6点半的闹钟定好了。
    """,
    "明天上午十点再扫": """
        扫一下地 > 扫地机器人开始打扫了。
        扫到哪了 > 扫地机器人正在打扫。
        先别扫了 > 扫地机器人回去充电了。
        明天上午十点再扫 > 好的，明天上午10点扫地。
    """,
    "不用了，他爸去接": """
        三点提醒我接孩子 > 好的，明天下午3点提醒你接孩子。
        算了，三点半吧 > 好的，改成25分钟后提醒你接孩子。
        不用了，他爸去接 > “接孩子”的提醒取消了。
    """,
    "不对，是四点开": """
        明天下午三点开家长会 > 明天下午3点开家长会，到时候要提醒你吗？
        提前一小时叫我 > 好的，明天下午2点提醒你开家长会。
        不对，是四点开 > 好的，改成明天下午3点提醒你开家长会。
    """,
    "厨房的别开": """
        把所有的灯都打开 > 所有的灯都打开了。
        厨房的别开 > 厨房灯关了。
    """,
    "not the kitchen": """
        turn on all the lights > All lights are on.
        not the kitchen > The kitchen light is off.
    """,
    "还有几个": """
        定个六点的闹钟 > 好的，今天晚上6点的闹钟定好了。
        定个六点半的闹钟 > 好的，今天晚上6点半的闹钟定好了。
        定个七点的闹钟 > 好的，今天晚上7点的闹钟定好了。
        第二个不要了 > 今天晚上6点半的闹钟取消了。
        改一下第一个，改成五点五十 > 好的，闹钟改到今天下午5点50分了。
        还有几个 > 有2个闹钟：今天下午5点50分、今天晚上7点。
    """,
    "还有几分钟": """
        二十分钟后叫我 > 好的，20分钟后的闹钟定好了。
        改成半小时 > 好的，闹钟改到30分钟后了。
        还有几分钟 > 下一个闹钟是今天下午3点35分，还有30分钟。
    """,
    "another one for ten minutes": """
        set a timer for five minutes for pasta > Pasta timer set for 5 minutes.
        another one for ten minutes > Timer set for 10 minutes.
    """,
    "不要了": """
        我要做红烧肉，定个四十分钟 > 好的，计时40分钟，开始。
        好了叫我 > 40分钟计时器还剩40分钟。
        再加十分钟 > 40分钟计时器现在还剩50分钟。
        不要了 > 40分钟计时器取消了。
    """,
    "它去扫卧室": """
        扫地机器人去哪了 > 扫地机器人在充电座上歇着。
        让它去扫卧室 > 扫地机器人开始打扫卧室了。
        让它回来 > 扫地机器人回去充电了。
    """,
    "不是这个": """
        窗帘关上 > 客厅窗帘拉上了。
        不是这个，是卧室的 > 客厅窗帘拉开了。卧室窗帘已经关着了。
    """,
    "最暗": """
        打开客厅灯 > 客厅灯打开了。
        最暗 > 客厅灯亮度调到1%了。
    """,
    "明天没法量": """
        外面冷吗 > 室外现在17度。
        明天呢 > 还没有连接天气来源。
    """,
    "初一初五": """
        下个月初一是哪天 > 12月20日，星期六。
        这个月初五呢 > 11月24日，星期一。
    """,
    "还是七点半": """
        明早七点半叫我 > 好的，明天早上7点半的闹钟定好了。
        八点吧 > 好的，闹钟改到明天早上8点了。
        算了还是七点半 > 好的，闹钟改到明天早上7点半了。
    """,
    "清单上再加": """
        把牛奶加到购物清单 > 好的，牛奶加到购物清单了。
        加一瓶醋 > 好的，一瓶醋加到购物清单了。
        醋不要了 > 一瓶醋从购物清单里去掉了。
        再加两斤排骨和一把葱 > 好的，两斤排骨、一把葱加到购物清单了。
    """,
}
"""By what is said last."""


@pytest.mark.parametrize("dialogue", DIALOGUES.values(), ids=DIALOGUES.keys())
async def test_dialogue(dialogue: str) -> None:
    await held(dialogue)


@pytest.mark.parametrize("said", ["好的", "嗯", "对", "行", "知道了", "还行"])
async def test_a_nod_is_answered_with_silence(said: str) -> None:
    async with talking() as talk:
        await talk.ask("打开卧室灯")
        assert await talk.say(said) == ""
        assert talk.on() == ["bedroom"]


async def test_got_it_takes_nothing_off_a_list() -> None:
    async with talking() as talk:
        await talk.ask("put milk on the shopping list")
        await talk.ask("got it")
        assert talk.lists.items("shopping") == ("milk",)


async def test_a_question_about_the_phone_is_no_search_for_it() -> None:
    async with talking() as talk:
        await talk.ask("我的手表还有多少电")
        await talk.ask("手机呢")
        assert not talk.state("siren.phone")


async def test_what_is_to_be_like_another_thing_changes_nothing() -> None:
    async with talking() as talk:
        await talk.ask("把卧室灯调到百分之三十")
        await talk.ask("跟书房灯一样")
        assert talk.on() == ["bedroom"]
