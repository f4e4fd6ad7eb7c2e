"""How well the running speaker hears, written down now and then for `xiaoban doctor`."""

from pathlib import Path

from pydantic import AwareDatetime, BaseModel, ConfigDict

from assistant import paths
from assistant.kept import KeptFile


class Bulletin(BaseModel):
    """Counted since `since`."""

    model_config = ConfigDict(frozen=True, extra="ignore")

    microphone: str = ""
    since: AwareDatetime | None = None
    at: AwareDatetime | None = None
    """When it was written; None when nothing ever was."""
    level_db: float = -96.0
    """Of the newest frame, relative to full scale."""
    frames: int = 0
    dropped_s: float = 0.0
    """Seconds of sound that nobody read in time."""
    unheeded: int = 0
    """Suspected wake words and other things heard that nobody had time for."""
    losses: int = 0
    """Times that the microphone went away or stalled."""
    reopened: int = 0
    last_loss: str | None = None
    """Why it was lost the last time."""
    lost: bool = False
    """Whether it is away now."""
    muted: bool = False
    """Whether it gives nothing but digital silence."""
    slept: int = 0
    """Times that the machine was suspended."""
    drift_ppm: float | None = None
    """How much faster than the computer's the microphone's clock runs, in parts per million."""


def kept() -> KeptFile[Bulletin]:
    """Where it is written."""
    return KeptFile(place(), Bulletin, ("the record of the microphone", "麦克风的记录"))


def place() -> Path:
    """The file; it says nothing about what was heard."""
    return paths.state_dir() / "hearing.json"
