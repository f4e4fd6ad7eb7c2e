"""What words do to an order besides giving it: deny it, leave something out, make it wait, tell of it.

Likeness is blind to that: "don't turn off the light" is as like "turn off the light" as anything can be. So
what stands under a reservation is only ever done by a pattern that has words for it.
"""

from types import ModuleType
from typing import Literal

from intents.reservation import en, zh
from intents.restated import is_retargetable
from intents.vocabulary import Intent

Reservation = Literal["denied", "excepted", "conditional", "told", "later"]
"""Why the words are no plain order for now."""

_WRITTEN_DOWN = frozenset({"SetReminder", "HassListAddItem", "HassShoppingListAddItem", "HassBroadcast"})
"""Intents whose words may be anybody's: "remind me not to open the window before nine"."""
_CANCELS = frozenset({"CancelAlarm", "CancelReminder", "ClearList", "HassListCompleteItem"})
_HUSHES = frozenset({"HassMediaPause", "HassMediaPlayerMute"})
_ENDING = _CANCELS | _HUSHES
"""Intents that a denial may well ask for: "don't wake me tomorrow"."""
_WORDED = frozenset({"later", "excepted"})
"""Reservations that alarms and music have words for."""


def reservation(text: str, language: str) -> Reservation | None:
    """Why what likeness finds in the words must not be done now; None where nothing stands against it."""
    said, words = text.strip(), _words(language)
    if words.TOLD.search(said):
        return "told"
    if words.denies(said):
        return "denied"
    if words.EXCEPTED.search(said):
        return "excepted"
    if words.CONDITIONAL.search(said):
        return "conditional"
    return "later" if waits(said, language) else None


def forbids(intent: Intent, text: str, language: str) -> bool:
    """Whether the words have a reservation that is against this, of which they are otherwise like orders."""
    why = reservation(text, language)
    if why is None or intent.name in _WRITTEN_DOWN:
        return False
    if intent.name in _ENDING:
        return why == "excepted" or (why == "denied" and bool(_words(language).SPARED.search(text)))
    return why not in _WORDED or is_retargetable(intent)


def waits(text: str, language: str) -> bool:
    """Whether the words name a time that is not now, or for how long."""
    return bool(_words(language).LATER.search(text))


def _words(language: str) -> ModuleType:
    return zh if language == "zh" else en
