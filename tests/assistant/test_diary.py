"""Alarms, reminders, lists, sums: what is said about them, and what is said back, in both languages."""

import asyncio
from datetime import UTC, datetime, time, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, rule

from assistant.act import Actor
from assistant.agenda import Agenda
from assistant.alarms import LATE_S, MOST, Alarm, Alarms, TooMany, next_occurrence
from assistant.home.demo import DemoHome, demo_layout
from assistant.lists import Lists
from assistant.moving import moved, shifted
from intents.compose import chinese_habit, english_habit
from intents.own.teaching import read_teaching
from intents.recognize import Recognizer
from intents.script import is_han
from intents.several.goods import things
from intents.vocabulary import Context, Match
from intents.when.habit import read_habit
from intents.when.recurrence import Recurrence, Step
from tests.assistant.speaking_home import HandClock

RECOGNIZER = Recognizer(demo_layout().home)
NEW_YORK = ZoneInfo("America/New_York")
SATURDAY = datetime(2025, 11, 22, 15, 5, tzinfo=UTC)


class Talk:
    """Words in, words out: the fast path, the demo home, and what is kept in a directory."""

    def __init__(self, kept: Path | None = None, clock: HandClock | None = None) -> None:
        self.clock = clock or HandClock()
        self.home = DemoHome()
        self.rang: list[Alarm] = []
        file = kept and kept / "timers.json"
        self.agenda = Agenda(file, self.clock, lambda _: None, self.rang.append, UTC)
        lists = Lists(kept and kept / "lists.json")
        self.actor = Actor(self.home, self.agenda, self.clock.now, UTC, lists)

    def understood(self, text: str) -> Match:
        match = RECOGNIZER.recognize(text, "zh" if is_han(text) else "en", Context())
        assert match is not None, text
        return match

    async def say(self, text: str) -> str:
        return (await self.actor.act(self.understood(text), Context())).reply.text


async def converse(*turns: tuple[str, str]) -> None:
    """A conversation on a Saturday at five past three in the afternoon."""
    talk = Talk()
    for said, answered in turns:
        assert await talk.say(said) == answered, said


async def test_alarms_are_set_asked_about_and_cancelled_in_english() -> None:
    await converse(
        ("what alarms do I have", "You have no alarms."),
        ("set an alarm for 7:30 tomorrow morning", "Alarm set for tomorrow at 7:30 AM."),
        ("Please wake me up at seven every weekday.", "Alarm set for every weekday at 7 AM."),
        ("wake me up at six", "Alarm set for tomorrow at 6 AM."),
        ("wake me up in 20 minutes", "Alarm set to ring in 20 minutes."),
        ("cancel the alarm in 20 minutes", "The alarm in 20 minutes is cancelled."),
        (
            "what alarms do I have",
            "You have 3 alarms: tomorrow at 6 AM, tomorrow at 7:30 AM and every weekday at 7 AM.",
        ),
        (
            "cancel my alarm",
            "You have 3 alarms: tomorrow at 6 AM, tomorrow at 7:30 AM and every weekday at 7 AM. "
            "Say which one.",
        ),
        ("cancel the six o'clock alarm", "The alarm tomorrow at 6 AM is cancelled."),
        ("do I have any alarms set for tomorrow", "You have one alarm: tomorrow at 7:30 AM."),
        ("cancel all my alarms", "2 alarms are cancelled."),
        ("cancel my alarm", "You have no alarms."),
        ("set an alarm", "For what time?"),
        ("snooze", "Nothing is ringing."),
    )


