"""What is said of times that come again: every weekday at seven, 每周六上午9点."""

import re
from dataclasses import replace
from datetime import datetime, time

from intents import when_en, when_zh
from intents.recurrence import WEEKEND, WORKDAYS, Recurrence, Step
from intents.when import LONGEST
from intents.when_en_day import WEEKDAY, weekday_number
from intents.when_en_words import UNIT, plain
from intents.when_en_words import unit as english_unit
from intents.when_parts import SECONDS, Moment, Unit, instant, safe_date
from intents.when_zh_day import number_of
from intents.when_zh_words import SIMPLIFIED, UNITS, N, value
from intents.when_zh_words import UNIT as CHINESE_UNIT

_EVERY = re.compile(
    rf"\b(?:every|each)(?: (?P<other>other|second)| (?P<n>\d{{1,4}}(?:\.\d+)?))? "
    rf"{UNIT.replace('<unit>', '<each>')}"
)
_WORK = re.compile(
    r"\b(?:(?:every|each|on|all) )?(?:week ?days?|work(?:ing)? ?days?|business days?)\b(?! \d)"
)
_WEEKENDS = re.compile(r"\b(?:(?:every|each) weekend|(?:on |at )?(?:the )?weekends)\b")
_ADVERBS: tuple[tuple[str, Step], ...] = (
    ("hourly", "hour"), ("daily", "day"), ("nightly", "day"), ("weekly", "week"), ("monthly", "month"),
    ("yearly", "year"), ("annually", "year"),
)  # fmt: skip
_NAMED_DAYS = re.compile(
    rf"\b(?:(?P<every>every|each) (?P<other>other )?|on )?(?P<days>{WEEKDAY}(?:(?:,? and |, | ){WEEKDAY})*)"
)
_PART = re.compile(r"\b(?:every|each) (?P<part>morning|afternoon|evening|night)\b")
_USUAL = {"morning": time(8), "afternoon": time(15), "evening": time(19), "night": time(21)}
"""What is meant by a part of the day alone."""


def read_recurrence(text: str, language: str, now: datetime) -> Recurrence | None:
    """What a text says of times that come again; None when it says nothing of the kind."""
    words = text[:LONGEST]
    found = _chinese(words, now) if language == "zh" else _english(words, now)
    return found if found is None or found.every > 0 else None


def _english(text: str, now: datetime) -> Recurrence | None:
    words = plain(text)
    words = re.sub(r"\b(every|each) 1 ", r"\1 ", words)
    rest = _EVERY.sub(" ", _WORK.sub(" ", _WEEKENDS.sub(" ", words)))
    at = _english_time(rest, now)
    if _WEEKENDS.search(words):
        return Recurrence(1, "week", at, WEEKEND, anchor=now)
    if re.search(
        r"\b(?:every|each|on|all) (?:week ?day|work|business)|\bweek ?days\b", words
    ) and _WORK.search(words):
        return Recurrence(1, "week", at, WORKDAYS, anchor=now)
    if part := _PART.search(words):
        return Recurrence(1, "day", at or _USUAL[part["part"]], anchor=now)
    named = _NAMED_DAYS.search(words)
    if named and (named["every"] or re.search(r"days\b", named["days"])):
        days = frozenset(weekday_number(each) for each in re.findall(WEEKDAY, named["days"]))
        return Recurrence(2 if named["other"] else 1, "week", at, days, anchor=now)
    return _english_step(words, at, now)


def _english_step(words: str, at: time | None, now: datetime) -> Recurrence | None:
    found = _EVERY.search(words)
    adverb = next((step for said, step in _ADVERBS if re.search(rf"\b{said}\b", words)), None)
    if not found and not adverb:
        return None
    unit: Unit = english_unit(found["each"]) if found else adverb or "day"
    count = 2.0 if found and found["other"] else float(found["n"] or 1) if found else 1.0
    if count != int(count):
        return Recurrence(max(round(count * SECONDS[unit]), 1), "second", anchor=now)
    said = re.search(r"\bthe (\d{1,2})(?:st|nd|rd|th)\b", words)
    plain_step = _step(int(count), unit, at, now)
    return (
        replace(plain_step, day=int(said[1])) if said and plain_step.step in ("month", "year") else plain_step
    )


