"""What is left once one was named: 其他的也关了, "the others too"."""

import re

from intents.discourse.situation import Situation, repeatable
from intents.exception import SLOT
from intents.restated import is_retargetable
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


def _switch(found: re.Match[str]) -> str | None:
    said = next(
        (found.groupdict().get(each) for each in ("verb", "before", "after") if found.groupdict().get(each)),
        "",
    )
    if not said:
        return None
    return "HassTurnOff" if said.lower().startswith(("关", "off")) else "HassTurnOn"
