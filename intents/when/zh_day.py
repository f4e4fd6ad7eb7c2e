"""Chinese days, dates and times of day."""

import re
from datetime import date, datetime, timedelta

from intents.when.parts import Clock, Part, Unit, coming, month_step, on_weekday, safe_date
from intents.when.zh_words import DIGIT, UNIT, YEAR, N, value, year_number

_PARTS: tuple[tuple[str, Part], ...] = (
    ("凌晨", "dawn"),
    ("黎明", "daybreak"),
    ("清晨", "forenoon"),
    ("早晨", "forenoon"),
    ("早上", "forenoon"),
    ("上午", "before_noon"),
    ("朝早", "forenoon"),
    ("早", "forenoon"),
    ("中午", "lunch"),
    ("正午", "lunch"),
    ("下午", "afternoon"),
    ("午后", "after_noon"),
    ("晏昼", "afternoon"),
    ("傍晚", "dusk"),
    ("黄昏", "dusk"),
    ("半夜", "dawn"),
    ("夜里", "night"),
    ("晚", "night"),
)
_DAYS = {
    "大大前天": -4,
    "大大后天": 4,
    "外后天": 3,
    "大前天": -3,
    "大后天": 3,
    "前天": -2,
    "昨天": -1,
    "昨日": -1,
    "昨晚": -1,
    "今天": 0,
    "今日": 0,
    "今晚": 0,
    "今早": 0,
    "当晚": 0,
    "明天": 1,
    "明日": 1,
    "明早": 1,
    "明晚": 1,
    "后天": 2,
}
YEARS = {
    "大前年": -3,
    "大后年": 3,
    "前年": -2,
    "去年": -1,
    "上年": -1,
    "今年": 0,
    "本年": 0,
    "明年": 1,
    "次年": 1,
    "来年": 1,
    "后年": 2,
}
MONTHS = {"上": -1, "下": 1, "上上": -2, "下下": 2}
_WEEKDAY = re.compile(
    r"(?P<way>上上|下下|上个?|下个?|这个?|本|今个?)?(?:周|星期|礼拜)(?:周|星期|礼拜)?(?P<day>[一二三四五六日天])(?!个)"
)
_WEEKEND = re.compile(r"(?P<way>上|下|这|本)?个?周末")
_SAME_DAY = re.compile(rf"(?:(?P<year>{'|'.join(YEARS)})|(?P<month>[上下]一?个?月))的?今天")
_NTH_DAY = re.compile(rf"第({N})天")
_NTH_WEEKDAY = re.compile(
    r"(?:第(?P<n>[一二三四五1-5])|(?P<last>最后一))个?(?:周|星期|礼拜)(?P<day>[一二三四五六日天])"
)
_CLOCK = re.compile(
    rf"(?P<h>(?!半){N})[点时](?!钟头)(?:钟|整)?(?:过)?(?:(?P<quarter>[一三])刻|(?P<half>半(?!小时|个))|(?P<m>{N})分(?!之)|"
    rf"(?P<mm>[零〇0]{DIGIT}|[二三四五]?十{DIGIT}?|[零〇]\d|[0-5]\d)|"
    rf"[踏搭](?:(?P<fives>{N}(?<!半))|(?P<half_on>半)))?(?:(?P<s>{N})秒)?|"
    r"(?<![\d:])(?P<dh>\d{1,2}):(?P<dm>[0-5]\d)(?::(?P<ds>[0-5]\d))?(?:\s?(?P<ap>[ap])m?)?|(?<!\d)(?P<eh>\d{1,2})\s?(?P<eap>[ap])m",
    re.IGNORECASE,
)
_SHORT_OF = re.compile(rf"[差欠缺](?:(?P<quarter>一刻)|(?P<m>{N})分)钟?(?:到)?")
_DATE = re.compile(
    rf"(?:(?P<y>{YEAR}|\d{{2}})年|(?P<yr>{'|'.join(YEARS)})的?)?"
    rf"(?:(?P<m>{N})月份?(?!天)|(?P<mr>上上个?月|下下个?月|上个?月|下个?月|这个?月|本月|当月|今个?月))(?:的?(?P<d>{N})(?:[日号]|(?![个\d]|(?:{UNIT}))))?|"
    r"(?<!\d)(?P<iy>\d{4})[-/.](?P<im>\d{1,2})(?:[-/.](?P<id>\d{1,2}))(?!\d)|"
    r"(?<![\d:])(?P<sm>\d{1,2})(?:/|-(?=\d\d(?: |$)))(?P<sd>\d{1,2})号?(?!\d)"
)
_DECIMAL_AMOUNT = re.compile(rf"点{N}个?(?:{UNIT})(?<!分)")
_NUMBER_ONLY = re.compile(
    rf"(?<![月\d])({N})(?:号|日(?=$|[上下中早晚凌到至~—–、和-]))(?![线楼房门院机车灯床厅])"
)


def starts_with_part(words: str) -> bool:
    """Whether a part of the day is the first thing said."""
    return words.startswith(tuple(said for said, _ in _PARTS))


def part(words: str) -> Part | None:
    """The part of the day that is named."""
    return next((named for said, named in _PARTS if said in words), None)


