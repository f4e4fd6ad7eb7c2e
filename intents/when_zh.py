"""Chinese times and durations."""

import re
from datetime import date, datetime, timedelta

from intents.numeral import number
from intents.when_parts import (
    LONGEST_S,
    SECONDS,
    Clock,
    Moment,
    Part,
    Span,
    Unit,
    at,
    coming,
    instant,
    midnight,
    month_step,
    part_of,
    safe_date,
    shifted,
    stretch,
    whole,
)

_HAN_N = "[零〇一二两俩三四五六七八九十百千万廿卅半]+(?:点[零一二三四五六七八九]+(?=个?[小分秒天]))?"
_N = rf"(?:\d+(?:\.\d+)?|{_HAN_N})"
_SIMPLIFIED = str.maketrans(
    "個鐘點號週禮後這兩過時間內從節晝倆萬開", "个钟点号周礼后这两过时间内从节昼俩万开"
)
"""Only the characters that times are written with."""
_UNITS: dict[str, Unit] = {
    "秒钟": "second",
    "秒": "second",
    "分钟": "minute",
    "分": "minute",
    "小时": "hour",
    "钟头": "hour",
    "钟": "hour",
    "天": "day",
    "日": "day",
    "周": "week",
    "星期": "week",
    "礼拜": "week",
    "个月": "month",
    "月": "month",
    "季度": "quarter",
    "年": "year",
}
_UNIT = "|".join(sorted(_UNITS, key=len, reverse=True))
_AMOUNT = re.compile(
    rf"(?P<n>{_N})?(?P<half_before>半)?(?:多)?个?(?P<half>半)?(?P<unit>{_UNIT})(?:多)?(?P<half_after>半(?!小时|个|天|月|年))?钟?"
)
_UNNAMED = re.sub(r"\(\?P<\w+>", "(?:", _AMOUNT.pattern)
_DECIMAL_AMOUNT = re.compile(rf"点{_N}个?(?:{_UNIT})(?<!分)")
_PARTS: tuple[tuple[str, Part], ...] = (
    ("凌晨", "dawn"),
    ("清晨", "morning"),
    ("早晨", "morning"),
    ("早上", "morning"),
    ("上午", "morning"),
    ("早", "morning"),
    ("中午", "noon"),
    ("下午", "afternoon"),
    ("午后", "afternoon"),
    ("傍晚", "evening"),
    ("晚上", "night"),
    ("夜里", "night"),
    ("半夜", "dawn"),
    ("今晚", "night"),
    ("昨晚", "night"),
    ("明晚", "night"),
    ("当晚", "night"),
    ("晚", "night"),
)
_DAYS = {
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
_WEEKDAY = re.compile(
    r"(?P<way>上上|下下|上个?|下个?|这个?|本|今个?)?(?:周|星期|礼拜)(?:周|星期|礼拜)?(?P<day>[一二三四五六日天])(?!个)"
)
_YEARS = {"前年": -2, "去年": -1, "上年": -1, "今年": 0, "明年": 1, "后年": 2}
_CLOCK = re.compile(
    rf"(?P<h>{_N})[点时](?!钟头)(?:钟|整)?(?:过)?(?:(?P<quarter>[一三])刻|(?P<half>半)|(?P<m>{_N})分?)?(?:(?P<s>{_N})秒)?|"
    r"(?<![\d:])(?P<dh>\d{1,2})[:：](?P<dm>[0-5]\d)(?:[:：](?P<ds>[0-5]\d))?(?:\s?(?P<ap>[ap])m?)?|(?<!\d)(?P<eh>\d{1,2})\s?(?P<eap>[ap])m",
    re.IGNORECASE,
)
_DATE = re.compile(
    rf"(?:(?P<y>\d{{4}}|\d{{2}}|[零〇一二三四五六七八九]{{4}}|[零〇一二三四五六七八九]{{2}})年|(?P<yr>{'|'.join(_YEARS)})的?)?"
    rf"(?:(?P<m>{_N})月份?|(?P<mr>上个?月|下个?月|这个?月|本月|今个?月))(?:的?(?P<d>{_N})[日号]?)?|"
    r"(?<!\d)(?P<iy>\d{4})[-/.](?P<im>\d{1,2})(?:[-/.](?P<id>\d{1,2}))(?!\d)|(?<![\d:])(?P<sm>\d{1,2})/(?P<sd>\d{1,2})号?(?!\d)"
)


def read(text: str, now: datetime) -> Moment | Span | timedelta | None:
    """What the words say about time."""
    words = (
        re.sub(r"[\s,，]+", "", text.translate(_SIMPLIFIED))
        if re.search("[\u4e00-\u9fff]", text)
        else text.strip()
    )
    words = words.replace("：", ":").replace("週", "周")
    return (
        _stretch(words, now)
        or _relative(words, now)
        or _between(words, now)
        or _moment(words, now)
        or _calendar(words, now)
        or _duration(words)
    )


def _value(words: str | None) -> float:
    return (number((words or "").replace("俩", "两")) or 0.0) if words else 0.0


def _amount(match: re.Match[str]) -> tuple[float, Unit]:
    count = match["n"] or ""
    amount = (
        0.5
        if count == "半"
        else _value(count.rstrip("半")) + (0.5 if count.endswith("半") and count != "半" else 0)
    )
    amount += 0.5 * sum(bool(match[group]) for group in ("half", "half_before", "half_after"))
    return amount or (1.0 if match["half_after"] else 0.0), _UNITS[match["unit"]]


def _duration(words: str) -> timedelta | None:
    total = 0.0
    for match in _AMOUNT.finditer(words):
        amount, unit = _amount(match)
        if match["half_after"] and not match["n"]:
            amount = 1.5
        total += amount * SECONDS[unit]
    return timedelta(seconds=min(total, LONGEST_S)) if total else None


def _relative(words: str, now: datetime) -> Moment | None:
    """Three minutes later; two days ago."""
    match = re.search(rf"^(?:再?过|等)?(?P<amount>(?:{_UNNAMED})+)(?P<way>[以之]?[后前]|$)", words)
    if not match or not (match["way"] or words.startswith(("过", "再过", "等"))):
        return None
    length = _duration(match["amount"])
    single = _AMOUNT.fullmatch(match["amount"])
    if length is None:
        return None
    sign = -1 if match["way"].endswith("前") else 1
    if single and (unit := _amount(single)[1]) in ("day", "week", "month", "quarter", "year"):
        exact = shifted(now, sign * _amount(single)[0], unit)
        rest = words[match.end() :]
        clock = _clock(rest)
        return Moment(exact.date(), clock, _part(rest)) if clock else Moment(exact.date())
    return Moment(exact=shifted(now, sign * length.total_seconds(), "second"))


def _stretch(words: str, now: datetime) -> Span | None:
    """The next three days; the last two weeks."""
    match = re.fullmatch(
        rf"(?P<way>[上下前后近]|未来|最近|过去)的?(?P<n>{_N})个?(?P<unit>{_UNIT})[里内]?", words
    )
    if not match or (match["way"] in "上下" and match["n"] in ("一", "1")):
        return None
    ahead = match["way"] in ("下", "后", "未来")
    return stretch(_UNITS[match["unit"]], max(int(_value(match["n"])), 1), now, ahead=ahead)


def _between(words: str, now: datetime) -> Span | None:
    match = re.fullmatch(r"[从自]?(?P<a>.+?)(?:到|至|[-~～—－]+)(?P<b>.+?)止?", words)
    if not match or re.fullmatch(r"[\d./:-]+", words):
        return None
    first = _moment(match["a"], now)
    if not isinstance(first, Moment):
        return None
    begin = instant(first, now)
    last = _clock(match["b"])
    day = _day(match["b"], now) or (begin.date() if last else None)
    if last is None or day is None:
        return Span(begin, midnight(day + timedelta(days=1), now)) if day and day >= begin.date() else None
    end = at(day, last, _part(match["b"]) or first.part, now)
    return Span(begin, end) if end > begin else None


def _moment(words: str, now: datetime) -> Moment | Span | None:
    if words in ("现在", "此刻", "当前", "马上", "而家", "依家"):
        return Moment(exact=now)
    day, part = _day(words, now), _part(words)
    if not _DECIMAL_AMOUNT.search(words) and (clock := _clock(_DATE.sub("", words))):
        return Moment(day, clock, part)
    if part and (day or words.startswith(tuple(said for said, _ in _PARTS))):
        return part_of(day or now.date(), part, now)
    return Moment(day) if day else None


def _part(words: str) -> Part | None:
    return next((part for said, part in _PARTS if said in words), None)


def _clock(words: str) -> Clock | None:
    match = _CLOCK.search(words)
    if not match:
        return None
    half = (match["ap"] or match["eap"] or "").lower()
    hour = int(match["dh"] or match["eh"] or _value(match["h"]))
    minute = int(
        match["dm"] or (30 if match["half"] else 15 * _value(match["quarter"]) or _value(match["m"]))
    )
    second = int(match["ds"] or _value(match["s"]))
    if hour > 24 or minute > 59 or second > 59:
        return None
    return Clock(hour, minute, second, "am" if half == "a" else "pm" if half == "p" else None)


def _day(words: str, now: datetime) -> date | None:
    today = now.date()
    for said, offset in _DAYS.items():
        if said in words:
            return today + timedelta(days=offset)
    if (match := _DATE.search(words)) and (found := _date(match, today)):
        return found
    if weekday := _WEEKDAY.search(words):
        return _weekday(weekday, today)
    if number_only := re.search(rf"(?<![月\d])({_N})[号](?![线楼房门院机车灯床厅])", words):
        day = int(_value(number_only[1]))
        return next((d for step in (0, 1) if (d := _in_month(today, step, day)) and d >= today), None)
    return None


def _in_month(today: date, step: int, day: int) -> date | None:
    month = month_step(today.replace(day=1), step)
    return safe_date(month.year, month.month, day)


def _weekday(match: re.Match[str], today: date) -> date:
    index = "一二三四五六日".find(match["day"].replace("天", "日"))
    monday = today - timedelta(days=today.weekday())
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
    day = int(_value(match["d"])) if match["d"] else 1
    if match["mr"]:
        return _in_month(today, {"上": -1, "下": 1}.get(match["mr"][0], 0), day)
    month = int(_value(match["m"]))
    if match["yr"]:
        return safe_date(today.year + _YEARS[match["yr"]], month, day)
    if match["y"]:
        year = int(_value(match["y"]))
        year += 0 if year > 99 else 2000 if year < 70 else 1900
        return safe_date(year, month, day)
    return (
        coming(month, day, today) if match["d"] else safe_date(today.year + (month < today.month), month, 1)
    )


def _calendar(words: str, now: datetime) -> Moment | None:
    """This week; next month; last year; the year 2019."""
    match = re.search(r"(?P<way>上|下|这|本|今)(?:一|个)?(?P<unit>周|星期|礼拜|月|季度|年)", words)
    if match:
        unit: Unit = _UNITS[match["unit"]]
        return Moment(whole(unit, now, {"上": -1, "下": 1}.get(match["way"], 0)).start.date())
    for said, offset in _YEARS.items():
        if said in words:
            return Moment(whole("year", now, offset).start.date())
    if year := re.fullmatch(r"(\d{4}|[零〇一二三四五六七八九]{4})年", words):
        found = safe_date(int(_value(year[1])), 1, 1)
        return Moment(found) if found else None
    return None
