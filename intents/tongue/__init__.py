"""What a language adds to its templates: one module for each, and one line here."""

from collections.abc import Callable, Mapping
from typing import Protocol

from intents.home import Home
from intents.recognize import Recognizer
from intents.tongue.chinese import Chinese
from intents.tongue.english import English
from intents.tongue.plain import Plain
from intents.vocabulary import Context, Match


class Tongue(Protocol):
    """Puts the requests of one language to one home otherwise; pure computation."""

    hears_titles: bool
    """Whether a title that was heard is as good as any that only sounds like it."""

    def standard(self, text: str) -> str:
        """The request as templates have it: without slips, dialect, corrections, or what others said."""

    def foremost(self, text: str, context: Context, match: Match | None) -> Match | None:
        """What goes before that which the templates say, `match`."""

    def settled(self, match: Match | None, text: str) -> Match | None:
        """What the templates say, without what the words can not mean."""

    def plainly(self, text: str, context: Context) -> Match | None:
        """What the words say once they are put plainly, or without their reasons."""

    def freely(self, text: str, context: Context, match: Match | None) -> Match | None:
        """What the words may say, of which templates are not sure: `match` or something else."""

    def believes(self, text: str, repaired: Match) -> bool:
        """Whether that may be meant where the words were heard wrong."""


_TONGUES: Mapping[str, Callable[[Home, Recognizer], Tongue]] = {"en": English, "zh": Chinese}
"""By ISO 639-1."""


def tongue(language: str, home: Home, patterns: Recognizer) -> Tongue:
    """That of a language (ISO 639-1); one without a module of its own adds nothing."""
    return _TONGUES.get(language, Plain)(home, patterns)
