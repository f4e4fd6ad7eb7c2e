"""The fast path: what sentence templates understand, over the home as it is now."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import replace
from functools import lru_cache, partial

from hassil import Intents, RecognizeResult, recognize_all
from hassil.intents import SlotList

from intents.asking import READ_ONLY, is_question
from intents.choice import best, nearer
from intents.home import Home
from intents.lists import Lists, slot_lists, spoken_of
from intents.own import Own
from intents.own.teaching import read_teaching
from intents.resolve import is_about_home
from intents.rewording.phrasing import phrasings
from intents.script import SQUEEZED, base, squeeze, unsqueeze
from intents.several.alarms import several_alarms
from intents.several.compound import borrowed, nouned, owned, parts, unpaused
from intents.several.continued import continued
from intents.several.exception import excepted
from intents.several.gathered import gathered
from intents.several.sparing import without
from intents.spans import carried
from intents.target import is_called
from intents.templates import templates
from intents.verbatim import as_said, verbatim
from intents.vocabulary import PLAYS, Context, Intent, Match, Route, Scalar
from intents.when.deferral import deferred, revoked
from intents.when.lasting import lasting

_Hints = tuple[tuple[str, Scalar], ...]
"""What is known beside the words, in hassil's form."""

LONGEST = 200
"""Characters; what is longer is no command, and templates would only take time to say so."""

_REMEMBERED = 64
"""Wordings whose readings are kept: more than one request is ever put in."""
_REPHRASED = 0.02
"""Confidence that a request loses with every rewording that it took to understand it."""
_PLAINEST = 0.9
"""Confidence that every word was expected, however often it was reworded."""


