"""Values that a request carries in its own words: times, sums, amounts; lists of that request only."""

import re
from collections.abc import Iterator
from datetime import UTC, datetime

from hassil.expression import TextChunk
from hassil.intents import TextSlotList, TextSlotValue
from hassil.util import normalize_text

from intents.number.numeral import number
from intents.number.sums import find_sum
from intents.when import read_when
from intents.when.festival import MOON_ZH, NAMED_EN, NAMED_ZH
from intents.when.habit import read_habit

_ANY_DAY = datetime(2025, 1, 15, 0, 30, tzinfo=UTC)
"""Whether words are a time does not depend on the day."""

_COUNT = (
    "one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|"
    "eighteen|nineteen|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety|a|an|half|quarter|few|couple"
)
_ORDINAL = (
    "first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|eleventh|twelfth|thirteenth|fourteenth|"
    "fifteenth|sixteenth|seventeenth|eighteenth|nineteenth|twentieth|thirtieth"
)
_DAY = "(?:mon|tues|wednes|thurs|fri|satur|sun)days?"
MONTH_EN = "january|february|march|april|may|june|july|august|september|october|november|december"
_EXCEPTION = re.compile(r"(?:(?:but|and) )?(?:not|except)\b|excluding|apart|other than", re.IGNORECASE)
_NAMED = (
    r"(?:(?:(?:but|and) )?(?:not|except)|excluding|apart from|other than)(?: (?:for|on|at|in))*(?: the)? "
    rf"(?:weekends?|week ?days?|{_DAY}(?:(?: and|,) {_DAY})*)|"
    r"(?:before|after) (?:breakfast|lunch|dinner|supper|work|school|bed(?:time)?)|"
    r"at (?:breakfast|dinner|supper)|first thing|(?:this|the same|same) time|\d{1,2}ish|"
    r"halloween|valentine'?s day|bedtime|"
    rf"(?:(?:last|this|next) )?(?:{NAMED_EN})(?: (?:next|this|last) year)?|"
    r"christmas(?: eve| day)?|new year'?s (?:eve|day)|(?:the )?new year(?!'?s)"
)
"""Times that have a name of several words."""
_EN_WORD = re.compile(
    rf"{_NAMED}|late|early|quarters|hundred|business|working|sharp|ago|last|except|\d{{1,2}}h\d{{2}}m?|"
    rf"(?:twenty|thirty)[ -]?(?:first|second|third)|"
    rf"\d{{1,2}}[:.]\d\d(?: ?[ap]\.? ?m\b\.?)?|\d{{1,4}}(?:st|nd|rd|th)?(?: ?[ap]\.? ?m\b\.?)?|"
    rf"[ap]\.? ?m\b\.?|[pm]|o['’ ]?clock|{_DAY}|{MONTH_EN}|{_COUNT}|{_ORDINAL}|and|past|to|after|"
    r"till|through|before|of|the|in|on|at|from|now|every|each|next|this|coming|later|(?:to(?:day|morrow|night))|"
    r"morning|afternoon|evening|night|noon|midday|midnight|lunch ?time|dinner ?time|weekdays?|workdays?|"
    r"weekends?|hourly|daily|nightly|weekly|monthly|yearly|annually|everyday|single|other|(?:second|minute|min|hour|day|week|month|year)s?",
    re.IGNORECASE,
)
_LEADING = frozenset(
    ["at", "on", "of", "and", "to", "past", "after", "from", "a", "till", "through", "before", "by"]
)
_TRAILING = frozenset(
    [
        "at",
        "on",
        "in",
        "of",
        "and",
        "to",
        "past",
        "after",
        "from",
        "the",
        "a",
        "an",
        "every",
        "each",
        "next",
        "this",
        "till",
        "through",
        "before",
        "half",
        "few",
        "couple",
        "by",
        "single",
        "other",
    ]
)

