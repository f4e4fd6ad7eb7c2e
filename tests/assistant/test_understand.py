"""A request is understood by the quickest layer that can."""

from collections.abc import AsyncIterator, Iterator, Sequence
from contextlib import asynccontextmanager
from datetime import UTC, datetime

import pytest

from assistant.understand import ChatReply, FastPath, Understanding
from intents.acts import Candidate
from intents.discourse.dialogue import Dialogue, Exchange
from intents.home import Area, Device, Home
from intents.vocabulary import Context, Intent, Match, Route
from models.protocols import Choice, Message
from models.worker import Worker

HOME = Home(
    areas=(Area("study", {"en": ("study",), "zh": ("书房",)}),),
    devices=(
        Device(
            "light.study",
            {"en": ("desk lamp",), "zh": ("台灯",)},
            "study",
            capabilities=frozenset({"brightness"}),
        ),
        Device("lock.front", {"en": ("front door",), "zh": ("前门",)}, "study"),
    ),
)
ON = Match((Intent("HassTurnOn", {"name": "desk lamp"}),), 1.0, Route.FAST, "en")
HERE = Context(area="study")


class Patterns:
    """Knows one sentence."""

    def recognize(self, text: str, language: str, context: Context) -> Match | None:  # noqa: ARG002  # the protocol's
        return ON if text == "turn on the desk lamp" else None

    def concern(self, text: str) -> float:
        return 0.1 if "beautiful" in text else 1.0

    def possible(self, text: str, language: str, context: Context) -> tuple[Candidate, ...]:  # noqa: ARG002  # the protocol's
        flight = Candidate("set a reminder", Intent("SetReminder", {"time": "the fifteenth"}), complete=False)
        return (flight,) if "flight" in text else ()


class Writer:
    """Writes or chooses what it was given, and keeps what it was asked."""

    name = "writer"

    def __init__(self, *replies: str) -> None:
        self.replies = list(replies)
        self.asked: list[tuple[tuple[Message, ...], Sequence[str]]] = []
        self.sure = 0.9
        self.closed = 0
        self.warmed: list[tuple[Message, ...]] = []

    def chat(self, messages: Sequence[Message], *, max_tokens: int = 256) -> Iterator[str]:  # noqa: ARG002  # the protocol's
        self.asked.append((tuple(messages), ()))
        try:
            yield from self.replies.pop(0)
        finally:
            self.closed += 1

    def choose(self, messages: Sequence[Message], choices: Sequence[str]) -> Iterator[Choice | None]:
        self.asked.append((tuple(messages), choices))
        yield None
        yield Choice(choices.index(self.replies.pop(0)), self.sure)

    def warm(self, messages: Sequence[Message]) -> None:
        self.warmed.append(tuple(messages))


@asynccontextmanager
async def understanding(model: Writer | None, layers: FastPath | None = None) -> AsyncIterator[Understanding]:
    fast, chat = Worker("patterns"), Worker("chat")
    try:
        now = datetime(2026, 11, 22, 8, 30, tzinfo=UTC)
        yield Understanding(layers or Patterns(), fast, model, chat if model else None, HOME, now=lambda: now)
    finally:
        await fast.aclose()
        await chat.aclose()


async def test_what_a_pattern_says_never_reaches_the_model():
    model = Writer()
    async with understanding(model) as it:
        assert await it.understand("turn on the desk lamp", "en", HERE) == ON
    assert model.asked == []


async def test_a_need_is_met_by_a_choice_among_what_the_home_has():
    model = Writer("turn on the desk lamp")
    async with understanding(model) as it:
        match = await it.understand("I can't see anything in here", "en", HERE)
    assert match == Match((Intent("HassTurnOn", {"name": "desk lamp"}),), 0.9, Route.LLM, "en")


