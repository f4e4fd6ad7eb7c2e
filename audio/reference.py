"""What our own speaker played lately, on the loop's clock: the reference of an echo canceller."""

from collections import deque

import numpy as np

from audio.frame import RATE, Samples
from audio.resample import Resampler
from audio.ring import Ring

RING_S = 6.0
"""Seconds kept: as long as a microphone may be read late, and more."""

JUMP_S = 0.05
"""Seconds by which the speaker's clock may be off before it counts as interrupted."""

TRUST = 0.02
"""Share of what the speaker's clock is off that is believed at each block: single blocks are told late."""

SLIP = RATE // 100
"""Samples that a reading may be off before it is aligned anew, which an echo canceller has to get over."""

LEAD = RATE * 6 // 100
"""Samples that a reading runs ahead of the clock where so many are known: no echo may come before its sound,
however wrongly a device tells its delay."""

MARGIN = RATE // 25
"""Samples that are left unread, because speakers fetch blocks of up to 40 ms."""

TAIL_S = 0.6
"""Seconds that the room may go on sounding after us."""


class Tap:
    """Where one speaker notes what it plays, from a thread of its own."""

    def __init__(self, rate: int) -> None:
        """A speaker of `rate` hertz."""
        self.rate = rate
        self.ring = Ring(round(rate * RING_S))
        self.mark: tuple[int, float] = (0, 0.0)
        """A number of samples, and the loop time at which so many have sounded."""

    def note(self, block: Samples, at: float) -> None:
        """`block` begins to sound at loop time `at`; copies and returns."""
        self.ring.write(block)
        self.mark = self.ring.written, at + len(block) / self.rate


class Reference:
    """One timeline of what sounds, whatever speaker plays it; one reader."""

    def __init__(self) -> None:
        self._timeline = _Timeline(Tap(RATE))

    def tap(self, rate: int) -> Tap:
        """For a speaker that begins to play; it takes the place of the one before. From any thread."""
        tap = Tap(rate)
        self._timeline = _Timeline(tap)
        return tap

    def sounded(self, until: float, count: int) -> Samples | None:
        """The `count` samples that sound up to loop time `until`, or up to `LEAD` later, the same all along.

        None when nothing sounded for a while.
        """
        return self._timeline.sounded(until, count)


class _Timeline:
    """What one speaker played, at `RATE`."""

    def __init__(self, tap: Tap) -> None:
        self._tap = tap
        self._resampler = Resampler(tap.rate, RATE)
        self._block: Samples = np.zeros(tap.rate // 10, np.int16)
        self._sound: deque[Samples] = deque()
        self._start = self._end = 0  # of `_sound`, in samples at RATE since the speaker began
        self._next: int | None = None
        self._lead = 0
        self._zero: float | None = None  # loop time of sample 0
        self._loud_until = -RING_S * RATE

    def sounded(self, until: float, count: int) -> Samples | None:
        """As the reference's."""
        self._follow()
        if self._zero is None:
            return None
        start = round((until - self._zero) * RATE) - count
        silent = start > self._loud_until + TAIL_S * RATE
        first = None if silent else self._next
        if first is None or abs(first - self._lead - start) > SLIP or first + count > self._end:
            self._lead = max(0, min(LEAD, self._end - start - count - MARGIN))
            first = start + self._lead
        self._next = first + count
        return None if silent else self._cut(first, first + count)

    def _follow(self) -> None:
        """Take in what was played since."""
        tap, (written, at) = self._tap, self._tap.mark
        while tap.ring.waiting:
            missed = tap.ring.dropped
            read = self._block[: tap.ring.read(self._block)]
            if tap.ring.dropped != missed:  # nobody read for long, so that nothing of it is wanted either
                self._skip(tap.ring.position - len(read))
            self._keep(self._resampler.process(read.copy()))
        if written:
            self._set_clock(at - written / tap.rate)

    def _skip(self, position: int) -> None:
        self._resampler.reset()
        self._sound.clear()
        self._start = self._end = position * RATE // self._tap.rate

    def _set_clock(self, zero: float) -> None:
        if self._zero is None or abs(zero - self._zero) > JUMP_S:
            self._zero = zero
        else:
            self._zero += TRUST * (zero - self._zero)

    def _keep(self, samples: Samples) -> None:
        if not len(samples):
            return
        self._sound.append(samples)
        self._end += len(samples)
        if samples.any():
            self._loud_until = self._end
        while self._sound and self._start + len(self._sound[0]) < self._end - RING_S * RATE:
            self._start += len(self._sound.popleft())

    def _cut(self, start: int, end: int) -> Samples:
        """Samples `start` to `end`; silence where none are known."""
        found, at = np.zeros(end - start, np.int16), self._start
        for piece in self._sound:
            first, last = max(start, at), min(end, at + len(piece))
            if first < last:
                found[first - start : last - start] = piece[first - at : last - at]
            at += len(piece)
        return found
