"""The language model rests while nobody needs it, and is back before it is asked."""

import asyncio
from collections.abc import Sequence
from pathlib import Path

from assistant import clock
from assistant.config import Config
from assistant.engines import chat_model
from assistant.hosted import Hosted
from assistant.siesta import Siesta
from models.errors import EngineFailed
from models.protocols import ChatModel, Message
from models.resting import Resting
from models.scripted import Script, ScriptedChat
from models.store import Store
from models.worker import Worker

HELLO = (Message("user", "hello there"),)
OPENING = (Message("system", "You are Xiaoban."),)


class Loads:
    """Makes chat models, and remembers what they were told."""

    def __init__(self) -> None:
        self.count = 0
        self.warmed: list[tuple[Message, ...]] = []
        self.broken = False

    def __call__(self) -> ChatModel:
        if self.broken:
            raise EngineFailed("the disk is gone")
        self.count += 1
        loads = self

        class Remembers(ScriptedChat):
            def warm(self, messages: Sequence[Message]) -> None:
                loads.warmed.append(tuple(messages))

        return Remembers()


def test_what_rests_answers_as_before_and_knows_what_it_knew() -> None:
    loads = Loads()
    model = Resting(loads)
    model.warm(OPENING)
    assert "".join(model.chat(HELLO)) == "hello there"
    model.rest()
    model.rest()
    assert (model.awake, model.rests, model.name) == (False, 1, "scripted")
    assert "".join(model.chat(HELLO)) == "hello there"
    assert (loads.count, loads.warmed) == (2, [OPENING, OPENING])


def _lived(*script: tuple[float, str]) -> list[tuple[float, bool]]:
    """When it was seen awake or at rest, each second of what happened at those times; it rests after 60 s."""
    seen: list[tuple[float, bool]] = []

    async def main() -> None:
        worker, model = Worker("language model"), Resting(Loads())
        siesta, loop = Siesta(Hosted(model, worker), 60), asyncio.get_running_loop()
        running = asyncio.create_task(siesta.run())
        for at_s, what in script:
            await asyncio.sleep(at_s - loop.time())
            if what == "wake":
                siesta.wanted()
                await asyncio.sleep(0.1)
            elif what == "ask":
                _ = [piece async for piece in worker.stream(model.chat, HELLO)]
            seen.append((at_s, model.awake))
        running.cancel()
        await asyncio.gather(running, return_exceptions=True)
        await worker.aclose()

    clock.run(main(), virtual=True)
    return seen


def test_it_rests_when_nobody_asks_and_is_loaded_at_the_wake_word() -> None:
    assert _lived((50, ""), (100, ""), (200, "wake"), (210, "ask"), (250, ""), (400, "")) == [
        (50, True),
        (100, False),
        (200, True),
        (210, True),
        (250, True),
        (400, False),
    ]


def test_a_home_that_talks_to_it_keeps_it_awake() -> None:
    talk = [(30.0 * number, "wake") for number in range(1, 12)]
    assert all(awake for _, awake in _lived(*talk))


def test_one_that_cannot_be_loaded_again_is_tried_at_the_next_wake() -> None:
    async def main() -> None:
        worker, loads = Worker("language model"), Loads()
        model = Resting(loads)
        siesta = Siesta(Hosted(model, worker), 60)
        running = asyncio.create_task(siesta.run())
        await asyncio.sleep(100)
        loads.broken = True
        siesta.wanted()
        await asyncio.sleep(1)
        assert not model.awake
        loads.broken = False
        await asyncio.sleep(200)
        siesta.wanted()
        await asyncio.sleep(1)
        assert model.awake
        running.cancel()
        await asyncio.gather(running, return_exceptions=True)
        await worker.aclose()

    clock.run(main(), virtual=True)


def test_only_who_wants_it_has_a_model_that_rests(tmp_path: Path) -> None:
    store = Store(tmp_path)
    resting = Config.model_validate({"language": {"engine": "scripted", "unload_after_min": 5}})
    assert isinstance(chat_model(resting, store), Resting)
    assert isinstance(
        chat_model(Config.model_validate({"language": {"engine": "scripted"}}), store), ScriptedChat
    )


def test_a_story_goes_on_though_it_is_told_to_rest_meanwhile() -> None:
    model = Resting(lambda: ScriptedChat(Script(replies=("once upon a time",))))
    story = model.chat(HELLO)
    next(story)
    model.rest()
    assert "".join(story) == " upon a time"
