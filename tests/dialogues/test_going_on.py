"""One more of the same, and which one of several."""

import pytest

from intents.number.ordinal import nth, ordinal
from tests.assistant.talking import held, talking

DIALOGUES = {
    "reminders": """
        remind me to call mom tomorrow at six > All right, I'll remind you tomorrow at 6 PM: call mom.
        and to feed the cat tomorrow at eight > All right, I'll remind you tomorrow at 8 AM: feed the cat.
        cancel the first one > The reminder to feed the cat is cancelled.
    """,
    "alarms": """
        set an alarm for seven tomorrow > Alarm set for tomorrow at 7 AM.
        and one for eight > Alarm set for tomorrow at 8 AM.
    """,
    "timers": """
        set a ten minute timer for the pasta > Pasta timer set for 10 minutes.
        and five minutes for the eggs > Eggs timer set for 5 minutes.
        add two minutes to the eggs > The eggs timer now has 7 minutes left.
        how long left on the pasta > The pasta timer has 10 minutes left.
        cancel the timers > 2 timers are cancelled.
    """,
    "闹钟": """
        定个明天七点的闹钟 > 好的，明天早上7点的闹钟定好了。
        再来一个八点的 > 好的，明天早上8点的闹钟定好了。
    """,
    "提醒": """
        提醒我明天六点给妈妈打电话 > 好的，明天晚上6点提醒你给妈妈打电话。
        还有明天八点浇花 > 好的，明天早上8点提醒你浇花。
    """,
    "many at once": """
        turn on all the lights > All lights are on.
        which lights are on > Yes, all 9 lights are on.
        turn them off > All lights are off.
        turn them off > All lights are already off.
    """,
    "now another value": """
        turn the bedside lamp red > The bedside lamp is red.
        now blue > The bedside lamp is blue.
        set it to 30 > The bedside lamp is at 30%.
        now 50 > The bedside lamp is at 50%.
    """,
    "lights turn warmer, and nothing else does": """
        turn on the living room lights > The living room lights are on.
        make them warmer > The living room lights are at 2700 kelvin.
    """,
    "modes": """
        turn on the ac > The air conditioner is on.
        switch to heating > The air conditioner is set to heat.
        what's it set to > The air conditioner is set to 25 degrees.
    """,
    "elsewhere": """
        what's the temperature in the bedroom > It's 22.5 degrees in the bedroom.
        and outside > It's 17 degrees outside.
        卧室多少度 > 卧室现在22.5度。
        外面呢 > 室外现在17度。
    """,
    "two timers": """
        set two timers for five and ten minutes > Timer set for 5 minutes. Timer set for 10 minutes.
    """,
    "lists": """
        add milk to the shopping list > I put milk on the shopping list.
        clear the list > The shopping list is empty now.
    """,
}


@pytest.mark.parametrize("dialogue", DIALOGUES.values(), ids=DIALOGUES.keys())
async def test_dialogue(dialogue: str) -> None:
    await held(dialogue)


@pytest.mark.parametrize(
    "said",
    [
        ("remind me", "to feed the dog", "tomorrow at five"),
        ("remind me", "to feed the dog tomorrow at five"),
        ("remind me", "tomorrow at five", "feed the dog"),
        ("remind me tomorrow at five", "to feed the dog"),
        ("remind me to feed the dog", "tomorrow at five"),
        ("提醒我", "喂狗", "明天下午五点"),
        ("提醒我", "明天下午五点喂狗"),
        ("提醒我", "明天下午五点", "喂狗"),
    ],
)
async def test_a_reminder_is_told_in_any_order(said: tuple[str, ...]) -> None:
    async with talking() as talk:
        for each in said:
            await talk.ask(each)
        assert talk.said in (
            "All right, I'll remind you tomorrow at 5 PM: feed the dog.",
            "好的，明天下午5点提醒你喂狗。",
        )


@pytest.mark.parametrize(
    ("words", "place"),
    [
        ("first", 0),
        ("the second one", 1),
        ("3rd", 2),
        ("last", -1),
        ("第二个", 1),
        ("最后一个", -1),
        ("milk", None),
    ],
)
def test_ordinals(words: str, place: int | None) -> None:
    assert ordinal(words) == place


def test_there_is_no_fourth_of_three() -> None:
    assert nth("fourth", "abc") == ()
    assert nth("last", "abc") == ("c",)
    assert nth("last", "") == ()


@pytest.mark.parametrize(
    ("said", "answered"),
    [
        (
            ("wake me at seven every day", "but not at weekends"),
            "The alarm is now set for every weekday at 7 AM.",
        ),
        (
            ("wake me at half six", "and not at weekends"),
            "The alarm is now set for every weekday at 6:30 AM.",
        ),
        (
            ("wake me at seven every day", "not on Sundays"),
            "The alarm is now set for every day except Sunday at 7 AM.",
        ),
        (
            ("wake me at seven every day but not on sundays",),
            "Alarm set for every day except Sunday at 7 AM.",
        ),
        (("每天七点叫我起床", "周末不用叫"), "好的，闹钟改到每个工作日早上7点了。"),
        (("每天七点叫我起床", "周日别叫"), "好的，闹钟改到每天除周日外早上7点了。"),
        (("每天七点叫我起床，周末除外",), "好的，每个工作日早上7点的闹钟定好了。"),
    ],
)
async def test_days_that_an_alarm_is_not_for_are_left_out_and_not_the_ones_it_is_for(
    said: tuple[str, ...], answered: str
) -> None:
    async with talking() as talk:
        for each in said:
            await talk.ask(each)
        assert talk.said == answered


async def test_the_car_and_the_phone_that_were_asked_about_are_it() -> None:
    await held("""
        how far can my car go > The car's range is 310 kilometres.
        unlock it > Are you sure you want to unlock the car?
        no > All right, I left it alone.
        is my phone charged > Your phone battery is at 64%.
        find it > Your phone is ringing.
    """)


async def test_parts_of_a_number_and_all_of_the_lights() -> None:
    await held("""
        what's two thirds of 90 > That is 60.
        what is three quarters of 200 > That is 150.
        二百四的三分之一是多少 > 二百四的三分之一等于80。
        turn on the kitchen light > The kitchen light is on.
        all off > All lights are off.
    """)


@pytest.mark.parametrize("asked", ["哪个房间最热", "每个房间多少度"])
async def test_every_room_is_told_where_they_are_compared(asked: str) -> None:
    await held(f"{asked} > 客厅24度，卧室22.5度，书房23度，厨房25度。")


async def test_a_day_takes_the_place_of_the_one_that_was_asked_about() -> None:
    async with talking() as talk:
        await talk.ask("今天会下雨吗")
        response = await talk.ask("明天呢")
        assert response.match
        assert response.match.intents[0].slots == {"time": "明天"}
