"""Spoken times against the suites of two peers: `python -m tests.bench.when [--misses]`.

Prints, for each file, how many come out exactly: by grain, holidays and the lunar calendar set apart.
"""

import json
import re
import sys
from collections import defaultdict
from collections.abc import Iterator, Mapping
from datetime import datetime, timedelta, timezone
from pathlib import Path
from typing import Any

from intents.when import When, read_when
from tests.bench.table import Row, at_least

DATA = Path(__file__).resolve().parents[3] / "shared" / "data" / "when"
SETS = (
    "duckling_time_en",
    "duckling_time_zh",
    "jionlp_time_zh",
    "duckling_duration_en",
    "duckling_duration_zh",
)
FINE = ("second", "minute", "hour", "day")
HOLIDAY = re.compile("[节節旦]|农历|农曆|[初臘腊]|除夕|立春|清明|冬至|夏至|正月|圣诞|廿|月十五(?![日号])")
LATER = re.compile("^[一二两兩三](?!月).*(?:[之以]?[前後后])$")
"""Three hours later: one suite takes it for the three hours to come; the other and people for an instant."""
FESTIVAL = re.compile("[Cc]hristmas|国庆")
"""Named days that a suite does not mark as such."""
DEFAULT_NOW = datetime(2013, 2, 12, 4, 30, tzinfo=timezone(timedelta(hours=-2)))
BEIJING = timezone(timedelta(hours=8))


def seen_from(row: Mapping[str, Any]) -> datetime:
    """The moment that a row is read at."""
    if "ref" in row:
        return datetime.fromisoformat(row["ref"].split(" ")[0])
    base = row.get("time_base")
    if isinstance(base, int | float):
        return datetime.fromtimestamp(base, BEIJING)
    if isinstance(base, dict):
        base = [base.get(key, 1) for key in ("year", "month", "day")] + [
            base.get(key, 0) for key in ("hour", "minute", "second")
        ]
    if not base:
        return DEFAULT_NOW
    full = list(base) + [1, 1, 1, 0, 0, 0][len(base) :]
    year, month, day, hour, minute, second = full[:6]
    return datetime(year, month, day, hour, minute, second, tzinfo=BEIJING)


def grain(row: Mapping[str, Any]) -> str:
    """The column of the table that a row is counted in."""
    expected = row["expected"]
    if expected is None:
        return "null"
    if row.get("dim") == "duration":
        return "duration"
    if (
        expected.get("holiday")
        or FESTIVAL.search(row["text"])
        or ("type" in row and HOLIDAY.search(row["text"]))
    ):
        return "holiday"
    if expected.get("kind") == "interval" and LATER.search(row["text"]):
        return "later as a stretch"
    return _lasting(expected) if "type" in row else str(expected["grain"])


def _lasting(expected: Mapping[str, Any]) -> str:
    """The grain of a JioNLP value, by how long it lasts and where it begins."""
    said = expected["time"]
    if expected["type"] in ("time_delta", "time_period"):
        return str(expected["type"])
    start, end = (None if "inf" in each else datetime.fromisoformat(each) for each in said)
    first, last = start or end, end or start
    assert first is not None
    assert last is not None
    length = (last - first).total_seconds() + 1
    at_midnight = f"{first:%H%M%S}" == "000000"
    if length <= 7200 and not at_midnight:
        return "minute" if length <= 61 else "hour"
    if length <= 86400:
        return "day" if at_midnight else "hour"
    whole_months = first.day == 1 and (last + timedelta(seconds=1)).day == 1
    return (
        "month and longer" if whole_months or length > 25 * 86400 else "week" if length == 604800 else "day"
    )


def naive(moment: datetime | None) -> str | None:
    """An instant as the suites write it."""
    return moment.replace(tzinfo=None).isoformat() if moment else None


def is_exact(when: When | None, row: Mapping[str, Any]) -> bool:
    """Whether the reading is the expected one."""
    expected = row["expected"]
    if expected is None or when is None:
        return expected is None and when is None
    if "type" in row:
        return _is_jionlp(when, expected)
    if expected["kind"] == "duration":
        return when.kind == "duration" and when.seconds == expected["seconds"]
    if expected["kind"] == "open_interval":
        ends = [naive(when.start), naive(when.end)]
        return ends == (
            [expected["value"], None] if expected["direction"] == "after" else [None, expected["value"]]
        )
    if expected["kind"] == "instant":
        return when.kind == "instant" and naive(when.start) == expected["value"]
    wanted = [expected.get(side) for side in ("start", "end")]
    return when.kind == "interval" and [naive(when.start), naive(when.end)] == wanted


