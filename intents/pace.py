"""How fast the assistant shall speak, in whatever English words it is asked to."""

import re

from intents.asking import is_question
from intents.vocabulary import Intent

_SPEECH = re.compile(
    r"\b(?:speak|talk|speaking|talking|speech|your voice|voice|your (?:replies|answers|delivery)|speed of "
    r"voice|"
    r"you (?:say|read))\b",
    re.IGNORECASE,
)
_FAST = r"(?:fast|quick|quickly|rapid|rapidly|hasty|hastily)"
_SLOW = r"(?:slow|slowly|sluggish|sluggishly)"
_TOO_FAST = re.compile(rf"\b(?:(?:too|so|this|that) (?:much )?{_FAST}|less {_FAST})\b", re.IGNORECASE)
_TOO_SLOW = re.compile(rf"\b(?:(?:too|so|this|that) {_SLOW}|less {_SLOW})\b", re.IGNORECASE)
_SLOWER = re.compile(
    r"\b(?:slower|(?:speak|talk)(?: to me)?(?: \w+)? slowly|slow(?: \w+){0,3} down|slow down|(?:reduce|"
    r"decrease|lower|drop|cut)(?: \w+){0,3} "
    r"(?:speed|rate|pace|tempo))\b",
    re.IGNORECASE,
)
_FASTER = re.compile(
    r"\b(?:faster|quicker|(?:speak|talk)(?: to me)?(?: \w+)? (?:quickly|rapidly|fast)|speed(?: \w+){0,3} "
    r"up|speed up|speedier|"
    r"(?:increase|raise|up|boost)(?: \w+){0,3} (?:speed|rate|pace|tempo))\b",
    re.IGNORECASE,
)
_NO_WISH = re.compile(
    r"\b(?:how (?:do|can|to)|why|where|instructions|my (?:speech|voice|talk)|about|he|she|they|people)\b",
    re.IGNORECASE,
)
_LONGEST = 14
"""Words; what is longer is a story."""


def pace_of_speech(text: str) -> Intent | None:
    """To speak faster or more slowly; None where nothing of it is asked for."""
    wished = not is_question(text, "en") and not _NO_WISH.search(text) and len(text.split()) <= _LONGEST
    if not wished or not _SPEECH.search(text):
        return None
    step = _step(text)
    return Intent("SetSpeechRate", {"rate_step": step}) if step else None


def _step(text: str) -> str | None:
    fast, slow = bool(_TOO_SLOW.search(text)), bool(_TOO_FAST.search(text))
    if fast == slow:
        fast, slow = bool(_FASTER.search(text)), bool(_SLOWER.search(text))
    return None if fast == slow else "up" if fast else "down"
