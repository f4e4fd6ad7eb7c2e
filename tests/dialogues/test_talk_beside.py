"""What a family says to each other behind an order is no part of it."""

import pytest

from tests.assistant.talking import Talk, talking

BESIDE = {
    "明早七点叫我": ("七点有点早啊", "第三个不好吃", "两点的电影挺好看", "三点的会不开了"),
    "打开客厅灯": ("好看", "算了不说了", "别动", "你也去睡吧"),
    "把牛奶加到购物清单": ("我买了件新衣服", "他把作业写完了", "妈妈拿到快递了"),
    "空调调到26度": ("二十块钱", "太贵了", "跟昨天一样"),
    "定个五分钟计时器": ("再加两个菜", "面好了", "五分钟后走"),
    "turn on the kitchen light": ("leave it", "nice", "and the salt", "two please", "to the left"),
    "add milk to the shopping list": ("i got a new job", "take it easy", "clear your plate"),
    "set a timer for five minutes": ("two more bites", "at seven we leave", "in a minute"),
}


def everything(talk: Talk) -> object:
    """All that an order could have changed."""
    states = [dict(talk.home.state(device.id)) for device in talk.home.layout.devices]
    alarms = [(alarm.id, alarm.state) for alarm in talk.agenda.alarms.all]
    lists = {name: tuple(talk.lists.items(name)) for name in talk.lists.names}
    return states, alarms, [timer.id for timer in talk.agenda.timers], lists


@pytest.mark.parametrize("order", BESIDE)
async def test_talk_behind_an_order_changes_nothing(order: str) -> None:
    for talked in BESIDE[order]:
        async with talking() as talk:
            await talk.ask(order)
            before = everything(talk)
            await talk.ask(talked)
            assert everything(talk) == before, talked


@pytest.mark.parametrize("text", ["跟昨天一样", "和平时一样", "像妈妈那样", "跟刚才差不多", "跟爸爸一样"])
async def test_to_be_like_something_is_no_title(text: str) -> None:
    async with talking() as talk:
        assert (await talk.ask(text)).match is None


async def test_what_was_not_understood_changes_no_subject() -> None:
    async with talking() as talk:
        await talk.ask("空调调到26度")
        await talk.ask("太贵了")
        assert await talk.say("再高一点") == "空调调到27度了。"
