"""One question and its answer, the same whether it was asked aloud or in writing."""

import asyncio
from collections.abc import AsyncGenerator
from dataclasses import dataclass, field, replace
from time import perf_counter

from assistant.act import Actor, Answer
from assistant.events import Turn
from assistant.rehearsal import Rehearsal
from assistant.understand import ChatReply, Understanding
from intents.discourse.answer import yes_or_no
from intents.discourse.dialogue import MOST_ASKED, Asked, Change, Dialogue, Exchange
from intents.vocabulary import Context, Intent, Match, Outcome, Reply, Route

LONGEST = 1_000
"""Characters of a request that are read; nobody says more in one breath, and patterns grow slow on noise."""

APOLOGY = {
    "en": "Sorry, something went wrong with that.",
    "zh": "抱歉，刚才出了点问题。",
    "it": "Scusa, qualcosa è andato storto.",
}
_UNKNOWN = {
    "en": "Sorry, I did not understand that.",
    "zh": "抱歉，我没听懂。",
    "it": "Scusa, non ho capito.",
}
_LEFT_ALONE = {"en": "All right, I left it alone.", "zh": "好的，没有动它。", "it": "Va bene, lascio stare."}

_ALL_RIGHT = {"en": "All right.", "zh": "好的。", "it": "Va bene."}

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
    deltas: AsyncGenerator[str, None]
    """The text to say, while it is being written."""
    match: Match | None = None
    outcomes: tuple[Outcome, ...] = ()
    route: Route = Route.NONE
    dialogue: Dialogue = field(default_factory=Dialogue)
    """The conversation with this turn; tell it with `heard` what was heard of the reply."""

    @property
    def asks(self) -> bool:
        """Whether an answer is awaited."""
        return self.dialogue.asked is not None

    def event(self, reply: str) -> Turn:
        """The whole turn, once the reply is known."""
        return told(self.question, self.match, self.route, reply, self.outcomes)


