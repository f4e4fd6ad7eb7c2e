"""Where speech begins and where it has ended, from speech probabilities alone; pure."""

from dataclasses import dataclass

from audio.frame import RATE

MOST_PARTS = 4
"""Into how many parts an endless utterance is cut; behind the last of them nobody listens any more."""


@dataclass(frozen=True, slots=True)
class SpeechStarted:
    """Somebody speaks."""

    at: int
    """Samples; where the speech began, a little before this was known."""


@dataclass(frozen=True, slots=True)
class Paused:
    """A short silence: the utterance may be complete, so work may be done ahead on what is there."""

    at: int
    """Samples; the last speech before the silence. The work holds when `SpeechEnded.at` is the same."""


@dataclass(frozen=True, slots=True)
class Resumed:
    """The voice goes on after a pause: work done ahead is void."""

    at: int
    """Samples; where it goes on."""
    silence: int
    """Samples of the pause."""


@dataclass(frozen=True, slots=True)
class Lengthened:
    """The utterance has become long and goes on: what was said up to `at` may be taken by itself."""

    at: int
    """Samples; the end of the voice before the last pause, or where we are when there was none."""
    silence: int
    """Samples of that pause; 0 when there was none."""


@dataclass(frozen=True, slots=True)
class SpeechEnded:
    """The utterance is over."""

    at: int
    """Samples; the last speech."""
    decided: int
    """Samples; where this was certain."""


SpeechEvent = SpeechStarted | Paused | Resumed | Lengthened | SpeechEnded


@dataclass(frozen=True, slots=True)
class Endpointing:
    """How patient the endpointer is."""

    on: float = 0.5
    """Probability from which on silence becomes speech."""
    off: float = 0.35
    """Probability below which speech becomes silence; lower than `on`, so that a wavering voice stays one."""
    min_speech_s: float = 0.15
    """Speech shorter than this is a click, not a voice."""
    bridge_s: float = 0.1
    """A gap that the beginning of speech may have, as between the consonants of "stop"."""
    pause_s: float = 0.09
    """Silence that is reported as a pause: a little longer than the lips are closed for a consonant. One in
    five is none; waiting for 0.2 s instead makes every answer 0.1 s later."""
    breath_s: float = 0.2
    """A pause at which what has become long may be cut."""
    silence_s: float = 0.7
    """Silence that ends the utterance."""
    longest_s: float = 30.0
    """Where the utterance is cut, silence or not; behind half of that at the next pause."""

    def __post_init__(self) -> None:
        """Refuse what could never end or never begin."""
        if not 0 <= self.off <= self.on <= 1:
            raise ValueError("endpointing needs 0 <= off <= on <= 1")
        if min(self.silence_s, self.longest_s - self.min_speech_s) <= 0:
            raise ValueError("endpointing needs silence_s above 0 and longest_s above min_speech_s")


class Endpointer:
    """Follows one stream of speech probabilities and says where utterances start, pause and end.

    Lost sound is fed as silence of the same length, so that positions stay those of the stream.
    """

    def __init__(self, patience: Endpointing | None = None, *, rate: int = RATE) -> None:
        self._patience = patience or Endpointing()
        self._rate = rate
        self._now = self._last_voice = 0
        self._in_voice = False
        self._begin_silence()

    def reset(self, at: int) -> None:
        """Forget what was heard; the next block begins at sample `at`."""
        self._now = at
        self._begin_silence()

    @property
    def speaking(self) -> bool:
        """Whether an utterance has started and not ended."""
        return self._started

    def judge(self, at: int, silence_s: float) -> None:
        """Let so much silence end the utterance if it ends at sample `at`; void once the voice goes on."""
        if self._started and self._last_voice == at:
            self._enough_s = silence_s

    def feed(self, probability: float, samples: int) -> list[SpeechEvent]:
        """Take the speech probability of the next `samples` samples; events in order of their positions."""
        start, self._now = self._now, self._now + samples
        voiced = probability >= (self._patience.off if self._in_voice else self._patience.on)
        self._in_voice = voiced
        events = self._voice(start) if voiced else self._silence()
        return events + self._cut()

    def finish(self) -> list[SpeechEvent]:
        """Say that the stream is over, which ends an utterance."""
        return [self._end()] if self._started else []

    def _begin_silence(self) -> None:
        self._started = self._in_voice = self._paused = False
        self._enough_s = self._patience.silence_s
        self._onset: int | None = None
        self._voiced = 0
        self._parts = 1
        self._last_voice = self._now

    def _voice(self, start: int) -> list[SpeechEvent]:
        """The block is speech: begin, confirm, resume or go on with an utterance."""
        events: list[SpeechEvent] = []
        if self._onset is None:
            self._onset = start
        if self._paused:
            events.append(self._go_on(start))
            self._paused = False
            self._enough_s = self._patience.silence_s
        self._voiced += self._now - start
        self._last_voice = self._now
        if not self._started and self._voiced >= self._in_samples(self._patience.min_speech_s):
            self._started = True
            events.append(SpeechStarted(self._onset))
        return events

    def _go_on(self, start: int) -> Resumed | Lengthened:
        """The voice is back after a pause; a breath is a good place to cut what has become long."""
        silence, length = start - self._last_voice, self._last_voice - (self._onset or 0)
        long = length >= self._in_samples(self._patience.longest_s) / 2 and self._parts < MOST_PARTS
        if not long or silence < self._in_samples(self._patience.breath_s):
            return Resumed(start, silence)
        return self._lengthen(self._last_voice, start, silence)

    def _lengthen(self, at: int, onset: int, silence: int) -> Lengthened:
        self._parts += 1
        self._onset = onset
        return Lengthened(at, silence)

    def _silence(self) -> list[SpeechEvent]:
        """The block is not speech: forget a click, report a pause, end the utterance."""
        quiet = self._now - self._last_voice
        if not self._started:
            if quiet > self._in_samples(self._patience.bridge_s):
                self._begin_silence()
            return []
        if quiet >= self._in_samples(self._enough_s):
            return [self._end()]
        if not self._paused and quiet >= self._in_samples(self._patience.pause_s):
            self._paused = True
            return [Paused(self._last_voice)]
        return []

    def _cut(self) -> list[SpeechEvent]:
        """Cut what has become too long, and end it where that was done too often."""
        if not self._started or self._onset is None:
            return []
        if self._now - self._onset < self._in_samples(self._patience.longest_s):
            return []
        again = self._parts < MOST_PARTS
        return [self._lengthen(self._now, self._now, 0) if again else self._end()]

    def _end(self) -> SpeechEnded:
        event = SpeechEnded(self._last_voice, self._now)
        self._begin_silence()
        return event

    def _in_samples(self, seconds: float) -> int:
        return round(seconds * self._rate)
