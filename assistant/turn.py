"""One question and its answer, the same whether it was asked aloud or in writing."""

from collections.abc import AsyncIterator
from dataclasses import dataclass, field
from time import perf_counter

from assistant.act import Actor, Answer
from assistant.events import Turn
from assistant.rehearsal import Rehearsal
from assistant.understand import ChatReply, History, Understanding
from intents.answer import yes_or_no
from intents.vocabulary import Context, Intent, Match, Outcome, Reply, Route

LONGEST = 1_000
"""Characters of a request that are read; nobody says more in one breath, and patterns grow slow on noise."""

_UNKNOWN = {
    "en": "Sorry, I did not understand that.",
    "zh": "抱歉，我没听懂。",
    "it": "Scusa, non ho capito.",
}
_LEFT_ALONE = {"en": "All right, I left it alone.", "zh": "好的，没有动它。", "it": "Va bene, lascio stare."}

_NOTHING_SAID = {
    "en": "I have not said anything yet.",
    "zh": "我还没说过什么。",
    "it": "Non ho ancora detto niente.",
}


@dataclass(frozen=True, slots=True)
class Question:
    """What was asked."""

    text: str
    language: str
    """ISO 639-1."""
    at: int = 0
    """Position of the end of speech, in samples."""
    timing_ms: dict[str, float] = field(default_factory=dict)
    """What its hearing took; the rest of the turn adds to it."""


@dataclass(slots=True)
class Response:
    """What is to be said, and everything that is known of how it came about."""

    question: Question
    deltas: AsyncIterator[str]
    """The text to say, while it is being written."""
    match: Match | None = None
    outcomes: tuple[Outcome, ...] = ()
    route: Route = Route.NONE
    asks: bool = False
    """Whether an answer is awaited."""
    pending: Match | None = None
    """What would be done after a yes."""

    def event(self, reply: str) -> Turn:
        """The whole turn, once the reply is known."""
        intents = self.match.intents if self.match else ()
        chat = self.route is Route.CHAT
        return Turn(
            at=self.question.at,
            lang=self.question.language,
            heard=self.question.text,
            route=self.route.value,
            intent=intents[0].name if intents else ("Chat" if chat else None),
            slots=dict(intents[0].slots) if intents else {},
            confidence=round(self.match.confidence, 3) if self.match else 0.0,
            intents=tuple((intent.name, dict(intent.slots)) for intent in intents),
            actions=self.outcomes,
            reply=reply,
            timing_ms={name: round(ms, 1) for name, ms in self.question.timing_ms.items()},
        )


class Turns:
    """Understands a question and does what it asks for."""

    def __init__(self, understanding: Understanding, actor: Actor, rehearsal: Rehearsal) -> None:
        """Understand with one, act with the other; `rehearsal` is for guessing what will be said."""
        self._understanding = understanding
        self._actor = actor
        self._rehearsal = rehearsal

    async def warm(self) -> None:
        """Have the language model read what every question begins with. :raises ModelError: it cannot."""
        await self._understanding.warm()

    async def respond(
        self, question: Question, context: Context, history: History, pending: Match | None
    ) -> Response:
        """Act and have the reply ready to be said; `pending` is what the user was asked to confirm.

        :raises ModelError: the language model failed.
        """
        if pending is not None and (answer := yes_or_no(question.text, question.language)) is not None:
            return await self._settle(question, context, pending, yes=answer)
        with _timed(question, "understand"):
            text = question.text[:LONGEST]
            meaning = await self._understanding.understand(text, question.language, context, history)
        match meaning:
            case Match(intents=(Intent(name="Repeat"),)):
                return _again(question, meaning, history)
            case Match():
                return await self._act(question, meaning, context)
            case ChatReply(deltas, _):
                return Response(question, deltas, route=Route.CHAT)
            case None:
                return Response(question, _once(_UNKNOWN.get(question.language, _UNKNOWN["en"])))

    async def foresee(self, question: Question, context: Context) -> Match | None:
        """What was probably meant, when it takes no long thinking to know."""
        return await self._understanding.quickly(question.text[:LONGEST], question.language, context)

    async def rehearse(self, match: Match, context: Context) -> Reply:
        """What would probably be said; nothing is done."""
        return await self._rehearsal.reply(match, context)

    async def _settle(self, question: Question, context: Context, pending: Match, *, yes: bool) -> Response:
        if yes:
            return await self._act(question, pending, context, confirmed=True)
        return Response(
            question, _once(_LEFT_ALONE.get(question.language, _LEFT_ALONE["en"])), route=Route.FAST
        )

    async def _act(
        self, question: Question, match: Match, context: Context, *, confirmed: bool = False
    ) -> Response:
        with _timed(question, "act"):
            answer: Answer = await self._actor.act(match, context, confirmed=confirmed)
        return Response(
            question,
            _once(answer.reply.text),
            match=match,
            outcomes=answer.outcomes,
            route=match.route,
            asks=answer.reply.asks,
            pending=answer.pending,
        )


def _again(question: Question, match: Match, history: History) -> Response:
    """What was said last, once more."""
    said = next((reply for _, reply in reversed(history) if reply), None)
    return Response(
        question, _once(said or _in(_NOTHING_SAID, question.language)), match=match, route=match.route
    )


def _in(said: dict[str, str], language: str) -> str:
    return said.get(language, said["en"])


async def read_out(deltas: AsyncIterator[str]) -> str:
    """The whole text, for those who read it."""
    return "".join([delta async for delta in deltas]).strip()


async def _once(text: str) -> AsyncIterator[str]:
    if text:
        yield text


class _timed:  # noqa: N801  # reads as a statement
    """Notes how long a stage took, in real milliseconds: virtual time would say none."""

    def __init__(self, question: Question, stage: str) -> None:
        self._timing, self._stage = question.timing_ms, stage

    def __enter__(self) -> None:
        self._start = perf_counter()

    def __exit__(self, *_: object) -> None:
        self._timing[self._stage] = (perf_counter() - self._start) * 1000