async def test_alarms_are_set_asked_about_and_cancelled_in_chinese() -> None:
    await converse(
        ("我有哪些闹钟", "没有闹钟。"),
        ("明天早上七点半叫我起床", "好的，明天早上7点半的闹钟定好了。"),
        ("帮我定一个每个工作日早上七点的闹钟", "好的，每个工作日早上7点的闹钟定好了。"),
        ("六点叫我起床", "好的，明天早上6点的闹钟定好了。"),
        ("我有哪些闹钟", "有3个闹钟：明天早上6点、明天早上7点半、每个工作日早上7点。"),
        ("取消六点的闹钟", "明天早上6点的闹钟取消了。"),
        ("明天有闹钟吗", "有1个闹钟：明天早上7点半。"),
        ("取消所有闹钟", "2个闹钟都取消了。"),
        ("定一个闹钟", "几点？"),
    )


async def test_alarms_are_moved_postponed_and_skipped_in_english() -> None:
    await converse(
        ("set an alarm for 7 every weekday", "Alarm set for every weekday at 7 AM."),
        ("move my alarm to 8", "The alarm is now set for every weekday at 8 AM."),
        ("make it half an hour later", "The alarm is now set for every weekday at 8:30 AM."),
        (
            "cancel tomorrow's alarm only",
            "There is no such alarm. You have one alarm: every weekday at 8:30 AM.",
        ),
        (
            "cancel monday's alarm only",
            "The alarm on Monday at 8:30 AM is skipped; the next one is on Tuesday at 8:30 AM.",
        ),
        ("what alarms do I have", "You have one alarm: every weekday at 8:30 AM, next on Tuesday."),
        ("move tuesday's alarm to 9", "The alarm is now set for Tuesday at 9 AM."),
        (
            "skip the wednesday alarm",
            "The alarm on Wednesday at 8:30 AM is skipped; the next one is on Thursday at 8:30 AM.",
        ),
        ("turn off all alarms", "2 alarms are cancelled."),
        ("move my alarm to 6", "You had no alarm. Alarm set for today at 6 PM."),
        ("push my alarm back by ten minutes", "The alarm is now set for today at 6:10 PM."),
        ("when is my next alarm", "Your next alarm is today at 6:10 PM, in 3 hours and 5 minutes."),
    )


async def test_alarms_are_moved_postponed_and_skipped_in_chinese() -> None:
    await converse(
        ("可以帮我定个闹钟吗，早上七点", "好的，明天早上7点的闹钟定好了。"),
        ("把七点的闹钟改到八点", "好的，闹钟改到明天早上8点了。"),
        ("闹钟推迟十分钟", "好的，闹钟改到明天早上8点10分了。"),
        ("还有多久响", "下一个闹钟是明天早上8点10分，还有17小时5分钟。"),
        ("闹钟改成每周一到周五六点半", "好的，闹钟改到每个工作日早上6点半了。"),
        ("周一的闹钟不用响了", "后天早上6点半的闹钟跳过一次，下次是11月25日星期二早上6点半。"),
        ("取消七点的闹钟", "没有这样的闹钟，现在有1个：每个工作日早上6点半（下次是11月25日星期二）。"),
        ("把所有闹钟都关掉", "每个工作日早上6点半（下次是11月25日星期二）的闹钟取消了。"),
    )


async def test_reminders_come_back_by_day_month_and_year() -> None:
    await converse(
        (
            "remind me every month on the 1st at 9 am to pay the rent",
            "All right, I'll remind you every month on the 1st at 9 AM: pay the rent.",
        ),
        (
            "remind me every other day at 8 am to water the plants",
            "All right, I'll remind you every other day at 8 AM: water the plants.",
        ),
        (
            "remind me every year on march 3rd to call grandma",
            "All right, I'll remind you every year on March 3 at 9 AM: call grandma.",
        ),
        (
            "move the reminder about the rent to 10 am",
            "All right, I'll remind you every month on the 1st at 10 AM instead: pay the rent.",
        ),
        ("delete the reminder about the plants", "The reminder to water the plants is cancelled."),
        ("每隔两个小时提醒我喝水", "好的，每两小时提醒你喝水。"),
        ("每天早晚八点提醒我吃药", "好的，每天早上8点和晚上8点提醒你吃药。"),
        ("每月最后一个周五下午五点提醒我交报告", "好的，每月最后一个周五下午5点提醒你交报告。"),
        (
            "remind me on the first monday of every month at 9 am to check the smoke alarm",
            "All right, I'll remind you every month on the first Monday at 9 AM: check the smoke alarm.",
        ),
        ("每月15号上午九点提醒我交电费", "好的，每月15号上午9点提醒你交电费。"),
        ("交电费的提醒推迟一小时", "好的，改成每月15号上午10点提醒你交电费。"),
        (
            "remind me to see the dentist on friday at three",
            "All right, I'll remind you on Friday at 3 PM: see the dentist.",
        ),
    )