def _step(many: int, unit: Unit, at: time | None, now: datetime) -> Recurrence:
    """A quarter is three months."""
    if unit == "quarter":
        return Recurrence(3 * many, "month", at, anchor=now)
    return Recurrence(many, unit, at, anchor=now)


def _english_time(words: str, now: datetime) -> time | None:
    words = re.sub(rf"\b(?:every|each|on|other|{WEEKDAY}|,|and)\b", " ", words)
    return _clock_of(when_en.read(re.sub(r"\s+", " ", words).strip(), now), now)


def _clock_of(said: object, now: datetime) -> time | None:
    """The time of day that was said, as it is on the wall."""
    if not isinstance(said, Moment) or said.clock is None:
        return None
    if said.clock.half is None and said.part is None and said.clock.hour <= 12:
        return time(said.clock.hour % 24, said.clock.minute, said.clock.second)
    return instant(said, now).time()


_AGAIN = re.compile(
    rf"每(?P<gap>隔)?(?P<n>{N})?个?(?P<half>半)?(?:个)?(?:(?P<work>工作日|上班日)|(?P<end>周末)|(?P<part>早上|晚上|早|晚)|"
    rf"(?:周|星期|礼拜)(?P<days>[一二三四五六日天](?:[、,和到至]?(?:周|星期|礼拜)?[一二三四五六日天])*)|(?P<unit>{CHINESE_UNIT}))"
)
_CHINESE_USUAL = {"早": time(8), "晚": time(21)}


def _chinese(text: str, now: datetime) -> Recurrence | None:
    words = re.sub(
        r"(?<!\d)\s+|\s+(?!\d)", "", text.translate(SIMPLIFIED).replace("，", ",").replace("：", ":")
    )
    match = _AGAIN.search(words) or re.search(
        r"(?P<gap>)(?P<n>)(?P<half>)(?P<work>工作日)(?P<end>)(?P<part>)(?P<days>)(?P<unit>)", words
    )
    if not match:
        return None
    at = _clock_of(when_zh.read((match["part"] or "") + words[match.end() :].lstrip("的"), now), now)
    if match["work"] or match["end"]:
        return Recurrence(1, "week", at, WORKDAYS if match["work"] else WEEKEND, anchor=now)
    if match["part"]:
        return Recurrence(1, "day", at or _CHINESE_USUAL[match["part"][0]], anchor=now)
    many = int(value(match["n"]) or 1) + bool(match["gap"] and match["unit"] in ("天", "日", "周"))
    if match["days"]:
        return Recurrence(many, "week", at, _chinese_days(match["days"]), anchor=now)
    return _chinese_step(match, many, at, words, now)


def _chinese_days(said: str) -> frozenset[int]:
    """Monday to Friday; Tuesday and Thursday."""
    days = [number_of(each) for each in re.findall("[一二三四五六日天]", said)]
    if re.search("[到至]", said) and len(days) == 2:
        return frozenset((days[0] + step) % 7 for step in range((days[1] - days[0]) % 7 + 1))
    return frozenset(days)


def _chinese_step(
    match: re.Match[str], many: int, at: time | None, words: str, now: datetime
) -> Recurrence | None:
    unit = UNITS[match["unit"]]
    if match["half"] or match["n"] == "半":
        seconds = SECONDS[unit] // 2
        return Recurrence(seconds, "second", anchor=now) if unit in ("minute", "hour", "day") else None
    rest = words[match.end() :]
    date_said = re.match(rf"(?:(?P<m>{N})月)?(?:(?P<d>{N})[日号])?", rest)
    month = int(value(date_said["m"])) or None if date_said else None
    day = int(value(date_said["d"])) or None if date_said else None
    if unit not in ("month", "year"):
        return _step(many, unit, at, now)
    if safe_date(2000, month or 1, day or 1) is None:
        return None
    return replace(_step(many, unit, at, now), day=day, month=month if unit == "year" else None)
