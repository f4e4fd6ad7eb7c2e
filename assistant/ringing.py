"""Rings for timers until somebody stops them, and keeps still while somebody speaks to us."""

import asyncio
from collections.abc import Callable

from assistant.agenda import Timer
from assistant.mouth import Mouth
from audio.chime import timer_ring

_RATE = 24_000
"""Hertz of the ring."""

_OVER = {"en": "The {name} timer is done.", "zh": "{name}计时到了。", "it": "Il timer {name} è scaduto."}
_OVER_NAMELESS = {"en": "Your timer is done.", "zh": "计时时间到了。", "it": "Il timer è scaduto."}


class Ringing:
    """Says once which timer is over, then rings round after round."""

    def __init__(self, mouth: Mouth, language: str, still_ringing: Callable[[], bool]) -> None:
        """`still_ringing` tells whether any timer wants it."""
        self._mouth = mouth
        self._language = language
        self._still_ringing = still_ringing
        self._wanted = asyncio.Event()
        self._held = False
        self._to_say: list[str] = []
        self._round: asyncio.Task[None] | None = None

    @property
    def active(self) -> bool:
        """Whether it makes, or is about to make, a sound."""
        return self._wanted.is_set()

    def begin(self, timer: Timer) -> None:
        """A timer is over."""
        texts = _OVER if timer.name else _OVER_NAMELESS
        self._to_say.append(texts.get(self._language, texts["en"]).format(name=timer.name))
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
        if self._still_ringing():
            self._wanted.set()

    async def run(self) -> None:
        """Ring whenever it is wanted, until cancelled."""
        async with asyncio.TaskGroup() as group:
            while True:
                await self._wanted.wait()
                self._round = group.create_task(self._ring())
                await asyncio.wait([self._round])
                if not self._still_ringing():
                    self._wanted.clear()

    async def _ring(self) -> None:
        """One round."""
        while self._to_say:
            text = self._to_say[0]
            await self._mouth.announce(text, self._language)
            self._to_say.remove(text)
        await self._mouth.play(timer_ring(_RATE), _RATE)
