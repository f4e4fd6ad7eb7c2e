"""Chinese times and durations."""

import re
from datetime import datetime, timedelta

from intents.when.festival import dated
from intents.when.parts import (
    Clock,
    Moment,
    Span,
    Unit,
    at,
    coming_part,
    instant,
    midnight,
    part_of,
    shifted,
    stretch,
    through,
    whole,
)
from intents.when.zh_calendar import calendar, period, workdays
from intents.when.zh_day import clock, day, part, starts_with_part
from intents.when.zh_plain import plain
from intents.when.zh_words import AMOUNT, SIMPLIFIED, UNIT, UNITS, UNNAMED, YEAR, N, amount, duration, value

_RELATIVE = re.compile(
    rf"^(?P<pass>再?过|等)?(?P<amount>(?:{UNNAMED})++)(?P<way>[以之]?[后前内]|里|以来|(?(pass)|$))(?!{N}[天个月年周])"
)
_DATED = re.compile(rf"{N}月{N}[日号]")
_TO_NOW = re.compile("(?:[从自])?(?P<from>.+?)(?:[到至]今|以来)")
_PAIR = re.compile("(?P<first>昨今|今明|明后)[两2二](?P<unit>[天日年月]|个月)")
_NAMED_YEAR = re.compile(rf"{YEAR}年")
_ROLLING = re.compile(rf"(?P<way>未来|接下来|今后|最近|过去|近)的?(?P<n>{N})个?(?P<unit>{UNIT})[里内]?")
_STRETCH = re.compile(rf"(?P<way>[上下前后])的?(?P<n>(?!半){N})个?(?P<unit>{UNIT})[里内]?")
_RANGES = tuple(
    re.compile(rf"[从自]?(?P<a>.+?)\s?(?:{sign})\s?(?P<b>.+?)(?:止|之间)?")
    for sign in ("到|至|[~～—－–]+", "-")
)
"""What stands between two dates, before what also stands within one."""
_COUNTED = re.compile(r"^[\d零一二三四五六七八九十]+([点月号日年])")
_ENDS_BARE = re.compile(r"[\d一二三四五六七八九十]$")
_OPEN = re.compile(
    r"(?:直?到|截[至止]到?)?(?P<rest>.+?)(?P<way>[以之]?前|为止|[以之]后|起|开始|后)|"
    r"(?:直到|截[至止]到?)(?P<until>.+)"
)
_BEFORE = frozenset({"前", "以前", "之前", "为止"})
_SEEN_FROM_NOW = re.compile(r"[去今明昨前后上下这本当]")
_SAME_TIME = re.compile("这个?时候|这时|[同此]一?时间|此时")
_LONG: frozenset[Unit] = frozenset({"day", "week", "month", "quarter", "year"})


def read(text: str, now: datetime) -> Moment | Span | timedelta | None:
    """What the words say about time."""
    words = plain(dated(text.translate(SIMPLIFIED), "zh", now))
    return (
        workdays(words, now)
        or _pair(words, now)
        or _to_now(words, now)
        or _rolling(words, now)
        or _stretch(words, now)
        or _relative(words, now)
        or _between(words, now)
        or _open(words, now)
        or _whole(words, now)
        or duration(words)
    )


def _whole(words: str, now: datetime) -> Moment | Span | None:
    """One day, time of day or stretch of the calendar, without an end of its own."""
    if period(words, now):
        return calendar(words, now)
    return _moment(words, now) or calendar(words, now)


def _pair(words: str, now: datetime) -> Span | None:
    """Today and tomorrow; this year and the next."""
    match = _PAIR.fullmatch(words)
    if not match:
        return None
    first, unit = {"昨今": -1, "今明": 0, "明后": 1}[match["first"]], UNITS[match["unit"]]
    return Span(whole(unit, now, first).start, whole(unit, now, first + 1).end)


def _to_now(words: str, now: datetime) -> Span | None:
    """From the 11th of August to now; a length of time to now is another thing."""
    match = _TO_NOW.fullmatch(words)
    said = _bounds(match["from"], now) if match else None
    return Span(said.start, now) if said and said.start and said.start < now else None


def _rolling(words: str, now: datetime) -> Span | None:
    """The next 48 hours; the past week: from now, or up to now."""
    match = _ROLLING.fullmatch(words)
    if not match:
        return None
    unit = UNITS[match["unit"]]
    count = value(match["n"])
    if match["way"] in ("未来", "接下来", "今后"):
        return Span(now, shifted(now, count, unit))
    begin = shifted(now, -count, unit)
    return Span(
        midnight(begin.date(), now) if match["way"] in ("近", "最近") and unit in _LONG else begin, now
    )


