"""Worker: the one thread that an engine lives on, and the way into it from the event loop."""

import asyncio
import threading
from collections import deque
from collections.abc import AsyncGenerator, Callable, Iterator
from contextlib import suppress
from dataclasses import dataclass
from typing import Any, ParamSpec, TypeVar, cast

from models.errors import EngineFailed

P = ParamSpec("P")
T = TypeVar("T")

QUEUE = 32
"""Jobs that may wait; more means that somebody does not wait for answers."""

_AT_WORK = threading.local()
"""The job of each worker's thread."""

_END = object()
"""What stands for the end of an iterator, since no future can hold StopIteration."""


@dataclass(frozen=True, slots=True)
class Statistics:
    """What a worker has done so far, in jobs; each item of a stream is one."""

    done: int
    dropped: int
    """Given up before they ended, because nobody wanted the result any more."""
    refused: int
    """Turned away because the queue was full."""
    waiting: int


@dataclass(slots=True, eq=False)
class _Job:
    """One call to make on the thread, and who waits for it."""

    run: Callable[[], Any]
    loop: asyncio.AbstractEventLoop
    future: asyncio.Future[Any]
    needed: bool
    """Whether it runs even when nobody waits for it: what releases something."""

    def report(self, result: Any, problem: BaseException | None) -> None:
        """Hand the result to the loop; a loop that is gone has nobody waiting."""
        with suppress(RuntimeError):
            self.loop.call_soon_threadsafe(self._deliver, result, problem)

    def _deliver(self, result: Any, problem: BaseException | None) -> None:
        if not self.future.done():
            if problem is None:
                self.future.set_result(result)
            else:
                self.future.set_exception(problem)
        _tell(self.loop, "job_ended")


def _tell(loop: asyncio.AbstractEventLoop, hook: str) -> None:
    """Let a loop that keeps its own time know about pending jobs (see `assistant.clock`)."""
    told = getattr(loop, hook, None)
    if told is not None:
        told()


class Unwanted(Exception):
    """Nobody waits for the result any more."""


def wanted() -> None:
    """For engines, between two steps of a call: go on only while somebody waits for its result.

    :raises Unwanted: whoever called has given up; never where no worker made the call.
    """
    job: _Job | None = getattr(_AT_WORK, "job", None)
    if job is not None and job.future.cancelled() and not job.needed:
        raise Unwanted


class Worker:
    """Runs blocking calls one after another on its own thread.

    Several loops may share it. Whatever a call raises is raised where it is awaited.
    """

    def __init__(self, name: str, queue: int = QUEUE) -> None:
        """Start the thread; `queue` is how many jobs may wait."""
        self.name = name
        self._size = queue
        self._jobs: deque[_Job] = deque()
        self._changed = threading.Condition()
        self._open = True
        self._done = self._dropped = self._refused = 0
        self._thread = threading.Thread(target=self._run, name=f"engine {name}", daemon=True)
        self._thread.start()

    @property
    def statistics(self) -> Statistics:
        """Counters so far."""
        with self._changed:
            return Statistics(self._done, self._dropped, self._refused, len(self._jobs))

    async def call(self, fn: Callable[P, T], *args: P.args, **kwargs: P.kwargs) -> T:
        """Call `fn` on the thread and await its result.

        Cancelling gives up the result; a call that has not begun is never made.

        :raises EngineFailed: the worker is closed, or its queue is full.
        """
        return cast(T, await self._submit(lambda: fn(*args, **kwargs)))

    async def stream(
        self, fn: Callable[P, Iterator[T]], *args: P.args, **kwargs: P.kwargs
    ) -> AsyncGenerator[T, None]:
        """Items of the iterator that `fn` makes, at most one ahead of the consumer.

        Closing or cancelling stops it after the item being made, and closes the iterator on the thread.
        Other jobs get their turn between items.
        """
        made: list[Iterator[T]] = []
        ahead = self._submit(lambda: _first(made, fn(*args, **kwargs)))
        try:
            while (item := await ahead) is not _END:
                ahead = self._submit(lambda: next(made[0], _END))
                yield item
        finally:
            _forget(ahead)
            await self._submit(lambda: _close(made), needed=True)

    async def aclose(self) -> None:
        """Finish the job at hand, give up those that wait, end the thread; safe to call twice."""
        with self._changed:
            if not self._open:
                return
            self._open = False
            for job in self._jobs:
                if not job.needed:
                    job.report(None, EngineFailed(f"{self.name} was closed before it could answer"))
            kept = [job for job in self._jobs if job.needed]
            self._dropped += len(self._jobs) - len(kept)
            self._jobs = deque(kept)
            last = self._enqueue(_Job(lambda: None, *_here(), needed=True))
        await last

    def _submit(self, run: Callable[[], Any], *, needed: bool = False) -> asyncio.Future[Any]:
        with self._changed:
            if not self._open:
                return _answered(None if needed else EngineFailed(f"{self.name} is closed"))
            if len(self._jobs) >= self._size and not needed:
                self._refused += 1
                return _answered(EngineFailed(f"{self.name} is busy: {self._size} jobs are waiting already"))
            return self._enqueue(_Job(run, *_here(), needed=needed))

    def _enqueue(self, job: _Job) -> asyncio.Future[Any]:
        """Append under the lock that the caller holds."""
        _tell(job.loop, "job_started")
        self._jobs.append(job)
        self._changed.notify()
        return job.future

    def _next(self) -> _Job | None:
        """The next job, or None when the worker is closed and nothing is left to release."""
        with self._changed:
            self._changed.wait_for(lambda: self._jobs or not self._open)
            return self._jobs.popleft() if self._jobs else None

    def _run(self) -> None:
        while (job := self._next()) is not None:
            if job.future.cancelled() and not job.needed:
                self._dropped += 1
                job.report(None, None)
                continue
            result: Any = None
            problem: BaseException | None = None
            _AT_WORK.job = job
            try:
                result = job.run()
            except StopIteration:  # no future can hold it, and whoever waits would wait for ever
                problem = RuntimeError(f"a call on {self.name} let a StopIteration escape")
            except BaseException as raised:  # noqa: BLE001 -- raised again where it is awaited
                problem = raised
            if isinstance(problem, Unwanted):
                self._dropped += 1
            else:
                self._done += 1
            job.report(result, problem)
            _AT_WORK.job = None
            del job, result, problem


def _here() -> tuple[asyncio.AbstractEventLoop, asyncio.Future[Any]]:
    loop = asyncio.get_running_loop()
    return loop, loop.create_future()


def _answered(problem: Exception | None) -> asyncio.Future[Any]:
    _, future = _here()
    if problem is None:
        future.set_result(None)
    else:
        future.set_exception(problem)
    return future


def _first(made: list[Iterator[T]], iterator: Iterator[T]) -> T | object:
    made.append(iterator)
    return next(iterator, _END)


def _close(made: list[Iterator[Any]]) -> None:
    """Close what was made, if it was made and can be closed."""
    for iterator in made:
        close = getattr(iterator, "close", None)
        if close is not None:
            close()


def _forget(future: asyncio.Future[Any]) -> None:
    """Give up a result; a failure that nobody asked for any more is not an error."""
    if not future.cancel() and not future.cancelled():
        future.exception()
