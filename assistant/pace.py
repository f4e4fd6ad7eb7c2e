"""How fast it speaks, beside what the configuration says: people ask for it, and it stays so."""

from pathlib import Path
from typing import Literal

from pydantic import BaseModel, ConfigDict, Field

from assistant.kept import KeptFile
from intents.compose.report import Greeting, Politeness
from intents.vocabulary import Intent

STEP = 1.2
"""Times as fast at each request; less is hardly heard."""
MOST = 3
"""Steps from the usual pace, either way; beyond that it is no longer understood."""
_EXTREMES: dict[str, tuple[int, Politeness, Politeness]] = {
    "down": (-1, "slower", "slowest"),
    "up": (1, "faster", "fastest"),
}


class _Kept(BaseModel):
    """The file."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    version: Literal[1] = 1
    steps: int = Field(0, ge=-MOST, le=MOST)


class Pace:
    """The only owner of it."""

    def __init__(self, path: Path | None = None) -> None:
        """Without a path nothing is kept."""
        self._file = KeptFile(path, _Kept, ("the pace of speech", "语速"))
        self._kept = self._file.load()

    @property
    def damaged(self) -> Path | None:
        """Where a file that could not be read was put aside."""
        return self._file.damaged

    @property
    def times(self) -> float:
        """How many times as fast as usual."""
        return STEP**self._kept.steps

    def change(self, intent: Intent) -> Greeting:
        """Speak slower (`down`), faster (`up`) or as usual from now on, and what to say to that."""
        step = _EXTREMES.get(str(intent.slots.get("rate_step")))
        if step is None:
            self._set(0)
            return Greeting("usual")
        by, told, extreme = step
        if abs(self._kept.steps + by) > MOST:
            return Greeting(extreme)
        self._set(self._kept.steps + by)
        return Greeting(told)

    def copy(self) -> "Pace":
        """One that changes nothing of this one."""
        copied = Pace()
        copied._kept = self._kept
        return copied

    def _set(self, steps: int) -> None:
        self._kept = _Kept(steps=steps)
        self._file.save(self._kept)
