"""What is left once one was named: 其他的也关了, "the others too"."""

import re

from intents.discourse.situation import Situation, repeatable
from intents.home import Device
from intents.restated import is_retargetable
from intents.several.exception import SLOT, known_names, left_out
from intents.vocabulary import Intent, Match, Scalar

_ZH = re.compile(
    r"(?:把)?(?:其[他它余]|别|剩下|另外)(?:的|那些|那几个|几个|几盏)*(?:灯|房间)?(?:的)?(?:也|都|全)*(?:给我)?"
    r"(?P<verb>打开|开|关掉|关上|关)(?:了|上|吧|掉)*"
)
_EN = re.compile(
    r"(?:and )?(?:(?:turn|switch) (?P<before>on|off) )?(?:all )?(?:the )?"
    r"(?:others|other ones|other lights|rest)"
    r"(?: (?P<after>on|off))?(?: (?:too|as well|also))?(?: please)?",
    re.IGNORECASE,
)
_THERE_ZH = re.compile(
    r"(?:那|那个|把)*(?P<where>[^，,的那个把也都]{2,5})的(?:那个)?"
    r"(?:给我)?(?P<verb>打开|开|关掉|关上|关)(?:了|上|吧|掉|一下)*"
)
_FEW = 3
"""Things that may be left out; who named more than that names the others too."""


def the_others(here: Situation) -> Match | None:
    """The deed done to all of that kind but those that were spoken of last."""
    last = here.dialogue.deed
    intents = repeatable(last.match) if last and last.match else []
    said = here.text.strip(" .。!！,，")
    found = (_ZH if here.language == "zh" else _EN).fullmatch(said)
    if not last or not found or not intents or not is_retargetable(intents[-1]) or not last.things:
        return None
    kinds = {id_.partition(".")[0] for id_ in last.things}
    names = [here.home.by_id[id_].name(here.language) for id_ in last.things if id_ in here.home.by_id]
    if kinds != {"light"} or len(names) > _FEW:
        return None
    name = _switch(found) or intents[-1].name
    slots: dict[str, Scalar | tuple[Scalar, ...]] = {"domain": "light", "name": "all", SLOT: tuple(names)}
    return here.meant([Intent(name, slots)]) if name in ("HassTurnOn", "HassTurnOff") else None


def the_same_there(here: Situation) -> Match | None:
    """The deed done to what was spoken of in another room, where that is no lamp: 厨房的关了."""
    last = next(here.recent(), None)
    found = _THERE_ZH.fullmatch(here.text.strip(" .。!！,，")) if here.language == "zh" else None
    first = here.home.by_id.get(last.things[0]) if last else None
    if not first or not found or last is not here.dialogue.last or first.domain not in _ALIKE:
        return None
    near = left_out(known_names(found["where"], here.home), here.home)
    there = [each for each in here.home.devices if each.id in near and is_alike(each, first)]
    name = _switch(found) or "HassTurnOff"
    return here.meant(Intent(name, here.mentions.pointing(each, here.language)) for each in there)


def is_alike(device: Device, other: Device) -> bool:
    """Whether they are of one sort."""
    return (device.domain, device.device_class) == (other.domain, other.device_class)


_ALIKE = frozenset({"switch", "cover", "fan", "climate"})
"""Kinds that there may be one of in several rooms."""


def _switch(found: re.Match[str]) -> str | None:
    said = next(
        (found.groupdict().get(each) for each in ("verb", "before", "after") if found.groupdict().get(each)),
        "",
    )
    if not said:
        return None
    return "HassTurnOff" if said.lower().startswith(("关", "off")) else "HassTurnOn"
