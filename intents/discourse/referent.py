"""What "it", 那个 and a mere "brighter" are about: the things that were spoken of last and can do it."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from intents.asking import READ_ONLY, is_question
from intents.discourse.anew import set_anew
from intents.discourse.dialogue import Exchange
from intents.discourse.halting import swept
from intents.discourse.naming import only_name, owned_by
from intents.discourse.reference import Pointing, is_bare, noun, read_pointing, with_noun
from intents.discourse.situation import Situation, is_worded, repeatable
from intents.discourse.step import fits, stepping, way
from intents.home.mention import TARGET, Slots
from intents.plan import VOLUME
from intents.restated import aimed, is_retargetable
from intents.vocabulary import Intent, Match

_STAND_INS = ("light", "lock", "climate", "media_player", "cover")
"""Kinds of devices that tell whether words would be a request if it were known what they point at."""
_VAGUE = re.compile(
    r"[再还更]?(?:调|要|开|吹)?[高低大小](?:一?(?:点+|些|丢丢)儿?|一下)?|"
    r"(?:a (?:bit|little) )?(?:higher|lower)",
    re.IGNORECASE,
)
"""Higher and lower, of what was raised or lowered last."""
_RUNNING = frozenset({"vacuum", "cover", "switch"})
"""Kinds of things that are started and stopped."""
_SIZE = re.compile("[大小]")
"""Bigger: louder, unless it is the wind that was spoken of."""
_BRIEF = 40
"""Characters; a command to a thing that has no name in it is no longer."""


def closer(here: Situation, match: Match) -> Match:
    """What the words say, about what was just spoken of where they name nothing themselves."""
    pointing, bare = read_pointing(here.text, here.language), is_bare(here.text, here.language)
    intent, *more = match.intents
    if bare and (closest := _barely(here)):
        return closest
    if taken := _of_the_last(here, pointing, match):
        return taken
    if more or not (bare or pointing) or not is_retargetable(intent) or _named(here, pointing, intent):
        return match
    if pointing and (known := referred(here, pointing)):
        return known
    for exchange in here.recent():
        if aims := _aims(here, exchange, intent):
            return replace(match, intents=tuple(aims))
    return match


def _barely(here: Situation) -> Match | None:
    """More or less of the last thing, in words that fit it, or a step more of what was stepped before."""
    said = here.text.strip(" .。!！")
    latest = next(here.recent(), None)  # what was said since and not understood changes no subject
    if latest and latest in (here.dialogue.last, here.dialogue.understood) and (topic := topical(here)):
        return topic
    if not _VAGUE.fullmatch(said):
        return None
    return paced(here) if _SIZE.search(said) else _stepped(here)


def paced(here: Situation) -> Match | None:
    """Slower or faster: the fan that was spoken of, or what was made so before; nothing else has a pace."""
    if (stepped := _stepped(here)) or not here.recent():
        return stepped
    faster = Intent("HassFanSetSpeed", {"percentage_step": way(here.text)})
    turning = (each for each in here.recent() if all(id_.startswith("fan.") for id_ in each.things))
    return next((here.meant(aims) for each in turning if (aims := _aims(here, each, faster))), None)


def _is_running(here: Situation) -> bool:
    """Whether what was spoken of last is at work: "stop it" is said to us, too, and puts out no light."""
    last = next(iter(here.recent()), None)
    return last is not None and all(id_.partition(".")[0] in _RUNNING for id_ in last.things)


_THINGS = {"car": "车", "phone": "手机", "watch": "手表"}
_NAMELESS = 12
"""Characters; who leaves out what is spoken of has little else to say."""


def topical(here: Situation) -> Match | None:
    """What Chinese words say with the name of what was spoken of before them: 风大一点, of the fan."""
    last = next(here.recent(), None)
    said = here.text.strip(" 。！!，,")
    if here.language != "zh" or last is None or len(said) > _NAMELESS or read_pointing(said, "zh"):
        return None
    for id_ in last.things if len(last.things) == 1 else ():
        device = here.home.by_id.get(id_)
        thing = _THINGS.get(str(device.attributes.get("thing"))) if device else None
        named = device is None or (not thing and here.mentions.names(said))
        name = None if named else thing or (device.name("zh") if device else None)
        intent = here.stated(f"{name}{said}") if name else None
        if intent and intent.name in READ_ONLY and not is_question(said, "zh"):
            continue
        if intent and (thing or here.possible(intent, last.things)):
            return here.meant([intent])
    return None


def _of_the_last(here: Situation, pointing: Pointing | None, match: Match) -> Match | None:
    """`stop it`, and the volume: of what was just spoken of."""
    intent, *more = match.intents
    if pointing and intent.name == "Stop" and _is_running(here):
        return referred(here, pointing)
    if not more and (halted := swept(here, intent)):
        return halted
    return here.meant(_sounding(here, intent)) if not more and intent.name in VOLUME else None


def _sounding(here: Situation, intent: Intent) -> list[Intent]:
    """The volume is that of what was spoken of in the sentence before, where that has one."""
    last = here.dialogue.last
    players = last is not None and last.things and all(id_.startswith("media_player.") for id_ in last.things)
    if last is None or not players or "name" in intent.slots or here.mentions.names(here.text):
        return []
    return _aims(here, last, intent)


def pointed(here: Situation, alone: Match | None) -> Match | None:
    """What words mean that point at something; `alone` where they point at nothing."""
    anew = set_anew(here)
    if not anew and is_bare(here.text, here.language) and (more := _more(here, alone)):
        return more
    pointing = read_pointing(here.text, here.language)
    latest = next(here.recent(), None)
    owned = owned_by(here, pointing, latest) if pointing and latest else None
    if owned or anew:
        return here.meant([owned]) if owned else anew
    sent = referred(here, pointing) if pointing and not pointing.left_out else None
    if sent and sent.intents[0].name == "HassVacuumCleanArea":
        return sent  # it is sent to a place, and is not what is there
    if pointing and not here.mentions.names(f"{pointing.before} {pointing.after}"):
        return referred(here, pointing) or _unknown(here, pointing) or alone
    for exchange in here.recent():
        said = with_noun(_TOO.sub("", here.text), exchange.things[0].partition(".")[0], here.language)
        if said and (match := here.worded(said)):
            return match
    asked = sent is not None and sent.complete and sent.intents[0].name in READ_ONLY
    return alone or (sent if asked else None)  # "is it charging" is not about what charges the car


def referred(here: Situation, pointing: Pointing) -> Match | None:
    """The request about what was spoken of last that can do it, else about the last, to be told why not."""
    unable: list[Intent] = []
    for exchange in here.recent():
        if said := _put_off(here, pointing, exchange) or owned_by(here, pointing, exchange):
            return here.meant([said])
        if pointing.many and _is_noted(exchange) and len(exchange.things) == 1:
            continue
        intent = _said_of(here, pointing, exchange.things)
        found = [aimed(intent, target) for target in _meant_by(here, pointing, exchange)] if intent else []
        spoken_of = [id_ for each in here.recent() for id_ in each.things]
        if found and all(here.possible(each, spoken_of) for each in found if is_retargetable(each)):
            return here.meant(found)
        unable = unable or found
    return here.meant(unable)


def _named(here: Situation, pointing: Pointing | None, intent: Intent) -> bool:
    """Whether the words name what they are about beside pointing at it: `turn it off in the kitchen`."""
    around = f"{pointing.before} {pointing.after}" if pointing else here.text
    return _aims_at(intent) and here.mentions.names(around)


def _more(here: Situation, alone: Match | None) -> Match | None:
    """More or less of something."""
    bare = _STILL.sub("", _LED.sub("", here.text.strip(" .!")))
    fuller = here.worded(f"make it {bare}") if here.language == "en" else None
    wish = fuller or alone
    if wish and is_worded(wish):
        return closer(here, wish)
    return _stepped(here) or (closer(here, wish) if wish and wish.complete else None)


_TOO = re.compile(r",? (?:too|as well|also)[.!]?$", re.IGNORECASE)
_STILL = re.compile(r"^(?:even|still) | (?:again|still|than that|yet)$", re.IGNORECASE)
_LED = re.compile(r"^(?:(?:and|then|now|also|but|please)[, ]+)+", re.IGNORECASE)


def _stepped(here: Situation) -> Match | None:
    """The last step once more, the way that the words say."""
    before = here.dialogue.understood
    steps = stepping(before.match, way(here.text)) if before and before.match else []
    return here.meant(steps) if all(fits(here.text, intent) for intent in steps) else None


def _aims_at(intent: Intent) -> bool:
    """Whether the words themselves said what it is about."""
    return bool({"name", "area", "floor"} & intent.slots.keys())


def _aims(here: Situation, exchange: Exchange, intent: Intent) -> list[Intent]:
    """The intent about the things of an exchange; empty when they are of another kind."""
    domain = intent.slots.get("domain")
    if not any(domain in (None, id_.partition(".")[0]) for id_ in exchange.things):
        return []
    aims = [aimed(intent, target) for target in _targets(here, exchange)]
    return aims if all(here.possible(each, exchange.things) for each in aims) else []


def _meant_by(here: Situation, pointing: Pointing, exchange: Exchange) -> list[Slots]:
    """What "it" is in an exchange, the last thing of several; what "them" is, also in those before it."""
    targets = _targets(here, exchange)
    if pointing.left_out and not pointing.many:
        return targets
    if not pointing.many:
        several = exchange.match is not None and len(repeatable(exchange.match)) > 1
        return targets[-1:] if several else targets
    if len(exchange.things) > 1:
        return targets
    alike = [each for each in here.recent() if _is_noted(each) == _is_noted(exchange)]
    return list(_once(target for each in alike for target in _targets(here, each)))


def _targets(here: Situation, exchange: Exchange) -> list[Slots]:
    """What the request was about, in its own words; the things themselves where it had none."""
    intents = repeatable(exchange.match) if exchange.match else []
    aimed_at = (each for each in intents if is_retargetable(each) and each.name not in _SENT)
    kept = [_target(intent, exchange) for intent in aimed_at if _aims_at(intent)]
    return list(_once(kept)) or [_pointing(here, id_) for id_ in exchange.things]


_SENT = frozenset({"HassVacuumCleanArea"})
"""Intents whose place is where a thing is sent to, not where it is."""


def _target(intent: Intent, exchange: Exchange) -> Slots:
    """What an intent is about, with the kind of thing it was, since another intent may not say so."""
    target = {slot: value for slot, value in intent.slots.items() if slot in TARGET}
    kinds = {id_.partition(".")[0] for id_ in exchange.things}
    if "name" not in target and "domain" not in target and len(kinds) == 1:
        target["domain"] = kinds.pop()
    return target


def _pointing(here: Situation, id_: str) -> Slots:
    device, (_, _, number) = here.home.by_id.get(id_), id_.partition(".")
    if device is not None:
        return here.mentions.pointing(device, here.language)
    return {"id": int(number)} if number.isdecimal() else {}


def _said_of(here: Situation, pointing: Pointing, things: Iterable[str]) -> Intent | None:
    """The one intent of the words with a thing's name where they point."""
    for id_ in things:
        device = here.home.by_id.get(id_)
        name = device.name(here.language) if device else noun(id_.partition(".")[0], here.language)
        intent = here.stated(pointing.naming(name, here.language)) if name else None
        if intent and is_retargetable(intent) == (device is not None) and (device or _is_about_notes(intent)):
            return intent
    return None


