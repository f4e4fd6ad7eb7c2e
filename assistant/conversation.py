"""Starts turns, interrupts them, rings for timers, and remembers what was heard."""

import asyncio
import logging
from collections.abc import Awaitable, Callable, Coroutine
from functools import partial
from time import perf_counter
from typing import Any

from assistant import engines
from assistant.attention import Utterance
from assistant.company import Company
from assistant.config import Config
from assistant.ear import Ear
from assistant.events import AnyEvent, Failed, Heard, Partial, Speaking, Spoken
from assistant.floor import Floor, cancelled
from assistant.foresight import Foresight, Means, Timed
from assistant.hosted import Hosted
from assistant.interjections import Interjections
from assistant.mouth import Mouth
from assistant.orders import Order, Orders
from assistant.overhearing import Interjected, Overlapping, Passed
from assistant.passage import Parts, Passage, whole
from assistant.patience import Patience
from assistant.readings import meant
from assistant.rehearing import Rehearing
from assistant.ringing import Ringing
from assistant.signals import Continuing, Finished, Nothing, Part, Pausing, Pressed, Signal, Woken
from assistant.turn import APOLOGY, Question, Response, in_language
from assistant.wakeword import without_wake_word
from audio.chime import wake_chime
from audio.errors import AudioError
from audio.frame import RATE
from intents.discourse.dialogue import Dialogue
from intents.vocabulary import Match, Reply
from models.errors import ModelError
from models.protocols import Transcriber, Transcript, TurnDetector

logger = logging.getLogger(__name__)

PARTIAL_S = 12.0
"""Seconds of what was said last that are shown while a key is held."""

CHIME_RATE = 24_000
"""Hertz of the chime."""


