"""Loop time that jumps over waiting, and stands still while a worker thread is busy."""

import asyncio
import selectors
from collections.abc import Callable, Coroutine, Mapping
from concurrent.futures import Executor
from typing import Any, TypeVar

T = TypeVar("T")
_Ready = list[tuple[selectors.SelectorKey, int]]


class _JumpingSelector(selectors.BaseSelector):
    """A selector that passes the time it was asked to wait to `jump` instead of waiting."""

    def __init__(self, busy: Callable[[], bool], jump: Callable[[float], None]) -> None:
        self._inner = selectors.DefaultSelector()
        self._busy = busy
        self._jump = jump

    def select(self, timeout: float | None = None) -> _Ready:
        """Ready files; jumps only when no thread is at work and nothing is ready."""
        if timeout is None or (timeout > 0 and self._busy()):
            return self._inner.select(None)  # a worker's result, or a signal, wakes us through the self-pipe
        ready = self._inner.select(0)
        if not ready and timeout > 0:
            self._jump(timeout)
        return ready

    def register(self, fileobj: Any, events: int, data: Any = None) -> selectors.SelectorKey:
        """As the real selector does."""
        return self._inner.register(fileobj, events, data)

    def unregister(self, fileobj: Any) -> selectors.SelectorKey:
        """As the real selector does."""
        return self._inner.unregister(fileobj)

    def get_map(self) -> Mapping[Any, selectors.SelectorKey]:
        """As the real selector does."""
        return self._inner.get_map()

    def close(self) -> None:
        """As the real selector does."""
        self._inner.close()


class VirtualLoop(asyncio.SelectorEventLoop):
    """An event loop whose time is virtual.

    A loop that merely jumps to the next timer overtakes running threads: the result would depend on how fast
    the machine is. So jobs are counted, and while one is pending time stands still.
    """

    def __init__(self) -> None:
        self._now = 0.0
        self._jobs = 0
        super().__init__(_JumpingSelector(lambda: self._jobs > 0, self._advance))

    def _advance(self, seconds: float) -> None:
        self._now += seconds

    def time(self) -> float:
        """Virtual seconds since the loop was made."""
        return self._now

    def job_started(self) -> None:
        """Hold the time: a thread works for us."""
        self._jobs += 1

    def job_ended(self) -> None:
        """Let the time go on, when it was the last job."""
        self._jobs -= 1

    def run_in_executor(  # type: ignore[override]  # typeshed spells the variadic arguments with TypeVarTuple
        self, executor: Executor | None, func: Callable[..., T], *args: Any
    ) -> asyncio.Future[T]:
        """As asyncio's, with the job counted."""
        self.job_started()
        future = super().run_in_executor(executor, func, *args)
        future.add_done_callback(lambda _: self.job_ended())
        return future


def run(main: Coroutine[Any, Any, T], *, virtual: bool = False) -> T:
    """Run to the end, in real time or in virtual time; of several failures the first is raised, unwrapped."""
    factory = VirtualLoop if virtual else None
    try:
        with asyncio.Runner(loop_factory=factory) as runner:
            return runner.run(main)
    except BaseExceptionGroup as failures:
        raise _first(failures) from failures


def _first(failure: BaseException) -> BaseException:
    """The cause inside task groups in task groups."""
    while isinstance(failure, BaseExceptionGroup):
        failure = failure.exceptions[0]
    return failure
