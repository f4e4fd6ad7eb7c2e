"""Which of several devices a request is for: players that play, lamps that are lit."""

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


_DIMMING = frozenset({"change_brightness", "scale_brightness"})


def lit(effects: Sequence[Effect], state: Callable[[str], State]) -> tuple[Effect, ...]:
    """The effects on lamps that are lit, where they only make more or less of it; all where none is."""
    shining = tuple(each for each in effects if state(each.device).get("on"))
    return shining if shining and all(each.command in _DIMMING for each in effects) else tuple(effects)