async def test_a_choice_that_is_unlikely_is_asked_about_and_one_that_is_unlikelier_is_none():
    model = Writer("turn on the desk lamp", "turn on the desk lamp", "Try a torch.")
    async with understanding(model) as it:
        model.sure = 0.6
        match = await it.understand("I can't see anything in here", "en", HERE)
        model.sure = 0.4
        reply = await it.understand("I can't see a thing in here", "en", HERE)
        assert isinstance(reply, ChatReply)
        await reply.deltas.aclose()
    assert isinstance(match, Match)
    assert not match.sure


async def test_what_is_hardly_like_any_request_may_be_one_of_the_likeliest():
    model = Writer("set a reminder", "none of these", "Have a good flight!")
    model.sure = 0.6
    async with understanding(model) as it:
        asked = await it.understand("i have a flight on the fifteenth", "en", HERE)
        answered = await it.understand("the flight was long", "en", HERE)
        assert isinstance(answered, ChatReply)
        await answered.deltas.aclose()
    assert isinstance(asked, Match)
    assert asked.intents == (Intent("SetReminder", {"time": "the fifteenth"}),)
    assert not asked.sure
    assert not asked.complete
    assert model.asked[0][1] == ("set a reminder", "none of these")


async def test_talk_that_is_like_no_request_is_no_choice_however_many_things_it_names():
    model = Writer("Indeed.")
    async with understanding(model) as it:
        reply = await it.understand("what a beautiful desk lamp, and so bright", "en", HERE)
        assert isinstance(reply, ChatReply)
        assert "".join([delta async for delta in reply.deltas]) == "Indeed."


async def test_what_names_a_place_that_the_home_lacks_is_told_so_and_not_done_elsewhere():
    guess = Guess("HassTurnOn", area="balcony")
    async with understanding(Writer(), guess) as it:
        assert await it.understand("turn on the balcony light", "en", HERE) == guess.match


async def test_none_of_these_becomes_an_answer_in_words():
    model = Writer("都不是", "那可不好说。")
    async with understanding(model) as it:
        reply = await it.understand("台灯真好看啊", "zh", HERE)
        assert isinstance(reply, ChatReply)
        assert "".join([delta async for delta in reply.deltas]) == "那可不好说。"
    assert reply.language == "zh"


async def test_small_talk_goes_straight_to_the_answer_and_remembers_the_turns_before():
    model = Writer("It's eight hundred and something metres high.")
    async with understanding(model) as it:
        before = Dialogue((Exchange("tell me of the Burj", "A tower.", "en"),))
        reply = await it.understand("and how high is it now?", "en", HERE, before)
        assert isinstance(reply, ChatReply)
        await anext(reply.deltas)
        await reply.deltas.aclose()
    assert len(model.asked) == 1
    messages, choices = model.asked[0]
    assert not choices
    assert [message.content for message in messages[-3:-1]] == ["tell me of the Burj", "A tower."]
    assert "08:30" in messages[-1].content
    assert model.closed == 1  # somebody interrupted


@pytest.mark.parametrize(
    ("claimed", "said"),
    [
        ("Of course. I will unlock the door immediately. Anything else?", "Sorry, I did not"),
        ("The lights are now on.", "Sorry, I did not"),
        ("Doors keep the cold out.", "Doors keep the cold out."),
    ],
)
async def test_an_answer_in_words_never_claims_a_deed(claimed: str, said: str) -> None:
    async with understanding(Writer(claimed)) as understands:
        answer = await understands.understand("let the cat in", "en", HERE)
        assert isinstance(answer, ChatReply)
        assert "".join([piece async for piece in answer.deltas]).startswith(said)


async def test_what_was_done_is_no_example_for_answers_in_words() -> None:
    model = Writer("Fine, thank you.")
    before = Dialogue((Exchange("turn on the desk lamp", "The desk lamp is on.", "en", ON),))
    async with understanding(model) as understands:
        answer = await understands.understand("how are you", "en", HERE, before)
        assert isinstance(answer, ChatReply)
        assert "".join([piece async for piece in answer.deltas]) == "Fine, thank you."
    assert not any("The desk lamp is on." in message.content for message in model.asked[-1][0])


