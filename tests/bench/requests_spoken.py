"""Requests as the project's own Chinese voices say them, and as the recogniser then hears them.

Each line is said by one of eight voices, chosen by a hash of the text; that takes minutes, so the sound is
kept in the cache directory. It is transcribed by whisper-base as a turn is, and heard again as a turn is
where it makes no sense.
"""

import hashlib
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from pathlib import Path
from time import perf_counter

import numpy as np

from assistant import paths
from assistant.attention import Utterance
from assistant.hosted import Hosted
from assistant.readings import meant
from assistant.rehearing import Reheard, Rehearing
from audio.frame import RATE, Samples
from audio.resample import resample
from intents.own import Own
from intents.repair.respelling import Respeller
from intents.vocabulary import Match
from models.kokoro import RATE as SPOKEN_RATE
from models.kokoro import Kokoro
from models.protocols import Transcript
from models.store import Store
from models.whisper import Whisper
from models.worker import Worker
from tests.bench.requests_judge import HOME

VOICES = (
    "zh-xiaobei", "zh-yunxi", "zh-xiaoni", "zh-yunjian",
    "zh-xiaoxiao", "zh-yunyang", "zh-xiaoyi", "zh-yunxia",
)  # fmt: skip
SILENCE = np.zeros(3000, np.int16)
"""Before and behind each request."""

Understand = Callable[[str, str], Match | None]


@dataclass(frozen=True, slots=True)
class Hearing:
    """What became of one request."""

    first: Transcript
    """As it was heard at first."""
    plain: Transcript
    """The reading of it that makes most sense."""
    last: Transcript
    """What it was taken for."""
    again_s: float
    """What it took to hear it again; 0 where that was not wanted."""


@dataclass(slots=True)
class _Ears:
    """The engines of one run."""

    rehearing: Rehearing
    understand: Understand
    spent_s: float = field(default=0.0)

    async def hear(self, samples: Samples) -> Hearing:
        first, _ = await self.rehearing.written(Utterance(samples, 0, len(samples), len(samples), True))
        self.spent_s = 0.0

        async def again(transcript: Transcript) -> tuple[Reheard, ...]:
            self.spent_s -= perf_counter()
            return tuple(await self.rehearing.texts(samples, transcript))

        last = await meant(first, self._understood, again)
        spent = self.spent_s + perf_counter() if self.spent_s else 0.0
        return Hearing(first, await meant(first, self._understood), last, spent)

    async def _understood(self, reading: Transcript) -> Match | None:
        return self.understand(reading.text, reading.language) if reading.text else None


async def heard(texts: Iterable[str], understand: Understand) -> dict[str, Hearing]:
    """Each text to what was heard of it."""
    wanted = list(texts)
    _speak(wanted)
    whisper = Whisper(Store(paths.models_dir()).find("whisper-base"), hints=Own().hints)
    respeller = Respeller(HOME)
    respeller.warm()
    spelling, listening = Worker("respelling"), Worker("recognition")
    ears = _Ears(Rehearing(Hosted(respeller, spelling), Hosted(whisper, listening)), understand)
    try:
        return {text: await ears.hear(np.load(_kept(text))) for text in wanted}
    finally:
        await spelling.aclose()
        await listening.aclose()


def voice_of(text: str) -> str:
    """Who says it: always the same."""
    return VOICES[hashlib.sha256(f"voice {text}".encode()).digest()[0] % len(VOICES)]


def _kept(text: str) -> Path:
    return paths.cache_dir() / "bench" / "spoken_zh" / f"{hashlib.sha256(text.encode()).hexdigest()[:24]}.npy"


def _speak(texts: Iterable[str]) -> None:
    """Have what is not kept yet said, a voice after the other, since each is loaded once."""
    missing = [text for text in texts if not _kept(text).is_file()]
    store = Store(paths.models_dir())
    for voice in VOICES:
        own = [text for text in missing if voice_of(text) == voice]
        if not own:
            continue
        _kept("").parent.mkdir(parents=True, exist_ok=True)
        kokoro = Kokoro(store.find("kokoro-82m"), {"zh": next(store.find(voice).glob("*.bin"))})
        for text in own:
            said = np.concatenate(list(kokoro.speak(text, "zh")))
            sound = resample(said, SPOKEN_RATE, RATE)
            np.save(_kept(text), np.concatenate([SILENCE, sound, SILENCE]))
