"""English times that come again: every weekday at seven, the first Monday of every month."""

import re
from dataclasses import replace
from datetime import datetime

from intents.when import en
from intents.when.en_clock import part
from intents.when.en_day import MONTH, ORDINALS, WEEKDAY, month_number, weekday_number
from intents.when.en_words import UNIT, plain, unit
from intents.when.parts import SECONDS, Unit, safe_date
from intents.when.recurrence import EVERY_DAY, WEEKEND, WORKDAYS, Recurrence, Step
from intents.when.repeat_time import times_of

_NTH = rf"(?:\d{{1,2}}(?:st|nd|rd|th)|{'|'.join(ORDINALS)})"
_PLAIN: tuple[tuple[str, str], ...] = (
    (r"\beveryday\b", "every day"),
    (r"\b(?:each|all|any)(?: and every| single)?(?= |$)", "every"),
    (r"\bevery single\b", "every"),
    (r"\bonce (?:a|an|1|every|per) ", "every "),
    (r"\b(?:fortnightly|biweekly|bi-weekly|every (?:fortnight|14 days))\b", "every 2 weeks"),
    (r"\bquarterly\b", "every quarter"),
    (r"\bnightly\b", "every night"),
    (r"\b(?:twice|2 times) (?:a|1|every|per) day\b(?=.*\d)", "every day"),
    (r"\b(?:twice|2 times) (?:a|1|every|per) day\b", "every day at 8 am and 8 pm"),
    (r"\b(?:3 times|thrice) (?:a|1|every|per) day\b(?!.*\d)", "every day at 8 am and 1 pm and 8 pm"),
    (r"\bevery 1 (?!and)", "every "),
    (r"\bevery (?:1 )?(hours?|minutes?|days?) and (?:a )?half\b", r"every 1.5 \1"),
    (r"\bevery 1 and (?:a )?half (hours?|minutes?|days?)\b", r"every 1.5 \1"),
    (rf"\bevery (?P<n>third|fourth|fifth|sixth|\dth|3rd) {UNIT}", r"every \g<n>-\g<unit>"),
)
"""Other words for the same."""
_REWRITES = tuple((re.compile(said), canonical) for said, canonical in _PLAIN)
_NTH_UNIT = re.compile(r"\bevery (third|fourth|fifth|sixth|3rd|\dth)-")
_EVERY = re.compile(rf"\bevery(?: (?P<other>other|second|2nd)| (?P<n>\d{{1,4}}(?:\.\d+)?))? {UNIT}")
_ADVERBS: tuple[tuple[str, Step], ...] = (
    ("hourly", "hour"), ("daily", "day"), ("weekly", "week"), ("monthly", "month"),
    ("yearly", "year"), ("annually", "year"),
)  # fmt: skip
_ADVERB = re.compile(rf"\b(?:{'|'.join(word for word, _ in _ADVERBS)})\b")
_WORK = re.compile(
    r"\b(?:every (?:week ?|work(?:ing)? ?|business )days?|"
    r"(?:on )?(?:week ?|work(?:ing)? ?|business )days)\b(?! \d)"
)
_WEEKENDS = re.compile(r"\b(?:every weekends?|(?:on |at )?(?:the )?weekends)\b")
_DAY_LIST = rf"{WEEKDAY}(?:(?:,? and |, | ){WEEKDAY})*"
_NAMED_DAYS = re.compile(rf"\b(?:(?P<every>every) (?P<other>(?:other|second) )?|on )?(?P<days>{_DAY_LIST})")
_FROM_TO = re.compile(
    rf"\b(?P<every>every )?(?:from )?(?P<a>{WEEKDAY}) ?(?:to|through|thru|till|until|-) ?(?P<b>{WEEKDAY})"
)
_NTH_DAY = re.compile(
    rf"\b(?:every |on |the )*(?P<nth>{_NTH}|last) (?P<day>{WEEKDAY}) "
    r"(?:of|in) (?:every (?P<other>other )?|the )?month\b"
    rf"|\bevery (?P<bare>(?!second)(?!2nd){_NTH}|last) (?P<bare_day>{WEEKDAY})"
    rf"|\b(?:every month|monthly) on the (?P<on>{_NTH}|last) (?P<on_day>{WEEKDAY})"
)
_DATE_LIST = rf"(?:{_NTH}|last day)(?:(?:,? and |, )(?:the )?(?:{_NTH}|last day))*"
_DATES = re.compile(
    rf"\b(?:on |the )*(?P<of>{_DATE_LIST}) "
    r"(?:day )?(?:of|in) every month\b|"
    rf"\b(?:every month|monthly) on the (?P<on>{_DATE_LIST})"
)
_YEARLY = re.compile(
    rf"\bevery (?:year (?:on |in )?)?(?:the )?(?:(?P<m>{MONTH})(?: (?:the )?(?P<d>{_NTH}|\d{{1,2}}(?!:)))?|"
    rf"(?P<d2>{_NTH}|\d{{1,2}}) (?:of )?(?P<m2>{MONTH}))"
)
_PARTS = "(?:morning|lunch ?time|noon|midday|afternoon|evening|night|midnight|bedtime)"
_PART = re.compile(
    rf"\b(?:every (?P<part>{_PARTS})|(?:in the |at )?(?P<plural>mornings|afternoons|evenings|nights))\b"
)
_OFF = re.compile(
    r"\b(?:except|excluding|apart from|other than|but(?: not)?|(?:and )?not)"
    r"(?: (?:for|on|at|in|during))*(?: the)? "
    rf"(?P<off>{_DAY_LIST}|weekends?|week ?days?)"
)
_NEXT_CLOCK = re.compile(
    r"(?<=[ap]m) (?=\d)|(?<=noon) (?=\d)|(?<=midday) (?=\d)|(?<=\d) (?=noon|midday|midnight)|"
    r"(?<=\d) (?=(?:12|\d)\b(?![:.]))(?=.*\band\b)|(?<= 12) (?=\d)"
)
"""Between two times of day whose comma was lost: 8 12 and 6."""
_WITHOUT = re.compile(rf"\b(?:every|on|other|{WEEKDAY})\b|,")


