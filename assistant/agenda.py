"""Timers: several at once, with names, kept on disk, in wall-clock time; they ring until they are stopped."""

import asyncio
from collections.abc import Callable
from dataclasses import replace
from datetime import datetime, timedelta, tzinfo
from pathlib import Path
from typing import Literal

from pydantic import BaseModel, ConfigDict

from assistant.alarms import LATE_S, Alarm, Alarms
from assistant.kept import KeptFile
from assistant.timer import Timer, TimerRefused, Which, check
from assistant.wallclock import Clock
from intents.number.ordinal import nth
from intents.timer_name import is_alike

MOST = 50
"""Timers at once."""
LOOK_AGAIN_S = 60.0
"""Seconds; the wall clock can be set and a computer can sleep, which a wait would not notice."""
MISSED_S = 10.0
"""Seconds after which a timer that is only now seen to be over was slept through."""


class _Kept(BaseModel):
    """The file."""

    model_config = ConfigDict(extra="forbid")

    version: Literal[1] = 1
    next_id: int = 1
    timers: tuple[Timer, ...] = ()


class Agenda:
    """The only owner of timers. `run` makes them ring; everything else changes or shows them."""

    def __init__(
        self,
        path: Path | None,
        clock: Clock,
        on_ring: Callable[[Timer], None],
        on_alarm: Callable[[Alarm], None] = lambda _: None,
        zone: tzinfo | None = None,
    ) -> None:
        """Without a path nothing is kept; alarms are kept beside it.

        `on_ring` is told each timer once, when it begins to ring; `on_alarm` each alarm, also when it was
        missed. `zone` is where the home is, the computer's without one.
        """
        self._clock, self._on_ring, self._on_alarm = clock, on_ring, on_alarm
        self._changed = asyncio.Event()
        self._file = KeptFile(path, _Kept, ("timers", "计时器"))
        self._kept = self._file.load()
        self.alarms = Alarms(path and path.with_name("alarms.json"), clock.now, zone)
        """Alarms and reminders; this makes them ring."""
        self.alarms.on_change = self._changed.set

    @property
    def saved(self) -> bool:
        """Whether the last change is on disk."""
        return self._file.saved

    @property
    def damaged(self) -> Path | None:
        """Where a file that could not be read was put aside."""
        return self._file.damaged or self.alarms.damaged

    @property
    def timers(self) -> tuple[Timer, ...]:
        """All of them, the next to be over first."""
        now = self._clock.now()
        return tuple(sorted(self._kept.timers, key=lambda timer: (timer.left(now), timer.id)))

    @property
    def ringing(self) -> bool:
        """Whether a timer or an alarm rings; a timer with a command to carry out makes no sound."""
        timers = any(timer.rings for timer in self._kept.timers)
        return timers or any(each.state == "ringing" and each.kind != "order" for each in self.alarms.all)

    def copy(self) -> "Agenda":
        """The same timers, kept nowhere and ringing for nobody."""
        copied = Agenda(None, self._clock, lambda _: None)
        copied._kept = self._kept
        copied.alarms = self.alarms.copy()
        return copied

    def find(self, which: Which) -> tuple[Timer, ...]:
        """Those that are meant, the next to be over first."""
        exact = tuple(timer for timer in self.timers if which.fits(timer))
        if exact or which.name is None:
            return exact
        place = nth(which.name, self.timers)
        return place or tuple(
            timer
            for timer in self.timers
            if replace(which, name=None).fits(timer) and is_alike(which.name, timer.name or "")
        )

    def left(self, timer: Timer) -> float:
        """Seconds left of it."""
        return timer.left(self._clock.now())

    def start(
        self,
        seconds: float,
        name: str | None = None,
        area: str | None = None,
        command: str | None = None,
        language: str | None = None,
    ) -> Timer:
        """Let a timer run. :raises TimerRefused: `out_of_range`, or `too_many`."""
        check(seconds)
        if len(self._kept.timers) >= MOST:
            raise TimerRefused("too_many", f"there are {MOST} timers already; cancel one first")
        number = self._kept.next_id
        timer = Timer(
            id=number,
            name=name,
            area=area,
            command=command,
            language=language,
            total_s=seconds,
            due=self._after(seconds),
        )
        self._keep((*self._kept.timers, timer), number + 1)
        return timer

    def cancel(self, timer: Timer) -> None:
        """End it, also when it rings."""
        self._keep(tuple(each for each in self._kept.timers if each.id != timer.id))

    def put_back(self, timer: Timer) -> Timer:
        """Let it be as it was, also when it is gone."""
        others = tuple(each for each in self._kept.timers if each.id != timer.id)
        self._keep((*others, timer)[:MOST])
        return timer

    def pause(self, timer: Timer) -> Timer:
        """Hold it; one that does not run stays as it is."""
        if timer.state != "running":
            return timer
        held = {"state": "paused", "left_s": self.left(timer), "due": None}
        return self._put(timer.model_copy(update=held))

    def unpause(self, timer: Timer) -> Timer:
        """Let it go on; one that is not paused stays as it is."""
        if timer.state != "paused":
            return timer
        return self._put(timer.model_copy(update={"state": "running", "due": self._after(timer.left_s)}))

    def change(self, timer: Timer, seconds: float) -> Timer:
        """Make what is left longer or shorter; one that rings runs again when it gets longer.

        :raises TimerRefused: `out_of_range` when nothing, or more than a week, would be left.
        """
        left = self.left(timer) + seconds
        check(left)
        if timer.state == "paused":
            return self._put(timer.model_copy(update={"left_s": left}))
        return self._put(
            timer.model_copy(update={"state": "running", "due": self._after(left), "missed": False})
        )

    def stop_ringing(self) -> tuple[Timer, ...]:
        """Silence everything that rings; returns what did. What is only to be done makes no sound."""
        ringing = tuple(timer for timer in self._kept.timers if timer.rings)
        if ringing:
            self._keep(tuple(timer for timer in self._kept.timers if not timer.rings))
        return ringing

    def rings(self, timer: Timer) -> bool:
        """Whether it still does."""
        return any(each.id == timer.id and each.rings for each in self._kept.timers)

    def is_late(self, timer: Timer) -> bool:
        """Whether it was over so long ago that what was to be done then is not wanted any more."""
        return _overdue_s(timer, self._clock.now()) > LATE_S

    def look(self) -> None:
        """Look at once what is over: the machine has slept, or its clock was set."""
        self._changed.set()

    async def run(self) -> None:
        """Make timers ring when they are over, until cancelled; the first look is for those missed."""
        self._tell(starting=True)
        while True:
            self._changed.clear()
            self._tell(starting=False)
            await self._until_next()

    def _tell(self, *, starting: bool) -> None:
        for timer in self._ring(missed=starting):
            self._on_ring(timer)
        for alarm in self.alarms.ring(starting=starting):
            self._on_alarm(alarm)

    def _ring(self, *, missed: bool) -> tuple[Timer, ...]:
        """Turn those that are over into ringing ones; at the start also those that rang before."""
        now = self._clock.now()
        over = tuple(
            timer.model_copy(
                update={"state": "ringing", "missed": missed or _overdue_s(timer, now) > MISSED_S}
            )
            for timer in self.timers
            if (timer.state == "running" and self.left(timer) <= 0) or (missed and timer.state == "ringing")
        )
        if over:
            ids = {timer.id: timer for timer in over}
            self._keep(tuple(ids.get(timer.id, timer) for timer in self._kept.timers))
        return over

    async def _until_next(self) -> None:
        """Wait for the next timer to be over or for something to change."""
        running = [self.left(timer) for timer in self.timers if timer.state == "running"]
        alarm = self.alarms.left()
        running += [] if alarm is None else [alarm]
        waits: set[asyncio.Future[object]] = {asyncio.ensure_future(self._changed.wait())}
        if running:
            waits.add(asyncio.ensure_future(self._clock.wait(min(*running, LOOK_AGAIN_S))))
        try:
            done, _ = await asyncio.wait(waits, return_when=asyncio.FIRST_COMPLETED)
            for wait in done:
                wait.result()
        finally:
            for wait in waits:
                wait.cancel()
            await asyncio.gather(*waits, return_exceptions=True)

    def _after(self, seconds: float) -> datetime:
        return self._clock.now() + timedelta(seconds=seconds)

    def _put(self, timer: Timer) -> Timer:
        self._keep(tuple(timer if each.id == timer.id else each for each in self._kept.timers))
        return timer

    def _keep(self, timers: tuple[Timer, ...], next_id: int | None = None) -> None:
        self._kept = _Kept(next_id=next_id or self._kept.next_id, timers=timers)
        self._changed.set()
        self._file.save(self._kept)


def _overdue_s(timer: Timer, now: datetime) -> float:
    """Seconds since it was over."""
    return 0.0 if timer.due is None else (now - timer.due).total_seconds()