class Recognizer:
    """Understands requests to one home; pure computation, for a worker thread.

    Cheap to make anew whenever the home changes: templates are parsed once for each language, at first use.
    """

    def __init__(self, home: Home, languages: tuple[str, ...] = ("en", "zh"), own: Own | None = None) -> None:
        """Understand requests to `home` in `languages` (ISO 639-1), and the home's `own` intents."""
        self._home = home
        self._own = own or Own()
        self._languages = frozenset(base(language) for language in languages)
        self._lists: dict[str, Lists] = {}
        # A request is put in many ways, and several of them come to the same words.
        self._fits_ours = lru_cache(_REMEMBERED)(self._fits)

    def warm(self) -> None:
        """Parse the templates of every language now, so that the first request need not wait for it."""
        for language in self._languages:
            self.recognize("?", language, Context())

    def recognize(self, text: str, language: str, context: Context) -> Match | None:
        """What the words mean, when templates say so for every part of them.

        A question is only ever understood as something that changes nothing.
        """
        language = base(language)
        if language not in self._languages or not text.strip() or len(text) > LONGEST:
            return None
        if taught := read_teaching(text, language):
            return Match((Intent("Teach", taught),), 1.0, Route.FAST, language)
        if more := self._lasting(text, language, context) or self._alarms(text, language, context):
            return more
        if left := excepted(text, language, self._home):
            order = self._one(left.rest, language, context)
            order = order or self._several(parts(left.rest, language), language, context)
            return order and without(order, left, self._home, context)
        whole = self._one(text, language, context)
        if whole and whole.confidence > WILD:
            return whole
        several = self._several(parts(text, language), language, context)
        several = several or self._several(unpaused(text, language), language, context)
        return (
            self._revoked(text, language, context) or several or whole or self._later(text, language, context)
        )

    def _revoked(self, text: str, language: str, context: Context) -> Match | None:
        """An order about the home that was given in advance, and shall not be carried out."""
        order = revoked(text, language)
        match = self._one(order.order, language, context) if order else None
        if order is None or match is None or match.confidence <= WILD or not is_about_home(match.intents[0]):
            return None
        slots = {"task": order.order, **({"time": order.time} if order.time else {})}
        return replace(match, intents=(Intent("CancelReminder", slots),))

    def _lasting(self, text: str, language: str, context: Context) -> Match | None:
        """To switch something for a while: that now, and a timer for the opposite."""
        said = lasting(text, language)
        match = self._one(said.order, language, context) if said else None
        if said is None or match is None or match.confidence <= WILD:
            return None
        intent = match.intents[0]
        for undo in said.undo if intent.name in _SWITCHED else ():
            opposite = self._one(undo, language, context)
            if opposite and opposite.intents == (Intent(_SWITCHED[intent.name], intent.slots),):
                timer = Intent("HassStartTimer", {"conversation_command": undo, "seconds": said.seconds})
                return replace(match, intents=(intent, timer))
        return None

    def _alarms(self, text: str, language: str, context: Context) -> Match | None:
        """An alarm for each of several times."""
        times = several_alarms(text, language)
        return self._several(times, language, context) if times else None

    def _later(self, text: str, language: str, context: Context) -> Match | None:
        """An order about the home that is to wait for a time of day."""
        later = deferred(text, language)
        match = self._one(later.order, language, context) if later else None
        if later is None or match is None or match.confidence <= WILD:
            return None
        name = match.intents[0].name
        if name in READ_ONLY or name in _AT_ONCE or not is_about_home(match.intents[0]):
            return None
        slots = {"conversation_command": later.order, "time": later.time}
        return replace(match, intents=(Intent("HassStartTimer", slots),))

    def _several(self, cut: tuple[str, ...], language: str, context: Context) -> Match | None:
        """The request as a sequence of requests; None unless every part is understood."""
        found: list[Match | None] = []
        words: list[str] = []
        for place in range(len(cut) if cut[1:] else 0):
            named = found[-1].intents[-1].slots.get("name") if found and found[-1] else None
            part = owned(cut[place], str(named or ""), language, sounds=self._sounds(named))
            part = nouned(part, cut[:place]) if language == "en" else part
            said = (*cut[:place], part, *cut[place + 1 :])
            one = self._part(said, place, language, context)
            found.append(one and continued(part, one, found, self._home))
            words.append(part)
        understood = [match for match in found if match]
        if not understood or len(understood) < len(found):
            return None
        intents = gathered(words, understood, language)
        if intents[1:] and all(intent.name == PLAYS for intent in intents):
            return None  # nobody hears two things at once: 于谦和郭德纲的相声
        return Match(intents, min(match.confidence for match in understood), Route.FAST, language)

    def _sounds(self, named: Scalar | tuple[Scalar, ...] | None) -> bool:
        """Whether what was just named has a volume of its own."""
        return any(is_called(each.names, str(named)) for each in self._home.devices if each.domain == _PLAYER)

    def _part(self, cut: tuple[str, ...], place: int, language: str, context: Context) -> Match | None:
        for part in (cut[place], *borrowed(cut, place, language)):
            if match := self._one(part, language, context):
                return match
        return None

    def _one(self, text: str, language: str, context: Context) -> Match | None:
        """The request as one intent: the first wording that fits word for word, else the nearest."""
        nearest: Match | None = None
        # The home's own come last: they never take a request from what acts on the home.
        for known in (templates(language), *self._own.templates(language)):
            for match in self._fitting(text, language, context, known):
                if match.confidence > WILD:
                    return match
                nearest = nearer(nearest, match)
        return nearest

    def _fitting(
        self, text: str, language: str, context: Context, known: Intents, *, nested: bool = False
    ) -> Iterator[Match]:
        """What each wording of the request means."""
        question = is_question(text, language)
        for reworded, wording in enumerate(phrasings(text, language, question=question)):
            reading = best(self._readings(wording, language, context, known, question=question), text)
            if reading is None:
                continue
            match = _match(reading, wording, language, reworded, everywhere=context.area is not None)
            match = verbatim(match, text, language)
            later = match.intents[0].slots.get("conversation_command")
            if later is None or (not nested and self._can(str(later), language, context)):
                yield match

    def _can(self, later: str, language: str, context: Context) -> bool:
        """Whether there is something to do then; not to put off something once more."""
        found = self._fitting(later, language, context, templates(language), nested=True)
        return any(match.intents[0].name not in _AT_ONCE for match in found)

    def _readings(
        self, text: str, language: str, context: Context, known: Intents, *, question: bool
    ) -> Iterator[RecognizeResult]:
        squeezed = squeeze(text, language)
        builtin = templates(language)
        hints = tuple(self._context(context, language).items())
        found = self._fits_ours if known is builtin else partial(self._fits, known=known)
        for reading in found(squeezed, language, hints):
            name = reading.intent.name
            asks = (reading.intent_metadata or {}).get("asks")  # the template itself is a question
            # An intent of the home's own answers and changes nothing, unless it only adds words to another.
            own = known is not builtin and name not in builtin.intents
            if (not question or asks or name in READ_ONLY or own) and not _points(reading, text):
                yield reading

    def _fits(
        self, squeezed: str, language: str, hints: _Hints, known: Intents | None = None
    ) -> tuple[RecognizeResult, ...]:
        """Every template that the text fits; of our own if no others are known."""
        lists: dict[str, SlotList] = dict(spoken_of(self._slot_lists(language), squeezed, language))
        lists |= carried(squeezed, language)
        known = known or templates(language)
        found = recognize_all(
            squeezed, known, slot_lists=lists, intent_context=dict(hints), language=language
        )
        return tuple(found)

    def _slot_lists(self, language: str) -> Lists:
        if language not in self._lists:
            self._lists[language] = slot_lists(self._home, language)
        return self._lists[language]

    def _context(self, context: Context, language: str) -> dict[str, Scalar]:
        """The hints in hassil's form: the area is the one that the request may leave out."""
        area = self._home.area_by_id.get(context.area) if context.area else None
        here: dict[str, Scalar] = {"area": _first(area.names, language)} if area else {}
        return here | dict(context.extra)


