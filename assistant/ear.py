"""The only reader of the microphone: wake word, then voice, then endpoint; it never stops to think."""

from collections import deque
from collections.abc import AsyncGenerator, AsyncIterator, Callable

import numpy as np

from assistant.aired import SILENT, Aired, OwnVoice
from assistant.attention import Attention, Utterance
from assistant.config import Voice
from assistant.events import NoSpeech, Overrun, SpeechEnd, SpeechStart, Wake
from assistant.hosted import Hosted
from assistant.overhearing import Interjected, Overhearing, Passed
from assistant.signals import (
    Continuing,
    Finished,
    Nothing,
    Part,
    Pausing,
    Pressed,
    Signal,
    SignalQueue,
    Woken,
)
from assistant.waking import Called, Waking
from audio.endpoint import (
    MOST_PARTS,
    Endpointer,
    Endpointing,
    Lengthened,
    Paused,
    Resumed,
    SpeechEnded,
    SpeechEvent,
    SpeechStarted,
)
from audio.frame import FRAME, RATE, Frame
from audio.level import sounds
from audio.ports import Microphone
from models.cascade import WakeWord
from models.protocols import StopDetector, VoiceDetector

KEPT = 5 * RATE // FRAME
"""Frames kept, pre-roll being the newest of them: enough for a recogniser that is slow to verify."""

LEARNING = 2 * RATE
"""Samples of our own voice from which cancellation learns the room; until then too much of it is left."""


