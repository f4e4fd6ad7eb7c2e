"""Wakes and false wakes of "alexa" by real people, verified or not: `python -m tests.bench.wake [--quick]`.

The recordings are those of shared/data: wake/ with the word, not_wake/ without it, and wake/ once more with
the kitchen of noise/ under it, 10, 5 and 0 dB below the speech, and with four people who talk at once. How
late a wake is known counts from where the speech of a recording ends, and holds what was computed for it;
first of all at real pace, through the ear. Then, the share of a core that the ear takes in a quiet room and
while others talk. `--quick` takes every tenth recording.
"""

import asyncio
import json
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import chain
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory
from time import process_time

import numpy as np

from assistant import clock, engines
from assistant.config import Config, Wake
from assistant.ear import Ear
from assistant.household import opened
from assistant.sentry import Sentry
from assistant.signals import Woken
from assistant.waking import Waking
from audio import wav
from audio.frame import FRAME, RATE, Samples
from models.cascade import Suspect
from models.gate import Gate
from models.window import Windows

DATA = Path(__file__).resolve().parents[3] / "shared" / "data"
WORD = "alexa"
SNR_DB = 10
SPOKEN = 0.1
"""Share of the loudest 20 ms below which a recording of one word is not speech any more."""

WAYS = {
    "as it is (microWakeWord, verified)": Wake(engine="microwakeword", words=(WORD,)),
    "microWakeWord alone": Wake(engine="microwakeword", words=(WORD,), verify=False),
    "openWakeWord, verified": Wake(engine="openwakeword", words=(WORD,)),
    "openWakeWord alone": Wake(engine="openwakeword", words=(WORD,), verify=False),
}


@dataclass(slots=True)
class Tally:
    """What one way of waking made of many recordings."""

    recordings: int = 0
    woken: int = 0
    wakes: int = 0
    checks: int = 0
    seconds: float = 0.0
    cpu_s: float = 0.0

    def __str__(self) -> str:
        """Misses, wakes, and what they cost."""
        hours = self.seconds / 3600
        return (
            f"{self.recordings - self.woken:4} of {self.recordings} missed, {self.wakes:4} wakes, "
            f"{self.checks / hours:6.1f} checks an hour, {self.cpu_s / self.seconds:6.2%} of a core"
        )


def recordings(name: str, every: int = 1) -> list[Path]:
    """The files of a set."""
    lines = (DATA / f"{name}.jsonl").read_text("utf-8").splitlines()
    return [DATA / json.loads(line)["path"] for line in lines[::every]]


def frames(sound: Samples) -> Iterator[Samples]:
    """As the probe gives them: a second of silence behind."""
    windows = Windows(FRAME)
    for block in chain([sound], [np.zeros(RATE, dtype=np.int16)]):
        yield from windows.feed(block)