async def test_reminders_are_kept_told_and_cancelled_in_english() -> None:
    await converse(
        ("remind me to call my mom at five", "All right, I'll remind you today at 5 PM: call your mom."),
        (
            "remind me every saturday at nine in the morning to water the plants",
            "All right, I'll remind you every Saturday at 9 AM: water the plants.",
        ),
        (
            "remind me in ten minutes to check the oven",
            "All right, I'll remind you in 10 minutes: check the oven.",
        ),
        (
            "add a meeting with john to my calendar for friday at three pm",
            "All right, I'll remind you on Friday at 3 PM: meeting with john.",
        ),
        (
            "what do I have on my calendar today",
            "You have 2 reminders: check the oven in 10 minutes and call your mom today at 5 PM.",
        ),
        ("cancel the reminder to call dad", "There is no such reminder."),
        ("cancel the reminder to call my mom", "The reminder to call your mom is cancelled."),
        ("remind me to buy bread", "When?"),
    )


async def test_reminders_are_kept_told_and_cancelled_in_chinese() -> None:
    await converse(
        ("明天下午三点提醒我开会", "好的，明天下午3点提醒你开会。"),
        ("提醒我晚上八点吃药", "好的，今天晚上8点提醒你吃药。"),
        ("每周六上午九点提醒我浇花", "好的，每周六上午9点提醒你浇花。"),
        ("十分钟后提醒我关火", "好的，10分钟后提醒你关火。"),
        ("明天有什么安排", "有1个提醒：明天下午3点开会。"),
        ("取消吃药的提醒", "“吃药”的提醒取消了。"),
        ("提醒我买牛奶", "什么时候？"),
        ("取消所有提醒", "3个提醒都取消了。"),
    )


async def test_lists_in_english() -> None:
    await converse(
        ("what's on my shopping list", "The shopping list is empty."),
        ("add milk and eggs to my shopping list", "I put milk and eggs on the shopping list."),
        ("add milk to the shopping list", "Milk is on the shopping list already."),
        (
            "put flour, sugar and orange juice on the list",
            "I put flour, sugar and orange juice on the shopping list.",
        ),
        ("we have already bought the sugar", "I took sugar off the shopping list."),
        ("add call the bank to my to do list", "I put call the bank on the to-do list."),
        ("我的待办有哪些", "待办清单里有call the bank。"),
        ("clear the shopping list", "The shopping list is empty now."),
        ("add milk eggs to the list", "I put milk and eggs on the shopping list."),
        ("we need more butter", "I put butter on the shopping list."),
        ("what's on my shopping list", "On the shopping list: milk, eggs and butter."),
        ("remove eggs from the shopping list", "I took eggs off the shopping list."),
        ("remove wine from the shopping list", "Wine is not on the shopping list."),
        ("add hammer to my tools list", "I put hammer on the tools list."),
        ("what lists do I have", "You have 3 lists: to-do, shopping and tools."),
        ("clear the shopping list", "The shopping list is empty now."),
    )


