"""A timer, and which one is meant."""

from dataclasses import dataclass
from datetime import datetime
from typing import Literal

from pydantic import AwareDatetime, BaseModel, ConfigDict

from assistant.errors import AssistantError

LONGEST_S = 7 * 24 * 3600
"""Seconds; beyond a week it is an appointment."""


class TimerRefused(AssistantError):
    """A timer that cannot be."""

    def __init__(self, problem: str, message: str) -> None:
        """`problem` is a code: `out_of_range` or `too_many`."""
        super().__init__(message)
        self.problem = problem


class Timer(BaseModel):
    """One timer."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    id: int
    name: str | None = None
    """As it was said; None for one that is known by its length."""
    area: str | None = None
    """Id of the area that it was set in."""
    command: str | None = None
    """What to do when it is over, in the words of the request, instead of ringing only."""
    language: str | None = None
    """Of the request, ISO 639-1."""
    total_s: float
    """Seconds it was set for."""
    due: AwareDatetime | None = None
    """When it is over; None while it is paused."""
    left_s: float = 0
    """Seconds left, counted only while it is paused."""
    state: Literal["running", "paused", "ringing"] = "running"
    missed: bool = False
    """It ran out while nobody was there to ring."""

    @property
    def rings(self) -> bool:
        """Whether it makes a sound; one with a command to carry out makes none."""
        return self.state == "ringing" and not self.command

    def left(self, now: datetime) -> float:
        """Seconds left, 0 when it is over."""
        return self.left_s if self.due is None else max(0.0, (self.due - now).total_seconds())


@dataclass(frozen=True, slots=True)
class Which:
    """Which timers are meant; nothing given means any."""

    name: str | None = None
    area: str | None = None
    total_s: float | None = None
    """Seconds it was set for."""
    id: int | None = None

    def fits(self, timer: Timer) -> bool:
        """Whether the timer is one of them."""
        return (
            self.id in (None, timer.id)
            and (self.name is None or (timer.name is not None and _plain(timer.name) == _plain(self.name)))
            and (self.area is None or timer.area == self.area)
            and (self.total_s is None or timer.total_s == self.total_s)
        )


def check(seconds: float) -> None:
    """:raises TimerRefused: `out_of_range`, for a time that no timer can have."""
    if not 0 < seconds <= LONGEST_S:
        raise TimerRefused("out_of_range", f"{seconds:g} s is no timer; it takes up to a week")


def _plain(name: str) -> str:
    return "".join(name.casefold().split()).removesuffix("s")
