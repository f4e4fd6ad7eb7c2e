"""What the daemon tells systemd, over real datagram sockets."""

import os
import socket
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from assistant import notify


@pytest.fixture(params=["path", "abstract"])
def manager(
    request: pytest.FixtureRequest, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> Iterator[socket.socket]:
    name = str(tmp_path / "notify") if request.param == "path" else f"@xiaoban-test-{os.getpid()}"
    with closing(socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM)) as listener:
        listener.settimeout(5)
        listener.bind(name.replace("@", "\0", 1) if name.startswith("@") else name)
        monkeypatch.setenv("NOTIFY_SOCKET", name)
        yield listener


def test_ready_arrives_with_its_status_line(manager: socket.socket) -> None:
    assert notify.ready("listening for hey_jarvis")
    assert manager.recv(4096) == b"READY=1\nSTATUS=listening for hey_jarvis"


def test_a_whole_life_is_told_in_order(manager: socket.socket) -> None:
    assert all((notify.ready("up"), notify.alive(), notify.status("小伴在听"), notify.stopping()))
    told = [manager.recv(4096).decode() for _ in range(4)]
    assert told == ["READY=1\nSTATUS=up", "WATCHDOG=1", "STATUS=小伴在听", "STOPPING=1"]


def test_without_systemd_nothing_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("NOTIFY_SOCKET", raising=False)
    assert not notify.ready("up")


@pytest.mark.parametrize("address", ["", "vsock:2:1", "/nowhere/at/all", "@nobody-listens-here"])
def test_a_manager_that_is_gone_does_not_stop_the_daemon(
    address: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("NOTIFY_SOCKET", address)
    assert not notify.alive()


def test_a_manager_that_does_not_read_does_not_block(manager: socket.socket) -> None:
    results = [notify.alive() for _ in range(5000)]
    assert results[0]
    assert not results[-1]


@pytest.mark.parametrize(
    ("microseconds", "pid", "seconds"),
    [
        ("30000000", None, 30.0),
        ("30000000", str(os.getpid()), 30.0),
        ("30000000", "1", None),
        ("", None, None),
        ("soon", None, None),
        ("0", None, None),
    ],
)
def test_the_watchdog_waits_for_the_process_it_was_started_for(
    microseconds: str, pid: str | None, seconds: float | None, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("WATCHDOG_USEC", microseconds)
    monkeypatch.delenv("WATCHDOG_PID", raising=False)
    if pid is not None:
        monkeypatch.setenv("WATCHDOG_PID", pid)
    assert notify.watchdog_s() == seconds
