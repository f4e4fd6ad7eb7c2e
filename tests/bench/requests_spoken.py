"""Requests as the recogniser hears them when the project's own Chinese voices say them; kept on disk.

Each line is said by one of eight voices, chosen by a hash of the text, and transcribed by whisper-base as a
turn is, with the words that it may expect and all its readings. That takes minutes, so what was heard is
kept in the cache directory, a line at a time.
"""

import hashlib
import json
from collections.abc import Callable, Iterable, Iterator
from dataclasses import asdict
from pathlib import Path

import numpy as np

from assistant import paths
from audio.frame import RATE
from audio.resample import resample
from intents.own import Own
from models.kokoro import RATE as SPOKEN_RATE
from models.kokoro import Kokoro
from models.protocols import Transcript
from models.store import Store
from models.whisper import Whisper

VOICES = (
    "zh-xiaobei", "zh-yunxi", "zh-xiaoni", "zh-yunjian",
    "zh-xiaoxiao", "zh-yunyang", "zh-xiaoyi", "zh-yunxia",
)  # fmt: skip
SILENCE = np.zeros(3000, np.int16)
"""Before and behind each request."""


def kept() -> Path:
    """Where what was heard is kept."""
    return paths.cache_dir() / "bench" / "requests_zh_readings.jsonl"


def voice_of(text: str) -> str:
    """Who says it: always the same."""
    return VOICES[hashlib.sha256(f"voice {text}".encode()).digest()[0] % len(VOICES)]


def heard(texts: Iterable[str]) -> dict[str, Transcript]:
    """Each text to what the recogniser wrote for it; what is not kept yet is spoken now."""
    file, wanted = kept(), list(texts)
    known = dict(_read(file))
    missing = [text for text in wanted if text not in known]
    file.parent.mkdir(parents=True, exist_ok=True)
    with file.open("a", encoding="utf-8") as out:
        for text, transcript in _transcribed(missing):
            known[text] = transcript
            row = {"said": text, "voice": voice_of(text), **asdict(transcript)}
            out.write(json.dumps(row, ensure_ascii=False) + "\n")
            out.flush()
    return {text: known[text] for text in wanted}


def _read(file: Path) -> Iterator[tuple[str, Transcript]]:
    lines = file.read_text(encoding="utf-8").splitlines() if file.is_file() else []
    for row in map(json.loads, lines):
        others = tuple((text, confidence) for text, confidence in row["alternatives"])
        yield row["said"], Transcript(row["text"], row["language"], row["confidence"], others)


def _transcribed(texts: list[str]) -> Iterator[tuple[str, Transcript]]:
    """A voice after the other, since each is loaded once."""
    if not texts:
        return
    store = Store(paths.models_dir())
    whisper = Whisper(store.find("whisper-base"), hints=Own().hints)
    for voice in VOICES:
        own = [text for text in texts if voice_of(text) == voice]
        if not own:
            continue
        speak = _speaker(store, voice)
        for text in own:
            sound = resample(speak(text), SPOKEN_RATE, RATE)
            yield text, whisper.transcribe(np.concatenate([SILENCE, sound, SILENCE]))


def _speaker(store: Store, voice: str) -> Callable[[str], "np.ndarray[tuple[int], np.dtype[np.int16]]"]:
    style = next(store.find(voice).glob("*.bin"))
    kokoro = Kokoro(store.find("kokoro-82m"), {"zh": style})
    return lambda text: np.concatenate(list(kokoro.speak(text, "zh")))
