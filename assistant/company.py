"""What answers: a home, an agenda, and turns that use them."""

from dataclasses import dataclass

from assistant.agenda import Agenda
from assistant.home.base import HomePort
from assistant.homefile import area_of
from assistant.pace import Pace
from assistant.turn import Turns
from intents.vocabulary import Context


@dataclass(frozen=True, slots=True, eq=False)
class Company:
    """One home and one agenda, for one conversation after another."""

    home: HomePort
    agenda: Agenda
    turns: Turns
    pace: Pace

    def context(self, room: str | None) -> Context:
        """What is known beside the words. :raises UsageError: no such room."""
        return Context(area=area_of(self.home.layout, room) if room else None)
