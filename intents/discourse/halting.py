"""What is said to music, and behind a word about what moves to that: 先停一下, "continue", "stop there"."""

import re

from intents.discourse.situation import Situation
from intents.vocabulary import Intent, Match

_SWEEPS = {
    "HassMediaUnpause": "HassVacuumStart", "HassMediaPause": "HassVacuumPause", "Stop": "HassVacuumPause",
}  # fmt: skip
_MOVES = {"HassMediaPause": "HassStopMoving", "Stop": "HassStopMoving"}
_BY_DOMAIN = {"vacuum": _SWEEPS, "cover": _MOVES, "valve": _MOVES}
_HALTS = re.compile(
    r"停|继续|接着|够了|\b(?:stop|pause|continue|resume|go on|carry on|keep going|enough)\b", re.IGNORECASE
)
"""Other words for Stop only want silence: 安静."""

_THERE = re.compile(
    r"(?:(?:ok(?:ay)?|right|good|no|now|please|and|just)[, ]*)*(?:stop|halt|freeze|hold)(?: it| them)?"
    r"(?: right| just)? (?:there|here)(?: please| now)?|"
    "(?:好了?|行了?|可以了?|就|先|给我|[，, ])*"
    "停(?:在|到)?(?:那|这)(?:儿|里|边|个位置)?(?:吧|就行|就好|别动)?",
    re.IGNORECASE,
)
"""Only what moves can be stopped at a place."""
_ONWARD = re.compile(
    r"(?:(?:ok(?:ay)?|right|now|please|and|you can)[, ]*)*(?:carry on|keep going|go on|continue)"
    r"(?: (?:now|please|then|cleaning|with it))*|"
    "(?:好了?|行了?|可以了?|[，, ])*(?:继续|接着)(?:干|来|弄|走|动)?[吧了]?",
    re.IGNORECASE,
)


def halted(here: Situation) -> Match | None:
    """What moves, stopped where it is or sent on; None where nothing such was spoken of just before."""
    said = here.text.strip(" .!。！")
    if _ONWARD.fullmatch(said):
        return swept(here, Intent("HassMediaUnpause"))
    return swept(here, Intent("Stop")) if _THERE.fullmatch(said) else None


def swept(here: Situation, intent: Intent) -> Match | None:
    """What was spoken of just before, and nothing else, halted or sent on."""
    last = here.dialogue.last
    if not last or "name" in intent.slots or not _HALTS.search(here.text):
        return None
    found = [here.home.by_id.get(id_) for id_ in last.things]
    moving = [
        Intent(name, here.mentions.pointing(each, here.language))
        for each in found
        if each and (name := _BY_DOMAIN.get(each.domain, {}).get(intent.name))
    ]
    return here.meant(moving) if moving and len(moving) == len(found) else None
