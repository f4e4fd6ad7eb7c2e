"""The log: plain lines on a terminal, JSON lines for the service's journal; quiet unless asked."""

import json
import logging
import os
import sys
import warnings
from datetime import UTC, datetime
from typing import Literal

Level = Literal["debug", "info", "warning", "error"]

_ROOMS = ("assistant", "audio", "intents", "models")
_STANDARD = frozenset(vars(logging.makeLogRecord({}))) | {"message", "asctime"}


def fields(record: logging.LogRecord) -> dict[str, object]:
    """What the caller passed as `extra`."""
    return {key: value for key, value in vars(record).items() if key not in _STANDARD}


class JsonLines(logging.Formatter):
    """One JSON object a line; `extra` fields stand beside the message."""

    def format(self, record: logging.LogRecord) -> str:
        """The line, without its end."""
        line: dict[str, object] = {
            "time": datetime.fromtimestamp(record.created, UTC).isoformat(timespec="milliseconds"),
            "level": record.levelname.lower(),
            "logger": record.name,
            "message": record.getMessage(),
            **fields(record),
        }
        if record.exc_info:
            line["traceback"] = self.formatException(record.exc_info)
        return json.dumps(line, ensure_ascii=False, default=str)


class Plain(logging.Formatter):
    """`warning: message (key=value)`, as a person reads it."""

    def format(self, record: logging.LogRecord) -> str:
        """The line, without its end."""
        extra = ", ".join(f"{key}={value}" for key, value in fields(record).items())
        line = f"{record.levelname.lower()}: {record.getMessage()}" + (f" ({extra})" if extra else "")
        return f"{line}\n{self.formatException(record.exc_info)}" if record.exc_info else line


def open_journal(level: Level) -> None:
    """Send our rooms' logs to stderr from `level` on; libraries only when they fail.

    At `debug` their warnings too. Safe to call again; once opened at `debug` it stays there, since somebody
    asked for that on the command line.
    """
    if logging.getLogger(_ROOMS[0]).level == logging.DEBUG:
        level = "debug"
    for_people = sys.stderr.isatty() and "JOURNAL_STREAM" not in os.environ
    handler = logging.StreamHandler(sys.stderr)
    handler.setFormatter(Plain() if for_people else JsonLines())
    root = logging.getLogger()
    root.handlers[:] = [handler]
    root.setLevel(logging.ERROR if level != "debug" else logging.WARNING)
    for room in _ROOMS:
        logging.getLogger(room).setLevel(level.upper())
    if level != "debug" and not sys.warnoptions:
        warnings.simplefilter("ignore")
