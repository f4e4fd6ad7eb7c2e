"""Digital silence: tells a stream that has stalled from a microphone that is switched off."""

from audio.frame import RATE, Samples
from audio.level import sounds

STALLED = 3 * RATE
"""Samples without any sound in them after which a stream is not believed any more."""

HELPED = RATE
"""Samples within which a stream that was opened anew must sound, if opening it was what helped."""

AGAIN_S = 60.0
"""Seconds between two attempts to get sound out of a microphone that stays silent: it may be muted."""


class Hush:
    """What one microphone's silence means; it outlives its streams.

    A working microphone always hisses. One that falls digitally silent has stalled, and opening it anew
    helps; where that does not help it is muted, and is asked again only once a minute.
    """

    def __init__(self) -> None:
        self._silent = 0
        self._doubted_at: float | None = None
        self._proved = False
        self._trial = False
        self.muted = False
        """Whether it gives nothing but digital silence, also after it was opened anew."""

    def opened(self) -> None:
        """Begin with another stream of it."""
        self._silent = 0

    def doubts(self, samples: Samples, now: float) -> bool:
        """Take a frame that came at loop time `now`; whether the stream should be opened anew."""
        if sounds(samples):
            self._sounded()
            return False
        self._silent += len(samples)
        self._trial = self._trial and self._silent < HELPED
        if self._silent < STALLED:
            return False
        if self._doubted_at is None and not self._proved:
            self._doubted_at = now  # it was never heard: nothing says that it has stalled
        if self._doubted_at is not None and now - self._doubted_at < AGAIN_S:
            self.muted = True
            return False
        self._doubted_at, self._silent, self._trial = now, 0, not self.muted
        return True

    def _sounded(self) -> None:
        """What came back at once was mended by opening; what came by itself was only silent."""
        if self._trial:
            self._doubted_at = None
        self._proved, self._trial, self._silent, self.muted = True, False, 0, False
