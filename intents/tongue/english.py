"""English put otherwise until the templates have words for it: actively, and without the reasons."""

import re
from dataclasses import replace

from intents.asking import acts
from intents.home import Home
from intents.music.asked_en import service_aside
from intents.recognize import WILD, Recognizer
from intents.rewording import REWORDED
from intents.rewording.corrected import corrected
from intents.rewording.errand import errand
from intents.rewording.gerund import without_gerund
from intents.rewording.passive import active
from intents.rewording.reason import without_reason
from intents.rewording.relayed import relayed
from intents.rewording.reminded import reminded
from intents.rewording.undone import unconditional
from intents.vocabulary import Context, Match

_O_CLOCK = re.compile(r"\bo ?clock\b", re.IGNORECASE)


class English:
    """Puts English requests otherwise; what each does is told by `Tongue`."""

    hears_titles = True

    def __init__(self, _home: Home, patterns: Recognizer) -> None:
        """Ask `patterns` what other words say."""
        self._patterns = patterns

    def standard(self, text: str) -> str:
        """In the active voice, as put right, in the speaker's own name, with things in their places."""
        said = _O_CLOCK.sub("o'clock", text)
        said = service_aside(errand(reminded(active(without_gerund(said)))))
        return unconditional(relayed(corrected(said, "en"), "en"), "en")

    def foremost(self, _text: str, _context: Context, _match: Match | None) -> Match | None:
        """Nothing goes before what the templates say."""
        return None

    def settled(self, match: Match | None, _text: str) -> Match | None:
        """All that the templates say."""
        return match

    def plainly(self, text: str, context: Context) -> Match | None:
        """What is asked for beside the reason that is given."""
        order = without_reason(text)
        match = self._patterns.recognize(order, "en", context) if order else None
        if match is None or match.confidence <= WILD or not acts(match):
            return None
        return replace(match, confidence=round(match.confidence * REWORDED, 3))

    def freely(self, _text: str, _context: Context, match: Match | None) -> Match | None:
        """What the templates are not sure of."""
        return match

    def believes(self, _text: str, _repaired: Match) -> bool:
        """Anything."""
        return True
