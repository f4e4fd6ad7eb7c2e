"""From words to meaning: patterns, repair, likeness, a bounded choice by a language model, a free answer."""

import logging
from collections.abc import AsyncGenerator, Callable
from contextlib import aclosing
from dataclasses import dataclass, replace
from datetime import datetime
from math import inf
from typing import Protocol

from intents import grammar, prompt
from intents.acts import Candidate
from intents.asking import READ_ONLY, is_question
from intents.claim import NOTHING_DONE, NOTHING_TOLD, claims_deed, only_assents, only_promises
from intents.clause import clauses
from intents.discourse import Discourse
from intents.discourse.dialogue import Asked, Dialogue
from intents.home import Home
from intents.narrow import Narrower
from intents.semantic.senses import ANSWERED, is_told
from intents.vocabulary import Context, Intent, Match, Route
from models.protocols import ChatModel, Message
from models.worker import Worker

logger = logging.getLogger(__name__)

History = tuple[tuple[str, str], ...]
"""What the user and the assistant said, oldest first."""

MEANT = 0.5
"""How likely it must be that the home is meant at all before the model is asked what is."""
ACTS, ASKS = 0.8, 0.5
"""From which probability a choice is carried out, and from which it is asked about.

Qwen2.5-Coder 1.5B made something of 53 of 104 sentences. Of six that it was so sure of, two named what the
home lacks (it is no longer asked about those), three could be meant, and one asked about another city; of
those from one half on, two in three were meant.
"""
CHAT_TOKENS = 160
"""Three sentences and a margin; the sentences are spoken, and nobody wants a minute of them."""


_NAMED = frozenset({"name", "area", "floor"})

_Lately = tuple[tuple[str, str, Context, Dialogue], Match | None]
"""What was asked last, at a pause perhaps, and what it meant."""


class FastPath(Protocol):
    """Patterns, patterns on repaired words, and likeness: `intents.layers.Layers`."""

    def recognize(self, text: str, language: str, context: Context) -> Match | None:
        """What the words mean, when a pattern says so, perhaps of words like them."""

    def concern(self, text: str) -> float:
        """How likely it is that anything is asked for that a home can do."""

    def possible(self, text: str, language: str, context: Context) -> tuple[Candidate, ...]:
        """What may be meant by words that nothing is like enough."""


@dataclass(frozen=True, slots=True)
class ChatReply:
    """A free answer, while it is being written."""

    deltas: AsyncGenerator[str, None]
    """Pieces of text to speak; closing it stops the model."""
    language: str
    """ISO 639-1."""


