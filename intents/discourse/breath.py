"""Several requests in one breath of which a later one points at an earlier: `… and set it to 50%`."""

from collections.abc import Callable
from dataclasses import replace

from intents.discourse.dialogue import Dialogue, Exchange
from intents.discourse.reference import read_pointing
from intents.discourse.situation import Situation, is_worded
from intents.resolve import resolve
from intents.several.compound import parts
from intents.target import Unresolved
from intents.vocabulary import Match


def in_one_breath(here: Situation, understand: Callable[[Situation], Match | None]) -> Match | None:
    """All of it, each part seen from those before; None unless all is understood and one points back."""
    cut = parts(here.text, here.language)
    if len(cut) < 2 or not any(read_pointing(part, here.language) for part in cut[1:]):
        return None
    found: list[Match] = []
    seen = replace(here, dialogue=Dialogue())
    for part in cut:
        seen = replace(seen, text=part)
        match = understand(seen) if found else seen.worded(part)
        if match is None or not is_worded(match):
            return None
        found.append(match)
        seen = replace(seen, dialogue=seen.dialogue.then(done(seen, match)))
    return here.meant(intent for match in found for intent in match.intents)


def done(here: Situation, match: Match) -> Exchange:
    """The part, as if it had been carried out."""
    effects = [resolve(intent, here.home, here.context) for intent in match.intents]
    known = (each for each in effects if not isinstance(each, Unresolved))
    things = dict.fromkeys(effect.device for each in known for effect in each)
    return Exchange(here.text, "", here.language, match, tuple(things))