_ZH_NUMBER = r"(?:[零〇一二两三四五六七八九十百]+|\d+(?:\.\d+)?)"
_ZH_WEEK = "(?:周|星期|礼拜)"
_ZH_CLOCK = f"(?:早上?|上午|中午|下午|傍晚|晚上?)?{_ZH_NUMBER}点(?:半|整|一刻|三刻|{_ZH_NUMBER}分)?"
_ZH_TIME = re.compile(
    f"(?:(?:(?:[去前今明后]年的?)?(?:(?:这个?|本|下个?)月初[一二三四五六七八九十]|{MOON_ZH}|{NAMED_ZH})(?:那一?天|当天|这天)?|"
    f"每天早中?晚|(?:每[天日]|天天|(?:每个?)?工作日|每个?周末)的?{_ZH_CLOCK}(?:(?:还有|[和跟、])?{_ZH_CLOCK})+|"
    f"每个?月的?(?:最后一天|(?:第{_ZH_NUMBER}|最后一)个?{_ZH_WEEK}[一二三四五六日天]|"
    f"{_ZH_NUMBER}[号日](?:[、和跟]{_ZH_NUMBER}[号日])+)|"
    f"下下?个?{_ZH_WEEK}(?![一二三四五六日末])(?!天(?!气))|[这那][几两三]天|最近(?:[几两]天)?|未来[几两三]天|明后两?天|"
    "大大后天|昨晚|[前今明后]天?夜里|一大早|大清早|晌午|黄昏|午夜|[今明后大]+儿个?|圣诞[节夜]?|平安夜|元旦|国庆节?|情人节|儿童节|"
    "劳动节|教师节|跨年夜|(?:早|午|中午|晚)[饭餐][以之]?[前后]|睡觉?前|下班[以之]?[前后]|放学后|这个?时候|"
    f"(?:下个?|这个?|本)月的?最后一天|(?:下个?|这个?|本)?月[底初](?!下)|年底|{_ZH_NUMBER}个工作日[以之]?后|下一?个工作日|"
    f"差(?:一刻|{_ZH_NUMBER}分)钟?到?{_ZH_NUMBER}点|{_ZH_NUMBER}点差(?:一刻|{_ZH_NUMBER}分)|{_ZH_NUMBER}分之{_ZH_NUMBER}个?小时|"
    f"{_ZH_NUMBER}分半钟?|过[几两]天|[下这上]个?周末|"
    "大?后天|明天|明早|明晚|明儿个?|今天|今早|今晚|今儿个?|今夜|后儿|早上|早晨|清早|一早|清晨|上午|中午|正午|下午|傍晚|"
    "晚上|晚间|夜里|半夜|深夜|凌晨|午夜|每一?天|每日|天天|每个?[早晚](?![上间晨饭餐])|每个?(?=早|晚|上午|中午|下午)|"
    f"(?:每个?)?工作日|每[个逢]?周末|周末|隔一?天|"
    f"每隔?{_ZH_NUMBER}?个?半?(?:小时|钟头|分钟|天|周|星期|礼拜|个?月|年)(?!末|[一二三四五六日天])|"
    f"(?:每个?|每?逢|这个?|本|下下?个?)?{_ZH_WEEK}[一二三四五六日天](?:[、和跟到至]?{_ZH_WEEK}?[一二三四五六日天](?!点))*|"
    rf"{_ZH_NUMBER}(?:点钟?|时)(?:半|一刻|三刻|整|差?{_ZH_NUMBER}分?|过{_ZH_NUMBER}分)?|\d{{1,2}}[:：]\d\d|"
    rf"(?:下个?月|这个?月)?(?:{_ZH_NUMBER}月)?{_ZH_NUMBER}[号日]|"
    rf"(?:再?过)?(?:{_ZH_NUMBER}|半|几)个?半?(?:小时|钟头|分钟|秒钟?|天|星期|周|月|刻钟|年)半?(?:{_ZH_NUMBER}分钟?)?(?:以|之)?后?|待会儿?|一会儿"
    ")的?)+"
)  # fmt: skip

_HOW_MANY = re.compile("几(?:天|个?星期|周|个月)(?=.)")
DAY_ZH = re.compile(
    "(?:大?后天|[今明后][天早晚儿]个?|(?:下+个?|这个?)?(?:周|星期|礼拜)[一二三四五六日天]|周末)"
    "(?:早上?|清晨|凌晨|上午|中午|下午|傍晚|晚上?)?"
)
"""A day, and the part of it, at the beginning of a time."""
_LATIN = re.compile(r"[A-Za-z][A-Za-z'’ ]*[A-Za-z]")

_NO_SIGN = re.compile(r"[,;](?= )")
"""What is no part of the words that templates see."""
LONGEST = 4
"""Times that are looked for in one request."""


def carried(text: str, language: str) -> dict[str, TextSlotList]:
    """Lists `when`, `sum`, `amount` and `latin` (words of another script): what there is of each."""
    sums = [said] if (said := find_sum(text)) else []
    return {
        "when": TextSlotList("when", [_value(said, said) for said in times(text, language)]),
        "sum": TextSlotList("sum", [_value(_NO_SIGN.sub("", said), said) for said in sums]),
        "latin": TextSlotList("latin", [_value(said, said) for said in _LATIN.findall(text)]),
        "amount": TextSlotList("amount", [_value(said, value) for said, value in _amounts(text)]),
    }


def times(text: str, language: str) -> tuple[str, ...]:
    """The parts of the text that say when, each as long as it can be."""
    spans = _chinese(text) if language == "zh" else _english(text)
    found = [span for span in spans if _is_time(span, language)]
    return tuple(dict.fromkeys(found))[:LONGEST]


def _is_time(span: str, language: str) -> bool:
    return read_habit(span, language, _ANY_DAY) is not None or read_when(span, language, _ANY_DAY) is not None


_SOONER = re.compile("(?:(?<![今明昨当每])(?<!大后天)晚|早|快|慢|迟|等|久)$")
"""Before 一点, which then is a bit and no hour: 晚一点叫我."""


def _chinese(text: str) -> Iterator[str]:
    for found in _ZH_TIME.finditer(text):
        span = found.group().removesuffix("的")
        if span == "一点" and _SOONER.search(text[: found.start()]):
            continue
        yield span
        if counted := _HOW_MANY.match(span):  # 还有几天过年
            yield span[counted.end() :]


