"""Numbers where they were written, and where something like them was."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from intents.number.numeral import number
from intents.repair.heard import NUMERALS, Sound, read_out
from intents.repair.lexicon import Lexicon

_UNLIKE = 0.15
"""The most that a number may cost for each syllable: people mean what they count."""
_GUESSED = 0.15
"""What a number that was not written costs beside its sound."""


@dataclass(frozen=True, slots=True)
class Figure:
    """A number that may have been said."""

    text: str
    """As it was written, else in digits."""
    end: int
    """Where it ends among the sounds; exclusive."""
    cost: float
    value: float


def figures(heard: Sequence[Sound], place: int) -> Iterator[Figure]:
    """The number that was written at one place, and longer ones that it is the beginning of: 十把 is 18."""
    if place and _counts(heard[place - 1]):
        return
    end = place
    while end < len(heard) and _counts(heard[end]):
        end += 1
    if written := _written(heard[place:end]):
        yield Figure(written[0], end, 0.0, written[1])
    for near in _spoken().near(heard, place):
        whole = near.end > end and (near.end == len(heard) or not _counts(heard[near.end]))
        if whole and near.cost <= _UNLIKE * (near.end - place):
            value = near.values[0]
            yield Figure(str(value), near.end, near.cost + _GUESSED, value)


@cache
def _spoken() -> Lexicon[int]:
    return Lexicon({read_out(str(value)): [value] for value in range(101)})


def _counts(sound: Sound) -> bool:
    return sound.text in NUMERALS and sound.text != "半"


def _written(heard: Sequence[Sound]) -> tuple[str, float] | None:
    """A number in the digits or the characters that it was written in, and its value."""
    text = "".join(sound.text for sound in heard)
    value = number(text)
    if value is None or value >= 1e6:
        return None
    return (f"{value:g}" if any(sound.figure for sound in heard) else text), value
