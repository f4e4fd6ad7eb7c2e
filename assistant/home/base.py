"""Where effects happen: every home, whatever it is made of, looks like this to the assistant."""

from collections.abc import Callable, Mapping
from typing import Protocol

from intents.home import Home
from intents.vocabulary import Effect, Outcome, Scalar

Watcher = Callable[[str, Mapping[str, Scalar]], None]
"""Told a device's id and its new state, whoever changed it."""


class HomePort(Protocol):
    """A home that can be acted on. It alone owns the states of its devices."""

    @property
    def layout(self) -> Home:
        """Everything there is."""

    def state(self, device_id: str) -> Mapping[str, Scalar]:
        """The device's last known state; empty when there is no such device or it never told."""

    async def perform(self, effect: Effect) -> Outcome:
        """Do it, read it back and compare; whatever goes wrong is in the outcome's `problem`."""

    def subscribe(self, watcher: Watcher) -> Callable[[], None]:
        """Tell the watcher of every change from now on; call the result to end that."""

    async def aclose(self) -> None:
        """Let go of connections; the home itself goes on."""