def _english(text: str) -> Iterator[str]:
    """Runs of words of time, without the little words around them."""
    run: list[re.Match[str]] = []
    place = 0
    word_of_time = rf"\b(?:{_NAMED})\b|(?:o['’]clock|[^\s,.?!;'’]+)(?:\.\d+)?(?:\.m\b\.?)?"
    for word in re.finditer(word_of_time, text):
        known = _EN_WORD.fullmatch(word.group())
        if known and (not run or not text[place : word.start()].strip(" ,")):
            run.append(word)
        else:
            yield from _trimmed(run, text)
            run = [word] if known else []
        place = word.end()
    yield from _trimmed(run, text)


def _trimmed(run: list[re.Match[str]], text: str) -> Iterator[str]:
    while run and run[0].group().lower() in _LEADING and not _counts(run):
        run = run[1:]
    if len(run) > 1 and run[0].group().lower() == "in" and _IS_DAY.fullmatch(run[1].group()):
        run = run[1:]  # let him in tomorrow
    while run and run[-1].group().lower() in _TRAILING and not _is_and_a_half(run):
        run = run[:-1]
    if len(run) == 1 and _EXCEPTION.match(run[0].group()):
        return  # it takes something away from a time, and there is none
    run = run[2:] if _is_set_or_counted(run, text) else run
    run = run[2 if run[1].group().lower() in _LEADING else 1 :] if _is_of_an_event(run, text) else run
    if run:
        yield text[run[0].start() : run[-1].end()]
        yield from _sides(run, text)


def _is_of_an_event(run: list[re.Match[str]], text: str) -> bool:
    """Whether the first word is of the name of what is on: quiz night on Friday at eight."""
    if len(run) < 3 or not _PART_EN.fullmatch(run[0].group()):
        return False
    named = _NAMES_PART.search(text[: run[0].start()])
    return named is not None and run[1].group().lower() in ("on", "at", "in", "this", "next", "from")


def _is_set_or_counted(run: list[re.Match[str]], text: str) -> bool:
    """Whether it begins with what is no time: "to 21 at six", "how many days till Christmas"."""
    if len(run) < 3:
        return False
    first, second = (word.group().lower() for word in run[:2])
    is_set = first.isdecimal() and second == "at" and text[: run[0].start()].rstrip().endswith(" to")
    return is_set or (first in _UNITS and second in ("till", "before", "to"))


def _sides(run: list[re.Match[str]], text: str) -> Iterator[str]:
    """Both times of "from seven to eight": something is moved from one to the other."""
    middle = next((place for place, word in enumerate(run) if word.group().lower() == "to"), 0)
    if 0 < middle < len(run) - 1:
        yield text[run[0].start() : run[middle - 1].end()]
        yield text[run[middle + 1].start() : run[-1].end()]


def _counts(run: list[re.Match[str]]) -> bool:
    """An article that is a number: a week from today."""
    following = run[1].group().lower() if len(run) > 1 else ""
    return run[0].group().lower() in ("a", "an") and following in _COUNTED


def _is_and_a_half(run: list[re.Match[str]]) -> bool:
    """An hour and a half; an hour and a quarter."""
    return [word.group().lower() for word in run[-3:-1]] in (["and", "a"], ["and", "an"])


_PART_EN = re.compile("morning|afternoon|evening|night", re.IGNORECASE)
_NAMES_PART = re.compile(
    r"(?:(?<!day)(?<!morrow)(?<!terday)(?<!\bthat)(?:['’]s|s['’]) |\b(?:quiz|movie|film|games?|date|"
    r"hen|stag|opening|theme|"
    r"pizza|curry|school|girls|boys|poker|open|parents|bingo|karaoke|bonfire|wedding|coffee|club|"
    r"training) )$",
    re.IGNORECASE,
)
"""What a night or an evening is called after."""
_IS_DAY = re.compile(rf"to(?:day|morrow|night)|{_DAY}", re.IGNORECASE)
_UNITS = frozenset({"days", "weeks", "months", "hours", "minutes"})
_COUNTED = frozenset(
    {"second", "minute", "hour", "day", "week", "month", "year", "half", "quarter", "couple", "hundred"}
)
_AMOUNT = re.compile(
    "[一二两三四五六七八九十]+个半|"
    rf"\d+(?:\.\d+)?|\b(?:{_COUNT}|hundred|sixty|seventy|eighty|ninety)"
    rf"(?:[ -](?:{_COUNT}|hundred|thousand|point))*\b|"
    "[零一二两三四五六七八九十百千万]+(?:点[零一二三四五六七八九]+)?|半",
    re.IGNORECASE,
)


_FIXED = {"a": 1.0, "an": 1.0, "half": 0.5}


def _amounts(text: str) -> Iterator[tuple[str, float]]:
    for found in _AMOUNT.finditer(text):
        said = found.group()
        value = _FIXED.get(said.lower()) or number(said.removesuffix("个半"))
        value = value + 0.5 if value is not None and said.endswith("个半") else value
        if value is not None:
            yield said, value


def _value(said: str, value: str | float) -> TextSlotValue:
    return TextSlotValue(text_in=TextChunk(normalize_text(said).strip()), value_out=value)
