"""Letters to phonemes by the espeak-ng that piper-tts carries, for Piper and for Kokoro's western words."""

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache

from piper.phonemize_espeak import ESPEAK_DATA_DIR, EspeakPhonemizer

_LOCK = threading.Lock()
"""espeak-ng is one per process: its language is global."""

VOICES = {"en": "en-us", "it": "it"}
"""ISO 639-1 to espeak-ng's name of the language; others are called as they are."""

JOINED = {
    "tʃ": "ʧ", "dʒ": "ʤ", "ts": "ʦ", "dz": "ʣ", "aɪ": "I", "aʊ": "W", "eɪ": "A", "oʊ": "O",
    "əʊ": "Q", "ɔɪ": "Y",
}  # fmt: skip
"""Pairs that Kokoro's alphabet writes as one sign (source: misaki, EspeakG2P)."""

AMERICAN = {
    "ɚ": "əɹ", "ɜːɹ": "ɜɹ", "ɜː": "ɜɹ", "ɪə": "iə", "ː": "", "r": "ɹ", "x": "k", "ç": "k", "ɐ": "ə", "ɬ": "l",
    "ɾ": "T", "ʔ": "t", "ʲ": "", "\u0303": "", "\u0329": "",
}  # fmt: skip
"""What Kokoro learned American English with (source: misaki, EspeakFallback)."""


@contextmanager
def espeak() -> Iterator[None]:
    """Have espeak-ng to oneself; whoever holds it sets the language first."""
    with _LOCK:
        yield


def phonemes(text: str, language: str) -> list[list[str]]:
    """IPA signs for each sentence, decomposed, with punctuation."""
    with espeak():
        return _phonemizer().phonemize(VOICES.get(language, language), text)


@cache
def _phonemizer() -> EspeakPhonemizer:
    """Made on first use: it reads espeak-ng's data."""
    return EspeakPhonemizer(ESPEAK_DATA_DIR)


def kokoro_phonemes(text: str, language: str) -> str:
    """The text in Kokoro's alphabet."""
    written = " ".join("".join(sentence) for sentence in phonemes(text, language)).strip()
    signs = written.replace("c\u0327", "ç").replace("-", "")
    # Stress stands between no pair that belongs together, so plain replacement is safe.
    for old, new in (JOINED | (AMERICAN if language == "en" else {})).items():
        signs = signs.replace(old, new)
    return signs