async def test_lists_in_chinese() -> None:
    await converse(
        ("购物清单里加上鸡蛋和牛奶", "好的，鸡蛋、牛奶加到购物清单了。"),
        ("把面包加到购物清单", "好的，面包加到购物清单了。"),
        ("把两斤苹果酱油和纸巾加到购物清单", "好的，两斤苹果、酱油、纸巾加到购物清单了。"),
        ("苹果买好了", "两斤苹果从购物清单里去掉了。"),
        ("酱油和纸巾买好了", "酱油、纸巾从购物清单里去掉了。"),
        ("购物清单里有什么", "购物清单里有鸡蛋、牛奶、面包。"),
        ("把牛奶从购物清单里删掉", "牛奶从购物清单里去掉了。"),
        ("在旅行清单里加上充电器", "好的，充电器加到旅行清单了。"),
        ("清空购物清单", "购物清单清空了。"),
        ("购物清单里有什么", "购物清单是空的。"),
    )


async def test_the_list_is_the_same_in_both_languages() -> None:
    await converse(
        ("把牛奶加到购物清单", "好的，牛奶加到购物清单了。"),
        ("what's on my shopping list", "On the shopping list: 牛奶."),
    )


async def test_sums_and_measures() -> None:
    await converse(
        ("what is twelve times seven", "That is 84."),
        ("how much is 3 plus 4 times 2", "That is 11."),
        ("what's 15 percent of 80", "That is 12."),
        ("what is the square root of 144", "That is 12."),
        ("what is 10 divided by 0", "That has no answer."),
        ("三十加五十等于多少", "三十加五十等于80。"),
        ("100的百分之20是多少", "100的百分之20等于20。"),
        ("how many kilometers is 5 miles", "5 miles are 8.05 kilometres."),
        ("convert 100 fahrenheit to celsius", "100 degrees Fahrenheit are 37.78 degrees Celsius."),
        ("一斤等于多少克", "1斤等于500克。"),
        ("convert 3 miles to grams", "Miles and grams do not measure the same thing."),
        ("what's 20 dollars in euros", "I have no exchange rates here."),
        ("20美元等于多少人民币", "我这里没有汇率。"),
    )


async def test_what_there_is_no_source_for_is_said_honestly() -> None:
    await converse(
        ("play some music", "No music source is connected yet."),
        ("我想听周杰伦的晴天", "还没有连接音乐来源，放不了晴天。"),
        ("播放新闻", "还没有连接新闻来源。"),
        ("play a bedtime story", "No source of stories is connected yet."),
        ("will it rain tomorrow", "No weather source is connected yet."),
        ("明天天气怎么样", "还没有连接天气来源。"),
        ("how do you say good morning in Chinese", "I can't translate without a language model."),
        ("苹果用英语怎么说", "没有语言模型，我还不会翻译。"),
        ("when I say movie time, turn off the lights", "I can't learn new phrases yet."),
        ("我说睡觉的时候就关灯", "我还学不会新的说法。"),
        ("that was wrong", "I'm sorry. Please say it again in other words."),
        ("你搞错了", "对不起，请换个说法再说一遍。"),
        ("单曲循环", "还没有连接音乐来源。"),
        ("what song is this", "No music source is connected yet."),
    )


@pytest.mark.parametrize("said", ["good night", "晚安", "Good night!", "晚安。"])
async def test_a_routine_of_the_home_is_called_by_its_name(said: str) -> None:
    talk = Talk()
    talk.home.change("lock.front_door", {"locked": False})
    answer = await talk.actor.act(talk.understood(said), Context())
    assert [outcome.verified for outcome in answer.outcomes] == [True]
    assert not any(
        talk.home.state(device.id)["on"] for device in talk.home.layout.devices if device.domain == "light"
    )
    assert talk.home.state("lock.front_door")["locked"]


async def test_an_alarm_rings_until_it_is_stopped_and_snoozes() -> None:
    talk = Talk()
    await talk.say("set an alarm for 4 pm")
    task = asyncio.create_task(talk.agenda.run())
    await talk.clock.move(3300)
    assert [alarm.state for alarm in talk.rang] == ["ringing"]
    await talk.clock.move(60)
    assert len(talk.rang) == 1
    assert await talk.say("snooze for five minutes") == "All right, again today at 4:06 PM."
    assert not talk.agenda.ringing
    await talk.clock.move(300)
    assert len(talk.rang) == 2
    assert await talk.say("stop") == ""
    assert talk.agenda.alarms.all == ()
    task.cancel()
    await asyncio.wait([task])


