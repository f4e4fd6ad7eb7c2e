"""The home that comes with the assistant: a house, a car, a phone and a watch, all in memory."""

import json
from collections.abc import Callable, Collection, Iterator, Mapping
from importlib.resources import files

from assistant.home.base import Watcher
from intents.aim import wanted
from intents.home import Device, Home
from intents.home.capability import problem
from intents.home.layout import Layout, parse_layout
from intents.vocabulary import Effect, Outcome, Scalar


def demo_layout() -> Layout:
    """The demo home and the states it begins with."""
    text = files("assistant").joinpath("data/demo_home.json").read_text(encoding="utf-8")
    return parse_layout(json.loads(text))


def parts(scene: Device, home: Home) -> Iterator[Effect]:
    """What a scene consists of, from its attribute `does`: `light.*:turn_off lock.front_door:lock`."""
    for part in str(scene.attributes.get("does", "")).split():
        wanted, _, command = part.partition(":")
        domain, _, name = wanted.partition(".")
        for device in home.devices:
            if device.id == wanted or (name == "*" and device.domain == domain):
                yield Effect(device.id, command)


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
        if device.domain == "scene" and effect.command == "turn_on":
            return await self._play(device, effect)
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

    async def _play(self, scene: Device, effect: Effect) -> Outcome:
        """Everything that a scene consists of; it is carried out when all of it is."""
        done = [await self.perform(part) for part in parts(scene, self.layout)]
        ok = all(each.ok for each in done)
        return Outcome(effect, ok, ok and all(each.verified for each in done), self.state(scene.id))

    def _carry_out(self, device: Device, effect: Effect) -> Outcome:
        aim = wanted(device, effect, self.state(device.id))
        if device.id not in self._stuck:
            self.change(device.id, aim)
        state = self.state(device.id)
        return Outcome(effect, ok=True, verified=aim.items() <= state.items(), state=state)
