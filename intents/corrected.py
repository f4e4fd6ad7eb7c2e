"""A time that somebody puts right in the same breath: 六点半不对七点, "at six, no, seven"."""

import re
from itertools import pairwise

from intents.spans import DAY_ZH, times

_TAKEN_BACK = {
    "zh": re.compile(
        "[，,]?(?:啊|哦|呃)?(?:不对不对|不对|不是|说错了|错了|不不)[，,]?(?:是|应该是|改成|要)?"
    ),
    "en": re.compile(
        r"[, ]+(?:(?:no|wait|sorry|oops|actually|rather|i mean|make (?:that|it))[, ]+)+(?:at )?",
        re.IGNORECASE,
    ),
}


def corrected(text: str, language: str) -> str:
    """The words with only the last of several times that stand for one another."""
    taken_back = _TAKEN_BACK.get(language)
    if taken_back is None or not taken_back.search(text):
        return text
    for first, second in pairwise(times(text, language)):
        wrong = re.search(
            re.escape(first) + f"(?:{taken_back.pattern})(?={re.escape(second)})", text, re.IGNORECASE
        )
        if wrong:
            day = None if DAY_ZH.match(second) else DAY_ZH.match(first)
            return text[: wrong.start()] + (day.group() if day else "") + text[wrong.end() :]
    return text
