"""The home that comes with the assistant: a house, a car, a phone and a watch, all in memory."""

import json
from collections.abc import Callable, Collection, Mapping
from importlib.resources import files

from assistant.home.base import Watcher
from intents.aim import wanted
from intents.capability import problem
from intents.home import Device, Home
from intents.layout import Layout, parse_layout
from intents.vocabulary import Effect, Outcome, Scalar


def demo_layout() -> Layout:
    """The demo home and the states it begins with."""
    text = files("assistant").joinpath("data/demo_home.json").read_text(encoding="utf-8")
    return parse_layout(json.loads(text))


class DemoHome:
    """A home whose devices obey at once, except those said to be stuck or unreachable."""

    def __init__(
        self,
        layout: Layout | None = None,
        *,
        stuck: Collection[str] = (),
        unreachable: Collection[str] = (),
    ) -> None:
        """`stuck` devices accept commands and do not change; `unreachable` ones do not answer."""
        self._layout = layout or demo_layout()
        first = self._layout.states
        self._states = {device.id: dict(first.get(device.id, {})) for device in self.layout.devices}
        self._stuck, self._unreachable = frozenset(stuck), frozenset(unreachable)
        self._watchers: list[Watcher] = []

    @property
    def layout(self) -> Home:
        """Everything there is."""
        return self._layout.home

    def state(self, device_id: str) -> Mapping[str, Scalar]:
        """A copy of the device's state; empty when there is no such device."""
        return dict(self._states.get(device_id, {}))

    async def perform(self, effect: Effect) -> Outcome:
        """Do it, read it back and compare."""
        device = self.layout.by_id.get(effect.device)
        if device is None:
            return Outcome(effect, ok=False, verified=False, problem="no_such_device")
        wrong = "unreachable" if device.id in self._unreachable else problem(device, effect)
        if wrong is not None:
            return Outcome(effect, ok=False, verified=False, state=self.state(device.id), problem=wrong)
        return self._carry_out(device, effect)

    def subscribe(self, watcher: Watcher) -> Callable[[], None]:
        """Tell the watcher of every change from now on; call the result to end that."""
        self._watchers.append(watcher)
        return lambda: self._watchers.remove(watcher)

    async def aclose(self) -> None:
        """Nothing to let go of."""

    def change(self, device_id: str, state: Mapping[str, Scalar]) -> None:
        """Somebody or something else changed a device, for example a door that was opened by hand."""
        before = self.state(device_id)
        self._states[device_id].update(state)
        if self.state(device_id) != before:
            for watcher in tuple(self._watchers):
                watcher(device_id, self.state(device_id))

    def _carry_out(self, device: Device, effect: Effect) -> Outcome:
        aim = wanted(device, effect, self.state(device.id))
        if device.id not in self._stuck:
            self.change(device.id, aim)
        state = self.state(device.id)
        return Outcome(effect, ok=True, verified=aim.items() <= state.items(), state=state)
