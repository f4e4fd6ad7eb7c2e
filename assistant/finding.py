"""Finding: what one check found, and how to mend it."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal


@dataclass(frozen=True, slots=True)
class Finding:
    """What one check found."""

    check: str
    level: Literal["fine", "warning", "problem"]
    detail: str
    remedy: str | None = None
    """What mends it: a command, where there is one."""
    figures: Mapping[str, object] = field(default_factory=dict)
    """What was measured or counted, for programs."""

    def as_json(self) -> dict[str, object]:
        """The line for programs."""
        fields = {"check": self.check, "ok": self.level == "fine", "level": self.level}
        return {**fields, "detail": self.detail, "remedy": self.remedy, **self.figures}
