"""Slumber: notices that the machine has slept, because the wall clock went on and the loop's time did not."""

import asyncio

from assistant.wallclock import Clock

SLEPT_S = 3.0
"""Seconds by which the wall clock must run ahead; a clock that is set a little is no sleep."""


class Slumber:
    """Compares the two clocks from one look to the next."""

    def __init__(self, clock: Clock) -> None:
        """Needs a running loop."""
        self._clock = clock
        self._loop = asyncio.get_running_loop()
        self._ahead = self._difference()

    def slept_s(self) -> float:
        """Seconds slept since the last look; 0 where it was awake, or the clock was put back."""
        before, self._ahead = self._ahead, self._difference()
        slept = self._ahead - before
        return slept if slept >= SLEPT_S else 0.0

    def _difference(self) -> float:
        return self._clock.now().timestamp() - self._loop.time()
