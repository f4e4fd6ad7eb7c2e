"""Requests as parts of a conversation: what they mean by themselves, else by what was said and done before."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from typing import Protocol

from intents.binding import chosen
from intents.dialogue import Asked, Change, Dialogue, Exchange
from intents.home import Device, Home
from intents.mention import TARGET, Mentions, Slots
from intents.move import Move, read_move
from intents.reference import Pointing, is_bare, noun, read_pointing, with_noun
from intents.resolve import resolve
from intents.restated import LISTED, aimed, is_about_home, lasting, revalued, says_when, timed
from intents.target import Unresolved
from intents.vocabulary import Context, Intent, Match, Route, Scalar

Value = Scalar | tuple[Scalar, ...]

UNDO = Intent("Undo")
"""Takes back what the last request that changed anything did."""
_REFERRED = 3
"""Exchanges back that "it" reaches."""
_STEPS = ("brightness_step", "temperature_step", "volume_step")
_LESS = re.compile(
    r"\b(?:down|dimmer|darker|cooler|colder|quieter|softer|lower|slower|less)\b|[暗冷凉低小慢轻柔]", re.IGNORECASE
)
_OPPOSITE = {"up": "down", "down": "up"}
_SWITCH = {"on": "HassTurnOn", "off": "HassTurnOff"}
_STAND_INS = ("light", "lock", "climate", "media_player", "cover")
"""Kinds of devices that tell whether words would be a request if it were known what they point at."""
_NOTED = frozenset({"timer", "alarm", "reminder"})
_ITEM = 30
"""Characters of one more item for a list."""


class Layers(Protocol):
    """What understands a request that stands on its own: `intents.layers.Layers`."""

    def recognize(self, text: str, language: str, context: Context) -> Match | None:
        """What the words mean."""


class Discourse:
    """Understands requests to one home in their conversation; pure computation, for a worker thread."""

    def __init__(self, home: Home, layers: Layers) -> None:
        """Ask `layers` for what words mean by themselves."""
        self._home, self._layers = home, layers
        self._mentions = Mentions(home)

    def understand(self, text: str, language: str, context: Context, dialogue: Dialogue) -> Match | None:
        """What is meant; incomplete where it points at something that nobody mentioned."""
        here = _Here(self, text, language, context, dialogue)
        return here.understood()

    def answered(
        self, text: str, language: str, context: Context, asked: Asked
    ) -> Match | None:
        """What is to be done after this answer to the question; without intents is never; None for no answer."""
        match = asked.match
        if asked.kind == "which":
            return self._picked(text, language, asked)
        if self._worded(text, language, context):
            return None
        first, *others = match.intents
        filled = _filled(asked, first, text, language)
        return filled and replace(match, intents=(filled, *others), language=language, complete=True)

    def declines(self, text: str, language: str, asked: Asked) -> bool:
        """Whether none of the options is wanted."""
        return asked.kind == "which" and chosen(asked.options, text, language) == () and bool(asked.options)

    def _picked(self, text: str, language: str, asked: Asked) -> Match | None:
        targets: list[Slots] = [option.slots for option in chosen(asked.options, text, language) or ()]
        if not targets:
            mentions = self._mentions.read(text)
            found = [self._mentions.slots(each, language, self._like(asked.match)) for each in mentions]
            targets = [each for each in found if each]
        said = (
            self._as_said(asked.text, intent, target, language)
            for intent in asked.match.intents
            for target in targets
        )
        intents = tuple(intent for intent in said if intent is not None)
        return replace(asked.match, intents=intents, language=language, complete=True) if intents else None

    def _as_said(self, text: str, intent: Intent, target: Slots, language: str) -> Intent | None:
        """The intent about that, with all that was said of it when it was not known what it is about."""
        pointing, name = read_pointing(text, language), target.get("name")
        if pointing and name:
            match = self._layers.recognize(pointing.naming(str(name), language), language, Context())
            fits = match is not None and match.complete and len(match.intents) == 1
            return aimed(match.intents[0], target) if match and fits else None
        return aimed(intent, target)

    def _like(self, match: Match) -> Device | None:
        """A device of the sort that the request is about."""
        domain = match.intents[0].slots.get("domain")
        return next((each for each in self._home.devices if each.domain == domain), None)

    def _worded(self, text: str, language: str, context: Context) -> Match | None:
        """What the words alone say."""
        match = self._layers.recognize(text, language, context)
        return match if match and is_worded(match) else None


def _filled(asked: Asked, intent: Intent, text: str, language: str) -> Intent | None:
    match asked.kind:
        case "when" if says_when(text, language) or timed(intent, text, language):
            before = str(intent.slots.get("time") or "")
            told = timed(Intent(intent.name, {}), text, language)
            time = f"{before} {told.slots['time'] if told else text}".strip()
            return Intent(intent.name, {**intent.slots, "time": time})
        case "how_long":
            return lasting(intent, text, language)
        case "what" if len(text) <= 100:
            return Intent(intent.name, {**intent.slots, "task": text.strip(" .。!！")})
        case _:
            return None


def is_worded(match: Match) -> bool:
    """Whether the words said all of it, so that nothing was guessed."""
    return match.complete and match.route in (Route.FAST, Route.REPAIRED)


class _Here:
    """One request in one conversation."""

    def __init__(
        self, discourse: Discourse, text: str, language: str, context: Context, dialogue: Dialogue
    ) -> None:
        self._home, self._layers = discourse._home, discourse._layers
        self._mentions = discourse._mentions
        self._text, self._language, self._context = text, language, context
        self._dialogue = dialogue

    def understood(self) -> Match | None:
        move = read_move(self._text, self._language)
        if move and (meant := self._taken_up(move)):
            return meant
        alone = self._alone(self._text)
        if alone and is_worded(alone):
            return self._closer(alone)
        if move and (meant := self._gone_on(move)):
            return meant
        return self._pointed(alone)

    def _alone(self, text: str) -> Match | None:
        return self._layers.recognize(text, self._language, self._context)

    def _meant(self, intents: Sequence[Intent]) -> Match | None:
        return Match(tuple(intents), 1.0, Route.FAST, self._language) if intents else None

    # What was done: once more, a bit more, not at all, to something else

    def _taken_up(self, move: Move) -> Match | None:
        last, before = self._dialogue.last, self._dialogue.understood
        match move.kind:
            case "undo" if last and _cancels(self._text) and _altered(last.changes):
                pointing = read_pointing(self._text, self._language)
                return (pointing and self._referred(pointing)) or self._meant([UNDO])
            case "undo" if last and last.changes:
                return self._meant([UNDO])
            case "undo" if not _cancels(self._text):
                return self._meant([UNDO])
            case "again" if last and last.match and before is last:
                return self._meant(_repeatable(last.match))
            case "again" if last:
                return self._meant([Intent("Repeat")])
            case "more" if before and before.match:
                return self._meant(_stepping(before.match))
            case "less" if before and before.match:
                return self._meant(_stepping(before.match, "back"))
            case "other" if before and before.match and before.things:
                return self._other(before, before.match)
            case _:
                return None

    def _other(self, before: Exchange, match: Match) -> Match | None:
        """The other one of its kind: of the room, else of the home; where there are several, not known which."""
        first = self._home.by_id.get(before.things[0])
        intents = _repeatable(match)
        if first is None or not intents:
            return None
        if len(before.things) > 1:
            several = self._meant([aimed(intents[-1], {"domain": first.domain})])
            return several and replace(several, complete=False)
        alike = [each for each in self._home.devices if _sort(each) == _sort(first)]
        others = [each for each in alike if each.id not in before.things]
        near = [each for each in others if each.area == first.area] or others
        back = [UNDO] if before.changes else []
        if len(near) == 1:
            target = self._mentions.pointing(near[0], self._language)
            return self._meant([*back, aimed(intents[-1], target)])
        if not near:
            return None
        known = self._meant([*back, aimed(intents[-1], {"domain": first.domain})])
        return known and replace(known, complete=False)

    # What was said: about something else, or with another value

    def _gone_on(self, move: Move) -> Match | None:
        before = self._dialogue.understood
        if before is None or before.match is None:
            return self._alone_worded(move.rest) if move.kind in ("carry", "correct") else None
        if move.kind == "correct":
            return self._corrected(move.rest, before, before.match)
        if move.kind == "carry":
            return self._carried(move, before, before.match)
        return None

    def _alone_worded(self, rest: str) -> Match | None:
        match = self._alone(rest) if rest else None
        return match if match and is_worded(match) else None

    def _corrected(self, rest: str, before: Exchange, match: Match) -> Match | None:
        intents = _repeatable(match)
        if not intents:
            return self._alone_worded(rest)
        back = [UNDO] if before.changes else []
        if elsewhere := self._elsewhere(rest, intents[-1], before):
            return self._meant([*back, *elsewhere])
        other = revalued(intents[-1], rest, self._language)
        whole = self._alone_worded(rest) if other is None or other.name in LISTED else None
        if whole:
            same = any(intent.name == intents[-1].name for intent in whole.intents)
            return self._meant([*(back if same else []), *whole.intents])
        if other is None or other == intents[-1]:
            return None
        # Setting it anew takes the place of what was set; what was written down must be taken back.
        return self._meant([*([] if is_about_home(other) else back), other])

    def _elsewhere(self, rest: str, intent: Intent, before: Exchange) -> list[Intent]:
        """The same intent about what the words name; empty when they name nothing of the home."""
        if not is_about_home(intent):
            return []
        like = next((self._home.by_id[id_] for id_ in before.things if id_ in self._home.by_id), None)
        found = [self._mentions.slots(each, self._language, like) for each in self._mentions.read(rest)]
        if intent.name == "HassClimateGetTemperature":
            found = [_placed(each) for each in found if each]
        return [aimed(intent, each) for each in found if each]

    def _carried(self, move: Move, before: Exchange, match: Match) -> Match | None:
        intents = _repeatable(match)
        if not intents:
            return None
        last = intents[-1]
        if move.switch and last.name != _SWITCH[move.switch] and not _switches(last, move.switch):
            last = Intent(_SWITCH[move.switch], {})
        if elsewhere := self._elsewhere(move.rest, last, before):
            return self._meant(elsewhere)
        if whole := self._alone_worded(move.rest):
            return whole
        if last.name in LISTED and 0 < len(move.rest) <= _ITEM and not self._alone(move.rest):
            return self._meant([Intent(last.name, {**last.slots, "item": move.rest})])
        later = timed(last, move.rest, self._language) if "Weather" in last.name or "Get" in last.name else None
        return self._meant([later]) if later and says_when(move.rest, self._language) else None

    # What it points at

    def _closer(self, match: Match) -> Match:
        """A wish for more or less of something is about what was just spoken of, if that can do it."""
        pointing = read_pointing(self._text, self._language)
        bare = is_bare(self._text, self._language)
        (intent, *more) = match.intents
        if more or not (bare or pointing) or not is_about_home(intent) or not bare and _aims_at(intent):
            return match
        if pointing and (known := self._referred(pointing)):
            return known
        for exchange in self._recent():
            if exchange.match and (aims := self._aims(exchange, intent)):
                return replace(match, intents=tuple(aims))
        return match

    def _aims(self, exchange: Exchange, intent: Intent) -> list[Intent]:
        aims = [aimed(intent, target) for target in self._targets(exchange)]
        domain = intent.slots.get("domain")
        ids = [id_ for id_ in exchange.things if domain in (None, id_.partition(".")[0])]
        return aims if ids and aims and all(self._possible(each) for each in aims) else []

    def _possible(self, intent: Intent) -> bool:
        return not isinstance(resolve(intent, self._home, self._context), Unresolved)

    def _pointed(self, alone: Match | None) -> Match | None:
        if is_bare(self._text, self._language):
            fuller = self._alone_worded(f"make it {self._text}") if self._language == "en" else None
            wish = fuller or alone
            if wish and wish.complete:
                return self._closer(wish)
            before = self._dialogue.understood
            if before and before.match and (steps := _stepping(before.match, _way(self._text))):
                return self._meant(steps)
        pointing = read_pointing(self._text, self._language)
        if pointing and not self._mentions.names(self._text):
            if known := self._referred(pointing):
                return known
            return self._unknown(pointing) or alone
        for exchange in self._recent():
            said = with_noun(self._text, exchange.things[0].partition(".")[0], self._language)
            if said and (match := self._alone_worded(said)):
                return match
        return alone

    def _recent(self) -> Iterator[Exchange]:
        """The last few that were about something, the newest first."""
        found = [each for each in reversed(self._dialogue.exchanges) if each.things]
        return iter(found[:_REFERRED])

    def _referred(self, pointing: Pointing) -> Match | None:
        """The request about what was spoken of last that can do it."""
        unable: list[Intent] = []
        for exchange in self._recent():
            targets = self._together(exchange) if pointing.many else self._targets(exchange)
            if not pointing.many and exchange.match and len(exchange.match.intents) > 1:
                targets = targets[-1:]
            if targets and (intent := self._said_of(pointing, exchange.things)):
                found = [aimed(intent, target) for target in targets]
                if all(self._possible(each) for each in found if is_about_home(each)):
                    return self._meant(found)
                unable = unable or found
        return self._meant(unable)  # to be told why it cannot be

    def _together(self, exchange: Exchange) -> list[Slots]:
        """What "them" is: the several things of one request, else those of the last few."""
        if len(exchange.things) > 1:
            return self._targets(exchange)
        found: list[Slots] = []
        for each in self._recent():
            found += [target for target in self._targets(each) if target not in found]
        return found

    def _targets(self, exchange: Exchange) -> list[Slots]:
        """What the request was about, in its own words; the things themselves where it had none."""
        kept: list[Slots] = []
        for intent in exchange.match.intents if exchange.match else ():
            target = {slot: value for slot, value in intent.slots.items() if slot in TARGET}
            if is_about_home(intent) and ("area" in target or "name" in target or "floor" in target):
                kept.append(self._of_a_kind(target, exchange))
        if kept:
            return list(_once(kept))
        return [self._pointing(id_) for id_ in exchange.things]

    def _of_a_kind(self, target: dict[str, object], exchange: Exchange) -> Slots:
        """With the kind of thing it was, since another intent may not say so."""
        kinds = {id_.partition(".")[0] for id_ in exchange.things}
        if "name" not in target and "domain" not in target and len(kinds) == 1:
            return {**target, "domain": kinds.pop()}  # type: ignore[dict-item]  # slots as they were
        return target  # type: ignore[return-value]  # slots as they were

    def _pointing(self, id_: str) -> Slots:
        device = self._home.by_id.get(id_)
        if device is not None:
            return self._mentions.pointing(device, self._language)
        return {"id": int(id_.partition(".")[2])} if id_.partition(".")[2].isdigit() else {}

    def _said_of(self, pointing: Pointing, things: Iterable[str]) -> Intent | None:
        """The one intent of the words with a thing's name where they point."""
        for id_ in things:
            device = self._home.by_id.get(id_)
            name = device.name(self._language) if device else noun(id_.partition(".")[0], self._language)
            match = self._alone(pointing.naming(name, self._language)) if name else None
            if match and match.complete and len(match.intents) == 1:
                return match.intents[0]
        return None

    def _unknown(self, pointing: Pointing) -> Match | None:
        """What the words would have done to something, had anything been spoken of."""
        for domain in _STAND_INS:
            device = next((each for each in self._home.devices if each.domain == domain), None)
            match = self._alone_worded(pointing.naming(device.name(self._language), self._language)) if device else None
            if match and is_about_home(match.intents[0]):
                return replace(match, intents=(aimed(match.intents[0], {}),), complete=False, route=Route.FAST)
        return None