def read(text: str, now: datetime) -> Recurrence | None:
    """What the words say of times that come again."""
    words = plain(text)
    for said, canonical in _REWRITES:
        words = said.sub(canonical, words)
    words = _NTH_UNIT.sub(lambda match: f"every {_number(match[1])} ", words)
    off = _OFF.search(words)
    words = _OFF.sub(" ", words)
    found = _monthly(words, now) or _yearly(words, now) or _weekly(words, now) or _step(words, now)
    if found is None and off:  # 7 but not on Sundays: every other day
        daily = _weekly(f"every day {words}", now) or _step(f"every day {words}", now)
        found = daily if daily and daily.at else None
    return _without(found, off["off"]) if found and off else found


def _number(nth: str) -> int:
    """Which one an ordinal is; -1 for the last."""
    return -1 if nth.startswith("last") else int(ORDINALS.get(nth, nth).rstrip("stndrh"))


def _without(found: Recurrence, off: str) -> Recurrence | None:
    """Every day but Sunday."""
    days = WEEKEND if off.startswith("weekend") else WORKDAYS if off.startswith("week") else _days(off)
    left = (found.weekdays or EVERY_DAY) - days
    return replace(found, step="week", weekdays=left) if left and found.step in ("day", "week") else None


def _days(words: str) -> frozenset[int]:
    return frozenset(weekday_number(each) for each in re.findall(WEEKDAY, words))


def _repeating(every: int, step: Step, rest: str, now: datetime) -> Recurrence:
    """With the times of day that the rest of the words say."""
    rest = re.sub(r"\s+", " ", _WITHOUT.sub(" ", rest.replace(",", " and "))).strip()
    rest = re.sub(r"\b(mornings|afternoons|evenings|nights)\b", lambda match: match[1][:-1], rest)
    rest = _NEXT_CLOCK.sub(" and ", rest)
    rest = re.sub(r"(?<=\band )(?=\d{1,2} \d\d\b)", "at ", rest)
    times = times_of(re.split(r"\band\b", rest), en.read, part, now)
    return Recurrence(every, step, times[0] if times else None, anchor=now, also=times[1:])


