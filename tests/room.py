"""A simulated room: a speaker and a microphone in it, and people who speak; all in the loop's time."""

import asyncio
from collections import deque
from collections.abc import AsyncIterator

import numpy as np
from numpy.typing import NDArray

from audio.fade import Fader
from audio.frame import FRAME, RATE, Frame, Samples
from audio.reference import Reference

LATENCY = RATE // 10
"""Samples that the speaker holds back, and says so."""

BUFFER = RATE // 2
"""Samples that may wait for the speaker."""

LONGEST = RATE // 2
"""Samples of a response that are simulated."""

Response = NDArray[np.float64]
"""How a room answers to a click, of unit energy."""


def response(samples: Samples) -> Response:
    """From a recorded one; the way from the speaker to the microphone is taken off its front."""
    whole = samples.astype(np.float64)
    first = int(np.argmax(np.abs(whole) > 0.1 * np.abs(whole).max()))
    cut = whole[first : first + LONGEST]
    return np.asarray(cut / np.sqrt(np.sum(cut**2)), np.float64)


def in_room(samples: Samples, room: Response) -> Samples:
    """How that sounds at the other end of the room."""
    size = len(samples) + len(room)
    sound = np.fft.irfft(np.fft.rfft(samples, size) * np.fft.rfft(room, size), size)
    return _pcm(sound)


def loudness(samples: Samples) -> float:
    """Root mean square of the louder half of the sound, so that pauses do not count."""
    blocks = samples[: len(samples) // FRAME * FRAME].reshape(-1, FRAME).astype(np.float64)
    levels = np.sort(np.mean(blocks**2, axis=1))
    return float(np.sqrt(np.mean(levels[len(levels) // 2 :]))) if len(levels) else 0.0


def as_loud(samples: Samples, level: float) -> Samples:
    """The same at another loudness."""
    return _pcm(samples * (level / max(1.0, loudness(samples))))


class Room:
    """Give `speaker` to the assistant and `microphone` to its ear, and `say` things in it."""

    def __init__(self, room: Response, delay_s: float = 0.0, reference: Reference | None = None) -> None:
        """`delay_s` is what the devices keep secret; `reference` is told of what the speaker plays."""
        self.speaker = RoomSpeaker(reference)
        self.microphone = RoomMicrophone(self)
        self._size = 1 << (len(room) + FRAME - 1).bit_length()
        self._transfer = np.fft.rfft(room, self._size)
        self._past = np.zeros(self._size)
        self._way: deque[float] = deque([0.0] * (LATENCY + round(delay_s * RATE)))
        self._people = np.zeros(0)
        self.position = 0
        """Samples so far."""
        self.echo: Samples = np.zeros(0, np.int16)
        """The echo in the newest frame."""

    def say(self, samples: Samples, wait_s: float = 0.0) -> int:
        """Somebody says something from now on, or later; the position of its end."""
        start = self.position + round(wait_s * RATE)
        end = start - self.position + len(samples)
        if len(self._people) < end:
            self._people = np.concatenate((self._people, np.zeros(end - len(self._people))))
        self._people[end - len(samples) : end] += samples
        return self.position + end

    def next(self) -> Samples:
        """What the microphone hears next."""
        self._way.extend(self.speaker.play(FRAME))
        arriving = np.array([self._way.popleft() for _ in range(FRAME)])
        self._past = np.concatenate((self._past[FRAME:], arriving))
        echo = np.fft.irfft(np.fft.rfft(self._past) * self._transfer, self._size)[-FRAME:]
        voices, self._people = self._people[:FRAME], self._people[FRAME:]
        self.position += FRAME
        self.echo = _pcm(echo)
        return _pcm(echo + np.pad(voices, (0, FRAME - len(voices))))


class RoomSpeaker:
    """Plays as fast as the room's microphone is read."""

    rate = RATE

    def __init__(self, reference: Reference | None) -> None:
        self._tap = reference.tap(RATE) if reference else None
        self._queue: Samples = np.zeros(0, np.int16)
        self._fader = Fader(RATE)
        self._marks: deque[tuple[float, int]] = deque([(0.0, 0)], maxlen=64)
        self.gains: list[float] = []
        """Every gain it was set to."""

    @property
    def heard(self) -> int:
        """Samples that have sounded."""
        now = asyncio.get_running_loop().time()
        return next((count for at, count in reversed(self._marks) if at <= now), 0)

    @property
    def sounding(self) -> bool:
        """Whether anything has not sounded yet."""
        return len(self._queue) > 0 or self._marks[-1][0] > asyncio.get_running_loop().time()

    async def write(self, samples: Samples) -> None:
        """Queue samples."""
        for at in range(0, len(samples), FRAME):
            while len(self._queue) >= BUFFER:  # noqa: ASYNC110  # the device has its own pace
                await asyncio.sleep(FRAME / RATE)
            self._queue = np.concatenate((self._queue, samples[at : at + FRAME]))

    async def drain(self) -> None:
        """Wait until all has sounded."""
        while self.sounding:  # noqa: ASYNC110  # the same
            await asyncio.sleep(FRAME / RATE)

    def flush(self) -> None:
        """Drop what has not been handed to the device."""
        self._queue = self._queue[:0]

    def duck(self, gain: float) -> None:
        """Scale what is about to sound."""
        self._fader.target = gain
        self.gains.append(gain)

    async def aclose(self) -> None:
        """Nothing to release."""

    def play(self, count: int) -> Samples:
        """The device fetches its next block."""
        block, self._queue = self._queue[:count].copy(), self._queue[count:]
        starts = asyncio.get_running_loop().time() + (LATENCY - count) / RATE
        if len(block):
            self._marks.append((starts + len(block) / RATE, self._marks[-1][1] + len(block)))
        self._fader.apply(block)
        whole = np.pad(block, (0, count - len(block)))
        if self._tap:
            self._tap.note(whole, starts)
        return whole


class RoomMicrophone:
    """Hears the room until it is closed."""

    name, dropped = "room", 0

    def __init__(self, room: Room) -> None:
        self._room = room
        self._open = True

    async def frames(self) -> AsyncIterator[Frame]:
        """At the pace of the loop's time."""
        loop = asyncio.get_running_loop()
        opened, start = loop.time(), 0
        while self._open:
            await asyncio.sleep(max(0.0, opened + (start + FRAME) / RATE - loop.time()))
            yield Frame(self._room.next(), start)
            start += FRAME

    async def aclose(self) -> None:
        """End the stream."""
        self._open = False


def _pcm(sound: NDArray[np.float64]) -> Samples:
    return np.clip(np.rint(sound), -32768, 32767).astype(np.int16)
