"""What is left of an order once something is to be left alone."""

from dataclasses import replace

from intents.exception import SLOT, Excepted, left_out
from intents.home import Home
from intents.resolve import is_about_home, resolve
from intents.target import Unresolved, is_called
from intents.vocabulary import Context, Intent, Match


def without(order: Match, left: Excepted, home: Home, context: Context) -> Match | None:
    """The order without what it leaves out; None where that is just what it names."""
    [intent, *others] = order.intents
    if not others and about_several(intent):
        return replace(order, intents=(_all_but(intent, left, home),))
    return order if _spares(order, left, home, context) else None


def about_several(intent: Intent) -> bool:
    """Whether it names a kind or a place rather than one device."""
    name = intent.slots.get("name")
    return is_about_home(intent) and (name is None or str(name).casefold() == "all")


def _all_but(intent: Intent, left: Excepted, home: Home) -> Intent:
    slots = {**intent.slots, SLOT: left.names}
    area = next((each for each in home.areas if is_called(each.names, str(slots.get("area")))), None)
    out = left_out(left.names, home)
    near = {each.id for each in home.devices if area and each.area == area.id}
    if area and (near.isdisjoint(out) or near <= out):
        # Nobody who leaves out another room, or all of this one, means only this one.
        slots = {**slots, "name": "all"} | ({"domain": "light"} if intent.name == "HassLightSet" else {})
        del slots["area"]
    return Intent(intent.name, slots)


def _spares(order: Match, left: Excepted, home: Home, context: Context) -> bool:
    """Whether what it names is none of what is left out, which was only said to be sure: 卧室的不用."""
    out = left_out(left.names, home)
    effects = [resolve(intent, home, context) for intent in order.intents]
    return all(
        not isinstance(each, Unresolved) and out.isdisjoint(effect.device for effect in each)
        for each in effects
    )
