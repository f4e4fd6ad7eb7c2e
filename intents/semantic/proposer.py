"""What words ask for when they are taken in one sense: the device they point at, the slots they fill."""

import re
from collections.abc import Mapping, Sequence

from intents.acts import FORMS, Candidate, kind_of
from intents.asking import is_question
from intents.hints import converses
from intents.home import Device, Home
from intents.narrow import Narrower
from intents.number.amount import exactly
from intents.plan import VOLUME
from intents.reservation import forbids, reservation
from intents.restated import is_retargetable
from intents.semantic.abroad import books, is_abroad, is_other_deed
from intents.semantic.filling import filled
from intents.semantic.lookup import looked_up
from intents.semantic.overheard import is_overheard
from intents.semantic.proposal import Bar, Proposal
from intents.semantic.senses import LOOKING, SENSES, Sense
from intents.semantic.unlike import unlike
from intents.vocabulary import Context, Intent, Match, Route, Scalar

_INSTEAD: Mapping[str, Intent] = {
    "conditional": Intent("Automate"),
    "later": Intent("Automate"),
    "denied": Intent("Leave"),
}
"""What orders under a reservation ask for: to do something when something happens, or to leave it alone."""

_WEATHER = "HassGetWeather"
_SUN = re.compile(
    r"\b(?:sun(?:set|rise|down|up)|dusk|dawn|(?:gets?|is|it's) (?:dark|light))\b|日[落出]|"
    r"天一?[黑亮]|太阳[下出]"
)
"""When the sun goes up or down."""
_ROOMS = frozenset({"HassClimateGetTemperature", "HassGetState"})
_DATED = frozenset({"GetReminders", "GetAlarms", "HassGetWeather"})
_KEPT_HERE = _DATED | {"GetList", "Convert"}
_REMINDS = "SetReminder"
_CHANGED = re.compile(
    r"\b(?:light\w*|lamps?|bulbs?|leds?|hue|glow|room|mood|ambiance|ambience|scene|colou?rs?|shades?|tint|tones?|party|"
    r"make|turn|set|change|switch|go|put|give|want|like|need|have|do|get|let|it|in here|"
    r"warm\w*|cold\w*|cool\w*|white|cos[iy]\w*)\b",
    re.IGNORECASE,
)
"""What somebody says who wants another colour."""
_SOUGHT = "FindPhone"
"""Who asks where it is wants to hear it."""
_COUNTED_DOWN = re.compile(
    "(?:离|距离?|本|这个?).{1,10}还(?:有|剩|要)(?:多久|多长时间|多远|几|多少)|"
    ".{1,6}还(?:有|要)?多久(?:才|能)*(?:到家|回来|下班|放学)"
)
_KEPT = re.compile("会|约|提醒|闹钟|安排|日程")


_SET = re.compile(r"\b(?:tv|telly|television)\b", re.IGNORECASE)
_BESIDE = re.compile(
    r"\b(?:over|near|by|behind|from|above|than|not) (?:the |that |this |our |my )*(?:\w+ )?"
    r"(?:tv|telly|television|speakers?)\b",
    re.IGNORECASE,
)
"""What plays as well, while something else is made louder."""