def loudness(sound: Samples) -> np.ndarray:
    """Root mean square of every 20 ms."""
    blocks = sound[: len(sound) // 320 * 320].reshape(-1, 320).astype(np.float64)
    return np.asarray(np.sqrt(np.mean(np.square(blocks), axis=1)))


def speech_end(sound: Samples) -> int:
    """Position behind the last loud look."""
    levels = loudness(sound)
    return int(np.flatnonzero(levels > SPOKEN * levels.max())[-1] + 1) * 320


def noisy(sound: Samples, noise: Samples, draw: np.random.Generator, snr_db: float = SNR_DB) -> Samples:
    """The sound with a random piece of noise so many decibels below its speech."""
    levels = loudness(sound)
    speech = np.sqrt(np.mean(np.square(levels[levels > SPOKEN * levels.max()])))
    at = int(draw.integers(0, len(noise) - len(sound)))
    piece = noise[at : at + len(sound)].astype(np.float64)
    share = speech / np.sqrt(np.mean(np.square(piece))) / 10 ** (snr_db / 20)
    mixed: Samples = np.clip(sound + share * piece, -32768, 32767).astype(np.int16)
    return mixed


def babble(voices: int = 4, seconds: int = 60) -> Samples:
    """So many people who speak at once without the word."""
    length, every = seconds * RATE, recordings("not_wake")
    mixed = np.zeros(length)
    for voice in range(voices):
        spoken = np.concatenate([wav.read(path).astype(np.float64) for path in every[voice::97]])
        mixed += np.resize(spoken, length) / np.sqrt(np.mean(np.square(spoken)))
    return np.asarray(mixed * (3000 / np.sqrt(np.mean(np.square(mixed)))), dtype=np.int16)


def _with(noise: Samples, snr_db: float, every: int) -> Iterator[Samples]:
    draw = np.random.default_rng(0)
    return (noisy(wav.read(path), noise, draw, snr_db) for path in recordings("wake", every))


def tally(sentry: Sentry, sounds: Iterator[Samples]) -> tuple[Tally, list[float]]:
    """The count, and how many seconds after the end of speech each first wake was known."""
    count, late = Tally(), []
    for sound in sounds:
        known: list[float] = []

        def told(_: Suspect, position: int, known: list[float] = known) -> None:
            known.append(position / RATE)

        began = process_time()
        watch = sentry.watch(frames(sound), told)
        count.cpu_s += process_time() - began
        count.recordings += 1
        count.woken += bool(watch.wakes)
        count.wakes += len(watch.wakes)
        count.checks += watch.checks
        count.seconds += len(sound) / RATE
        if known:
            late.append(known[0] - speech_end(sound) / RATE + watch.verifying_s / watch.checks)
    return count, late


def rows(every: int = 1, ways: Sequence[str] = tuple(WAYS)) -> Iterator[tuple[str, str, Tally, float | None]]:
    """Way, set, count, and the median of how late a wake was known."""
    kitchen = wav.read(DATA / "noise/picovoice_kitchen.flac")
    noises = [("a kitchen", kitchen, 5), ("a kitchen", kitchen, 0)]
    noises += [("babble of four", babble(), snr_db) for snr_db in (10, 5, 0)]
    for way in ways:
        sentry = Sentry.of(Config(wake=WAYS[way]))
        draw = np.random.default_rng(0)
        sets = {
            "wake": map(wav.read, recordings("wake", every)),
            "wake in a kitchen": (noisy(wav.read(p), kitchen, draw) for p in recordings("wake", every)),
            "not_wake": map(wav.read, recordings("not_wake", every)),
        }
        sets |= {
            f"wake in {name}, {snr_db} dB": _with(noise, snr_db, every) for name, noise, snr_db in noises
        }
        for name, sounds in sets.items():
            count, late = tally(sentry, sounds)
            yield way, name, count, median(late) if late and name == "wake" else None


async def _listen(sound: Path, config: Config) -> float:
    """Seconds of processor time that the ear takes for a recording."""
    async with opened(config, speaking=False, thinking=False) as household:
        assert household.hearing is not None
        hearing = household.hearing
        waking = Waking(hearing.wake, hearing.verifier, engines.wake_words(config), lambda _: None, Gate())
        ear = Ear(wav.WavMicrophone(sound), waking, hearing.voice, config.voice, lambda _: None)
        began = process_time()
        await ear.run()
        return process_time() - began


async def _called(sound: Path, config: Config) -> list[int]:
    """Positions of a microphone at real pace when it was known that a word had been said."""
    async with opened(config, speaking=False, thinking=False) as household:
        assert household.hearing is not None
        hearing, known = household.hearing, list[int]()
        waking = Waking(hearing.wake, hearing.verifier, engines.wake_words(config), lambda _: None, Gate())
        ear = Ear(wav.WavMicrophone(sound), waking, hearing.voice, config.voice, lambda _: None)

        async def note() -> None:
            async for signal in ear.signals():
                if isinstance(signal, Woken):
                    known.append(ear.position)
                    ear.ignore()

        await asyncio.gather(ear.run(), note())
        return known


def live(count: int = 20) -> list[float]:
    """Seconds from the end of each word to the knowledge of it, at real pace with everything between."""
    quiet = np.zeros(RATE, dtype=np.int16)
    sounds = [wav.read(path) for path in recordings("wake")[:count]]
    parts = [part for sound in sounds for part in (quiet, sound)]
    starts = np.cumsum([0, *(len(part) for part in parts)])[1::2]
    ends = [start + speech_end(sound) for start, sound in zip(starts, sounds, strict=False)]
    with TemporaryDirectory() as directory:
        file = Path(directory) / "words.wav"
        wav.write(file, np.concatenate([*parts, quiet]))
        known = clock.run(_called(file, Config(wake=Wake(words=(WORD,)))))
    return [min((at - end for at in known if at - end > -RATE), default=0) / RATE for end in ends]


def idle(every: int = 1) -> Iterator[tuple[str, float]]:
    """What is heard, and the share of a core that hearing it takes; nobody says the word."""
    talk = [wav.read(path) for path in recordings("not_wake", 10 * every)]
    hiss = np.random.default_rng(0).normal(0, 12, 300 * RATE).astype(np.int16)
    with TemporaryDirectory() as directory:
        for name, sound in {"a quiet room": hiss, "others talking": np.concatenate(talk)}.items():
            file = Path(directory) / "room.wav"
            wav.write(file, sound)
            spent = clock.run(_listen(file, Config(wake=Wake(words=(WORD,)))), virtual=True)
            yield name, spent / (len(sound) / RATE)


def main() -> None:
    """Print the table."""
    every = 10 if "--quick" in sys.argv else 1
    late = live()
    print(f"at real pace, {len(late)} words known {median(late):.2f} s after their end")  # noqa: T201  # the same
    for name, share in idle(every):
        print(f"{'the ear':36} {name:18} {share:.2%} of a core", flush=True)  # noqa: T201  # a measurement
    for way, name, count, after in rows(every):
        known = f", known {after:.2f} s after the word at the median" if after is not None else ""
        print(f"{way:36} {name:18} {count}{known}", flush=True)  # noqa: T201  # a measurement


if __name__ == "__main__":
    main()
