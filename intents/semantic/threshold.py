"""How likely a request must be before something is done about it."""

from collections.abc import Mapping
from dataclasses import dataclass, field

EACH: Mapping[str, float] = {
    "CancelAlarm": 0.48, "CancelReminder": 0.48, "HassClimateSetTemperature": 0.51, "HassLightSet": 0.43,
    "HassListAddItem": 0.59, "HassListCompleteItem": 0.45, "HassMediaNext": 0.5, "HassMediaPause": 0.5,
    "HassMediaPlayerMute": 0.51, "HassMediaSearchAndPlay": 0.46, "HassSetVolumeRelative": 0.5,
    "HassTurnOff": 0.48, "HassTurnOn": 0.47, "HassVacuumStart": 0.46, "SetAlarm": 0.51, "SetReminder": 0.58,
}  # fmt: skip
"""How likely an intent must be for something to be done; other talk sounds more like some than others."""


@dataclass(frozen=True, slots=True)
class Thresholds:
    """How likely an intent must be; `tests/bench/semantic.py` chooses them and shows what each buys."""

    acting: float = 0.4
    """For something to be done."""
    each: Mapping[str, float] = field(default_factory=lambda: EACH)
    """The same for intents that need more or less of it."""
    agreed: float = 0.24
    """The same, where the words point at the device and the act besides."""
    looking: float = 0.2
    """Where something is only looked up."""
    asking: float = 0.15
    """For a question whether it was meant, where the words point at the device and the act."""
    possible: float = 0.05
    """For a language model to be asked about it."""
    doubted: float = 0.5
    """Where only a verb of many uses was understood: how likely it must be that the home is meant."""
    denied: float = 0.6
    """How likely something else must be for free words to be taken for it."""
