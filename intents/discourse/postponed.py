"""What was just ordered, but at another time, or not that time: "not now, in an hour", 跳过明天."""

import re
from collections.abc import Mapping

from intents.discourse.dialogue import Exchange
from intents.discourse.situation import UNDO, Situation, repeatable
from intents.resolve import is_about_home
from intents.spans import times
from intents.vocabulary import Intent, Match
from intents.when.lasting import length

_LATER: Mapping[str, str] = {
    "en": r"(?:no|not now|not yet|not (?:right )?now|wait|hold on|actually|later|rather|[,. ])*"
    r"(?:(?:please )?(?:do|make) (?:it|that) )?(?:in |at )?{when}(?:(?: instead| rather| please|,? then)*)",
    "zh": "(?:不对|不|等等|等会儿?|现在|还是|先别|先不|先不要|别|不要|不急|{verb}|[了吧，, ])*"
    "(?:过|等)?{when}(?:以后|之后|后)?(?:的时候)?(?:再|才|就)?(?:{verb}|说|弄|做)?(?:吧)?",
}
"""Another time for a deed, said when it has been done; in Chinese its verb may stand beside it again."""
_VERB_ZH = "[开关拉锁扫拖放调打掉上]{1,2}"
_PUT_OFF: Mapping[str, "re.Pattern[str]"] = {
    "en": re.compile(r"\b(?:not|wait|hold on|later|instead|rather|actually|no)\b", re.IGNORECASE),
    "zh": re.compile("别|不|等|再|还是"),
}
"""What tells another time from one more."""
_NOW = re.compile(r"\bnot (?:right )?now\b|现在", re.IGNORECASE)
_SKIPPED: Mapping[str, str] = {
    "en": r"(?:but |and |please |hm+,? |no,? )*"
    r"(?:(?:skip|leave out)(?: (?:it|that|this))?(?: (?:on|for))? {when}"
    r"(?:['’]s(?: one)?)?|not (?:on )?(?={day}){when})(?: please| though)*(?:, (?:i|we|it|there|"
    r"that)\b.{{3,40}})?",
    "zh": "(?:跳过{when}(?:的|这次|那次|那天)?|"
    "{when}(?:的)?(?:跳过|先?(?:不|别|不用|不要)(?:叫|响|闹)我?(?:了)?))(?:吧)?",
}


_DAY = r"(?:this |next |on )*(?:tomorrow|today|tonight|(?:mon|tues|wednes|thurs|fri|satur|sun)day)\b"


def postponed(here: Situation) -> Match | None:
    """The deed taken back, and ordered for the time that is said now."""
    last, when = here.dialogue.last, _when(here)
    intents = repeatable(last.match) if last and last.match else []
    if not last or not when or not intents or not all(map(is_about_home, intents)):
        return None
    form = _LATER[here.language].format(when=re.escape(when), verb=_VERB_ZH)
    said = here.text.strip(" .。!！")
    put_off = _PUT_OFF[here.language].search(said.replace(when, ""))
    if not put_off or not re.fullmatch(form, said, re.IGNORECASE):
        return None
    order = here.stated(_at(last, when, here.language))
    if order is None or "conversation_command" not in order.slots:
        return None
    return here.meant([UNDO, order] if last.changes else [order])


def skipped(here: Situation) -> Match | None:
    """The alarm that was spoken of last, not on that day."""
    latest, when = next(here.recent(), None), _when(here)
    if latest is None or not when or not latest.things[0].startswith("alarm."):
        return None
    form = _SKIPPED[here.language].format(when=re.escape(when), day=_DAY)
    said = re.fullmatch(form, here.text.strip(" .。!！"), re.IGNORECASE)
    return here.meant([Intent("CancelAlarm", {"time": when, "once": True})]) if said else None


def _when(here: Situation) -> str:
    """The one time that the words name."""
    said = _NOW.sub("", here.text)
    spans = times(said, here.language) if here.language in _LATER else ()
    return spans[0] if len(spans) == 1 else ""


def _at(last: Exchange, when: str, language: str) -> str:
    """What was said, with a time."""
    said, long = last.text.strip(" .。!！?？"), length(when, language) is not None
    if language == "zh":
        return f"{when}后{said}" if long and not when.endswith("后") else f"{when}{said}"
    led = when if re.match(r"(?:in|at|on|after|tomorrow|tonight|this|next)\b", when, re.IGNORECASE) else ""
    return f"{said} {led or ('in ' if long else 'at ') + when}"
