"""Days that move from year to year: by the moon, by the sun, or as a weekday of their month."""

import re
from collections.abc import Callable, Mapping
from datetime import date, datetime, timedelta

from borax.calendars.lunardate import (  # type: ignore[import-untyped]  # ships no types
    InvalidLunarDateError,
    LunarDate,
    TermUtils,
)

Day = Callable[[int], date | None]
"""The day of a year."""
_HAN = "一二三四五六七八九十"
_FIRST, _LAST = 1901, 2099
"""Years whose moons are known."""


def _moon(month: int, number: int) -> Day:
    """A day of the Chinese calendar; of its last month the one that ends the year."""

    def find(year: int) -> date | None:
        try:
            found: date = LunarDate(year, month, number).to_solar_date()
        except InvalidLunarDateError:
            return None
        return found

    return find


def _eve(year: int) -> date | None:
    """The last day of the Chinese year that begins in `year`."""
    spring = _moon(1, 1)(year + 1)
    return spring - timedelta(days=1) if spring else None


def _term(name: str) -> Day:
    def find(year: int) -> date | None:
        found: date = TermUtils.nth_term_day(year, term_name=name)
        return found

    return find


def _weekday(month: int, nth: int, weekday: int) -> Day:
    """The nth weekday (Monday is 0) of a month; the last where `nth` is -1."""

    def find(year: int) -> date | None:
        if nth < 0:
            end = date(year + month // 12, month % 12 + 1, 1) - timedelta(days=1)
            return end - timedelta(days=(end.weekday() - weekday) % 7)
        first = date(year, month, 1)
        return first + timedelta(days=(weekday - first.weekday()) % 7 + 7 * (nth - 1))

    return find


def easter(year: int) -> date:
    """Easter Sunday, as Meeus, Jones and Butcher reckon it."""
    golden, (century, rest) = year % 19, divmod(year, 100)
    moon = (19 * golden + century - century // 4 - (century - (century + 8) // 25 + 1) // 3 + 15) % 30
    sunday = (32 + 2 * (century % 4) + 2 * (rest // 4) - moon - rest % 4) % 7
    month, number = divmod(moon + sunday - 7 * ((golden + 11 * moon + 22 * sunday) // 451) + 114, 31)
    return date(year, month, number + 1)


def _around_easter(days: int) -> Day:
    return lambda year: easter(year) + timedelta(days=days)


_TERMS = (
    "立春", "惊蛰", "春分", "清明", "谷雨", "立夏", "芒种", "夏至", "小暑", "大暑",
    "立秋", "处暑", "白露", "秋分", "寒露", "霜降", "立冬", "冬至", "小寒", "大寒",
)  # fmt: skip
"""Without 雨水, 小满, 小雪 and 大雪, which are weather first."""
_ZH: Mapping[str, Day] = {
    "春节|大年初一|正月初一|农历新年|中国新年|过大?年": _moon(1, 1),
    "除夕夜?|大年三十|年三十|年夜": _eve,
    "元宵节?|正月十五": _moon(1, 15),
    "龙抬头|二月二(?!十)": _moon(2, 2),
    "端午节?": _moon(5, 5),
    "七夕节?": _moon(7, 7),
    "中元节": _moon(7, 15),
    "中秋节?|八月节": _moon(8, 15),
    "重阳节?": _moon(9, 9),
    "腊八节?": _moon(12, 8),
    "小年(?!轻|龄|纪)": _moon(12, 23),
    **{f"{name}{'节?' if name == '清明' else ''}": _term(name) for name in _TERMS},
    "母亲节": _weekday(5, 2, 6),
    "父亲节": _weekday(6, 3, 6),
    "感恩节": _weekday(11, 4, 3),
    "复活节": easter,
    "高考": lambda year: date(year, 6, 7),
    "双十一|双11": lambda year: date(year, 11, 11),
    "双十二|双12": lambda year: date(year, 12, 12),
}
_EN: Mapping[str, Day] = {
    "easter(?: sunday)?": easter,
    "good friday": _around_easter(-2),
    "easter monday": _around_easter(1),
    "thanksgiving(?: day)?": _weekday(11, 4, 3),
    "black friday": lambda year: (_weekday(11, 4, 3)(year) or date.max) + timedelta(days=1),
    "mother'?s day": _weekday(5, 2, 6),
    "father'?s day": _weekday(6, 3, 6),
    "memorial day": _weekday(5, -1, 0),
    "labou?r day": _weekday(9, 1, 0),
    "chinese new year(?: day)?|spring festival|lunar new year": _moon(1, 1),
    "chinese new year'?s eve": _eve,
    "lantern festival": _moon(1, 15),
    "dragon boat festival": _moon(5, 5),
    "mid-?autumn(?: festival)?|moon festival": _moon(8, 15),
}
_ENDS_YEAR = re.compile("除夕|三十|年夜|腊|小年")
"""What belongs to the end of the Chinese year, which is in the next one of ours."""
_YEARS = {"去年": -1, "前年": -2, "今年": 0, "明年": 1, "后年": 2, "last": -1, "this": 0, "next": 1}


def _any(days: Mapping[str, Day]) -> str:
    return "|".join(sorted(days, key=len, reverse=True))


NAMED_ZH = _any(_ZH)
"""Pattern of the days that Chinese has names for."""
NAMED_EN = _any(_EN)
"""The same for English."""
MOON_ZH = (
    f"(?:[农阴旧]历)(?:闰)?(?:[正冬腊]|十[一二]?|[{_HAN}])月(?:初[{_HAN}]|二十[{_HAN}]?|廿[{_HAN}]?|三十|十?[{_HAN}])|"
    f"(?:[正冬腊]月|(?:十[一二]|[{_HAN}])月(?=初|廿))(?:初[{_HAN}]|二十[{_HAN}]?|廿[{_HAN}]?|三十|十?[{_HAN}])"
)
"""Pattern of a day of the Chinese calendar."""
_NEAR = re.compile(f"(?P<way>这个?|本|下个?)?月?初(?P<day>[{_HAN}])(?![中小级步始次])")
_FORM_ZH = re.compile(
    rf"(?:(?P<year>[去前今明后]年|(?:19|20)\d\d年)的?)?(?:[农阴旧]历的?(?=(?:{NAMED_ZH})))?"
    rf"(?P<day>{MOON_ZH}|{NAMED_ZH})(?:那一?天|当天|这天)?"
)
_FORM_EN = re.compile(
    rf"\b(?:(?P<year>last|this|next) )?(?P<day>{NAMED_EN})(?P<behind> (?:next|this|last) year)?\b"
)
_PARTS = re.compile(f"(?:[农阴旧]历)?(?P<leap>闰)?(?P<month>[正冬腊]|十[一二]?|[{_HAN}])月(?P<day>.+)")
_MONTHS = {"正": 1, "冬": 11, "腊": 12, "十一": 11, "十二": 12}


def dated(words: str, language: str, now: datetime) -> str:
    """The words with such days as dates of our calendar."""
    if language == "zh":
        words = _NEAR.sub(lambda found: _near(found, now), words) if "月初" in words else words
        return _FORM_ZH.sub(lambda found: _date_zh(found, now), words)
    return _FORM_EN.sub(lambda found: _date_en(found, now), words)


def _date_zh(found: re.Match[str], now: datetime) -> str:
    named = found["day"]
    find = next((day for name, day in _ZH.items() if re.fullmatch(name, named)), None) or _of_moon(named)
    said = found["year"] or ""
    year = int(said[:4]) - now.year if said[:1].isdigit() else _YEARS.get(said)
    if year == 0 and _ENDS_YEAR.search(named) and (spring := _moon(1, 1)(now.year)) and now.date() < spring:
        year = -1
    day = _day(find, year, now, back=bool(_ENDS_YEAR.search(named))) if find else None
    return f"{day.year}年{day.month}月{day.day}日" if day else found[0]


def _date_en(found: re.Match[str], now: datetime) -> str:
    find = next(day for name, day in _EN.items() if re.fullmatch(name, found["day"]))
    said = found["year"] or (found["behind"] or "").split(" ")[1:2]
    word = said if isinstance(said, str) else "".join(said)
    day = _day(find, _YEARS.get(word) if found["behind"] or word == "last" else None, now)
    return day.isoformat() if day else found[0]


def _day(find: Day, year: int | None, now: datetime, *, back: bool = False) -> date | None:
    """Of the year that was named, else the next to come."""
    if year is not None:
        return find(now.year + year) if _FIRST <= now.year + year <= _LAST else None
    years = range(max(now.year - back, _FIRST), min(now.year + 3, _LAST))
    found = (find(each) for each in years)
    return next((day for day in found if day and day >= now.date()), None)


def _near(found: re.Match[str], now: datetime) -> str:
    """The first of this moon or of the next, as a date of ours."""
    today = now.date()
    month, wanted = moon_day(today)[0], _HAN.index(found["day"]) + 1
    days = (today + timedelta(days=ahead) for ahead in range(-29, 62))
    fits = [day for day in days if moon_day(day)[1] == wanted]
    here = [day for day in fits if moon_day(day)[0] == month]
    later = [day for day in fits if day > today and moon_day(day)[0] != month]
    meant = later if (found["way"] or "").startswith("下") else here
    return f"{meant[0].year}年{meant[0].month}月{meant[0].day}日" if meant and found["way"] else found[0]


def _of_moon(words: str) -> Day | None:
    found = _PARTS.fullmatch(words)
    number = _number(found["day"]) if found else 0
    if not found or not 1 <= number <= 30:
        return None
    month = _MONTHS.get(found["month"]) or _HAN.index(found["month"]) + 1
    return _moon(month, number)


def _number(said: str) -> int:
    """初三, 十五, 二十八, 廿三, 三十."""
    said = said.removeprefix("初").replace("廿", "二十")
    tens, ten, ones = said.rpartition("十")
    if not ten:
        return _HAN.find(said) + 1
    return 10 * (_HAN.find(tens) + 1 if tens else 1) + (_HAN.find(ones) + 1 if ones else 0)


def moon_day(day: date) -> tuple[int, int, bool]:
    """Month and day of the Chinese calendar, and whether the month is a second one of its number."""
    found = LunarDate.from_solar_date(day.year, day.month, day.day)
    return found.month, found.day, bool(found.leap)