class Ear:
    """Drains the microphone always, also while the assistant speaks."""

    def __init__(  # noqa: PLR0913  # engines, settings and two ways out
        self,
        microphone: Microphone,
        waking: Waking | None,
        voice: Hosted[VoiceDetector],
        settings: Voice,
        emit: Callable[[Wake | SpeechStart | SpeechEnd | NoSpeech | Overrun], None],
        *,
        stops: Hosted[StopDetector] | None = None,
        own: OwnVoice = SILENT,
    ) -> None:
        """Without `waking` only `attend` opens it.

        While our `own` voice sounds and nobody is attended to, speech over it is followed, and `stops`
        listens for the words that end it.
        """
        self._microphone = microphone
        self._waking = waking
        self._voice, self._stops = voice, stops
        self._settings, self._emit, self._own = settings, emit, own
        self._aired = Aired()
        self._overhearing: Overhearing | None = None
        self._cancelled = 0
        self._signals = SignalQueue()
        self._recent: deque[Frame] = deque(maxlen=KEPT)
        self._attention: Attention | None = None
        self._replay: tuple[Frame, ...] = ()
        self._held: list[Frame] | None = None
        self.latest: Frame | None = None
        """The newest frame, for a level meter."""
        self.position = 0
        """Position behind the newest frame, in samples."""
        self.frames = 0
        """Frames heard."""
        self.lively = 0
        """Frames with anything in them, which only a microphone that works gives; the proof of life."""
        self.lost = 0
        """Samples that never reached us."""

    @property
    def attending(self) -> bool:
        """Whether somebody who speaks now is taken to speak to us."""
        return self._attention is not None

    @property
    def waiting(self) -> bool:
        """Whether a signal has not been fetched yet, or it is not yet known if there will be one."""
        return not self._signals.empty or (self._waking is not None and self._waking.busy)

    @property
    def unheeded(self) -> int:
        """Signals and suspected wake words so far that nobody had time for."""
        return self._signals.forgotten + (self._waking.forgotten if self._waking else 0)

    def signals(self) -> AsyncIterator[Signal]:
        """What was heard, in order, until the recording ends."""
        return aiter(self._signals)

    async def run(self) -> None:
        """Listen until the recording ends.

        :raises DeviceLost: the microphone is gone for good.
        :raises ModelError: an engine failed.
        """
        frames = self._microphone.frames()
        try:
            async for frame in frames:
                await self._take(frame)
            if self._waking is not None and (called := await self._waking.settle(self._ignored)):
                await self._wake_up(called)
        finally:
            self._signals.close()
            if isinstance(frames, AsyncGenerator):  # at once, not when it is collected
                await frames.aclose()
            if self._waking is not None:
                await self._waking.aclose()

    def attend(self, wait_s: float, since: int | None = None) -> None:
        """Take the next speech as addressed to us, from `since` (as far as pre-roll reaches) or now."""
        opened = self.position if since is None else since
        self._attention = self._open(opened, wait_s, after_wake=False)
        self._replay = tuple(frame for frame in self._recent if frame.end > opened)

    def judge(self, at: int, silence_s: float) -> None:
        """Let so much silence behind position `at` end the utterance; void once the voice goes on."""
        if self._attention is not None:
            self._attention.judge(at, silence_s)

    def ignore(self) -> None:
        """Attend to nothing but the wake word."""
        self._attention = None

    def hold(self) -> None:
        """Push to talk: everything from now on is said to us, until `release`."""
        self._attention = None
        self._held = []
        self._signals.put(Pressed(self.position))

    @property
    def held(self) -> Utterance | None:
        """What was said since `hold`; None when the key is not held or nothing came in yet."""
        if not self._held:
            return None
        samples = np.concatenate([frame.samples for frame in self._held])
        return Utterance(samples, self._held[0].start, self.position, self.position, after_wake=False)

    def release(self) -> None:
        """The key is up: what was said is complete."""
        if utterance := self.held:
            self._emit(SpeechEnd(utterance.end, utterance.decided))
            self._signals.put(Finished(utterance))
        elif self._held is not None:
            self._signals.put(Nothing(self.position))
        self._held = None

    def aired(self, utterance: Utterance) -> str:
        """What we said ourselves while somebody said this."""
        return self._aired.between(utterance.start, utterance.end)

    async def _take(self, frame: Frame) -> None:
        self._notice_gap(frame)
        self.latest = frame
        replay, self._replay = self._replay, ()
        for earlier in replay:
            await self._attend_to(earlier)
        self._recent.append(frame)
        self.position = frame.end
        self.frames += 1
        self.lively += sounds(frame.samples)
        self._aired.note(frame.end, self._own.words())
        if self._held is not None:
            self._hold_on(frame)
            return
        await self._attend_to(frame)
        await self._overhear(frame)
        await self._listen_for_wake(frame)

    def _hold_on(self, frame: Frame) -> None:
        if self._held is not None:
            self._held.append(frame)
            if len(self._held) * FRAME >= MOST_PARTS * self._settings.longest_s * RATE:
                self.release()

    def _notice_gap(self, frame: Frame) -> None:
        missing = frame.start - self.position
        if self.frames and missing > 0:
            self.lost += missing
            self._emit(Overrun(frame.start, missing))
            self._recent.clear()
            if self._attention is not None:
                self._tell(self._attention, self._attention.miss(missing), frame.start)

    async def _listen_for_wake(self, frame: Frame) -> None:
        if self._waking is None:
            return
        called = await self._waking.hear(frame, self._ignored)
        if called is not None:
            await self._wake_up(called)

    def _ignored(self, word: WakeWord) -> bool:
        """Whether the word is part of a request, or of what we are saying ourselves: an echo."""
        if self._attention is not None and self._attention.speaking:
            return True
        own = self._own.words().casefold()
        return any(name in own for name in word.names)

    async def _wake_up(self, called: Called) -> None:
        """Attend to what comes behind the wake word, with the voice detector tuned in on the word itself."""
        self._emit(Wake(called.at, called.word, called.score))
        self._signals.put(Woken(called.word, called.at))
        self._attention = self._open(called.at, self._settings.wait_s, after_wake=True)
        await self._voice.worker.call(self._voice.engine.reset)
        if before := [frame.samples for frame in self._pre_roll(called.at)]:
            await self._voice.worker.call(self._voice.engine.process, np.concatenate(before))
        for since in [frame for frame in self._recent if frame.end > called.at]:
            await self._attend_to(since)

    def _pre_roll(self, opened: int) -> list[Frame]:
        """What came just before."""
        earliest = opened - self._settings.pre_roll_s * RATE
        return [frame for frame in self._recent if frame.end <= opened and frame.start >= earliest]

    def _open(self, opened: int, wait_s: float, *, after_wake: bool) -> Attention:
        endpointer = Endpointer(
            Endpointing(silence_s=self._settings.silence_s, longest_s=self._settings.longest_s)
        )
        before = self._pre_roll(opened)
        return Attention(endpointer, opened, round(wait_s * RATE), before, after_wake=after_wake)

    async def _attend_to(self, frame: Frame) -> None:
        attention = self._attention
        if attention is None:
            return
        probability = await self._voice.worker.call(self._voice.engine.process, frame.samples)
        if attention is self._attention:  # else it was closed while the detector was at work
            self._tell(attention, attention.hear(frame, probability), frame.end)

    def _tell(self, attention: Attention, news: SpeechEvent | None, now: int) -> None:
        """Pass on what became of the utterance by position `now`."""
        match news:
            case SpeechStarted(at):
                self._emit(SpeechStart(at))
            case Paused(at):
                self._signals.put(Pausing(attention.utterance(at, now)))
            case Resumed(_, silence):
                self._signals.put(Continuing(silence))
            case Lengthened(at, silence):
                self._signals.put(Continuing(silence))
                self._signals.put(Part(attention.part(at, silence)))
            case SpeechEnded(at, decided):
                self._emit(SpeechEnd(at, decided))
                self._attention = None
                self._signals.put(Finished(attention.utterance(at, decided)))
            case None if attention.expired(now):
                self._attention = None
                self._emit(NoSpeech(now))
                self._signals.put(Nothing(now))

    async def _overhear(self, frame: Frame) -> None:
        """Follow speech over our own voice, which needs no wake word where it tells us to stop."""
        if self._attention is not None or not self._own.sounding():
            overhearing, self._overhearing = self._overhearing, None
            if overhearing is not None and overhearing.speaking:
                self._signals.put(Passed(frame.end))
            return
        if self._overhearing is None:
            self._overhearing = Overhearing(frame.start)
            await self._voice.worker.call(self._voice.engine.reset)
            if self._stops is not None:
                await self._stops.worker.call(self._stops.engine.reset)
        probability = await self._voice.worker.call(self._voice.engine.process, frame.samples)
        if self._overhearing is not None and (news := self._overhearing.hear(frame, probability)):
            self._signals.put(news)
        if self._stops is not None and self._overhearing is not None:
            await self._hear_stop(frame, self._stops, self._overhearing)

    async def _hear_stop(self, frame: Frame, stops: Hosted[StopDetector], overhearing: Overhearing) -> None:
        """Words of stopping are known before they have passed, and where a recogniser does not know them."""
        sound = frame.samples
        if frame.undistorted is not None:
            sound, self._cancelled = frame.undistorted, self._cancelled + len(frame.samples)
        told = await stops.worker.call(stops.engine.process, sound)
        if told is not None and overhearing.somebody and not 0 < self._cancelled < LEARNING:
            before = self._pre_roll(frame.end) or [frame]
            samples = np.concatenate([each.samples for each in before])
            said = Utterance(samples, before[0].start, frame.end, frame.end, after_wake=False)
            self._signals.put(Interjected(said, told))
