"""`xiaoban probe wake|vad|asr`: what each engine hears in recordings."""

import time
from collections.abc import Sequence
from pathlib import Path
from typing import Annotated

import typer

from assistant import console, engines, paths
from assistant.config import Config, load
from assistant.errors import UsageError
from assistant.own_intents import load_own
from assistant.sentry import Sentry, frames_of
from audio import wav
from audio.endpoint import Endpointer, Endpointing, SpeechEnded, SpeechStarted
from audio.frame import RATE
from models.protocols import VoiceDetector
from models.store import Store

Files = Annotated[list[Path], typer.Argument(help="WAV or FLAC, any rate, mono or stereo.")]
Json = Annotated[bool, typer.Option("--json", help="Each file as a JSON line.")]

DIGITS = 3
"""Of seconds and scores in what is printed."""


def wake(
    files: Files,
    json: Json = False,
    word: Annotated[list[str] | None, typer.Option(help="Id of a wake word; may be repeated.")] = None,
) -> None:
    """Wake words in recordings, and the highest score of each word."""
    config = load()
    if word:
        config = config.model_copy(update={"wake": config.wake.model_copy(update={"words": tuple(word)})})
    _readable(files)
    sentry = Sentry.of(config)
    for file in files:
        found = {"file": str(file), **_detections(sentry, file)}
        _show(found, json, f"{file}: {found['detections'] or found['peak']}")


def vad(files: Files, json: Json = False) -> None:
    """Where somebody speaks in recordings, and where each utterance was known to be over."""
    config = load()
    _readable(files)
    detector = engines.voice_detector(config)
    for file in files:
        found = {"file": str(file), **_segments(detector, config, file)}
        _show(found, json, f"{file}: {found['segments']}")


def asr(
    files: Files,
    json: Json = False,
    lang: Annotated[str, typer.Option(help="zh, en, it; or auto: one of those spoken at home.")] = "auto",
) -> None:
    """The words in recordings."""
    config, language = _speaking(load(), lang)
    _readable(files)
    transcriber = engines.transcriber(config, Store(paths.models_dir()), load_own().hints)
    for file in files:
        samples = wav.read(file)
        start = time.perf_counter()
        transcript = transcriber.transcribe(samples, language)
        found = {
            "file": str(file),
            "text": transcript.text,
            "lang": transcript.language,
            "confidence": round(transcript.confidence, DIGITS),
            "audio_s": round(len(samples) / RATE, DIGITS),
            "latency_ms": round((time.perf_counter() - start) * 1000),
        }
        _show(found, json, f"{file}: [{transcript.language}] {transcript.text}")


def _speaking(config: Config, lang: str) -> tuple[Config, str | None]:
    """A configuration in which that language is spoken, and the language; None: to be found out."""
    if lang == "auto":
        return config, None
    if lang not in config.speech.voices:
        known = ", ".join(config.speech.voices)
        raise UsageError(f"there is no language '{lang}'; take one of: auto, {known}")
    general = config.general.model_copy(update={"languages": (lang,)})
    return config.model_copy(update={"general": general}), lang


def _readable(files: Sequence[Path]) -> None:
    """Fail before the engines are loaded. :raises BadRecording: a file that is not sound."""
    for file in files:
        wav.check(file)


def _detections(sentry: Sentry, file: Path) -> dict[str, object]:
    started = time.process_time()
    watch = sentry.watch(frames_of(file))
    cpu_s = round(time.process_time() - started, DIGITS)
    found = [
        {"word": wake.word.id, "at_s": _seconds(wake.at), "score": round(wake.score, DIGITS)}
        for wake in watch.wakes
    ]
    peak = {word: round(score, DIGITS) for word, score in watch.peak.items()}
    return {"detections": found, "peak": peak, "audio_s": round(wav.check(file), DIGITS), "cpu_s": cpu_s}


def _segments(detector: VoiceDetector, config: Config, file: Path) -> dict[str, object]:
    """The second of silence behind the recording is more than what ends an utterance."""
    detector.reset()
    patience = Endpointing(silence_s=config.voice.silence_s, longest_s=config.voice.longest_s)
    endpointer = Endpointer(patience)
    segments: list[list[float]] = []
    endpoints: list[float] = []
    for samples in frames_of(file):
        for event in endpointer.feed(detector.process(samples), len(samples)):
            if isinstance(event, SpeechStarted):
                segments.append([_seconds(event.at)])
            elif isinstance(event, SpeechEnded):
                segments[-1].append(_seconds(event.at))
                endpoints.append(_seconds(event.decided))
    return {"segments": segments, "endpoints_s": endpoints}


def _seconds(samples: int) -> float:
    return round(samples / RATE, DIGITS)


def _show(found: dict[str, object], json: bool, sentence: str) -> None:
    if json:
        console.emit(found)
    else:
        console.write(sentence)
