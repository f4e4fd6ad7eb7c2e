"""Chinese times that come again: 每周六上午9点, 隔天, 每月最后一天."""

import re
from collections.abc import Callable
from dataclasses import replace
from datetime import datetime

from intents.when import zh
from intents.when.parts import SECONDS, safe_date
from intents.when.recurrence import EVERY_DAY, WEEKEND, WORKDAYS, Recurrence, Step
from intents.when.repeat_time import times_of
from intents.when.zh_day import number_of, part
from intents.when.zh_plain import plain
from intents.when.zh_words import UNIT, UNITS, N, value

_WEEK = "(?:周|星期|礼拜)"
_DAY = "[一二三四五六日天]"
_DAY_LIST = rf"{_WEEK}{_DAY}(?!次)(?:[、,和跟与及到至-]?(?:{_WEEK}{_DAY}|{_DAY}(?![个点次天日月号时分])))*"
_DATE = rf"(?:{N}[号日]|最后一天|月底|月末)"
_PLAIN: tuple[tuple[str, str | Callable[[re.Match[str]], str]], ...] = (
    ("每一(?=个(?!半)|[天日周年月])", "每"),
    ("每逢|逢(?=周|星期|礼拜)|(?:各个?|每一?个)(?=工作|上班|周|星期|礼拜|月|年|小时|钟头|季)", "每"),
    ("(?<![今明昨前后])天天(?![气向亮黑])|每日|日日", "每天"),
    ("夜夜|晚晚", "每晚"),
    ("每一?个(?=早上|早晨|清晨|上午|中午|下午|傍晚|晚上|夜里|半夜|凌晨)", "每天"),
    ("(?:上班|平)日", "工作日"),
    ("(?:双休|休息)日", "周末"),
    ("每?(?:隔|间隔)一?(?=[天日])(?!天下)", "每2"),
    (r"每?隔一?个?(?=周|星期|礼拜)", "每2"),
    (r"(?:每?隔)(两|二|三|四|五|六|\d)(?=[天日])", lambda found: f"每{int(value(found[1])) + 1}"),
    ("每?隔(?=[一两二三四五六七八九十半\\d])", "每"),
    (rf"每({N})周的?(?=周|星期|礼拜)", r"每\1"),
    (rf"每周的?(?={_WEEK}{_DAY})", "每"),
    ("(?<!每天)(?=(?:早晚|早中晚)各一?次)", "每天"),
    (r"^一天(?=[一两二三四\d]次)", "每天"),
    ("(?:早晚|早上?和晚上?|早上?晚上?)各?(?=的?[\\d一二三四五六七八九十])", "早晚"),
)  # fmt: skip
"""Other words for the same."""
_REWRITES = tuple((re.compile(said), canonical) for said, canonical in _PLAIN)
_WORK = re.compile("(?:每个?)?工作日(?![后内前里])(?<!个工作日)|每个?工作日")
_WEEKENDS = re.compile("每个?周末|周末(?=.*[点时:])(?<![上下这本]周末)(?<![上下这本]个周末)")
_DAYS = re.compile(rf"每(?P<n>{N})?个?(?P<days>{_DAY_LIST})")
_BARE_DAYS = re.compile(
    rf"(?<![上下这本个])(?P<days>{_WEEK}{_DAY}(?:(?:[、,和跟与及]?{_WEEK}{_DAY})+|[到至-]{_WEEK}?{_DAY}(?![点时])|"
    rf"{_DAY}+(?=[早中晚上下])))"
)
_NTH_DAY = re.compile(
    rf"每(?P<n>{N})?个?月的?(?:第(?P<nth>[一二三四五1-5])|(?P<last>最后一))个?{_WEEK}(?P<day>{_DAY})"
)
_MONTHLY = re.compile(rf"每(?P<n>{N})?个?月的?(?P<days>{_DATE}(?:[、,和跟与及]?{_DATE})*|初|底)")
_YEARLY = re.compile(rf"每年的?(?P<m>{N})月(?:份)?的?(?:(?P<d>{N})[日号])?")
_PART = re.compile("每天?(?=早|晚|中午|上午|下午|傍晚|半夜|夜里|凌晨|清晨|睡前|午饭|晚饭|早饭)|每天")
_STEP = re.compile(rf"每(?P<n>{N})?个?(?P<half>半)?个?(?P<unit>{UNIT}|刻钟)(?P<after>半(?!夜))?")
_OFF = re.compile(
    rf"(?:除了?|不包括|不含)(?P<off>{_DAY_LIST}|周末|工作日)(?:以外|之外|外)?(?:的?(?:其他|其它))?,?"
)
_NEXT_CLOCK = re.compile(rf"(?<=[点半刻分整])(?=(?:早上|早晨|上午|中午|下午|傍晚|晚上|睡前|[早中晚])?{N}点)")
"""Between two times of day that nothing parts: 八点十二点."""
_EDGES = {"初": 1, "底": -1}


