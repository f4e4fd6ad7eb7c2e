"""The way in, also as `python -m assistant`: nothing is imported before Ctrl-C is taken care of."""

import signal
import sys


def main() -> None:
    """Entry point of the console script; always leaves by `SystemExit` or an exception nobody foresaw."""
    try:
        from assistant.cli import main as command_line  # noqa: PLC0415  # importing takes a while, too

        command_line()
    except KeyboardInterrupt:
        sys.exit(130)
    finally:
        signal.signal(signal.SIGINT, signal.SIG_IGN)  # an impatient second Ctrl-C finds us leaving already


if __name__ == "__main__":
    main()
