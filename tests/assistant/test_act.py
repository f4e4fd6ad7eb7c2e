"""Requests and what is said about them."""

import pytest

from assistant.act import Actor
from assistant.agenda import Agenda
from assistant.home.demo import DemoHome
from assistant.lists import Lists
from intents.vocabulary import Context, Effect, Intent, Match, Outcome, Route, Scalar
from tests.assistant.speaking_home import HandClock, SpeakingHome

Slots = dict[str, Scalar]


@pytest.mark.parametrize(
    ("name", "slots", "english", "chinese"),
    [
        ("HassTurnOn", {"name": "bedroom light"}, "The bedroom light is on.", "卧室灯打开了。"),
        (
            "HassTurnOn",
            {"domain": "light", "area": "living room"},
            "The living room lights are on.",
            "客厅的灯都打开了。",
        ),
        ("HassTurnOff", {"name": "all", "domain": "light"}, "All lights are off.", "所有的灯都关了。"),
        (
            "HassLightSet",
            {"name": "floor lamp", "color": "red", "brightness": 30},
            "The floor lamp is red and at 30%.",
            "落地灯变成红色了，亮度调到30%了。",
        ),
        (
            "HassLightSet",
            {"area": "living room", "brightness": 30},
            "The living room lights are at 30%.",
            "客厅的灯亮度都调到30%了。",
        ),
        ("HassTurnOn", {"name": "厨房插座"}, "The kitchen socket is on.", "厨房插座打开了。"),
        (
            "HassTurnOff",
            {"domain": "cover", "device_class": "curtain", "area": "客厅"},
            "The living room curtains are closed.",
            "客厅窗帘拉上了。",
        ),
        (
            "HassSetPosition",
            {"name": "bedroom curtains", "position": 40},
            "The bedroom curtains are at 40%.",
            "卧室窗帘调到40%了。",
        ),
        (
            "HassClimateSetTemperature",
            {"name": "空调", "temperature": 26},
            "The air conditioner is set to 26 degrees.",
            "空调调到26度了。",
        ),
        (
            "HassClimateSetMode",
            {"name": "AC", "mode": "cool"},
            "The air conditioner is set to cool.",
            "空调调到制冷了。",
        ),
        (
            "HassFanSetSpeed",
            {"name": "fan", "percentage": 50},
            "The study fan is at 50%.",
            "书房风扇风速调到50%了。",
        ),
        ("HassVacuumStart", {}, "The robot vacuum is cleaning.", "扫地机器人开始打扫了。"),
        (
            "HassVacuumCleanArea",
            {"area": "厨房"},
            "The robot vacuum is cleaning the kitchen.",
            "扫地机器人开始打扫厨房了。",
        ),
        ("HassTurnOn", {"name": "front door"}, "The front door is already locked.", "前门已经锁着了。"),
        ("HassTurnOn", {"name": "TV"}, "The TV is on.", "电视打开了。"),
        ("HassSetVolume", {"volume_level": 20}, "The speaker volume is at 20%.", "音箱音量调到20%了。"),
        ("HassMediaPlayerMute", {"name": "TV"}, "The TV is muted.", "电视静音了。"),
        ("CarChargeStart", {}, "The car is charging.", "车开始充电了。"),
        ("CarClimateStart", {}, "The car climate is on.", "车内空调打开了。"),
        ("CarLock", {}, "The car is already locked.", "车已经锁着了。"),
        ("FindPhone", {}, "Your phone is ringing.", "手机响起来了。"),
    ],
)
async def test_what_was_done_is_said_as_it_is_now(
    name: str, slots: Slots, english: str, chinese: str
) -> None:
    assert await SpeakingHome().say("en", name, **slots) == english
    assert await SpeakingHome().say("zh", name, **slots) == chinese


