"""`xiaoban probe tts`: what the voice says, and how soon."""

import time
from collections.abc import Iterator
from pathlib import Path
from typing import Annotated

import numpy as np
import typer

from assistant import console, engines, paths
from assistant.config import Config, load
from assistant.errors import UsageError
from audio import wav
from audio.frame import Samples
from intents.say_as import say_as
from intents.script import written_in
from models.protocols import Synthesizer
from models.store import Store


def tts(
    text: Annotated[str, typer.Argument(help="What to say.")],
    output: Annotated[Path, typer.Option("-o", "--output", help="Sound file to write; WAV or FLAC.")],
    json: Annotated[bool, typer.Option("--json", help="A JSON line.")] = False,
    lang: Annotated[str | None, typer.Option(help="zh, en or it; without it, by the letters.")] = None,
    voice: Annotated[str | None, typer.Option(help="Id of a voice, see `models list`.")] = None,
) -> None:
    """Speak a text into a file."""
    language = lang or written_in(text)
    config = _with_voice(load(), language, voice)
    spoken = say_as(text, language)
    engine = _voice(config, language)
    start = time.perf_counter()
    pieces = list(_timed(engine.speak(spoken, language), start))
    sound = np.concatenate([samples for samples, _ in pieces] or [np.zeros(0, dtype=np.int16)])
    wav.write(output, sound, engine.rate)
    found = {
        "text": text,
        "spoken": spoken,
        "voice": next(iter(config.speech.voices.values())),
        "first_audio_ms": round(pieces[0][1] * 1000) if pieces else None,
        "audio_s": round(len(sound) / engine.rate, 3),
    }
    if json:
        console.emit(found)
    else:
        console.write(f"{output}: {spoken} ({found['audio_s']} s)")


def _with_voice(config: Config, language: str, voice: str | None) -> Config:
    """A configuration in which that language is spoken, by that voice."""
    code = next((code for code in config.speech.voices if code == language), None)
    if code is None:
        known = ", ".join(config.speech.voices)
        raise UsageError(f"there is no voice for language '{language}'; take one of: {known}")
    voices = {code: voice or config.speech.voices[code]}
    return config.model_copy(
        update={
            "general": config.general.model_copy(update={"languages": (code,)}),
            "speech": config.speech.model_copy(update={"voices": voices}),
        }
    )


def _voice(config: Config, language: str) -> Synthesizer:
    """The engine that speaks it. :raises ModelMissing: its weights are not installed."""
    for make, languages in engines.synthesizers(config, Store(paths.models_dir())):
        if language in languages:
            return make()
    raise UsageError(f"{', '.join(config.speech.voices.values())} does not speak language '{language}'")


def _timed(pieces: Iterator[Samples], start: float) -> Iterator[tuple[Samples, float]]:
    for samples in pieces:
        yield samples, time.perf_counter() - start
