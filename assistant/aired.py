"""What we said ourselves lately, by the position in the sound that the ear hears."""

from collections import deque
from collections.abc import Callable
from dataclasses import dataclass

from audio.frame import RATE

KEPT_S = 40
"""Seconds that are remembered: longer than any utterance."""

ROOM = RATE // 2
"""Samples that the room, and devices that tell their delay wrongly, let our words last on."""


class Aired:
    """The words that were in the air; pure."""

    def __init__(self) -> None:
        self._said: deque[tuple[int, int, str]] = deque()

    def note(self, position: int, words: str) -> None:
        """`words`, perhaps none, are in the air at `position`."""
        if not words:
            return
        start = position
        if self._said and self._said[-1][2] == words:
            start = self._said.pop()[0]
        self._said.append((start, position, words))
        while self._said[0][1] < position - KEPT_S * RATE:
            self._said.popleft()

    def between(self, start: int, end: int) -> str:
        """What was in the air anywhere between two positions; empty where we were silent."""
        return " ".join(words for first, last, words in self._said if first <= end and last >= start - ROOM)


@dataclass(frozen=True, slots=True)
class OwnVoice:
    """What is in the air from ourselves."""

    words: Callable[[], str] = lambda: ""
    """What we are saying now."""
    sounding: Callable[[], bool] = lambda: False
    """Whether speech over our voice is to be followed."""


SILENT = OwnVoice()
