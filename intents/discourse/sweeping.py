"""What is said to music, and behind a word about a vacuum to that: 先停一下, "continue"."""

import re

from intents.discourse.situation import Situation
from intents.vocabulary import Intent, Match

_SWEEPS = {
    "HassMediaUnpause": "HassVacuumStart", "HassMediaPause": "HassVacuumPause", "Stop": "HassVacuumPause",
}  # fmt: skip
_HALTS = re.compile(
    r"停|继续|接着|\b(?:stop|pause|continue|resume|go on|carry on|keep going)\b", re.IGNORECASE
)
"""Other words for Stop only want silence: 安静."""


def swept(here: Situation, intent: Intent) -> Match | None:
    """The vacuums that were spoken of just before, and nothing else, halted or sent on."""
    last, sweeps = here.dialogue.last, _SWEEPS.get(intent.name)
    if not last or not sweeps or "name" in intent.slots or not _HALTS.search(here.text):
        return None
    found = [here.home.by_id.get(id_) for id_ in last.things]
    vacuums = [each for each in found if each is not None and each.domain == "vacuum"]
    if not vacuums or len(vacuums) < len(found):
        return None
    return here.meant(Intent(sweeps, here.mentions.pointing(each, here.language)) for each in vacuums)