_AT_ONCE = frozenset(
    {
        *("SetReminder", "SetAlarm", "HassStartTimer"),
        *("HassNevermind", "Wrong", "Thanks", "Farewell", "HassMediaNext", "HassMediaPrevious"),
    }
)
"""What is never put off: what has a time of its own, and what is about this moment (not now, skip)."""
_SWITCHED = {"HassTurnOn": "HassTurnOff", "HassTurnOff": "HassTurnOn"}
"""What undoes what."""
_PLAYER = "media_player"


WILD = 0.85
"""Confidence from which on every word was expected; below it, some stood where anything may stand."""


_ALL_LIGHTS = re.compile(
    r"^(?!.*\b(?:here|this room)\b)(?!.*(?:这里|这儿|这屋|这个?房间)).*"
    r"(?:\b(?:all|every)(?: of)?(?: the| my| our)? (?:lights?|lamps?)\b|\b(?:lights|lamps) everywhere\b|"
    "(?:所有|全部|全屋|全家|家里|每[个盏])(?:所有|全部|的)*灯)",
    re.IGNORECASE,
)
"""Lights that are not only those of the room that heard it."""


_ONE_EN = re.compile(
    r"(?<!\bto )(?<!\bat )(?<!\bby )(?<!\blevel )(?<!\bspeed )(?<!ty[ -])\bone\W*$", re.IGNORECASE
)
"""What is no number but a thing: "the kitchen one"."""
_SET = frozenset({"HassLightSet", "HassSetPosition", "HassFanSetSpeed", "HassClimateSetTemperature"})


def _points(reading: RecognizeResult, text: str) -> bool:
    """Whether a word that points was taken for the number 1."""
    return reading.intent.name in _SET and bool(_ONE_EN.search(text))


def _match(reading: RecognizeResult, text: str, language: str, reworded: int, *, everywhere: bool) -> Match:
    wild = sum(len(entity.text) for entity in reading.entities_list if entity.is_wildcard)
    spoken = max(1, len(squeeze(text, language)))
    sure = max(_PLAINEST, 1 - _REPHRASED * reworded) if not wild else 0.8 - 0.4 * min(1.0, wild / spoken)
    slots = _slots(reading, text, language)
    if everywhere and reading.response == "light_all":  # or they would be those of the room that heard it
        slots["name"] = "all"
    if reading.intent.name == "HassLightSet" and "name" not in slots and _ALL_LIGHTS.search(text):
        said = text.casefold()
        slots = {slot: each for slot, each in slots.items() if slot != "area" or str(each).casefold() in said}
        slots |= {} if "area" in slots else {"name": "all", "domain": "light"}
    intent = Intent(reading.intent.name, slots, reading.response or "")
    return Match((intent,), round(sure, 3), Route.FAST, language)


def _slots(reading: RecognizeResult, text: str, language: str) -> dict[str, Scalar]:
    values: dict[str, Scalar] = {}
    for name, entity in reading.entities.items():
        value = entity.value
        if entity.is_wildcard and language in SQUEEZED:
            value = unsqueeze(value, text)
        elif entity.is_wildcard and name == "item":
            value = as_said(value, text)
        value = int(value) if isinstance(value, float) and value.is_integer() else value
        less = name.removesuffix("_less")
        values[name if less == name else f"{less}_step"] = value if less == name else -value
    return values


def _first(names: Mapping[str, tuple[str, ...]], language: str) -> str:
    return next(spelled[0] for spelled in (names.get(language), *names.values()) if spelled)
