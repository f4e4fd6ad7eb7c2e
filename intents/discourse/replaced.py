"""The last question or request again with one of its words replaced: 纽约现在几点 … 那伦敦呢."""

import re
from collections.abc import Iterable, Iterator, Mapping

from intents.discourse.dialogue import Exchange
from intents.discourse.situation import Situation, is_worded, repeatable
from intents.number.numeral import NUMERAL
from intents.number.units import UNITS
from intents.plan import READS
from intents.restated import says_when
from intents.spans import times
from intents.vocabulary import Intent, Match, Scalar

Slot = Scalar | tuple[Scalar, ...]

_LONGEST = 60
"""Characters of the request that went before."""
_LIANG = re.compile("[一二三四五六七八九十半](?=两$)")
"""Some fifty grams, and not twelve."""
_SHORT = 16
"""Characters of what takes a word's place."""
_AFFIX = {
    "zh": re.compile(r"(?P<before>)(?P<core>.+?)(?P<after>的?)"),
    "en": re.compile(
        r"(?P<before>(?:of|in|for|from|to|by|with)? ?)(?:the )?(?P<core>.+?)(?P<after>)", re.IGNORECASE
    ),
}


def replaced(here: Situation, before: Exchange, rest: str) -> Match | None:
    """The request with the words in the place of one of its own; None where that says nothing of its kind.

    What the last one only took over from those before it is looked for in their words.
    """
    last = repeatable(before.match)[-1:] if before.match else []
    for earlier in reversed(here.dialogue.exchanges) if last else ():
        changed = _in_its_place(here, earlier, rest)
        if changed and changed[0].name == last[0].name:
            return here.meant([Intent(last[0].name, {**last[0].slots, **changed[1]})])
        if changed and earlier is before:
            return here.meant([changed[0]])
    return None


def _in_its_place(here: Situation, before: Exchange, rest: str) -> tuple[Intent, Mapping[str, Slot]] | None:
    """The request so changed, and the slot that is different."""
    asked = repeatable(before.match) if before.match and is_worded(before.match) else []
    found = _AFFIX["zh" if here.language == "zh" else "en"].fullmatch(rest.strip())
    if len(asked) != 1 or not found or len(before.text) > _LONGEST or len(found["core"]) > _SHORT:
        return None
    if before.language != here.language:
        return None
    spans = sorted(
        _spans(here, before.text, asked[0], found["core"]),
        key=lambda span: not _fits(before.text, span, found),
    )
    core = found["core"]
    in_front = () if NUMERAL.match(core) else (_in_front(before.text, core, here.language),)
    for said in (*_said(before.text, core, spans), *in_front):
        intent = here.stated(said) if said != before.text else None
        slots = _different(intent, asked[0]) if intent and intent.name == asked[0].name else {}
        if intent and 0 < len(slots) <= (2 if intent.name == "Convert" else 1):
            return intent, slots
        if intent and intent.name != asked[0].name and {intent.name, asked[0].name} <= READS:
            return intent, slots
    return None


def _said(text: str, core: str, spans: Iterable[tuple[int, int]]) -> Iterator[str]:
    yield from (f"{text[:start]}{core}{text[end:]}" for start, end in spans)


def _in_front(text: str, core: str, language: str) -> str:
    """The request with a place that it did not name."""
    return f"{core}{text}" if language == "zh" else f"{text.rstrip(' ?.')} in {core}"


def _spans(here: Situation, text: str, intent: Intent, core: str) -> Iterator[tuple[int, int]]:
    """Where a word of the request may be replaced: its numbers by a number, what fills a slot by anything."""
    counted, units = _LIANG.match(core) or NUMERAL.match(core), _units(intent)
    if counted:
        unit = core[counted.end() :]
        for found in NUMERAL.finditer(text):
            follows = (unit, *units) if unit else ("",)
            end = next(
                (found.end() + len(each) for each in follows if text.startswith(each, found.end())), None
            )
            if end is not None:
                yield found.start(), end
        return
    low = text.casefold()
    for time in times(text, here.language) if says_when(core, here.language) else ():
        yield low.find(time.casefold()), low.find(time.casefold()) + len(time)
    said = [value.casefold() for value in intent.slots.values() if isinstance(value, str) and value]
    for value in (*said, *units, *_things(here, low)):
        place = low.find(value)
        if place >= 0 and value != low:
            yield place, place + len(value)


def _units(intent: Intent) -> tuple[str, ...]:
    """What the measures of a request are called."""
    named = [UNITS[each] for each in intent.slots.values() if isinstance(each, str) and each in UNITS]
    return tuple(name for unit in named for name in (unit.zh, unit.ens, unit.en))


def _things(here: Situation, low: str) -> tuple[str, ...]:
    """Names of devices and places that the words contain, the longest first."""
    spellings = [each.names for each in here.home.devices] + [each.names for each in here.home.areas]
    names = {name.casefold() for each in spellings for spelled in each.values() for name in spelled}
    return tuple(sorted((name for name in names if name in low), key=len, reverse=True))


def _fits(text: str, span: tuple[int, int], found: re.Match[str]) -> bool:
    """Whether the word stands in the text as its substitute was said: behind "of", before 的."""
    before, after = text[: span[0]].rstrip(), text[span[1] :]
    wanted = found["before"].strip().lower()
    return (
        bool(wanted or found["after"])
        and before.lower().endswith(wanted)
        and after.startswith(found["after"])
    )


def _different(intent: Intent, other: Intent) -> Mapping[str, Slot]:
    """The slots that say something else than before; none where any is gone."""
    if other.slots.keys() - intent.slots.keys():
        return {}
    return {slot: value for slot, value in intent.slots.items() if other.slots.get(slot) != value}


_MEASURES = {
    "en": (
        re.compile(r"(?:the )?(?P<what>humidity|temperature)", re.IGNORECASE),
        "what is the {what} in the {area}",
    ),
    "zh": (re.compile("(?P<what>湿度|温度)"), "{area}的{what}是多少"),
}
"""What else is asked of the same place."""


def measured(here: Situation, last: Intent, rest: str) -> Match | None:
    """Another measure of the place that was asked about: 湿度呢."""
    form, words = _MEASURES["zh" if here.language == "zh" else "en"]
    found = form.fullmatch(rest)
    if not found or last.name not in ("HassClimateGetTemperature", "HassGetState"):
        return None
    area = last.slots.get("area") or here.context.area
    place = here.home.area_by_id.get(str(area))
    named = next(iter(place.names.get(here.language, ())), None) if place else area
    return here.worded(words.format(what=found["what"], area=named)) if named else None
