"""Several things that share one verb, each as a request of its own: two timers, two alarms, two reminders."""

import re

from intents.spans import times

_TWO_TIMERS = re.compile(
    r"(?:(?:set|start|create|make|give)(?: me)? (?:a|one) timer(?=.* and (?:one|another)\b)|"
    r"(?:(?:set|start|create|make|give)(?: me)? )?(?:two|2) timers)"
    r"(?: for|:| of|,)?(?: one)?(?: for)? (?P<one>.+?),? and(?: (?:one|another)(?: one)?)?(?: for)? "
    r"(?P<other>.+?)[.!]?",
    re.IGNORECASE,
)
_TWO_ALARMS = re.compile(
    r"(?P<day>.{0,6}?)(?:帮我|给我|请)*(?:定|设|订|上|来)[两二2三3几]个(?P<hour>.{0,8}?)的?闹钟[，,：:]?(?:一个|分别是?|"
    r"在)?(?P<one>.+?)"
    r"(?:的)?[，,、]?(?:和|跟|、|，|,|还有)(?:一个|另一个)?(?P<other>.+?)(?:的)?[吧。]?"
)
_TWO_REMINDERS = re.compile(
    r"(?P<lead>(?:.*? )?remind (?:me|us)) (?P<one>(?:to|about|of) .+?),? and (?:also )?(?:remind (?:me|us) )?"
    r"(?P<other>(?:to|about|of) .+)",
    re.IGNORECASE,
)
_TWO_TIMES = re.compile(
    r"(?P<lead>(?:.*? )?remind (?:me|us)) (?P<one>.{2,30}? to .+?),? and (?:also )?"
    r"(?P<other>(?:on|at|in|tomorrow|tonight|next|every)\b.{0,30}? to .+)",
    re.IGNORECASE,
)
_DAY_EN = re.compile(
    r"\btomorrow\b|\b(?:on |next )?(?:mon|tues|wednes|thurs|fri|satur|sun)day\b", re.IGNORECASE
)
_ANY_DAY_EN = re.compile(
    r"\b(?:to(?:day|night|morrow)|\w*days?|every|daily|in|\d+(?:st|nd|rd|th))\b", re.IGNORECASE
)
_LISTED = r"(?:please )?(?:add|put|stick|pop) .+? (?:to|on|onto) (?:my|the|our) (?:[\w-]+ ){0,2}list"
_LISTED_AND = re.compile(
    rf"(?P<one>{_LISTED}),? and (?:then |also |please )*"
    r"(?P<other>remind\b.+|(?:set|turn|switch|wake|start|open|close|lock|play|add|put)\b(?:(?! and ).)+)|"
    rf"(?P<before>(?:remind|set|turn|switch|wake|start|open|close|lock)\b.+?),? and (?:then |also |please )*"
    rf"(?P<listed>{_LISTED})",
    re.IGNORECASE,
)
"""Several things for one list, and something else."""
_MODE_AND_DEGREES = re.compile(
    r"(?:please )?(?:(?:set|put|turn|switch) )?(?P<thing>(?:the |my )?[\w ]{2,24}?) (?:to |on |in )+"
    r"(?P<mode>cool|cooling|heat|heating|auto) (?:mode )?(?:at|to|and) "
    r"(?P<degrees>1[3-9]|[23]\d|(?:six|seven|eigh|nine)teen|(?:twenty|thirty)(?:[ -][a-z]+)?|"
    r"[\w -]{1,12}(?= degrees))(?: degrees)?(?: please)?",
    re.IGNORECASE,
)
_PART_ZH = re.compile("(?:今天|明天|后天|每天|工作日)?(?:早上|早晨|上午|中午|下午|傍晚|晚上|凌晨)?")
_UNIT_EN = re.compile(r"\b(?:second|minute|min|hour)s?\b", re.IGNORECASE)


def shared(text: str, language: str) -> tuple[str, ...]:
    """A request for each; empty where the words are not of one of these forms."""
    return _chinese(text) if language == "zh" else _english(text) if language == "en" else ()


def _chinese(text: str) -> tuple[str, ...]:
    alarms = _TWO_ALARMS.fullmatch(text)
    if alarms is None:
        return ()
    part = _PART_ZH.match(alarms["day"] + alarms["hour"] + alarms["one"])
    other = _PART_ZH.match(alarms["other"])
    led = part[0] if part and not (other and other[0]) else ""
    return f"定{alarms['day']}{alarms['hour']}{alarms['one']}的闹钟", f"定{led}{alarms['other']}的闹钟"


def _english(text: str) -> tuple[str, ...]:
    if both := _TWO_TIMERS.fullmatch(text):
        return tuple(f"set a timer for {each}" for each in _timed(both["one"], both["other"]))
    if climate := _MODE_AND_DEGREES.fullmatch(text.strip(" .!")):
        thing = climate["thing"]
        return f"set {thing} to {climate['mode']}", f"set {thing} to {climate['degrees']} degrees"
    if listed := _LISTED_AND.fullmatch(text.strip(" .!")):
        return tuple(filter(None, listed.groups()))
    for form in (_TWO_REMINDERS, _TWO_TIMES):
        reminders = form.fullmatch(text)
        spans = [times(reminders[each], "en") for each in ("one", "other")] if reminders else []
        if reminders and all(len(span) == 1 for span in spans):
            other = _on_that_day(spans[0][0], spans[1][0], reminders["other"])
            return f"{reminders['lead']} {reminders['one']}", f"{reminders['lead']} {other}"
    return ()


def _on_that_day(before: str, span: str, other: str) -> str:
    """The second with the day of the first, where it has an hour of its own and no day."""
    day = _DAY_EN.search(before)
    if day is None or _ANY_DAY_EN.search(span):
        return other
    return other.replace(span, f"{span} {day[0]}", 1)


def _timed(one: str, other: str) -> tuple[str, str]:
    """Two lengths of time, each with the unit of the other where it has none: ten minutes, and twenty."""
    units = _UNIT_EN.findall(one), _UNIT_EN.findall(other)
    if units[0] and not units[1]:
        return one, re.sub(r"^\S+", rf"\g<0> {units[0][-1]}", other)
    return f"{one} {units[1][-1]}" if units[1] and not units[0] else one, other
