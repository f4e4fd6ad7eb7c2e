"""Chinese put otherwise until the templates have words for it: in order, plainly, without the reasons."""

import re
from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import partial, reduce

from intents.asking import READ_ONLY, acts, is_question, only_acts
from intents.home import Home
from intents.music.control import ordered
from intents.music.heard import displaces, to_hear
from intents.music.listening import is_hearsay, is_watched, listening
from intents.number.prices import priced
from intents.recognize import WILD, Recognizer
from intents.reservation import reservation
from intents.resolve import is_about_home
from intents.rewording import REWORDED
from intents.rewording.aside import put_in_order
from intents.rewording.clauses import clauses, is_reason, with_thing
from intents.rewording.colloquial import plainly, requested
from intents.rewording.constituents import Constituents
from intents.rewording.corrected import corrected, every_other
from intents.rewording.dialect import standard
from intents.rewording.dotted import undotted
from intents.rewording.inquiry import Inquiry
from intents.rewording.mixed import unmixed
from intents.rewording.oral import spoken_plainly
from intents.rewording.relayed import relayed
from intents.rewording.reminded import reminded_zh
from intents.rewording.reordered import Reordered
from intents.rewording.undone import unconditional
from intents.several.exception import excepted
from intents.several.gathered import then
from intents.several.sparing import without
from intents.vocabulary import PLAYS, Context, Intent, Match, Route

_ENDED = re.compile("(?:锁[上好]|关[上掉]|拉[上开]|打开|合上)[吧啊]?$")
"""How an order ends that only names a thing before."""
_TALK = frozenset({"HassNevermind", "HassRespond", "Thanks", "Farewell", "Stop", "Leave", "Help"})
"""What one says beside a request."""
_CALLS = re.compile("打个?电话|拨打|拨通|拨号|呼叫")
"""To call somebody, which nobody mishears."""
_SEEKS = re.compile("手机|[找哪响]")
"""What is said where a phone is to be found."""
_STEPS: tuple[Callable[[str], str], ...] = (
    standard,
    undotted,
    unmixed,
    every_other,
    partial(corrected, language="zh"),
    reminded_zh,
    partial(put_in_order, language="zh"),
    partial(relayed, language="zh"),
    partial(unconditional, language="zh"),
)
"""Towards the words of the templates, in order."""