def read(text: str, now: datetime) -> Recurrence | None:
    """What the words say of times that come again."""
    words = plain(text)
    for said, canonical in _REWRITES:
        words = said.sub(canonical, words)
    off = _OFF.search(words)
    words = _OFF.sub("", words)
    found = _weekly(words, now) or _monthly(words, now) or _yearly(words, now) or _stepping(words, now)
    return _without(found, off["off"]) if found and off else found


def _without(found: Recurrence, off: str) -> Recurrence | None:
    """每天除了周日."""
    days = WEEKEND if off == "周末" else WORKDAYS if off == "工作日" else _days(off)
    left = (found.weekdays or EVERY_DAY) - days
    return replace(found, step="week", weekdays=left) if left and found.step in ("day", "week") else None


def _repeating(every: int, step: Step, rest: str, now: datetime) -> Recurrence:
    """With the times of day that the rest of the words say."""
    rest = re.sub("早中晚", "早上、中午、晚上", rest)
    rest = re.sub("(?<=早)晚", "上、晚上", rest).replace("早、", "早上、")
    rest = _NEXT_CLOCK.sub("、", rest)
    pieces = re.split("[、,和跟与及]", rest.lstrip("的").replace("睡前", "晚上十点"))
    times = times_of(pieces, zh.read, part, now)
    return Recurrence(every, step, times[0] if times else None, anchor=now, also=times[1:])


def _days(said: str) -> frozenset[int]:
    """Monday to Friday; Tuesday and Thursday."""
    days = [number_of(each) for each in re.findall(_DAY, said)]
    if re.search("[到至-]", said) and len(days) == 2:
        return frozenset((days[0] + step) % 7 for step in range((days[1] - days[0]) % 7 + 1))
    return frozenset(days)


def _weekly(words: str, now: datetime) -> Recurrence | None:
    """On some days of the week."""
    for pattern, days in ((_WEEKENDS, WEEKEND), (_WORK, WORKDAYS)):
        if found := pattern.search(words):
            return replace(_repeating(1, "week", words[found.end() :], now), weekdays=days)
    match = _DAYS.search(words)
    if match:
        rest = _repeating(int(value(match["n"]) or 1), "week", words[match.end() :], now)
        return replace(rest, weekdays=_days(match["days"]))
    bare = _BARE_DAYS.search(words)
    found_bare = _repeating(1, "week", words[bare.end() :], now) if bare else None
    if bare and found_bare and found_bare.at:
        return replace(found_bare, weekdays=_days(bare["days"]))
    return None


def _monthly(words: str, now: datetime) -> Recurrence | None:
    """每月1号和15号; 每个月第一个星期一."""
    if nth := _NTH_DAY.search(words):
        found = _repeating(int(value(nth["n"]) or 1), "month", words[nth.end() :], now)
        week = -1 if nth["last"] else int(value(nth["nth"]))
        return replace(found, week=week, weekdays=frozenset({number_of(nth["day"])}))
    match = _MONTHLY.search(words)
    if not match:
        return None
    said = [each.rstrip("号日") for each in re.findall(f"{_DATE}|[初底]", match["days"])]
    days = [_EDGES.get(each) or (int(value(each)) if re.fullmatch(N, each) else -1) for each in said]
    if any(not -1 <= day <= 31 or day == 0 for day in days):
        return None
    found = _repeating(int(value(match["n"]) or 1), "month", words[match.end() :], now)
    return replace(found, day=days[0], days=frozenset(days[1:]))


def _yearly(words: str, now: datetime) -> Recurrence | None:
    """每年三月八号."""
    match = _YEARLY.search(words)
    if not match:
        return None
    month, day = int(value(match["m"])), int(value(match["d"]) or 1)
    if safe_date(2000, month, day) is None:
        return Recurrence(0, "year")
    return replace(_repeating(1, "year", words[match.end() :], now), month=month, day=day)


def _stepping(words: str, now: datetime) -> Recurrence | None:
    """每两小时; 每天早上; 每半个钟头."""
    if found := _PART.search(words):
        return _repeating(1, "day", words[found.end() :], now)
    if evening := re.search("每(?=[晚早])", words):
        return _repeating(1, "day", words[evening.end() :], now)
    match = _STEP.search(words)
    if not match:
        return None
    count = (value(match["n"]) if match["n"] else 0.0) + 0.5 * bool(match["half"] or match["after"])
    return _counted(count or 1.0, match, words, now)


def _counted(count: float, match: re.Match[str], words: str, now: datetime) -> Recurrence | None:
    if match["unit"] == "刻钟":
        return Recurrence(int(15 * count), "minute", anchor=now)
    unit = UNITS[match["unit"]]
    if count != int(count):
        return Recurrence(int(count * SECONDS[unit]), "second", anchor=now)
    if unit in ("second", "minute", "hour"):
        return Recurrence(int(count), unit, anchor=now)
    if unit == "quarter":
        return _repeating(3 * int(count), "month", words[match.end() :], now)
    return _repeating(int(count), unit, words[match.end() :], now)
