"""Attention: from the moment somebody may speak to us until what they said is complete."""

from collections import deque
from collections.abc import Iterable
from dataclasses import dataclass, replace

import numpy as np

from audio.endpoint import Endpointer, SpeechEvent, SpeechStarted
from audio.frame import RATE, Frame, Samples
from audio.quiet import quietest

LEAD = RATE // 4
"""Samples kept in front of the first speech: a voice detector is sure only some windows into a word, and a
wake word is recognised up to about this long after its end (measured)."""

BREATH = RATE // 50
"""Samples (20 ms) in one look for the gap between the wake word and the request."""

BREATH_WITHIN = RATE * 6 // 10
"""Samples from the start of the utterance within which that gap is looked for."""

QUIET = 0.1
"""Share of the loudest look below which a look is a gap and not a soft consonant."""

TRAIL = RATE // 4
"""Samples kept behind the last speech."""


@dataclass(frozen=True, slots=True, eq=False)
class Utterance:
    """What somebody said, from the first to the last sound of it."""

    samples: Samples
    start: int
    """Position of the first sample."""
    end: int
    """Position behind the last speech."""
    decided: int
    """Position at which the endpointer was sure; for a pause, where the pause was noticed."""
    after_wake: bool
    """Whether it followed the wake word directly."""

    def lately(self, seconds: float) -> "Utterance":
        """The end of it."""
        samples = self.samples[-round(seconds * RATE) :]
        return replace(self, samples=samples, start=self.start + len(self.samples) - len(samples))


class Attention:
    """Gathers one utterance; pure: frames and their speech probabilities in, news out."""

    def __init__(
        self, endpointer: Endpointer, opened: int, wait: int, before: Iterable[Frame], *, after_wake: bool
    ) -> None:
        """Listen from position `opened`, for `wait` samples at most; `before` is pre-roll."""
        endpointer.reset(opened)
        self._endpointer = endpointer
        self._opened = opened
        self._deadline = opened + wait
        self._after_wake = after_wake
        self._frames: deque[Frame] = deque(before)
        self._start: int | None = None

    @property
    def speaking(self) -> bool:
        """Whether speech has begun and not yet ended."""
        return self._start is not None

    def hear(self, frame: Frame, probability: float) -> SpeechEvent | None:
        """Take the next frame; the news in it, if any."""
        self._frames.append(frame)
        news = self._follow(probability, len(frame.samples))
        if self._start is None:
            self._forget(frame.end - 2 * RATE)
        return news

    def judge(self, at: int, silence_s: float) -> None:
        """Let so much silence behind position `at` be the end, unless the voice goes on."""
        self._endpointer.judge(at, silence_s)

    def miss(self, samples: int) -> SpeechEvent | None:
        """Sound was lost: silence as far as positions go, which may have been the end; the news in it."""
        return self._follow(0.0, samples)

    def _follow(self, probability: float, samples: int) -> SpeechEvent | None:
        news = None
        for event in self._endpointer.feed(probability, samples):
            if isinstance(event, SpeechStarted):
                self._start = max(self._opened - LEAD, event.at - LEAD)
            news = event
        return news

    def expired(self, position: int) -> bool:
        """Whether nobody has spoken in time."""
        return self._start is None and position >= self._deadline

    def utterance(self, end: int, decided: int) -> Utterance:
        """What was said up to `end`."""
        start = self._start if self._start is not None else self._opened
        samples = _between(self._frames, start, min(end + TRAIL, decided))
        cut = breath(samples[:BREATH_WITHIN]) if self._after_wake and start < self._opened else 0
        return Utterance(samples[cut:], start + cut, end, decided, self._after_wake)

    def part(self, at: int, silence: int) -> Utterance:
        """What was said up to `at`, now done with; without a pause there, up to a quiet place before."""
        start = self._start if self._start is not None else self._opened
        end = at if silence else start + quietest(_between(self._frames, start, at), at - start)
        part = self.utterance(end, end + silence // 2)
        self._start = part.start + len(part.samples)
        self._forget(self._start)
        return part

    def _forget(self, before: int) -> None:
        while self._frames and self._frames[0].end < before:
            self._frames.popleft()


def breath(samples: Samples) -> int:
    """Where the wake word ends and the request begins: in the quietest place, if there is a quiet one.

    The end of the wake word in front of a request misleads recognition; cutting into the request would too.
    """
    blocks = samples[: len(samples) - len(samples) % BREATH].reshape(-1, BREATH).astype(np.float64)
    if len(blocks) < 3:
        return 0
    loudness = np.sqrt(np.mean(np.square(blocks), axis=1))
    quietest = int(np.argmin(loudness))
    return quietest * BREATH if loudness[quietest] < QUIET * loudness.max() else 0


def _between(frames: Iterable[Frame], start: int, end: int) -> Samples:
    """Samples of positions `start` to `end`, as far as they were captured; a gap is closed, not filled."""
    parts = [
        frame.samples[max(0, start - frame.start) : max(0, end - frame.start)]
        for frame in frames
        if frame.end > start and frame.start < end
    ]
    return np.concatenate(parts) if parts else np.zeros(0, dtype=np.int16)
