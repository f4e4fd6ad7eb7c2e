"""Eight hours in minutes: the real ear on a sound card with accidents, in virtual time, with cheap engines.

`python -m tests.bench.eight_hours [--hours N] [--real] [--json]`; `--real` takes the real wake word and voice
detectors, which need some minutes. Nothing may grow, and no frame may be lost that nobody counted.
"""

import argparse
import asyncio
import gc
import os
import tempfile
from collections import Counter
from collections.abc import Iterator, Sequence
from contextlib import aclosing
from dataclasses import dataclass, field, replace
from importlib.resources import as_file, files
from pathlib import Path

import numpy as np

from assistant import clock
from assistant.config import Config, stand_ins
from assistant.events import AnyEvent, Overrun, Turn, Wake
from assistant.hosted import Hosted
from assistant.household import Household, conversing, opened
from assistant.vigil import Vigil
from assistant.wallclock import LoopClock, SystemClock
from audio import wav
from audio.capture import RING_S, DeviceMicrophone
from audio.device import BLOCK_S
from audio.errors import DeviceMissing
from audio.frame import FRAME, RATE, Samples
from audio.hotplug import HotplugMicrophone, HotplugSpeaker
from audio.resample import resample
from models.protocols import Transcript
from models.scripted import MARKER, root_mean_square
from tests.bench.table import Row, show

PPM = 200
"""How much faster than the computer's the card's clock runs."""

ACCIDENT_S = 900.0
"""Seconds between two accidents."""

GROWTH_MB = 20
"""Megabytes that memory may grow by."""

WARM = 0.1
"""Share of the time after which everything has been used once, and memory counts."""


@dataclass
class Card:
    """A sound card that plays a loop of sound by a clock of its own, and has an accident now and then."""

    sound: Samples
    rate: int
    every_s: float = ACCIDENT_S
    captured: int = 0
    """Samples it has delivered."""
    streams: int = 0
    accidents: Counter[str] = field(default_factory=Counter)
    _tasks: set["asyncio.Task[None]"] = field(default_factory=set)
    _away_until: float = 0.0
    _next: float = 0.0
    _dead: bool = False

    async def open(self) -> DeviceMicrophone:
        """A stream of it. :raises DeviceMissing: it is not plugged in."""
        loop = asyncio.get_running_loop()
        if loop.time() < self._away_until:
            raise DeviceMissing("nothing is plugged in")
        microphone = DeviceMicrophone("card", self.rate, loop, _released)
        self.streams, self._dead = self.streams + 1, False
        self._next = self._next or loop.time() + self.every_s
        task = loop.create_task(self._play(microphone))
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)
        return microphone

    async def _play(self, microphone: DeviceMicrophone) -> None:
        size, loop = round(self.rate * BLOCK_S), asyncio.get_running_loop()
        due = loop.time()
        while not microphone.idle:
            due += BLOCK_S / (1 + PPM / 1e6)
            await asyncio.sleep(due - loop.time())
            self._deliver(microphone, size)
            if loop.time() >= self._next:
                self._next += self.every_s
                self._accident(microphone, size)

    def _deliver(self, microphone: DeviceMicrophone, size: int) -> None:
        at = self.captured % (len(self.sound) - size)
        block = np.zeros(size, np.int16) if self._dead else self.sound[at : at + size]
        self.captured += size
        microphone.capture(block[:, None], size, None, None)

    def _accident(self, microphone: DeviceMicrophone, size: int) -> None:
        kinds = ("falls digitally silent", "is pulled out for 20 s", "is read too late")
        kind = kinds[self.accidents.total() % len(kinds)]
        self.accidents[kind] += 1
        if kind == kinds[0]:
            self._dead = True
        elif kind == kinds[1]:
            self._away_until = asyncio.get_running_loop().time() + 20
            microphone.finished()
        else:
            for _ in range(round((RING_S + 1) / BLOCK_S)):
                self._deliver(microphone, size)


async def _released() -> None:
    """Nothing has to be closed."""


class _Hears:
    """Takes every utterance for the same request."""

    languages = frozenset({"en", "zh"})

    def transcribe(self, samples: Samples, language: str | None = None) -> Transcript:  # noqa: ARG002
        """The request, unless nothing sounds."""
        return Transcript("turn on the kitchen light" if root_mean_square(samples) > 30 else "", "en", 1.0)

    def likelihoods(self, samples: Samples, texts: Sequence[str], language: str) -> tuple[float, ...]:  # noqa: ARG002
        """None: it hears but one thing."""
        return ()

    def again(self, samples: Samples, language: str) -> tuple[tuple[str, float], ...]:  # noqa: ARG002
        """None: it hears but one thing."""
        return ()


