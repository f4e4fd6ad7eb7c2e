"""Puts the rooms together: engines that are loaded once, and a conversation that uses them."""

import asyncio
import logging
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import TypeVar

from assistant import engines, paths
from assistant.act import Actor
from assistant.agenda import Agenda
from assistant.aired import OwnVoice
from assistant.alarms import Alarm
from assistant.bells import Bells
from assistant.company import Company
from assistant.config import Config
from assistant.conversation import Conversation
from assistant.ear import Ear
from assistant.events import Emit, HomeChanged
from assistant.home.demo import DemoHome, demo_layout
from assistant.hosted import Hosted
from assistant.lists import Lists
from assistant.mouth import Mouth
from assistant.own_intents import load_own
from assistant.pace import Pace
from assistant.rehearing import Rehearing
from assistant.rehearsal import Rehearsal
from assistant.ringing import Ringing
from assistant.timer import Timer
from assistant.turn import Turns
from assistant.understand import Understanding
from assistant.voices import Voices
from assistant.waking import Waking
from assistant.wallclock import Clock, SystemClock
from audio.ports import Microphone, Speaker
from intents.home import Home
from intents.layers import Layers
from intents.own import Own
from intents.repair.respelling import Respeller
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
from models.store import Store
from models.worker import Worker

logger = logging.getLogger(__name__)

E = TypeVar("E")


@dataclass(frozen=True, slots=True, eq=False)
class Hearing:
    """The engines of the ear."""

    wake: Hosted[WakeDetector]
    verifier: Hosted[WakeVerifier] | None
    voice: Hosted[VoiceDetector]
    transcriber: Hosted[Transcriber]
    turns: Hosted[TurnDetector] | None = None
    stops: Hosted[StopDetector] | None = None
    respeller: Hosted[Respeller] | None = None


@dataclass(frozen=True, slots=True, eq=False)
class Household:
    """Everything that is loaded; shared by the conversations of one process."""

    config: Config
    patterns: Hosted[Layers]
    chat: Hosted[ChatModel] | None
    hearing: Hearing | None
    voices: Voices | None
    own: Own = field(default_factory=Own)
    """The home's own intents."""


class _Loader:
    """Starts a worker for each engine and loads it there; closing ends the workers."""

    def __init__(self, config: Config, stack: AsyncExitStack, own: Own) -> None:
        self._config = config
        self._own = own
        self._stack = stack
        self._store = Store(paths.models_dir())

    def worker(self, name: str) -> Worker:
        worker = Worker(name)
        self._stack.push_async_callback(worker.aclose)
        return worker

    async def hosted(self, name: str, make: Callable[[], E]) -> Hosted[E]:
        worker = self.worker(name)
        return Hosted(await worker.call(make), worker)

    async def hearing(self) -> Hearing:
        config, store = self._config, self._store
        wake, voice, transcriber, turns, respeller = await asyncio.gather(
            self.hosted("wake", lambda: engines.wake_detector(config)),
            self.hosted("voice", lambda: engines.voice_detector(config)),
            self.hosted("recognition", lambda: engines.transcriber(config, store, self._own.hints)),
            self.turns(),
            self.respeller(),
        )
        verifier = engines.wake_verifier(config, transcriber.engine)
        hosted = None if verifier is None else Hosted(verifier, transcriber.worker)
        stops = await self.stops(transcriber.engine)
        return Hearing(wake, hosted, voice, transcriber, turns, stops, respeller)

    async def respeller(self) -> Hosted[Respeller] | None:
        """Of Chinese alone: other languages are spelled as they sound, or near enough."""
        if "zh" not in self._config.general.languages:
            return None
        hosted = await self.hosted("respelling", lambda: Respeller(demo_layout().home))
        await hosted.worker.call(hosted.engine.warm)
        return hosted

    async def stops(self, transcriber: Transcriber) -> Hosted[StopDetector] | None:
        worker = self.worker("stop words")
        detector = await worker.call(engines.stop_detector, self._config, transcriber)
        return None if detector is None else Hosted(detector, worker)

    async def turns(self) -> Hosted[TurnDetector] | None:
        worker = self.worker("end of turn")
        detector = await worker.call(engines.turn_detector, self._config, self._store)
        return None if detector is None else Hosted(detector, worker)

    async def voices(self) -> Voices:
        by_language: dict[str, Hosted[Synthesizer]] = {}
        made = engines.synthesizers(self._config, self._store)
        loaded = await asyncio.gather(*(self.hosted("speech", make) for make, _ in made))
        for hosted, (_, languages) in zip(loaded, made, strict=True):
            by_language |= dict.fromkeys(languages, hosted)
        return Voices(by_language)

    async def chat(self) -> Hosted[ChatModel] | None:
        worker = self.worker("language model")
        model = await worker.call(engines.chat_model, self._config, self._store)
        return None if model is None else Hosted(model, worker)

    async def patterns(self, layout: Home) -> Hosted[Layers]:
        hosted = await self.hosted("patterns", lambda: layers(layout, self._config, own=self._own))
        await hosted.worker.call(hosted.engine.warm)
        return hosted


