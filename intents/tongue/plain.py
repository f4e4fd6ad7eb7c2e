"""A language that adds nothing to its templates, such as Italian: Home Assistant's sentences as they are."""

from intents.home import Home
from intents.recognize import Recognizer
from intents.vocabulary import Context, Match


class Plain:
    """Puts nothing otherwise; what each does is told by `Tongue`."""

    hears_titles = False

    def __init__(self, _home: Home, patterns: Recognizer) -> None:
        """Those that do may ask `patterns` what other words say."""
        self._patterns = patterns

    def standard(self, text: str) -> str:
        """As it was said."""
        return text

    def foremost(self, _text: str, _context: Context, _match: Match | None) -> Match | None:
        """Nothing goes before what the templates say."""
        return None

    def settled(self, match: Match | None, _text: str) -> Match | None:
        """All that the templates say."""
        return match

    def plainly(self, _text: str, _context: Context) -> Match | None:
        """Nothing."""
        return None

    def freely(self, _text: str, _context: Context, match: Match | None) -> Match | None:
        """What the templates are not sure of."""
        return match

    def believes(self, _text: str, _repaired: Match) -> bool:
        """Anything."""
        return True