async def test_without_a_model_what_no_pattern_says_is_not_understood():
    async with understanding(None) as it:
        assert await it.understand("it is dark", "en", HERE) is None


async def test_the_beginning_of_every_question_is_read_ahead_once():
    model = Writer("Good morning.")
    async with understanding(model) as it:
        await it.warm()
        reply = await it.understand("good morning", "en", HERE)
        assert isinstance(reply, ChatReply)
        await anext(reply.deltas)
        await reply.deltas.aclose()
    assert len(model.warmed) == 1
    beginning = model.warmed[0]
    assert model.asked[0][0][: len(beginning)] == beginning


@pytest.mark.parametrize("text", ["is the desk lamp on", "台灯开着吗"])
async def test_a_question_can_only_be_answered_by_reading(text):
    model = Writer("都不是" if "灯" in text else "none of these", "I don't know.")
    async with understanding(model) as it:
        reply = await it.understand(text, "zh" if "灯" in text else "en", HERE)
        assert isinstance(reply, ChatReply)
        await reply.deltas.aclose()
    choices = str(model.asked[0][1])
    assert "turn" not in choices
    assert "打开" not in choices


class Guess:
    """Knows what is wanted, though not of which device or with which value."""

    def __init__(self, intent: str, **slots: str) -> None:
        self.match = Match((Intent(intent, slots),), 0.7, Route.SEMANTIC, "en", complete=False)

    def recognize(self, text: str, language: str, context: Context) -> Match | None:  # noqa: ARG002  # the protocol's
        return self.match

    def concern(self, text: str) -> float:  # noqa: ARG002  # the protocol's
        return 1.0

    def possible(self, text: str, language: str, context: Context) -> tuple[Candidate, ...]:  # noqa: ARG002  # the protocol's
        return ()


async def test_what_is_half_understood_is_chosen_answered_or_asked_about_but_never_pretended():
    model = Writer("turn on the desk lamp", "none of these", "Eighty-four.")
    async with understanding(model, Guess("HassTurnOn")) as it:
        chosen = await it.understand("I can't see anything in here", "en", HERE)
        left = await it.understand("I can't see anything in here", "en", HERE)
    async with understanding(model, Guess("Calculate")) as it:
        answered = await it.understand("twelve by seven", "en", HERE)
    assert isinstance(chosen, Match)
    assert chosen.route is Route.LLM
    assert left == Guess("HassTurnOn").match
    assert isinstance(answered, ChatReply)
    await answered.deltas.aclose()


async def test_without_a_model_what_is_half_understood_is_asked_about():
    async with understanding(None, Guess("HassTurnOn")) as it:
        assert await it.understand("somehow", "en", HERE) == Guess("HassTurnOn").match


class Heard:
    """Understands one thing whatever is said."""

    def __init__(self, intent: Intent) -> None:
        self.intent = intent

    def recognize(self, text: str, language: str, context: Context) -> Match | None:  # noqa: ARG002  # the protocol's
        return Match((self.intent,), 1.0, Route.FAST, "en")


@pytest.mark.parametrize(
    "intent",
    [
        Intent("Translate", {"text": "good morning", "language": "zh"}),
        Intent("Translate", {"text": "good morning"}),
        Intent("HassMediaSearchAndPlay", {"media_class": "story"}),
    ],
)
async def test_translations_and_stories_are_told_by_the_model_and_understood_without_one(
    intent: Intent,
) -> None:
    async with understanding(Writer("早上好。"), Heard(intent)) as understands:
        assert isinstance(await understands.understand("x", "en", HERE), ChatReply)
    async with understanding(None, Heard(intent)) as understands:
        match = await understands.understand("x", "en", HERE)
    assert isinstance(match, Match)
    assert match.intents == (intent,)
