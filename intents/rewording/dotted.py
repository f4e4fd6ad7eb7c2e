"""Times of day that recognition writes with a dot: 6.20的闹钟."""

import re

_CALLS = re.compile("闹钟|闹铃|提醒|起床|叫我|叫醒|喊我")
"""What is said of a time of day, and of no length or price."""
_DOTTED = re.compile(
    r"(?<![\d.])(?P<hour>[01]?\d|2[0-4])\.(?P<minute>[0-5]\d)(?!\d|\.\d|[度元块斤米升万亿千公%])"
)


def undotted(text: str) -> str:
    """The text with its times of day as they are usually written."""
    return _DOTTED.sub(r"\g<hour>:\g<minute>", text) if _CALLS.search(text) else text
