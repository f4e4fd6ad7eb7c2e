"""A PortAudio without sound: devices come and go as the test likes, and the test calls the callbacks."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from types import SimpleNamespace
from typing import Any


class PortAudioError(Exception):
    """As sounddevice's."""


@dataclass
class Card:
    """One entry of PortAudio's list."""

    name: str
    inputs: int = 0
    outputs: int = 0
    rate: float = 44_100.0
    takes: tuple[tuple[int, int], ...] = ((1, 16_000), (1, 44_100))
    """Channels and rates it accepts."""
    busy: bool = False
    """Whether it refuses to be opened."""


class Stream:
    """What InputStream and OutputStream have in common."""

    latency = 0.1

    def __init__(self, portaudio: "StandInPortAudio", settings: Mapping[str, Any]) -> None:
        self._portaudio = portaudio
        self.settings = settings
        self.callback: Callable[..., None] = settings["callback"]
        self.running = False
        if portaudio.seen[settings["device"]].busy:
            raise PortAudioError("Error opening stream: Device unavailable [PaErrorCode -9985]", -9985)
        portaudio.streams.append(self)

    def start(self) -> None:
        self.running = True

    def close(self, *, ignore_errors: bool = True) -> None:
        assert ignore_errors
        if self._portaudio.before_close:
            self._portaudio.before_close()
        if self.running:
            self.settings["finished_callback"]()
        self.running = False
        self._portaudio.streams.remove(self)


@dataclass
class StandInPortAudio:
    """Takes the place of the module `sounddevice`."""

    plugged: list[Card] = field(default_factory=list)
    """What is plugged in; seen only after initialising, as with the real one."""
    streams: list[Stream] = field(default_factory=list)
    before_close: Callable[[], object] | None = None
    PortAudioError = PortAudioError

    def __post_init__(self) -> None:
        self._initialize()

    def _initialize(self) -> None:
        self.seen = list(self.plugged)

    def _terminate(self) -> None:
        assert not self.streams  # the real one would crash on them later

    def _exit_handler(self) -> None: ...

    def query_hostapis(self) -> list[dict[str, str]]:
        return [{"name": "ALSA"}]

    def query_devices(self) -> list[dict[str, Any]]:
        return [
            {
                "name": card.name,
                "hostapi": 0,
                "max_input_channels": card.inputs,
                "max_output_channels": card.outputs,
                "default_samplerate": card.rate,
            }
            for card in self.seen
        ]

    @property
    def default(self) -> SimpleNamespace:
        inward = next((index for index, card in enumerate(self.seen) if card.inputs), -1)
        outward = next((index for index, card in enumerate(self.seen) if card.outputs), -1)
        return SimpleNamespace(device=(inward, outward))

    def check_input_settings(self, *, device: int, channels: int, dtype: str, samplerate: int) -> None:
        assert dtype == "int16"
        if (channels, samplerate) not in self.seen[device].takes:
            raise PortAudioError("Invalid sample rate [PaErrorCode -9997]", -9997)

    check_output_settings = check_input_settings

    def InputStream(self, **settings: Any) -> Stream:  # noqa: N802  # sounddevice's name
        return Stream(self, settings)

    OutputStream = InputStream
