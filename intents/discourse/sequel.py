"""A request that goes on from the last one: the same elsewhere, with another value, the other one instead."""

import re
from collections.abc import Mapping
from dataclasses import replace

from intents.discourse.dialogue import Exchange
from intents.discourse.move import Move
from intents.discourse.replaced import measured, replaced
from intents.discourse.situation import UNDO, Situation, repeatable
from intents.home import Device
from intents.home.mention import Slots
from intents.restated import DAY_ALONE, LISTED, aimed, is_retargetable, lasting, revalued, says_when, timed
from intents.spans import times
from intents.vocabulary import Intent, Match

_MEASURED = frozenset({"HassGetState", "HassClimateGetTemperature"})
_KEPT = frozenset({"HassStartTimer", "SetAlarm", "SetReminder"})
"""What there may be several of."""
_TIMER_EN = re.compile(
    r"(?:an?|the|one|another) (?P<name>(?!for\b)[\w' -]{1,30}?)(?: timer| one)? for (?P<length>.+)|"
    r"(?:one|another)(?: one| timer)? for (?:the |my )(?P<for>[\w' -]{1,30}?),? (?:for )?"
    r"(?P<time>(?:\d|an?\b|half\b|[a-z]+(?:[ -][a-z]+)? (?:min|sec|hour)).*)",
    re.IGNORECASE,
)
_ANOTHER_EN = re.compile(
    r"(?:another|an?other|one more|a second|one)(?: one| timer)?(?: (?:for|of))? (?P<length>.+)",
    re.IGNORECASE,
)
_TIMER_ZH = re.compile(r"(?:一个)?(?P<name>[^\d，,]{1,8}?)(?:的|计时器?)(?P<length>.+)")
_SWITCH = {"on": "HassTurnOn", "off": "HassTurnOff"}


def corrected(here: Situation, rest: str, before: Exchange | None) -> Match | None:
    """That request with what was said instead; what it did is taken back."""
    intents = repeatable(before.match) if before and before.match else []
    if before is None or not intents:
        return _whole(here, rest)
    back = [UNDO] if before.changes else []
    if there := elsewhere(here, rest, intents[-1], before):
        return here.meant([*back, *there])
    other = revalued(intents[-1], rest, here.language)
    whole = _whole(here, rest) if other is None or other.name in LISTED else None
    if whole:
        same = any(intent.name == intents[-1].name for intent in whole.intents)
        return here.meant([*(back if same else []), *whole.intents])
    if other is None or other == intents[-1]:
        return None
    if before.changes and other.slots.get("conversation_command") and len(intents) > 1:
        return here.meant([UNDO, *intents[:-1], other])  # on for five minutes, no, ten
    # Setting it anew takes the place of what was set; what was written down must be taken back.
    return here.meant([*([] if is_retargetable(other) else back), other])


def revised(here: Situation, rest: str) -> Match | None:
    """The last request, or the last deed, with another value, where the words are nothing but one."""
    for before in (here.dialogue.understood, here.dialogue.deed):
        intents = repeatable(before.match) if before and before.match else []
        other = revalued(intents[-1], rest, here.language) if intents else None
        if other and other.name not in LISTED:
            return corrected(here, rest, before)
    return None


def carried(here: Situation, move: Move) -> Match | None:
    """The last request about something else as well, or another time, or with one more item."""
    before = here.dialogue.understood
    intents = repeatable(before.match) if before and before.match else []
    if before is None or not intents:
        return _whole(here, move.rest)
    last = switched(intents[-1], move.switch)
    started = _last_started(here) or last
    there = _timer_too(started, move.rest, here.language) or elsewhere(here, move.rest, last, before)
    if there:
        return here.meant(there)
    if move.more and last.name in _KEPT and says_when(move.rest, here.language):
        return _valued(here, last, move)
    if (
        whole := _whole(here, move.rest)
        or measured(here, last, move.rest)
        or _likewise(here, last, move.rest)
    ):
        return whole
    return (
        _valued(here, started if move.more else last, move)
        or replaced(here, before, move.rest)
        or _besides(here, last, move)
    )


_THING = re.compile("[\u3400-\u9fff]{2,8}")


def _besides(here: Situation, last: Intent, move: Move) -> Match | None:
    """Something else to be reminded of at the same time: 还有电费."""
    plain = here.language == "zh" and move.more and last.name == "SetReminder" and "time" in last.slots
    if not plain or move.asks or move.switch or not _THING.fullmatch(move.rest):
        return None
    return here.meant([Intent(last.name, {**last.slots, "task": move.rest})])