def _stretch(words: str, now: datetime) -> Span | None:
    """The next three days; the last two weeks."""
    match = _STRETCH.fullmatch(words)
    if not match or (match["way"] in "上下" and match["n"] in ("一", "1")):
        return None
    return stretch(UNITS[match["unit"]], max(int(value(match["n"])), 1), now, ahead=match["way"] in "下后")


def _relative(words: str, now: datetime) -> Moment | Span | None:
    """Three minutes later; two days ago; within an hour."""
    match = _RELATIVE.search(words)
    if not match or not (match["way"] or match["pass"]):
        return None
    length, single = duration(match["amount"]), AMOUNT.fullmatch(match["amount"])
    if (
        length is None
        or _DATED.match(match["amount"])
        or (_NAMED_YEAR.match(match["amount"]) and not match["way"].startswith(("以", "之")))
    ):
        return None
    sign = -1 if match["way"].endswith(("前", "来")) else 1
    many, unit = amount(single) if single else (length.total_seconds(), "second")
    found = shifted(now, sign * many, unit)
    if match["way"] == "以来":
        return Span(found, now)
    if match["way"].endswith(("内", "里")):
        return through(now, midnight(found.date(), now), "day") if unit in _LONG else Span(now, found)
    if unit not in _LONG or _SAME_TIME.search(words, match.end()):
        return Moment(exact=found)
    rest = words[match.end() :]
    time = clock(rest)
    return Moment(found.date(), time, part(rest)) if time else Moment(found.date())


def _bounds(words: str, now: datetime) -> Span | None:
    """What a day, a time or a stretch covers; `last` is where its last unit begins."""
    if found := period(words, now):
        return Span(found[0].start, found[0].end)
    said = _whole(words, now)
    if not isinstance(said, Moment):
        return said if isinstance(said, Span) else None
    begin = instant(said, now)
    if said.clock is None:
        return through(begin, begin, "day")
    # To five o'clock is to five; to 18:07 has that minute in it, as the last unit that was said.
    return through(begin, begin, "minute") if said.clock.grain == "minute" else Span(begin, begin, begin)


def _between(words: str, now: datetime) -> Span | None:
    """From the first to the third of May; 3 to 5 o'clock; Monday to Friday."""
    for pattern in _RANGES:
        match = pattern.fullmatch(words)
        start = _from(match["a"], match["b"], now) if match else None
        if match and start and start.start:
            return _to(start, match["a"], match["b"], now)
    return None


def _from(first: str, last: str, now: datetime) -> Span | None:
    """Where a range begins; a bare number there counts what the other side counts."""
    counted = _COUNTED.search(last)
    if (times := (clock(first), clock(last))) and _is_working_day(*times) and not (part(first) or part(last)):
        first = f"上午{first}"
    if counted and _ENDS_BARE.search(first):
        first += counted[1]
    return _bounds(first, now) if not first.isdigit() else None


def _is_working_day(first: Clock | None, last: Clock | None) -> bool:
    """Nine to five, which is not from nine in the evening to five in the morning."""
    return (
        first is not None
        and last is not None
        and first.half is None
        and last.half is None
        and 5 <= first.hour <= 11
        and 1 <= last.hour < first.hour
    )


def _to(start: Span, first: str, last: str, now: datetime) -> Span | None:
    begin = start.start or now
    time = clock(last)
    if time and not day(last, now):
        finish = at(begin.date(), time, part(last) or part(first), now)
        if finish <= begin and time.half is None and part(last) is None and time.hour <= 12:
            finish += timedelta(hours=12)
        if finish <= begin:
            finish += timedelta(days=1)
        fine = time.grain == "minute"
        return through(begin, finish, "minute") if fine else Span(begin, finish, finish)
    end = _bounds(last, now if _SEEN_FROM_NOW.match(last) else begin)
    if end is None or end.end is None or end.end <= begin:
        return None
    return Span(begin, end.end, end.last or end.start)


def _open(words: str, now: datetime) -> Span | None:
    """Before three; from the third day on."""
    match = _OPEN.fullmatch(words)
    if not match or words in ("午后", "今后", "以后"):
        return None
    said = _bounds(match["rest"] or match["until"], now)
    if said is None or said.start is None:
        return None
    if match["way"] and match["way"] not in _BEFORE:
        since = said.start < now and match["way"] in ("起", "开始")
        return Span(said.start, now if since else None)
    end = said.end or said.start
    return Span(now if end > now else None, end, said.start)


def _moment(words: str, now: datetime) -> Moment | Span | None:
    if words in ("现在", "此刻", "此时", "这时", "当前", "马上", "立刻"):
        return Moment(exact=now)
    where, named = day(words, now), part(words)
    if _SAME_TIME.search(words) and where:
        return Moment(where, Clock(now.hour, now.minute, half=None))
    if time := clock(words):
        return Moment(where, time, named)
    if named and (where or starts_with_part(words)):
        return part_of(where, named, now) if where else coming_part(named, now)
    return Moment(where) if where else None
