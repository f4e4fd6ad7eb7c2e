"""The quick layers of understanding, in order: patterns, patterns on repaired words, likeness."""

import re
from dataclasses import replace

from intents.acts import Candidate
from intents.asking import acts, is_forbidden, is_negated, overrules
from intents.caution import caution
from intents.home import Home
from intents.home.absent import absent
from intents.home.beside import Beside, Furnished
from intents.home.elsewhere import foreign_thing, known_names, unless_elsewhere
from intents.music.asked_en import sought_plainly
from intents.music.listening import GUESSED
from intents.own import Own
from intents.recognize import WILD, Recognizer
from intents.repair import Repairer
from intents.repair.own import OwnRepairer
from intents.reservation import reservation
from intents.resolve import is_about_home
from intents.restated import aimed
from intents.rewording.courtesy import uncourteous
from intents.rewording.vocative import uncalled
from intents.routine import routine
from intents.script import base
from intents.semantic import Semantic
from intents.semantic.paraphrase import Encode, Head
from intents.several.compound import parts
from intents.several.exception import leaves_alone
from intents.several.gathered import then
from intents.speakable import is_fluent, may_be_meant, may_be_said, spoken_letters
from intents.tongue import tongue
from intents.vocabulary import PLAYS, Context, Intent, Match, Route

SURE = 0.95
"""Confidence from which on a repaired request goes before one whose words were partly free."""


_SWITCHES = frozenset({"HassTurnOn", "HassTurnOff", "HassLightSet"})
_WAY = re.compile("模式|摇头|摆风|扫风|[上下左右]+摆动|功能")
"""Ways of a thing to work that no pattern knows."""
_SHIFTS = re.compile(
    r"\W*(?:(?:please|and|now|then|just|can you|could you)\W+)*(?:add|knock|take|shave|rewind|fast[- "
    r"]forward|"
    r"forward|skip|extend|bring|push|move|lop|cut|reduce|shorten|jump|go back)\b|"
    r"[再往向]?(?:快进|快退|倒退|后退|"
    r"前进)",
    re.IGNORECASE,
)
"""What changes a length of time, or a place in what plays."""
_DEED_TOO = re.compile(
    "[把将][^，,]{1,10}(?:打开|关[了掉上]|拉[上开])[，,](?!.*(?:不对|算了|还是|别关|别开))"
)
_EACH_SO = re.compile(r"\b(?:on|off|open|closed|shut|drawn)\b(?=\s*(?:[,;]|and\b|\W*$))", re.IGNORECASE)
"""How one of several things is to be: floor lamp on, TV off, curtains closed."""
_TIMERS = re.compile(r"\btimer\b|计时器|倒计时", re.IGNORECASE)
"""Of several, likeness would start one."""
_ONE_OF = re.compile(
    r"[关开留亮]一[个盏](?!小时|钟头)|\b(?:just |only )?one (?:of the )?(?:lights?|lamps?)\b", re.IGNORECASE
)
"""One of several, whichever."""
_BREATH = 3
"""Requests in one breath that likeness is asked about."""
_OPEN = frozenset(
    {"SetReminder", "HassListAddItem", "HassShoppingListAddItem", "HassMediaSearchAndPlay", "HassBroadcast"}
)
"""Intents whose words go on as they like, so that what follows them may still be theirs."""


def _is_open(match: Match, *, last: bool) -> bool:
    """Whether what comes next may belong to it, or it may only have been what something else ends in."""
    return match.confidence <= WILD and not last and any(intent.name in _OPEN for intent in match.intents)


def _plays(match: Match) -> bool:
    return match.intents[0].name == PLAYS


def _field(match: Match) -> str:
    """What it is about: playing is one thing, whatever is done to it."""
    name = match.intents[0].name
    return "HassMedia" if name.startswith("HassMedia") else name


