"""How likely a sentence is where people speak to a home: which character follows which."""

import math
from collections import defaultdict
from collections.abc import Iterable
from functools import cached_property

BEGIN, END = "^", "$"
_ORDER = 4
"""Characters that are counted together."""
_SMOOTH = 1.5
"""Times that what was never counted counts as seen."""
_SIGNS = 6_000
"""Characters that there may be."""
_REMEMBERED = 100_000
"""Probabilities that are kept, so that they are reckoned once: some ten megabytes."""


class Likely:
    """Counts of neighbouring characters, each smoothed by those of shorter runs."""

    def __init__(self, sentences: Iterable[tuple[str, float]]) -> None:
        """Count the sentences, each with its weight."""
        self._counts: dict[str, dict[str, float]] = defaultdict(lambda: defaultdict(float))
        for text, weight in sentences:
            self._count(BEGIN + text + END, weight)
        self._sums = {before: sum(counts.values()) for before, counts in self._counts.items()}
        self._known: dict[str, float] = {}

    @cached_property
    def signs(self) -> tuple[str, ...]:
        """Every character that was counted."""
        return tuple(sign for sign in self._counts[""] if sign != END)

    def log(self, before: str, sign: str) -> float:
        """Log-probability of a character behind those `before` it."""
        key = before[1 - _ORDER :] + sign
        if key not in self._known:
            if len(self._known) >= _REMEMBERED:
                self._known.clear()
            self._known[key] = math.log(self._probability(key[:-1], sign))
        return self._known[key]

    def sentence(self, text: str) -> float:
        """Log-probability of a whole sentence."""
        whole = BEGIN + text + END
        return sum(self.log(whole[:place], whole[place]) for place in range(1, len(whole)))

    def _count(self, text: str, weight: float) -> None:
        for place in range(1, len(text)):
            for start in range(max(0, place + 1 - _ORDER), place + 1):
                self._counts[text[start:place]][text[place]] += weight

    def _probability(self, before: str, sign: str) -> float:
        shorter = self._probability(before[1:], sign) if before else 1 / _SIGNS
        if before not in self._sums:
            return shorter
        return (self._counts[before].get(sign, 0.0) + _SMOOTH * shorter) / (self._sums[before] + _SMOOTH)
