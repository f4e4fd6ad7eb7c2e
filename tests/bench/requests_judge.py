"""Whether a request was understood as its label says: the intent, and what would be done with the slots."""

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import cache

from hassil.intents import TextSlotList
from hassil.sample import sample_expression

from assistant.home.demo import demo_layout
from intents.aim import wanted
from intents.asking import READ_ONLY
from intents.number.digits import to_digits
from intents.number.sums import NoAnswer, calculate
from intents.pinyin import readings
from intents.resolve import is_about_home, resolve
from intents.script import simplified
from intents.target import Unresolved
from intents.templates import templates
from intents.vocabulary import Context, Effect, Intent, Match, Scalar
from intents.when import read_when

LAYOUT = demo_layout()
HOME = LAYOUT.home
HERE = Context(area="living_room")
NOW = datetime(2025, 1, 15, 12, 0, tzinfo=UTC)

SAME: Mapping[str, str] = {
    "HassShoppingListAddItem": "HassListAddItem",
    "HassShoppingListCompleteItem": "HassListCompleteItem",
    "HassCancelAllTimers": "HassCancelTimer",
    "HassRespond": "Chat",
    "HassNevermind": "Stop",
    "FindPhone": "HassTurnOn",
    "CarClimateStart": "HassTurnOn",
    "CarChargeStart": "HassTurnOn",
    "CarBattery": "HassGetState",
    "CarCharging": "HassGetState",
    "CarLocation": "HassGetState",
    "CarRange": "HassGetState",
    "CarState": "HassGetState",
    "GetHeartRate": "HassGetState",
    "GetPhoneBattery": "HassGetState",
    "GetSteps": "HassGetState",
    "GetWatchBattery": "HassGetState",
}
"""Names for the same thing: ours that are about a part of Home Assistant's, and the other way round."""

HARMLESS = frozenset({"HassMediaPause", "Stop", "Chat"})
"""What may be done besides: to stop what plays before something else does."""

_STATES = ("on", "open", "locked", "status", "color", "mode", "fan_mode")
_FIGURES = {
    "brightness": "brightness",
    "temperature": "temperature",
    "position": "position",
    "percentage": "speed",
}
_PLAYED = ("song", "album", "genre", "story", "radio")
"""What is played, beside who plays it: one is as good a slot as another, a search finds each by its words."""
_WORDS = "音乐 歌 歌曲 歌儿 故事 新闻 收音机 播客 广播 电台 好听的 好听的歌 什么歌 一首歌"
_GENERAL = frozenset(_WORDS.split())
"""Words that ask for nothing in particular."""


@dataclass(frozen=True, slots=True)
class Request:
    """One labelled line of `data/requests_zh.jsonl`."""

    text: str
    kind: str
    half: str
    intents: tuple[str, ...]
    """Any of these is right; `*` where only what is done decides."""
    slots: Mapping[str, tuple[str, ...]]
    """Slot to the values that are right."""


Same = Callable[[str, str], bool]


def letters(one: str, other: str) -> bool:
    """Whether two words are written alike, whatever the script, the case, the numerals and the endings."""
    return plain(one) == plain(other)


def sounds(one: str, other: str) -> bool:
    """Whether two words sound alike but for their tones, as a search in a music library would have it."""
    return syllables(one) == syllables(other)


def plain(text: str) -> str:
    """The text without what does not count."""
    said = re.sub(r"[^\w.]|[儿的]", "", to_digits(simplified(_genres().get(text, text))).lower())
    return said or text


@cache
def _genres() -> Mapping[str, str]:
    """A word for a kind of music to the one that the templates give for all of its kind: 嘻哈 to 说唱."""
    known = templates("zh").slot_lists.get("genre")
    values = known.values if isinstance(known, TextSlotList) else ()
    return {word: str(each.value_out) for each in values for word in sample_expression(each.text_in)}


def syllables(text: str) -> tuple[str, ...]:
    """Each letter by its sound without the tone, where it has one."""
    return tuple("".join(map(str, readings(each)[0][:4])) if readings(each) else each for each in plain(text))


def right(request: Request, match: Match | None, same: Same = letters) -> bool:
    """Whether the request was understood."""
    intents = match.intents if match else ()
    names = {_name(each) for each in intents} or {"Chat"}
    if request.kind == "home":  # a match that is incomplete asks, and does nothing
        return _home(request, intents if match and match.complete else (), names)
    meant = {name for name in names if name in request.intents}
    if not meant or names - meant - HARMLESS:
        return False
    said = next((each for each in intents if _name(each) in request.intents), None)
    return said is None or _slots(request, said, same)


def _name(intent: Intent) -> str:
    return SAME.get(intent.name, intent.name)


def _slots(request: Request, intent: Intent, same: Same) -> bool:
    slots = {name: str(value) for name, value in intent.slots.items()}
    if intent.name == "HassMediaSearchAndPlay":
        return _played(request, slots, same)
    return all(_holds(name, values, slots, same) for name, values in request.slots.items())


