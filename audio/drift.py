"""Drift: how much faster or slower than the computer's a sound card's clock runs."""

from audio.frame import RATE

WINDOW_S = 30.0
"""Seconds of which only the promptest frame counts: the others were late for reasons of their own."""


class Drift:
    """Follows one stream; a computer that is busy delays frames, and never delivers one early."""

    def __init__(self) -> None:
        self._first: tuple[float, float] | None = None
        self._last: tuple[float, float] | None = None
        self._best: tuple[float, float] | None = None
        self._until = 0.0

    @property
    def ppm(self) -> float | None:
        """Parts per million, positive for a fast card; None until it is known within some hundred."""
        if self._first is None or self._last is None or self._first == self._last:
            return None
        (began, early), (ended, late) = self._first, self._last
        return -1e6 * (late - early) / (ended - began)

    def feed(self, position: int, now: float) -> None:
        """The stream has delivered `position` samples at loop time `now`."""
        late = now - position / RATE
        if self._best is None:
            self._until = now + WINDOW_S
        if self._best is None or late < self._best[1]:
            self._best = now, late
        if now >= self._until:
            self._first, self._last, self._best = self._first or self._best, self._best, None
