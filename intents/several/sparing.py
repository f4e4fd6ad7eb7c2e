"""What is left of an order once something is to be left alone."""

from dataclasses import replace

from intents.home import Home
from intents.resolve import is_about_home, resolve
from intents.several.exception import SLOT, Excepted, left_out
from intents.target import Unresolved, is_called
from intents.vocabulary import Context, Intent, Match


def without(order: Match, left: Excepted, home: Home, context: Context) -> Match | None:
    """The order without what it leaves out; None where that is just what it names."""
    [intent, *others] = order.intents
    if not others and about_several(intent):
        return replace(order, intents=(_all_but(intent, left, home),))
    found = [_spared(each, left, home, context) for each in order.intents]
    kept = tuple(each for each in found if each is not None)
    return replace(order, intents=kept) if kept else None


def about_several(intent: Intent) -> bool:
    """Whether it names a kind or a place rather than one device."""
    name = intent.slots.get("name")
    return is_about_home(intent) and (name is None or str(name).casefold() == "all")


def _all_but(intent: Intent, left: Excepted, home: Home) -> Intent:
    slots = {**intent.slots, SLOT: left.names}
    area = next((each for each in home.areas if is_called(each.names, str(slots.get("area")))), None)
    out = left_out(left.names, home)
    if "domain" in slots and all(home.by_id[id_].domain != slots["domain"] for id_ in out):
        return intent  # 把灯关了，电视留着 is about no other room
    near = {each.id for each in home.devices if area and each.area == area.id}
    if area and (near.isdisjoint(out) or near <= out):
        # Nobody who leaves out another room, or all of this one, means only this one.
        slots = {**slots, "name": "all"} | ({"domain": "light"} if intent.name == "HassLightSet" else {})
        del slots["area"]
    return Intent(intent.name, slots)


def _spared(intent: Intent, left: Excepted, home: Home, context: Context) -> Intent | None:
    """What is left of one deed: all where 卧室的不用 is only said to be sure, nothing where it is named."""
    effects = resolve(intent, home, context)
    things = set() if isinstance(effects, Unresolved) else {effect.device for effect in effects}
    out = left_out(left.names, home)
    if not things or things <= out:
        return None
    if things.isdisjoint(out):
        return intent
    return Intent(intent.name, {**intent.slots, SLOT: left.names}) if about_several(intent) else None
