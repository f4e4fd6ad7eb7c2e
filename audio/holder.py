"""Who holds a sound card: ALSA tells which process has opened it."""

from pathlib import Path

PROC = Path("/proc")


def holders(proc: Path = PROC) -> tuple[str, ...]:
    """Programs that capture from a card of their own now, as `name (pid)`; none where nothing is known.

    Source: Linux, sound/core/pcm.c, `owner_pid` in /proc/asound/card*/pcm*c/sub*/status.
    """
    found = (_owner(status, proc) for status in sorted(proc.glob("asound/card*/pcm*c/sub*/status")))
    return tuple(dict.fromkeys(owner for owner in found if owner))


def _owner(status: Path, proc: Path) -> str | None:
    for line in _text(status).splitlines():
        key, _, value = line.partition(":")
        if key.strip() == "owner_pid" and value.strip().isdecimal():
            pid = value.strip()
            name = _text(proc / pid / "comm").strip()
            return f"{name} ({pid})" if name else f"({pid})"
    return None


def _text(path: Path) -> str:
    try:
        return path.read_text()
    except OSError:  # it has ended meanwhile, or is not for us to read
        return ""
