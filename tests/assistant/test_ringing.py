"""What is said about what rings: once, and only while it is wanted."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from assistant.ringing import Ringing
from audio.frame import Samples
from intents.vocabulary import Reply


class SlowMouth:
    """Takes a while for each sentence; tells what was heard to the end."""

    def __init__(self) -> None:
        self.heard: list[str] = []

    async def announce(self, text: str, language: str) -> None:
        assert language == "en"
        await asyncio.sleep(0.02)
        self.heard.append(text)

    async def play(self, samples: Samples, rate: int) -> None:
        assert len(samples) > rate / 10
        await asyncio.sleep(0.02)
        self.heard.append("ring")


@asynccontextmanager
async def ringing(mouth: SlowMouth, rings: set[str]) -> AsyncIterator[Ringing]:
    bell = Ringing(mouth, lambda: bool(rings))  # type: ignore[arg-type]  # what it uses of a mouth
    task = asyncio.create_task(bell.run())
    try:
        yield bell
    finally:
        task.cancel()
        await asyncio.wait([task])


async def test_what_was_stopped_while_it_was_being_told_is_not_told_later() -> None:
    mouth, rings = SlowMouth(), {"pasta"}
    async with ringing(mouth, rings) as bell:
        bell.begin(Reply("The pasta.", "en"), lambda: "pasta" in rings)
        await asyncio.sleep(0.01)
        bell.pause()
        rings.clear()
        bell.resume()
        await asyncio.sleep(0.05)
        assert mouth.heard == []
        rings.add("tea")
        bell.begin(Reply("The tea.", "en"), lambda: "tea" in rings)
        await asyncio.sleep(0.03)
    assert mouth.heard[0] == "The tea."


async def test_what_was_missed_is_told_once_whoever_was_speaking_has_finished() -> None:
    mouth = SlowMouth()
    async with ringing(mouth, set()) as bell:
        bell.pause()
        bell.begin(Reply("You missed it.", "en"))
        await asyncio.sleep(0.03)
        assert mouth.heard == []
        bell.resume()
        await asyncio.sleep(0.1)
    assert mouth.heard == ["You missed it.", "ring"]


async def test_what_was_interrupted_and_still_rings_is_told_again() -> None:
    mouth, rings = SlowMouth(), {"pasta"}
    async with ringing(mouth, rings) as bell:
        bell.begin(Reply("The pasta.", "en"), lambda: "pasta" in rings)
        await asyncio.sleep(0.01)
        bell.pause()
        bell.resume()
        await asyncio.sleep(0.03)
    assert mouth.heard[0] == "The pasta."
