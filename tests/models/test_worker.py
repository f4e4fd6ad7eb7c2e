"""The worker: one thread, one queue, and streams that stop when nobody listens."""

import asyncio
import threading
from collections.abc import Iterator
from contextlib import aclosing

import pytest

from assistant import clock
from models.errors import EngineFailed
from models.worker import Statistics, Worker, wanted


class Counting:
    """Counts up and remembers where it was made and closed."""

    def __init__(self) -> None:
        self.made = 0
        self.closed_in = ""

    def items(self, end: int) -> Iterator[int]:
        try:
            for number in range(end):
                self.made += 1
                yield number
        finally:
            self.closed_in = threading.current_thread().name


async def test_calls_run_one_after_another_on_one_thread() -> None:
    worker, order = Worker("test"), []

    def note(number: int) -> str:
        order.append(number)
        return threading.current_thread().name

    names = await asyncio.gather(*(worker.call(note, number) for number in range(9)))
    await worker.aclose()
    assert order == list(range(9))
    assert set(names) == {"engine test"}


async def test_what_a_call_raises_is_raised_to_whoever_waits() -> None:
    worker = Worker("test")
    with pytest.raises(ZeroDivisionError):
        await worker.call(lambda: 1 // 0)
    assert await worker.call(max, 1, 2) == 2
    await worker.aclose()


async def test_a_call_that_is_given_up_ends_at_its_next_step() -> None:
    worker, begun, given_up, steps = Worker("test"), threading.Event(), threading.Event(), []

    def work() -> None:
        begun.set()
        given_up.wait(5)
        wanted()
        steps.append("the next")

    call = asyncio.create_task(worker.call(work))
    await asyncio.to_thread(begun.wait)
    call.cancel()
    await asyncio.wait([call])
    given_up.set()
    assert await worker.call(max, 1, 2) == 2
    assert not steps
    assert (worker.statistics.done, worker.statistics.dropped) == (1, 1)
    await worker.aclose()
    wanted()  # outside a worker nobody can give up


async def test_stop_iteration_is_no_way_to_hang() -> None:
    worker = Worker("test")

    def stop() -> None:
        raise StopIteration

    with pytest.raises((RuntimeError, TypeError)):
        await asyncio.wait_for(worker.call(stop), 5)
    await worker.aclose()


async def test_a_stream_gives_everything_in_order_and_closes_on_its_thread() -> None:
    worker, counting = Worker("test"), Counting()
    assert [item async for item in worker.stream(counting.items, 5)] == [0, 1, 2, 3, 4]
    assert counting.closed_in == "engine test"
    await worker.aclose()


async def test_a_stream_is_one_item_ahead_and_no_more() -> None:
    worker, counting = Worker("test"), Counting()
    async with aclosing(worker.stream(counting.items, 100)) as stream:
        async for item in stream:
            if item == 2:
                break
            await worker.call(lambda: None)  # comes behind the item that is made ahead
            assert counting.made == item + 2
    assert counting.made <= 4
    assert counting.closed_in == "engine test"
    await worker.aclose()


async def test_cancelling_a_consumer_closes_the_iterator() -> None:
    worker, counting, reached = Worker("test"), Counting(), asyncio.Event()

    async def consume() -> None:
        async with aclosing(worker.stream(counting.items, 10**9)) as stream:
            async for _ in stream:
                reached.set()
                await asyncio.sleep(0)

    task = asyncio.create_task(consume())
    await reached.wait()
    task.cancel()
    with pytest.raises(asyncio.CancelledError):
        await task
    assert counting.closed_in == "engine test"
    await worker.aclose()


async def test_a_failing_stream_fails_where_it_is_read() -> None:
    worker = Worker("test")

    def items() -> Iterator[int]:
        yield 1
        raise ValueError("broken engine")

    stream = worker.stream(items)
    assert await anext(stream) == 1
    with pytest.raises(ValueError, match="broken engine"):
        await anext(stream)
    await worker.aclose()


async def test_a_failure_that_nobody_waits_for_is_quiet() -> None:
    worker = Worker("test")

    def items() -> Iterator[int]:
        yield 1
        raise ValueError("broken engine")

    async with aclosing(worker.stream(items)) as stream:
        async for _ in stream:
            await worker.call(lambda: None)
            break
    await worker.aclose()


async def test_two_streams_take_turns() -> None:
    worker, one, two = Worker("test"), Counting(), Counting()
    streams = worker.stream(one.items, 9), worker.stream(two.items, 9)
    async with aclosing(streams[0]) as first, aclosing(streams[1]) as second:
        assert [await anext(first), await anext(second), await anext(first)] == [0, 0, 1]
    await worker.aclose()


async def test_a_call_that_was_given_up_is_never_made() -> None:
    worker, gate, made = Worker("test"), threading.Event(), []
    busy = asyncio.create_task(worker.call(gate.wait))
    waiting = asyncio.create_task(worker.call(made.append, 1))
    await asyncio.sleep(0)
    waiting.cancel()
    gate.set()
    await busy
    await worker.call(lambda: None)
    await worker.aclose()
    assert made == []
    assert worker.statistics.dropped == 1


async def test_a_full_queue_refuses_and_counts() -> None:
    worker, gate, began = Worker("test", queue=2), threading.Event(), threading.Event()
    held = asyncio.create_task(worker.call(lambda: began.set() or gate.wait()))
    await asyncio.to_thread(began.wait)
    waiting = [asyncio.create_task(worker.call(lambda: None)) for _ in range(3)]
    await asyncio.sleep(0)
    assert worker.statistics == Statistics(done=0, dropped=0, refused=1, waiting=2)
    gate.set()
    answers = await asyncio.gather(held, *waiting, return_exceptions=True)
    assert [isinstance(answer, EngineFailed) for answer in answers] == [False, False, False, True]
    await worker.aclose()


async def test_closing_gives_up_what_waits_and_refuses_what_comes() -> None:
    worker, gate, began = Worker("test"), threading.Event(), threading.Event()
    busy = asyncio.create_task(worker.call(lambda: began.set() or gate.wait()))
    await asyncio.to_thread(began.wait)
    waiting = asyncio.create_task(worker.call(lambda: None))
    await asyncio.sleep(0)
    closing = asyncio.create_task(worker.aclose())
    await asyncio.sleep(0)
    gate.set()
    await closing
    assert await busy is True
    with pytest.raises(EngineFailed, match="closed"):
        await waiting
    with pytest.raises(EngineFailed, match="closed"):
        await worker.call(lambda: None)
    await worker.aclose()


def test_time_stands_still_while_it_works_and_not_while_the_consumer_sits() -> None:
    gate = threading.Event()

    def items() -> Iterator[int]:
        gate.wait()
        yield 1
        yield 2

    async def main() -> list[float]:
        worker, loop, times = Worker("test"), asyncio.get_running_loop(), []
        tick = asyncio.create_task(asyncio.sleep(0.001))
        threading.Timer(0.05, gate.set).start()
        async for _ in worker.stream(items):
            times.append(loop.time())
            await asyncio.sleep(10)
        await tick
        await worker.aclose()
        return times

    assert clock.run(main(), virtual=True) == [0.0, 10.0]


def test_several_loops_may_share_a_worker() -> None:
    worker = Worker("test")
    assert [asyncio.run(worker.call(pow, 2, power)) for power in range(3)] == [1, 2, 4]
    asyncio.run(worker.aclose())


def test_a_loop_that_went_away_does_not_stop_the_thread() -> None:
    worker, gate = Worker("test"), threading.Event()

    async def leave() -> None:
        task = asyncio.create_task(worker.call(gate.wait))
        await asyncio.sleep(0)
        task.cancel()

    asyncio.run(leave())
    gate.set()
    assert asyncio.run(worker.call(pow, 3, 2)) == 9
    asyncio.run(worker.aclose())
