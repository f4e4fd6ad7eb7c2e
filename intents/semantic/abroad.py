"""English talk of matters that no home looks up: money, journeys, repairs, reservations, instructions."""

import re

_MATTERS = re.compile(
    r"\b(?:banks?|bank['’]?s|(?:checking|savings|bank|credit|my) accounts?|checkings|debit|credit|(?:visa|"
    r"gift) cards?|cards?|visas?|"
    r"mastercard|amex|apr|interest rates?|401 ?k|mortgage|loans?|insurance|deductible|pto|vacation days?|"
    r"days off|"
    r"sick days?|paying (?:for|off)|salary|w-?2s?|"
    r"tax(?:es|ed)?|owe[ds]?|"
    r"rewards?|pin (?:number|code)|routing|transactions?|spen[dt]|spending|purchases?|minimum (?:amount|"
    r"payment)|"
    r"flights?|airlines?|airport|boarding|luggage|baggage|carry[- ]?ons?|hotels?|passports?|vaccin\w+|"
    r"shots for|"
    r"oil(?: change)?|tires?|tyres?|mpg|gas(?: tank)?|gallons?|mileage|jump[- ]?start|engine|reserv(?:e|"
    r"ations?)|restaurants?|cafes?|diner|steakhouse|pizza|buffet|(?:breakfast|lunch|mexican|italian) place|"
    r"wait(?:ing)? times?|seated|crowded|subscriptions?|billing|maintenance|plane|instead of|(?:days|time) "
    r"(?:did|have) i (?:take|taken)|(?:take|taken|took) off|"
    r"calories|nutrition\w*|recipes?|ingredients?|substitute|uber|lyft|taxi|cab|packages?|delivered|"
    r"shipped|shipping|"
    r"applications?|approv(?:ed|al))\b",
    re.IGNORECASE,
)
_OURS = re.compile(
    r"\b(?:remind\w*|calendars?|schedul\w*|agenda|diary|appointments?|meetings?|events?|plans|alarms?|"
    r"lists?|notes?|"
    r"weather|forecast|rain\w*|snow\w*|temperature|degrees|umbrella|to[- ]?do|today|tomorrow)\b",
    re.IGNORECASE,
)
"""What a home does look up."""
_HOW = re.compile(
    r"\bhow (?:do|can|should|would) (?:i|you|we|one)\b|\bhow to\b|\b(?:procedure|process|steps|"
    r"instructions|method) "
    r"(?:to|for|of)\b",
    re.IGNORECASE,
)
_DOES = re.compile(
    r"^(?:so |well |and )?(?:i|we) (?:(?:need|have|want|ought|got) to|must|should) "
    r"(?!know|hear|see|check|get|be told|find|look|the\b|my\b|a\b|an\b|some\b|to\b)\w+",
    re.IGNORECASE,
)
"""What somebody says that they are to do."""
_BOOKS = re.compile(
    r"^(?!.*\b(?:remind|calendar|schedule)\b).*\b(?:reserve|book|reservations?|make a booking)\b"
    r"(?=.*\b(?:tables?|rooms?|suites?|hotels?|motels?|flights?|tickets?|seats?|restaurants?|parties|"
    r"party of|people|persons|guests|cars?|cab|taxi|under|place to stay)\b)",
    re.IGNORECASE,
)


def is_abroad(text: str) -> bool:
    """Whether the words are about something that is in no calendar, list or forecast of a home."""
    return not _OURS.search(text) and bool(_MATTERS.search(text) or _HOW.search(text) or _DOES.match(text))


def books(text: str) -> bool:
    """Whether a table, a room or a seat is to be booked, which is more than to be reminded of it."""
    return bool(_BOOKS.search(text))


_PACE = re.compile(r"\b(?:slow\w*|fast\w*|quick\w*|speed\w*|rate|pace)\b", re.IGNORECASE)
_LOUD = re.compile(
    r"\b(?:loud\w*|quiet\w*|volume|sound|music|hear|speakers?|song|tv|radio|noise)\b",
    re.IGNORECASE,
)
_MODE = re.compile(
    r"\b(?:\w+ (?:mode|accent|language)|subtitles?|captions?|dictate|rewind|"
    r"(?:channel|tv|program(?:me)?) (?:guide|listings?)|replay the last (?:\w+ )?(?:minutes?|seconds?)|"
    r"(?:tv|telly|television)\b.{0,20}\bchannel \w+)\b",
    re.IGNORECASE,
)
_NO_FLOOR = re.compile(
    r"\b(?:car|windows?|windshield|dishes|laundry|clothes|bath ?tub|toilet|shower|shoes|glasses|mirrors?|"
    r"teeth|inbox|"
    r"computer|phone|screen|grill|oven|fridge|gutters?|pool)\b",
    re.IGNORECASE,
)
_SOUNDS = frozenset(
    {"HassSetVolumeRelative", "HassSetVolume", "HassMediaPlayerMute", "HassMediaPlayerUnmute"}
)


def is_other_deed(intent: str, text: str) -> bool:
    """Whether the words ask for a deed of which the likeness knows only a neighbour."""
    if intent in _SOUNDS and _PACE.search(text) and not _LOUD.search(text):
        return True
    if intent in _SOUNDS or intent == "HassMediaSearchAndPlay":
        return bool(_MODE.search(text))
    return intent == "HassVacuumStart" and bool(_NO_FLOOR.search(text))