def _valued(here: Situation, last: Intent, move: Move) -> Match | None:
    """The last request with one more item, another value, or for another time."""
    rest = move.rest
    if move.more and last.name in _KEPT:
        another = revalued(_unnamed(last), rest, here.language)
        return here.meant([another]) if another else None
    if last.name in LISTED and not here.alone(rest):
        item = revalued(last, rest, here.language)
        return here.meant([item]) if item else None
    if move.asks and last.name in ("SetAlarm", "SetReminder") and DAY_ALONE.fullmatch(rest):
        also = revalued(last, rest, here.language)  # one more, or another day: it is asked
        match = here.meant([also]) if also else None
        return match and replace(match, sure=False)
    if "Get" not in last.name:
        return revised(here, rest)
    if last.name in _MEASURED and says_when(rest, here.language):  # what is measured is measured now
        return here.meant([Intent("HassGetWeather", {"time": rest})])
    later = timed(last, rest, here.language) if says_when(rest, here.language) else None
    return here.meant([later]) if later else None


def _unnamed(intent: Intent) -> Intent:
    """Without the name that only one can have."""
    return Intent(intent.name, {slot: value for slot, value in intent.slots.items() if slot != "name"})


def the_other(here: Situation, before: Exchange, match: Match) -> Match | None:
    """The other one of its kind: of the room, else of the home; where there are several, not known which."""
    first, intents = here.home.by_id.get(before.things[0]), repeatable(match)
    if first is None or not intents:
        return None
    unknown = aimed(intents[-1], {"domain": first.domain})
    if len(before.things) > 1:
        return here.meant([unknown], complete=False)
    back = [UNDO] if before.changes else []
    others = [each for each in here.home.devices if _sort(each) == _sort(first) and each is not first]
    near = [each for each in others if each.area == first.area] or others
    if len(near) > 1:
        return here.meant([*back, unknown], complete=False)
    return (
        here.meant([*back, aimed(intents[-1], here.mentions.pointing(near[0], here.language))])
        if near
        else None
    )


def one_more(here: Situation, before: Exchange, match: Match) -> Match | None:
    """The same with the other one of its kind as well, or one more timer; nothing of what plays."""
    intents, domains = repeatable(match), {id_.partition(".")[0] for id_ in before.things}
    if intents and intents[-1].name == "HassStartTimer":
        return here.meant([intents[-1]])
    if not before.things or "media_player" in domains or not intents or not is_retargetable(intents[-1]):
        return None
    return the_other(here, replace(before, changes=()), match)


def _last_started(here: Situation) -> Intent | None:
    """The timer that was started last, where timers are what the last request was about."""
    before = here.dialogue.understood
    if before is None or before.match is None or before.match.intents[-1].name != "HassTimerStatus":
        return None
    past = (each.match.intents[-1] for each in reversed(here.dialogue.exchanges) if each.match)
    return next((intent for intent in past if intent.name == "HassStartTimer"), None)


def _timer_too(last: Intent, rest: str, language: str) -> list[Intent]:
    """Another timer of its own name, counted as the last one was: "and an egg timer for six"."""
    found = (_TIMER_ZH if language == "zh" else _TIMER_EN).fullmatch(rest)
    another = _ANOTHER_EN.fullmatch(rest) if language == "en" and not found else None
    found = found or another
    if found is None or last.name != "HassStartTimer" or "conversation_command" in last.slots:
        return []
    said = {key: value for key, value in found.groupdict().items() if value}
    name = {"name": said.get("name") or said["for"]} if not another else {}
    unnamed = {slot: value for slot, value in last.slots.items() if slot != "name"}
    timer = lasting(Intent(last.name, {**unnamed, **name}), said.get("length") or said["time"], language)
    return [timer] if timer else []


