"""What the things that were spoken of are called, so that words put together here can name them."""

from intents.asking import READ_ONLY
from intents.discourse.dialogue import Exchange
from intents.discourse.reference import Pointing, noun
from intents.discourse.situation import Situation
from intents.plan import PLANS
from intents.resolve import resolve
from intents.target import Unresolved
from intents.vocabulary import Intent

_OWNED = {"car": ("car", "车"), "phone": ("phone", "手机"), "watch": ("watch", "手表")}


def owned_by(here: Situation, pointing: Pointing, exchange: Exchange) -> Intent | None:
    """`how far can it go`: what is asked of the car, the phone or the watch that was spoken of."""
    devices = (here.home.by_id.get(id_) for id_ in exchange.things)
    things = dict.fromkeys(
        str(each.attributes["thing"]) for each in devices if each and "thing" in each.attributes
    )
    for thing in (each for each in things if each in _OWNED):
        said = here.stated(pointing.naming(_OWNED[thing][here.language == "zh"], here.language))
        if said and said.name in PLANS and (PLANS[said.name].thing == thing or _is_about(here, said, thing)):
            return said
    return None


def _is_about(here: Situation, intent: Intent, thing: str) -> bool:
    """Whether it asks after the car by its name, or does something to what is a part of it."""
    if str(intent.slots.get("name", "")).casefold() not in _OWNED[thing]:
        return False
    if intent.name in READ_ONLY:
        return True
    effects = resolve(intent, here.home, here.context)
    parts = () if isinstance(effects, Unresolved) else {effect.device for effect in effects}
    return bool(parts) and all(here.home.by_id[part].attributes.get("thing") == thing for part in parts)


def only_name(here: Situation, exchange: Exchange) -> str | None:
    """The name of the one thing, or of all of a kind in one room; None where there is no such name."""
    things = _ordered(here, exchange) or exchange.things
    devices = [here.home.by_id[id_] for id_ in things if id_ in here.home.by_id]
    if len(things) == 1 and devices:
        return devices[0].name(here.language)
    kinds, places = {each.domain for each in devices}, {each.area for each in devices}
    area = here.home.area_by_id.get(next(iter(places)) or "") if len(places) == 1 else None
    word = noun(devices[0].domain, here.language) if area and len(kinds) == 1 else None
    names = area.names.get(here.language) if area else None
    if not (word and names) or len(devices) < len(things):
        return None
    return f"{names[0]}的{word}" if here.language == "zh" else f"{names[0]} {word.removesuffix('s')}s"


def _ordered(here: Situation, exchange: Exchange) -> tuple[str, ...]:
    """The devices of an order that waits."""
    intents = exchange.match.intents if exchange.match else ()
    order = next(
        (str(each.slots["conversation_command"]) for each in intents if "conversation_command" in each.slots),
        "",
    )
    intent = here.stated(order) if order else None
    effects = resolve(intent, here.home, here.context) if intent else ()
    return () if isinstance(effects, Unresolved) else tuple(dict.fromkeys(each.device for each in effects))
