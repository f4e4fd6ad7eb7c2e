"""English days and dates."""

import re
from datetime import date, timedelta

from intents.when.parts import coming, month_step, next_weekday, on_weekday, safe_date

_ORDINAL_WORDS = """first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth
thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth twentieth"""
ORDINALS = {word: str(value) for value, word in enumerate(_ORDINAL_WORDS.split(), 1)}
_DAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
WEEKDAY = (
    r"(?:mon(?:day)?|tues?(?:day)?|wed(?:nesday)?|thu(?:rs?(?:day)?)?|fri(?:day)?|"
    r"sat(?:urday)?|sun(?:day)?)s?\b\.?"
)
MONTH = (
    r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|"
    r"nov(?:ember)?|dec(?:ember)?)\b\.?"
)
_NAMED = {
    "day after tomorrow": 2,
    "day before yesterday": -2,
    "tomorrow": 1,
    "yesterday": -1,
    "last night": -1,
    "today": 0,
    "tonight": 0,
    "this (?:morning|afternoon|evening)": 0,
}
_DATES = re.compile(
    rf"(?P<iso>\b\d{{4}})[-/.](?P<iso_m>\d{{1,2}})[-/.](?P<iso_d>\d{{1,2}})\b|"
    rf"(?<![:\d.])\b(?P<us_m>0?[1-9]|1[0-2])(?:\s?[/-]\s?|\.(?=\d+\.\d))(?P<us_d>0?[1-9]|[12]\d|3[01])(?:[/.-](?P<us_y>\d{{2,4}}))?"
    rf"\b(?!:|\s?[ap]\.?m?\b)|"
    rf"\b(?P<m_c>{MONTH}) (?:the )?(?P<o_c>{'|'.join(ORDINALS)})\b|"
    rf"\b(?P<m_a>{MONTH}) (?:the )?(?P<d_a>\d{{1,2}})(?:st|nd|rd|th)?\b(?!:)(?:,? (?P<y_a>\d{{4}}))?|"
    rf"\b(?P<d_b>\d{{1,2}})(?:st|nd|rd|th)?(?: day)?(?: of| in)?,? (?P<m_b>{MONTH})(?:,? (?P<y_b>\d{{4}}))?|"
    rf"\b(?P<o>{'|'.join(ORDINALS)})(?: day)?(?: of| in)? (?P<m_o>{MONTH})(?:,? (?P<y_o>\d{{4}}))?"
)
_NO_THING = (
    r"(?!['-]| (?!(?:at|in|of|on|from|to|for|by|before|after|until|till|and|then|please|around|this|next)\b)"
    r"[a-z])"
)
"""After an ordinal: it is of no thing, as in the third floor."""
_VERB = re.compile(r" (?!(?:at|from|to|the|and|or|on|by|until|morning|afternoon|evening|night|noon)\b)[a-z]")
"""After "sat" and "sun": they are no days."""
_OF_THIS_MONTH = re.compile(
    rf"\b(first|second|third|fourth|last) ({WEEKDAY}) (?:of|in) (?:the|this|(next)) month\b"
)
_NTH = re.compile(rf"\b(first|second|third|fourth|last) ({WEEKDAY}) (?:of|in)(?: ({MONTH})(?: (\d{{4}}))?)?")


def month_number(name: str) -> int:
    """January is 1."""
    return _MONTHS.index(name[:3]) + 1


def without_day(words: str) -> str:
    """The words without their date, so that its numbers are not taken for hours."""
    return re.sub(r"\b(?:on )?the \d{1,2}(?:st|nd|rd|th)", " ", _DATES.sub(" ", words))


def day(words: str, today: date) -> date | None:
    """The day that is named in plain words; the next one where the year or the week was left open."""
    for said, offset in _NAMED.items():
        if re.search(rf"\b{said}\b", words):
            return today + timedelta(days=offset)
    if nth := _OF_THIS_MONTH.search(words):
        first = month_step(today.replace(day=1), nth[3] == "next")
        found = nth_weekday(first, nth[1], nth[2])
        return found if found >= today else nth_weekday(month_step(first, 1), nth[1], nth[2])
    if (nth := _NTH.search(words)) and nth[3]:
        month = (
            coming(month_number(nth[3]), 1, today)
            if not nth[4]
            else safe_date(int(nth[4]), month_number(nth[3]), 1)
        )
        return nth_weekday(month, nth[1], nth[2]) if month else None
    if said_date := _DATES.search(words):
        return _agreeing(_date(said_date.groupdict(), today), said_date, words, today)
    return _both(words, today) or _weekday(words, today) or _month(words, today) or _ordinal(words, today)


def _agreeing(found: date | None, said: re.Match[str], words: str, today: date) -> date | None:
    """The date in the nearest year where it falls on the weekday that was said with it, if one was."""
    weekday = re.search(rf"\b{WEEKDAY}", words[: said.start()] + " " + words[said.end() :])
    open_year = not any(said[year] for year in ("iso", "us_y", "y_a", "y_b", "y_o"))
    return on_weekday(found, weekday_number(weekday[0]), today) if found and weekday and open_year else found


