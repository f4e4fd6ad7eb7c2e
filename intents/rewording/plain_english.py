"""An English request in plainer words: common verbs, the room before the thing, one word for a light."""

import re
from collections.abc import Iterator

_VERBS = (
    (r"(?:secure|(?:engage|bolt)(?=.* lock$))", "lock"),
    (r"disengage(?=.* lock$)", "unlock"),
    (r"(?:de-?activate|disable|shut (?:down|off)|power (?:down|off)|extinguish|kill)", "turn off"),
    (
        r"(?:activate|enable|engage|power (?:up|on)|light up|illuminate|fire up|initiate|brighten up)",
        "turn on",
    ),
    (r"(?:halt|stop (?:adjusting|moving|closing|opening))", "stop"),
    (r"(?:launch|initiate|begin)", "start"),
)
_VERB = tuple((re.compile(rf"^{said} (?=\w)", re.IGNORECASE), f"{plain} ") for said, plain in _VERBS)

_DEEDS = {
    "locked": "lock", "locking": "lock", "unlocked": "unlock", "unlocking": "unlock", "closed": "close",
    "closing": "close", "shut": "close", "opened": "open", "opening": "open", "open": "open",
    "off": "turn off", "turned off": "turn off", "switched off": "turn off", "turning off": "turn off",
    "on": "turn on", "turned on": "turn on", "switched on": "turn on", "turning on": "turn on",
}  # fmt: skip
_DEED = "|".join(sorted(_DEEDS, key=len, reverse=True))
_WANTED = re.compile(
    rf"^(?:(?:make sure|ensure|see to it)(?: that)? (?P<made>.+?) (?:is|are|stays?|gets?)|"
    rf"(?:i (?:want|need) )?(?P<needy>.+?) (?:should be|must be|ha(?:s|ve) to be|needs?(?: to be)?|wants?)|"
    rf"set (?P<set>.+?) to) (?P<deed>{_DEED})$",
    re.IGNORECASE,
)
_WHERE = re.compile(
    r"^(?P<before>.*?)\b(?:(?:the|my|our) |(?=lights? |lamps? ))"
    r"(?P<thing>[\w-]+(?: (?:lights?|lanterns|player|door|fan|cleaner))?) "
    r"(?:in|on|at|of|by) (?:the |my |our )?(?P<place>.+)$",
    re.IGNORECASE,
)
_CLEAN_UP = re.compile(r"^(?:turn on|start) (?:the )?(.+) clean[- ]?up$", re.IGNORECASE)
_LIGHTING = re.compile(r"\b(?:area )?(?:lighting|light fixtures?)\b|\barea (?=lights?\b)", re.IGNORECASE)
_COUNTED = re.compile(
    r"\b(?:both|all|the)?(?: (?:of )?(?:the|my))? ?"
    r"\b(?:both|two|three|four|five|[2-5])\b(?: of)?(?: the| my)? "
    r"(?=(?:\w+ )?(?:lights|lamps|fans|blinds|curtains|speakers)\b)",
    re.IGNORECASE,
)
"""The lamps of a place are counted by who asks for all of them."""
_LIGHT = re.compile(r"\b(?:lights?|lamps?)$", re.IGNORECASE)
_LIGHT_NAMES = ("light", "lights", "lamp")
_REMAINDER = re.compile(r"\b(?P<a>an?|the|my|new) remainder(?P<s>s?)\b", re.IGNORECASE)
"""What a reminder is often written as."""
_KINDLY = re.compile(r"^(?:may|can|could|might) i (?:ask|request|get) you to ", re.IGNORECASE)
_APOSTROPHE = re.compile(r"['’]")
_POSSESSIVE = re.compile(r"['’]s?\b(?= )")
_SEVERAL = re.compile(r"\b(fan|blind|curtain|speaker|vacuum|door|lock)s$", re.IGNORECASE)


_SHORTENED = re.compile(r"(?<=\d) ?(?P<unit>min|sec|hr)(?P<s>s?)\b", re.IGNORECASE)
_UNITS = {"min": "minute", "sec": "second", "hr": "hour"}


def plainer_english(bare: str) -> Iterator[str]:
    """The request without courtesy or punctuation, put plainer and plainer; it may come back unchanged."""
    said = _REMAINDER.sub(r"\g<a> reminder\g<s>", _KINDLY.sub("", bare))
    said = _SHORTENED.sub(lambda found: f" {_UNITS[found['unit'].lower()]}{found['s']}", said)
    said = " ".join(_COUNTED.sub(" all the ", _verbs(_wanted(said))).split())
    yield said
    said = _CLEAN_UP.sub(r"clean the \1", _LIGHTING.sub("lights", said))
    yield said
    for each in dict.fromkeys(
        (said, _place_first(said), _APOSTROPHE.sub("", said), _POSSESSIVE.sub("", said))
    ):
        yield each
        yield _SEVERAL.sub(r"\1", each)
        yield from _lights(each)


def _verbs(said: str) -> str:
    for pattern, plain in _VERB:
        if pattern.search(said):
            return pattern.sub(plain, said)
    return said


def _wanted(said: str) -> str:
    """`Lock the gate` of `make sure the gate is locked`."""
    found = _WANTED.match(said)
    if not found:
        return said
    thing = found["made"] or found["needy"] or found["set"]
    return f"{_DEEDS[found['deed'].lower()]} {thing}"


def _place_first(said: str) -> str:
    """`The attic fan` of `the fan in the attic`."""
    found = _WHERE.match(said)
    return f"{found['before']}{found['place']} {found['thing']}" if found else said


def _lights(said: str) -> Iterator[str]:
    """What the home calls a light may be called a lamp, and one of several lights."""
    if _LIGHT.search(said):
        yield from (_LIGHT.sub(name, said) for name in _LIGHT_NAMES)
