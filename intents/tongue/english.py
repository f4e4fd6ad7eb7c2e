"""English put otherwise until the templates have words for it: actively, and without the reasons."""

import re
from collections.abc import Callable
from dataclasses import replace
from functools import partial, reduce

from intents.asking import acts
from intents.music.asked_en import service_aside
from intents.pace import pace_of_speech
from intents.recognize import WILD
from intents.rewording import REWORDED
from intents.rewording.aside import put_in_order
from intents.rewording.comparative import ordered
from intents.rewording.corrected import corrected
from intents.rewording.errand import errand
from intents.rewording.gerund import without_gerund
from intents.rewording.jotted import jotted
from intents.rewording.passive import active
from intents.rewording.reason import without_reason
from intents.rewording.relayed import relayed
from intents.rewording.reminded import reminded
from intents.rewording.undone import unconditional
from intents.tongue.plain import Plain
from intents.vocabulary import Context, Intent, Match, Route

_SLURRED = {
    r"\bo ?clock\b": "o'clock", r"\bwanna\b": "want to", r"\bgotta\b": "have to", r"\bgonna\b": "going to",
    r"\b(?:a )?couple(?: of)? (?=(?:more )?(?:minutes?|mins?|hours?|seconds?|secs?)\b)": "two ",
    r"\bthree[- ]quarters of an hour\b": "forty-five minutes",
    r"(?<!hour and )(?<!hours and )\b(?:a )?quarter of an hour\b": "fifteen minutes",
    r"\blemme\b": "let me", r"\bgimme\b": "give me", r"\bdunno\b": "don't know",
}  # fmt: skip
"""What is often written as it is spoken."""


_LIKE_TIMERS = re.compile(
    r"(?P<first>.*\btimers?\b(?: for| of)? (?:\d+|[a-z]+(?:[- ][a-z]+)?) (?P<unit>minutes?|mins?|hours?)"
    r",? and .*\btimer (?:for |of )?(?:\d+|[a-z]+(?:[- ][a-z]+)?))(?P<please>,? please)?[. ]*",
    re.IGNORECASE,
)
_TIMER_FIRST = re.compile(
    r"^(?:an? |the )?(?P<name>(?!set\b|start\b)[a-z]+) timer (?:for |of )?", re.IGNORECASE
)
_LENGTH = re.compile(r"\b(?:seconds?|secs?|minutes?|mins?|hours?)\b", re.IGNORECASE)


def counted_alike(text: str) -> str:
    """The unit of the first timer, said of the second as well: "nine minutes and an oven timer for 25"."""
    found = _LIKE_TIMERS.fullmatch(text)
    if found is None or len(_LENGTH.findall(text)) != 1:
        return text
    first = _TIMER_FIRST.sub(r"set a \g<name> timer for ", found["first"])
    return f"{first} {found['unit']}{found['please'] or ''}"


def unslurred(text: str) -> str:
    """The words as they are written."""
    for spoken, written in _SLURRED.items():
        text = re.sub(spoken, written, text, flags=re.IGNORECASE)
    return text


_IN_TIME = re.compile(
    r"^(?!.*\b(?:did|never|always|if|told|said)\b).*\b(?:wake|get) (?:me|us)(?: up)? "
    r"(?:in (?:good |plenty of )?time|early enough|soon enough)(?: (?:for|to|tomorrow)\b.{0,40})?[.! ]*$",
    re.IGNORECASE,
)
_STEPS: tuple[Callable[[str], str], ...] = (
    unslurred,
    counted_alike,
    without_gerund,
    active,
    reminded,
    jotted,
    ordered,
    errand,
    service_aside,
    partial(corrected, language="en"),
    partial(put_in_order, language="en"),
    partial(relayed, language="en"),
    partial(unconditional, language="en"),
)
"""Towards the words of the templates, in order."""


class English(Plain):
    """Puts English requests otherwise; what each does is told by `Tongue`."""

    hears_titles = True

    def standard(self, text: str) -> str:
        """In the active voice, as put right, in the speaker's own name, with things in their places."""
        return reduce(lambda said, step: step(said), _STEPS, text)

    def foremost(self, text: str, _context: Context, match: Match | None) -> Match | None:
        """The hour to be woken at is asked where only what it is for is told: "get me up in time"."""
        if not _IN_TIME.search(text) or (match and match.confidence > WILD):
            return None
        return Match((Intent("SetAlarm", {"purpose": "rise"}),), REWORDED, Route.FAST, "en")

    def plainly(self, text: str, context: Context) -> Match | None:
        """How fast to speak, or what is asked for beside the reason that is given."""
        if pace := pace_of_speech(text):
            return Match((pace,), REWORDED, Route.FAST, "en")
        order = without_reason(text)
        match = self._patterns.recognize(order, "en", context) if order else None
        if match is None or match.confidence <= WILD or not acts(match):
            return None
        return replace(match, confidence=round(match.confidence * REWORDED, 3))