def _played(request: Request, slots: Mapping[str, str], same: Same) -> bool:
    asked = {name: value for name, value in slots.items() if name not in ("media_class", "name", "area")}
    if not request.slots:
        return "HassMediaUnpause" in request.intents or all(
            plain(value) in _GENERAL for value in asked.values()
        )
    titles = [value for name, value in asked.items() if name != "artist"]
    for name, values in request.slots.items():
        found = [asked[name]] if name == "artist" and name in asked else titles
        if not _any(found if name in (*_PLAYED, "artist") else [], values, same):
            return False
    return True


def _any(found: Iterable[str], values: Iterable[str], same: Same) -> bool:
    return any(same(one, other) for one in found for other in values)


def _holds(name: str, values: tuple[str, ...], slots: Mapping[str, str], same: Same) -> bool:  # noqa: PLR0911
    match name:
        case "volume":
            return _volume(values, slots)
        case "seconds":
            return _seconds(slots) == float(values[0])
        case "time":
            return "time" in slots and any(_moment(slots["time"]) == _moment(value) for value in values)
        case "result":
            return _result(slots, float(values[0]))
        case "place":
            found = [slots[each] for each in ("name", "place", "location") if each in slots]
            return _any(found, values, same)
        case "task":
            found = [slots[each] for each in ("task", "name", "label", "timer_name") if each in slots]
            return _any(found, values, same)
        case _:
            return name in slots and _any([slots[name]], values, same)


def _volume(values: tuple[str, ...], slots: Mapping[str, str]) -> bool:
    step, level = slots.get("volume_step", ""), slots.get("volume_level")
    if values[0] in ("up", "down"):
        return step == values[0] or (step.lstrip("-").isdigit() and (int(step) > 0) == (values[0] == "up"))
    return level == values[0]


def _seconds(slots: Mapping[str, str]) -> float:
    return sum(
        float(slots.get(unit, 0)) * each for unit, each in (("hours", 3600), ("minutes", 60), ("seconds", 1))
    )


def _moment(words: str) -> object:
    """What the words come to; the words themselves when they come back every week or are no time."""
    return plain(words) if re.search("每|工作日", words) else read_when(words, "zh", NOW) or plain(words)


def _result(slots: Mapping[str, str], result: float) -> bool:
    try:
        value = calculate(slots.get("expression", ""))
    except NoAnswer:
        return False
    return value is not None and abs(value - result) < 0.001


def _home(request: Request, intents: Iterable[Intent], names: set[str]) -> bool:
    effects = [effect for each in intents for effect in _effects(each)]
    if "none" in request.slots:
        return not effects
    if not effects:
        return False
    after: dict[str, dict[str, Scalar]] = {}
    for effect in effects:
        state = {**LAYOUT.states.get(effect.device, {}), **after.get(effect.device, {})}
        changed = wanted(HOME.by_id[effect.device], effect, state)
        after[effect.device] = after.get(effect.device, {}) | dict(changed)
    reads = all(effect.command == "read" for effect in effects)
    asked = request.intents[0] != "*" and _reads(request.intents[0])
    named = "*" in request.intents or bool(names & set(request.intents)) or asked
    return reads == asked and named and all(_done(*each, after) for each in request.slots.items())


def _reads(name: str) -> bool:
    return name in READ_ONLY


def _effects(intent: Intent) -> tuple[Effect, ...]:
    found = resolve(intent, HOME, HERE) if is_about_home(intent) else ()
    return () if isinstance(found, Unresolved) else found


def _done(name: str, values: tuple[str, ...], after: Mapping[str, Mapping[str, Scalar]]) -> bool:
    """Whether a condition of the label holds of the devices and of what they would be like afterwards."""
    touched, lights = set(after), {each.id for each in HOME.devices if each.domain == "light"}
    match name:
        case "d":
            return touched in [set(value.split("+")) for value in values]
        case "in":
            return touched <= set(values[0].split("+"))
        case "has":
            return set(values[0].split("+")) < touched
        case "all":
            return touched == lights
        case "not":
            return touched == lights - set(values[0].split("+"))
        case _:
            optional, key = name.startswith("maybe_"), name.removeprefix("maybe_")
            return all(_value(key, values, device, after[device], optional=optional) for device in after)


def _value(
    key: str, values: tuple[str, ...], device: str, after: Mapping[str, Scalar], *, optional: bool
) -> bool:
    place = _FIGURES.get(key, key)
    if place not in after:
        return optional
    got, before = after[place], LAYOUT.states.get(device, {}).get(place)
    if key in _STATES:
        return str(got).lower() in values
    if values[0] in ("up", "down") and isinstance(got, int | float) and isinstance(before, int | float):
        return got > before if values[0] == "up" else got < before
    return str(got) in values
