"""What a step of a sentence may say: a word, a name, a number, or anything."""

from dataclasses import dataclass

from intents.vocabulary import Scalar


@dataclass(frozen=True, slots=True)
class Word:
    """Literal text; `value` is what it stands for where it is a list's, as blue of 蓝色."""

    text: str
    value: tuple[str, Scalar] | None = None
    courtesy: bool = False
    """Whether it stands around a request rather than in it, so that it is no sign of one."""


@dataclass(frozen=True, slots=True)
class Named:
    """The name of something of the home."""

    kind: str
    """`name`, `area` or `floor`."""
    domains: frozenset[str] = frozenset()
    """Of the devices that may be named; empty for any."""
    classes: frozenset[str] = frozenset()
    """Device classes of these; empty for any."""
    not_domains: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Number:
    """A number within limits, both inclusive."""

    slot: str
    low: int
    high: int


@dataclass(frozen=True, slots=True)
class Anything:
    """A few syllables of the speaker's own, like the name of a timer."""


Label = Word | Named | Number | Anything
