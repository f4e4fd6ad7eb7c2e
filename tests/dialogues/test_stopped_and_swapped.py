"""What moves is stopped where it is, one thing takes another's place on a list, a number means degrees."""

import pytest

from tests.assistant.talking import answered, talking

DIALOGUES = [
    [("close the curtains", "closed"), ("stop there", "curtains are stopped")],
    [("close the curtains", "closed"), ("that's enough", "curtains are stopped")],
    [("关上客厅窗帘", "窗帘"), ("就停那儿", "客厅窗帘停下了")],
    [("关上客厅窗帘", "窗帘"), ("好了，停", "客厅窗帘停下了")],
    [("start the vacuum", "cleaning"), ("stop there", "paused")],
    [
        ("add milk to the shopping list", "milk"),
        ("swap the milk for oat milk", "took milk off the shopping list. I put oat milk"),
        ("what's on the shopping list", "list: oat milk."),
    ],
    [
        ("add milk to the shopping list", "milk"),
        ("remove milk and add oat milk", "took milk off the shopping list. I put oat milk"),
    ],
    [("购物清单加上醋", "醋"), ("醋不要了，换成酱油", "去掉"), ("清单上有什么", "购物清单里有酱油。")],
    [("购物清单加上醋", "醋"), ("把醋换成酱油", "酱油加到购物清单")],
    [("add milk to the shopping list", "milk"), ("make the living room lights red", "red")],
    [("购物清单加上醋", "醋"), ("闹钟改成八点", ""), ("清单上有什么", "购物清单里有醋。")],
    [("购物清单加上醋", "醋"), ("把名字改成小明", ""), ("清单上有什么", "购物清单里有醋。")],
    [
        ("add milk to the shopping list", "milk"),
        ("change my name to bob", ""),
        ("what's on the shopping list", "list: milk."),
    ],
    [("打开空调", "打开了"), ("二十六", "空调调到26度"), ("二十四吧", "空调调到24度")],
    [("打开电视", "电视"), ("家里还有什么没关", "电视"), ("厨房还有什么开着", "没有")],
    [("turn on the bedroom light", "on"), ("now the kitchen one", "kitchen light is on")],
    [("is the study light on?", "No"), ("is the kitchen one still on?", "the kitchen light is off")],
    [
        ("are the lights still on", "No"),
        ("is the tv still on?", "No"),
        ("is the front door still locked", "Yes"),
    ],
    [
        ("turn on the kitchen light", "on"),
        ("turn off all the lights", "off"),
        ("not the kitchen one", "kitchen light is on"),
    ],
    [("turn everything off", "already off"), ("except the hall light", "hallway light is off")],
    [("turn on the ac", "on"), ("make it 22 please", "set to 22 degrees")],
]


@pytest.mark.parametrize("dialogue", DIALOGUES, ids=lambda dialogue: dialogue[-1][0])
async def test_stopped_and_swapped(dialogue: list[tuple[str, str]]) -> None:
    await answered(dialogue)


@pytest.mark.parametrize(
    ("order", "said"),
    [
        ("turn on the kitchen light", "stop there"),
        ("turn on the kitchen light", "22"),
        ("打开厨房灯", "二十六"),
        ("turn on the ac", "180"),
        ("打开空调", "十点"),
        ("what time is it", "the kitchen one"),
    ],
)
async def test_of_nothing_else(order: str, said: str) -> None:
    async with talking() as talk:
        await talk.ask(order)
        response = await talk.ask(said)
        assert not response.outcomes
