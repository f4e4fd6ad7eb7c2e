"""The words every room shares about meaning: frozen values, named as Home Assistant names them."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

Scalar = str | int | float | bool
"""A value of a slot, an argument or a state."""


class Route(StrEnum):
    """Which layer understood a request."""

    FAST = "fast"
    REPAIRED = "repaired"
    SEMANTIC = "semantic"
    LLM = "llm"
    CHAT = "chat"
    CLOUD = "cloud"
    NONE = "none"


PLAYS = "HassMediaSearchAndPlay"
"""The intent of whatever is to be heard."""


@dataclass(frozen=True, slots=True)
class Intent:
    """One thing that was asked for."""

    name: str
    """Home Assistant's name where it has one (`HassTurnOn`), ours otherwise (`PlayMusic`)."""
    slots: Mapping[str, Scalar | tuple[Scalar, ...]] = field(default_factory=dict)
    """Slot name to value, as Home Assistant's own tests expect them.

    Ours beside: `except` (a tuple of names that are left alone), `brightness_factor` and `volume_factor`
    (times as much), `brightness_step`, `volume_step`, `percentage_step`
    (`up`, `down`, or by so many percent), `rate_step` (`up`, `down`, `usual`),
    `temperature_step` (by so many degrees), `temperature_unit`, `target_temp_low` with `target_temp_high`.
    """
    response: str = field(default="", compare=False)
    """Which of its answers, where the words tell: `privacy`, `emergency`, `despair`, `harm`."""


@dataclass(frozen=True, slots=True)
class Match:
    """What a request meant."""

    intents: tuple[Intent, ...]
    """In the order they were said; never empty."""
    confidence: float
    """0 to 1."""
    route: Route
    language: str
    """ISO 639-1 of the request."""
    complete: bool = True
    """False where it is known what is wanted, but not of which device, or where a value is missing."""
    sure: bool = True
    """False where it is likely enough to ask whether it was meant, and not to do it."""


@dataclass(frozen=True, slots=True)
class Context:
    """What is known beside the words."""

    area: str | None = None
    """Id of the area of the home that heard it."""
    extra: Mapping[str, Scalar] = field(default_factory=dict)
    """Further hints in hassil's form, for example `domain` or `device_class`."""


@dataclass(frozen=True, slots=True)
class Effect:
    """One thing to do to, or to read from, one device."""

    device: str
    """Id of the device, for example `light.kitchen`."""
    command: str
    """For example `turn_on`, `set_brightness`; `read` only looks."""
    arguments: Mapping[str, Scalar] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of an effect."""

    effect: Effect
    ok: bool
    """It was carried out."""
    verified: bool
    """Its result was read back and is what was wanted."""
    state: Mapping[str, Scalar] = field(default_factory=dict)
    """The device's state afterwards."""
    problem: str | None = None
    """Code of what went wrong: `no_such_device`, `out_of_range`, `not_confirmed`, `unreachable` …"""


@dataclass(frozen=True, slots=True)
class Reply:
    """What to say."""

    text: str
    language: str
    """ISO 639-1."""
    asks: bool = False
    """Whether an answer is awaited, so that the microphone opens without the wake word."""
