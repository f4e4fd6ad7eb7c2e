"""Several wake detectors that listen as one, so that every word may have the engine that knows it."""

from collections.abc import Sequence

from audio.frame import Samples
from models.protocols import WakeDetector, WakeScore


class Several:
    """Wake detector made of others; a word should belong to only one of them."""

    def __init__(self, detectors: Sequence[WakeDetector]) -> None:
        """Listen with all of these."""
        self._detectors = tuple(detectors)

    @property
    def words(self) -> tuple[str, ...]:
        """Ids of all words."""
        return tuple(word for detector in self._detectors for word in detector.words)

    def process(self, samples: Samples) -> Sequence[WakeScore]:
        """What each makes of the block."""
        return [score for detector in self._detectors for score in detector.process(samples)]

    def reset(self) -> None:
        """Forget the sound so far."""
        for detector in self._detectors:
            detector.reset()