@pytest.mark.parametrize(
    ("name", "slots", "english", "chinese"),
    [
        (
            "HassGetState",
            {"name": "bedroom light", "state": "on"},
            "No, the bedroom light is off.",
            "没有，卧室灯关着。",
        ),
        (
            "HassGetState",
            {"name": "客厅灯", "state": "on"},
            "Yes, the living room light is on.",
            "是的，客厅灯开着。",
        ),
        (
            "HassGetState",
            {"domain": "light", "state": "on"},
            "2 of 9 lights are on: the living room light and the hallway light.",
            "9盏灯里有2盏开着：客厅灯、门厅灯。",
        ),
        (
            "HassGetState",
            {"domain": "cover", "device_class": "door", "state": "open"},
            "No, neither of the two doors is open.",
            "没有，两扇门都不是开着的。",
        ),
        (
            "HassGetState",
            {"name": "front door", "state": "locked"},
            "Yes, the front door is locked.",
            "是的，前门锁着。",
        ),
        (
            "HassGetState",
            {"name": "前门", "state": "on"},
            "No, the front door is closed.",
            "没有，前门关着。",
        ),
        (
            "HassClimateGetTemperature",
            {"area": "bedroom"},
            "It's 22.5 degrees in the bedroom.",
            "卧室现在22.5度。",
        ),
        (
            "HassClimateGetTemperature",
            {"name": "AC"},
            "It's 24 degrees in the living room.",
            "客厅现在24度。",
        ),
        ("HassGetState", {"name": "室外温度"}, "It's 17 degrees outside.", "室外现在17度。"),
        (
            "HassGetState",
            {"name": "bathroom humidity"},
            "The humidity in the bathroom is 61%.",
            "浴室湿度61%。",
        ),
        ("CarBattery", {}, "The car battery is at 72%.", "车的电量是72%。"),
        ("CarRange", {}, "The car's range is 310 kilometres.", "车还能跑310公里。"),
        ("CarLocation", {}, "The car is at home.", "车在家。"),
        ("CarCharging", {}, "The car is not charging.", "车没在充电。"),
        ("GetPhoneBattery", {}, "Your phone battery is at 64%.", "手机电量是64%。"),
        ("GetHeartRate", {}, "Your heart rate is 68 beats per minute.", "你的心率是每分钟68次。"),
        ("GetSteps", {}, "You have taken 6240 steps today.", "你今天走了6240步。"),
        ("HassGetCurrentTime", {}, "It's 3:05 PM.", "现在是下午3点05分。"),
        ("HassGetCurrentDate", {}, "Today is Saturday, November 22, 2025.", "今天是2025年11月22日，星期六。"),
    ],
)
async def test_questions_are_answered_as_people_answer(
    name: str, slots: Slots, english: str, chinese: str
) -> None:
    assert await SpeakingHome().say("en", name, **slots) == english
    assert await SpeakingHome().say("zh", name, **slots) == chinese


@pytest.mark.parametrize(
    ("name", "slots", "english", "chinese"),
    [
        (
            "HassTurnOn",
            {"domain": "fan", "area": "bedroom"},
            "There is no fan in the bedroom. There is one in the study.",
            "卧室没有风扇，书房有一台。",
        ),
        (
            "HassTurnOn",
            {"name": "flux capacitor"},
            "I don't know anything called flux capacitor.",
            "没有找到叫“flux capacitor”的设备。",
        ),
        (
            "HassTurnOn",
            {"domain": "light", "area": "ballroom"},
            "I don't know a place called ballroom.",
            "没有找到叫“ballroom”的地方。",
        ),
        (
            "HassClimateSetTemperature",
            {"name": "AC", "temperature": 99},
            "The air conditioner takes 16 to 30 degrees.",
            "空调只能设在16到30度之间。",
        ),
        (
            "HassLightSet",
            {"name": "floor lamp", "brightness": 140},
            "The floor lamp takes 0 to 100%.",
            "落地灯只能设在0到100%之间。",
        ),
        (
            "HassLightSet",
            {"name": "车库灯", "color": "red"},
            "The garage light can't change its colour.",
            "车库灯不能变颜色。",
        ),
        ("HassTurnOn", {"domain": "siren"}, "There is no siren in this home.", "家里没有警报器。"),
        (
            "HassMediaSearchAndPlay",
            {"search_query": "jazz"},
            "No music source is connected yet, so I can't play jazz.",
            "还没有连接音乐来源，放不了jazz。",
        ),
        ("Fly", {}, "I can't do that yet.", "这个我还不会。"),
        ("HassSetVolume", {}, "I did not catch what to set it to.", "没听清要调到多少。"),
    ],
)
async def test_what_cannot_be_done_is_explained_and_changes_nothing(
    name: str, slots: Slots, english: str, chinese: str
) -> None:
    at = SpeakingHome()
    before = [at.home.state(device.id) for device in at.home.layout.devices]
    assert await at.say("en", name, **slots) == english
    assert await at.say("zh", name, **slots) == chinese
    assert [at.home.state(device.id) for device in at.home.layout.devices] == before


async def test_the_room_that_hears_is_the_room_that_is_meant() -> None:
    at = SpeakingHome(room="bedroom")
    assert await at.say("en", "HassTurnOn", domain="light") == "The bedroom lights are on."
    assert not at.home.state("light.kitchen")["on"]
    assert await at.say("zh", "HassClimateGetTemperature") == "卧室现在22.5度。"


async def test_the_only_one_in_the_home_is_meant_from_any_room() -> None:
    at = SpeakingHome(room="bedroom")
    assert await at.say("en", "HassVacuumStart") == "The robot vacuum is cleaning."
    assert await at.say("en", "HassSetVolumeRelative", volume_step="up") == "The speaker volume is at 50%."