class Proposer:
    """Takes words in the senses of one intent, at one home."""

    def __init__(self, home: Home, narrower: Narrower) -> None:
        """The home's devices, and what tells which of them words point at."""
        self._home, self._narrower = home, narrower

    def propose(
        self, senses: Sequence[str], likely: float, text: str, language: str, context: Context
    ) -> Proposal | None:
        """What the words ask for if these are the senses of its intent, the likeliest first."""
        meant = SENSES[senses[0]]
        bar: Bar = "acting"
        if self._is_elsewhere(meant.intent, text, language) or _only_colours(senses[0], text):
            return None
        if meant.intent in LOOKING:
            bar, (intent, complete) = "looking", looked_up(senses[0], text)
            intent, _ = filled(self._placed(intent, text), text, language)
        elif _only_talks(text, language) and meant.intent != _SOUGHT:
            return None
        elif named := self._first(senses, text, language, context):
            bar, intent, complete = "agreed", named, True
        else:
            intent, complete = self._unnamed(meant, language)
            intent, enough = filled(self._sounding(intent, text), text, language)
            complete = complete and enough
        intent = exactly(intent, text)
        if bar != "looking" and forbids(intent, text, language):
            bar, complete = "acting", True
            if (reserved := _reserved(intent, text, language)) is None:
                return None
            intent = reserved
        return Proposal(Match((intent,), round(likely, 3), Route.SEMANTIC, language, complete), bar)

    def _placed(self, intent: Intent, text: str) -> Intent:
        """What is asked of a room, if one is named."""
        place = self._narrower.place(text) if intent.name in _ROOMS else None
        return Intent(intent.name, {**intent.slots, "area": place}) if place else intent

    def _sounding(self, intent: Intent, text: str) -> Intent:
        """What is made louder or still, if only one thing that plays is named: "TV up a bit"."""
        players = [each for each in self._home.devices if each.domain == "media_player"]
        said = [name for each in players for name in [_called_in(each, text)] if name]
        alone = intent.name in VOLUME and len(said) == 1 and not _BESIDE.search(text)
        return Intent(intent.name, {**intent.slots, "name": said[0]}) if alone else intent

    def _is_elsewhere(self, intent: str, text: str, language: str) -> bool:
        """Whether what is asked is not to be looked up where it is like: 洗衣机洗完了吗 is no weather."""
        if (intent == _WEATHER and self._narrower.lacks(text)) or is_overheard(intent, text, language):
            return True
        if intent in _DATED and _COUNTED_DOWN.match(text) and not _KEPT.search(text):
            return True  # 离下班还有多久 is in no calendar of ours
        if language == "en" and (
            (intent in _KEPT_HERE and is_abroad(text))
            or (intent == _REMINDS and books(text))
            or is_other_deed(intent, text)
        ):
            return True
        if language != "zh":
            return False
        return unlike(intent, text) or (intent in LOOKING and _supposes(text))  # 天气好的话去爬山

    def _first(self, senses: Sequence[str], text: str, language: str, context: Context) -> Intent | None:
        """What the words point at, be it in a less likely sense."""
        named = (self._named(SENSES[sense], text, language, context) for sense in senses)
        return next(filter(None, named), None)

    def _unnamed(self, meant: Sense, language: str) -> tuple[Intent, bool]:
        """The intent, and whether it can do without words for a device."""
        only = self._only(meant, language)
        return only or Intent(meant.intent, _kind(meant)), bool(only) or not meant.kinds

    def _named(self, meant: Sense, text: str, language: str, context: Context) -> Intent | None:
        """The one device that the words point at, or all of a kind in one room."""
        pointed_at = self._narrower.narrow(text, language, context.area)
        for act in meant.acts:
            fit = [each for each in pointed_at if each.act == act and self._serves(each.device, meant)]
            if len(fit) == 1:
                return fit[0].intent
            if fit:
                return self._together(fit, meant, language)
        return None

    def _together(self, fit: Sequence[Candidate], meant: Sense, language: str) -> Intent | None:
        places = {self._home.by_id[each.device].area for each in fit if each.device}
        place = next(iter(places)) if len(places) == 1 else None
        if place is None or meant.domain is None:
            return None
        names = self._home.area_by_id[place].names
        name = next(iter(names.get(language) or next(iter(names.values()))))
        slots = {slot: value for slot, value in fit[0].intent.slots.items() if slot != "name"}
        return Intent(fit[0].intent.name, {"area": name, **slots, "domain": meant.domain})

    def _only(self, meant: Sense, language: str) -> Intent | None:
        """The only device of its kind that the home has."""
        found = [device for device in self._home.devices if self._serves(device.id, meant)]
        if len(found) != 1 or len(meant.kinds) != 1:
            return None
        form = FORMS[kind_of(found[0])][meant.acts[0]]
        return None if form.value else Intent(form.intent, {"name": found[0].name(language), **form.slots})

    def _serves(self, id_: str | None, meant: Sense) -> bool:
        """Whether a device is of the right kind and name."""
        if id_ is None or kind_of(self._home.by_id[id_]) not in meant.kinds:
            return False
        names = [name for each in self._home.by_id[id_].names.values() for name in each]
        return any(re.search(meant.word, name, re.IGNORECASE) for name in names)


def _called_in(device: Device, text: str) -> str | None:
    """The name of the device that the words say, in one way or another."""
    names = [name for each in device.names.values() for name in each]
    forms = [(name, rf"\b{re.escape(name)}\b" if name.isascii() else re.escape(name)) for name in names]
    forms += [(name, _SET.pattern) for name in names if _SET.fullmatch(name)]
    return next((name for name, form in forms if re.search(form, text, re.IGNORECASE)), None)


def _only_colours(sense: str, text: str) -> bool:
    """Whether a colour is all that speaks of light: green ideas switch nothing."""
    return sense == "light_change" and text.isascii() and not _CHANGED.search(text)


def _reserved(intent: Intent, text: str, language: str) -> Intent | None:
    """What an order under a reservation asks for, if anything."""
    why = reservation(text, language) if is_retargetable(intent) else None
    instead = _INSTEAD.get(why or "")
    sunny = instead is not None and instead.name == "Automate" and _SUN.search(text)
    return Intent("Automate", {"event": "sun"}) if sunny else instead


def _supposes(text: str) -> bool:
    """Whether somebody only says what is to be done if."""
    return reservation(text, "zh") == "conditional" and not is_question(text, "zh")


def _only_talks(text: str, language: str) -> bool:
    """A question never changes anything, and opinions and stories are no orders."""
    return is_question(text, language) or converses(text)


def _kind(meant: Sense) -> dict[str, Scalar]:
    return {**meant.slots, **({"domain": meant.domain} if meant.domain else {})}
