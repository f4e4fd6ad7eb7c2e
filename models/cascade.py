"""Between a loose wake detector and a wake: when to listen once more, and how sure that must make us."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from audio.frame import RATE
from models.protocols import WakeScore
from models.wake.likeness import Likeness

SETTLING = RATE * 13 // 100
"""Samples from the first loose score to the check: in that time most scores have come to their top."""

AGAIN = RATE * 2 // 5
"""Samples after a check before the same word is checked again."""

CHECKS = 2
"""Of one occasion: a word that is slow to end needs a second, and a noise that sticks must not cost more."""

APART = RATE
"""Samples without a loose score that end an occasion; and after a wake, those that still belong to it."""

EASED = 0.5
"""Share of `WakeWord.likely` that is asked for where the detector is only just suspicious."""


@dataclass(frozen=True, slots=True)
class WakeWord:
    """A wake word, and what it takes to believe that it was said."""

    id: str
    """What the configuration calls it, for example `hey_jarvis`."""
    text: str
    """As the recogniser would write it."""
    language: str
    """ISO 639-1, of the text."""
    loose: float
    """Score of the detector from which on it is worth listening once more."""
    sure: float
    """Score from which on the detector's makers call it a wake."""
    likely: float
    """Mean log-probability per token that will do when the detector is sure; negative."""
    likeness: Likeness | None = None
    """What tells it from what sounds like it, where that was learned."""

    @property
    def names(self) -> tuple[str, ...]:
        """What it is recognised by in a text, folded: its last word, and its id's."""
        spoken = self.text.casefold().split()
        return tuple({name for name in (*spoken[-1:], self.id.rpartition("_")[2].casefold()) if name})

    @property
    def strict(self) -> "WakeWord":
        """The same where nobody verifies: the detector has to be sure."""
        return replace(self, loose=self.sure)

    def needed(self, score: float) -> float:
        """Mean log-probability to be reached: the weaker the detector's score, the nearer to 0."""
        sureness = (score - self.loose) / max(self.sure - self.loose, 1e-6)
        return self.likely * (EASED + (1 - EASED) * min(1.0, max(0.0, sureness)))


@dataclass(frozen=True, slots=True)
class Suspect:
    """What may have been a wake word, and is to be verified now."""

    word: WakeWord
    at: int
    """Position behind the best score, in samples: about where the word ended."""
    score: float
    """The detector's best."""

    def confirmed(self, log_probability: float) -> bool:
        """Whether what the verifier says makes it a wake."""
        return log_probability >= self.word.needed(self.score)


class _Occasion:
    """One time that a word seems to be said."""

    def __init__(self, word: WakeWord) -> None:
        self._word = word
        self.end()

    def end(self) -> None:
        """Nothing is suspected any more."""
        self._best = Suspect(self._word, 0, 0.0)
        self._since: int | None = None
        self._last = 0
        self._checked: int | None = None
        self._checks = 0

    @property
    def best(self) -> Suspect:
        """The likeliest end of the word."""
        return self._best

    def feed(self, end: int, score: float) -> None:
        """Take the score of the sound up to position `end`."""
        if self._since is not None and end - self._last > APART:
            self.end()
        if score < self._word.loose:
            return
        self._last = end
        self._since = end if self._since is None else self._since
        if score > self._best.score:
            self._best = Suspect(self._word, end, score)

    def due(self, end: int) -> Suspect | None:
        """What is to be verified now; asking for it counts as a check."""
        if self._since is None or self._checks >= CHECKS:
            return None
        settled = end - self._since >= SETTLING or self._best.score >= self._word.sure
        rested = self._checked is None or (end - self._checked >= AGAIN and self._last > self._checked)
        if not (settled and rested):
            return None
        self._checks += 1
        self._checked = end
        return self._best


class Cascade:
    """Watches the scores of several words; pure: scores in, suspects out."""

    def __init__(self, words: Iterable[WakeWord]) -> None:
        """Suspect only these; the scores of other words are not looked at."""
        self._occasions = {word.id: _Occasion(word) for word in words}
        self._deaf_until = 0

    def feed(self, end: int, scores: Sequence[WakeScore]) -> list[Suspect]:
        """Take a detector's scores of the sound up to position `end`; whom to verify now, likeliest first."""
        if end < self._deaf_until:
            return []
        heard = {score.word: score.score for score in scores}
        for word, occasion in self._occasions.items():
            occasion.feed(end, heard.get(word, 0.0))
        due = [suspect for occasion in self._occasions.values() if (suspect := occasion.due(end))]
        return sorted(due, key=lambda suspect: suspect.score - suspect.word.sure, reverse=True)

    def woken(self, suspect: Suspect) -> Suspect:
        """It was the word, as it is known by now: for a while the same sound does not wake again."""
        latest = self._occasions[suspect.word.id].best
        suspect = latest if latest.score > suspect.score else suspect
        self._deaf_until = suspect.at + APART
        self.reset()
        return suspect

    def reset(self) -> None:
        """Suspect nobody."""
        for occasion in self._occasions.values():
            occasion.end()
