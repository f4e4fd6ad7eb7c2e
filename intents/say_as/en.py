"""English numbers, dates, times, amounts, addresses and signs as they are said."""

import re

from intents.say_as import en_numbers as n
from intents.say_as.en_address import address, telephone
from intents.say_as.en_dates import CALENDAR, CLOCK
from intents.say_as.rule import Rule, rule
from intents.say_as.units import ENGLISH, MONEY_EN, PER

_N = r"(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?|\.\d+"
_UNIT = "|".join(sorted(map(re.escape, ENGLISH), key=len, reverse=True))
_MONEY = "|".join(sorted(map(re.escape, MONEY_EN), key=len, reverse=True))
_SCALE = r"thousand|million|billion|trillion"
_SHORT_SCALE = {"k": "thousand", "m": "million", "b": "billion", "bn": "billion", "t": "trillion"}
_TO = r"\s?[-–—~]\s?"


def _money(match: re.Match[str]) -> str:
    one, many, cent, cents = MONEY_EN[match["money"]]
    scale = match["scale"] or ""
    scale = _SHORT_SCALE.get(scale.strip().lower(), scale.strip())
    per = f" per {PER[match['per']]}" if match["per"] else ""
    if scale:
        return f"{n.number(match['amount'])} {scale} {many}{per}"
    whole, _, fraction = match["amount"].replace(",", "").partition(".")
    if len(fraction) > 2 and fraction.strip("0"):
        return f"{n.number(match['amount'])} {many}{per}"
    pieces = []
    if int(whole or 0) or not fraction.strip("0"):
        pieces.append(f"{n.cardinal(whole or '0')} {one if int(whole or 0) == 1 else many}")
    if len(fraction) <= 2 and fraction.strip("0"):
        small = int(fraction.ljust(2, "0"))
        pieces.append(f"{n.cardinal(str(small))} {cent if small == 1 else cents}")
    return " ".join(pieces) + per


def _measure(match: re.Match[str]) -> str:
    figures, sign = match["number"], "negative " if match["sign"] else ""
    one, many = ENGLISH[match["unit"]]
    per = f" per {PER[match['per']]}" if match["per"] else ""
    scale = f" {match['scale'].strip()}" if match["scale"] else ""
    return f"{sign}{n.number(figures)}{scale} {one if figures == '1' and not scale else many}{per}"


def _range(match: re.Match[str]) -> str:
    return f"{n.number(match[1])} to {n.number(match[2])} {ENGLISH[match[3]][1]}"


def _alphanumeric(match: re.Match[str]) -> str:
    """B2A23C: letters and numbers apart, small numbers as numbers."""
    pieces = re.findall(r"\d+|\D+", match[0])
    return " ".join(_code(piece) if piece.isdigit() else piece for piece in pieces)


def _code(figures: str) -> str:
    if figures.startswith("0") and len(figures) > 1:
        return n.digits(figures) if len(figures) > 2 else f"zero {n.integer(figures[1])}"
    return n.integer(figures) if len(figures) < 3 else n.cardinal(figures)


_WORDS = {
    "Mr.": "mister",
    "Mrs.": "misses",
    "Ms.": "miz",
    "Dr.": "doctor",
    "Prof.": "professor",
    "e.g.": "for example",
    "i.e.": "that is",
    "vs.": "versus",
    "etc.": "et cetera",
    "approx.": "approximately",
    "w/o": "without",
    "Co.": "company",
    "U.S.A.": "USA",
}
_ROMAN = {
    "II": 2,
    "III": 3,
    "IV": 4,
    "V": 5,
    "VI": 6,
    "VII": 7,
    "VIII": 8,
    "IX": 9,
    "X": 10,
    "XI": 11,
    "XII": 12,
}
_ROMANS = "|".join(sorted(_ROMAN, key=len, reverse=True))
_OPERATOR = {
    "-": "minus",
    "−": "minus",
    "+": "plus",
    "*": "times",
    "×": "times",
    "÷": "divided by",
    "=": "equals",
}


def _sum(match: re.Match[str]) -> str:
    return " ".join(_OPERATOR.get(piece, piece) for piece in re.findall(r"[\w.]+|[-−+*×÷=]", match[0]))


