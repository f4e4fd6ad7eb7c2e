"""Orders that are to wait for a time of day: "open the curtains tomorrow at eight", 八点开灯."""

import re
from dataclasses import dataclass

from intents.reservation import waits
from intents.spans import times
from intents.when.lasting import length

_LONGEST = 40
"""Characters of a time; more of them are a time over and over."""
_PLEASE_EN = r"(?:(?:please|can you|could you|hey)[, ]+)*"
_AT_EN = r"(?:(?:at|on|by|around|about|from) )?"
_PLEASE_ZH = "(?:请|麻烦|帮我|给我|你|就|再|记得|[，, ])*"


_OFF_ZH = "(?:取消|删掉|删除|删了|去掉|撤销|撤掉|停掉|不要)"
_KIND_ZH = "(?:定时任务|自动任务|定时|任务|安排)"
_REVOKED = {
    "zh": (
        re.compile(rf"(?:请|帮我|把|给我)*{_OFF_ZH}(?:那个)?(?P<rest>.+?)(?P<kind>的?{_KIND_ZH})?[了吧]*"),
        re.compile(rf"(?:请|帮我|把|给我)*(?P<rest>.+?)的?(?P<kind>{_KIND_ZH}){_OFF_ZH}[了吧]*"),
        re.compile("(?:不用|别|不要|甭|不必)(?:再)?(?P<rest>.+?)了?(?P<kind>(?!))?吧?"),
    ),
    "en": (
        re.compile(
            r"(?:please )?(?:cancel|delete|remove|forget)(?: the| that| my)?(?: (?:recurring|"
            r"scheduled|daily|nightly|weekly))?"
            r"(?P<kind> (?:order|routine|schedule|command))?(?: to| of)? (?P<rest>.+)",
            re.IGNORECASE,
        ),
    ),
}
"""How an order that was given in advance is taken back."""


@dataclass(frozen=True, slots=True)
class Deferral:
    """A request in two."""

    order: str
    """What is to be done then."""
    time: str
    """When, in the words that were used."""


def revoked(text: str, language: str) -> Deferral | None:
    """The order that is not to be done any more, and when it was to be; its time may not have been said."""
    said = text.strip(" .。!！,，")
    for form in _REVOKED.get(language, ()):
        found = form.fullmatch(said)
        later = deferred(found["rest"], language) if found else None
        if later is not None:
            return later
        if found and found["kind"]:
            return Deferral(found["rest"].removesuffix("的"), "")
    return None


def deferred(text: str, language: str) -> Deferral | None:
    """The order and its time, where one stands before the other; None where no single time is named."""
    said = text.strip(" .。!！,，")
    spans = times(said, language)
    if len(spans) != 1 or len(spans[0]) > _LONGEST or not waits(said, language):
        return None
    forms = _forms(re.escape(spans[0]), language)
    found = next((hit for form in forms if (hit := re.fullmatch(form, said, re.IGNORECASE))), None)
    parted = found is not None and "thing" in found.groupdict()
    long = length(spans[0], language) is not None
    if found is None or (long and not parted):
        return None  # to be on for half an hour is not to be turned on in half an hour
    order = found["thing"] + found["deed"] if parted else found["order"]
    time = f"{spans[0]}后" if parted and long else spans[0]
    return Deferral(order, time) if not waits(order, language) else None


def _forms(when: str, language: str) -> tuple[str, ...]:
    """Where an order may stand beside its time."""
    if language == "zh":
        return (
            rf"{_PLEASE_ZH}{when}(?:的时候)?{_PLEASE_ZH}(?P<order>.+)",
            rf"(?P<order>.+?)[，, ]*{when}",
            rf"[把让]?(?P<thing>[^，,]{{1,8}}?)(?:定时|定个?)?{when}(?:以后|之后|后)?(?:自动|再|就)?"
            r"(?P<deed>(?:打开|关掉|关上|拉开|拉上|合上|启动|开|关)(?:了|掉|上)?)",
        )
    return (
        rf"{_PLEASE_EN}{_AT_EN}{when},? (?P<order>.+)",
        rf"(?P<order>.+?),? {_AT_EN}{when}(?:,? please)?",
    )
