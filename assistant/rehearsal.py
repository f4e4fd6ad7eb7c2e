"""What would be said if a request were carried out: told beforehand, so that the voice can be ready."""

from collections.abc import Callable, Sequence
from datetime import datetime

from assistant.act import Actor
from assistant.agenda import Agenda
from assistant.home.base import HomePort
from assistant.home.demo import DemoHome
from assistant.lists import Lists
from assistant.pace import Pace
from intents.discourse.dialogue import Change
from intents.home.layout import Layout
from intents.own import Own
from intents.vocabulary import Context, Match, Reply


class Rehearsal:
    """Acts on a copy of the home in which every device obeys, and on copies of the agenda and the lists."""

    def __init__(  # noqa: PLR0913, PLR0917  # everything that can be acted on
        self,
        home: HomePort,
        agenda: Agenda,
        now: Callable[[], datetime],
        lists: Lists | None = None,
        own: Own | None = None,
        pace: Pace | None = None,
    ) -> None:
        """Look at these; nothing here is ever changed."""
        self._home, self._agenda, self._now = home, agenda, now
        self._lists, self._own, self._pace = lists or Lists(), own, pace or Pace()

    async def reply(self, match: Match, context: Context, undo: Sequence[Change] = ()) -> Reply:
        """The reply if all goes well; when it does not, another one is said."""
        layout = self._home.layout
        states = {device.id: self._home.state(device.id) for device in layout.devices}
        home, agenda = DemoHome(Layout(layout, states)), self._agenda.copy()
        lists, pace = self._lists.copy(), self._pace.copy()
        actor = Actor(home, agenda, self._now, lists=lists, own=self._own, pace=pace)
        return (await actor.act(match, context, undo=undo)).reply
