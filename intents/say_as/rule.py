"""A step from written to spoken: what to look for, and how it is said."""

import re
from collections.abc import Callable

Rule = tuple[re.Pattern[str], Callable[[re.Match[str]], str]]


def rule(pattern: str, say: Callable[[re.Match[str]], str], flags: int = 0) -> Rule:
    """Compile one."""
    return re.compile(pattern, flags), say
