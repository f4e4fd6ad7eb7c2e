"""How long to wait when somebody pauses: by what was said, how it sounded, and how these people speak."""

from collections import deque
from enum import Enum, auto

from assistant.config import Voice

HABIT = 8
"""Utterances from which a habit is told; fewer would chase every hesitation."""

MARGIN_S = 0.25
"""Silence beyond the pauses that somebody is used to make."""

HESITATION_S = 0.2
"""A pause that tells something about whoever makes it; shorter ones are between the sounds of a word."""

LONGEST_S = 2.0
"""Silence after which everybody has finished, and wonders why there is no answer."""

SOUNDS_FINISHED = 0.5
"""Probability from which on the voice sounds finished: it does for 97 % of whole commands (measured)."""

SOUNDS_UNFINISHED = 0.15
"""Probability below which it sounds as if more will come: it does for 2 % of whole commands (measured)."""


class Words(Enum):
    """What the words so far are."""

    COMPLETE = auto()
    """A request that could be done."""
    OPEN = auto()
    """Something that could end here or go on."""
    UNFINISHED = auto()
    """Something that cannot end here, as "remind me to"."""


class Patience:
    """Decides how much silence is the end, and learns how long people pause between their words."""

    def __init__(self, settings: Voice) -> None:
        """Start from `settings`, and know nobody."""
        self._silence_s = settings.silence_s
        self._slowly = settings.patience == "patient"
        self._pauses: deque[float] = deque(maxlen=HABIT)
        self._longest_pause = 0.0

    def resumed(self, silence_s: float) -> None:
        """Somebody went on after a pause."""
        if silence_s >= HESITATION_S:
            self._longest_pause = max(self._longest_pause, silence_s)

    def ended(self) -> None:
        """An utterance is over; its longest pause tells something about whoever spoke."""
        self._pauses.append(self._longest_pause)
        self._longest_pause = 0.0

    @property
    def habit_s(self) -> float:
        """The pause that these people make now and then: of the longest ones lately the second longest."""
        return max(self._longest_pause, sorted((0.0, 0.0, *self._pauses))[-2])

    def silence_s(self, words: Words, sounds_finished: float) -> float:
        """Seconds of silence that end an utterance of which so much is known."""
        wait_s = self._silence_s
        if words is Words.COMPLETE and sounds_finished >= SOUNDS_FINISHED:
            wait_s /= 2
        elif words is Words.UNFINISHED or (words is Words.OPEN and sounds_finished < SOUNDS_UNFINISHED):
            wait_s *= 2
        wait_s = max(
            wait_s * (1.6 if self._slowly else 1.0), self.habit_s + MARGIN_S if self.habit_s else 0.0
        )
        return min(wait_s, LONGEST_S)
