"""Chinese numbers and units of time, and durations made of them."""

import re
from datetime import timedelta

from intents.number.numeral import number
from intents.when.parts import LONGEST_S, SECONDS, Unit

_HAN = "[零〇一二两俩三四五六七八九十百千万廿卅半]+(?:点[零一二三四五六七八九]+(?=个?[小分秒天]))?"
N = rf"(?:\d+(?:\.\d+)?|{_HAN})"
SIMPLIFIED = str.maketrans(
    "個鐘點號週禮後這兩過時間內從節晝倆萬開來當聽尋兒會陣飯學農陰舊曆臘閏聖誕慶",
    "个钟点号周礼后这两过时间内从节昼俩万开来当听寻儿会阵饭学农阴旧历腊闰圣诞庆",
)
"""Only the characters that times are written with."""
UNITS: dict[str, Unit] = {
    "秒钟": "second",
    "秒": "second",
    "分钟": "minute",
    "分": "minute",
    "小时": "hour",
    "钟头": "hour",
    "钟": "hour",
    "天": "day",
    "工作日": "day",
    "交易日": "day",
    "日": "day",
    "周": "week",
    "星期": "week",
    "礼拜": "week",
    "个月": "month",
    "月": "month",
    "季度": "quarter",
    "年": "year",
}
_BUT = {"分": "分(?!之)", "月": "月(?!天)", "年": "年(?!代)"}
UNIT = "|".join(_BUT.get(name, name) for name in sorted(UNITS, key=len, reverse=True))
"""Percent, and the band that is called May, are no lengths."""
AMOUNT = re.compile(
    rf"(?P<n>{N})?(?P<half_before>半)?多?个?多?(?P<half>半)?(?P<unit>{UNIT})多?(?P<half_after>半(?!小时|个|天|月|年|夜))?钟?"
)
UNNAMED = re.sub(r"\(\?P<\w+>", "(?:", AMOUNT.pattern)
DIGIT = "[零〇一二三四五六七八九]"
YEAR = (
    rf"(?:\d{{4}}|{DIGIT}{{4}}|{DIGIT}{{2}}|"
    rf"\d{{2}}(?=年(?:{N}月|第|[一二三四1-4]季|[春夏秋冬初末底]|年[初末底])))"
)
"""A year that is named, and not a number of years."""
_NAMED_YEAR = re.compile(rf"{YEAR}年(?![以之]?[后前内来])")


def value(words: str | None) -> float:
    """What a number means; 0 for none."""
    return (number((words or "").replace("俩", "两")) or 0.0) if words else 0.0


def amount(match: re.Match[str]) -> tuple[float, Unit]:
    """How many of which unit a match of AMOUNT says."""
    count = match["n"] or ""
    total = (
        0.5
        if count == "半"
        else value(count.rstrip("半")) + (0.5 if count.endswith("半") and count != "半" else 0)
    )
    total += 0.5 * sum(bool(match[group]) for group in ("half", "half_before", "half_after"))
    return total or (1.0 if match["half_after"] else 0.0), UNITS[match["unit"]]


def duration(words: str) -> timedelta | None:
    """All amounts together; None when there is none."""
    words = re.sub("([一两二三])刻钟", lambda found: f"{15 * int(value(found[1]))}分钟", words)
    total = 0.0
    for match in AMOUNT.finditer(_NAMED_YEAR.sub("", words)):
        many, unit = amount(match)
        if match["half_after"] and not match["n"]:
            many = 1.5
        total += many * SECONDS[unit]
    return timedelta(seconds=min(total, LONGEST_S)) if total else None


def year_number(words: str, this_year: int) -> int:
    """The year; of two figures it is the nearest that is no more than ten years ahead."""
    year = int(value(words))
    if year > 99 or len(words) == 4:
        return year
    near = [century + year for century in (1900, 2000) if century + year <= this_year + 10]
    return min(near or [1900 + year], key=lambda each: abs(each - this_year))
