"""The quick layers of understanding, in order: patterns, patterns on repaired words, likeness."""

from collections.abc import Sequence
from dataclasses import replace

from intents.absent import absent
from intents.asking import READ_ONLY, is_negated, is_question, overrules
from intents.beside import Beside, Furnished
from intents.compound import parts
from intents.elsewhere import foreign_thing, known_names, unless_elsewhere
from intents.home import Home
from intents.music.heard import heard_music
from intents.music.listening import GUESSED, is_hearsay, listening
from intents.own import Own
from intents.prices import priced
from intents.recognize import WILD, Recognizer
from intents.repair import Repairer
from intents.repair.own import OwnRepairer
from intents.reservation import reservation
from intents.resolve import is_about_home
from intents.restated import aimed
from intents.rewording.clauses import clauses, is_reason, with_thing
from intents.rewording.colloquial import plainly, requested
from intents.rewording.constituents import Constituents
from intents.rewording.corrected import corrected, every_other
from intents.rewording.courtesy import uncourteous
from intents.rewording.dotted import undotted
from intents.rewording.inquiry import Inquiry
from intents.rewording.mixed import unmixed
from intents.rewording.oral import spoken_plainly
from intents.rewording.passive import active
from intents.rewording.reason import without_reason
from intents.rewording.relayed import relayed
from intents.rewording.reordered import Reordered
from intents.rewording.vocative import uncalled
from intents.routine import routine
from intents.semantic import Semantic
from intents.semantic.paraphrase import Encode, Head
from intents.speakable import is_fluent, may_be_meant, may_be_said, spoken_letters
from intents.vocabulary import Context, Intent, Match, Route

SURE = 0.95
"""Confidence from which on a repaired request goes before one whose words were partly free."""
_REWORDED = 0.96
"""What is left of the confidence when the words were put otherwise."""
_PLAYS = "HassMediaSearchAndPlay"
_TALK = frozenset({"HassNevermind", "HassRespond", "Thanks", "Farewell", "Stop", "Leave", "Help"})
"""What one says beside a request."""


_BREATH = 3
"""Requests in one breath that likeness is asked about."""
_OPEN = frozenset(
    {"SetReminder", "HassListAddItem", "HassShoppingListAddItem", "HassMediaSearchAndPlay", "HassBroadcast"}
)
"""Intents whose words go on as they like, so that what follows them may still be theirs."""


def _is_open(match: Match, *, last: bool) -> bool:
    """Whether what comes next may belong to it, or it may only have been what something else ends in."""
    return match.confidence <= WILD and not last and any(intent.name in _OPEN for intent in match.intents)


def _field(match: Match) -> str:
    """What it is about: playing is one thing, whatever is done to it."""
    name = match.intents[0].name
    return "HassMedia" if name.startswith("HassMedia") else name


def _acts(match: Match) -> bool:
    return any(intent.name not in READ_ONLY for intent in match.intents)


def _only_acts(match: Match) -> bool:
    """卧室的灯和床头灯都请关闭 is two orders, and not one with a question behind it."""
    return all(intent.name not in READ_ONLY for intent in match.intents)


