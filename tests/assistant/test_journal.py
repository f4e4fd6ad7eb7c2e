"""What the log looks like to a person and to a program."""

import io
import json
import logging
import sys
from collections.abc import Iterator

import pytest

from assistant import journal

LOG = logging.getLogger("assistant.test")


class Terminal(io.StringIO):
    """A stderr that somebody looks at."""

    def isatty(self) -> bool:
        return True


@pytest.fixture(autouse=True)
def tidy(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """The journal belongs to the process; here it gives back what it took."""
    monkeypatch.delenv("JOURNAL_STREAM", raising=False)
    monkeypatch.setattr(logging.getLogger(), "handlers", list(logging.getLogger().handlers))
    rooms = [logging.getLogger(name) for name in ("", "assistant", "audio", "intents", "models")]
    before = [room.level for room in rooms]
    for room in rooms:
        room.setLevel(logging.NOTSET)
    yield
    for room, level in zip(rooms, before, strict=True):
        room.setLevel(level)


def written(
    monkeypatch: pytest.MonkeyPatch, stderr: io.StringIO, level: journal.Level = "info"
) -> io.StringIO:
    monkeypatch.setattr(sys, "stderr", stderr)
    journal.open_journal(level)
    return stderr


def test_a_person_reads_plain_lines(monkeypatch: pytest.MonkeyPatch) -> None:
    stderr = written(monkeypatch, Terminal())
    LOG.warning("the microphone is gone", extra={"device": "Headset", "after_s": 2})
    assert stderr.getvalue() == "warning: the microphone is gone (device=Headset, after_s=2)\n"


def test_the_service_journal_gets_json_lines_even_on_a_terminal(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("JOURNAL_STREAM", "8:1234")
    stderr = written(monkeypatch, Terminal())
    LOG.info("听到了 %s", "唤醒词", extra={"score": 0.9})
    line = json.loads(stderr.getvalue())
    assert (line["level"], line["logger"], line["message"], line["score"]) == (
        "info",
        "assistant.test",
        "听到了 唤醒词",
        0.9,
    )
    assert line["time"].endswith("+00:00")


def test_a_traceback_stays_inside_its_line(monkeypatch: pytest.MonkeyPatch) -> None:
    stderr = written(monkeypatch, io.StringIO())
    try:
        int("broken")
    except ValueError:
        LOG.exception("a turn failed")
    (line,) = stderr.getvalue().splitlines()
    assert "ValueError: invalid literal" in json.loads(line)["traceback"]


def test_it_is_quiet_unless_asked(monkeypatch: pytest.MonkeyPatch) -> None:
    stderr = written(monkeypatch, io.StringIO(), "warning")
    LOG.info("all is well")
    logging.getLogger("some.library").warning("chatter")
    assert stderr.getvalue() == ""


def test_opening_it_again_changes_the_level_and_writes_each_line_once(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    stderr = written(monkeypatch, io.StringIO(), "warning")
    journal.open_journal("debug")
    LOG.debug("now it talks")
    assert len(stderr.getvalue().splitlines()) == 1


def test_debug_on_the_command_line_outlasts_the_configured_level(monkeypatch: pytest.MonkeyPatch) -> None:
    stderr = written(monkeypatch, io.StringIO(), "debug")
    journal.open_journal("warning")
    LOG.debug("still talking")
    assert "still talking" in stderr.getvalue()
