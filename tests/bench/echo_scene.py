"""A conversation in a simulated room, with the ears and cancellers of the product and stories for answers."""

import asyncio
import time
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass, field, replace

from assistant import duplex
from assistant.config import Config
from assistant.conversation import Conversation
from assistant.events import AnyEvent
from assistant.hosted import Hosted
from assistant.household import Household, conversing, opened
from assistant.voices import Voices
from audio import wav
from audio.echo import EchoFree
from audio.frame import Samples
from audio.reference import Reference
from models.protocols import StopDetector, Transcriber, Transcript
from models.worker import Worker
from tests.bench.stories import Kept, Storyteller
from tests.room import Response, Room, response
from tests.shared import SHARED

DATA = SHARED / "data"
DELAYS_S = (0.0, 0.06, 0.15)
LEVEL = 2000.0
"""Root mean square of people and of the echo, in steps of int16."""
ASKS = {"en": "tell me a story", "zh": "讲个故事"}
OWN = {"en": "en-joe", "zh": "zh-xiaobei"}


def rooms() -> Sequence[Response]:
    """The rooms of noise/."""
    return [response(wav.read(path)) for path in sorted((DATA / "noise").glob("rir_*.flac"))]


def echo_free(place: Room, reference: Reference) -> EchoFree:
    """The microphone of a room as it is with real devices."""
    clean = duplex.echo_free(place.microphone, Config(), reference)
    assert isinstance(clean, EchoFree)
    return clean


class Timed:
    """A transcriber that notes the processor time of each recognition."""

    def __init__(self, engine: Transcriber) -> None:
        self._engine = engine
        self.cpu_s: list[float] = []

    @property
    def languages(self) -> frozenset[str]:
        """As the engine's."""
        return self._engine.languages

    def transcribe(self, samples: Samples, language: str | None = None) -> Transcript:
        """As the engine does."""
        began = time.process_time()
        heard = self._engine.transcribe(samples, language)
        self.cpu_s.append(time.process_time() - began)
        return heard

    def likelihoods(self, samples: Samples, texts: Sequence[str], language: str) -> tuple[float, ...]:
        """As the engine does."""
        return self._engine.likelihoods(samples, texts, language)

    def again(self, samples: Samples, language: str) -> tuple[tuple[str, float], ...]:
        """As the engine does."""
        return self._engine.again(samples, language)


class Counted:
    """A stop detector that counts what it heard."""

    def __init__(self, engine: StopDetector) -> None:
        self._engine = engine
        self.heard = 0

    def process(self, samples: Samples) -> Transcript | None:
        """As the engine does."""
        told = self._engine.process(samples)
        self.heard += told is not None
        return told

    def reset(self) -> None:
        """As the engine does."""
        self._engine.reset()


@dataclass(slots=True)
class Scene:
    """One conversation in one room."""

    place: Room
    conversation: Conversation
    transcriber: Timed
    stops: Counted | None
    events: list[AnyEvent] = field(default_factory=list)

    def ask(self, language: str) -> None:
        """Have a story told."""
        self.conversation.order(ASKS[language], lambda: None)

    async def until(self, kind: type[AnyEvent], since: int, patience_s: float) -> AnyEvent | None:
        """The next event of that kind behind the first `since` ones."""
        loop = asyncio.get_running_loop()
        deadline = loop.time() + patience_s
        while loop.time() < deadline:
            if found := next((event for event in self.events[since:] if isinstance(event, kind)), None):
                return found
            await asyncio.sleep(0.016)
        return None


@asynccontextmanager
async def household() -> AsyncIterator[Household]:
    """What a user runs, with stories instead of a language model and their sound off the disk."""
    config = Config.model_validate(
        {"wake": {"words": ["alexa"]}, "language": {"engine": "none"}, "audio": {"chime": False}}
    )
    async with opened(config, speaking=False) as loaded:
        assert loaded.hearing is not None
        worker, chat = Worker("stories"), Worker("storyteller")
        voices = Voices({language: Hosted(Kept(id_, language), worker) for language, id_ in OWN.items()})
        timed = Timed(loaded.hearing.transcriber.engine)
        stops = loaded.hearing.stops
        hearing = replace(
            loaded.hearing,
            transcriber=Hosted(timed, loaded.hearing.transcriber.worker),
            stops=Hosted(Counted(stops.engine), stops.worker) if stops else None,
        )
        yield replace(loaded, hearing=hearing, voices=voices, chat=Hosted(Storyteller(), chat))
        await worker.aclose()
        await chat.aclose()


@asynccontextmanager
async def scene(home: Household, room: Response, delay_s: float) -> AsyncIterator[Scene]:
    """A conversation in a room, with echo cancellation as with real devices."""
    reference, events = Reference(), list[AnyEvent]()
    assert home.hearing is not None
    assert isinstance(home.hearing.transcriber.engine, Timed)
    stops = home.hearing.stops.engine if home.hearing.stops else None
    assert stops is None or isinstance(stops, Counted)
    place = Room(room, delay_s, reference)
    clean = echo_free(place, reference)
    async with conversing(home, clean, place.speaker, events.append) as conversation:
        running = asyncio.create_task(conversation.run())
        yield Scene(place, conversation, home.hearing.transcriber.engine, stops, events)
        running.cancel()
        await asyncio.wait([running])