_RULES: tuple[Rule, ...] = (
    rule(r"``|''", lambda _: '"'),
    rule("|".join(rf"(?<!\w){re.escape(word)}(?!\w)" for word in _WORDS), lambda m: _WORDS[m[0]]),
    *address(),
    *CLOCK,
    *CALENDAR,
    *telephone(),
    rule(
        rf"(?P<money>{_MONEY})\s?(?P<amount>{_N})(?P<scale>\s?(?:{_SCALE})\b|(?:bn|[kKmMbBtT])\b)?"
        rf"(?:/(?P<per>{'|'.join(PER)})\b)?",
        _money,
    ),
    rule(r"\b(dollars?|pounds?|euros?|cents?|pence|yuan|yen)\s?[-–]\s?(?=[a-z])", lambda m: f"{m[1]} to "),
    rule(rf"(?<![\w.])({_N})%?{_TO}({_N})\s?({_UNIT})(?!\w)", _range),
    rule(
        rf"(?<![\w.])(?P<sign>[-−])?(?P<number>{_N})(?P<scale> (?:{_SCALE}))?[ -]?(?P<unit>{_UNIT})"
        rf"(?:/(?P<per>{'|'.join(PER)})\b)?(?![\w²³])",
        _measure,
    ),
    rule(r"(?<![\w.])(\d+)/(" + "|".join(PER) + r")\b", lambda m: f"{n.cardinal(m[1])} per {PER[m[2]]}"),
    rule(
        r"(?<![\w.])(\d{1,2})[\"″](?![\w.])",
        lambda m: f"{n.cardinal(m[1])} {'inch' if m[1] == '1' else 'inches'}",
    ),
    rule(
        r"(?<![\w/.])(\d+) (\d+)/(\d+)(?![\w/])",
        lambda m: f"{n.cardinal(m[1])} and {n.fraction(m[2], m[3], mixed=True)}",
    ),
    rule(
        r"(?<![\w/.])(\d+) ?/ ?(\d+)(?:st|nd|rd|th)?(?![\w/])",
        lambda m: n.fraction(m[1], m[2]),
        re.IGNORECASE,
    ),
    rule(
        r"(?<![\w.])(\d{1,3}(?:,\d{3})+|\d+)(st|nd|rd|th)\b",
        lambda m: n.ordinal_with(m[1], m[2]),
        re.IGNORECASE,
    ),
    rule(
        rf"\b(World War|War|Chapter|Part|Volume|Act|Phase|Class) ({_ROMANS}|I)\b",
        lambda m: f"{m[1]} {n.cardinal(str(_ROMAN.get(m[2], 1)))}",
    ),
    rule(rf"(?<=[a-z]) ({_ROMANS})\b(?!['’\w])", lambda m: f" the {n.ordinal(str(_ROMAN[m[1]]))}"),
    rule(
        r"(?<![\w.-])(?:[a-z]|\d+) ?(?:[-−+*×÷=] ?(?:[a-z]|\d+) ?)*= ?(?:[a-z]|\d+)"
        r"(?: ?[-−+*×÷] ?(?:[a-z]|\d+))*(?![\w-])",
        _sum,
    ),
    rule(r"(?<![\w.-])\d+ ?[+*×÷] ?\d+(?![\w-])", _sum),
    rule(rf"(?<![\w.-])({_N}){_TO}({_N})(?![\w-]|[.]\d)", lambda m: f"{n.number(m[1])} to {n.number(m[2])}"),
    rule(r"(?<![\w.])[-−](?=\.?\d)", lambda _: "minus "),
    rule(
        r"(\d{1,3}(?:,\d{3})+(?:\.\d+)?|(?<![\w.])\.\d+|\d+\.\d+)([A-Za-z])?",
        lambda m: n.number(m[1]) + (f" {m[2]}" if m[2] else ""),
    ),
    rule(r"(?<![A-Za-z\d])(?:[A-Za-z]{1,5}\d+|\d+[A-Z]|\d+[a-z]\d)[A-Za-z\d]*", _alphanumeric),
    rule(r"(?<=[A-Za-z])(?=\d)|(?<=\d)(?=[A-Za-z])", lambda _: " "),
    rule(r"(?<!\d)\d+", lambda m: n.integer(m[0])),
    rule(r"(?<=\w)\s?&\s?(?=\w)", lambda _: " and "),
    rule(r"(?<!\w)@ ?(?=\w)", lambda _: "at "),
    rule(r" ?§ ?", lambda _: " section "),
    rule(r"(?<=[a-z])%|(?<!\w)%(?!\w)", lambda _: "percent"),
    rule(r"(?<!\w)\$(?!\w)", lambda _: "dollar"),
    rule(r"°C\b", lambda _: " degrees Celsius"),
    rule(r"(?<=[!?])(?=[a-z])", lambda _: " "),
    rule(r"(?<=[AP]M),(?=\w)", lambda _: ", "),
)


def words(text: str) -> str:
    """Clean text as it is said in English."""
    for pattern, say in _RULES:
        text = pattern.sub(say, text)
    return text
