"""What was missing from a request, out of an answer; orders and corrections are not written down."""

import re
from dataclasses import replace

from intents.asking import is_question
from intents.discourse.afterwards import IT_IS_NOW
from intents.discourse.dialogue import Asked
from intents.discourse.excepted import but_not
from intents.discourse.listed import ADDED_ZH
from intents.discourse.move import read_move
from intents.discourse.situation import Situation
from intents.restated import lasting, revalued, says_other_time, says_when, timed
from intents.spans import times
from intents.vocabulary import Intent

_LONGEST = 100
"""Characters of what to be reminded of."""
_TRIM = " .。!！,，"
_REMIND = {"en": ("remind me {}", "remind me to {}"), "zh": ("提醒我{}",)}
_LEAD_EN = r"(?:(?:please|now|and|then|ok(?:ay)?|also|oh|well|no|actually)[, ]+)*"
_IT_EN = "(?:it|that|them|this|those|these|everything)"
_ORDER = {
    "en": re.compile(
        rf"{_LEAD_EN}(?:(?:add|put|set|make|change|move|push|bring|cancel|delete|remove|scrap|scratch|clear|"
        r"read|turn|switch|stop|skip|take|cross|tick|drop|get rid of|start|leave)"
        rf"(?: (?:off|out|up|down|on|back|in))? {_IT_EN}"
        r"(?: (?:on|off|out|in|down|up|back|there|away|then|again|too|instead|now|please|the|list))*|"
        r"make (?:it|that) .+|"
        r"(?:move|push|shift|change|reschedule|bring|put|make) .+ (?:to|till|until) (?P<to>.+)|"
        r"(?:but )?not\b.*|except\b.*|(?:once )?(?:again|the same|same)\b.*)",
        re.IGNORECASE,
    ),
    "zh": re.compile(
        "(?:那就?|请|帮我|不对|不是|再|[，, ])*"
        "(?:把?.{0,12}?(?:改到|改成|改为|换到|换成|挪到|推迟到|提前到|延到)(?P<to>.+)|"
        "(?:取消|删掉|删除|清空|念|读)(?:它|这个|那个|这些|那些|全部|所有)?(?:吧|了|一下|一遍)*)"
    ),
}
"""What asks for something, and is not to be written down; what it is moved to must be a time."""
_TAKEN = {
    "en": re.compile(
        rf"{_LEAD_EN}(?:scratch|scrap|take|remove|cross|delete|drop|leave|strike|forget|lose)(?: "
        rf"(?:off|out))?"
        r" (?:the |that |those |my )?(?P<item>.+?)(?: (?:off|out|again|away))*",
        re.IGNORECASE,
    ),
    "zh": re.compile(
        "(?:那就?|请|帮我|把)*(?:(?:划掉|去掉|删掉|删除|拿掉)(?P<last>.+)|"
        "(?P<item>.+?)(?:给我|就)?(?:划掉|去掉|删掉|拿掉|不要了|别要了|不用了))(?:吧)?"
    ),
}
"""What is taken off again: no new thing, where it was said before."""
_ADDED = {
    "en": re.compile(
        rf"{_LEAD_EN}(?P<deed>add|put|write(?= down)|pop|stick|include)(?: down)? "
        r"(?:an? |some |the )?(?P<item>.+?)"
        r"(?P<there> (?:to|on|onto|in) (?:it|that|there|(?:that|the|my) list))?(?: (?:too|as well|"
        r"please|then))*",
        re.IGNORECASE,
    ),
    "zh": ADDED_ZH,
}
_SOFTENED = re.compile(
    r"[, ]+(?:then|please|will do|would do|is fine|i think|maybe|i guess)[.! ]*$", re.IGNORECASE
)
"""What may stand behind an answer that is a time."""
_NOTHING = re.compile(
    r"(?:(?:no|not|yes|again|and|then|that|this|it|them|both|all|same|so|or|but|there|instead|the|an?|to|of|on|"
    r"at|in|about|more|please|now|half|time|one|by|until|till|for)\b\W*)+|"
    "(?:不对?|不是|再|[那这]个|它|都|也|一样|的|了|是|要|吧|，)+",
    re.IGNORECASE,
)
"""Words that tell of nothing to be done or bought."""