@dataclass(frozen=True, slots=True)
class Lived:
    """What those hours were like."""

    hours: float
    turns: int
    wakes: int
    frames: int
    position: int
    """Samples since it began."""
    lost: int
    """Samples that were counted as lost, the time without a card included."""
    told: int
    """The same as told in events."""
    captured: int
    """Samples, at `RATE`, that the card delivered."""
    streams: int
    accidents: int
    grown_mb: float

    @property
    def uncounted(self) -> int:
        """Samples that are neither heard nor counted."""
        slack = self.streams * (FRAME + RATE // 5)  # what a stream holds back when it ends
        return (
            abs(self.position - self.frames * FRAME - self.lost)
            + abs(self.lost - self.told)
            + max(0, self.captured - self.position - slack)
        )


def live(hours: float, *, real: bool = False, every_s: float = ACCIDENT_S) -> Lived:
    """Live through so many hours; the card has a rate of its own where the detectors are `real`.

    The stand-ins know their wake word only by its exact samples, which resampling changes.
    """
    rate = 48_000 if real else RATE
    before = os.environ.get("XIAOBAN_HOME_DIR")
    with tempfile.TemporaryDirectory() as home:
        os.environ["XIAOBAN_HOME_DIR"] = home
        try:
            return clock.run(_live(hours, rate, real, every_s), virtual=True)
        finally:
            os.environ.pop("XIAOBAN_HOME_DIR")
            if before is not None:
                os.environ["XIAOBAN_HOME_DIR"] = before


async def _live(hours: float, rate: int, real: bool, every_s: float) -> Lived:
    card, counts, seconds = Card(resample(day(), RATE, rate), rate, every_s), Counter[str](), hours * 3600
    told = [0]

    def emit(event: AnyEvent) -> None:
        counts[type(event).__name__] += 1
        told[0] += event.lost if isinstance(event, Overrun) else 0

    vigil = Vigil(emit, LoopClock(SystemClock().now()))
    ears = HotplugMicrophone(card.open, on_lost=vigil.lost, on_found=vigil.found, on_muted=vigil.muted)
    async with (
        opened(_config(real)) as household,
        aclosing(wav.WavSpeaker(None)) as speaker,
        conversing(_deafened(household), ears, speaker, emit) as conversation,
    ):
        vigil.over(ears, HotplugSpeaker(_none))
        tasks = [asyncio.create_task(each) for each in (conversation.run(), vigil.run(conversation))]
        await asyncio.sleep(seconds * WARM)
        warm_mb = _memory_mb()
        await asyncio.sleep(seconds * (1 - WARM))
        await ears.aclose()
        await asyncio.wait(tasks[:1])
        tasks[1].cancel()
        ear = conversation.ear
        return Lived(
            hours=hours,
            turns=counts[Turn.__name__],
            wakes=counts[Wake.__name__],
            frames=ear.frames,
            position=ear.position,
            lost=ear.lost,
            told=told[0],
            captured=round(card.captured * RATE / rate),
            streams=card.streams,
            accidents=card.accidents.total(),
            grown_mb=_memory_mb() - warm_mb,
        )


def _config(real: bool) -> Config:
    quick = {"paraphrase": {"engine": "none"}, "language": {"engine": "none"}, "voice": {"turns": "none"}}
    config = Config.model_validate(quick)
    scripted = stand_ins(config)
    ears = {"wake": config.wake, "voice": config.voice} if real else {}
    return scripted.model_copy(update={"language": config.language, **ears})


def _deafened(household: Household) -> Household:
    """With the recogniser that always hears the same."""
    assert household.hearing
    hearing = household.hearing
    same = Hosted(_Hears(), hearing.transcriber.worker)
    return replace(household, hearing=replace(hearing, transcriber=same))


async def _none() -> wav.WavSpeaker:
    return wav.WavSpeaker(None)


def day() -> Samples:
    """A few minutes of a home: a quiet room, requests behind the wake word, and people who talk."""
    with as_file(files("assistant").joinpath("data", "recordings")) as directory:
        spoken = [wav.read(path) for path in sorted(Path(directory).glob("*.flac"))]
    return np.concatenate(list(_parts(spoken)))


def _parts(spoken: Sequence[Samples]) -> Iterator[Samples]:
    hiss = (np.random.default_rng(6).standard_normal(40 * RATE) * 12).astype(np.int16)
    for number, recording in enumerate(spoken):
        yield hiss
        if number % 2 == 0:
            yield MARKER
        yield recording
        yield hiss[: 3 * RATE]


def _memory_mb() -> float:
    gc.collect()
    pages = int(Path("/proc/self/statm").read_text("ascii").split()[1])
    return pages * os.sysconf("SC_PAGE_SIZE") / 1e6


def rows(hours: float = 8.0, *, real: bool = False) -> list[Row]:
    """The figures."""
    lived = live(hours, real=real)
    what = f"{hours:g} h, {lived.turns} requests, {lived.accidents} accidents, {lived.streams} streams"
    grown = f"{lived.grown_mb:.1f} MB"
    return [
        Row(f"memory grown in {what}", f"≤ {GROWTH_MB} MB", grown, lived.grown_mb <= GROWTH_MB),
        Row(
            f"samples lost uncounted ({lived.lost / RATE:.1f} s counted, {lived.frames} frames heard)",
            "0",
            str(lived.uncounted),
            lived.uncounted == 0,
        ),
    ]


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--hours", type=float, default=8.0)
    parser.add_argument("--real", action="store_true", help="the real wake word and voice detectors")
    parser.add_argument("--json", action="store_true")
    arguments = parser.parse_args()
    show(rows(arguments.hours, real=arguments.real))
