"""A conversation in writing with the demo home, through the same turns as aloud."""

from collections.abc import AsyncIterator, Iterable
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from datetime import UTC
from functools import cache

from assistant.act import Actor
from assistant.agenda import Agenda
from assistant.home.demo import DemoHome, demo_layout
from assistant.lists import Lists
from assistant.rehearsal import Rehearsal
from assistant.turn import Question, Response, Turns, read_out
from assistant.understand import FastPath, Understanding
from intents.discourse.dialogue import Dialogue
from intents.layers import Layers
from intents.script import is_han
from intents.vocabulary import Context, Scalar
from models.protocols import ChatModel
from models.worker import Worker
from tests.assistant.speaking_home import HandClock


@cache
def demo_layers() -> Layers:
    """Patterns and repair over the demo home, which are the same for every test."""
    return Layers(demo_layout().home)


@dataclass(eq=False)
class Talk:
    """Somebody and Xiaoban."""

    home: DemoHome
    agenda: Agenda
    lists: Lists
    turns: Turns
    context: Context
    dialogue: Dialogue = field(default_factory=Dialogue)

    async def ask(self, text: str) -> Response:
        """The whole answer to one request."""
        question = Question(text, "zh" if is_han(text) else "en")
        response = await self.turns.respond(question, self.context, self.dialogue)
        self.said = await read_out(response.deltas)
        self.dialogue = response.dialogue.heard(self.said)
        return response

    async def say(self, text: str) -> str:
        """The reply to one request."""
        await self.ask(text)
        return self.said

    def state(self, device: str, part: str = "on") -> Scalar | None:
        """A part of a device's state."""
        return self.home.state(device).get(part)

    def on(self, domain: str = "light") -> list[str]:
        """What is on, without its domain."""
        found = (each.id for each in self.home.layout.devices if each.domain == domain)
        return [id_.partition(".")[2] for id_ in found if self.home.state(id_).get("on")]


@asynccontextmanager
async def talking(
    room: str | None = "living_room", layers: FastPath | None = None, model: ChatModel | None = None
) -> AsyncIterator[Talk]:
    """A conversation in a room, everything being off; what is not understood goes to `model`."""
    home, clock = DemoHome(), HandClock()
    for device in home.layout.devices:
        if home.state(device.id).get("on"):
            home.change(device.id, {"on": False})
    agenda = Agenda(None, clock, lambda _: None, zone=UTC)
    lists = Lists()
    worker, chat = Worker("patterns"), Worker("chat")
    understanding = Understanding(layers or demo_layers(), worker, model, chat, home.layout)
    actor = Actor(home, agenda, clock.now, UTC, lists)
    rehearsal = Rehearsal(home, agenda, clock.now, lists)
    try:
        yield Talk(home, agenda, lists, Turns(understanding, actor, rehearsal), Context(room))
    finally:
        await worker.aclose()
        await chat.aclose()


async def held(dialogue: str) -> None:
    """Hold a conversation of lines "what is said > what is answered"."""
    async with talking() as talk:
        for line in dialogue.strip().splitlines():
            text, reply = line.strip().split(" > ")
            await talk.ask(text)
            assert talk.said == reply, text


async def answered(dialogue: Iterable[tuple[str, str]]) -> None:
    """Hold a conversation of what is said and a part of what is answered."""
    async with talking() as talk:
        for text, part in dialogue:
            await talk.ask(text)
            assert part.casefold() in talk.said.casefold(), text
