"""Chinese stretches of the calendar: years, quarters, months, weeks of them, their beginnings and ends."""

import re
from datetime import date, datetime, timedelta

from intents.when.parts import (
    Moment,
    Span,
    Unit,
    Whole,
    midnight,
    month_step,
    part_of,
    safe_date,
    whole,
    workday_step,
)
from intents.when.zh_day import MONTHS, YEARS, clock, in_month, month_offset, part
from intents.when.zh_words import UNITS, YEAR, N, value, year_number

_WEEK = "(?:周|星期|礼拜)"
_PERIOD = re.compile(
    rf"(?:(?P<y>{YEAR}|\d{{2}})年|(?P<yr>{'|'.join(YEARS)}))?的?"
    rf"(?:(?P<m>{N})月份?|(?P<mr>上上个?月|下下个?月|上一?个?月|下一?个?月|这一?个?月|本月|当月|今个?月))?的?"
    rf"(?:(?P<edge>年初|伊始|年末|年底|月初|月底|月末|月中|[初底末]|上旬|中旬|下旬|"
    rf"[上下前后]半[年月])|"
    rf"第?(?P<q>[一二三四1-4])(?:(?<=第.)个)?季度(?P<q_edge>[初末底])?|第(?P<w>{N})个?{_WEEK}|第(?P<nm>{N})个月|(?P<first_month>首月)|"
    rf"(?P<side>前|后|最后|头)(?P<k>{N})(?P<ku>个月|月|天|周|个星期|个?季度))?"
)
_EDGES: dict[str, tuple[int, int]] = {
    "年初": (1, 1), "伊始": (1, 1), "年末": (11, 12), "年底": (11, 12), "月初": (1, 5), "月底": (25, 31),
"月中": (11, 20), "月末": (25, 31), "上旬": (1, 10), "中旬": (11, 20), "下旬": (21, 31),
    "上半年": (1, 6), "前半年": (1, 6), "下半年": (7, 12), "后半年": (7, 12),
    "上半月": (1, 15), "前半月": (1, 15), "下半月": (16, 31), "后半月": (16, 31),
}  # fmt: skip
"""Months of a year and days of a month, the last included."""
_UNIT_NAMED = re.compile(
    rf"(?:(?P<way>上上|下下|上|下|这|本|今|当)一?个?)(?P<unit>{_WEEK}|月|季度|年)(?![一二三四五六日天末])"
)
_WORKDAYS = re.compile(
    rf"(?:(?P<n>{N})个?(?:工作|交易|上班)日(?P<way>[以之]?[后前内])|下一?个?(?:工作|交易|上班)日)(?P<rest>.*)"
)
_WEEKEND = re.compile(r"(?P<way>上|下|这|本)?个?周末")


def calendar(words: str, now: datetime) -> Moment | Span | None:
    """A week, a month, a quarter or a year by its first day; part of one from day to day."""
    found = period(words, now)
    if found:
        stretch, exact = found
        exact = exact or stretch.end - stretch.start == timedelta(days=1)
        return (
            Moment(stretch.start.date())
            if exact
            else Span(stretch.start, stretch.end, stretch.end - timedelta(days=1))
        )
    if weekend := _WEEKEND.search(words):
        monday = whole("week", now, 1 + MONTHS.get(weekend["way"] or "", 0)).start
        saturday, named = monday - timedelta(days=2), part(words)
        return part_of(saturday.date(), named, now) if named else Span(saturday, monday)
    match = _UNIT_NAMED.search(words)
    stretch_named = unit_named(match, now) if match else None
    return Moment(stretch_named.start.date()) if stretch_named else None


def workdays(words: str, now: datetime) -> Moment | Span | None:
    """五个工作日后, 三个工作日内, 下个工作日."""
    match = _WORKDAYS.fullmatch(words)
    if not match:
        return None
    count = int(value(match["n"])) if match["n"] else 1
    found = workday_step(now.date(), -count if match["way"] and match["way"].endswith("前") else count)
    if match["way"] and match["way"].endswith("内"):
        return Span(now, midnight(found + timedelta(days=1), now), midnight(found, now))
    return Moment(found, clock(match["rest"] or ""), part(match["rest"] or ""))


def unit_named(match: re.Match[str], now: datetime) -> Whole:
    """This week; next month."""
    unit: Unit = UNITS[match["unit"]]
    return whole(unit, now, {"上上": -2, "上": -1, "下": 1, "下下": 2}.get(match["way"], 0))


