"""Orders that are to wait for a time of day: "open the curtains tomorrow at eight", 八点开灯."""

import re
from dataclasses import dataclass

from intents.lasting import length
from intents.reservation import waits
from intents.spans import times

_LONGEST = 40
"""Characters of a time; more of them are a time over and over."""
_PLEASE_EN = r"(?:(?:please|can you|could you|hey)[, ]+)*"
_AT_EN = r"(?:(?:at|on|by|around|about|from) )?"
_PLEASE_ZH = "(?:请|麻烦|帮我|给我|你|就|再|记得|[，, ])*"


@dataclass(frozen=True, slots=True)
class Deferral:
    """A request in two."""

    order: str
    """What is to be done then."""
    time: str
    """When, in the words that were used."""


def deferred(text: str, language: str) -> Deferral | None:
    """The order and its time, where one stands before the other; None where no single time is named."""
    said = text.strip(" .。!！,，")
    spans = times(said, language)
    if len(spans) != 1 or len(spans[0]) > _LONGEST or not waits(said, language):
        return None
    if length(spans[0], language) is not None:
        return None  # to be on for half an hour is not to be turned on in half an hour
    when = re.escape(spans[0])
    if language == "zh":
        forms = (rf"{_PLEASE_ZH}{when}(?:的时候)?{_PLEASE_ZH}(?P<order>.+)", rf"(?P<order>.+?)[，, ]*{when}")
    else:
        forms = (
            rf"{_PLEASE_EN}{_AT_EN}{when},? (?P<order>.+)",
            rf"(?P<order>.+?),? {_AT_EN}{when}(?:,? please)?",
        )
    found = next((hit for form in forms if (hit := re.fullmatch(form, said, re.IGNORECASE))), None)
    return Deferral(found["order"], spans[0]) if found and not waits(found["order"], language) else None