def _put_off(here: Situation, pointing: Pointing, exchange: Exchange) -> Intent | None:
    """`turn it off in ten minutes`: what is done later is said with the one name of what it is about."""
    name = only_name(here, exchange)
    said = here.stated(pointing.naming(name, here.language)) if name else None
    return said if said and "conversation_command" in said.slots else None


def _is_noted(exchange: Exchange) -> bool:
    """Whether it was about timers or alarms."""
    return exchange.things[0].partition(".")[0] in ("timer", "alarm", "reminder", "order")


def _is_about_notes(intent: Intent) -> bool:
    return any(word in intent.name for word in ("Timer", "Alarm", "Reminder", "GetList"))


def _unknown(here: Situation, pointing: Pointing) -> Match | None:
    """What the words would have done to something, had anything been spoken of."""
    for domain in _STAND_INS if len(here.text) <= _BRIEF else ():
        device = next((each for each in here.home.devices if each.domain == domain), None)
        intent = here.stated(pointing.naming(device.name(here.language), here.language)) if device else None
        if intent and "conversation_command" in intent.slots:
            return here.meant([Intent("HassTurnOff")], complete=False)
        if intent and is_retargetable(intent) and intent.name not in READ_ONLY:
            return here.meant([aimed(intent, {})], complete=False)
    return None


def _once(targets: Iterable[Slots]) -> Iterator[Slots]:
    seen: list[Slots] = []
    for target in targets:
        if target not in seen:
            seen.append(target)
            yield target
