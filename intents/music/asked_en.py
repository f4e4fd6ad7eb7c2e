"""What English words ask to be played, without the service, "the song" and praise around the title."""

import re
from collections.abc import Mapping
from dataclasses import replace

from intents.vocabulary import PLAYS, Intent, Match, Scalar

Slots = Mapping[str, Scalar | tuple[Scalar, ...]]

SERVICE = (
    r"(?:spotify|apple music|itunes|i tunes|you ?tube(?: music)?|amazon(?: prime)?(?: music)?|google(?: "
    r"play)?(?: music)?|"
    r"pandora|tidal|deezer|soundcloud|i ?heart(?: ?radio)?|tune ?in|last ?[.]?fm|groove ?shark|napster|"
    r"netflix|vimeo|qobuz|"
    r"zvooq|slacker(?: radio)?|sirius(?: ?xm)?|audible|bandcamp|qq music|netease)"
)
"""Where music comes from; the home has its own source, whatever it is called."""
_FROM = re.compile(
    rf" (?:(?:on|from|off|off of|via|through|using|with|in|over) (?:my |the )?{SERVICE}(?: app| playlist)?)$",
    re.IGNORECASE,
)
_ONLY = re.compile(
    rf"(?:(?:something|anything|music|some music)(?: on| from)? )?(?:my |the )?{SERVICE}",
    re.IGNORECASE,
)
_ANY = re.compile(r"(?:something|anything|some music|music)", re.IGNORECASE)
_USING = re.compile(
    rf"^(?P<lead>(?:please |can you |could you |would you )*)(?:(?:open(?: up)?|launch|start|use|go (?:to|"
    rf"on)|turn on)"
    rf"(?: up)? (?:my |the )?{SERVICE}(?: app)?(?: and| to|,)+ |(?:on|using|with|via|from) (?:my |the "
    rf")?{SERVICE},? )"
    r"(?=(?:please )?(?:play|put on|start|find|shuffle)\b)",
    re.IGNORECASE,
)
_FETCH = re.compile(
    r"^(?P<lead>(?:please |can you |could you |would you |i want you to )*)(?:find|fetch|get|look up|look "
    r"for|search for|"
    r"pull up|bring up|open)(?: me)? (?P<what>.+?),? (?:and|then) (?:please |then )?(?:play|start) "
    r"(?:it|them|that|this)(?P<tail>(?: please| for me| now)*)[.! ]*$",
    re.IGNORECASE,
)
_SONG = re.compile(
    r"^(?:the |that |this )(?:song|track|tune|single)(?: (?:called|named|titled|by the name of|that "
    r"(?:goes|is called|starts)"
    r"(?: out)?(?: like| with)?(?: this)?))?[:,]? (?!by\b|from\b|of\b|on\b|in\b)(?P<title>.+)",
    re.IGNORECASE,
)
_CALLED = re.compile(
    r"^(?:called|named|titled|that goes(?: like)?(?: this)?|that starts(?: out)? with)[:,]? ",
    re.IGNORECASE,
)
_ONLY_THAT = re.compile(r",? and nothing else$", re.IGNORECASE)
_WHO = re.compile(r"^the (?:artist|singer|band|group|musician|composer|rapper) (?P<who>.+)", re.IGNORECASE)
_WORKS = re.compile(
    r"^(?:(?:the|some|any|all|all the|a few|me) )*(?:(?:good|best|top|greatest|popular|latest|newest|new|"
    r"biggest|famous|old|hit|"
    r"most popular) )*(?:songs?|music|tracks?|tunes?|hits?|stuff|something|anything|everything)(?: (?:good|"
    r"nice|new))? "
    r"(?:by|from|of) (?P<who>(?!the (?:\d|album|movie|film|seventies|eighties|nineties|sixties|fifties)|\d|"
    r"my\b|this\b|a\b).+)",
    re.IGNORECASE,
)


def service_aside(text: str) -> str:
    """The request without the service that it names first, and without the search before the playing."""
    text = _USING.sub(r"\g<lead>", text.strip())
    found = _FETCH.match(text)
    return f"{found['lead']}play {found['what']}{found['tail']}" if found else text


def sought_plainly(match: Match) -> Match:
    """The match, with what is to be heard as a person would write it down."""
    if match.language != "en" or not any(intent.name == PLAYS for intent in match.intents):
        return match
    return replace(match, intents=tuple(_plain(intent) for intent in match.intents))


def _plain(intent: Intent) -> Intent:
    if intent.name != PLAYS:
        return intent
    slots = dict(intent.slots)
    for slot in ("search_query", "artist"):
        said = _ONLY_THAT.sub("", _FROM.sub("", str(slots.pop(slot, "")))).strip(' "')
        said = _CALLED.sub("", said) if slots.get("media_class") == "track" else said
        if said and not _ONLY.fullmatch(said) and not _ANY.fullmatch(said):
            slots |= _named(slot, said, slots)
    known = {"search_query", "artist", "genre", "media_class"} & slots.keys()
    return replace(intent, slots=slots if known else {**slots, "media_class": "music"})


def _named(slot: str, said: str, slots: Slots) -> Slots:
    """The slot, or the one that its words tell of."""
    if (found := _WHO.match(said)) and "artist" not in slots:
        return {"artist": found["who"]}
    if slot == "search_query" and (found := _SONG.match(said)):
        return {slot: found["title"], "media_class": "track"}
    if slot == "search_query" and "artist" not in slots and (found := _WORKS.match(said)):
        return {"media_class": "music", **_only_kind(slots), "artist": found["who"]}
    return {slot: said}


def _only_kind(slots: Slots) -> Slots:
    return {"media_class": slots["media_class"]} if "media_class" in slots else {}