class Understanding:
    """Decides what a request means, by the quickest layer that can."""

    def __init__(  # noqa: PLR0913  # two engines, each with the thread it lives on
        self,
        recognizer: FastPath,
        fast_worker: Worker,
        chat_model: ChatModel | None,
        chat_worker: Worker | None,
        home: Home,
        *,
        now: Callable[[], datetime] | None = None,
    ) -> None:
        """Understand requests to `home`; `now` lets a free answer know the time."""
        self._discourse = Discourse(home, recognizer)
        self._fast, self._fast_worker = recognizer, fast_worker
        self._chat = (chat_model, chat_worker) if chat_model and chat_worker else None
        self._narrower = Narrower(home)
        self._now = now
        self._warm = False
        self._lately: _Lately | None = None

    async def warm(self) -> None:
        """Let the model know beforehand what every question begins with."""
        if self._chat and not self._warm:
            self._warm = True
            model, worker = self._chat
            await worker.call(model.warm, _messages(prompt.opening()))

    async def understand(
        self, text: str, language: str, context: Context, dialogue: Dialogue | None = None
    ) -> Match | ChatReply | None:
        """What to do, or what to say; None when nothing was understood and there is no language model.

        :raises ModelError: the language model failed.
        """
        match = await self.quickly(text, language, context, dialogue)
        if match and self._chat and is_told(match.intents[0]):
            return self._told(match.intents[0], text, language, dialogue.history if dialogue else ())
        if not self._chat or (match and ((match.complete and match.sure) or match.route is Route.FAST)):
            return match  # what a pattern found incomplete, no model knows better
        await self.warm()
        if chosen := await self._choose(text, language, context, match):
            return chosen
        if match and match.intents[0].name not in ANSWERED:
            return match  # a free answer would only say that it was done
        return self._answer(text, language, dialogue.history if dialogue else ())

    async def quickly(
        self, text: str, language: str, context: Context, dialogue: Dialogue | None = None
    ) -> Match | None:
        """What the words mean in their conversation, when no language model is needed to tell.

        The last answer is kept.
        """
        asked = (text, language, context, dialogue or Dialogue())
        if self._lately is None or self._lately[0] != asked:
            match = await self._fast_worker.call(self._discourse.understand, *asked)
            self._lately = asked, match
        return self._lately[1]

    async def answered(self, text: str, language: str, context: Context, asked: Asked) -> Match | None:
        """What is to be done after this answer to a question of ours; None when it is none."""
        return await self._fast_worker.call(self._discourse.answered, text, language, context, asked)

    def declines(self, text: str, language: str, asked: Asked) -> bool:
        """Whether the answer is that none is meant."""
        return self._discourse.declines(text, language, asked)

    async def _choose(self, text: str, language: str, context: Context, guess: Match | None) -> Match | None:
        """One of the few things that this home could do; the model is not asked where there are none."""
        candidates = await self._fast_worker.call(self._possible, text, language, context, guess)
        if not candidates or not self._chat:
            return None
        model, worker = self._chat
        labels = grammar.labels(candidates, language)
        messages = _messages(prompt.choice(text, labels))
        *_, choice = [each async for each in worker.stream(model.choose, messages, labels)]
        logger.debug("chosen among %d", len(candidates))
        chosen = grammar.chosen(choice, candidates, language) if choice else None
        return _weighed(chosen) if chosen else None

    def _possible(
        self, text: str, language: str, context: Context, guess: Match | None
    ) -> tuple[Candidate, ...]:
        """What may be chosen: of a kind that is known already, or anything where the home seems meant."""
        if guess is None:
            if self._fast.concern(text) < MEANT:
                return ()
            near = self._narrower.narrow(text, language, context.area)
            done = {each.intent.name for each in near}
            kinds = self._fast.possible(text, language, context)
            return (*near, *(each for each in kinds if each.intent.name not in done))
        [wanted, *others] = guess.intents
        if others or wanted.slots.keys() & _NAMED:
            return ()  # it names what the home lacks, and is told so
        near = self._narrower.narrow(text, language, context.area)
        return tuple(each for each in near if each.intent.name == wanted.name)

    def _told(self, intent: Intent, text: str, language: str, history: History) -> ChatReply | None:
        """What only the model knows to tell: a story, or the words in another language."""
        words = intent.slots.get("text")
        if intent.name != "Translate" or not isinstance(words, str):
            return self._answer(text, language, history)
        into = intent.slots.get("language")
        return self._written(prompt.translation(words, str(into) if into else None), language, asked=True)

    def _answer(self, text: str, language: str, history: History) -> ChatReply | None:
        now = self._now() if self._now else None
        said = prompt.chat(text, language, history, now)
        return self._written(said, language, asked=is_question(text, language))

    def _written(self, said: tuple[prompt.Said, ...], language: str, *, asked: bool) -> ChatReply | None:
        if not self._chat:
            return None
        model, worker = self._chat
        written = worker.stream(model.chat, _messages(said), max_tokens=CHAT_TOKENS)
        return ChatReply(honest(written, language, asked=asked, most=CHAT_TOKENS), language)


def _weighed(chosen: Match) -> Match | None:
    """To be carried out, asked about, or neither; nobody is asked whether they meant to ask."""
    if chosen.confidence >= ACTS:
        return chosen
    asks = chosen.confidence >= ASKS and chosen.intents[0].name not in READ_ONLY
    return replace(chosen, sure=False) if asks else None


async def honest(
    deltas: AsyncGenerator[str, None], language: str, *, asked: bool = False, most: float = inf
) -> AsyncGenerator[str, None]:
    """A free answer clause by clause, up to the first that claims a deed: talking does nothing.

    It is cut off after `most` pieces, and then ends with what was whole.

    Who agrees or promises first is heard only together with what comes next; alone that answers what was
    `asked`, and else it is nothing.
    """
    before, nothing_done = "", NOTHING_DONE.get(language, NOTHING_DONE["en"])
    async with aclosing(clauses(deltas, most)) as spoken:
        async for clause in spoken:
            if claims_deed(clause, language):
                yield nothing_done
                return
            if only_assents(clause) or only_promises(clause, language):
                before += clause
                continue
            yield before + clause
            before = ""
    if before and (asked or only_assents(before)):
        yield before if asked else nothing_done
    elif before:
        yield NOTHING_TOLD.get(language, NOTHING_TOLD["en"])


def _messages(said: tuple[prompt.Said, ...]) -> tuple[Message, ...]:
    return tuple(Message(role, content) for role, content in said)
