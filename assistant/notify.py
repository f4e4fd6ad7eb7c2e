"""Tells systemd how the daemon is: sd_notify(3), silent where nothing listens."""

import os
import socket


def notify(**fields: str | int) -> bool:
    """Send `NAME=value` fields to the service manager, such as `READY=1`; whether it was there to take them.

    Source: sd_notify(3), "Notes": one datagram, fields on lines, `@` for an abstract socket.
    """
    address = os.environ.get("NOTIFY_SOCKET", "")
    if not address.startswith(("/", "@")):
        return False
    message = "\n".join(f"{name}={value}" for name, value in fields.items())
    with socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM | socket.SOCK_CLOEXEC) as manager:
        manager.setblocking(False)  # a manager that does not read must not stop the pipeline
        try:
            manager.sendto(message.encode(), "\0" + address[1:] if address[0] == "@" else address)
        except OSError:
            return False
    return True


def ready(status: str) -> bool:
    """The daemon listens; `status` is one line for `systemctl status`."""
    return notify(READY=1, STATUS=status)


def status(line: str) -> bool:
    """One line for `systemctl status`."""
    return notify(STATUS=line)


def alive() -> bool:
    """Feed the watchdog; only for who has just heard the microphone."""
    return notify(WATCHDOG=1)


def stopping() -> bool:
    """The daemon is on its way out."""
    return notify(STOPPING=1)


def watchdog_s() -> float | None:
    """Seconds within which `alive` must be called again; nothing when no watchdog waits for this process.

    Source: sd_watchdog_enabled(3).
    """
    microseconds, pid = os.environ.get("WATCHDOG_USEC", ""), os.environ.get("WATCHDOG_PID")
    if not microseconds.isdecimal() or (pid is not None and pid != str(os.getpid())):
        return None
    return int(microseconds) / 1e6 or None
