"""How long something takes, as intents have it in their slots."""

from collections.abc import Mapping

from intents.vocabulary import Scalar

UNITS = {"hours": 3600, "minutes": 60, "seconds": 1}
"""Slots of a duration, and the seconds in one of each."""


def seconds_of(slots: Mapping[str, Scalar | tuple[Scalar, ...]], prefix: str = "") -> float:
    """How long these slots say it is, 0 when they say nothing."""
    counts = ((size, slots.get(prefix + unit)) for unit, size in UNITS.items())
    return sum(size * count for size, count in counts if isinstance(count, int | float))


def in_units(seconds: float) -> Mapping[str, Scalar]:
    """Slots of a duration."""
    slots: dict[str, Scalar] = {}
    left = round(seconds)
    for unit, size in UNITS.items():
        count, left = divmod(left, size)
        if count:
            slots[unit] = count
    return slots
