"""Speech over our own voice: when it begins, when it pauses, when it has passed."""

from collections import deque
from dataclasses import dataclass

from assistant.attention import Attention, Utterance
from audio.endpoint import Endpointer, Endpointing, Paused, SpeechEnded, SpeechStarted
from audio.frame import FRAME, RATE, Frame
from audio.level import decibels
from models.protocols import Transcript

BRIEF_S = 3.0
"""Seconds of speech after which it is taken to mean somebody else: who wants us to stop says so."""

REMAINS_DB = 18.0
"""Decibels below all that was heard lately, at which a sound is taken to be what is left of our own."""

LATELY = RATE * 6 // 10 // FRAME
"""Frames that this looks back: the room and the words are that slow."""

_QUICKLY = Endpointing(min_speech_s=0.12, pause_s=0.19, silence_s=0.5)
"""Sooner than where we wait for a request: nothing is lost by listening to the same words twice."""


@dataclass(frozen=True, slots=True)
class Overlapping:
    """Somebody speaks while we do."""

    at: int


@dataclass(frozen=True, slots=True, eq=False)
class Interjected:
    """What they said may mean us: they pause, or were heard to tell us to stop."""

    utterance: Utterance
    told: Transcript | None = None
    """The words, where they are known already."""


@dataclass(frozen=True, slots=True)
class Passed:
    """They are silent again, or talk on to somebody else."""

    at: int


Overheard = Overlapping | Interjected | Passed


class Overhearing:
    """Follows speech while we speak ourselves; pure: frames and their speech probabilities in, news out."""

    def __init__(self, opened: int) -> None:
        """Listen from position `opened`."""
        self._attention = _attention(opened)
        self._since: int | None = None
        self._whole: deque[float] = deque(maxlen=LATELY)
        self._theirs: deque[bool] = deque(maxlen=LATELY)

    @property
    def somebody(self) -> bool:
        """Whether anything sounded lately that is too loud to be left of our own voice."""
        return any(self._theirs)

    @property
    def speaking(self) -> bool:
        """Whether somebody speaks who may mean us."""
        return self._since is not None

    def hear(self, frame: Frame, probability: float) -> Overheard | None:
        """Take the next frame; the news in it, if any."""
        match self._attention.hear(frame, probability if self._by_others(frame) else 0.0):
            case SpeechStarted(at):
                self._since = at
                return Overlapping(at)
            case Paused(at) if self._since is not None:
                return Interjected(self._attention.utterance(at, frame.end))
            case SpeechEnded():
                self._attention = _attention(frame.end)
                return self._pass(frame)
        talking_on = self._since is not None and frame.end - self._since > BRIEF_S * RATE
        return self._pass(frame) if talking_on else None

    def _by_others(self, frame: Frame) -> bool:
        left = decibels(frame.samples)
        self._whole.append(left if frame.with_echo_db is None else frame.with_echo_db)
        self._theirs.append(left > max(self._whole) - REMAINS_DB)
        return self._theirs[-1]

    def _pass(self, frame: Frame) -> Passed | None:
        since, self._since = self._since, None
        return None if since is None else Passed(frame.end)


def _attention(opened: int) -> Attention:
    return Attention(Endpointer(_QUICKLY), opened, 0, (), after_wake=False)
