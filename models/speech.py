"""What every voice does before and after its network: breaths of text in, clean samples out."""

import re
from collections.abc import Iterator

import numpy as np
from numpy.typing import NDArray

from audio.frame import Samples

FIRST = 25
"""Weight from which on the first breath may end at a comma, so that it sounds early: one second or so."""

GROWTH = 2.2
"""How much longer each breath may be than the one before: it is made while that one sounds."""

LATER = 120
"""Weight from which on no breath needs to be longer."""

LONGEST = 160
"""Weight at which a breath ends even without punctuation: about eight seconds."""

_PART = re.compile(
    r"(?:[^。！？；，、：…\n.!?;,:]|[.!?;,:](?=[^\s.!?;,:\u3400-\u9fff]))*(?:[。！？；，、：…\n.!?;,:]+|$)[\"”’'」』）)]*\s*"
)
_SENTENCE_END = re.compile(r"[。！？.!?…\n][\"”’'」』）)]*\s*$")
_HAN = re.compile(r"[\u3400-\u9fff]")
_WORD = re.compile(r"[\u3400-\u9fff]|[^\s\u3400-\u9fff]+\s*|\s+")

FLOOR = 0.01
"""Share of the peak below which the beginning of a piece is silence."""

LEAD_S = 0.02
"""Silence kept before the first sound, so that nothing is clipped."""

TAIL_S = 0.2
"""Silence kept at the end: the pause between sentences. The networks add up to half a second."""

LEVEL = 0.09
"""Root mean square of what is spoken, full scale being 1: -21 dB."""

PEAK = 0.95
"""Highest sample, full scale being 1."""


def weight(text: str) -> int:
    """How long a text takes to say, in Latin letters; a Chinese character counts as five."""
    return sum(5 if _HAN.match(sign) else 1 for sign in text)


def breaths(text: str) -> Iterator[str]:
    """The text in pieces that are spoken in one go: sentences, and long ones cut at commas.

    Together they are the text, whitespace aside, and punctuation that stands alone.
    """
    piece, enough = "", float(FIRST)
    for part in _parts(text):
        piece += part
        if _sayable(piece) and (weight(piece) >= enough or _SENTENCE_END.search(piece)):
            yield piece.strip()
            piece, enough = "", min(LATER, enough * GROWTH)
    if _sayable(piece):
        yield piece.strip()


def _sayable(text: str) -> bool:
    return any(sign.isalnum() for sign in text)


def _parts(text: str) -> Iterator[str]:
    """Up to and with each punctuation mark, cut further where that is too long."""
    for part in _PART.findall(text):
        piece = ""
        for word in _WORD.findall(part):
            if piece and weight(piece) + weight(word) > LONGEST:
                yield piece
                piece = ""
            piece += word
        if piece:
            yield piece


def sound(wave: NDArray[np.float32], rate: int) -> Samples:
    """int16 samples of a float wave, at the loudness all voices share, without the silence around it."""
    peak = float(np.max(np.abs(wave), initial=0.0))
    loud = np.flatnonzero(np.abs(wave) > FLOOR * peak)
    if not len(loud):
        return np.zeros(0, dtype=np.int16)
    wave = wave[max(0, int(loud[0]) - round(LEAD_S * rate)) : int(loud[-1]) + round(TAIL_S * rate)]
    level = float(np.sqrt(np.mean(np.square(wave))))
    return (wave * min(LEVEL / level, PEAK / peak) * 32767).astype(np.int16)
