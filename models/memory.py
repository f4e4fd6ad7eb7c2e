"""How much memory there is, and which language model has room in it."""

from collections.abc import Iterator
from pathlib import Path

from models.store.weights import human

GROUP = Path("/sys/fs/cgroup")
MEMINFO = Path("/proc/meminfo")

PREFERRED = "qwen2.5-coder-1.5b"
SMALL = "smollm2-135m"

NEEDED = 1_900_000_000
"""Bytes for the preferred one (1.12 GB of weights, its context and its work space) and the other engines."""


def available_memory() -> int:
    """Bytes that can still be used: of the machine, or of the control group that limits us."""
    return min(_room(), default=NEEDED)


def pick_model(memory_bytes: int) -> tuple[str, str]:
    """The best language model for that much memory, and why."""
    free = human(memory_bytes)
    if memory_bytes >= NEEDED:
        return PREFERRED, f"{free} of memory are free"
    why = f"only {free} of memory are free, and {PREFERRED} needs {human(NEEDED)}; this one has no Chinese"
    return SMALL, why


def _room() -> Iterator[int]:
    for line in _text(MEMINFO).splitlines():
        if line.startswith("MemAvailable:"):
            yield int(line.split()[1]) * 1024
    limit, used = _text(GROUP / "memory.max").strip(), _text(GROUP / "memory.current").strip()
    if limit.isdigit() and used.isdigit():
        yield max(0, int(limit) - int(used))


def _text(path: Path) -> str:
    try:
        return path.read_text()
    except OSError:  # not Linux, or no control group: nothing is known from here
        return ""