async def test_a_device_that_does_not_obey_is_never_reported_as_done() -> None:
    at = SpeakingHome(stuck=("light.study",))
    answer = await at.ask("en", Intent("HassTurnOn", {"name": "study light"}))
    assert answer.reply.text == "I tried, but the study light is still off."
    assert (answer.outcomes[0].ok, answer.outcomes[0].verified) == (True, False)
    assert await at.say("zh", "HassTurnOn", name="study light") == "我试了，但书房灯还是关着。"
    reply = await at.say("en", "HassLightSet", name="study light", color="red")
    assert reply == "I tried, but the study light did not change."


async def test_what_worked_is_said_before_what_did_not() -> None:
    at = SpeakingHome(unreachable=("light.floor_lamp",))
    reply = await at.say("en", "HassTurnOn", domain="light", area="living room")
    assert reply == "The living room light is already on. The floor lamp does not answer."


async def test_a_device_that_takes_for_ever_does_not_answer() -> None:
    class SlowHome(DemoHome):
        async def perform(self, effect: Effect) -> Outcome:
            raise TimeoutError(effect.device)

    clock = HandClock()
    actor = Actor(SlowHome(), Agenda(None, clock, lambda _: None), clock.now)
    match = Match((Intent("HassTurnOn", {"name": "bedroom light"}),), 1.0, Route.FAST, "en")
    answer = await actor.act(match, Context())
    assert answer.reply.text == "The bedroom light does not answer."
    assert answer.outcomes[0].problem == "unreachable"


@pytest.mark.parametrize(
    ("name", "slots", "device", "english", "chinese"),
    [
        ("HassTurnOff", {"name": "front door"}, "lock.front_door", "unlock the front door", "解锁前门"),
        ("HassTurnOn", {"name": "车库门"}, "cover.garage_door", "open the garage door", "打开车库门"),
        ("HassTurnOn", {"name": "oven"}, "switch.oven", "turn on the oven", "打开烤箱"),
        ("CarUnlock", {}, "lock.car", "unlock the car", "解锁车"),
        ("CarBootOpen", {}, "cover.car_boot", "open the boot", "打开后备箱"),
    ],
)
async def test_risky_things_are_done_only_after_a_yes(
    name: str, slots: Slots, device: str, english: str, chinese: str
) -> None:
    at = SpeakingHome()
    before = at.home.state(device)
    asked = await at.ask("zh", Intent(name, slots))
    assert (asked.reply.text, asked.reply.asks) == (f"确定要{chinese}吗？", True)
    asked = await at.ask("en", Intent(name, slots))
    assert asked.reply.text == f"Are you sure you want to {english}?"
    assert asked.outcomes[0].problem == "not_confirmed"
    assert at.home.state(device) == before
    assert asked.pending is not None
    done = await at.actor.act(asked.pending, at.context, confirmed=True)
    assert done.outcomes[0].verified
    assert done.pending is None
    assert at.home.state(device) != before


async def test_closing_and_locking_need_no_yes() -> None:
    at = SpeakingHome()
    for intent in (Intent("CarLock"), Intent("CarBootClose"), Intent("HassTurnOff", {"name": "oven"})):
        assert (await at.ask("en", intent)).pending is None


async def test_two_requests_in_one_breath_give_one_reply() -> None:
    answer = await SpeakingHome().ask(
        "en",
        Intent("HassTurnOff", {"domain": "light", "area": "living room"}),
        Intent("HassTurnOff", {"domain": "cover", "device_class": "curtain", "area": "living room"}),
    )
    assert answer.reply.text == "The living room lights are off. The living room curtains are closed."
    assert [outcome.effect.device for outcome in answer.outcomes] == [
        "light.living_room",
        "light.floor_lamp",
        "cover.living_room_curtains",
    ]


async def test_harmless_parts_are_done_while_the_risky_part_waits() -> None:
    at = SpeakingHome()
    answer = await at.ask(
        "en", Intent("HassTurnOff", {"name": "front door"}), Intent("HassTurnOn", {"name": "hallway light"})
    )
    assert (
        answer.reply.text
        == "The hallway light is already on. Are you sure you want to unlock the front door?"
    )
    assert answer.pending is not None
    assert answer.pending.intents == (Intent("HassTurnOff", {"name": "front door"}),)


async def test_stop_and_never_mind_are_answered_with_silence() -> None:
    at = SpeakingHome()
    assert await at.say("zh", "Stop") == ""
    assert await at.say("en", "HassNevermind") == ""


