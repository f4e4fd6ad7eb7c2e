"""Takes: a word said several times into a microphone."""

from collections.abc import AsyncIterator, Callable

import numpy as np

from assistant.errors import UsageError
from audio.frame import RATE, Samples
from audio.ports import Microphone
from models.protocols import VoiceDetector

VOICE = 0.5
"""Probability of speech from which on somebody speaks."""

PAUSE = RATE * 7 // 10
"""Samples without a voice that end a take."""

MARGIN = RATE // 10
"""Samples kept around the voice."""

TAKE = (RATE // 5, 3 * RATE)
"""Samples of voice in a take, from and to: what is shorter or longer is no wake word."""

WAITED = 15 * RATE
"""Samples without any take until it is given up."""


async def takes(
    microphone: Microphone, voice: VoiceDetector, count: int, asked: Callable[[int], None]
) -> list[Samples]:
    """So many takes; `asked` is told the number of the next one, again where one was too short or too long.

    :raises UsageError: nothing was said for long, or the microphone went away.
    """
    made: list[Samples] = []
    asked(1)
    async for take in _spoken(microphone, voice):
        if TAKE[0] <= len(take) - 2 * MARGIN <= TAKE[1]:
            made.append(take)
        if len(made) == count:
            return made
        asked(len(made) + 1)
    raise UsageError(
        "nothing was heard; look at the level with: xiaoban devices --watch",
        "什么也没听到；请查看音量：xiaoban devices --watch",
    )


async def _spoken(microphone: Microphone, voice: VoiceDetector) -> AsyncIterator[Samples]:
    """Each stretch of speech, until there is none for long."""
    heard: list[Samples] = []
    length = begin = end = 0
    speaking = False
    async for frame in microphone.frames():
        heard.append(frame.samples)
        length += len(frame.samples)
        if voice.process(frame.samples) >= VOICE:
            begin = begin if speaking else length - len(frame.samples)
            speaking, end = True, length
        elif speaking and length - end >= PAUSE:
            yield np.concatenate(heard)[max(0, begin - MARGIN) : end + MARGIN]
            heard, length, speaking = [], 0, False
        elif not speaking and length > WAITED:
            return