class Chinese:
    """Puts Chinese requests to one home otherwise; what each does is told by `Tongue`."""

    hears_titles = False

    def __init__(self, home: Home, patterns: Recognizer) -> None:
        """Ask `patterns` what other words say."""
        self._home, self._say = home, partial(patterns.recognize, language="zh")
        self._constituents = Constituents(home)
        self._reordered = Reordered(self._constituents)
        self._inquiry = Inquiry(home)

    def standard(self, text: str) -> str:
        """In the words of the mainland's schools, as it was put right, in the speaker's own name."""
        return reduce(lambda said, step: step(said), _STEPS, text)

    def foremost(self, text: str, context: Context, match: Match | None) -> Match | None:
        """Sums of money, and orders: 灯给我打开，看不见了 asks nothing, much as it looks like a question."""
        if sum_of_money := priced(text):
            return Match((Intent("Calculate", {"expression": sum_of_money}),), REWORDED, Route.FAST, "zh")
        sure = match is not None and match.confidence > WILD
        if match and sure and only_acts(match):
            return None
        ordered = self._ordered(text, context)
        return self._commanded(text, context) if sure and not ordered else ordered

    def settled(self, match: Match | None, text: str) -> Match | None:
        """With orders for what only looks like questions beside one, as in 看会儿电视，灯关了."""
        return _without_questions(match, text)

    def plainly(self, text: str, context: Context) -> Match | None:
        """As a book would put it, without reasons, or as an order to what plays."""
        plain = self._put_plainly(text, context) or self._inquired(text, context)
        if order := ordered(text, plain, partial(self._say, context=context)):
            return order
        return self.freely(text, context, plain) if plain and _plays(plain) else plain

    def freely(self, text: str, context: Context, match: Match | None) -> Match | None:
        """What anything may follow, and what is to be heard, as the words name it or as they sound."""
        match = match or self._loosely(text, context)
        if match and not _plays(match):
            return match
        return to_hear(text) or (None if is_hearsay(text) or is_watched(text) else match)

    def believes(self, text: str, repaired: Match) -> bool:
        """No deed where it is said to somebody else, 姐你帮我把窗帘拉上; no other name than was said."""
        if acts(repaired) and _CALLS.search(text):
            return False  # 打电话了 rings no phone of ours
        if repaired.intents[0].name == "FindPhone" and not _SEEKS.search(text):
            return False
        heard = listening(text) if _plays(repaired) else None
        displaced = heard is not None and displaces(repaired, heard)
        if displaced or not acts(repaired):
            return not displaced
        why = reservation(text, "zh")
        denied = why == "denied" and "开" not in text  # 别开 is to have it off, 不用拉 is nothing at all
        return why != "told" and not (denied and is_about_home(repaired.intents[0]))

    def _ordered(self, text: str, context: Context) -> Match | None:
        """What Chinese orders to the home come to, in whatever order their words stand."""
        left = excepted(text, "zh", self._home)
        orders = tuple(dict.fromkeys(self._reordered.orders(left.rest if left else text)))
        found = [self._say(order, context=context) for order in orders]
        sure = [match for match in found if match and match.confidence > WILD]
        if not sure or len(sure) < len(orders):
            return None
        intents = tuple(intent for match in sure for intent in match.intents)
        order = Match(intents, min(match.confidence for match in sure), Route.FAST, "zh")
        return without(order, left, self._home, context) if left else order

    def _commanded(self, text: str, context: Context) -> Match | None:
        """To do what the words put as done, and do not ask: 车锁上."""
        ended = _ENDED.search(text) and not is_question(text, "zh") and not text.startswith(("把", "将"))
        match = self._say(f"把{text}", context=context) if ended else None
        return match if match and match.confidence > WILD and only_acts(match) else None

    def _put_plainly(self, text: str, context: Context) -> Match | None:
        """What Chinese words say once they are put as a book would, or without the reason that came along."""
        plain = plainly(text)
        if with_reasons := self._with_reasons(plain, context):
            return with_reasons
        for said in dict.fromkeys((spoken_plainly(text), plain, *requested(text), *requested(plain))):
            match = self._put(said, text, context)
            talks = match is not None and match.intents[0].name in _TALK and listening(text) is not None
            if match and match.confidence > WILD and not talks:  # 你好啊，再背首诗 is more than a greeting
                return replace(match, confidence=round(match.confidence * REWORDED, 3))
        return None

    def _with_reasons(self, text: str, context: Context) -> Match | None:
        """What one or some clauses ask for, where all others only say why or how things are."""
        cut = clauses(self._constituents.at_home(text))
        found = [self._clause(cut, place, context) for place in range(len(cut))]
        rest = [clause for clause, match in zip(cut, found, strict=True) if match is None]
        understood = [(clause, match) for clause, match in zip(cut, found, strict=True) if match]
        ordered = [(clause, match) for clause, match in understood if acts(match)] or understood
        said, asked = [clause for clause, _ in ordered], [match for _, match in ordered]
        if not asked or not all(map(is_reason, rest)):
            return None
        every = then(said, asked, "zh")
        intents = tuple(intent for place, intent in enumerate(every) if intent not in every[:place])
        least = min(match.confidence for match in asked)
        complete = all(match.complete for match in asked)
        return Match(intents, round(least * REWORDED, 3), Route.FAST, "zh", complete)

    def _clause(self, cut: Sequence[str], place: int, context: Context) -> Match | None:
        """What a clause asks for, be it of a thing that one before it names."""
        clause, earlier = cut[place], [thing for each in cut[:place] for thing in self._inquiry.things(each)]
        own = () if self._inquiry.things(clause) else with_thing(clause, earlier)
        for said in (*own, clause):
            match = self._commanded(said, context) or self._put(said, "", context)
            sure = match is not None and match.confidence > WILD and match.intents[0].name not in _TALK
            if match and sure and (acts(match) or said == clause):
                return match
        return None

    def _loosely(self, text: str, context: Context) -> Match | None:
        """What words that anything may follow ask for once they are put plainly; nothing to be heard."""
        plain = plainly(text)
        match = self._say(plain, context=context) if plain != text else None
        return match if match and match.intents[0].name != PLAYS else None

    def _inquired(self, text: str, context: Context) -> Match | None:
        """What a question about a thing of the home asks, however it is put."""
        for said in (
            self._inquiry.questions(self._constituents.at_home(text)) if is_question(text, "zh") else ()
        ):
            match = self._say(said, context=context)
            if match and match.confidence > WILD and not acts(match):
                return replace(match, confidence=round(match.confidence * REWORDED, 3))
        return None

    def _put(self, said: str, text: str, context: Context) -> Match | None:
        """What other words for the text say; about the home also in its own words for rooms."""
        match = self._say(said, context=context) if said != text else None
        if match and match.confidence > WILD:
            return match
        at_home = self._constituents.at_home(said)
        found = self._say(at_home, context=context) if at_home != said else None
        if found and all(map(is_about_home, found.intents)):
            return found
        return self._ordered(said, context) if said != text else None


def _without_questions(match: Match | None, text: str) -> Match | None:
    """With orders for what only looks like questions beside one, as in 看会儿电视，灯关了."""
    if match is None or only_acts(match) or is_question(text, "zh"):
        return match
    told = (_order(intent) for intent in match.intents)
    deeds = tuple(intent for intent in told if intent is not None)
    return replace(match, intents=deeds) if any(each.name not in READ_ONLY for each in deeds) else match


def _order(intent: Intent) -> Intent | None:
    """To switch off what would be asked whether it is off; nothing for another state."""
    if intent.name != "HassGetState":
        return intent
    slots = {slot: value for slot, value in intent.slots.items() if slot != "state"}
    off = intent.slots.get("state") == "off" and slots.get("domain") in ("light", None)
    return Intent("HassTurnOff", slots) if off and slots else None


def _plays(match: Match) -> bool:
    return [intent.name for intent in match.intents] == [PLAYS]
