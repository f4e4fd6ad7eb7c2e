"""What comes back every week: "every weekday at seven", "每个工作日早上七点"."""

import re
from dataclasses import dataclass

WEEKDAYS, WEEKEND, EVERY_DAY = frozenset(range(5)), frozenset({5, 6}), frozenset(range(7))
"""Monday is 0."""

_EN = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_EN_DAY = rf"(?:{'|'.join(_EN)})"
_EN_DAYS = rf"{_EN_DAY}s?(?:(?:\s*,\s*|\s+and\s+|\s+)(?:on\s+)?{_EN_DAY}s?)*"
_ZH_DAY = "[一二三四五六日天]"
_ZH_WEEK = "(?:周|星期|礼拜)"
_ZH_DAYS = rf"{_ZH_WEEK}{_ZH_DAY}(?:[、，和跟]?{_ZH_WEEK}?{_ZH_DAY})*"

_RULES: dict[str, tuple[tuple[re.Pattern[str], frozenset[int] | None, str], ...]] = {
    "en": (
        (
            re.compile(r"\b(?:every|each|on) (?:single )?(?:weekday|workday|working day|week day)s?\b"),
            WEEKDAYS,
            "",
        ),
        (re.compile(r"\b(?:weekdays|workdays|week days)\b"), WEEKDAYS, ""),
        (
            re.compile(r"\b(?:every |from )?monday(?:s)? (?:to|through|till|until) friday(?:s)?\b"),
            WEEKDAYS,
            "",
        ),
        (re.compile(r"\b(?:(?:every|each) weekend|(?:on )?weekends)\b"), WEEKEND, ""),
        (re.compile(r"\b(?:every|each) (morning|afternoon|evening|night)\b"), EVERY_DAY, r"in the \1"),
        (re.compile(r"\b(?:(?:every|each) (?:single )?day|everyday|daily)\b"), EVERY_DAY, ""),
        (re.compile(rf"\b(?:every|each) {_EN_DAYS}\b"), None, ""),
        (re.compile(rf"\b(?:on )?{_EN_DAY}s(?:(?:\s*,\s*|\s+and\s+|\s+)(?:on )?{_EN_DAY}s)*\b"), None, ""),
    ),
    "zh": (
        (re.compile(rf"每?(?:个)?(?:工作日|{_ZH_WEEK}一[到至]{_ZH_WEEK}?五)的?"), WEEKDAYS, ""),
        (re.compile("每(?:个|逢)?周末的?"), WEEKEND, ""),
        (re.compile("每(?:一)?个?(早上|早晨|上午|中午|下午|傍晚|晚上|晚|早)"), EVERY_DAY, r"\1"),
        (re.compile("(?:每一?天|每日|天天)的?"), EVERY_DAY, ""),
        (re.compile(rf"每个?{_ZH_DAYS}的?"), None, ""),
    ),
}


@dataclass(frozen=True, slots=True)
class Weekly:
    """Certain days of every week."""

    weekdays: frozenset[int]
    """Monday is 0; never empty."""
    rest: str
    """The words without those of the recurrence; they may say the time of day."""


def read_weekly(text: str, language: str) -> Weekly | None:
    """On which days of every week; None when nothing comes back."""
    said = text.lower()
    for pattern, weekdays, left in _RULES.get(language, ()):
        if found := pattern.search(said):
            days = weekdays or _days(found.group(), language)
            return Weekly(
                days, " ".join((said[: found.start()] + found.expand(left) + said[found.end() :]).split())
            )
    return None


def _days(text: str, language: str) -> frozenset[int]:
    if language == "zh":
        letters = re.sub(_ZH_WEEK, "", text)
        return frozenset(
            "一二三四五六日".index(letter)
            for letter in letters.replace("天", "日")
            if letter in "一二三四五六日"
        )
    return frozenset(number for number, name in enumerate(_EN) if name in text)