def layers(
    layout: Home, config: Config, languages: tuple[str, ...] = ("en", "zh"), own: Own | None = None
) -> Layers:
    """The quick layers of understanding, as configured, with the home's `own` intents."""
    encoder = engines.sentence_encoder(config)
    return Layers(layout, languages, own, encoder.encode if encoder else None)


@asynccontextmanager
async def opened(
    config: Config, *, hearing: bool = True, speaking: bool = True, thinking: bool = True
) -> AsyncIterator[Household]:
    """Load what is wanted, each engine in its own thread; leaving gives it back.

    :raises ModelMissing: weights that the configuration needs are not installed.
    :raises EngineFailed: an engine could not be loaded.
    :raises ConfigError: a file of the home's own intents cannot be used.
    """
    async with AsyncExitStack() as stack:
        own = load_own()
        loader = _Loader(config, stack, own)
        ears, voices, chat, patterns = await asyncio.gather(
            _if(hearing, loader.hearing),
            _if(speaking, loader.voices),
            _if(thinking, loader.chat),
            loader.patterns(demo_layout().home),
        )
        yield Household(config, patterns, chat, ears, voices, own)


async def _if(wanted: bool, load: Callable[[], Awaitable[E]]) -> E | None:
    return await load() if wanted else None


@asynccontextmanager
async def company(
    household: Household,
    clock: Clock,
    timers: Path | None,
    on_ring: Callable[[Timer], None],
    on_alarm: Callable[[Alarm], None] = lambda _: None,
) -> AsyncIterator[Company]:
    """A home and an agenda of one's own; timers are kept at `timers`, alarms and lists beside, or nowhere."""
    home = DemoHome()
    agenda = Agenda(timers, clock, on_ring, on_alarm)
    lists = Lists(timers and timers.with_name("lists.json"))
    pace = Pace(timers and timers.with_name("pace.json"))
    for damaged in filter(None, (agenda.damaged, lists.damaged, pace.damaged)):
        logger.error(
            "a file of timers, alarms, lists or settings could not be read; it was put aside as %s", damaged
        )
    chat = household.chat
    understanding = Understanding(
        household.patterns.engine,
        household.patterns.worker,
        chat.engine if chat else None,
        chat.worker if chat else None,
        home.layout,
        now=clock.now,
    )
    actor = Actor(home, agenda, clock.now, lists=lists, own=household.own, pace=pace)
    rehearsal = Rehearsal(home, agenda, clock.now, lists, household.own, pace)
    try:
        yield Company(home, agenda, Turns(understanding, actor, rehearsal), pace)
    finally:
        await home.aclose()


@asynccontextmanager
async def conversing(  # noqa: PLR0913  # the place where the rooms meet
    household: Household,
    microphone: Microphone,
    speaker: Speaker,
    emit: Emit,
    *,
    wake: bool = True,
    clock: Clock | None = None,
    timers: Path | None = None,
    full_duplex: bool = True,
) -> AsyncIterator[Conversation]:
    """A conversation between whoever is at the microphone and this household; `run` it.

    `full_duplex` where the microphone does not hear the speaker: then "stop" needs no wake word.
    """
    config, hearing, voices = household.config, household.hearing, household.voices
    if hearing is None or voices is None:
        raise ValueError("a conversation needs a household that was opened to hear and to speak")
    waking = _waking(config, hearing, emit) if wake else None
    await _fresh(hearing)

    def on_ring(timer: Timer) -> None:
        bells.timer(timer)

    def on_alarm(alarm: Alarm) -> None:
        bells.alarm(alarm)

    async with company(household, clock or SystemClock(), timers, on_ring, on_alarm) as answering:
        mouth = Mouth(speaker, voices, lambda: answering.pace.times)
        ringing = Ringing(mouth, lambda: answering.agenda.ringing)
        own = OwnVoice(lambda: mouth.now_saying, lambda: full_duplex and (mouth.sounding or ringing.active))
        ear = Ear(microphone, waking, hearing.voice, config.voice, emit, stops=hearing.stops, own=own)
        answering.home.subscribe(lambda device, state: emit(HomeChanged(ear.position, device, state)))
        conversation = Conversation(
            ear, mouth, hearing.transcriber, answering, ringing, config, emit, hearing.turns,
            Rehearing(hearing.respeller, hearing.transcriber),
        )  # fmt: skip
        bells = Bells(answering.agenda, ear, ringing, conversation, emit, config.general.languages[0])
        yield conversation


def _waking(config: Config, hearing: Hearing, emit: Emit) -> Waking:
    """What hears the wake words that are configured."""
    words, gate = engines.wake_words(config), engines.wake_gate(config)
    return Waking(hearing.wake, hearing.verifier, words, emit, gate)


async def _fresh(hearing: Hearing) -> None:
    """Let the detectors forget what they heard in another conversation."""
    await hearing.wake.worker.call(hearing.wake.engine.reset)
    await hearing.voice.worker.call(hearing.voice.engine.reset)
