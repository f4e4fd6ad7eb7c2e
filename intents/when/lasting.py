"""Orders for a while: "turn on the fan for an hour", 打开厨房灯半小时. Done now, and then undone."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime

from intents.spans import times
from intents.when import read_when

_ANY_DAY = datetime(2025, 1, 15, 12, tzinfo=UTC)
"""How long a duration is does not depend on the day."""
_LONGEST_S = 24 * 3600
_PLEASE_ZH = "(?:请|麻烦|帮我|给我|你|先|[，, ])*"
_FORMS = {
    "en": (
        r"(?:(?:please|can you|could you|would you|just) )*(?P<order>.+?),? "
        r"for (?:about |the next |just |only )?{}(?:,? please| or so)?",
    ),
    "zh": (
        _PLEASE_ZH + r"(?P<order>.+?)[，, ]*(?:大概|大约|个)?{}(?:左右|吧|就行|就好|就可以了)*",
        _PLEASE_ZH + r"(?P<order>[^，,]+?)[，, ]*(?:大概|大约|个)?{}(?:[以之]?后)?[，, ]*"
        "(?:就|再|然后)(?:自动)?(?:给我)?[关停](?:掉|了|上|闭)?吧?",
        _PLEASE_ZH + r"(?P<verb>打开|关闭|关掉|[开关])(?:大概|大约)?{}的?(?P<thing>[^，,]+?)吧?",
    ),
}
_OPPOSITES = {
    "en": (("turn on", "turn off"), ("switch on", "switch off"), ("on", "off"), ("open", "close")),
    "zh": (("打开", "关闭"), ("开", "关"), ("拉开", "拉上")),
}
_KEEP = re.compile(r"\b(?:keep|leave)\b(?=.*\b(?:on|off)$)", re.IGNORECASE)
_RUN = re.compile(r"^(?:run|start) ", re.IGNORECASE)
_HAVE_RUN = re.compile(
    r"^(?:have|let|get|leave|keep) (?P<thing>.+?) (?:go|run|running|going|work|working)$", re.IGNORECASE
)
_AND_BACK = re.compile(
    r"(?<=\bon\b)(?P<on>.+?),? (?:and |and then |then )(?:(?:turn |switch )?(?:it |them )?)?"
    r"(?:back )?off(?: again)?$|"
    r"(?<=\boff\b)(?P<off>.+?),? (?:and |and then |then )(?:(?:turn |switch )?(?:it |them )?)?"
    r"(?:back )?on(?: again)?$",
    re.IGNORECASE,
)
"""What comes of itself when the while is over: on for five minutes, then off."""
_CLOSED_ZH = re.compile("关(?:闭|掉|上|了)")


@dataclass(frozen=True, slots=True)
class Lasting:
    """A request in three."""

    order: str
    """What is to be done now."""
    undo: tuple[str, ...]
    """What may be the words for the opposite."""
    seconds: int
    """When that is to be done."""


def lasting(text: str, language: str) -> Lasting | None:
    """The order, its opposite and how long it is to last; None where no single duration is named."""
    said = _AND_BACK.sub(r"\g<on>\g<off>", text.strip(" .。!！,，"))
    spans = times(said, language)
    seconds = length(spans[0], language) if len(spans) == 1 else None
    if seconds is None or not 0 < seconds <= _LONGEST_S:
        return None
    for form in _FORMS.get(language, ()):
        if found := re.fullmatch(form.replace("{}", re.escape(spans[0])), said, re.IGNORECASE):
            parts = found.groupdict()
            order = _plain(parts.get("order") or f"{parts['verb']}{parts['thing']}")
            return Lasting(order, tuple(dict.fromkeys(_opposites(order, language))), round(seconds))
    return None


def length(span: str, language: str) -> float | None:
    """Seconds, where the words are a stretch of time and no moment."""
    when = read_when(span, language, _ANY_DAY)
    return when.seconds if when and when.kind == "duration" else None


def _plain(order: str) -> str:
    """To keep a light on, or to run a fan, is to turn it on."""
    order = _HAVE_RUN.sub(r"run \g<thing>", order)
    return _RUN.sub("turn on ", _KEEP.sub("turn", order))


def _opposites(order: str, language: str) -> Iterator[str]:
    folded = _CLOSED_ZH.sub("关", order) if language == "zh" else order
    for one, other in _OPPOSITES[language]:
        for said, opposite in ((one, other), (other, one)):
            found = re.search(rf"\b{said}\b" if language == "en" else said, folded, re.IGNORECASE)
            if found:
                yield folded[: found.start()] + opposite + folded[found.end() :]
