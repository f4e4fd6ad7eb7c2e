"""Guesses: what one run of a speech decoder wrote, and how far to believe it."""

import math
import re
import zlib
from dataclasses import dataclass

from models.phantom import is_phantom
from models.simplified import simplified

FASTEST = 22
"""Letters a second, a Chinese character counting as three, that nobody speaks."""

LONG_S = 8.0
"""Seconds of an utterance from which on people do begin anew."""

SLOWEST = 4
"""Letters a second, counted in the same way, below which a long utterance was not written to its end."""

REPETITIVE = 2.4
"""Compression ratio of repetition (source: the Whisper paper's own fallback)."""

SURE = -0.3
"""Mean log-probability from which on somebody really does say the same thing again and again."""

DOUBTFUL = -0.6
"""Mean log-probability below which the decoder is believed when it says that nobody spoke."""

REPEATING = 10
"""What repetition costs a guess, beyond any mean log-probability."""

HOPELESS = -1.55
"""Mean log-probability, less the probability of no speech, below which it is no transcript: what 36 kinds of
noise make it write stays below -1.66, the worst accents in speech above -1.46 (measured)."""

NO_SPEECH = 0.6
"""Probability of no speech from which on an unsure text is a phantom (source: the Whisper paper)."""

_REPEATED = re.compile(r"(.{4,})\W*\1|(.{5,}).{0,4}\2|(\w{1,3})(?:\W*\3){3,}", re.IGNORECASE)
HAN = re.compile(r"[\u3400-\u9fff]")
_LATIN = re.compile(r"[a-z]{2}.*[a-z]{2}", re.IGNORECASE)
_HALF = re.compile("\ufffd+")
_SPACED = re.compile(r"(?<=[\u3400-\u9fff])\s+(?=[\u3400-\u9fff])")


@dataclass(frozen=True, slots=True)
class Guess:
    """What one run of the decoder wrote."""

    text: str
    language: str
    log_probability: float
    """Mean over the tokens."""
    no_speech: float
    """Probability that nobody spoke."""
    ended: bool
    """Whether the decoder came to an end by itself."""
    others: tuple[tuple[str, float], ...] = ()
    """What else it may have been, with confidence, the likeliest first."""

    @property
    def confidence(self) -> float:
        """0 to 1."""
        return likelihood(self.log_probability) if self.text else 0.0

    @property
    def written_in(self) -> str:
        """The language by its letters: told that it is Chinese, the decoder may well write English."""
        foreign = self.language == "zh" and self.text and not HAN.search(self.text)
        return "en" if foreign and _LATIN.search(self.text) else self.language

    @property
    def repeats(self) -> bool:
        """Whether it looks like the same over and over; some people do say things twice."""
        return not self.ended or bool(_REPEATED.search(self.text))

    @property
    def merit(self) -> float:
        """What guesses at the same sound are compared by."""
        return self.log_probability - REPEATING * self.repeats

    @property
    def unheard(self) -> bool:
        """Whether it was most likely written where nobody spoke."""
        denied = self.no_speech > NO_SPEECH and self.log_probability < DOUBTFUL
        return denied or self.log_probability - self.no_speech < HOPELESS

    @property
    def unusable(self) -> bool:
        """Whether it is beyond doubt no transcript: endless, or invented where nobody speaks."""
        raw = self.text.encode()
        repetitive = len(raw) > REPETITIVE * len(zlib.compress(raw)) and self.log_probability < SURE
        endless = not self.ended or repetitive
        return endless or self.unheard or is_phantom(self.text)


def likelihood(log_probability: float) -> float:
    """0 to 1."""
    return min(1.0, math.exp(log_probability))


def once(text: str, seconds: float) -> str:
    """The text without its beginning over again: in a short window the decoder likes to start anew.

    What is over again to its end may have been said twice, where there was time for it; in a long utterance,
    whatever there was time for.
    """
    hurried, short = weight(text) >= FASTEST * seconds, seconds < LONG_S
    for period in range(4, len(text) - 1):
        again = text[period:]
        if text.startswith(again) and (hurried or (short and _breaks_off(text[:period], again))):
            return text[:period].strip()
    return text


def _breaks_off(first: str, again: str) -> bool:
    """Whether the second time, well under way, ends in the middle."""
    whole, rest = (len(letters(part)) for part in (first, again))
    return 0 < whole <= 2 * rest and rest % whole != 0


def weight(text: str) -> int:
    """How long a text takes to say, in letters; a Chinese character counts as three."""
    return len(text) + 2 * len(HAN.findall(text))


def letters(text: str) -> str:
    """Only what is spoken, in one case."""
    return "".join(sign for sign in text.casefold() if sign.isalnum())


def plain(text: str, language: str) -> str:
    """Chinese in simplified characters, without spaces for pauses; half a letter is a pause."""
    text = _HALF.sub("，" if language == "zh" else " ", text)
    return _SPACED.sub("", simplified(text)) if language == "zh" else text