def period(words: str, now: datetime) -> tuple[Whole, bool] | None:
    """A year, a month or a part of one, and whether it is a unit of the calendar."""
    match = _PERIOD.fullmatch(words)
    if not match or not words:
        return None
    year = year_number(match["y"], now.year) if match["y"] else now.year + YEARS.get(match["yr"] or "", 0)
    if match["m"] or match["mr"]:
        return _of_month(match, year, now)
    if not (match["y"] or match["yr"] or match["q"]) and _is_of_month(match["edge"] or ""):
        return _of_month(match, year, now)
    first = safe_date(year, 1, 1)
    return _of_year(match, first, now) if first else None


def _is_of_month(edge: str) -> bool:
    """Whether it is a part of a month, also when no month is named: 月底, 中旬."""
    return edge.startswith("月") or edge.endswith(("旬", "半月"))


def _days(first: date, end: date, now: datetime) -> Whole:
    return Whole(midnight(first, now), midnight(end, now))


def _of_month(match: re.Match[str], year: int, now: datetime) -> tuple[Whole, bool] | None:
    if match["m"]:
        month = int(value(match["m"]))
        bare = not (match["y"] or match["yr"] or match["w"] or match["side"])
        first = safe_date(year + (bare and month < now.month), month, 1)
    else:
        first = in_month(now.date(), month_offset(match["mr"] or ""), 1)
    if first is None or match["q"] or match["nm"] or match["first_month"]:
        return None
    end = month_step(first, 1)
    if match["edge"]:
        name = match["edge"] if match["edge"] in _EDGES else f"月{match['edge']}"
        low, high = _EDGES.get(name, (1, 31))
        return _days(first.replace(day=low), min(end, first + timedelta(days=high)), now), False
    if match["w"]:
        monday = _monday(first) + timedelta(weeks=int(value(match["w"])) - 1)
        return _days(monday, monday + timedelta(weeks=1), now), False
    if match["side"]:
        return _side(match, first, end, now)
    return _days(first, end, now), True


def _monday(first: date) -> date:
    """The first Monday from a day on: where the first week of a month begins."""
    return first + timedelta(days=-first.weekday() % 7)


def _side(match: re.Match[str], first: date, end: date, now: datetime) -> tuple[Whole, bool] | None:
    """The first three months of a year; the last five days of a month."""
    quarters = "季" in match["ku"]
    count = min(int(value(match["k"])), 400) * (3 if quarters else 1)
    months = quarters or "月" in match["ku"]
    days = timedelta(days=count * (1 if match["ku"] == "天" else 7))
    if match["side"] in ("前", "头"):
        return _days(first, month_step(first, count) if months else first + days, now), False
    return _days(month_step(end, -count) if months else end - days, end, now), False


def _of_year(match: re.Match[str], first: date, now: datetime) -> tuple[Whole, bool] | None:
    if match["q"]:
        quarter = month_step(first, 3 * int(value(match["q"])) - 3)
        low, high = {"初": (0, 1), "末": (2, 3), "底": (2, 3)}.get(match["q_edge"] or "", (0, 3))
        return _days(month_step(quarter, low), month_step(quarter, high), now), False
    if not (match["y"] or match["yr"] or "年" in (match["edge"] or "")):
        return None
    if match["w"]:
        monday = _monday(first) + timedelta(weeks=min(int(value(match["w"])), 53) - 1)
        return _days(monday, monday + timedelta(weeks=1), now), False
    return _months(match, first, now)


def _months(match: re.Match[str], first: date, now: datetime) -> tuple[Whole, bool] | None:
    """A year, or some months of it."""
    if match["side"]:
        return _side(match, first, month_step(first, 12), now)
    low, high, exact = 1, 12, not (match["edge"] or match["nm"] or match["first_month"])
    if match["edge"]:
        name = match["edge"] if match["edge"] in _EDGES else f"年{match['edge']}"
        if "旬" in name or "月" in name:
            return None
        low, high = _EDGES[name]
    elif not exact:
        low = high = min(int(value(match["nm"]) or 1), 12)
    elif match["y"] and match["y"].isdigit() and len(match["y"]) == 2:
        return None  # two figures alone are a number of years
    return _days(month_step(first, low - 1), month_step(first, high), now), exact
