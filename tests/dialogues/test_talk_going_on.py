"""What goes on with free talk is talk, though at another time the same words would be an order."""

from collections.abc import Iterator, Sequence

import pytest

from intents.vocabulary import Route
from models.protocols import Choice, Message
from tests.assistant.talking import talking


class Talker:
    """Talks, and does nothing."""

    name = "talker"

    def chat(self, messages: Sequence[Message], *, max_tokens: int = 256) -> Iterator[str]:  # noqa: ARG002  # the protocol's
        yield "Well."

    def choose(self, messages: Sequence[Message], choices: Sequence[str]) -> Iterator[Choice | None]:  # noqa: ARG002  # the protocol's
        yield Choice(len(choices) - 1, 1.0)

    def warm(self, messages: Sequence[Message]) -> None:
        """Nothing to evaluate."""


TALK = {
    "who was Cleopatra": (
        "another one",
        "one more please",
        "go on",
        "and then",
        "why",
        "really",
        "tell me more",
    ),
    "李白是谁": (
        "再来一个",
        "换一个",
        "继续",
        "继续讲",
        "然后呢",
        "为什么呢",
        "真的吗",
        "还有吗",
        "再讲一个好笑的",
    ),
}


@pytest.mark.parametrize("question", TALK)
async def test_what_asks_for_more_talk_is_talk(question: str) -> None:
    for more in TALK[question]:
        async with talking(model=Talker()) as talk:
            assert (await talk.ask(question)).route is Route.CHAT
            assert (await talk.ask(more)).route is Route.CHAT, more


@pytest.mark.parametrize(
    "order", ["turn on the kitchen light", "打开客厅灯", "what time is it", "下一首", "next song"]
)
async def test_an_order_behind_talk_is_an_order(order: str) -> None:
    async with talking(model=Talker()) as talk:
        await talk.ask("who was Cleopatra")
        assert (await talk.ask(order)).route is Route.FAST


@pytest.mark.parametrize("skip", ["another one", "换一个", "继续"])
async def test_without_talk_before_it_is_about_what_plays(skip: str) -> None:
    async with talking(model=Talker()) as talk:
        assert (await talk.ask(skip)).route is Route.FAST


@pytest.mark.parametrize(
    "asked",
    ["are you always listening", "do you record us", "你会把我说的话传到网上吗", "你是不是一直在偷听"],
)
async def test_who_asks_whether_they_are_overheard_is_told_the_truth_and_not_what_a_model_makes_up(
    asked: str,
) -> None:
    async with talking(model=Talker()) as talk:
        assert await talk.say(asked) in (
            "I only wait for my name. What you say is understood here and never leaves this house.",
            "我只等人叫我的名字。你说的话就在这里听懂，不会传出家门。",
        )


async def test_one_more_behind_music_is_more_of_that_music() -> None:
    async with talking() as talk:
        first = await talk.ask("放首周杰伦的歌")
        again = await talk.ask("再来一个")
        assert again.match
        assert first.match
        assert again.match.intents == first.match.intents
