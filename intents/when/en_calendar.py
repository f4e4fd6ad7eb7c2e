"""English stretches of the calendar: ends of months, quarters, weekends, the third from now."""

import re
from datetime import date, datetime, timedelta

from intents.when.en_clock import clock, part
from intents.when.en_day import MONTH, WEEKDAY, day, month_number, weekday_number, without_day
from intents.when.en_words import UNIT, unit
from intents.when.parts import (
    Moment,
    Span,
    Unit,
    midnight,
    month_step,
    next_weekday,
    safe_date,
    shifted,
    whole,
    workday_step,
)

_SHORT = {"bom": "beginning of month", "eom": "end of month", "boy": "beginning of year",
          "eoy": "end of year", "eod": "end of day", "eow": "end of week"}  # fmt: skip
_BEFORE = frozenset({"last", "past", "previous"})
_AFTER = frozenset({"next", "coming", "following", "upcoming"})
_EDGE = re.compile(
    r"\b(?P<edge>beginning|start|early|middle|mid|end|late)(?: (?:of|in|on))?[ -](?:the )?"
    rf"(?:(?P<way>this|current|next|coming|following|upcoming|last|past|previous) )?"
    rf"(?:(?P<unit>day|week|month|year)\b|(?P<month>{MONTH})(?:,? (?P<year>\d{{4}}))?|(?P<only>\d{{4}})\b)"
)
_SHARES: dict[Unit, tuple[Unit, tuple[int, int, int, int]]] = {
    "day": ("hour", (0, 8, 16, 17)),
    "week": ("day", (0, 3, 2, 4)),
    "month": ("day", (0, 10, 10, 20)),
    "year": ("month", (0, 3, 5, 8)),
}
"""Of a unit in finer ones: where its beginning begins and ends, where its middle and where its end begin."""
_LAST_DAY = re.compile(
    r"\b(?:(?P<nth>first|second|third|fourth|fifth) )?(?:to )?last day (?:of|in) (?:the )?"
    rf"(?:(?P<month>{MONTH})(?: (?P<year>\d{{4}}))?|(?:(?P<way>this|next|last|current) )?month)"
)
_QUARTER = re.compile(
    r"\b(?:(?P<nth>[1-4](?=st|nd|rd|th)|first|second|third|fourth)(?:st|nd|rd|th)? (?:quarter|qtr)|"
    r"q(?P<q>[1-4]))"
    r"(?: of)?(?: (?P<year>\d{4}))?\b|\b(?P<y>\d{4}|\d\d) ?q(?P<yq>[1-4])\b"
)
_ORDER = ("first", "second", "third", "fourth", "fifth")
_UPCOMING = re.compile(rf"(?:\b(?P<n>\d{{1,3}}) upcoming|\bupcoming (?P<m>\d{{1,3}})) {UNIT}")
_NTH_WEEK = re.compile(
    rf"\b(?P<nth>first|second|third|fourth|fifth|last) week (?:of|in) "
    rf"(?P<month>{MONTH})(?:,? (?P<year>\d{{4}}))?"
)
_WEEKEND = re.compile(r"\b(?:(?P<way>this past|this|next|coming|last|past|previous) )?weekend\b")
_LAST_WEEKEND = re.compile(rf"\blast weekend (?:of|in) (?P<month>{MONTH})(?:,? (?P<year>\d{{4}}))?")
_NEAREST = re.compile(rf"\b(?:closest|nearest) (?P<day>{WEEKDAY}) to (?P<to>.+)")
_SEASONS = {"spring": ((3, 20), (6, 21)), "summer": ((6, 21), (9, 23)), "fall": ((9, 23), (12, 21)),
            "winter": ((12, 21), (3, 20))}  # fmt: skip
_SEASON = re.compile(
    r"\b(?:in (?:the )?|(?P<way>this|next|last|coming|current|past|previous) )"
    r"(?P<season>spring|summer|autumn|fall|winter)\b(?!')(?:(?: of)? (?P<year>\d{4}))?"
)
_WORKDAYS = re.compile(r"\b(?:(?P<n>\d{1,3})|(?P<next>next)) (?:business|working|work) ?days?\b")
_OFFSET = re.compile(rf"^(?P<n>\d{{1,4}}) {UNIT} (?P<way>after|before|from) (?P<from>.+)")


def calendar(words: str, now: datetime) -> Moment | Span | None:
    """What the words say about stretches of the calendar."""
    for short, long in _SHORT.items():
        words = re.sub(rf"\b{short}\b", long, words)
    return (
        edge(words, now)
        or _last_day(words, now)
        or _quarter(words, now)
        or _upcoming(words, now)
        or _weekend(words, now)
        or _week(words, now)
        or _nearest(words, now)
        or _season(words, now)
    )


def edge(words: str, now: datetime) -> Span | None:
    """The beginning, middle or end of a week, a month or a year."""
    match = _EDGE.search(words)
    if not match or (match["edge"] in ("early", "mid", "late") and match["unit"] == "day"):
        return None
    kind: Unit = unit(match["unit"]) if match["unit"] else "month" if match["month"] else "year"
    begin, end = _bounds(match, kind, now)
    if begin is None or end is None:
        return None
    finer, (first, first_end, middle, late) = _SHARES[kind]
    if match["edge"] in ("end", "late"):
        return Span(shifted(begin, late, finer), end)
    offsets = (middle, late) if match["edge"] in ("middle", "mid") else (first, first_end)
    return Span(shifted(begin, offsets[0], finer), shifted(begin, offsets[1], finer))


