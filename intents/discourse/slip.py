"""A request put right or taken back before it was over: 把客厅灯打开，不对，卧室的; "no, the bedroom one"."""

import re
from collections.abc import Iterator
from dataclasses import replace

from intents.discourse.breath import done
from intents.discourse.dialogue import Dialogue
from intents.discourse.sequel import corrected
from intents.discourse.situation import Situation
from intents.rewording.corrected import corrected as reworded
from intents.vocabulary import Intent, Match

_SLIP = {
    "zh": re.compile(
        "(?P<first>.{2,}?)[，,。 ]+(?:哎呀?|啊|哦|呃|嗯|等等|[，, ])*(?:(?:不对)+|不是|说错了|错了|搞错了)"
        "(?:(?<=不是)[^，,]{1,8}[，,]而?是|[，,。 ]+(?:应该是|是)?|应该是|是)"
        "(?:我(?:刚才)?(?:是说|说的是|想说的是|要的是|指的是)[，, ]*)?(?P<second>.+)"
    ),
    "en": re.compile(
        r"(?P<first>.{5,}?)[,.;] (?:(?:oh|wait|sorry|actually|oops|or|hang on)[, ]+)*"
        r"(?:no(?=[,.;]| (?:the|my|wait|sorry|i mean|i meant|make)\b)|i mean|i meant)[,.;]* "
        r"(?:(?:no|wait|sorry|i mean|i meant)[, ]+)*"
        r"(?:make (?:it|that) )?(?P<second>.+)",
        re.IGNORECASE,
    ),
}
_TAKEN_BACK = {
    "zh": re.compile(
        ".{3,}[，,。 ]+(?:唉|哎|嗯|还是)*算了吧?[，,。 ]*"
        "(?:还是|就)?(?:别|不|先不)?(?:[开关留放]着|这样|[开关动])?(?:了|吧)*"
    ),
    "en": re.compile(
        r".{5,}[,.;] (?:(?:oh|wait|no|actually)[, ]+)*(?:never ?mind|forget it|don['’]t|do not)"
        r"(?:,? (?:leave|keep) (?:it|them)(?: (?:on|off|as it is|as they are))?)?",
        re.IGNORECASE,
    ),
}
_STILL = re.compile(r"不对|不是|错了|\bno\b", re.IGNORECASE)
"""What is left to put right."""


def put_right(here: Situation) -> Match | None:
    """What was meant in the end; None where nothing was put right, or only a time, which any layer can."""
    text, language = here.text.strip(" .!?。！？"), here.language
    if language not in _SLIP:
        return None
    if _TAKEN_BACK[language].fullmatch(text):
        return here.meant([Intent("HassNevermind")])
    found = _SLIP[language].fullmatch(text)
    if found is None or _is_reworded(here, text):
        return None
    first = here.worded(found["first"])
    if first is None or not first.complete:
        return None
    before = done(here, first)
    seen = replace(here, dialogue=Dialogue().then(before))
    meant = (corrected(replace(seen, text=rest), rest, before) for rest in _endings(found["second"]))
    return next(filter(None, meant), None)


def _is_reworded(here: Situation, text: str) -> bool:
    """Whether it is only a time or a number, and all is plain with the last one alone."""
    plain = reworded(text, here.language)
    return plain != text and not _STILL.search(plain) and here.worded(plain) is not None


def _endings(said: str) -> Iterator[str]:
    """All of it, then what stands behind a reason: 明天周六，八点吧."""
    yield said
    if len(clauses := re.split("[，,] ?", said)) > 1:
        yield clauses[-1]