async def test_a_recurring_alarm_that_was_stopped_comes_back() -> None:
    talk = Talk()
    await talk.say("每天下午四点叫我")
    await talk.clock.move(3300)
    assert [alarm.state for alarm in talk.agenda.alarms.ring()] == ["ringing"]
    await talk.say("停")
    (alarm,) = talk.agenda.alarms.all
    assert (alarm.state, alarm.due) == ("set", datetime(2025, 11, 23, 16, tzinfo=UTC))


async def test_what_came_while_nobody_was_there_is_told_at_the_next_start_and_on_asking(
    tmp_path: Path,
) -> None:
    before = Talk(tmp_path)
    await before.say("remind me to call my mom at five")
    await before.say("set an alarm for 6 pm every day")
    clock = HandClock(SATURDAY + timedelta(hours=12))
    after = Talk(tmp_path, clock)
    task = asyncio.create_task(after.agenda.run())
    await clock.move(0)
    task.cancel()
    await asyncio.wait([task])
    assert [(alarm.kind, alarm.state) for alarm in after.rang] == [("reminder", "missed"), ("alarm", "set")]
    assert (
        await after.say("what reminders do I have")
        == "While I was off you missed your reminder to call your mom."
    )
    assert await after.say("what reminders do I have") == "You have no reminders."
    assert await after.say("what alarms do I have") == "You have one alarm: every day at 6 PM."


async def test_asking_for_more_than_can_be_kept_is_refused() -> None:
    talk = Talk()
    for _ in range(MOST):
        talk.agenda.alarms.add("alarm", SATURDAY + timedelta(days=1))
    with pytest.raises(TooMany):
        talk.agenda.alarms.add("alarm", SATURDAY + timedelta(days=1))
    assert "too many" in await talk.say("set an alarm for 7 pm")


CLOCKS = st.builds(time, st.integers(0, 23), st.integers(0, 59))
DAYS = st.frozensets(st.integers(0, 6), min_size=1)
STEPS: st.SearchStrategy[Step] = st.sampled_from(["day", "week", "month", "year"])


def weekly(clock: time, weekdays: frozenset[int]) -> Recurrence:
    return Recurrence(1, "week", clock, weekdays)


@st.composite
def habits(draw: st.DrawFn) -> Recurrence:
    """Any that can be said."""
    step = draw(STEPS)
    weekdays = draw(DAYS) if step == "week" else frozenset()
    day = draw(st.integers(1, 28)) if step in ("month", "year") else None
    month = draw(st.integers(1, 12)) if step == "year" else None
    every = draw(st.integers(1, 5))
    also = tuple(draw(st.lists(CLOCKS, max_size=2)))
    days = draw(st.frozensets(st.sampled_from([1, 15, -1]), max_size=2)) if step == "month" else frozenset()
    return Recurrence(every, step, draw(CLOCKS), weekdays, day, month, draw(MOMENTS), also, days)


MOMENTS = st.datetimes(datetime(2024, 1, 1), datetime(2029, 1, 1), timezones=st.just(UTC))  # noqa: DTZ001  # hypothesis wants them naive


@given(CLOCKS, DAYS, MOMENTS)
def test_the_next_occurrence_is_to_come_and_soon_and_on_such_a_day(
    clock: time, weekdays: frozenset[int], now: datetime
) -> None:
    due = next_occurrence(weekly(clock, weekdays), now, NEW_YORK)
    assert due is not None
    assert now < due <= now + timedelta(days=8)
    local = due.astimezone(NEW_YORK)
    assert local.weekday() in weekdays
    skipped = timedelta(hours=local.hour - clock.hour, minutes=local.minute - clock.minute)
    assert skipped in (timedelta(), timedelta(hours=1))