class Layers:
    """Understands requests to one home by the first layer that can; pure computation, for a worker thread."""

    def __init__(
        self,
        home: Home,
        languages: tuple[str, ...] = ("en", "zh"),
        own: Own | None = None,
        encode: Encode | None = None,
        head: Head | None = None,
    ) -> None:
        """Understand requests to `home` in `languages` (ISO 639-1), and the home's `own` intents.

        Without `encode` nothing is understood by likeness; `head` is one that was `retrained` in this home.
        """
        self._home, self._letters, self._known = home, spoken_letters(home), known_names(home)
        self._patterns = Recognizer(home, languages, own)
        self._repair = Repairer(home, self._patterns)
        self._constituents = Constituents(home)
        self._reordered = Reordered(self._constituents)
        self._inquiry = Inquiry(home)
        self._furnished = Furnished(home)
        self._own_repair = OwnRepairer(home, self._patterns, own or Own())
        self._semantic = Semantic(home, encode, head) if encode else None

    def warm(self) -> None:
        """Build now what is built at first use, so that the first request need not wait for it."""
        self._patterns.warm()
        self._repair.warm()
        self._own_repair.warm()
        if self._semantic:
            self._semantic.warm()

    def recognize(self, text: str, language: str, context: Context) -> Match | None:
        """What the words mean; its route says which layer understood them."""
        if not may_be_said(text, self._letters) or overrules(text):
            return None
        text = uncourteous(uncalled(text, language, self._home), language)
        text = every_other(unmixed(undotted(text))) if language == "zh" else active(text)
        text = relayed(corrected(text, language), language)
        told = self._furnished.beside(text, language, context.area)
        return self._beside(told, language, context) if told else self._said(text, language, context)

    def concern(self, text: str) -> float:
        """How likely it is that anything is asked for that a home can do; 1 where only the words can tell."""
        return self._semantic.concern(text) if self._semantic else 1.0

    def _beside(self, told: Beside, language: str, context: Context) -> Match | None:
        """What is wanted of a thing that was told by the furniture it stands at; it may be asked which."""
        match = self._said(told.text, language, context)
        if match is None or not told.domain or not is_about_home(match.intents[0]):
            return match
        target = {"domain": told.domain, **({"area": told.area} if told.area else {})}
        intents = tuple(aimed(intent, target) for intent in match.intents)
        return replace(match, intents=intents, route=Route.FAST, complete=False)

    def _said(self, text: str, language: str, context: Context) -> Match | None:
        """What the words say, else what they are like."""
        match = self._worded(text, language, context) or absent(text, language, self._known)
        if not self._semantic or (match and not self._semantic.doubts(match, text)):
            return match
        if not may_be_meant(text):
            return None
        if several := self._several(text, language, context):
            return several
        return self._likely(text, language, context)

    def _several(self, text: str, language: str, context: Context) -> Match | None:
        """Requests in one breath, each by the words or by likeness; None unless all are understood."""
        cut = parts(text, language)
        found: list[Match] = []
        plain = not is_negated(text) and reservation(text, language) in (None, "later")
        for part in cut if plain and 1 < len(cut) <= _BREATH else ():
            match = self._worded(part, language, context) or self._likely(part, language, context)
            if match is None or not (match.complete and match.sure) or _is_open(match, last=part is cut[-1]):
                return None
            found.append(match)
        if not all(map(_acts, found)) or len({_field(match) for match in found}) < len(found):
            return None  # a reason and what is wanted: 台灯有点儿刺眼，调暗点
        intents = tuple(intent for match in found for intent in match.intents)
        least = min((match.confidence for match in found), default=0.0)
        return replace(found[0], intents=intents, confidence=least) if found else None

    def _likely(self, text: str, language: str, context: Context) -> Match | None:
        """What the words are like."""
        match = self._semantic.recognize(text, language, context) if self._semantic else None
        if match is None or (is_about_home(match.intents[0]) and not is_fluent(text, self._letters)):
            return None
        thing = foreign_thing(text, self._known) if is_about_home(match.intents[0]) else None
        if thing and not match.complete and _acts(match):  # told, whatever room it is said to be in
            return replace(match, intents=(Intent("HassTurnOn", {"name": thing}),), complete=True)
        return unless_elsewhere(match, text, self._home)

    def _ordered(self, text: str, context: Context) -> Match | None:
        """What Chinese orders to the home come to, in whatever order their words stand."""
        orders = tuple(dict.fromkeys(self._reordered.orders(text)))
        found = [self._patterns.recognize(order, "zh", context) for order in orders]
        sure = [match for match in found if match and match.confidence > WILD]
        if not sure or len(sure) < len(orders):
            return None
        intents = tuple(intent for match in sure for intent in match.intents)
        return Match(intents, min(match.confidence for match in sure), Route.FAST, "zh")

    def _plainly(self, text: str, context: Context) -> Match | None:
        """What Chinese words say once they are put as a book would, or without the reason that came along."""
        plain = plainly(text)
        if with_reasons := self._with_reasons(plain, context):
            return with_reasons
        for said in dict.fromkeys((spoken_plainly(text), plain, *requested(text), *requested(plain))):
            match = self._put(said, text, context)
            if match and match.confidence > WILD:
                return replace(match, confidence=round(match.confidence * _REWORDED, 3))
        return None

    def _with_reasons(self, text: str, context: Context) -> Match | None:
        """What one or some clauses ask for, where all others only say why or how things are."""
        cut = clauses(self._constituents.at_home(text))
        found = [self._clause(cut, place, context) for place in range(len(cut))]
        rest = [clause for clause, match in zip(cut, found, strict=True) if match is None]
        understood = [match for match in found if match]
        asked = [match for match in understood if _acts(match)] or understood
        if not asked or not all(map(is_reason, rest)):
            return None
        every = [intent for match in asked for intent in match.intents]
        intents = tuple(intent for place, intent in enumerate(every) if intent not in every[:place])
        least = min(match.confidence for match in asked)
        complete = all(match.complete for match in asked)
        return Match(intents, round(least * _REWORDED, 3), Route.FAST, "zh", complete)

    def _clause(self, cut: Sequence[str], place: int, context: Context) -> Match | None:
        """What a clause asks for, be it of a thing that one before it names."""
        clause, earlier = cut[place], [thing for each in cut[:place] for thing in self._inquiry.things(each)]
        own = () if self._inquiry.things(clause) else with_thing(clause, earlier)
        for said in (*own, clause):
            match = self._put(said, "", context)
            sure = match is not None and match.confidence > WILD and match.intents[0].name not in _TALK
            if match and sure and (_acts(match) or said == clause):
                return match
        return None

    def _freely(self, text: str, context: Context) -> Match | None:
        """What words that anything may follow ask for once they are put plainly; nothing to be heard."""
        plain = plainly(text)
        match = self._patterns.recognize(plain, "zh", context) if plain != text else None
        return match if match and match.intents[0].name != _PLAYS else None

    def _asked_for(self, text: str, context: Context) -> Match | None:
        """What English words ask for beside the reason that they give."""
        order = without_reason(text)
        match = self._patterns.recognize(order, "en", context) if order else None
        if match is None or match.confidence <= WILD or not _acts(match):
            return None
        return replace(match, confidence=round(match.confidence * _REWORDED, 3))

    def _inquired(self, text: str, context: Context) -> Match | None:
        """What a question about a thing of the home asks, however it is put."""
        for said in (
            self._inquiry.questions(self._constituents.at_home(text)) if is_question(text, "zh") else ()
        ):
            match = self._patterns.recognize(said, "zh", context)
            if match and match.confidence > WILD and not _acts(match):
                return replace(match, confidence=round(match.confidence * _REWORDED, 3))
        return None

    def _put(self, said: str, text: str, context: Context) -> Match | None:
        """What other words for the text say; about the home also in its own words for rooms."""
        match = self._patterns.recognize(said, "zh", context) if said != text else None
        if match and match.confidence > WILD:
            return match
        at_home = self._constituents.at_home(said)
        found = self._patterns.recognize(at_home, "zh", context) if at_home != said else None
        if found and all(map(is_about_home, found.intents)):
            return found
        return self._ordered(said, context) if said != text else None

    def _worded(self, text: str, language: str, context: Context) -> Match | None:
        """What the words say, or would say had they been heard right."""
        if language == "zh" and (sum_of_money := priced(text)):
            return Match((Intent("Calculate", {"expression": sum_of_money}),), _REWORDED, Route.FAST, "zh")
        match = self._patterns.recognize(text, language, context)
        sure = match is not None and match.confidence > WILD
        asks = language == "zh" and not (match and sure and _only_acts(match))
        if asks and (ordered := self._ordered(text, context)):
            return ordered  # 灯给我打开，看不见了 asks nothing, as much as it looks like a question
        if sure and match and match.intents[0].name != "HassNevermind":
            return match
        if routines := routine(text, language, self._home):
            return routines  # 再见 is more than never mind
        return match if sure else self._reworded(match, text, language, context)

    def _reworded(self, match: Match | None, text: str, language: str, context: Context) -> Match | None:
        """What the words say when they are put plainly or were heard wrong; the match if that is better."""
        plain = self._plainly(text, context) or self._inquired(text, context) if language == "zh" else None
        plain = self._asked_for(text, context) if language == "en" else plain
        if plain and plain.intents[0].name != _PLAYS:
            return plain
        match = plain or match or (self._freely(text, context) if language == "zh" else None)
        if language == "zh" and (not match or [each.name for each in match.intents] == [_PLAYS]):
            match = self._heard(text) or (None if is_hearsay(text) else match)
        if plain:
            return match
        repaired = self._repair.recognize(text, language, context)
        repaired = repaired or self._own_repair.recognize(text, language, context)
        if repaired and language == "zh" and _acts(repaired) and reservation(text, "zh") == "told":
            repaired = None  # 姐你帮我把窗帘拉上 is said to somebody else
        if match and repaired:  # 道计时 would be a timer called 道, and is 倒计时
            plays = match.intents[0].name == _PLAYS
            both = plays and repaired.intents[0].name == _PLAYS
            free = match.confidence <= GUESSED and plays and not (both and language == "en")
            named = not free and both
            return repaired if free or (repaired.confidence > SURE and not named) else match
        return match or repaired

    def _heard(self, text: str) -> Match | None:
        """What is to be heard: as the words name it, else as they sound, else whatever they are."""
        playing = listening(text)
        if playing and playing.confidence > GUESSED:
            return playing
        return heard_music(text) or playing
