"""English words for numbers and units, and durations made of them."""

import re
from datetime import timedelta

from intents.when.parts import LONGEST_S, SECONDS, Unit

_SMALL_WORDS = """zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen
fifteen sixteen seventeen eighteen nineteen"""
_TENS_WORDS = "twenty thirty forty fifty sixty seventy eighty ninety"
_SMALL = {word: str(value) for value, word in enumerate(_SMALL_WORDS.split())}
_TENS = {word: 10 * value for value, word in enumerate(_TENS_WORDS.split(), 2)}
_MONTH_NAMES = "(?:jan|feb|mar|apr|jun|jul|aug|sep|oct|nov|dec)"
_FRACTIONS = (
    (r"\b(?:a |1 )?half[- ](?=hour\b)", "0.5 "),
    (r"\b(?:a |1 )?quarter[- ](?=hour\b)", "0.25 "),
    (r"\b(?:an?|1) hour and (?:a |1 )?quarter\b", "75 minutes"),
    (r"\b(?:an?|1) hour and 3[- ]quarters\b", "105 minutes"),
    (r"\b(\d+) hours and (?:a |1 )?quarter\b", r"\1.25 hours"),
    (r"\b(\d+) hours and 3[- ]quarters\b", r"\1.75 hours"),
    (r"\band an half\b", "and a half"),
    (r"\bfrom right now\b", "from now"),
    (r"\b(?:week-end|wkend)\b", "weekend"),
    (r"\btonite\b", "tonight"),
    (rf"(?<=\d)(?={_MONTH_NAMES})|\b({_MONTH_NAMES})(?=\d)", r"\1 "),
    (r"\b(\d+) and (?:a|1) quarter (?=hours)", r"\1.25 "),
    (r"\b(\d{1,2}) ?hrs?(\d\d)\b", r"\1 hours \2 minutes"),
    (r"\b(\d{1,2}):([0-5]\d) (?=minutes)", r"\1 minutes \2 seconds "),
    (r"\b(\d{1,2}):([0-5]\d) (?=hours)", r"\1 hours \2 minutes "),
    (r"(?<= minutes \d\d seconds )minutes|(?<= hours \d\d minutes )hours", ""),
    (r"\b(\d{1,2}) ?h(?:rs?|ours?)? ?(\d{1,2}) ?m(?:ins?|inutes?)?\b", r"\1 hours \2 minutes"),
    (r"\bhalf an? (?=hour|day|minute|year)", "0.5 "),
    (r"\b(?:a |1 )?quarter of an (?=hour)", "0.25 "),
    (r"(?<!and )(?<!a )\bhalf (?=hour|day)", "0.5 "),
    (r"\b3 quarters? of an (?=hour)", "0.75 "),
    (r"\b(?:a )?(?:couple|pair)(?: of)? ", "2 "),
    (r"\b(?:a )?few ", "3 "),
    (r"\ba fortnight\b", "14 days"),
    (r"\bthe (?=next|last|past|coming|upcoming|current|following|previous)", ""),
    (r"\b(?:at )?(?:around|about|approximately|roughly|exactly) (?=\D)", ""),
    (r"\ban? (?=(?:second|sec|minute|min|hour|day|week|month|year|quarter)\b)", "1 "),
    (r"\ba dozen ", "12 "),
)
_UNITS: dict[str, Unit] = {
    "s": "second",
    "sec": "second",
    "m": "minute",
    "min": "minute",
    "h": "hour",
    "hr": "hour",
    "d": "day",
    "w": "week",
    "wk": "week",
    "qtr": "quarter",
    "y": "year",
    "yr": "year",
    "second": "second",
    "minute": "minute",
    "hour": "hour",
    "day": "day",
    "week": "week",
    "month": "month",
    "quarter": "quarter",
    "year": "year",
}
UNIT = (
    r"(?P<unit>seconds?|secs?|minutes?|mins?|hours?|hrs?|days?|weeks?|wks?|months?|quarters?|qtrs?|years?|yrs?|"
    r"[smhdy])\b"
)
_NO_UNIT = r"(?!\s?[\d:]|\s?(?:am|pm|\w*(?:second|minute|hour|day|week|month|year|min|sec|hr)s?\b))"
AMOUNT = re.compile(
    rf"(?P<n>\d+(?:\.\d+)?)(?P<and_half> and (?:a )?half)?(?: more| less| fewer)?[ -]?{UNIT}"
    rf"(?P<half> and (?:a )?half)?(?:(?:,? and | ,?)(?P<rest>\d{{1,2}}){_NO_UNIT})?"
)
"""A number and its unit, as in two and a half hours, or an hour and ten."""


def unit(words: str) -> Unit:
    """What a word for a unit means."""
    return _UNITS.get(words) or _UNITS[words.rstrip("s")]


