"""Engines for the tests, loaded once; a test skips where weights are not installed, and fails there in CI."""

import os
from collections.abc import Callable, Mapping
from functools import cache
from pathlib import Path

import numpy as np
import pytest

from assistant import paths
from audio import wav
from audio.frame import RATE, Samples
from models import stopping
from models.errors import ModelError
from models.gate import Gated
from models.kokoro import Kokoro
from models.llama import Llama
from models.microwakeword import MicroWake
from models.openwakeword import OpenWake
from models.piper import Piper
from models.protocols import (
    ChatModel,
    StopDetector,
    Synthesizer,
    Transcriber,
    TurnDetector,
    VoiceDetector,
    WakeDetector,
    WakeVerifier,
)
from models.scripted import (
    MARKER,
    Script,
    ScriptedChat,
    ScriptedStops,
    ScriptedSynthesizer,
    ScriptedTranscriber,
    ScriptedTurns,
    ScriptedVerifier,
    ScriptedVoice,
    ScriptedWake,
)
from models.several import Several
from models.silero import Silero
from models.smart_turn import SmartTurn
from models.store import Store
from models.wake.verifier import WhisperVerifier
from models.webrtc import Webrtc
from models.whisper import Whisper
from tests.shared import shared_data


def weights(id_: str) -> Path:
    """The directory of installed weights."""
    try:
        return Store(paths.models_dir()).find(id_)
    except ModelError as problem:
        if os.environ.get("CI") == "true":
            pytest.fail(str(problem))
        pytest.skip(str(problem))


def micro_wake() -> WakeDetector:
    """microWakeWord listening for two words."""
    return MicroWake(("alexa", "hey_jarvis"))


@cache
def open_wake() -> WakeDetector:
    """openWakeWord; loading it takes half a second."""
    return OpenWake(("alexa", "hey_rhasspy"))


@cache
def whisper_verifier() -> WakeVerifier:
    """Forced alignment by Whisper base."""
    return WhisperVerifier(whisper())


@cache
def stop_words() -> StopDetector:
    """The words of stopping that ship, with the recogniser's ears."""
    detector = stopping.shipped(whisper())
    assert detector is not None
    return detector


@cache
def stop_words_alone() -> StopDetector:
    """The same where nothing is looked at once more."""
    detector = stopping.shipped()
    assert detector is not None
    return detector


def silero() -> VoiceDetector:
    """Silero."""
    return Silero()


def webrtc() -> VoiceDetector:
    """WebRTC's."""
    return Webrtc()


@cache
def smart_turn() -> TurnDetector:
    """Smart Turn."""
    return SmartTurn(weights("smart-turn"))


@cache
def whisper() -> Whisper:
    """Whisper base for Chinese and English."""
    return Whisper(weights("whisper-base"), ("zh", "en"))


@cache
def smollm() -> ChatModel:
    """The small model, which is quick to load and to ask."""
    return Llama(weights("smollm2-135m"))


@cache
def qwen() -> ChatModel:
    """The default model."""
    return Llama(weights("qwen2.5-coder-1.5b"))


@cache
def piper() -> Synthesizer:
    """The English voice."""
    return Piper(weights("en-joe"))


@cache
def kokoro() -> Synthesizer:
    """The Chinese and the Italian voice."""
    voices = {"zh": weights("zh-xiaobei"), "it": weights("it-sara")}
    files = {language: next(directory.glob("*.bin")) for language, directory in voices.items()}
    return Kokoro(weights("kokoro-82m"), files)


WAKE: Mapping[str, Callable[[], WakeDetector]] = {
    "microwakeword": micro_wake,
    "openwakeword": open_wake,
    "gated": lambda: Gated(Several([MicroWake(("alexa",)), MicroWake(("hey_jarvis",))])),
    "scripted": lambda: ScriptedWake(("alexa",)),
}
VERIFIER: Mapping[str, Callable[[], WakeVerifier]] = {
    "whisper": whisper_verifier,
    "scripted": ScriptedVerifier,
}
STOPS: Mapping[str, Callable[[], StopDetector]] = {
    "words": stop_words, "words alone": stop_words_alone, "scripted": ScriptedStops,
}  # fmt: skip
VOICE: Mapping[str, Callable[[], VoiceDetector]] = {
    "silero": silero,
    "webrtc": webrtc,
    "scripted": ScriptedVoice,
}
TURNS: Mapping[str, Callable[[], TurnDetector]] = {"smart_turn": smart_turn, "scripted": ScriptedTurns}

ASR: Mapping[str, Callable[[], Transcriber]] = {
    "whisper": whisper,
    "scripted": lambda: ScriptedTranscriber(Script(by_sound=_Says("turn on the light"))),
}
CHAT: Mapping[str, Callable[[], ChatModel]] = {
    "smollm": smollm,
    "scripted": lambda: ScriptedChat(Script(replies=("One two three four five six.",) * 9)),
}
TTS: Mapping[str, Callable[[], Synthesizer]] = {
    "piper": piper,
    "kokoro": kokoro,
    "scripted": ScriptedSynthesizer,
}


class _Says(dict[str, str]):
    """Hears the same in every sound."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self._text = text

    def get(self, *_: object) -> str:  # type: ignore[override]  # whatever the key, there is only one answer
        return self._text


def alexa() -> Samples:
    """Somebody says "alexa", with the script's marker behind it, and a second of quiet around."""
    quiet = np.zeros(RATE, dtype=np.int16)
    word = wav.read(shared_data("wake/picovoice_alexa_248.flac"))
    return np.concatenate((quiet, word, MARKER, quiet))


def speech() -> Samples:
    """Two seconds of English."""
    return wav.read(shared_data("asr_misc/misc_jfk.flac"))[: 2 * RATE + RATE // 4]


def noises() -> Mapping[str, Samples]:
    """Sound that holds no words."""
    draw = np.random.default_rng(1)
    return {
        "nothing": np.zeros(0, dtype=np.int16),
        "one sample": np.ones(1, dtype=np.int16),
        "silence": np.zeros(2 * RATE, dtype=np.int16),
        "offset": np.full(2 * RATE, 12_000, dtype=np.int16),
        "hiss": draw.normal(0, 30, 2 * RATE).astype(np.int16),
        "loud": draw.normal(0, 9000, 2 * RATE).clip(-32768, 32767).astype(np.int16),
        "clipped": np.tile(np.array([32767] * 40 + [-32768] * 40, dtype=np.int16), RATE // 40),
    }