def weekday_number(name: str) -> int:
    """Monday is 0."""
    return _DAYS.index(name[:3])


def nth_in(first: date, words: str) -> date | None:
    """The second Monday of the month that begins on `first`."""
    nth = _NTH.search(words)
    return nth_weekday(first, nth[1], nth[2]) if nth else None


def nth_weekday(first: date, which: str, name: str) -> date:
    """The first, second … or last such weekday from the first of a month on."""
    weeks = ("first", "second", "third", "fourth", "last").index(which)
    found = first + timedelta(days=(_DAYS.index(name[:3]) - first.weekday()) % 7 + 7 * weeks)
    return found if found.month == first.month else found - timedelta(days=7)


def _weekday(words: str, today: date) -> date | None:
    match = re.search(
        rf"\b(?:(?P<n>\d{{1,2}}) )?(?P<way>this|next|last|past|previous|coming)? ?(?P<day>{WEEKDAY})"
        r"(?P<after> after next\b| from now\b| ago\b| back\b)?",
        words,
    )
    if not match:
        return None
    if match["day"] in ("sat", "sun") and _VERB.match(words, match.end()):
        return None
    if match["after"]:
        return _counted(next_weekday(today, _DAYS.index(match["day"][:3])), match, today)
    found = next_weekday(today, _DAYS.index(match["day"][:3]))
    return found - timedelta(days=7) if match["way"] in ("last", "past", "previous") else found


def _counted(found: date, match: re.Match[str], today: date) -> date:
    """Three Fridays from now; two Thursdays ago; the Monday after next."""
    count = 2 if match["after"] == " after next" else int(match["n"] or 1)
    if match["after"] in (" ago", " back"):
        last = found - timedelta(weeks=1 if found - timedelta(weeks=1) < today else 2)
        return last - timedelta(weeks=count - 1)
    return found + timedelta(weeks=count - 1)


def _month(words: str, today: date) -> date | None:
    if turned := re.fullmatch(rf"(?:in )?(\d{{4}})(?:[ ,]+({MONTH})|[-/](1?\d|0\d))", words):
        return safe_date(int(turned[1]), month_number(turned[2]) if turned[2] else int(turned[3]), 1)
    if month := re.search(rf"\b(?:in |this |next )?({MONTH})(?:,? (\d{{4}})| (after next))?$", words):
        number = month_number(month[1])
        year = int(month[2]) if month[2] else today.year + (number < today.month) + bool(month[3])
        return safe_date(year, number, 1)
    figures = re.fullmatch(r"(?:in )?(1?\d)/(\d{4})", words)
    if figures:
        return safe_date(int(figures[2]), int(figures[1]), 1)
    only = re.search(r"\bin (\d{4})\b", words)
    return safe_date(int(only[1]), 1, 1) if only else None


def _both(words: str, today: date) -> date | None:
    """Saturday the 23rd: the next month in which it is."""
    said = re.search(rf"\b({WEEKDAY}),? (?:the )?(\d{{1,2}})(?:st|nd|rd|th)\b", words)
    if not said:
        return None
    months = (month_step(today.replace(day=1), step) for step in range(-1, 13))
    days = (safe_date(month.year, month.month, int(said[2])) for month in months)
    fit = [each for each in days if each and each.weekday() == weekday_number(said[1])]
    return next((each for each in fit if each >= today), None)


def _ordinal(words: str, today: date) -> date | None:
    match = re.search(
        rf"\b(\d{{1,2}})(?:st|nd|rd|th)\b{_NO_THING}|"
        rf"\bon the ({'|'.join(ORDINALS)})(?=$| at | in the | of (?:the|this) month)",
        words,
    )
    if not match:
        return None
    number = int(match[1] or ORDINALS[match[2]])
    months = (month_step(today.replace(day=1), step) for step in (0, 1, 2))
    days = (safe_date(month.year, month.month, number) for month in months)
    return next((found for found in days if found and found >= today), None)


def _date(said: dict[str, str | None], today: date) -> date | None:
    if said["iso"]:
        return safe_date(int(said["iso"]), int(said["iso_m"] or 0), int(said["iso_d"] or 0))
    year = said["us_y"] or said["y_a"] or said["y_b"] or said["y_o"]
    name = said["m_a"] or said["m_b"] or said["m_o"] or said["m_c"]
    month = month_number(name) if name else int(said["us_m"] or 0)
    number = int(said["us_d"] or said["d_a"] or said["d_b"] or ORDINALS[said["o"] or said["o_c"] or "first"])
    if year:
        century = 0 if len(year) > 2 else 2000 if int(year) <= today.year % 100 + 20 else 1900
        return safe_date(int(year) + century, month, number)
    return coming(month, number, today)