def clock(words: str) -> Clock | None:
    """The first time of day, the date left out."""
    if _DECIMAL_AMOUNT.search(words):
        return None
    words = _WEEKDAY.sub(" ", _DATE.sub(" ", words))
    match = _CLOCK.search(words)
    if not match:
        return None
    half = (match["ap"] or match["eap"] or "").lower()
    hour = int(match["dh"] or match["eh"] or value(match["h"]))
    minute, second = _minute(match), int(match["ds"] or value(match["s"]))
    if hour > 24 or minute > 59 or second > 59:
        return None
    if short := _SHORT_OF.search(words):
        hour, minute = divmod((hour * 60 - int(15 if short["quarter"] else value(short["m"]))) % 1440, 60)
    grain: Unit = "minute" if minute or match["dm"] or match["m"] or match["mm"] else "hour"
    if not half and (match["dh"] or "").startswith("0"):
        half = "a" if hour else ""  # a nought in front leaves nothing open
    return Clock(hour, minute, second, "am" if half == "a" else "pm" if half == "p" else None, grain)


def _minute(match: re.Match[str]) -> int:
    if match["half"] or match["half_on"]:
        return 30
    if match["quarter"]:
        return 15 * int(value(match["quarter"]))
    return int(match["dm"] or 5 * value(match["fives"]) or value(match["m"] or match["mm"]))


def day(words: str, now: datetime) -> date | None:
    """The day that is named; the next one where the year or the week was left open."""
    today = now.date()
    if again := _SAME_DAY.search(words):
        years = YEARS.get(again["year"] or "", 0)
        return month_step(today, 12 * years + month_offset(again["month"] or ""))
    for said, offset in _DAYS.items():
        if said in words:
            return today + timedelta(days=offset)
    if (match := _DATE.search(words)) and (found := _date(match, today)):
        return _refined(found, match, words, today)
    if nth := _NTH_DAY.search(words):
        year = re.match(rf"({YEAR})年的?第", words)
        first = safe_date(year_number(year[1], today.year), 1, 1) if year else today
        return first + timedelta(days=min(int(value(nth[1])), 999) - 1) if first else None
    return _open_day(words, today)


def _open_day(words: str, today: date) -> date | None:
    """A day of the week or of the month, the next one."""
    if weekday := _WEEKDAY.search(words):
        return _weekday(weekday, today)
    if (weekend := _WEEKEND.search(words)) and clock(words):
        return today + timedelta(days=-today.weekday() + 5 + 7 * month_offset(weekend["way"] or ""))
    if number_only := _NUMBER_ONLY.search(words):
        number = int(value(number_only[1]))
        return next((d for step in (0, 1, 2) if (d := in_month(today, step, number)) and d >= today), None)
    return None


def in_month(today: date, step: int, number: int) -> date | None:
    """That day of the month so many months on."""
    month = month_step(today.replace(day=1), step)
    return safe_date(month.year, month.month, number)


def month_offset(words: str) -> int:
    """Which month from this one on: 下个月 is 1."""
    return next((MONTHS[way] for way in ("上上", "下下", "上", "下") if words.startswith(way)), 0)


def _refined(found: date, match: re.Match[str], words: str, today: date) -> date:
    """The weekday that was counted in the month, or in the year where the date falls on it."""
    if not match["d"] and (nth := _NTH_WEEKDAY.search(words, match.end())):
        return nth_weekday(found, nth)
    weekday = _WEEKDAY.search(words)
    if (
        not weekday
        or weekday["way"]
        or any(match[said] for said in ("y", "yr", "iy", "mr"))
        or not (match["d"] or match["sd"])
    ):
        return found
    return on_weekday(found, number_of(weekday["day"]), today)


def nth_weekday(first: date, nth: re.Match[str]) -> date:
    """The second Monday, or the last, of the month that begins on `first`."""
    last = month_step(first, 1) - timedelta(days=1)
    index = number_of(nth["day"])
    if nth["last"]:
        return last - timedelta(days=(last.weekday() - index) % 7)
    weeks = int(value(nth["n"])) - 1
    return min(first + timedelta(days=(index - first.weekday()) % 7 + 7 * weeks), last)


def number_of(weekday: str) -> int:
    """Monday is 0."""
    return "一二三四五六日".find(weekday.replace("天", "日"))


def _weekday(match: re.Match[str], today: date) -> date:
    monday = today - timedelta(days=today.weekday())
    index = number_of(match["day"])
    way = (match["way"] or "").replace("个", "")
    if way:
        weeks = {"上上": -2, "上": -1, "下": 1, "下下": 2}.get(way, 0)
        return monday + timedelta(weeks=weeks, days=index)
    found = monday + timedelta(days=index)
    return found if found >= today else found + timedelta(weeks=1)


def _date(match: re.Match[str], today: date) -> date | None:
    if match["iy"]:
        return safe_date(int(match["iy"]), int(match["im"]), int(match["id"] or 1))
    if match["sm"]:
        return coming(int(match["sm"]), int(match["sd"]), today)
    number = int(value(match["d"])) if match["d"] else 1
    if match["mr"]:
        return in_month(today, month_offset(match["mr"]), number)
    month = int(value(match["m"]))
    if match["yr"] or match["y"]:
        year = year_number(match["y"], today.year) if match["y"] else today.year + YEARS[match["yr"]]
        return safe_date(year, month, number)
    # A month that was said alone is also the one that is now.
    return coming(month, number, today if match["d"] else today.replace(day=1))