def _sort(device: Device) -> tuple[str, str | None]:
    return device.domain, device.device_class


def _cancels(text: str) -> bool:
    """Whether it is the word for stopping, which means what was done only right behind it."""
    return text.strip().lower().startswith("cancel")


def _altered(changes: Iterable[Change]) -> bool:
    """Whether a timer or an alarm that was there before was changed: to cancel it is no undoing."""
    return any(each.before and each.thing.partition(".")[0] in _NOTED for each in changes)


def _repeatable(match: Match) -> list[Intent]:
    return [intent for intent in match.intents if intent.name not in ("Undo", "Repeat", "HassNevermind", "Stop")]


def _stepping(match: Match, way: str | None = None) -> list[Intent]:
    """The steps of the request once more, `up`, `down` or `back`; empty when there were none."""
    return [
        Intent(intent.name, {slot: _turned(slot, value, way) for slot, value in intent.slots.items()})
        for intent in _repeatable(match)
        if any(slot in intent.slots for slot in _STEPS)
    ]


def _turned(slot: str, value: Value, way: str | None) -> Value:
    if slot not in _STEPS or way is None or isinstance(value, tuple):
        return value
    if isinstance(value, str):
        return _OPPOSITE.get(value, value) if way == "back" else way
    return {"back": -value, "up": abs(value), "down": -abs(value)}[way]


def _way(text: str) -> str:
    return "down" if _LESS.search(text) else "up"


def _switches(intent: Intent, switch: str) -> bool:
    """Whether the intent goes that way too: what is set is on."""
    return switch == "on" and intent.name.startswith("HassLightSet")


def _aims_at(intent: Intent) -> bool:
    """Whether the words themselves said what it is about."""
    return bool({"name", "area", "floor"} & intent.slots.keys())


def _placed(target: Slots) -> Slots:
    return {slot: value for slot, value in target.items() if slot in ("area", "floor", "name")}


def _once(targets: Iterable[Slots]) -> Iterator[Slots]:
    seen: list[Slots] = []
    for target in targets:
        if target not in seen:
            seen.append(target)
            yield target
