"""The third path: what requests mean that no pattern has the words of, by what they are like."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import lru_cache

from intents.acts import FORMS, Candidate, kind_of
from intents.amount import exactly
from intents.asking import is_question
from intents.hints import converses
from intents.home import Home
from intents.narrow import Narrower
from intents.recognize import WILD
from intents.reservation import forbids, reservation
from intents.restated import is_retargetable
from intents.semantic.abroad import books, is_abroad, is_other_deed
from intents.semantic.filling import filled
from intents.semantic.paraphrase import Encode, Head, shipped
from intents.semantic.proposal import Bar, Proposal
from intents.semantic.senses import ANSWERED, LOOKING, SENSES, Sense
from intents.semantic.shares import asked, concern, likeliest
from intents.semantic.threshold import Thresholds
from intents.semantic.unlike import is_a_word, is_watched, unlike
from intents.target import Unresolved
from intents.vocabulary import Context, Intent, Match, Route, Scalar

LONGEST = 200
"""Characters; what is longer is a story and no request."""
_INSTEAD: Mapping[str, Intent] = {
    "conditional": Intent("Automate"),
    "later": Intent("Automate"),
    "denied": Intent("Leave"),
}
"""What orders under a reservation ask for: to do something when something happens, or to leave it alone."""
_SWAPPED = frozenset({"HassMediaNext", "HassMediaPause", "HassMediaPlayerMute"})
"""What a wish for something else is like: 不听这个了，换林忆莲的."""
_NAMED = 0.8  # confidence in music whose names are all known
_CHECKED = frozenset({"HassBroadcast", "HassListAddItem", "HassListCompleteItem", "HassShoppingListAddItem"})
"""Intents whose patterns have verbs of many uses: one adds, puts and broadcasts more than a home knows of."""

_ALIKE = {
    "HassShoppingListAddItem": "HassListAddItem",
    "HassShoppingListCompleteItem": "HassListCompleteItem",
    "ClearList": "HassListCompleteItem",
}
"""Intents that have no sense of their own, and whose sense they have."""
_INTENTS = frozenset(sense.intent for sense in SENSES.values()) | _ALIKE.keys() | _CHECKED

_WEATHER = "HassGetWeather"
_SUN = re.compile(
    r"\b(?:sun(?:set|rise|down|up)|dusk|dawn|(?:gets?|is|it's) (?:dark|light))\b|日[落出]|"
    r"天一?[黑亮]|太阳[下出]"
)
"""When the sun goes up or down."""
_DATED = frozenset({"GetReminders", "GetAlarms", "HassGetWeather"})
_KEPT_HERE = _DATED | {"GetList", "Convert"}
_REMINDS = "SetReminder"
_NEXT = re.compile("下一?[首曲]")
_COUNTED_DOWN = re.compile(
    "(?:离|距离?|本|这个?).{1,10}还(?:有|剩|要)(?:多久|多长时间|多远|几|多少)|"
    ".{1,6}还(?:有|要)?多久(?:才|能)*(?:到家|回来|下班|放学)"
)
_KEPT = re.compile("会|约|提醒|闹钟|安排|日程")
_LIST_ZH = re.compile("购物[清车]?单|采购单|买菜单|待办|清单")
"""A list that is named leaves no doubt."""
_REMEMBERED = 16
"""Texts whose senses are remembered: one request is asked about more than once."""
_FEW = 4
"""Characters that sound like so much that what they are like counts as well: 好冷啊 is not 好了."""
_WRITTEN = re.compile(r"[<>{}\[\]=_\\|`;]|\w\(")
"""Signs of markup and code, which nobody says."""
_DATE = re.compile(
    r"\b(?:date|day|month|year)\b|初几|农历|阴历|几号|几月|日期|哪天|哪年|什么日子|周几|星期|礼拜|多少天|几天",
    re.IGNORECASE,
)
_PLAIN_MOMENT = re.compile(
    r"(?:\b(?:what|which|whats|s|is|it|the|time|date|day|today|todays|now|right|current|currently|tell|me|"
    r"give|please|hey|can|could|you|do|know|of|month|this|at|moment|exact|clock|say|a|for|us|i|need)\b|"
    r"[现在时间什么几点今天号日期月初农阴历了是我你告诉报一下请多少的是啊呢吗]|[\W_])+",
    re.IGNORECASE,
)


class Semantic:
    """Understands what is like the examples it learned from; pure computation, for a worker thread."""

    def __init__(
        self, home: Home, encode: Encode, head: Head | None = None, thresholds: Thresholds | None = None
    ) -> None:
        """Understand requests to `home`; `encode` tells what a text is like, `head` what that means."""
        self._thresholds = thresholds or Thresholds()
        self._home, self._encode = home, encode
        self._head = head or shipped()
        self._narrower = Narrower(home)
        self._reckoned = lru_cache(_REMEMBERED)(self._reckon)

    def warm(self) -> None:
        """Load now what is loaded at first use."""
        self.recognize("let there be light", "en", Context())

    def recognize(self, text: str, language: str, context: Context) -> Match | None:
        """What is meant, if that is likely enough; incomplete where the words do not say what to do it to."""
        proposal = self.proposal(text, language, context)
        if proposal is None or proposal.passes(self._thresholds):
            acts = proposal is not None and proposal.bar == "agreed"
            guess = acts and self._narrower.only_names(text)  # who only says "lights" may mean anything
            return replace(proposal.match, sure=not guess) if proposal else None
        asks = proposal.bar == "agreed" and proposal.match.confidence >= self._thresholds.asking
        return replace(proposal.match, sure=False) if asks else None

    def proposal(self, text: str, language: str, context: Context) -> "Proposal | None":
        """What is meant if anything is, however unlikely."""
        if not _is_readable(text, language) or not any(map(str.isalpha, text)):
            return None
        if language == "zh" and (is_watched(text) or self._is_a_name(text)):
            return None
        shares = self.shares(text)
        senses, likely = likeliest(asked(shares) if is_question(text, language) else shares)
        meant = SENSES[senses[0]]
        bar: Bar = "acting"
        if self._is_elsewhere(meant.intent, text, language):
            return None
        if meant.intent in LOOKING:
            bar, (intent, complete) = "looking", _looked_up(senses[0], text)
            intent, _ = filled(intent, text, language)
        elif only_talks(text, language):
            return None
        elif named := self._first(senses, text, language, context):
            bar, intent, complete = "agreed", named, True
        else:
            intent, complete = self._unnamed(meant, language)
            intent, enough = filled(intent, text, language)
            complete = complete and enough
        intent = exactly(intent, text)
        if bar != "looking" and forbids(intent, text, language):
            why = reservation(text, language) if is_retargetable(intent) else None
            instead = _INSTEAD.get(why or "")
            if instead is None:
                return None
            sunny = instead.name == "Automate" and _SUN.search(text)
            instead = Intent(instead.name, {"event": "sun"}) if sunny else instead
            bar, intent, complete = "acting", instead, True
        return Proposal(Match((intent,), round(likely, 3), Route.SEMANTIC, language, complete), bar)

    def _is_a_name(self, text: str) -> bool:
        """Whether it is one word, and none for a thing."""
        return is_a_word(text) and not self._narrower.only_names(text)

    def _is_elsewhere(self, intent: str, text: str, language: str) -> bool:
        """Whether what is asked is not to be looked up where it is like: 洗衣机洗完了吗 is no weather."""
        if intent == _WEATHER and self._narrower.lacks(text):
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

    def concern(self, text: str) -> float:
        """How likely it is that anything is asked for that a home can do."""
        return concern(self.shares(text)) if len(text) <= LONGEST else 0.0

    def shares(self, text: str) -> Mapping[str, float]:
        """How likely each sense is."""
        return self._reckoned(text)

    def _reckon(self, said: str) -> Mapping[str, float]:
        return self._head.probabilities(said, self._encode(said))

    def doubts(self, match: Match, text: str) -> bool:
        """Whether words were free or few, and the whole is like something else, or like no request."""
        if match.route is Route.REPAIRED and len(text) <= _FEW:
            return self._denies(match, self.shares(text))
        if match.intents[0].name == "HassMediaNext" and _NEXT.search(text):
            return False  # whatever it is like, it is said
        if (
            match.confidence > WILD
            or is_a_word(text)
            or not any(_is_known(intent) for intent in match.intents)
        ):
            return False
        shares = self.shares(text)
        checked = any(intent.name in _CHECKED for intent in match.intents) and not _LIST_ZH.search(text)
        return (checked and concern(shares) < self._thresholds.doubted) or self._denies(match, shares)

    def _denies(self, match: Match, shares: Mapping[str, float]) -> bool:
        """Whether something else is likely enough that free words may be taken for it."""
        if len(match.intents) > 1:
            return False
        senses, likely = likeliest(shares)
        other = SENSES[senses[0]].intent != _ALIKE.get(match.intents[0].name, match.intents[0].name)
        if (
            SENSES[senses[0]].intent in _SWAPPED
            and "artist" in match.intents[0].slots
            and match.confidence >= _NAMED
        ):
            return False
        return other and likely >= self._thresholds.denied

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


def _supposes(text: str) -> bool:
    """Whether somebody only says what is to be done if."""
    return reservation(text, "zh") == "conditional" and not is_question(text, "zh")


def _is_known(intent: Intent) -> bool:
    """Whether the head can tell anything about it."""
    return intent.name in _INTENTS


def _is_readable(text: str, language: str) -> bool:
    """Whether somebody may have said it, in a language that there are examples of."""
    return language in ("en", "zh") and 0 < len(text.strip()) <= LONGEST and not _WRITTEN.search(text)


def _looked_up(sense: str, text: str) -> tuple[Intent, bool]:
    """The intent, and whether it is all that the words ask for."""
    if sense == "time":
        name = "HassGetCurrentDate" if _DATE.search(text) else SENSES[sense].intent
        return Intent(name), bool(_PLAIN_MOMENT.fullmatch(text))
    intent = SENSES[sense].intent
    return Intent(intent), intent not in ANSWERED


def missing(match: Match) -> Unresolved:
    """What an incomplete match lacks: it was not said which device, or how to answer is not known."""
    intent = match.intents[0]
    known = {slot: str(intent.slots[slot]) for slot in ("domain", "area") if intent.slots.get(slot)}
    return Unresolved("unknown_intent" if intent.name in LOOKING else "not_said", known)


def only_talks(text: str, language: str) -> bool:
    """A question never changes anything, and opinions and stories are no orders."""
    return is_question(text, language) or converses(text)


def _kind(meant: Sense) -> dict[str, Scalar]:
    return {**meant.slots, **({"domain": meant.domain} if meant.domain else {})}
