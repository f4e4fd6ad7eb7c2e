"""The home as hassil's lists: what may stand where a template has a name, an area or a floor."""

from collections.abc import Iterable, Iterator, Mapping

from hassil.expression import TextChunk
from hassil.intents import TextSlotList, TextSlotValue
from hassil.util import normalize_for_matching, normalize_text

from intents.home import Device, Home, Names
from intents.script import SQUEEZED, squeeze

Lists = Mapping[str, TextSlotList]
"""List name to what may stand there."""


def slot_lists(home: Home, language: str) -> Lists:
    """Lists `name`, `area` and `floor`, spelled as the home spells them.

    Names of every language are taken, those of the request's language first: people mix them.
    """
    return {
        "name": TextSlotList("name", [value for item in home.devices for value in _device(item, language)]),
        "area": _places("area", (area.names for area in home.areas), language),
        "floor": _places("floor", (floor.names for floor in home.floors), language),
    }


def spoken_of(lists: Lists, text: str, language: str) -> Lists:
    """The lists without what the text cannot name.

    hassil finds names by their first letters, but in a language without white space it tries them all, which
    takes a tenth of a second in a home of a thousand devices.
    """
    if language not in SQUEEZED:
        return lists
    said = f"{text}\n{normalize_for_matching(text).text}".casefold()
    return {
        name: TextSlotList(name, [each for each in known.values if _text(each) in said])
        for name, known in lists.items()
    }


def _text(value: TextSlotValue) -> str:
    return value.text_in.text.casefold() if isinstance(value.text_in, TextChunk) else ""


def _places(name: str, places: Iterable[Names], language: str) -> TextSlotList:
    spelled = dict.fromkeys(spelling for names in places for spelling in _spellings(names, language))
    return TextSlotList(name, [_value(spelling, language) for spelling in spelled])


def _device(device: Device, language: str) -> Iterator[TextSlotValue]:
    context = {"domain": device.domain}
    if device.device_class:
        context["device_class"] = device.device_class
    for spelling in _spellings(device.names, language):
        yield _value(spelling, language, context)


def _spellings(names: Names, language: str) -> Iterator[str]:
    tongues = sorted(names, key=lambda tongue: tongue != language)
    yield from dict.fromkeys(spelling for tongue in tongues for spelling in names[tongue])


def _value(spelling: str, language: str, context: Mapping[str, str] | None = None) -> TextSlotValue:
    text = squeeze(normalize_text(spelling).strip(), language)
    return TextSlotValue(text_in=TextChunk(text), value_out=spelling, context=dict(context or {}))
