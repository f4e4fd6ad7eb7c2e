"""Rings for timers until somebody stops them, and keeps still while somebody speaks to us."""

import asyncio
import logging
from collections.abc import Callable
from dataclasses import dataclass

from assistant.mouth import Mouth
from audio.chime import timer_ring
from audio.errors import AudioError
from intents.vocabulary import Reply
from models.errors import ModelError

logger = logging.getLogger(__name__)

_RATE = 24_000
"""Hertz of the ring."""

_AGAIN_S = 5.0
"""Seconds before it tries again where it could not be heard."""


@dataclass(frozen=True, slots=True, eq=False)
class _Announcement:
    """What is over, to be said until it was heard or is not wanted any more."""

    reply: Reply
    wanted: Callable[[], bool]


class Ringing:
    """Says once which timer is over, then rings round after round."""

    def __init__(self, mouth: Mouth, still_ringing: Callable[[], bool]) -> None:
        """`still_ringing` tells whether any timer wants it."""
        self._mouth = mouth
        self._still_ringing = still_ringing
        self._wanted = asyncio.Event()
        self._held = False
        self._to_say: list[_Announcement] = []
        """What nobody has heard yet: as many as there can be timers and alarms, which the agenda bounds."""
        self._round: asyncio.Task[bool] | None = None

    @property
    def active(self) -> bool:
        """Whether it makes, or is about to make, a sound."""
        return self._wanted.is_set()

    @property
    def due(self) -> bool:
        """Whether something rings, even where it is still for whoever is speaking."""
        return self.active or self._still_ringing()

    def begin(self, reply: Reply, wanted: Callable[[], bool] = lambda: True) -> None:
        """A timer is over; `reply` says which, as long as that is `wanted`."""
        self._to_say.append(_Announcement(reply, wanted))
        if not self._held:
            self._wanted.set()

    def pause(self) -> None:
        """Be still at once, until `resume`."""
        self._held = True
        self._wanted.clear()
        if self._round is not None:
            self._round.cancel()

    def resume(self) -> None:
        """Go on where a timer still rings."""
        self._held = False
        if self._still_ringing() or self._still_to_say():
            self._wanted.set()

    async def run(self) -> None:
        """Ring whenever it is wanted, until cancelled."""
        async with asyncio.TaskGroup() as group:
            while True:
                await self._wanted.wait()
                self._round = group.create_task(self._heard())
                await asyncio.wait([self._round])
                if not self._round.cancelled() and not self._round.result():
                    await asyncio.sleep(_AGAIN_S)
                if not (self._still_ringing() or self._still_to_say()):
                    self._wanted.clear()

    async def _heard(self) -> bool:
        """One round; false when a speaker or a voice that is gone kept it from being heard."""
        try:
            await self._ring()
        except (AudioError, ModelError) as problem:
            logger.warning("the ringing could not be heard: %s", problem)
            return False
        return True

    def _still_to_say(self) -> bool:
        """Whether anything is; what was stopped meanwhile is not."""
        self._to_say = [each for each in self._to_say if each.wanted()]
        return bool(self._to_say)

    async def _ring(self) -> None:
        """One round."""
        while self._still_to_say():
            said = self._to_say[0]
            await self._mouth.announce(said.reply.text, said.reply.language)
            self._to_say.remove(said)  # only now: when it was interrupted, it is said again
        await self._mouth.play(timer_ring(_RATE), _RATE)
