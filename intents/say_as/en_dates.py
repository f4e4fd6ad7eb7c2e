"""English dates and times of day."""

import re

from intents.say_as import en_numbers as n
from intents.say_as.rule import Rule, rule

_MONTHS = (
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
)
_MONTH = (
    r"(?P<month>jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|"
    r"oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\b\.?"
)
_YEAR = r"(?P<year>1[0-9]\d\d|20\d\d)"
_DAY = r"(?P<day>0?[1-9]|[12]\d|3[01])"
_ZONE = r"(?P<zone>\s?(?:[ecmp]\.?[sd]\.?t\.?|gmt|utc|cet)(?!\w))?"
_QUARTERS = {"1": "first", "2": "second", "3": "third", "4": "fourth"}


def _name(month: str) -> str:
    """The month's whole name, capitalised as it was written."""
    name = (
        _MONTHS[int(month) - 1]
        if month.isdigit()
        else next(m for m in _MONTHS if m.startswith(month.lower()[:3]))
    )
    return name.capitalize() if month[:1].isupper() or month.isdigit() else name


def _day_first(match: re.Match[str]) -> str:
    """25 July 2012."""
    parts = match.groupdict()
    year = f" {n.year(parts['year'])}" if parts.get("year") else ""
    return f"the {n.ordinal(parts['day'])} of {_name(parts['month'])}{year}"


def _month_first(match: re.Match[str]) -> str:
    """July 25, 2012."""
    parts = match.groupdict()
    year = f"{',' if parts.get('comma') else ''} {n.year(parts['year'])}" if parts.get("year") else ""
    return f"{_name(parts['month'])} {n.ordinal(parts['day'])}{year}"


def _month_year(match: re.Match[str]) -> str:
    return f"{_name(match['month'])} {n.year(match['year'])}"


def _of_day(match: re.Match[str]) -> str:
    """4:05 pm."""
    minute = match["minute"]
    said = n.cardinal(match["hour"])
    if minute and int(minute):
        said += f" {n.integer(minute)}"
    zone = (match["zone"] or "").replace(".", "").strip().upper()
    return f"{said} {match['half'].upper()}M" + (f" {zone}" if zone else "")


def _clock(match: re.Match[str]) -> str:
    """12:30; a full hour before noon or after is told by the clock."""
    hour, minute = int(match[1]), match[2]
    if minute == "00":
        return (
            f"{n.cardinal(str(hour))} o'clock"
            if 1 <= hour <= 12
            else f"{n.cardinal(str(hour))} hundred hours"
        )
    return f"{n.cardinal(str(hour))} {n.integer(minute)}"


def _span(match: re.Match[str]) -> str:
    """1:01:01."""
    units = (
        f"{n.cardinal(figures)} {unit}{'' if int(figures) == 1 else 's'}"
        for figures, unit in zip(match.groups(), ("hour", "minute", "second"), strict=True)
    )
    hours, minutes, seconds = units
    return f"{hours} {minutes} and {seconds}"


CLOCK: tuple[Rule, ...] = (
    rule(
        rf"(?<![\w.:])(?P<hour>\d{{1,2}})(?:[:.](?P<minute>[0-5]\d))?\s?(?P<half>[ap])(?:\.m\.|\.?m\b){_ZONE}",
        _of_day,
        re.IGNORECASE,
    ),
    rule(r"(?<=[AP]M)\s?[-–—]\s?(?=\w)", lambda _: " to "),
    rule(r"(?<![\d:])(\d{1,2}):([0-5]\d):([0-5]\d)(?![\d:])", _span),
    rule(r"(?<![\d:])([01]?\d|2[0-4]):([0-5]\d)(?![\d:])(?=[A-Z]{3})", lambda m: _clock(m) + " "),
    rule(r"(?<![\d:])([01]?\d|2[0-4]):([0-5]\d)(?![\d:])", _clock),
)

CALENDAR: tuple[Rule, ...] = (
    rule(rf"(?<![\w.])(?P<year>\d{{4}})([-./])(?P<month>0?[1-9]|1[0-2])\2{_DAY}(?![\w]|[./-]\d)", _day_first),
    rule(r"(?<![\w.])(?P<month>0[1-9])\.(?P<day>0[1-9]|1\d|2\d|3[01])\.(?P<year>\d{4})(?!\d)", _month_first),
    rule(rf"(?<![\w.]){_DAY}([-.])(?P<month>0?[1-9]|1[0-2])\2(?P<year>\d{{4}})(?!\d)", _day_first),
    rule(rf"(?<![\w./])(?P<month>0?[1-9]|1[0-2])/{_DAY}/(?P<year>\d{{4}}|\d\d)(?![\d/])", _month_first),
    rule(r"(?<![\w./])(?P<month>[1-9]|1[0-2])/(?P<day>1[3-57-9]|2[0-9]|3[01])(?![\w/])", _month_first),
    rule(
        rf"(?<![\w.]){_DAY}(?:st|nd|rd|th)?(?: of)? {_MONTH}(?:,? {_YEAR})?(?!\w)", _day_first, re.IGNORECASE
    ),
    rule(
        rf"\b{_MONTH}[ -]{_DAY}(?:st|nd|rd|th)?(?:(?P<comma>,)? {_YEAR}|-(?P<year2>\d{{4}}))?"
        r"(?![\w/:]|[,.]\d)",
        lambda m: _month_first(m) + (f" {n.year(m['year2'])}" if m["year2"] else ""),
        re.IGNORECASE,
    ),
    rule(rf"\b{_MONTH} {_YEAR}(?!\w)", _month_year, re.IGNORECASE),
    rule(
        r"(?<!\w)(1\d|20)(\d0)s?[-–](?:1\d|20)?(\d0)s(?!\w)",
        lambda m: f"{n.decade(m[1] + m[2])} to {n.decade(m[1] + m[3])}",
    ),
    rule(r"(?<!\w)(1\d\d0|20\d0)s(?!\w)", lambda m: n.decade(m[1])),
    rule(r"(?<!\w)['’](\d0)s(?!\w)", lambda m: n.decade(m[1])),
    rule(
        r"(?<!\w)(1[1-9]\d\d|20\d\d)[-–](\d\d|1\d{3}|20\d\d)(?![\w-])",
        lambda m: f"{n.year(m[1])} to {n.year(m[2])}",
    ),
    rule(r"(?<!\w)(\d+) B\.?C\.?(?!\w)", lambda m: f"{n.year(m[1])} BC"),
    rule(r"(?<!\w)([1-4])Q(\d\d)(?!\w)", lambda m: f"the {_QUARTERS[m[1]]} quarter of {n.year(m[2])}"),
    rule(r"(?<!\w)([12])H(\d\d)(?!\w)", lambda m: f"the {_QUARTERS[m[1]]} half of {n.year(m[2])}"),
)