@given(
    habits(),
    MOMENTS,
    st.sampled_from([NEW_YORK, None, ZoneInfo("Asia/Shanghai"), ZoneInfo("Australia/Lord_Howe")]),
)
def test_what_comes_again_is_always_to_come_and_can_be_skipped_for_a_day(
    habit: Recurrence, now: datetime, zone: ZoneInfo | None
) -> None:
    due = next_occurrence(habit, now, zone)
    assert due is not None
    assert due > now
    after = next_occurrence(habit, due, zone)
    assert after is not None
    assert after > due
    skipped = next_occurrence(habit, now, zone, frozenset({due.astimezone(zone).date()}))
    assert skipped is not None
    assert skipped.astimezone(zone).date() > due.astimezone(zone).date()


@given(habits(), MOMENTS, st.integers(-1000, 1000))
def test_what_is_moved_is_still_to_come(habit: Recurrence, now: datetime, minutes: int) -> None:
    due = next_occurrence(habit, now, NEW_YORK)
    assert due is not None
    alarm = Alarm(id=1, due=due, recurrence=habit)
    later = shifted(alarm, timedelta(minutes=minutes), now, NEW_YORK)
    other = moved(alarm, "8:30", "en", now.astimezone(NEW_YORK), NEW_YORK)
    assert later is not None
    assert other is not None
    assert min(later.due, other.due) > now
    assert other.recurrence is not None
    assert other.recurrence.at in (time(8, 30), time(20, 30))


ODD = st.text(max_size=60) | st.text("每周一二三四五六日到点半隔天月号年的 everymonthday12nd", max_size=40)


@given(ODD)
def test_no_words_about_habits_lessons_or_goods_are_too_odd(text: str) -> None:
    for language in ("en", "zh"):
        habit = read_habit(text, language, SATURDAY)
        assert habit is None or habit.every > 0
        read_teaching(text, language)
    things(text)


@given(habits())
def test_what_comes_again_is_said_in_both_languages(habit: Recurrence) -> None:
    assert english_habit.again(habit).startswith("every ")
    assert chinese_habit.again(habit).startswith("每")


def test_alarms_of_the_first_version_are_read(tmp_path: Path) -> None:
    (tmp_path / "a.json").write_text(
        '{"version":1,"next_id":3,"alarms":[{"id":1,"kind":"alarm","text":null,"language":"en",'
        '"due":"2025-11-24T07:00:00Z","clock":"07:00:00","weekdays":[0,2],"state":"set","missed":null},'
        '{"id":2,"kind":"reminder","text":"x","language":"zh","due":"2025-11-24T09:00:00Z","clock":null,'
        '"weekdays":[],"state":"set","missed":null}]}'
    )
    often, once = Alarms(tmp_path / "a.json", lambda: SATURDAY, UTC).all
    assert often.recurrence == Recurrence(1, "week", time(7), frozenset({0, 2}))
    assert once.recurrence is None


@pytest.mark.parametrize(
    ("now", "due"),
    [
        (datetime(2025, 3, 8, 12, tzinfo=NEW_YORK), datetime(2025, 3, 9, 11, tzinfo=UTC)),
        (datetime(2025, 11, 1, 12, tzinfo=NEW_YORK), datetime(2025, 11, 2, 12, tzinfo=UTC)),
    ],
)
def test_seven_in_the_morning_stays_that_when_the_clocks_change(now: datetime, due: datetime) -> None:
    assert next_occurrence(weekly(time(7), frozenset(range(7))), now, NEW_YORK) == due


