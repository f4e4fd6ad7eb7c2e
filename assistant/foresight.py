"""What is done ahead at a short pause, of use only if the utterance ends there."""

import asyncio
import logging
from collections.abc import Awaitable, Callable, Coroutine
from dataclasses import dataclass
from typing import Any, TypeVar

from assistant.attention import Utterance
from assistant.hosted import Hosted
from assistant.patience import Patience, Words
from intents.recognize import WILD
from intents.unfinished import is_unfinished
from intents.vocabulary import Match, Reply, Route
from models.protocols import Transcript, TurnDetector

logger = logging.getLogger(__name__)

UNHEARD = 0.5
"""What a voice sounds like where nothing listens to it."""

Timed = tuple[Transcript, float]
"""A transcript, and the milliseconds it took."""


@dataclass(frozen=True, slots=True)
class Means:
    """What looking ahead takes."""

    transcribe: Callable[[Utterance], Awaitable[Timed]]
    understand: Callable[[Transcript], Awaitable[Match | None]]
    """What was meant, when no long thinking is needed to tell."""
    rehearse: Callable[[Match], Awaitable[Reply]]
    prepare: Callable[[str, str], Awaitable[None]]
    """Make the sound of a reply, given with its language."""
    judge: Callable[[int, float], None]
    """Tell the ear how many seconds of silence behind a position are the end."""


@dataclass(slots=True)
class _Ahead:
    end: int
    transcript: asyncio.Task[Timed | None]
    voice: asyncio.Task[float]
    """How finished it sounds."""
    reply: asyncio.Task[None] | None = None

    def cancel(self) -> None:
        for task in (self.transcript, self.voice, self.reply):
            if task is not None:
                task.cancel()


class Foresight:
    """Transcribes, judges whether that was all, and makes the reply's sound, before it is certain."""

    def __init__(self, means: Means, turns: Hosted[TurnDetector] | None, patience: Patience) -> None:
        """`turns` hears whether a voice has finished."""
        self._means, self._turns, self._patience = means, turns, patience
        self._ahead: _Ahead | None = None

    def begin(self, utterance: Utterance, group: asyncio.TaskGroup) -> None:
        """Somebody paused: take what they said so far to be all."""
        self.cancel()
        transcript = group.create_task(_tried(self._transcribe(utterance), None))
        voice = group.create_task(_tried(self._sounds_finished(utterance), UNHEARD))
        ahead = _Ahead(utterance.end, transcript, voice)
        ahead.reply = group.create_task(_tried(self._answer(ahead), None))
        self._ahead = ahead

    def resumed(self, silence_s: float) -> None:
        """The voice went on after so long a pause: what was done is void."""
        self._patience.resumed(silence_s)
        self.cancel()

    def take(self, utterance: Utterance) -> asyncio.Task[Timed | None] | None:
        """The transcript begun at the last pause, if that pause was the end."""
        self._patience.ended()
        if self._ahead is not None and self._ahead.end != utterance.end:
            self.cancel()
        ahead, self._ahead = self._ahead, None
        return ahead.transcript if ahead else None

    def cancel(self) -> None:
        """It was in vain."""
        if self._ahead is not None:
            self._ahead.cancel()
            self._ahead = None

    async def _transcribe(self, utterance: Utterance) -> Timed | None:
        return await self._means.transcribe(utterance)

    async def _answer(self, ahead: _Ahead) -> None:
        """Judge and prepare."""
        heard = await ahead.transcript
        match = await self._means.understand(heard[0]) if heard else None
        words = _words(heard[0] if heard else None, match)
        self._means.judge(ahead.end, self._patience.silence_s(words, await ahead.voice))
        if match is not None:
            reply = await self._means.rehearse(match)
            await self._means.prepare(reply.text, reply.language)

    async def _sounds_finished(self, utterance: Utterance) -> float:
        if self._turns is None:
            return UNHEARD
        return await self._turns.worker.call(self._turns.engine.finished, utterance.samples)


T = TypeVar("T")


async def _tried(look: Coroutine[Any, Any, T], otherwise: T) -> T:
    """What it finds; what goes wrong ends nothing, and will be told when it is done in earnest."""
    try:
        return await look
    except Exception as problem:
        logger.info("a look ahead failed: %s", problem, exc_info=logger.isEnabledFor(logging.DEBUG))
        return otherwise


def _words(transcript: Transcript | None, match: Match | None) -> Words:
    """What the words tell; a request whose end was taken as it came could go on in the same way."""
    if transcript is None or not transcript.text:
        return Words.OPEN
    worded = match is not None and match.route in {Route.FAST, Route.REPAIRED}
    if match is not None and worded and match.complete and match.confidence > WILD and not _wants_more(match):
        return Words.COMPLETE
    return Words.UNFINISHED if is_unfinished(transcript.text, transcript.language) else Words.OPEN


def _wants_more(match: Match) -> bool:
    """Whether it only begins to tell of what to be reminded."""
    return any(intent.name == "SetReminder" and "task" not in intent.slots for intent in match.intents)
