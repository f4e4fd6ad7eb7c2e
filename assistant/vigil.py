"""Watches over the ear: feeds the service's watchdog, notices that the machine slept, keeps the record."""

import asyncio
import logging
from collections.abc import Callable

from assistant import bulletin, notify
from assistant.bulletin import Bulletin
from assistant.conversation import Conversation
from assistant.events import MicrophoneFound, MicrophoneLost, MicrophoneMuted, Slept
from assistant.slumber import Slumber
from assistant.wallclock import Clock, SystemClock
from audio.hotplug import HotplugMicrophone, HotplugSpeaker
from audio.level import SILENCE_DB, decibels

logger = logging.getLogger(__name__)

LOOK_S = 2.0
"""Seconds between two looks, where no watchdog asks for it more often."""

RECORD_S = 60.0
"""Seconds between two records of a microphone to which nothing happens."""


class Vigil:
    """Over one microphone and one speaker."""

    def __init__(
        self,
        emit: Callable[[MicrophoneLost | MicrophoneFound | MicrophoneMuted | Slept], None],
        clock: Clock | None = None,
    ) -> None:
        """`emit` is told what happens to the microphone. Give its methods to the devices as reports."""
        self._emit = emit
        self._clock = clock or SystemClock()
        self._ears: HotplugMicrophone | None = None
        self._mouth: HotplugSpeaker | None = None
        self._since = self._clock.now()
        self._last_loss: str | None = None
        self._slept = 0
        self._mutings = 0
        self._record = bulletin.kept()

    def over(self, ears: HotplugMicrophone, mouth: HotplugSpeaker) -> None:
        """The devices to watch over."""
        self._ears, self._mouth = ears, mouth

    def lost(self, reason: str) -> None:
        """The microphone went away."""
        logger.warning("microphone lost: %s", reason)
        notify.status(f"microphone lost: {reason}")
        self._last_loss = reason
        self._emit(MicrophoneLost(self._position, reason))

    def found(self, after_s: float) -> None:
        """The microphone is back."""
        logger.warning("microphone back after %.1f s", after_s)
        notify.status("listening")
        self._emit(MicrophoneFound(self._position, round(after_s, 2)))

    def muted(self, muted: bool) -> None:
        """The microphone turned out to be switched off, or sounds again; some do so at every pause."""
        self._mutings += muted
        level = logging.WARNING if self._mutings <= 1 else logging.INFO
        what = "is switched off or muted: it gives no sound at all" if muted else "sounds again"
        logger.log(level, "the microphone %s", what)
        notify.status("the microphone is muted" if muted else "listening")
        self._emit(MicrophoneMuted(self._position, muted))

    async def run(self, conversation: Conversation) -> None:
        """Watch until cancelled."""
        slumber, pause_s = Slumber(self._clock), min((notify.watchdog_s() or 2 * LOOK_S) / 2, LOOK_S)
        loop, before, recorded, next_record = asyncio.get_running_loop(), 0, Bulletin(), 0.0
        while True:
            if (heard := self._proof_of_life(conversation)) != before:
                before = heard
                notify.alive()
            if slept_s := slumber.slept_s():
                await self._awake(conversation, slept_s)
            now = self._bulletin(conversation)
            if loop.time() >= next_record or _happened(now) != _happened(recorded):
                recorded, next_record = now, loop.time() + RECORD_S
                self._record.save(now)
            await asyncio.sleep(pause_s)

    def _proof_of_life(self, conversation: Conversation) -> int:
        """What grows as long as it hears; a microphone that is switched off is no fault to restart for."""
        ear = conversation.ear
        return ear.frames if self._ears and self._ears.muted else ear.lively

    async def _awake(self, conversation: Conversation, slept_s: float) -> None:
        """What was open before a sleep is not to be believed, and what was due meanwhile is due now."""
        self._slept += 1
        logger.warning("the machine slept for %.0f s", slept_s)
        self._emit(Slept(self._position, round(slept_s, 1)))
        conversation.catch_up()
        if self._ears:
            await self._ears.reopen("the machine has slept: opening it anew")
        if self._mouth:
            await self._mouth.reopen()

    @property
    def _position(self) -> int:
        return self._ears.position if self._ears else 0

    def _bulletin(self, conversation: Conversation) -> Bulletin:
        ears, latest = self._ears, conversation.ear.latest
        if ears is None:
            return Bulletin()
        return Bulletin(
            microphone=ears.name,
            since=self._since,
            at=self._clock.now(),
            level_db=round(decibels(latest.samples) if latest else SILENCE_DB, 1),
            frames=conversation.ear.frames,
            dropped_s=round(ears.dropped / latest.rate, 3) if latest else 0.0,
            unheeded=conversation.ear.unheeded,
            losses=ears.losses,
            reopened=ears.reopened,
            last_loss=self._last_loss,
            lost=ears.lost,
            muted=ears.muted,
            slept=self._slept,
            drift_ppm=None if ears.drift_ppm is None else round(ears.drift_ppm),
        )


def _happened(seen: Bulletin) -> tuple[object, ...]:
    """What is written down at once when it changes."""
    counted = seen.losses, seen.reopened, seen.lost, seen.muted, seen.slept, seen.dropped_s, seen.unheeded
    return seen.microphone, seen.frames > 0, *counted
