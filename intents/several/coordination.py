"""Several things that share one verb, each as a request of its own: two timers, two alarms, two reminders."""

import re
from collections.abc import Iterator, Sequence

from intents.spans import times

_TIMERS = re.compile(
    r"(?:(?:set|start|create|make|give)(?: me)? (?:a|one) timer(?=.* and (?:one|another)\b)|"
    r"(?:(?:set|start|create|make|give)(?: me)? )?(?:(?:two|three|four|several|[2-4]) )?timers)"
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
_CLOCK_ZH = re.compile("[点:：]")
_UNIT_EN = re.compile(r"\b(?:second|minute|min|hour)s?\b", re.IGNORECASE)


_SEVERAL_TIMES = re.compile(
    "(?:帮我|给我|请|把|[在到]|[定设来要](?=.*闹钟))*(?P<times>(?!.*(?:每|天天|工作日|周末)).+?)[，,]?(?:各|都|分别|每个)?(?:给我|帮我|再)*"
    "(?:(?P<call>叫醒?我|喊我)(?:起床|起来|一?[次声遍下回])*|[定设来响]一?[个次声遍](?:的?闹钟)?|的闹钟|(?P<off>的?闹钟(?:都|给我|帮我)*(?:取消|删掉|删除|删了|关掉|关了|不要了?|不用了?))|(?P<remind>提醒我.+))[吧。]*"
)
_NEXT_ZH = re.compile("[、，,]?(?:还有|以及|和|跟)|[、，,]")
_MOST = 4
"""Times that share what is done at them."""
_ON_TOP_ZH = re.compile(
    "(?P<before>.*?)(?P<lead>[^，,。]+提醒我)(?P<one>[^，,。]+)[，,](?:也?(?:别忘了|不要忘了|记得|对了)[，,]?)+还有"
    "(?P<other>[^，,。]{2,10})"
)
"""One more thing to be reminded of then."""


def shared(text: str, language: str) -> tuple[str, ...]:
    """A request for each; empty where the words are not of one of these forms."""
    return _chinese(text) if language == "zh" else _english(text) if language == "en" else ()


def _chinese(text: str) -> tuple[str, ...]:
    alarms = _TWO_ALARMS.fullmatch(text)
    if alarms is None:
        return _at_each(text) or _on_top(text)
    part = _PART_ZH.match(alarms["day"] + alarms["hour"] + alarms["one"])
    other = _PART_ZH.match(alarms["other"])
    led = part[0] if part and not (other and other[0]) else ""
    return f"定{alarms['day']}{alarms['hour']}{alarms['one']}的闹钟", f"定{led}{alarms['other']}的闹钟"


def _at_each(text: str) -> tuple[str, ...]:
    """The same at each of several times: 六点和六点半各叫我一次."""
    found = _SEVERAL_TIMES.fullmatch(text)
    said = _NEXT_ZH.split(found["times"]) if found else []
    if not found or not 1 < len(said) <= _MOST or not all(_CLOCK_ZH.search(each) for each in said):
        return ()
    if any(times(each, "zh") != (each,) for each in said):
        return ()
    deed = found["remind"] or found["call"] or ("的闹钟取消" if found["off"] else "")
    return tuple(f"{each}{deed}" if deed else f"定{each}的闹钟" for each in said)


def _on_top(text: str) -> tuple[str, ...]:
    """What to be reminded of, and what comes to it: 八点提醒我吃药，别忘了还有买菜."""
    found = _ON_TOP_ZH.fullmatch(text)
    if not found:
        return ()
    before = tuple(filter(None, re.split("[，,。]", found["before"])))
    return *before, f"{found['lead']}{found['one']}", f"{found['lead']}{found['other']}"


def _english(text: str) -> tuple[str, ...]:
    if both := _TIMERS.fullmatch(text):
        lengths = (*re.split(r", ?", both["one"]), both["other"])
        return tuple(f"set a timer for {each}" for each in _timed(lengths[:_MOST]))
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


def _timed(lengths: Sequence[str]) -> Iterator[str]:
    """Lengths of time, each with the unit of the others where it has none: five, eight and twelve minutes."""
    units = [found for each in lengths for found in _UNIT_EN.findall(each)]
    for each in lengths:
        own = _UNIT_EN.search(each) or not units
        yield each if own else re.sub(r"^\S+", rf"\g<0> {units[-1]}", each)
