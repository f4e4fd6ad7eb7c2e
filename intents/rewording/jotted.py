"""What is on, said to be written down: "hairdresser on the 14th at three, remind me"."""

import re

from intents.spans import times

_POLITE = r"(?:and |so |please |just |can you |could you |would you |will you )*"
_WHERE = r"(?:in|on|into|to) (?:the|my|our) (?:diary|calendar|schedule|agenda)"
_WRITTEN = re.compile(
    rf"(?P<told>.+?)[,;.] {_POLITE}(?:(?P<remind>remind me)(?: (?:of|about) (?P<what>it|that|this|both|"
    rf"them))?|"
    r"(?:put|stick|pop|write|note|jot|add|get) (?:it|that|this)(?: (?:in|down))*"
    rf"(?: {_WHERE})?)(?: please| for me)*[.!? ]*",
    re.IGNORECASE,
)
_LEAD = re.compile(
    r"(?:(?:so|and|ok(?:ay)?|right|well)[, ]+)*(?:(?:i|we)(?:['’]ve| have)?(?: got)? to |"
    r"(?:i|we) (?:need|want|must|should)(?: to)? |(?:i|we)(?:['’]ve| have)?(?: got)? (?=(?:an?|the|my|"
    r"our)\b)|"
    r"there(?:['’]s| is) (?=(?:an?|the|my|our)\b))?",
    re.IGNORECASE,
)
_SOMEBODY = re.compile(
    r"(?:i|you|he|she|it|we|they|who|what|when|where|if|put|set|add|wake|turn|play)(?:['’]\w+)?\b|"
    r".*\b(?:was|were|did|had|said|told|went)\b",
    re.IGNORECASE,
)
"""What begins a story or another order."""
_TWO = re.compile(r"(?P<one>.+?),? and (?P<other>.+)", re.IGNORECASE)
_BEFORE = re.compile(r"[, ]+(?:on|at|in|by|for|is|it['’]s|this)?$", re.IGNORECASE)


def jotted(text: str) -> str:
    """The reminder that is meant; other text as it is."""
    found = _WRITTEN.fullmatch(text.strip())
    told = re.sub(r",? please$", "", found["told"][_led(found["told"]) :]) if found else ""
    if found is None or _SOMEBODY.match(told):
        return text
    two = _TWO.fullmatch(told) if (found["what"] or "").lower() in ("both", "them") else None
    if two and all(_named(two[each]) for each in ("one", "other")):
        return f"remind me to {two['one']} and to {two['other']}"
    named = None if two else _named(told)
    return f"remind me about {named[0]} {named[1]}" if named else text


def _led(told: str) -> int:
    lead = _LEAD.match(told)
    return lead.end() if lead else 0


def _named(told: str) -> tuple[str, str] | None:
    """What it is and when; None unless one time stands at its end, or the words are more than a name."""
    spans = sorted(times(told, "en"), key=len)
    if not spans or not told.rstrip(" .").endswith(spans[-1]):
        return None
    thing = _BEFORE.sub("", told.rstrip(" .").removesuffix(spans[-1]))
    return (thing, spans[-1]) if thing and not times(thing, "en") and "," not in thing else None
