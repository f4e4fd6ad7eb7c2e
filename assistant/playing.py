"""Which of several devices a request is for: players that play, lamps that are lit."""

from collections.abc import Callable, Sequence
from dataclasses import replace

from intents.home import Home
from intents.home.capability import State
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
    """The effects on lamps that are lit, where they only make more or less of it.

    Where none is, none gets lit only to be darker than it would have been.
    """
    if not all(each.command in _DIMMING for each in effects):
        return tuple(effects)
    shining = tuple(each for each in effects if state(each.device).get("on"))
    return shining or tuple(_dark(each) if _is_less(each) else each for each in effects)


def _is_less(effect: Effect) -> bool:
    """Whether it makes less light."""
    step, factor = effect.arguments.get("step", 0), effect.arguments.get("factor", 1)
    return float(step) < 0 or float(factor) < 1


def _dark(effect: Effect) -> Effect:
    return replace(effect, command="turn_off", arguments={})
