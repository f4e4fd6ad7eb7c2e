"""Carries effects out: on several devices side by side, on one in order; none is waited for without end."""

import asyncio
from collections.abc import Sequence

from assistant.home.base import HomePort
from assistant.home.policy import needs_confirmation
from intents.aim import wanted
from intents.home.capability import problem
from intents.vocabulary import Effect, Outcome

PATIENCE_S = 5.0
"""Seconds that a device has to do a thing and say so."""


class Performer:
    """Acts on one home."""

    def __init__(self, home: HomePort) -> None:
        """Act on `home`, and read back what came of it."""
        self._home = home

    async def perform(self, effects: Sequence[Effect]) -> tuple[Outcome, ...]:
        """Devices side by side, the effects on one device in order."""
        chains: dict[str, list[Effect]] = {}
        for effect in effects:
            chains.setdefault(effect.device, []).append(effect)
        async with asyncio.TaskGroup() as group:
            tasks = [group.create_task(self._in_order(chain)) for chain in chains.values()]
        return tuple(outcome for task in tasks for outcome in task.result())

    def already(self, effects: Sequence[Effect]) -> frozenset[str]:
        """Devices that are as they should be; they are told all the same, since a state may be stale."""
        todo = {effect.device for effect in effects if not self._is_done(effect)}
        return frozenset(effect.device for effect in effects) - todo

    def risky(self, effects: Sequence[Effect]) -> tuple[Effect, ...]:
        """What to ask about first; not what cannot be done, nor what is so already."""
        return tuple(effect for effect in effects if self._is_risky(effect))

    def unconfirmed(self, effect: Effect) -> Outcome:
        """What came of it before anybody said yes."""
        state = self._home.state(effect.device)
        return Outcome(effect, ok=False, verified=False, state=state, problem="not_confirmed")

    def _is_done(self, effect: Effect) -> bool:
        device = self._home.layout.by_id[effect.device]
        state = self._home.state(device.id)
        aim = wanted(device, effect, state) if state and effect.command != "read" else {}
        return bool(aim) and aim.items() <= state.items()

    def _is_risky(self, effect: Effect) -> bool:
        device = self._home.layout.by_id[effect.device]
        state = self._home.state(device.id)
        done = bool(state) and wanted(device, effect, state).items() <= state.items()
        return needs_confirmation(effect, device) and problem(device, effect) is None and not done

    async def _in_order(self, effects: Sequence[Effect]) -> list[Outcome]:
        return [await self._patiently(effect) for effect in effects]

    async def _patiently(self, effect: Effect) -> Outcome:
        try:
            async with asyncio.timeout(PATIENCE_S):
                return await self._home.perform(effect)
        except TimeoutError:
            state = self._home.state(effect.device)
            return Outcome(effect, ok=False, verified=False, state=state, problem="unreachable")
