"""Whether a wake word was said, by the recogniser's forced alignment of its text to the sound."""

from audio.frame import RATE, Samples
from models.wake.likeness import Likeness, Said, clearness
from models.whisper import Whisper
from models.window import pcm

HEARD = round(1.9 * RATE)
"""Samples it listens to, the last ones: a wake word, and the detector's delay behind it."""

WINDOW_S = 4.0
"""Seconds that the recogniser is given, silence behind the sound."""


class WhisperVerifier:
    """Wake verifier over a recogniser that is loaded already; call it on that one's thread."""

    def __init__(self, whisper: Whisper) -> None:
        """Share the recogniser's weights."""
        self._whisper = whisper

    def score(self, samples: Samples, text: str, language: str, likeness: Likeness | None = None) -> float:
        """Mean log-probability per token of `text` in the end of the sound; -0.1 is sure, -10 another word.

        :raises EngineFailed: a text without words, or a language that the recogniser does not know.
        """
        heard = pcm(samples)[-HEARD:]
        said = self.said(heard, text, language)
        return said.likelihood + (likeness.adds(said, clearness(heard)) if likeness else 0.0)

    def said(self, samples: Samples, text: str, language: str) -> Said:
        """What a likeness is learned from. Raises what `score` raises."""
        return self._whisper.said(pcm(samples)[-HEARD:], text, language, WINDOW_S)