def test_a_time_that_is_skipped_comes_an_hour_later_and_one_that_comes_twice_rings_once() -> None:
    every_day = frozenset(range(7))
    spring = next_occurrence(
        weekly(time(2, 30), every_day), datetime(2025, 3, 9, 0, tzinfo=NEW_YORK), NEW_YORK
    )
    assert spring.astimezone(NEW_YORK).time() == time(3, 30)
    autumn = next_occurrence(
        weekly(time(1, 30), every_day), datetime(2025, 11, 2, 0, tzinfo=NEW_YORK), NEW_YORK
    )
    again = next_occurrence(weekly(time(1, 30), every_day), autumn, NEW_YORK)
    assert again - autumn == timedelta(hours=25)


class AlarmsOverRestarts(RuleBasedStateMachine):
    """An alarm waits for a time to come, or rings, or was missed, until somebody ends it."""

    def __init__(self) -> None:
        super().__init__()
        from tempfile import TemporaryDirectory  # noqa: PLC0415  # hypothesis gives no tmp_path here

        self.directory = TemporaryDirectory()
        self.now = SATURDAY
        self.expected: set[int] = set()
        self.restart()

    def teardown(self) -> None:
        self.directory.cleanup()

    @rule()
    def restart(self) -> None:
        self.alarms = Alarms(Path(self.directory.name) / "alarms.json", lambda: self.now, NEW_YORK)
        self.alarms.ring(starting=True)

    @rule(minutes=st.integers(1, 20_000))
    def once(self, minutes: int) -> None:
        self.expected.add(self.alarms.add("reminder", self.now + timedelta(minutes=minutes), "x").id)

    @rule(habit=habits())
    def again(self, habit: Recurrence) -> None:
        alarm = self.alarms.add_again("alarm", habit)
        assert alarm is not None
        self.expected.add(alarm.id)

    @rule(data=st.data(), days=st.integers(0, 3))
    def skip(self, data: st.DataObject, days: int) -> None:
        again = [alarm for alarm in self.alarms.all if alarm.recurs and alarm.state == "set"]
        if again:
            alarm = data.draw(st.sampled_from(again))
            day = self.alarms.now().date() + timedelta(days=days)
            left = self.alarms.skip(alarm, day)
            assert left.due.astimezone(NEW_YORK).date() != day

    @rule(minutes=st.integers(0, 20_000), running=st.booleans())
    def wait(self, minutes: int, running: bool) -> None:
        self.now += timedelta(minutes=minutes)
        if running:
            self.alarms.ring()
        else:
            self.restart()

    @rule(data=st.data())
    def end(self, data: st.DataObject) -> None:
        action = data.draw(st.sampled_from(["stop", "snooze", "told"]))
        if action == "stop":
            self.expected -= {alarm.id for alarm in self.alarms.stop() if not alarm.recurs}
        elif action == "snooze":
            self.alarms.snooze(60)
        else:
            self.expected -= {a.id for a in self.alarms.all if a.state == "missed" and not a.recurs}
            self.alarms.told(*self.alarms.all)

    @invariant()
    def nothing_is_lost_and_nothing_waits_for_the_past(self) -> None:
        self.alarms.ring()
        assert {alarm.id for alarm in self.alarms.all} == self.expected
        for alarm in self.alarms.all:
            assert alarm.due > self.now if alarm.state == "set" else alarm.due <= self.now
        kept = Alarms(Path(self.directory.name) / "alarms.json", lambda: self.now, NEW_YORK)
        assert kept.all == self.alarms.all


TestAlarmsOverRestarts = AlarmsOverRestarts.TestCase
TestAlarmsOverRestarts.settings = settings(max_examples=20, stateful_step_count=15, deadline=None)


def test_one_that_is_a_little_late_still_rings(tmp_path: Path) -> None:
    Alarms(tmp_path / "a.json", lambda: SATURDAY).add("alarm", SATURDAY + timedelta(minutes=1))
    soon = SATURDAY + timedelta(seconds=LATE_S)
    assert [alarm.state for alarm in Alarms(tmp_path / "a.json", lambda: soon).ring(starting=True)] == [
        "ringing"
    ]