_LIKEWISE: Mapping[tuple[str, str], tuple[re.Pattern[str], str]] = {
    ("en", "SetReminder"): (re.compile(r"((?:to|about|that) .+)", re.IGNORECASE), "remind me {}"),
    ("en", "SetAlarm"): (
        re.compile(r"(?:(?:another|an?) )?(?:one |alarm )?((?:for|at|on) .+)", re.IGNORECASE),
        "set an alarm {}",
    ),
    ("en", "HassStartTimer"): (
        re.compile(r"(?:(?:another|an?) )?(?:one )?(?:for )?(.+? for .+)", re.IGNORECASE),
        "set a timer for {}",
    ),
    ("en", "HassGetCurrentTime"): (re.compile(r"(?:(?:in|over in) )?(?:the )?(.+)"), "what time is it in {}"),
    ("zh", "HassGetCurrentTime"): (re.compile("(.+?)(?:那边|那里|现在)*"), "{}现在几点"),
    ("en", "HassClimateGetTemperature"): (re.compile("outside|outdoors"), "how warm is it outside"),
    ("zh", "HassGetCurrentDate"): (re.compile("(?:农历|阴历|旧历)(?:是|的)?"), "今天农历几号"),
    ("zh", "HassClimateGetTemperature"): (re.compile("外面|室外|户外|外头"), "外面多少度"),
    ("zh", "SetReminder"): (re.compile("(?:提醒我)?(.+)"), "提醒我{}"),
    ("zh", "HassStartTimer"): (
        re.compile("(?:定|设|来|要|开|加)?(?:一个|个)?(.+?)的?(?:计时器?|倒计时|定时器?)?"),
        "定一个{}的计时器",
    ),
    ("zh", "SetAlarm"): (re.compile("(?:定|设|来)?(?:一个|个)?(.+?)的?(?:一个|闹钟)?"), "定{}的闹钟"),
}
"""What goes on from a request, by its language and intent, and the words that it leaves out."""


_AT = re.compile(r"^(?:for|at|on) ", re.IGNORECASE)


def _likewise(here: Situation, last: Intent, rest: str) -> Match | None:
    """Another one of what was asked for last: "and to water the plants on Saturday"."""
    form, words = _LIKEWISE.get((here.language, last.name), (None, ""))
    found = form.fullmatch(rest) if form else None
    needs_time = "{}" in words and last.name != "HassGetCurrentTime"
    if found is None or (needs_time and not times(rest, here.language)):
        return None
    if last.name == "SetAlarm":  # of the same day, if one was named
        alarm = revalued(last, _AT.sub("", found[1]), here.language)
        return here.meant([alarm]) if alarm else None
    match = here.worded(words.format(*found.groups()))
    return match if match and ("{}" not in words or match.intents[0].name == last.name) else None


def _whole(here: Situation, rest: str) -> Match | None:
    """What the rest says by itself; only naming something asks for nothing, whatever it sounds like."""
    return None if here.mentions.read(rest) else here.worded(rest)


_AT_VALUE = re.compile(r"(?P<place>.+?) (?:at|to) (?P<value>.+)", re.IGNORECASE)
_CHARGES = {
    "GetPhoneBattery": re.compile("(?:my|the|our)? ?(?:mobile )?phone|(?:我的)?手机", re.IGNORECASE),
    "GetWatchBattery": re.compile("(?:my|the|our)? ?watch|(?:我的)?手表", re.IGNORECASE),
    "CarBattery": re.compile("(?:my|the|our)? ?car|(?:我的)?汽?车", re.IGNORECASE),
}
"""Questions for a charge, and whose it is."""


def elsewhere(here: Situation, rest: str, intent: Intent, before: Exchange) -> list[Intent]:
    """The same intent about what the words name; empty when they name nothing of the home."""
    if intent.name in _CHARGES:
        named = next((name for name, words in _CHARGES.items() if words.fullmatch(rest.strip())), None)
        return [Intent(named)] if named else []
    if not is_retargetable(intent):
        return []
    like = next((here.home.by_id[id_] for id_ in before.things if id_ in here.home.by_id), None)
    valued = _AT_VALUE.fullmatch(rest)
    other = revalued(intent, valued["value"], here.language) if valued else None
    if valued and other:
        rest, intent = valued["place"], other
    found = [here.mentions.slots(each, here.language, like) for each in here.mentions.read(rest)]
    if intent.name == "HassClimateGetTemperature":  # asked of a place, whatever measures it there
        found = [_placed(each) for each in found if each]
    kept = {} if like else {slot: intent.slots[slot] for slot in _SORTED if slot in intent.slots}
    aims = [aimed(intent, each if "domain" in each else {**kept, **each}) for each in found if each]
    return [each for each in aims if (like and like.domain == "lock") or not here.locks(each)]


_SORTED = ("domain", "device_class")


def switched(intent: Intent, switch: str | None) -> Intent:
    """The intent, or the plain switching that the words name themselves; what is set to a value is on."""
    name = _SWITCH.get(switch or "", intent.name)
    steps = any(slot.endswith(("_step", "_factor")) for slot in intent.slots)
    lit = switch == "on" and intent.name == "HassLightSet" and not steps
    return intent if name == intent.name or lit else Intent(name)


def _sort(device: Device) -> tuple[str, str | None]:
    return device.domain, device.device_class


def _placed(target: Slots) -> Slots:
    return {slot: value for slot, value in target.items() if slot in ("area", "floor", "name")}
