"""Recordings played to the assistant at real pace, and how long each stage of its answers took."""

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from contextlib import aclosing
from dataclasses import dataclass, replace
from pathlib import Path
from statistics import median, quantiles

import numpy as np

from assistant.events import AnyEvent, Turn
from assistant.hosted import Hosted
from assistant.household import Household, conversing
from audio import wav
from audio.frame import Samples
from audio.playlist import PlaylistMicrophone
from models.protocols import Transcriber, Transcript

FIRST_SOUND = "speech_end_to_first_audio"
FAST_FIRST_SOUND = "fast_path_to_first_audio"
_FAST = frozenset({"fast", "repaired", "semantic"})
_WAIT_S = 10.0
"""Seconds for which speech that needs no wake word is waited for; a recording without any ends then."""


@dataclass(frozen=True, slots=True, eq=False)
class Answered:
    """One answer to a recording."""

    recording: Path
    turn: Turn
    samples: Samples
    """What was transcribed: the utterance as the endpointer cut it."""

    @property
    def fast(self) -> bool:
        """Whether no language model was needed."""
        return self.turn.route in _FAST


class Overheard:
    """A transcriber whose last utterance is remembered."""

    def __init__(self, transcriber: Transcriber) -> None:
        """Ask `transcriber`."""
        self._transcriber = transcriber
        self.last: Samples = np.zeros(0, dtype=np.int16)

    @property
    def languages(self) -> frozenset[str]:
        """ISO 639-1 codes it can be asked to write."""
        return self._transcriber.languages

    def transcribe(self, samples: Samples, language: str | None = None) -> Transcript:
        """The words in 16 kHz samples."""
        self.last = samples
        return self._transcriber.transcribe(samples, language)

    def likelihoods(self, samples: Samples, texts: Sequence[str], language: str) -> tuple[float, ...]:
        """How likely each text is."""
        return self._transcriber.likelihoods(samples, texts, language)

    def again(self, samples: Samples, language: str) -> tuple[tuple[str, float], ...]:
        """What else it may be."""
        return self._transcriber.again(samples, language)


async def answers(household: Household, recordings: Sequence[Path], *, wake: bool) -> tuple[Answered, ...]:
    """Play the recordings one after another, each until it is answered; without `wake` each is meant for us.

    :raises BadRecording: one of them is missing or no audio.
    """
    if household.hearing is None:
        raise ValueError("answers need a household that was opened to hear")
    transcriber = household.hearing.transcriber
    overheard = Overheard(transcriber.engine)
    listening: Hosted[Transcriber] = Hosted(overheard, transcriber.worker)
    hearing = replace(household.hearing, transcriber=listening)
    found: list[Answered] = []
    playing = recordings[0]
    ready: list[bool] = []

    def note(event: AnyEvent) -> None:
        if isinstance(event, Turn):
            found.append(Answered(playing, event, overheard.last))

    def begin(recording: Path, _: int) -> None:
        nonlocal playing
        playing = recording
        if not wake:
            conversation.ear.attend(_WAIT_S)

    microphone = PlaylistMicrophone(recordings, lambda: bool(ready) and conversation.quiet, begin)
    async with (
        aclosing(wav.WavSpeaker(None)) as speaker,
        conversing(replace(household, hearing=hearing), microphone, speaker, note, wake=wake) as conversation,
    ):
        await conversation.warm()
        ready.append(True)
        await conversation.run()
    return tuple(found)


def stages(turns: Sequence[Answered]) -> dict[str, dict[str, float]]:
    """Median and 95th percentile of the milliseconds of each stage."""
    found: Mapping[str, list[float]] = defaultdict(list)
    for answered in turns:
        for stage, ms in answered.turn.timing_ms.items():
            found[stage].append(ms)
        if answered.fast and FIRST_SOUND in answered.turn.timing_ms:
            found[FAST_FIRST_SOUND].append(answered.turn.timing_ms[FIRST_SOUND])
    return {stage: summary(values) for stage, values in found.items()}


def cut_short(turns: Sequence[Answered], rounds: int = 1) -> int:
    """How many recordings of one request each, played `rounds` times, were answered before their end."""
    counts = Counter(answered.recording for answered in turns)
    return sum(max(0, count - rounds) for count in counts.values())


def summary(values: Sequence[float]) -> dict[str, float]:
    """Median, 95th percentile and number."""
    ninety_fifth = quantiles(values, n=20, method="inclusive")[-1] if len(values) > 1 else values[0]
    return {"median": round(median(values), 1), "p95": round(ninety_fifth, 1), "count": len(values)}
