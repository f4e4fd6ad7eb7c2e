"""microWakeWord: streaming convolutional networks on 10 ms features; 0.4 % of a core for each word."""

from collections.abc import Sequence

from pymicro_wakeword import MicroWakeWord, MicroWakeWordFeatures, Model

from audio.frame import Samples
from models.errors import ModelMissing
from models.protocols import WakeScore
from models.window import pcm

WORDS = tuple(model.value for model in Model)
"""What the package carries."""


class MicroWake:
    """Wake detector; the score is the mean over the model's sliding window, as its cutoff expects."""

    def __init__(self, words: Sequence[str], threshold: float | None = None) -> None:
        """Listen for some of `WORDS`; `threshold` stands in for the models' own cutoffs.

        :raises ModelMissing: a word that the package does not carry.
        """
        for word in words:
            if word not in WORDS:
                raise ModelMissing(f"microwakeword has no wake word '{word}'; it knows: {', '.join(WORDS)}")
        self._features = MicroWakeWordFeatures()
        self._models = {word: MicroWakeWord.from_builtin(Model(word)) for word in words}
        self._threshold = threshold

    @property
    def words(self) -> tuple[str, ...]:
        """Ids of the words it listens for."""
        return tuple(self._models)

    def process(self, samples: Samples) -> Sequence[WakeScore]:
        """Best score per word of the windows that ended in this block; empty where none did."""
        features = list(self._features.process_streaming(pcm(samples).tobytes()))
        scores = []
        for word, model in self._models.items():
            best = max((model.process_streaming_prob(feature) or 0.0 for feature in features), default=0.0)
            if best > 0.0:
                scores.append(WakeScore(word, min(best, 1.0), self._threshold or model.probability_cutoff))
        return scores

    def reset(self) -> None:
        """Forget the sound so far."""
        self._features.reset()
        for model in self._models.values():
            model.reset()
