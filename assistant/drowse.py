"""Drowse: while nobody speaks, frames reach the wake detector several at a time, since each visit costs."""

import numpy as np

from audio.frame import FRAME, RATE, Frame
from audio.level import decibels

TOGETHER = 8
"""Frames that come together in a quiet room: a quarter of a second."""

ALERT = 2 * RATE // FRAME
"""Frames behind the last loud one that come one by one: detectors are sure only a while after the word."""

ABOVE_DB = 6.0
"""How far above the room's own noise somebody who speaks is."""

RISE_DB = 6.0 * FRAME / RATE
"""How fast the room may seem to become louder: 6 dB in a second, so that steady noise is soon quiet."""


FAINT_DB = -72.0
"""No room is quieter than this; below it is only what the electronics do."""


class Drowse:
    """Holds back what is no louder than the room; nothing is lost, and speech is never late."""

    def __init__(self) -> None:
        self._waiting: list[Frame] = []
        self._floor_db = 0.0
        self._alert = ALERT

    def gather(self, frame: Frame, *, awake: bool) -> Frame | None:
        """Take a frame; everything since the last time as one, or None while it may wait.

        Frames never wait while somebody is `awake`.
        """
        self._waiting.append(frame)
        if awake or self._loud(frame) or len(self._waiting) >= TOGETHER:
            return self._all()
        return None

    def forget(self) -> None:
        """What waits does not go on with what comes next."""
        self._waiting.clear()

    def _loud(self, frame: Frame) -> bool:
        level_db = max(decibels(frame.samples), FAINT_DB)
        loud = level_db > self._floor_db + ABOVE_DB
        self._floor_db = min(level_db, self._floor_db + RISE_DB)
        self._alert = ALERT if loud else max(0, self._alert - 1)
        return self._alert > 0

    def _all(self) -> Frame:
        waiting, self._waiting = self._waiting, []
        if len(waiting) == 1:
            return waiting[0]
        return Frame(np.concatenate([frame.samples for frame in waiting]), waiting[0].start)