class Conversation:
    """One person after another, one turn at a time."""

    def __init__(  # noqa: PLR0913, PLR0917  # the place where the rooms meet
        self,
        ear: Ear,
        mouth: Mouth,
        transcriber: Hosted[Transcriber],
        company: Company,
        ringing: Ringing,
        config: Config,
        emit: Callable[[AnyEvent], None],
        turn_detector: Hosted[TurnDetector] | None = None,
        rehearing: Rehearing | None = None,
    ) -> None:
        """Hear with `ear`, answer with `mouth`; `emit` is told of everything."""
        self._ear = ear
        self._mouth = mouth
        self._rehearing = rehearing or Rehearing(None, transcriber)
        self._turns = company.turns
        self._agenda = company.agenda
        self._ringing = ringing
        self._config = config
        self._emit = emit
        self._names = tuple(name for word in engines.wake_words(config) for name in word.names)
        self._context = company.context(config.general.room)
        self._dialogue = Dialogue(most=config.general.memory_turns)
        self._passage = Passage(self._rehearing.written)
        means = Means(self._transcribe_ahead, self._foresee, self._rehearse, mouth.prepare, ear.judge)
        self._foresight = Foresight(means, turn_detector, Patience(config.voice))
        self._interjections = Interjections(
            mouth, lambda: ringing.active, partial(self._transcribe, again=False), self._by_itself, ear.aired
        )
        self._floor = Floor()
        self._chime: asyncio.Task[None] | None = None
        self._orders = Orders(self._floor, lambda order: self._take_turn(self._carry_out(order)))
        self._last_language: str = config.general.languages[0]

    @property
    def ear(self) -> Ear:
        """For whoever opens it by hand."""
        return self._ear

    async def partial(self) -> str:
        """The words since the key went down. :raises ModelError: recognition failed."""
        utterance = self._ear.held
        return (await self._rehearing.written(utterance.lately(PARTIAL_S)))[0].text if utterance else ""

    async def warm(self) -> None:
        """Have the language model read what every question begins with. :raises ModelError: it cannot."""
        await self._turns.warm()

    def catch_up(self) -> None:
        """Look at once what was due meanwhile: the machine has slept."""
        self._agenda.look()

    @property
    def quiet(self) -> bool:
        """Whether nothing is being heard, thought or said, so that nothing more will come of itself."""
        working = self._floor.taken or (self._chime is not None and not self._chime.done())
        sounding = self._mouth.sounding and not self._ringing.active
        return not (working or sounding or self._ear.attending or self._ear.waiting)

    async def run(self) -> None:
        """Converse until the microphone ends; cancelling ends the turn at hand and stops the sound.

        :raises DeviceLost: the microphone is gone for good.
        """
        async with asyncio.TaskGroup() as group:
            group.create_task(self._ear.run())
            standing = [
                group.create_task(work)
                for work in (self._ringing.run(), self._agenda.run(), self._orders.run())
            ]
            async for signal in self._ear.signals():
                await self._take(signal, group)
            await self._floor.free()
            for task in standing:
                task.cancel()

    async def _take(self, signal: Signal, group: asyncio.TaskGroup) -> None:
        match signal:
            case Woken() | Pressed():
                self._floor.give()
                await self._interrupt()
                self._chime = group.create_task(self._acknowledge(signal))
            case Pausing(utterance):
                self._foresight.begin(utterance, group)
            case Continuing(silence):
                self._foresight.resumed(silence / RATE)
            case Part(utterance):
                self._passage.add(utterance, group)
            case Finished(utterance):
                await self._interrupt()
                answer = self._answer(utterance, self._foresight.take(utterance), self._passage.take())
                await self._floor.take(group, self._take_turn(answer))
            case Nothing():
                self._dialogue = self._dialogue.unasked()
                self._floor.back()
                self._ringing.resume()
            case Overlapping():
                self._interjections.begin()
            case Interjected():
                group.create_task(self._consider(signal, group))
            case Passed():
                self._interjections.pass_()

    async def _consider(self, said: Interjected, group: asyncio.TaskGroup) -> None:
        """Stop, if that is what somebody said over our voice."""
        heard = await self._interjections.heed(said)
        if heard is not None:
            await self._interrupt()
            known: asyncio.Future[Timed | None] = asyncio.get_running_loop().create_future()
            known.set_result(heard)
            await self._floor.take(group, self._take_turn(self._answer(said.utterance, known)))

    def order(self, text: str, done: Callable[[], None], language: str | None = None) -> None:
        """Do what was asked for in advance, as soon as nobody is being answered; then call `done`."""
        self._orders.add(text, done, language)

    async def _carry_out(self, order: Order) -> None:
        question = Question(order.text, order.language, self._ear.position)
        try:
            response = await self._turns.respond(question, self._context, self._dialogue.unasked())
        except asyncio.CancelledError:
            self._orders.again(order)
            raise
        except Exception:
            order.done()  # it would fail for ever
            raise
        order.done()
        await self._reply(response, perf_counter(), 0.0)

    async def _interrupt(self) -> None:
        """End the turn at hand, if any, and be silent."""
        self._ringing.pause()
        await self._floor.clear()
        await cancelled(self._chime)
        self._interjections.pass_()

    async def _foresee(self, transcript: Transcript, before: Dialogue | None = None) -> Match | None:
        """What was meant, in this conversation or behind what is given."""
        text = without_wake_word(transcript.text, self._names)
        if not text:
            return None
        question = Question(text, transcript.language)
        return await self._turns.foresee(question, self._context, before or self._before)

    async def _by_itself(self, transcript: Transcript) -> Match | None:
        """What was meant over our voice: "stop" is said to that, and not to what was moved before."""
        return await self._foresee(transcript, self._dialogue.anew())

    @property
    def _before(self) -> Dialogue:
        """What was said before; where something rings, "stop" is said to that, and to nothing else."""
        return self._dialogue.anew() if self._ringing.due else self._dialogue

    async def _rehearse(self, match: Match) -> Reply:
        return await self._turns.rehearse(match, self._context, self._before)

    async def _transcribe_ahead(self, utterance: Utterance) -> Timed:
        """The words so far, for whoever wants to see them; it may turn out that they are all."""
        transcript, asr_ms = await self._transcribe(utterance, self._passage.parts)
        if text := without_wake_word(transcript.text, self._names):
            self._emit(Partial(utterance.end, text, transcript.language))
        return transcript, asr_ms

    async def _transcribe(self, utterance: Utterance, parts: Parts = (), *, again: bool = True) -> Timed:
        """The words that were meant, behind earlier parts, and milliseconds; nonsense is heard `again`."""
        transcript, asr_ms = await self._rehearing.written(utterance)
        alone = again and not parts and self._dialogue.asked is None
        rehear = partial(self._rehearing.texts, utterance.samples) if alone else None
        return await meant(await whole(parts, transcript), self._foresee, rehear), asr_ms

    async def _answer(
        self, utterance: Utterance, ahead: Awaitable[Timed | None] | None, parts: Parts = ()
    ) -> None:
        decided = perf_counter()
        transcript, asr_ms = (await ahead if ahead else None) or await self._transcribe(utterance, parts)
        text = without_wake_word(transcript.text, self._names)
        if not text:
            self._go_on_listening(utterance)
            return
        if not utterance.after_wake and self._interjections.ours(text, utterance):
            self._ear.attend(self._config.general.follow_up_s, since=utterance.end)
            return
        self._emit(Heard(utterance.end, text, transcript.language, round(transcript.confidence, 3)))
        endpoint_ms = (utterance.decided - utterance.end) / RATE * 1000
        question = Question(
            text, transcript.language, utterance.end, {"endpoint": endpoint_ms, "asr": asr_ms}
        )
        self._last_language = transcript.language
        before, self._dialogue = self._before, self._dialogue.unasked()
        response = await self._turns.respond(question, self._context, before)
        await self._reply(response, decided, endpoint_ms)

    def _go_on_listening(self, utterance: Utterance) -> None:
        """What sounded like speech was the end of the wake word, or a cough: keep listening."""
        if utterance.after_wake:
            self._ear.attend(self._config.voice.wait_s, since=utterance.end + RATE // 10)

    async def _reply(self, response: Response, decided: float, endpoint_ms: float) -> None:
        """Say it; keep what was heard of it; open the ear when it was a question."""
        timing, began = response.question.timing_ms, perf_counter()

        def sounds(text: str) -> None:
            timing["tts_first"] = (perf_counter() - began) * 1000
            timing["speech_end_to_first_audio"] = endpoint_ms + (perf_counter() - decided) * 1000
            self._emit(Speaking(self._ear.position, text))

        interrupted = True
        try:
            await self._mouth.say(response.deltas, response.question.language, sounds)
            interrupted = False
        finally:
            said = self._mouth.said if "tts_first" in timing else ""
            heard = response.dialogue.heard(said)
            self._dialogue = heard.unasked() if interrupted else heard
            self._emit(response.event(said))
            self._emit(Spoken(self._ear.position, said, interrupted))
        if response.asks:
            self._ear.attend(self._config.general.follow_up_s)

    async def _acknowledge(self, signal: Woken | Pressed) -> None:
        """Answer the wake word with a short sound; a speaker that is gone does not make us deaf."""
        if not self._config.audio.chime or isinstance(signal, Pressed):
            return  # who holds a key down is speaking already
        try:
            await self._mouth.play(wake_chime(CHIME_RATE), CHIME_RATE)
        except AudioError as problem:
            logger.warning("the chime could not be played: %s", problem)

    async def _take_turn(self, answer: Coroutine[Any, Any, None]) -> None:
        """Let a failure end this turn only, and say so aloud."""
        try:
            await answer
        except Exception as problem:  # whatever is wrong with one turn, the next must be heard
            logger.warning("a turn failed: %s", problem, exc_info=logger.isEnabledFor(logging.DEBUG))
            self._emit(Failed(self._ear.position, str(problem)))
            await self._apologise()
        finally:
            if not self._ear.attending:
                self._ringing.resume()

    async def _apologise(self) -> None:
        text = in_language(APOLOGY, self._last_language)
        try:
            await self._mouth.announce(text, self._last_language)
        except (ModelError, AudioError) as problem:
            logger.warning("nor could the apology be spoken: %s", problem)