_MEAL_CLOCKS = (
    (r"\b(?:(?:right )?before|at|around) (?:i go to |going to |my )?bed(?: ?time)?\b", "at 22:00"),
    (r"\bbefore (?:i (?:go to )?|going to )?sleep\b", "at 22:00"),
    (r"\bbefore breakfast\b", "at 7 am"),
    (r"\b(?:at|around|during|for) breakfast(?: ?time)?\b", "at 8 am"),
    (r"\bafter breakfast\b", "at 9 am"),
    (r"\bbefore lunch\b", "at 11:30 am"),
    (r"\bbefore (?:dinner|supper)\b", "at 5:30 pm"),
    (r"\b(?:at|around|during) (?:dinner|supper)(?: ?time)?\b", "at 6:30 pm"),
    (r"\bafter (?:dinner|supper)\b", "at 8 pm"),
    (r"\bchristmas eve\b", "december 24th"),
    (r"\b(?:christmas|xmas)(?: day)?\b", "december 25th"),
    (r"\bboxing day\b", "december 26th"),
    (r"\bnew year'?s eve\b", "december 31st"),
    (r"\bnew year'?s day\b|\b(?:the )?new year\b(?!'?s)", "january 1st"),
    (r"\bvalentine'?s(?: day)?\b", "february 14th"),
    (r"\bhallowe'?en\b", "october 31st"),
    (
        r"\bfirst thing(?: in the morning)? tomorrow(?: morning)?\b|\bfirst thing in the morning\b",
        "early tomorrow morning",
    ),
    (
        r"\bthe (day|week|month) (before|after) (?!yesterday|tomorrow|next|last|that)(?=[a-z]+)",
        r"1 \1 \2 ",
    ),
    (r"\bquarter of (?=\d)", "quarter to "),
    (r"(\d{4}-\d\d-\d\d)t(?=\d\d:)", r"\1 "),
    (r"\b(?:with)?in the (?:next )?(hour|minute)\b|\bin next 1? ?(hour|minute)\b", r"within 1 \1\2"),
    (r"\bfor (?:the )?next (?=\d+ (?:hour|minute|second)s?\b)", "for "),
    (r"\bgood (?:morning|afternoon|evening|night)\b", " "),
    (r"\b(?:at )?(?:this|(?:the )?same) time (?=tomorrow|next|on)", "at_now "),
    (r"\b(tomorrow|next [a-z]+) (?:at )?(?:this|the same) time\b", r"at_now \1"),
)
"""What a person means by a time that has a name, as a clock or a date."""
_REWRITES = tuple((re.compile(said), canonical) for said, canonical in (*_FRACTIONS, *_MEAL_CLOCKS))


_ORDINALS = ("first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth")
_ORDINAL_TENS = re.compile(rf"\b(?:(twenty|thirty)[- ]({'|'.join(_ORDINALS)})|(twentieth|thirtieth))\b")


def _ordinal(match: re.Match[str]) -> str:
    """The twenty first is the 21st."""
    if match[3]:
        return "20th" if match[3] == "twentieth" else "30th"
    number = _TENS[match[1]] + _ORDINALS.index(match[2]) + 1
    return str(number) + {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")


def plain(text: str) -> str:
    """Lower case, numbers in digits, fractions as decimals."""
    words = re.sub(r"\s+", " ", text.lower().replace("’", "'")).strip()
    words = re.sub(r"(\d)\s?(?:''|\")", r"\1 seconds", words)
    words = re.sub(r"(\d)\s?'(?!\w)", r"\1 minutes", words)
    words = _hundreds(_military(_digits(_ORDINAL_TENS.sub(_ordinal, words))))
    words = re.sub(r"\b(?:at )?(?:around|about|approximately|roughly|exactly)(?= \d)", "at", words)
    words = re.sub(r"(\d|\b\d ?[ap]m|\bnoon|\bafternoon)-?ish\b", r"\1", words)
    words = re.sub(
        r"\b(\d)/([1-9]) ?(?=h|day|year|month|week|min)", lambda m: f"{int(m[1]) / int(m[2]):g} ", words
    )
    words = re.sub(
        r"\b(\d+) and (?:(\d)|a) quarters? of (?:an? )?(?=hours?)",
        lambda m: f"{int(m[1]) + int(m[2] or 1) / 4:g} ",
        words,
    )
    words = re.sub(r"\b(1[3-9]|2\d|3[01])[/.](0?[1-9]|1[0-2])(?=[/.]\d{2,4}\b)", r"\2/\1", words)
    for said, canonical in _REWRITES:
        words = said.sub(canonical, words)
    return words


def _digits(words: str) -> str:
    tens, small = "|".join(_TENS), "|".join(sorted(_SMALL, key=len, reverse=True))
    ones = "|".join(list(_SMALL)[1:10])
    words = re.sub(rf"\b({tens})[ -]({ones})\b", lambda m: str(_TENS[m[1]] + int(_SMALL[m[2]])), words)
    words = re.sub(rf"\b({tens})\b", lambda m: str(_TENS[m[1]]), words)
    return re.sub(rf"\b({small})\b", lambda m: _SMALL[m[1]], words)


def _military(words: str) -> str:
    """Oh seven hundred; nineteen hundred hours."""
    words = re.sub(r"\b(?:oh|o|0) ?(\d) hundred(?: hours)?\b", r"at 0\1:00", words)
    return re.sub(r"\b(1\d|2[0-3]) hundred hours\b", r"at \1:00", words)


def _hundreds(words: str) -> str:
    """A hundred and five is 105."""
    return re.sub(
        r"\b(?:a|(\d)) hundred(?:(?: and)? (\d{1,2}))?\b",
        lambda m: str(100 * int(m[1] or 1) + int(m[2] or 0)),
        words,
    )


def duration(words: str) -> timedelta | None:
    """All amounts in plain words together; None when there is none."""
    total, found = 0.0, False
    matches = list(AMOUNT.finditer(words))
    if len(matches) == 2 and [unit(match["unit"]) for match in matches] == ["year", "month"]:
        months = 12 * float(matches[0]["n"]) + float(matches[1]["n"])
        return timedelta(seconds=min(months * SECONDS["month"], LONGEST_S))
    for match in matches:
        measure = unit(match["unit"])
        total += (float(match["n"]) + (0.5 if match["half"] or match["and_half"] else 0)) * SECONDS[measure]
        if match["rest"] and measure in ("hour", "minute"):
            total += int(match["rest"]) * SECONDS[measure] / 60
        found = True
    return timedelta(seconds=min(total, LONGEST_S)) if found else None
