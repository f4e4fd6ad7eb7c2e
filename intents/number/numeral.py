"""Numbers in running text, in digits or in words of either language."""

import re

_SMALL = [
    "zero",
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
    "thirteen",
    "fourteen",
    "fifteen",
    "sixteen",
    "seventeen",
    "eighteen",
    "nineteen",
]
_TENS = ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"]
_ENGLISH: dict[str, int] = {
    **{word: value for value, word in enumerate(_SMALL)},
    **{word: 10 * (value + 2) for value, word in enumerate(_TENS)},
}
_SCALES = {"hundred": 100, "thousand": 1000, "million": 10**6, "billion": 10**9}
_WORD = "|".join(sorted([*_ENGLISH, *_SCALES], key=len, reverse=True))
ENGLISH_NUMBER = rf"\b(?:{_WORD})(?:(?:[ -]|,? and )(?:{_WORD}))*(?: point(?: (?:{_WORD}))+)?\b"

_DIGITS = {
    **{digit: value for value, digit in enumerate("零一二三四五六七八九")},
    "〇": 0, "两": 2, "兩": 2, "幺": 1, "半": 0.5, "壹": 1, "贰": 2, "叁": 3, "參": 3, "肆": 4, "伍": 5,
    "陆": 6, "陸": 6, "柒": 7, "捌": 8, "玖": 9,
}  # fmt: skip
_UNITS = {"十": 10, "拾": 10, "百": 100, "佰": 100, "千": 1000, "仟": 1000}
_MYRIADS = {"万": 10**4, "萬": 10**4, "亿": 10**8, "億": 10**8}
_TWENTIES = {"廿": "二十", "卅": "三十", "卌": "四十"}
HAN_DIGITS = "".join(key for key in _DIGITS if key != "半") + "".join([*_UNITS, *_MYRIADS, *_TWENTIES])
_HAN_RUN = rf"[负負]?[{HAN_DIGITS}]+(?:[点點][{HAN_DIGITS}]+)?"
_FIGURES = r"(?<![\w.])[-−]?\d{1,3}(?:,\d{3})+(?:\.\d+)?|[-−]?\d*\.?\d+"
NUMERAL = re.compile(f"{_FIGURES}|{ENGLISH_NUMBER}|{_HAN_RUN}", re.IGNORECASE)
"""Finds one number."""


def numbers(text: str) -> list[float]:
    """Every number in the text, in order."""
    return [value for match in NUMERAL.finditer(text) if (value := number(match.group())) is not None]


def number(words: str) -> float | None:
    """The value of one number written in digits, English or Chinese; None when it is none."""
    words = words.strip().lower().replace("−", "-")
    figures = words.replace(",", "").replace("，", "")
    if re.fullmatch(r"[-+]?(?:\d+\.?\d*|\.\d+)", figures):
        return float(figures)
    if words and words[0] in "负負":
        value = number(words[1:])
        return None if value is None else -value
    return _han(words) if words and words[0] in HAN_DIGITS + "半" else _english(words)


def _english(words: str) -> float | None:
    whole, _, fraction = words.partition(" point ")
    value: float = 0
    part = 0
    for word in re.findall(r"[a-z]+", whole):
        if word == "and":
            continue
        if word in _ENGLISH:
            part += _ENGLISH[word]
        elif word == "hundred":
            part = (part or 1) * 100
        elif word in _SCALES:
            value, part = value + (part or 1) * _SCALES[word], 0
        else:
            return None
    if fraction:
        digits = [_ENGLISH.get(word) for word in fraction.split()]
        if None in digits:
            return None
        return float(f"{int(value + part)}." + "".join(map(str, digits)))
    return value + part


def _han(words: str) -> float | None:
    for short, long in _TWENTIES.items():
        words = words.replace(short, long)
    whole, _, fraction = words.replace("點", "点").partition("点")
    value = _han_whole(whole)
    if value is None or not fraction:
        return value
    digits = [_DIGITS.get(digit) for digit in fraction]
    return None if None in digits else float(f"{int(value)}." + "".join(str(digit) for digit in digits))


def _han_whole(words: str) -> float | None:
    if all(digit in _DIGITS for digit in words):
        return (
            _DIGITS[words] if len(words) == 1 else float("".join(str(int(_DIGITS[digit])) for digit in words))
        )
    total: float = 0
    section: float = 0
    digit: float = 0
    last = 1
    for sign in words:
        if sign in _DIGITS:
            digit = _DIGITS[sign]
            last = 10 if sign in "零〇" else last
        elif sign in _UNITS:
            section += (digit or (1 if not section else 0) or 1) * _UNITS[sign]
            last, digit = _UNITS[sign], 0
        elif sign in _MYRIADS:
            total = (
                (total + section + digit or 1) * _MYRIADS[sign]
                if _MYRIADS[sign] == 10**8
                else total + (section + digit or 1) * _MYRIADS[sign]
            )
            last, section, digit = _MYRIADS[sign], 0, 0
        else:
            return None
    return total + section + digit * (last // 10 if last > 10 else 1)
