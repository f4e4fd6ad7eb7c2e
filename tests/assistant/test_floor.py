"""One turn at a time, whoever wants the next."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

import pytest

from assistant.floor import Floor
from assistant.orders import Order, Orders


class Talkers:
    """Turns that note when they begin and end; more than one at once fails."""

    def __init__(self) -> None:
        self.talking = 0
        self.finished: list[str] = []
        self.cancelled: list[str] = []

    async def turn(self, name: str, seconds: float = 0.02) -> None:
        assert self.talking == 0
        self.talking += 1
        try:
            await asyncio.sleep(seconds)
            self.finished.append(name)
        except asyncio.CancelledError:
            await asyncio.sleep(0.005)  # until its sound has stopped
            self.cancelled.append(name)
            raise
        finally:
            self.talking -= 1


async def test_who_takes_the_floor_ends_the_turn_before() -> None:
    floor, talkers = Floor(), Talkers()
    async with asyncio.TaskGroup() as group:
        await floor.take(group, talkers.turn("first"))
        await asyncio.sleep(0.005)
        await floor.take(group, talkers.turn("second"))
        await floor.free()
    assert talkers.cancelled == ["first"]
    assert talkers.finished == ["second"]


async def test_whoever_follows_waits_and_is_never_beside_another() -> None:
    floor, talkers = Floor(), Talkers()
    async with asyncio.TaskGroup() as group:
        await floor.take(group, talkers.turn("first"))
        follower = group.create_task(floor.follow(group, lambda: talkers.turn("order")))
        await asyncio.sleep(0.01)
        await asyncio.gather(floor.clear(), floor.take(group, talkers.turn("second")))
        await follower
    assert talkers.finished[-1:] == ["order"]
    assert talkers.finished.count("second") + talkers.cancelled.count("second") == 1


async def test_nobody_follows_while_the_floor_is_the_speakers() -> None:
    floor, talkers = Floor(), Talkers()
    floor.give()
    async with asyncio.TaskGroup() as group:
        follower = group.create_task(floor.follow(group, lambda: talkers.turn("order")))
        await asyncio.sleep(0.02)
        assert not talkers.finished
        floor.back()
        await follower
    assert talkers.finished == ["order"]


@asynccontextmanager
async def carrying_out(orders: Orders) -> AsyncIterator[None]:
    task = asyncio.create_task(orders.run())
    try:
        yield
    finally:
        task.cancel()
        await asyncio.wait([task])


async def test_an_order_that_was_interrupted_is_done_afterwards() -> None:
    floor, talkers = Floor(), Talkers()
    done: list[str] = []

    async def carry_out(order: Order) -> None:
        try:
            await talkers.turn(order.text)
        except asyncio.CancelledError:
            orders.again(order)
            raise
        order.done()

    orders = Orders(floor, carry_out)
    async with carrying_out(orders), asyncio.TaskGroup() as group:
        orders.add("关灯", lambda: done.append("关灯"))
        await asyncio.sleep(0.01)
        floor.give()
        await floor.clear()
        assert not done
        await floor.take(group, talkers.turn("a question"))
        await asyncio.sleep(0.1)
    assert talkers.cancelled == ["关灯"]
    assert talkers.finished == ["a question", "关灯"]
    assert done == ["关灯"]


@pytest.mark.parametrize(
    ("text", "language", "read"), [("关灯", None, "zh"), ("lights off", None, "en"), ("spegni", "it", "it")]
)
async def test_an_order_is_read_in_the_language_it_was_given_in(
    text: str, language: str | None, read: str
) -> None:
    heard: list[str] = []

    async def carry_out(order: Order) -> None:
        heard.append(order.language)

    orders = Orders(Floor(), carry_out)
    async with carrying_out(orders):
        orders.add(text, lambda: None, language)
        await asyncio.sleep(0.01)
    assert heard == [read]
