"""Alarms for several times, each as an alarm of its own: "an alarm for six and another for seven"."""

import re

from intents.several.alarms_zh import several_alarms_zh
from intents.when.en_clock import clock
from intents.when.en_words import plain

_WANTED = re.compile(
    r"(?P<lead>.*?\b(?:alarms?(?: clock)?(?: (?:set|going off|to go off|to ring))?|wake (?:me|us)(?: up)?|"
    r"get (?:me|us) up)(?: (?:for|at))?)(?: both)? (?P<times>.+?)(?P<tail>(?: please| for me)*[.! ]*)",
    re.IGNORECASE,
)
_NEXT = re.compile(
    r"(?:,? (?:and|then|and then)|,) (?:(?:also )?(?:another(?: one)?|one|an alarm|a second(?: one)?|again)"
    r"(?: (?=for|at|an?\b))?)?(?: ?(?:for|at))? ?",
    re.IGNORECASE,
)
_WORD = (
    r"(?:\d{1,4}(?:[:.]\d\d)?(?: ?[ap]\.?m\b\.?)?|[ap]\.?m\b\.?|o['’]?clock|one|two|three|four|five|six|"
    r"seven|eight|nine|ten|"
    r"eleven|twelve|fifteen|twenty|thirty|forty|fifty|quarter|half|past|to|after|noon|midday|midnight|a|in|"
    r"the|at|on|for|"
    r"morning|afternoon|evening|night|tomorrow|today|tonight|every|next|this|weekdays|weekends|day|daily|"
    r"(?:mon|tues|wednes|thurs|fri|satur|sun)days?)"
)
_TIME = re.compile(rf"{_WORD}(?: {_WORD})*", re.IGNORECASE)
_PART = re.compile(
    r"(?: ?[ap]\.?m\b\.?| in the (?:morning|afternoon|evening)| at (?:night|noon)| o['’]?clock)",
    re.IGNORECASE,
)
_DAY = re.compile(
    r" (?:tomorrow|today|tonight|(?:on |next |this |every )*(?:mon|tues|wednes|thurs|fri|satur|sun)days?|"
    r"every (?:day|morning)|on (?:weekdays|weekends)|daily)(?: (?:morning|afternoon|evening|night))?\b",
    re.IGNORECASE,
)
_MOST = 4
"""Alarms in one breath."""


def several_alarms(text: str, language: str) -> tuple[str, ...]:
    """One request for each time; empty where there is but one, or a span of time."""
    return several_alarms_zh(text) if language == "zh" else _english(text) if language == "en" else ()


def _english(text: str) -> tuple[str, ...]:
    found = _WANTED.fullmatch(text.strip())
    times = tuple(_NEXT.split(found["times"])) if found else ()
    if not found or not 1 < len(times) <= _MOST or not all(map(_is_clock, times)):
        return ()
    lead = re.sub(r"\balarms\b(?! clock)", "alarm", found["lead"], flags=re.IGNORECASE)
    lead = re.sub(r"(?<!\ban )(?<!\bmy )(?<!\bthe )\balarm\b", "an alarm", lead, count=1)
    lead = lead if re.search(r"\b(?:for|at)$", lead) else f"{lead} at"
    return tuple(f"{lead} {each}" for each in _shared(times))


def _is_clock(said: str) -> bool:
    """Whether the words are a time of day; bare figures are one behind "at"."""
    if not _TIME.fullmatch(said):
        return False
    hour = re.sub(r"^(?:at|for) ", "", _DAY.sub("", said.lower()))
    return clock(plain(f"at {hour}")) is not None


def _shared(times: tuple[str, ...]) -> tuple[str, ...]:
    """The times, each with the part of the day and the day that only the last one has said."""
    part, day = _PART.search(times[-1]), _DAY.search(times[-1])
    bare = not any(map(_PART.search, times[:-1])) and not any(map(_DAY.search, times[:-1]))
    ending = f"{part[0] if part else ''}{day[0] if day else ''}" if bare else ""
    led = _DAY.search(times[0]) if not any(map(_DAY.search, times[1:])) else None
    said = (*(f"{each}{ending}" for each in times[:-1]), times[-1])
    return (said[0], *(f"{each}{led[0] if led else ''}" for each in said[1:]))
