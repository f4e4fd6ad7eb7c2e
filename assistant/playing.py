"""Which of several players a request is for: those that play."""

from collections.abc import Callable, Sequence

from intents.capability import State
from intents.home import Home
from intents.vocabulary import Effect

_STATES = {"next": "playing", "previous": "playing", "pause": "playing", "play": "paused"}
"""What a player is doing to which this is done."""


def played(effects: Sequence[Effect], home: Home, state: Callable[[str], State]) -> tuple[Effect, ...]:
    """The effects on the players that are meant; where none of them plays, on the loudspeakers."""
    wanted = {effect.device: _STATES.get(effect.command.rpartition(".")[2]) for effect in effects}
    if not all(wanted.values()):
        return tuple(effects)
    meant = [each for each in effects if state(each.device).get("playing") == wanted[each.device]]
    speakers = [each for each in effects if home.by_id[each.device].device_class == "speaker"]
    return tuple(meant or speakers or effects)
