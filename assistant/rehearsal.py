"""What would be said if a request were carried out: told beforehand, so that the voice can be ready."""

from collections.abc import Callable
from datetime import datetime

from assistant.act import Actor
from assistant.agenda import Agenda
from assistant.home.base import HomePort
from assistant.home.demo import DemoHome
from intents.layout import Layout
from intents.own import Own
from intents.vocabulary import Context, Match, Reply


class Rehearsal:
    """Acts on a copy of the home in which every device obeys, and on a copy of the timers."""

    def __init__(
        self, home: HomePort, agenda: Agenda, now: Callable[[], datetime], own: Own | None = None
    ) -> None:
        """Look at these; nothing here is ever changed."""
        self._home, self._agenda, self._now, self._own = home, agenda, now, own

    async def reply(self, match: Match, context: Context) -> Reply:
        """The reply if all goes well; when it does not, another one is said."""
        layout = self._home.layout
        states = {device.id: self._home.state(device.id) for device in layout.devices}
        actor = Actor(DemoHome(Layout(layout, states)), self._agenda.copy(), self._now, own=self._own)
        return (await actor.act(match, context)).reply
