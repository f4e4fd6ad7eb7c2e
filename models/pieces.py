"""Pieces: what of a long sound is recognised in one go."""

from collections.abc import Iterator

from audio.frame import RATE, Samples
from audio.quiet import quietest

LONGEST_S = 28.0
"""Speech in one window of 30 s; some silence has to stand behind it."""


def pieces(samples: Samples) -> Iterator[Samples]:
    """The sound in pieces that fit a window with its padding."""
    longest = int(LONGEST_S * RATE)
    while len(samples) > longest:
        cut = quietest(samples, longest)
        yield samples[:cut]
        samples = samples[cut:]
    yield samples
