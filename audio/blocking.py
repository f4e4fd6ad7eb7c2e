"""Calls into a library that may block for ever, kept off the event loop and in turn."""

import asyncio
import threading
from collections.abc import Callable
from concurrent.futures import Future
from functools import partial
from typing import TypeVar

T = TypeVar("T")

_FOR_EVER = -1.0
"""Seconds to wait for one's turn when the work must be done some time, as closing must."""


class Blocking:
    """One call at a time, each in a daemon thread, so that one that never returns holds up nobody's exit.

    An executor would not do: the interpreter waits for its threads.
    """

    def __init__(self) -> None:
        self.turn = threading.Lock()
        """Held by whoever calls the library now."""

    async def call(
        self, work: Callable[[], T], *, patience_s: float, undo: Callable[[T], object] | None = None
    ) -> T:
        """What `work` returns; with `undo`, it is undone when nobody waits for it any more.

        Work without `undo` is done some time, even when nobody waits.

        :raises TimeoutError: it has not come back within `patience_s`.
        """
        job: Future[T] = Future()
        job.set_running_or_notify_cancel()  # from now on it cannot be cancelled, only abandoned
        self._start(work, job, patience_s if undo else _FOR_EVER)
        try:
            async with asyncio.timeout(patience_s):
                return await asyncio.wrap_future(job)
        except (TimeoutError, asyncio.CancelledError):
            if undo:
                job.add_done_callback(partial(self._tidy, undo))
            raise

    def _tidy(self, undo: Callable[[T], object], late: "Future[T]") -> None:
        if late.exception() is None:
            self._start(partial(undo, late.result()), Future(), _FOR_EVER)

    def _start(self, work: Callable[[], T], job: "Future[T]", turn_s: float) -> None:
        threading.Thread(target=self._work, args=(work, job, turn_s), name="blocking", daemon=True).start()

    def _work(self, work: Callable[[], T], job: "Future[T]", turn_s: float) -> None:
        if not self.turn.acquire(timeout=turn_s):
            return  # another call is stuck, and nobody waits for this one any more
        try:
            job.set_result(work())
        except Exception as problem:  # noqa: BLE001  # handed to whoever awaits the job
            job.set_exception(problem)
        finally:
            self.turn.release()
