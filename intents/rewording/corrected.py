"""A time or a number that somebody puts right in the same breath: 六点半不对七点, "at six, no, seven"."""

import re
from itertools import pairwise

from intents.number.numeral import ENGLISH_NUMBER, HAN_DIGITS
from intents.spans import DAY_ZH, times

_TAKEN_BACK = {
    "zh": re.compile(
        "[，,]?(?:啊|哦|呃)?(?:不对不对|不对|不是|说错了|错了|不不)[，,]?(?:是|应该是|改成|要)?"
    ),
    "en": re.compile(
        r"[, ]+(?:(?:oh|no|wait|sorry|oops|actually|rather|i mean|make (?:that|it))[, ]+)+(?:at )?",
        re.IGNORECASE,
    ),
}


_NUMBER_ZH = rf"(?:\d+(?:\.\d+)?|[{HAN_DIGITS}]+)"
_UNIT_ZH = "(?:度|%|点半|点|档|级|格|成|号|分钟|小时|秒钟?|个小时|个|盏|杯)?"
_SLIP_ZH = (
    "(?:[，, ]*(?:啊|哦|呃|嗯|哎|哎呀)*[，, ]*(?:不对|说错了|错了|搞错了)[，, ]*|"
    "[，, ]+(?:啊|哦|呃|嗯|哎|哎呀)*[，, ]*(?:不是|不不|不)[，, ]+)(?:是|应该是|改成|要)?"
)
_NUMBER_EN = rf"(?:\b\d+(?:\.\d+)?\b|(?!one\b){ENGLISH_NUMBER})"
_MISCOUNTED = {
    "zh": re.compile(
        rf"{_NUMBER_ZH}(?P<unit>{_UNIT_ZH}){_SLIP_ZH}(?P<second>{_NUMBER_ZH})(?P<own>{_UNIT_ZH})"
    ),
    "en": re.compile(
        rf"{_NUMBER_EN}(?P<unit>(?: ?%| percent| degrees)?)"
        r"(?:[, ]+(?:no|wait|sorry|oops|actually|i mean))+[, ]+"
        rf"(?:make (?:that|it) |to )?(?P<second>{_NUMBER_EN})(?P<own>(?: ?%| percent| degrees)?)",
        re.IGNORECASE,
    ),
}
"""A number, and the one that stands for it: 二十六，不，二十七."""

_DAYS = "一二三四五六日"
_BUT_ON = re.compile(
    "除了?(?P<day>周末|(?:周|星期|礼拜)(?P<name>[一二三四五六日天]))(?:以外|之外)?[，,]?(?:其[他它]?余?(?:的?时间)?|剩下的?)?(?:都|每天|天天)+"
)


_NOT_ON = re.compile(
    "(?:每天|天天|每日)(?P<said>.{2,20}?)[，,]?(?:但是?|不过|可是)?(?P<day>周末|(?:周|星期|礼拜)(?P<name>[一二三四五六日天]))"
    "(?:的时候|就)*(?:除外|不算(?:在内)?|(?:不用|不要|不必|别|不)(?:再)?(?:叫|响|提醒|吵|闹|开|关|喊)?(?:我|了|起床|起)*)[吧啊呀]?$"
)
"""The same said last: 每天七点叫我，周末不用."""


def every_other(text: str) -> str:
    """The days that are left: 每个工作日 for 除了周末每天."""
    if last := _NOT_ON.search(text):
        return text[: last.start()] + _left(last["name"]) + last["said"]
    found = _BUT_ON.search(text)
    return text[: found.start()] + _left(found["name"]) + text[found.end() :] if found else text


def _left(day: str | None) -> str:
    """All days without that one, or without the weekend."""
    return f"每周{'、'.join(_DAYS.replace(day.replace('天', '日'), ''))}的" if day else "工作日"


_WHY = {
    "zh": re.compile(
        "(?P<no>[，,](?:啊|哦|呃)?(?:不对|不是|等等|算了))[，,]?(?:[明后今那]天)?(?:又?是|就是)?"
        "(?:(?:周|星期|礼拜)[一二三四五六日天末]|放假|休息|不上班|不上学)(?:了|啊|呀)*[，,]"
    ),
    "en": re.compile(
        r"(?P<no>[, ]+(?:(?:no|wait|oh|actually|sorry|oops|hang on|hold on)[, ]+)+)"
        r"(?:it|that|there|he|she|we|they|i|tomorrow|today)(?:['’]\w+| is| are| am| have| has)\b"
        r"[^,.;]{1,40}[,.;] "
        r"(?:so |then |better |let['’]s )*(?=make (?:it|that)\b)",
        re.IGNORECASE,
    ),
}
"""Why something else is better, between the two: "at six, no wait, it's Saturday, make it eight"."""


def corrected(text: str, language: str) -> str:
    """The words with only the last of several times or numbers that stand for one another."""
    if language in _WHY:
        text = _WHY[language].sub(r"\g<no>", text)
    taken_back = _TAKEN_BACK.get(language)
    if taken_back is None:
        return text
    return _timely(text, language, taken_back) if taken_back.search(text) else _counted(text, language)


def _counted(text: str, language: str) -> str:
    """With the number that was meant, of what was counted."""
    return _MISCOUNTED[language].sub(lambda found: found["second"] + (found["own"] or found["unit"]), text)


def _timely(text: str, language: str, taken_back: re.Pattern[str]) -> str:
    """With the time that was meant, of the day that was named."""
    for first, second in pairwise(times(text, language)):
        wrong = re.search(
            re.escape(first) + f"(?:{taken_back.pattern})(?={re.escape(second)})", text, re.IGNORECASE
        )
        if wrong:
            if language == "en":
                return (
                    text[: wrong.start()] + second + _day(first, second) + text[wrong.end() + len(second) :]
                )
            day = None if DAY_ZH.match(second) else DAY_ZH.match(first)
            return text[: wrong.start()] + (day.group() if day else "") + text[wrong.end() :]
    return _counted(text, language)


_DAY_EN = re.compile(
    r" (?:(?:on |next |every |this )*(?:tomorrow|tonight|today|"
    r"(?:mon|tues|wednes|thurs|fri|satur|sun|week)days?)"
    r"(?: (?:morning|afternoon|evening|night))?|every day)\b",
    re.IGNORECASE,
)


def _day(first: str, second: str) -> str:
    """The day of the first time, where the second has none of its own."""
    day = None if _DAY_EN.search(f" {second}") else _DAY_EN.search(f" {first}")
    return day.group() if day else ""