def _is_jionlp(when: When, expected: Mapping[str, Any]) -> bool:
    """Its points are the stretches that they last; an instant is exact when it begins the stretch."""
    said = expected["time"]
    if expected["type"] == "time_delta":
        return when.kind == "duration" and when.seconds in _seconds(said)
    if expected["type"] == "time_period":
        return False
    start, end = (None if "inf" in each else datetime.fromisoformat(each) for each in said)
    if when.kind == "instant":
        return start is not None and naive(when.start) == start.isoformat()
    close = end is None or (when.end is not None and _gap(when.end, end) <= 60)
    return (
        naive(when.start) == (start and start.isoformat()) and close and (end is None) == (when.end is None)
    )


def _gap(end: datetime, last: datetime) -> float:
    """Seconds between our end (not included) and theirs (included)."""
    return abs((end.replace(tzinfo=None) - last).total_seconds())


def _seconds(said: Any) -> list[float]:
    """What a length can be in seconds: a vague one is a pair."""
    unit = {"second": 1, "minute": 60, "hour": 3600, "day": 86400, "week": 604800, "month": 30 * 86400}
    unit |= {"quarter": 90 * 86400, "year": 365 * 86400, "workday": 86400}
    lengths = said if isinstance(said, list) else [said]
    return [sum(unit.get(name, 0) * value for name, value in length.items()) for length in lengths]


def cases(name: str) -> Iterator[dict[str, Any]]:
    """The rows of a file."""
    with (DATA / f"{name}.jsonl").open(encoding="utf-8") as lines:
        yield from map(json.loads, lines)


def table(name: str) -> tuple[dict[str, list[int]], list[tuple[str, dict[str, Any], When | None]]]:
    """Exact and all, by grain; and the misses."""
    counts: dict[str, list[int]] = defaultdict(lambda: [0, 0])
    misses = []
    for row in cases(name):
        when, column = read_when(row["text"], row["lang"], seen_from(row)), grain(row)
        exact = is_exact(when, row)
        counts[column][0] += exact
        counts[column][1] += 1
        if not exact:
            misses.append((column, row, when))
    return counts, misses


def rows() -> Iterator[Row]:
    """How many are exact: of minute to day grain, of durations, and of what is no time."""
    for name in SETS:
        counts, _ = table(name)
        fine = [counts[column] for column in FINE if column in counts]
        if fine:
            exact, of = (sum(count[place] for count in fine) for place in (0, 1))
            yield at_least(f"times, {name}: minute to day", 90, exact, of)
        if "duration" in name and "duration" in counts:
            yield at_least(f"times, {name}", 97, *counts["duration"])
        if "null" in counts:
            yield at_least(f"times, {name}: no time where none is said", 100, *counts["null"])


def main() -> None:
    """Measure every file."""
    if not DATA.is_dir():
        sys.exit(f"{DATA} is not there: the measurement needs the development data beside the checkout")
    for name in SETS:
        counts, misses = table(name)
        fine = [counts[column] for column in FINE if column in counts]
        total = f"minute to day {sum(c[0] for c in fine)}/{sum(c[1] for c in fine)} | " if fine else ""
        by_grain = ", ".join(f"{column} {good}/{every}" for column, (good, every) in sorted(counts.items()))
        sys.stdout.write(f"{name}: {total}{by_grain}\n")
        if "--misses" in sys.argv:
            for column, row, when in sorted(misses, key=lambda miss: miss[0]):
                seen = f"{seen_from(row):%F %T}"
                sys.stdout.write(
                    f"  {column} {row['text']!r} at {seen}: {row['expected']}, got {shown(when)}\n"
                )


def shown(when: When | None) -> str:
    """A reading, briefly."""
    return f"{when.kind} {naive(when.start)} {naive(when.end)} {when.seconds}" if when else "nothing"


if __name__ == "__main__":
    main()
