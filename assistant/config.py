"""The configuration: frozen, every key checked, from TOML and environment; the defaults run."""

import difflib
import os
import tomllib
from pathlib import Path
from typing import Any, Literal

import platformdirs
from pydantic import BaseModel, ConfigDict, Field, ValidationError
from pydantic_settings import BaseSettings, PydanticBaseSettingsSource, SettingsConfigDict, TomlConfigSettingsSource

from assistant.errors import ConfigError


class Section(BaseModel):
    """A table of the configuration."""

    model_config = ConfigDict(frozen=True, extra="forbid")


class General(Section):
    """How it behaves."""

    languages: tuple[Literal["zh", "en", "it"], ...] = ("zh", "en")
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
    chime: bool = True
    """Whether a short sound answers the wake word."""


class Wake(Section):
    """The wake word."""

    engine: Literal["microwakeword", "openwakeword", "scripted"] = "microwakeword"
    words: tuple[str, ...] = ("hey_jarvis",)
    threshold: float | None = Field(None, gt=0, le=1)
    """Instead of the engine's own."""


class Voice(Section):
    """When somebody speaks, and when they have finished."""

    engine: Literal["silero", "webrtc", "scripted"] = "silero"
    pre_roll_s: float = Field(1.0, ge=0, le=3)
    silence_s: float = Field(0.7, ge=0.2, le=3)
    """Silence that ends an utterance."""
    wait_s: float = Field(5.0, ge=1, le=30)
    """How long it waits for speech after the wake word."""
    longest_s: float = Field(30.0, ge=5, le=120)
    """Where an utterance is cut."""


class Recognition(Section):
    """Speech to text."""

    engine: Literal["whisper", "scripted"] = "whisper"
    model: str = "whisper-base"
    beam: int = Field(1, ge=1, le=10)


class Language(Section):
    """The language model."""

    engine: Literal["llama", "scripted", "none"] = "llama"
    model: str = "auto"
    """Id of the weights, or `auto`: the best that memory has room for."""
    context: int = Field(2048, ge=512, le=32768)
    """Tokens."""


class Speech(Section):
    """Text to speech."""

    engine: Literal["neural", "scripted"] = "neural"
    voices: dict[Literal["zh", "en", "it"], str] = Field(
        default_factory=lambda: {"en": "en-joe", "zh": "zh-xiaobei", "it": "if_sara"}
    )
    speed: float = Field(1.0, ge=0.5, le=2)


class HomeSection(Section):
    """What it acts on."""

    kind: Literal["demo"] = "demo"


class Log(Section):
    """What it writes down."""

    level: Literal["debug", "info", "warning", "error"] = "warning"
    transcripts: bool = False
    """Whether words that were heard and spoken may appear in the log."""


class Config(BaseSettings):
    """Everything that can be configured."""

    model_config = SettingsConfigDict(
        frozen=True, extra="forbid", env_prefix="XIAOBAN_", env_nested_delimiter="__", nested_model_default_partial_update=True
    )

    general: General = General()
    audio: Audio = Audio()
    wake: Wake = Wake()
    voice: Voice = Voice()
    recognition: Recognition = Recognition()
    language: Language = Language()
    speech: Speech = Speech()
    home: HomeSection = HomeSection()
    log: Log = Log()
