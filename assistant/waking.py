"""From sound to a wake: the detector at every frame, and the verifier where it is suspicious."""

import asyncio
import logging
from collections import deque
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

import numpy as np

from assistant.events import WakeRejected
from assistant.hosted import Hosted
from audio.frame import FRAME, RATE, Frame, Samples
from models.cascade import Cascade, Suspect, WakeWord
from models.errors import ModelError
from models.gate import Gate
from models.protocols import WakeDetector, WakeScore, WakeVerifier

logger = logging.getLogger(__name__)

Ignored = Callable[[WakeWord], bool]
"""Words that do not count now."""

KEPT = 2 * RATE // FRAME
"""Frames that a verifier may listen to."""

WAITING = 4
"""Suspects that may wait for the verifier; more means that it is too slow, and the oldest are past."""


@dataclass(frozen=True, slots=True)
class Called:
    """A wake word that was said."""

    word: str
    at: int
    """Position behind it, in samples."""
    score: float
    """The detector's."""


class Waking:
    """Hears wake words; the verifier works while the ear goes on listening."""

    def __init__(
        self,
        detector: Hosted[WakeDetector],
        verifier: Hosted[WakeVerifier] | None,
        words: Iterable[WakeWord],
        emit: Callable[[WakeRejected], None],
        gate: Gate | None = None,
    ) -> None:
        """Without a verifier, the detector must be sure; without a gate, it hears silence too."""
        self._detector = detector
        self._verifier = verifier
        self._cascade = Cascade(words if verifier else [word.strict for word in words])
        self._emit = emit
        self._gate = gate
        self._sound: deque[Samples] = deque(maxlen=KEPT)
        self._queue: deque[tuple[Suspect, Samples]] = deque()
        self._checking: tuple[Suspect, asyncio.Task[bool]] | None = None
        self.forgotten = 0
        """Suspected words that were not verified, because too many waited."""

    @property
    def busy(self) -> bool:
        """Whether it is not yet known if a word was said."""
        return self._checking is not None or bool(self._queue)

    async def hear(self, frame: Frame, ignored: Ignored) -> Called | None:
        """Take the next frame; the word that is now known to have been said, if any.

        Words that are `ignored` when they are suspected, or when they turn out to have been said, are none.

        :raises ModelError: the detector failed; where the verifier does, the detector's word is taken.
        """
        self._sound.append(frame.samples)
        scores = await self._scores(frame.samples)
        for suspect in self._cascade.feed(frame.end, scores):
            if not ignored(suspect.word):
                self._suspect(suspect)
        found = await self._next()
        return None if found is None or ignored(found.word) else self._wake(found)

    async def _scores(self, samples: Samples) -> Sequence[WakeScore]:
        """The gate is cheaper than the way to another thread, so that only a voice goes there."""
        heard = self._gate.let_through(samples) if self._gate else samples
        return await self._detector.worker.call(self._detector.engine.process, heard) if len(heard) else ()

    async def settle(self, ignored: Ignored) -> Called | None:
        """The same when no more sound comes: wait until it is known."""
        while self.busy:
            if self._checking is not None:
                await asyncio.wait([self._checking[1]])
            found = await self._next()
            if found is not None and not ignored(found.word):
                return self._wake(found)
        return None

    async def aclose(self) -> None:
        """Give up what is being verified."""
        self._queue.clear()
        checking, self._checking = self._checking, None
        if checking is not None:
            checking[1].cancel()
            await asyncio.wait([checking[1]])

    def _suspect(self, suspect: Suspect) -> None:
        if len(self._queue) >= WAITING:
            self._queue.popleft()
            self.forgotten += 1
        self._queue.append((suspect, np.concatenate(self._sound)))

    async def _next(self) -> Suspect | None:
        """Look after the verifier: its verdict, if there is one, and its next work."""
        if self._verifier is None:
            return self._queue.popleft()[0] if self._queue else None
        found = self._verdict()
        if found is None and self._checking is None and self._queue:
            suspect, sound = self._queue.popleft()
            self._checking = suspect, asyncio.create_task(self._verify(self._verifier, suspect, sound))
        return found

    def _verdict(self) -> Suspect | None:
        """The suspect that was confirmed just now."""
        if self._checking is None or not self._checking[1].done():
            return None
        (suspect, task), self._checking = self._checking, None
        return suspect if task.result() else None

    async def _verify(self, verifier: Hosted[WakeVerifier], suspect: Suspect, sound: Samples) -> bool:
        """Whether the suspect is confirmed."""
        word = suspect.word
        try:
            likelihood = await verifier.worker.call(
                verifier.engine.score, sound, word.text, word.language, word.likeness
            )
        except ModelError as problem:
            logger.warning("a wake word could not be verified: %s", problem)
            return suspect.score >= word.sure
        if suspect.confirmed(likelihood):
            return True
        self._emit(WakeRejected(suspect.at, word.id, round(suspect.score, 3), round(likelihood, 2)))
        return False

    def _wake(self, suspect: Suspect) -> Called:
        self._queue.clear()
        known = self._cascade.woken(suspect)
        return Called(known.word.id, known.at, round(known.score, 3))