def told(
    question: Question, match: Match | None, route: Route, reply: str, outcomes: tuple[Outcome, ...] = ()
) -> Turn:
    """A turn as it is told to programs."""
    intents = match.intents if match else ()
    return Turn(
        at=question.at,
        lang=question.language,
        heard=question.text,
        route=route.value,
        intent=intents[0].name if intents else ("Chat" if route is Route.CHAT else None),
        slots=dict(intents[0].slots) if intents else {},
        confidence=round(match.confidence, 3) if match else 0.0,
        intents=tuple((intent.name, dict(intent.slots)) for intent in intents),
        actions=outcomes,
        reply=reply,
        timing_ms={name: round(ms, 1) for name, ms in question.timing_ms.items()},
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

    async def respond(self, question: Question, context: Context, dialogue: Dialogue) -> Response:
        """Act and have the reply ready to be said.

        :raises ModelError: the language model failed.
        """
        turn = _Turn(question, context, dialogue.at(asyncio.get_running_loop().time()))
        if turn.asked is not None and (response := await self._answered(turn, turn.asked)):
            return response
        with _timed(question, "understand"):
            meaning = await self._understanding.understand(
                turn.text, question.language, context, turn.dialogue.unasked()
            )
        if turn.asked is not None and meaning is None and turn.asked.times < MOST_ASKED:
            return turn.asking_again(turn.asked)
        match meaning:
            case Match(intents=(Intent(name="Repeat"),)):
                return turn.says_again(meaning)
            case Match():
                return await self._act(turn, meaning, _undone(turn.dialogue, meaning))
            case ChatReply(deltas, _):
                return turn.ends(deltas, route=Route.CHAT)
            case None:
                return turn.ends(_once(in_language(_UNKNOWN, question.language)))

    async def foresee(self, question: Question, context: Context, dialogue: Dialogue) -> Match | None:
        """What was probably meant, when it takes no long thinking to know; no answer is foreseen."""
        seen = dialogue.at(asyncio.get_running_loop().time())
        if seen.asked is not None:
            return None
        return await self._understanding.quickly(question.text[:LONGEST], question.language, context, seen)

    async def rehearse(self, match: Match, context: Context, dialogue: Dialogue) -> Reply:
        """What would probably be said; nothing is done."""
        return await self._rehearsal.reply(match, context, _undone(dialogue, match))

    async def _answered(self, turn: "_Turn", asked: Asked) -> Response | None:
        """What an answer to our question brings about; None when it is something else."""
        language = turn.question.language
        says = yes_or_no(turn.question.text, language)
        if says is False or self._understanding.declines(turn.text, language, asked):
            noted = asked.kind == "mean" and asked.match.intents[0].name == "SetReminder"
            return turn.ends(
                _once(in_language(_ALL_RIGHT if noted else _LEFT_ALONE, language)), route=Route.FAST
            )
        if asked.kind in ("sure", "mean"):
            sure = replace(asked.match, sure=True)
            return await self._act(turn, sure, asked.undo, confirmed=asked.kind == "sure") if says else None
        with _timed(turn.question, "understand"):
            match = await self._understanding.answered(turn.text, language, turn.context, asked)
        return None if match is None else await self._act(turn, match, asked.undo)

    async def _act(
        self, turn: "_Turn", match: Match, undo: tuple[Change, ...], *, confirmed: bool = False
    ) -> Response:
        with _timed(turn.question, "act"):
            answer: Answer = await self._actor.act(match, turn.context, confirmed=confirmed, undo=undo)
        return turn.acted(match, answer)


@dataclass(frozen=True, slots=True)
class _Turn:
    """One question in its conversation."""

    question: Question
    context: Context
    dialogue: Dialogue

    @property
    def text(self) -> str:
        """As much of the request as is read."""
        return self.question.text[:LONGEST]

    @property
    def asked(self) -> Asked | None:
        """The question of ours that this may answer."""
        return self.dialogue.asked

    def ends(
        self, deltas: AsyncGenerator[str, None], match: Match | None = None, route: Route = Route.NONE
    ) -> Response:
        """Something is said and nothing was done."""
        talk = route is Route.CHAT
        exchange = Exchange(self.text, "", self.question.language, match, talk=talk)
        return self._response(deltas, exchange, None, route)

    def says_again(self, match: Match) -> Response:
        """What was said last, once more."""
        said = next((each.reply for each in reversed(self.dialogue.exchanges) if each.reply), None)
        text = said or in_language(_NOTHING_SAID, self.question.language)
        return self.ends(_once(text), match, match.route)

    def asking_again(self, asked: Asked) -> Response:
        """The same question once more: what came was no answer, and nothing else either."""
        said = self.dialogue.last.reply if self.dialogue.last else ""
        exchange = Exchange(self.text, "", self.question.language)
        return self._response(_once(said), exchange, replace(asked, times=asked.times + 1), Route.NONE)

    def acted(self, match: Match, answer: Answer) -> Response:
        """Something was done, or tried, or is asked about."""
        asked = answer.asked and replace(answer.asked, text=self.text)
        if asked and self.asked and asked.kind == self.asked.kind and asked.kind != "sure":
            times = self.asked.times + 1
            asked = replace(asked, times=times, text=self.asked.text) if times <= MOST_ASKED else None
        exchange = Exchange(self.text, "", self.question.language, match, answer.things, answer.changes)
        response = self._response(_once(answer.reply.text), exchange, asked, match.route)
        return replace(response, match=match, outcomes=answer.outcomes)

    def _response(
        self, deltas: AsyncGenerator[str, None], exchange: Exchange, asked: Asked | None, route: Route
    ) -> Response:
        now = replace(exchange, at=asyncio.get_running_loop().time())
        dialogue = self.dialogue.then(now, asked)
        return Response(self.question, deltas, exchange.match, route=route, dialogue=dialogue)


def _undone(dialogue: Dialogue, match: Match) -> tuple[Change, ...]:
    """What is taken back, where that is asked for."""
    last = dialogue.deed
    return last.changes if last and any(intent.name == "Undo" for intent in match.intents) else ()


def in_language(said: dict[str, str], language: str) -> str:
    """What is said in that language; in English where it is not there."""
    return said.get(language, said["en"])


async def read_out(deltas: AsyncGenerator[str, None]) -> str:
    """The whole text, for those who read it."""
    return "".join([delta async for delta in deltas]).strip()


async def _once(text: str) -> AsyncGenerator[str, None]:
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