def _bounds(match: re.Match[str], kind: Unit, now: datetime) -> tuple[datetime | None, datetime | None]:
    if match["unit"]:
        offset = -1 if match["way"] in _BEFORE else 1 if match["way"] in _AFTER else 0
        stretch = whole(kind, now, offset)
        return stretch.start, stretch.end
    month = month_number(match["month"]) if match["month"] else 1
    said = match["year"] or match["only"]
    first = safe_date(int(said) if said else now.year + (month < now.month), month, 1)
    if first is None:
        return None, None
    return midnight(first, now), midnight(month_step(first, 1 if kind == "month" else 12), now)


def _last_day(words: str, now: datetime) -> Moment | None:
    match = _LAST_DAY.search(words)
    if not match:
        return None
    if match["month"]:
        number = month_number(match["month"])
        first = safe_date(int(match["year"] or now.year + (number < now.month)), number, 1)
    else:
        offset = {"next": 1, "last": -1}.get(match["way"] or "", 0)
        first = whole("month", now, offset).start.date()
    back = _ORDER.index(match["nth"] or "first") + 1
    return Moment(month_step(first, 1) - timedelta(days=back)) if first else None


def _quarter(words: str, now: datetime) -> Moment | None:
    match = _QUARTER.search(words)
    if not match:
        return None
    said = match["nth"] or match["q"] or match["yq"]
    number = int(said) if said.isdigit() else _ORDER.index(said) + 1
    year = int(match["year"] or match["y"] or now.year)
    first = safe_date(year + (2000 if year < 100 else 0), 3 * number - 2, 1)
    return Moment(first) if first else None


def _upcoming(words: str, now: datetime) -> Moment | None:
    match = _UPCOMING.search(words)
    if not match:
        return None
    count, measure = int(match["n"] or match["m"]), unit(match["unit"])
    if measure in ("second", "minute", "hour"):
        return Moment(exact=shifted(now, count, measure))
    return Moment(whole(measure, now, count).start.date())


def _weekend(words: str, now: datetime) -> Span | None:
    if last := _LAST_WEEKEND.search(words):
        month = month_number(last["month"])
        first = safe_date(int(last["year"] or now.year + (month < now.month)), month, 1)
        sunday = month_step(first, 1) - timedelta(days=1) if first else now.date()
        sunday -= timedelta(days=(sunday.weekday() + 1) % 7)
        return Span(midnight(sunday, now) - timedelta(hours=30), midnight(sunday, now) + timedelta(days=1))
    match = _WEEKEND.search(words)
    if not match:
        return None
    way = match["way"] or ""
    weeks = -1 if way.endswith(("past", "last", "previous")) else 1 if way == "next" else 0
    monday = whole("week", now, weeks + 1).start
    return Span(monday - timedelta(hours=54), monday)


def _week(words: str, now: datetime) -> Moment | Span | None:
    """The rest of the week; the second week of October, which begins on a Monday."""
    if rest := re.search(r"\b(?:(?P<rest>rest of (?:the|this))|all) (?P<unit>week|month|year|day)\b", words):
        stretch = whole(unit(rest["unit"]), now, 0)
        return Span(midnight(now.date(), now) if rest["rest"] else stretch.start, stretch.end)
    match = _NTH_WEEK.search(words)
    if not match:
        return None
    number = month_number(match["month"])
    first = safe_date(int(match["year"] or now.year + (number < now.month)), number, 1)
    if first is None:
        return None
    if match["nth"] == "last":
        last = month_step(first, 1) - timedelta(days=1)
        return Moment(last - timedelta(days=last.weekday()))
    return Moment(first + timedelta(days=-first.weekday() % 7 + 7 * _ORDER.index(match["nth"])))


def _season(words: str, now: datetime) -> Span | None:
    """This summer; the next one where the year was left open. Its last day belongs to it."""
    match = _SEASON.search(words)
    if not match:
        return None
    first, last = _SEASONS[match["season"].replace("autumn", "fall")]
    back = match["way"] in _BEFORE
    years = range(now.year + 1, now.year - 3, -1) if back else range(now.year - 1, now.year + 3)
    if match["year"]:
        years = range(int(match["year"]), int(match["year"]) + 1)
    for year in years:
        begin, end = safe_date(year, *first), safe_date(year + (last < first), *last)
        if begin and end and (match["year"] or (end < now.date() if back else end >= now.date())):
            return Span(midnight(begin, now), midnight(end + timedelta(days=1), now))
    return None


def workdays(words: str, now: datetime) -> Moment | None:
    """In three working days; the next business day."""
    match = _WORKDAYS.search(words)
    if not match or not (match["n"] or match["next"]):
        return None
    if match["n"] and not re.search(r"\b(?:in|within|from now|later|ago)\b", words):
        return None
    count = int(match["n"] or 1)
    found = workday_step(now.date(), -count if "ago" in words else count)
    return Moment(found, clock(without_day(words[match.end() :])), part(words))


def _nearest(words: str, now: datetime) -> Moment | None:
    match = _NEAREST.search(words)
    to = day(match["to"], now.date()) if match else None
    if not match or not to:
        return None
    later = next_weekday(to - timedelta(days=1), weekday_number(match["day"]))
    earlier = later - timedelta(weeks=1)
    return Moment(later if later - to <= to - earlier else earlier)


def offset(words: str, now: datetime) -> Moment | None:
    """Two days after Friday; a week before the third of May."""
    match = _OFFSET.search(words)
    base: date | None = day(match["from"], now.date()) if match else None
    if not match or not base or unit(match["unit"]) in ("second", "minute", "hour"):
        return None
    count = int(match["n"]) * (-1 if match["way"] == "before" else 1)
    return Moment(shifted(midnight(base, now), count, unit(match["unit"])).date())
