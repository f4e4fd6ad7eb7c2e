"""What came of a question of the time or the day, without any words yet."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Literal


@dataclass(frozen=True, slots=True)
class Moment:
    """The time of day or the day."""

    kind: Literal["time", "date", "weekday"]
    at: datetime
    """In the zone of the home."""


@dataclass(frozen=True, slots=True)
class Abroad:
    """The time of day in another place."""

    place: str
    at: datetime
    """In the zone of that place."""
    now: datetime
    """The same moment in the zone of the home, or of the place that it is compared with."""
    compared: bool = False
    """How far apart the clocks are was asked, and not what time it is."""
    than: str = ""
    """The place it is compared with, if not the home."""

    @property
    def ahead_s(self) -> float:
        """How far the clocks there are ahead, in seconds."""
        return ((self.at.utcoffset() or timedelta()) - (self.now.utcoffset() or timedelta())).total_seconds()

    @property
    def days(self) -> int:
        """Days that the calendar there is ahead."""
        return (self.at.date() - self.now.date()).days


@dataclass(frozen=True, slots=True)
class LunarDay:
    """A day of the Chinese calendar."""

    month: int
    day: int
    leap: bool
    """Its month is the second one of that number."""


@dataclass(frozen=True, slots=True)
class Day:
    """A day that was asked about."""

    at: datetime
    """At midnight, unless a time of day was said."""
    now: datetime
    counted: bool = False
    """How far away it is was asked, and not which day it is."""
    in_weeks: bool = False
    """It is counted in weeks."""
    lunar: LunarDay | None = None
    """What it is by the moon, where that was asked."""
    timed: bool = False
    """A time of day was said, be it midnight."""

    @property
    def days(self) -> int:
        """Days from today."""
        return (self.at.date() - self.now.date()).days

    @property
    def minutes_s(self) -> float | None:
        """Seconds until then, in whole minutes, where a time of day was said."""
        ahead = (self.at - self.now).total_seconds()
        timed = self.timed or self.at.hour or self.at.minute
        return ahead // 60 * 60 if timed and ahead >= 60 else None