async def test_a_language_that_is_not_spoken_is_answered_in_english() -> None:
    answer = await SpeakingHome().ask("fr", Intent("HassTurnOn", {"name": "TV"}))
    assert (answer.reply.text, answer.reply.language) == ("The TV is on.", "en")


async def test_timers_are_set_asked_about_changed_and_cancelled() -> None:
    at = SpeakingHome()
    assert await at.say("en", "HassStartTimer", minutes=5) == "Timer set for 5 minutes."
    assert await at.say("zh", "HassStartTimer", minutes=3, name="泡茶") == "好的，泡茶计时器3分钟，开始。"
    await at.clock.move(40)
    assert await at.say("zh", "HassTimerStatus", name="泡茶") == "泡茶计时器还剩2分20秒。"
    assert await at.say("zh", "HassIncreaseTimer", name="泡茶", minutes=1) == "泡茶计时器现在还剩3分20秒。"
    assert (await at.say("en", "HassCancelTimer")).startswith("There are 2 timers: the 泡茶 timer with")
    assert await at.say("en", "HassPauseTimer", start_minutes=5) == (
        "The 5 minute timer is paused with 4 minutes and 20 seconds left."
    )
    assert await at.say("en", "HassDecreaseTimer", start_minutes=5, minutes=9) == (
        "The 5 minute timer has only 4 minutes and 20 seconds left."
    )
    assert await at.say("en", "HassUnpauseTimer") == (
        "The 5 minute timer goes on with 4 minutes and 20 seconds left."
    )
    assert await at.say("zh", "HassCancelAllTimers") == "2个计时器都取消了。"
    assert await at.say("en", "HassTimerStatus") == "There is no timer."


async def test_a_timer_named_like_a_room_is_found_by_it() -> None:
    at = SpeakingHome()
    await at.say("en", "HassStartTimer", minutes=5, name="kitchen")
    assert await at.say("en", "HassCancelTimer", area="Kitchen") == "The kitchen timer is cancelled."


async def test_a_timer_of_no_time_or_a_year_is_refused() -> None:
    at = SpeakingHome()
    english = await at.say("en", "HassStartTimer", minutes=0)
    assert english == "A timer can run for anything from 1 second to 7 days."
    assert await at.say("zh", "HassStartTimer", hours=9000) == "计时器可以设1秒到7天。"


@pytest.mark.parametrize(
    ("language", "asked"), [("en", "Tell me which light you mean."), ("zh", "请说是哪盏灯。")]
)
async def test_what_nobody_named_is_asked_for_and_left_alone(language: str, asked: str) -> None:
    home = DemoHome()
    intent = Intent("HassTurnOff", {"domain": "light"})
    match = Match((intent,), 0.7, Route.SEMANTIC, language, complete=False)
    before = {device.id: home.state(device.id) for device in home.layout.devices}
    clock = HandClock()
    answer = await Actor(home, Agenda(None, clock, lambda _: None), clock.now).act(match, Context())
    assert answer.reply.text == asked
    assert answer.outcomes == ()
    assert {device.id: home.state(device.id) for device in home.layout.devices} == before


@pytest.mark.parametrize(
    ("language", "name", "asked"),
    [
        ("en", "HassListAddItem", "What shall I put on the shopping list?"),
        ("en", "HassListCompleteItem", "What shall I take off the shopping list?"),
        ("zh", "HassListAddItem", "购物清单里加什么？"),
        ("zh", "CancelReminder", "没有提醒。"),
    ],
)
async def test_what_on_a_list_or_which_reminder_is_asked_before_anything_changes(
    language: str, name: str, asked: str
) -> None:
    clock, lists = HandClock(), Lists()
    actor = Actor(DemoHome(), Agenda(None, clock, lambda _: None), clock.now, lists=lists)
    match = Match((Intent(name),), 0.7, Route.SEMANTIC, language, complete=False)
    answer = await actor.act(match, Context())
    assert answer.reply.text == asked
    assert answer.outcomes == ()
    assert lists.items("shopping") == ()


async def test_the_only_reminder_goes_after_a_yes() -> None:
    clock = HandClock()
    actor = Actor(DemoHome(), Agenda(None, clock, lambda _: None), clock.now)
    note = Intent("SetReminder", {"time": "tomorrow at five", "task": "buy flowers"})
    await actor.act(Match((note,), 1.0, Route.FAST, "en"), Context())
    doubtful = Match((Intent("CancelReminder"),), 0.7, Route.SEMANTIC, "en", complete=False)
    answer = await actor.act(doubtful, Context())
    assert answer.reply.text.endswith("Do you mean that one?")
    assert answer.asked is not None
    assert answer.asked.kind == "mean"
    done = await actor.act(answer.asked.match, Context())
    assert "cancelled" in done.reply.text
