"""What a paraphrase can mean: the senses that `data/paraphrases_*.yaml` have examples of."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from intents.acts import Act, Kind
from intents.vocabulary import Intent, Scalar


@dataclass(frozen=True, slots=True)
class Sense:
    """One thing that people mean, however they put it."""

    intent: str
    slots: Mapping[str, Scalar] = field(default_factory=dict)
    kinds: frozenset[Kind] = frozenset()
    """Kinds of devices that serve; empty where it is about no device or where no name is needed."""
    acts: tuple[Act, ...] = ()
    """What may be done to them, the first that the words allow and the devices can."""
    domain: str | None = None
    """Domain of several devices that are meant together."""
    word: str = ""
    """Pattern that the device's name must have."""


def _light(intent: str, *acts: Act) -> Sense:
    return Sense(intent, kinds=frozenset({"light"}), acts=acts, domain="light")


def _curtain(intent: str, act: Act) -> Sense:
    return Sense(intent, kinds=frozenset({"curtain"}), acts=(act, "percent"), domain="cover")


_SWITCHED: frozenset[Kind] = frozenset({"socket", "fan", "screen", "climate", "speaker", "light"})
_AIR: frozenset[Kind] = frozenset({"climate"})

SENSES: Mapping[str, Sense] = {
    "light_on": _light("HassTurnOn", "on"),
    "light_off": _light("HassTurnOff", "off"),
    "light_up": _light("HassLightSet", "percent", "brighten", "on"),
    "light_dim": _light("HassLightSet", "percent", "dim"),
    "light_change": _light("HassLightSet", "color", "percent"),
    "clean": Sense("HassVacuumStart", kinds=frozenset({"vacuum"}), acts=("clean",)),
    "vacuum_dock": Sense("HassVacuumReturnToBase", kinds=frozenset({"vacuum"}), acts=("dock",)),
    "coffee": Sense("HassTurnOn", kinds=frozenset({"socket"}), acts=("on",), word="coffee|espresso|咖啡"),
    "switch_on": Sense("HassTurnOn", kinds=_SWITCHED, acts=("on",)),
    "switch_off": Sense("HassTurnOff", kinds=_SWITCHED, acts=("off",)),
    "cool": Sense("HassClimateSetTemperature", kinds=_AIR, acts=("cooler", "degrees")),
    "warm": Sense("HassClimateSetTemperature", kinds=_AIR, acts=("warmer", "degrees")),
    "curtain_open": _curtain("HassTurnOn", "open"),
    "curtain_close": _curtain("HassTurnOff", "close"),
    "pause": Sense("HassMediaPause"),
    "next": Sense("HassMediaNext"),
    "previous": Sense("HassMediaPrevious"),
    "unpause": Sense("HassMediaUnpause"),
    "volume_up": Sense("HassSetVolumeRelative", {"volume_step": "up"}),
    "volume_down": Sense("HassSetVolumeRelative", {"volume_step": "down"}),
    "mute": Sense("HassMediaPlayerMute"),
    "play_music": Sense("HassMediaSearchAndPlay", {"media_class": "music"}),
    "play_radio": Sense("HassMediaSearchAndPlay", {"media_class": "radio"}),
    "play_podcast": Sense("HassMediaSearchAndPlay", {"media_class": "podcast"}),
    "play_book": Sense("HassMediaSearchAndPlay", {"media_class": "audiobook"}),
    "play_story": Sense("HassMediaSearchAndPlay", {"media_class": "story"}),
    "repeat": Sense("Repeat"),
    "alarm_set": Sense("SetAlarm"),
    "alarm_query": Sense("GetAlarms"),
    "alarm_remove": Sense("CancelAlarm"),
    "snooze": Sense("SnoozeAlarm"),
    "timer_set": Sense("HassStartTimer"),
    "timer_query": Sense("HassTimerStatus"),
    "timer_cancel": Sense("HassCancelTimer"),
    "time": Sense("HassGetCurrentTime"),
    "time_convert": Sense("Convert"),
    "weather": Sense("HassGetWeather"),
    "reminder_set": Sense("SetReminder"),
    "reminder_query": Sense("GetReminders"),
    "reminder_remove": Sense("CancelReminder"),
    "list_add": Sense("HassListAddItem"),
    "list_query": Sense("GetList"),
    "list_remove": Sense("HassListCompleteItem"),
    "maths": Sense("Calculate"),
    "currency": Sense("Convert"),
    "measure": Sense("Convert"),
    "indoor": Sense("HassClimateGetTemperature"),
    "find_phone": Sense("FindPhone"),
    "steps": Sense("GetSteps"),
    "heart_rate": Sense("GetHeartRate"),
    "car_where": Sense("CarLocation"),
    "car_range": Sense("CarRange"),
}
"""Every other sense is of no concern to the home; their names begin with ~."""

ANSWERED = frozenset({"Calculate", "Convert", "HassGetCurrentTime", "HassGetCurrentDate"})
"""Questions that a free answer serves as well when their words were not understood to the last."""

LOOKING = ANSWERED | {
    "CarLocation", "CarRange", "GetAlarms", "GetHeartRate", "GetList", "GetReminders", "GetSteps",
    "HassClimateGetTemperature", "HassGetWeather", "HassTimerStatus", "Repeat",
}  # fmt: skip
"""Intents of senses that only look something up."""


def is_told(intent: Intent) -> bool:
    """Whether a free answer does what is asked: a translation, a story."""
    return intent.name == "Translate" or intent.slots.get("media_class") == "story"