def _says_more(intent: Intent, text: str) -> bool:
    """Whether the words are about something that no likeness knows of."""
    match intent.name:
        case "HassStartTimer":  # what runs, rings or plays is moved, and nothing new is timed
            return bool(_SHIFTS.match(text)) or len(_TIMERS.findall(text)) > 1
        case "Leave":  # 把大灯关了，小的留着: what is not done must not be said to be
            return bool(_DEED_TOO.search(text))
        case _ if intent.name in _SWITCHES and len(_EACH_SO.findall(text)) > 1:
            return True  # one of them is not all
        case _:  # 空调开睡眠模式 is more than to switch it on
            return intent.name in _SWITCHES and "name" in intent.slots and bool(_WAY.search(text))


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
        self._tongues = {each: tongue(each, home, self._patterns) for each in map(base, languages)}
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
        language = base(language)
        if language not in self._tongues or not may_be_said(text, self._letters) or overrules(text):
            return None
        text = uncourteous(uncalled(text, language, self._home), language)
        text = self._tongues[language].standard(text)
        told = self._furnished.beside(text, language, context.area)
        match = self._beside(told, language, context) if told else self._said(text, language, context)
        return sought_plainly(match) if match else None

    def concern(self, text: str) -> float:
        """How likely it is that anything is asked for that a home can do; 1 where only the words can tell."""
        return self._semantic.concern(text) if self._semantic else 1.0

    def possible(self, text: str, language: str, context: Context) -> tuple[Candidate, ...]:
        """What may be meant by words that nothing is like enough; a language model may choose."""
        if self._semantic is None or overrules(text) or not may_be_said(text, self._letters):
            return ()
        found = self._semantic.possible(text, language, context)
        meant = (Match((each.intent,), 0.0, Route.LLM, language, each.complete) for each in found)
        return tuple(
            each for each, match in zip(found, meant, strict=True) if self._allowed(match, text) == match
        )

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
        if match is None and leaves_alone(text, language, self._home):
            return Match((Intent("Leave"),), 1.0, Route.FAST, language)
        if match is None and (warning := caution(text, language)):
            return Match((warning,), 1.0, Route.FAST, language)
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
        if not all(map(acts, found)) or len({_field(match) for match in found}) < len(found):
            return None  # a reason and what is wanted: 台灯有点儿刺眼，调暗点
        if not found:
            return None
        least = min(match.confidence for match in found)
        return replace(found[0], intents=then(cut, found, language), confidence=least)

    def _likely(self, text: str, language: str, context: Context) -> Match | None:
        """What the words are like."""
        match = self._semantic.recognize(text, language, context) if self._semantic else None
        return self._allowed(match, text) if match else None

    def _allowed(self, match: Match, text: str) -> Match | None:
        """What is left of what likeness says once the words have had their say."""
        if is_forbidden(text, match) or _says_more(match.intents[0], text):
            return None
        if (
            match.intents[0].name in _SWITCHES
            and "name" not in match.intents[0].slots
            and _ONE_OF.search(text)
        ):
            return replace(match, complete=False)  # 关一个灯: all of them are not meant
        if is_about_home(match.intents[0]) and not is_fluent(text, self._letters):
            return None
        thing = foreign_thing(text, self._known) if is_about_home(match.intents[0]) else None
        if thing and not match.complete and acts(match):  # told, whatever room it is said to be in
            return replace(match, intents=(Intent("HassTurnOn", {"name": thing}),), complete=True)
        return unless_elsewhere(match, text, self._home)

    def _worded(self, text: str, language: str, context: Context) -> Match | None:
        """What the words say, or would say had they been heard right."""
        own = self._tongues[language]
        match = self._patterns.recognize(text, language, context)
        if foremost := own.foremost(text, context, match):
            return foremost
        sure = match is not None and match.confidence > WILD
        match = own.settled(match, text)
        if sure and match and match.intents[0].name != "HassNevermind":
            return match
        if routines := routine(text, language, self._home):
            return routines  # 再见 is more than never mind
        return match if sure else self._reworded(match, text, language, context)

    def _reworded(self, match: Match | None, text: str, language: str, context: Context) -> Match | None:
        """What the words say when they are put plainly or were heard wrong; the match if that is better."""
        own = self._tongues[language]
        if plain := own.plainly(text, context):
            return plain
        match = own.freely(text, context, match)
        repaired = self._repaired(text, language, context)
        repaired = repaired if repaired and own.believes(text, repaired) else None
        if match is None or repaired is None:
            return match or repaired
        plays, both = _plays(match), _plays(match) and _plays(repaired)
        free = match.confidence <= GUESSED and plays and not (both and own.hears_titles)
        better = free or (repaired.confidence > SURE and not both)
        return repaired if better else match  # 道计时 would be a timer called 道, and is 倒计时

    def _repaired(self, text: str, language: str, context: Context) -> Match | None:
        """What the words would say had they been heard right."""
        return self._repair.recognize(text, language, context) or self._own_repair.recognize(
            text, language, context
        )
