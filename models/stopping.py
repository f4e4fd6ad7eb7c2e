"""Hears words of stopping over our own voice: "stop", "be quiet", 停, 别说了 and others like them."""

from collections.abc import Sequence
from importlib.resources import files
from pathlib import Path

from audio.frame import RATE, Samples
from models.learned_word import FACTS, read_facts
from models.protocols import Transcript
from models.textwake import TextWake

APART = RATE
"""Samples after a word that still belong to it."""


class StopWords:
    """Stop detector: small networks on the speech embedding, a few for each word; 9 % of a core."""

    def __init__(self, directories: Sequence[Path]) -> None:
        """Load the words. Raises what `TextWake` raises."""
        self._facts = {facts.id: facts for facts in map(read_facts, directories)}
        self._detector = TextWake(directories)
        self._deaf = 0

    def process(self, samples: Samples) -> Transcript | None:
        """The surest of the words that ended in this block, if any."""
        self._deaf = max(0, self._deaf - len(samples))
        heard = [each for each in self._detector.process(samples) if self._believed(each.word, each.score)]
        if self._deaf or not heard:
            return None
        self._deaf, best = APART, max(heard, key=lambda each: each.score)
        return Transcript(self._facts[best.word].text, self._facts[best.word].language, best.score)

    def reset(self) -> None:
        """Forget the sound so far."""
        self._detector.reset()
        self._deaf = 0

    def _believed(self, word: str, score: float) -> bool:
        return score >= self._facts[word].sure


def shipped() -> StopWords | None:
    """Listens for the words that come with the product, each kind its own; None where they are missing.

    :raises ModelDamaged: their files are not what was written.
    """
    shelf = Path(str(files("models").joinpath("data/stop")))
    words = sorted(found.parent for found in shelf.glob(f"*/{FACTS}"))
    return StopWords(words) if words else None