def _monthly(words: str, now: datetime) -> Recurrence | None:
    """The first Monday of every month; every month on the first and the fifteenth."""
    nth = _NTH_DAY.search(words)
    if nth and ("every" in words or "monthly" in words):
        week = _number(nth["nth"] or nth["bare"] or nth["on"])
        day = weekday_number(nth["day"] or nth["bare_day"] or nth["on_day"])
        found = _repeating(2 if nth["other"] else 1, "month", _NTH_DAY.sub(" ", words), now)
        return replace(found, week=week, weekdays=frozenset({day})) if week <= 5 else None
    dates = _DATES.search(words)
    if not dates:
        return None
    days = [_number(each) for each in re.findall(rf"{_NTH}|last", dates["of"] or dates["on"])]
    if any(day > 31 for day in days):
        return None
    return replace(_repeating(1, "month", _DATES.sub(" ", words), now), day=days[0], days=frozenset(days[1:]))


def _yearly(words: str, now: datetime) -> Recurrence | None:
    """Every year on the third of March; every December 25th."""
    match = _YEARLY.search(words)
    if not match:
        return None
    month, said = month_number(match["m"] or match["m2"]), match["d"] or match["d2"]
    day = _number(said) if said else 1
    if safe_date(2000, month, day) is None:
        return None
    return replace(_repeating(1, "year", _YEARLY.sub(" ", words), now), month=month, day=day)


def _weekly(words: str, now: datetime) -> Recurrence | None:
    """On some days of the week, or every morning."""
    for pattern, days in ((_WEEKENDS, WEEKEND), (_WORK, WORKDAYS)):
        if pattern.search(words):
            return replace(_repeating(1, "week", pattern.sub(" ", words), now), weekdays=days)
    if (range_said := _FROM_TO.search(words)) and (found := _from_to(range_said, words, now)):
        return found
    named = _NAMED_DAYS.search(words)
    weeks = re.search(r"\b(?:every (?P<other>other )?(?:(?P<n>\d) )?weeks?|weekly|weekends?)\b", words)
    if named and (
        weeks or named["every"] or re.search(r"days\b", named["days"]) or _plural_after(named, words)
    ):
        many = 2 if named["other"] or (weeks and weeks["other"]) else int(weeks["n"] or 1) if weeks else 1
        rest = words[: named.start()] + " " + words[named.end() :]
        found = _repeating(many, "week", _EVERY.sub(" ", rest), now)
        return replace(found, weekdays=_days(named["days"]))
    return _daily(words, now)


def _plural_after(named: re.Match[str], words: str) -> bool:
    """Friday evenings; and every Saturday night, whose every was before another word."""
    return bool(re.match(r" ?(?:mornings|afternoons|evenings|nights)\b", words[named.end() :]))


def _from_to(match: re.Match[str], words: str, now: datetime) -> Recurrence | None:
    """Monday to Friday at six; without a time of day and without "every" it is a stretch of one week."""
    first, last = weekday_number(match["a"]), weekday_number(match["b"])
    found = _repeating(1, "week", _FROM_TO.sub(" ", words), now)
    if not match["every"] and found.at is None:
        return None
    days = frozenset((first + step) % 7 for step in range((last - first) % 7 + 1))
    return replace(found, weekdays=days)


def _daily(words: str, now: datetime) -> Recurrence | None:
    """Every morning at seven."""
    if not (found := _PART.search(words)):
        return None
    rest = words.replace(found[0], f"{found['part'] or found['plural'][:-1]} ", 1)
    rest = re.sub(r"\b(?:noon|midday|midnight)\b", r"at \g<0>", rest).replace("bedtime", "at 22:00")
    return _repeating(1, "day", rest, now)


def _step(words: str, now: datetime) -> Recurrence | None:
    """Every two hours; every other day at eight; monthly."""
    found, adverb = _EVERY.search(words), _ADVERB.search(words)
    if not found and not adverb:
        return None
    measure: Unit = unit(found["unit"]) if found else dict(_ADVERBS)[adverb[0]] if adverb else "day"
    count = 2.0 if found and found["other"] else float(found["n"] or 1) if found else 1.0
    if count != int(count):
        return Recurrence(max(round(count * SECONDS[measure]), 1), "second", anchor=now)
    rest = _ADVERB.sub(" ", _EVERY.sub(" ", words))
    if measure in ("second", "minute", "hour"):
        return Recurrence(int(count), measure, anchor=now)
    if measure == "quarter":
        return _repeating(3 * int(count), "month", rest, now)
    return _on_date(_repeating(int(count), measure, rest, now), rest)


def _on_date(found: Recurrence, rest: str) -> Recurrence:
    """Every two months on the fifth."""
    said = re.search(rf"\bon the ({_NTH})\b", rest)
    return replace(found, day=_number(said[1])) if said and found.step in ("month", "year") else found