def supplied(here: Situation, asked: Asked) -> Intent | None:
    """The request that was asked about with what the words say; None where they are no answer."""
    intent, plain = asked.match.intents[0], _SOFTENED.sub("", here.text)
    if says_when(plain, here.language):
        here = replace(here, text=plain)
    if asked.kind == "how_long":
        return lasting(intent, here.text, here.language)
    if other := _put_right(here, intent):
        return other
    return _named(here, asked, intent) or _filled(here, asked, intent)


def _put_right(here: Situation, intent: Intent) -> Intent | None:
    """Another time than was said before: "no, on Monday at eight", "not on Sundays", "it's Friday now"."""
    if "time" not in intent.slots and intent.name not in ("SetAlarm", "SetReminder"):
        return None
    if less := but_not(intent, here.text, here.language):
        return less
    move, moved = read_move(here.text, here.language), IT_IS_NOW.fullmatch(here.text.strip(_TRIM))
    said = move.rest if move and move.kind == "correct" else moved["when"] if moved else ""
    return revalued(intent, said, here.language) if says_other_time(intent, said, here.language) else None


def _named(here: Situation, asked: Asked, intent: Intent) -> Intent | None:
    """With what to be reminded of, which may be said where only the time was asked, and with its time."""
    if intent.name != "SetReminder" or "task" in intent.slots or says_when(here.text, here.language):
        return None
    if not _tells(here, asked, intent):
        return None
    for form in _REMIND.get(here.language, ()):
        whole = here.alone(form.format(here.text.strip(" .!")))
        slots = whole.intents[0].slots if whole and whole.intents[0].name == intent.name else {}
        if "task" in slots and not _NOTHING.fullmatch(str(slots["task"])):
            return Intent(intent.name, {**intent.slots, **slots})
    return None


def _filled(here: Situation, asked: Asked, intent: Intent) -> Intent | None:
    text, language = here.text, here.language
    match asked.kind:
        case "when":
            told = timed(Intent(intent.name), text, language)
            if told and intent.name.startswith("Change"):
                return Intent(intent.name, {**intent.slots, "to": told.slots["time"]})
            before, said = intent.slots.get("time", ""), told.slots["time"] if told else ""
            return Intent(intent.name, {**intent.slots, "time": f"{before} {said}".strip()}) if told else None
        case "what" if intent.name == "SetReminder" and says_when(text, language):
            return timed(intent, text, language)
        case "what" if _tells(here, asked, intent):
            return Intent(intent.name, {**intent.slots, _what(intent): _item(here, intent)})
        case _:
            return None


def _what(intent: Intent) -> str:
    """The slot that answers "what?"."""
    return "item" if "List" in intent.name else "task"


def _item(here: Situation, intent: Intent) -> str:
    """What is to be written down: the thing alone, where it is said to be put on that list."""
    said = here.text.strip(" .。!！")
    found = _ADDED["zh" if here.language == "zh" else "en"].fullmatch(said) if "Add" in intent.name else None
    if found is None or (here.language == "en" and not found["there"] and found["deed"].lower() != "add"):
        return said  # to put the bins out is something to do
    return found["item"]


def _tells(here: Situation, asked: Asked, intent: Intent) -> bool:
    """Whether the words name something, and neither ask nor order anything else."""
    said, language = here.text.strip(_TRIM), "zh" if here.language == "zh" else "en"
    if len(said) > _LONGEST or is_question(said, language) or _NOTHING.fullmatch(_timeless(said, language)):
        return False
    order = _ORDER[language].fullmatch(said)
    if order and (order["to"] is None or times(order["to"], language)) and not _added(said, intent, language):
        return False
    return "Complete" in intent.name or not _takes_off(said, asked.text, language)


def _added(said: str, intent: Intent, language: str) -> bool:
    """Whether something with a name is put on the list that was asked about."""
    found = _ADDED[language].fullmatch(said) if "Add" in intent.name else None
    return found is not None and not _NOTHING.fullmatch(found["item"])


def _timeless(said: str, language: str) -> str:
    for span in times(said, language):
        said = said.replace(span, " ")
    return said.strip()


def _takes_off(said: str, before: str, language: str) -> bool:
    """Whether it takes off what was said a moment ago."""
    found = _TAKEN[language].fullmatch(said)
    item = next((each for each in found.groups() if each), "") if found else ""
    return bool(item) and item.casefold() in before.casefold()
