"""Who keeps the timers: one process at a time, so that none overwrites what another has set."""

import logging
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from filelock import FileLock, Timeout

from assistant import paths
from assistant.errors import AssistantError

logger = logging.getLogger(__name__)


class AlreadyRuns(AssistantError):
    """Another Xiaoban of this user keeps the timers."""

    def __init__(self) -> None:
        super().__init__(
            "Xiaoban is running already; end the other one first (see: xiaoban service status)",
            "小伴已经在运行；请先结束那一个（查看：xiaoban service status）",
        )


@contextmanager
def keeping() -> Iterator[Path | None]:
    """The file of the timers, held against every other process; None while another one holds it.

    The system lets go of it when the process dies, however it dies.
    """
    file = paths.data_dir() / "timers.json"
    lock = FileLock(file.with_suffix(".lock"))
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
        lock.acquire(blocking=False)
    except Timeout:
        yield None
        return
    except OSError as problem:  # a full or read-only disk must not keep it from answering
        logger.warning("the timers cannot be held against other processes: %s", problem)
    try:
        yield file
    finally:
        lock.release()
