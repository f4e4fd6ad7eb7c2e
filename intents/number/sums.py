"""Sums as they are said: "twelve times seven", "三十加五十", "15 percent of 80"."""

import math
import re
from collections.abc import Callable, Mapping
from fractions import Fraction

from intents.number.numeral import HAN_DIGITS, number
from intents.number.sums_told import ToldFirst

_WORD = (
    "zero|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|"
    "seventeen|eighteen|nineteen|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety|hundred|thousand|million"
)
_NUMBER = (
    rf"(?:[{HAN_DIGITS}]+分之[{HAN_DIGITS}]+|"
    r"\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?"
    rf"|\bpi\b|\b(?:{_WORD})(?:(?:[ -]| and )(?:{_WORD}))*(?: point(?: (?:{_WORD}))+)?\b"
    rf"|[{HAN_DIGITS}]+(?:点[{HAN_DIGITS}]+)?)"
)
_SIGNS: tuple[tuple[str, str], ...] = (
    (r"\bto the power of\b|\^|的?次方", "^"),
    (r"\bmultiplied by\b|\btimes\b|×|\*|\bx\b|乘以|乘上|乘", "*"),
    (r"\bdivided by\b|\bover\b|÷|/|除以", "/"),
    (r"\bplus\b|\+|加上|加", "+"),
    (r"\bminus\b|\bless\b|−|-|减去|减掉|减", "-"),
    (r"\bsquared\b|的?平方(?!根)", "²"),
    (r"\bcubed\b|的?立方(?!根)", "³"),
    (r"(?:%| ?\bper ?cent\b) of\b", "%"),
)
_OPERATOR = "|".join(f"(?:{pattern})" for pattern, _ in _SIGNS)
_SPACE = r"\s*"
_POWER_ZH = re.compile(rf"({_NUMBER})的({_NUMBER})次方")
_ANGLE = re.compile(
    rf"(?P<of>sin|cos|tan|正弦|余弦|正切)(?:e|ine|gent)?(?: of)?{_SPACE}(?P<angle>{_NUMBER})"
    r"(?:度| degrees?|°)?|"
    rf"(?P<han>{_NUMBER})度的?(?P<wave>正弦|余弦|正切)值?",
    re.IGNORECASE,
)
_WAVES: Mapping[str, Callable[[float], float]] = {
    "sin": math.sin,
    "正弦": math.sin,
    "cos": math.cos,
    "余弦": math.cos,
    "tan": math.tan,
    "正切": math.tan,
}
_ROOT = re.compile(rf"(?:\bsquare root of\s*({_NUMBER})|({_NUMBER})的?(?:平方根|开平方|开方))", re.IGNORECASE)
_SHARE_ZH = re.compile(rf"({_NUMBER})的(?:百分之({_NUMBER})|({_NUMBER})[%％])")
_OFF = re.compile(
    rf"({_NUMBER})(?:%| ?per ?cent) off(?: of)? \$?({_NUMBER})(?: dollars| euros| pounds)?", re.IGNORECASE
)
_PARTS: Mapping[str, int] = {
    "half": 2, "third": 3, "quarter": 4, "fourth": 4, "fifth": 5, "sixth": 6, "seventh": 7, "eighth": 8,
    "ninth": 9, "tenth": 10, "twelfth": 12, "hundredth": 100, "thousandth": 1000,
}  # fmt: skip
_SHARE = re.compile(
    r"\b(?:(?P<many>an?|one|two|three|four|five|six|seven|eight|nine|\d{1,2}) )?"
    rf"(?P<part>{'|'.join(_PARTS)})s? of (?P<whole>{_NUMBER})|"
    rf"(?P<han>{_NUMBER})的一半|(?P<all>{_NUMBER})的(?P<below>{_NUMBER})分之(?P<above>{_NUMBER})",
    re.IGNORECASE,
)
"""Two thirds of ninety."""
_CHAIN = re.compile(
    rf"{_NUMBER}(?:{_SPACE}(?:{_OPERATOR})(?:{_SPACE}{_NUMBER})?)+", re.IGNORECASE
)  # fmt: skip
_TOKEN = re.compile(rf"(?P<number>{_NUMBER})|(?P<sign>{_OPERATOR})", re.IGNORECASE)
_POWERS = {"²": 2, "³": 3}
_TOLD = ToldFirst(_NUMBER)
_MOST = Fraction(10) ** 15
"""Where an answer ends to be one that can be said."""


class NoAnswer(ValueError):
    """A sum that has no answer, such as a division by nothing."""


def find_sum(text: str) -> str | None:
    """The words of the text that are a sum; None when none are."""
    if told := _TOLD.found(text):
        return told.group()
    for pattern in (_ROOT, _POWER_ZH, _ANGLE, _SHARE_ZH, _OFF, _SHARE, _CHAIN):
        if found := pattern.search(text):
            return found.group()
    return None


def calculate(text: str) -> float | None:
    """The value of a sum; None when the words are none. :raises NoAnswer: it has none that can be said."""
    if root := _ROOT.fullmatch(text.strip()):
        value = _value(root[1] or root[2])
        return None if value is None else float(value) ** 0.5
    if share := _SHARE_ZH.fullmatch(text.strip()):
        whole, part = _value(share[1]), _value(share[2] or share[3])
        return None if whole is None or part is None else float(whole * part / 100)
    if (angle := _ANGLE.fullmatch(text.strip())) is not None:
        return _wave(angle)
    if part_of := _part(text.strip()):
        return float(part_of)
    return _reckoned(_tokens(_POWER_ZH.sub(r"\1^\2", _TOLD.signed(text.strip()))))


def _reckoned(tokens: list[Fraction | str]) -> float | None:
    try:
        result = _sum(tokens) if tokens else None
    except ZeroDivisionError as error:
        raise NoAnswer("nothing can be divided by zero") from error
    if result is None:
        return None
    if abs(result) > _MOST:
        raise NoAnswer("too big to be said")
    return float(result)


def _wave(angle: re.Match[str]) -> float | None:
    """Of so many degrees."""
    degrees = _value(angle["angle"] or angle["han"])
    name = (angle["of"] or angle["wave"]).lower()
    if degrees is None:
        return None
    if name in ("tan", "正切") and degrees % 180 == 90:
        raise NoAnswer("a right angle has no tangent")
    return round(_WAVES[name](math.radians(float(degrees))), 9)


def _part(text: str) -> Fraction | None:
    """What is left of a price, or a part of a number."""
    if off := _OFF.fullmatch(text):
        less, price = _value(off[1]), _value(off[2])
        return None if less is None or price is None else price * (100 - less) / 100
    share = _SHARE.fullmatch(text)
    return _share(share) if share else None


def _share(said: re.Match[str]) -> Fraction | None:
    """Two thirds of ninety."""
    whole = _value(said["whole"] or said["han"] or said["all"])
    many = _value(said["above"] or re.sub("^an?$", "one", (said["many"] or "one").lower()))
    below = _value(said["below"]) if said["below"] else Fraction(_PARTS[(said["part"] or "half").lower()])
    return None if whole is None or many is None or not below else whole * many / below


def _tokens(text: str) -> list[Fraction | str]:
    tokens: list[Fraction | str] = []
    for found in _TOKEN.finditer(text):
        if found["number"]:
            value = _value(found["number"])
            if value is None:
                return []
            tokens.append(value)
        else:
            tokens.append(
                next(sign for pattern, sign in _SIGNS if re.fullmatch(pattern, found["sign"], re.IGNORECASE))
            )
    return tokens


def _value(words: str) -> Fraction | None:
    below, of, above = words.partition("分之")
    if of:
        under, over = _value(below), _value(above)
        return over / under if under and over is not None else None
    value = math.pi if words.lower() == "pi" else number(words)
    return None if value is None else Fraction(str(value))


def _sum(tokens: list[Fraction | str]) -> Fraction | None:
    """Powers before products before sums, each from the left."""
    terms = _bound(_bound(_powers(tokens), "*/%"), "+-")
    only = terms[0] if len(terms) == 1 else None
    return only if isinstance(only, Fraction) else None


def _powers(tokens: list[Fraction | str]) -> list[Fraction | str]:
    done: list[Fraction | str] = []
    for token in tokens:
        base = done[-1] if done else None
        if isinstance(token, str) and token in _POWERS and isinstance(base, Fraction):
            done[-1] = base ** _POWERS[token]
        else:
            done.append(token)
    return _bound(done, "^")


def _bound(tokens: list[Fraction | str], signs: str) -> list[Fraction | str]:
    done: list[Fraction | str] = []
    waiting = list(reversed(tokens))
    while waiting:
        token = waiting.pop()
        left, right = (done[-1] if done else None), (waiting[-1] if waiting else None)
        if (
            isinstance(token, str)
            and token in signs
            and isinstance(left, Fraction)
            and isinstance(right, Fraction)
        ):
            waiting.pop()
            done[-1] = _apply(token, left, right)
        else:
            done.append(token)
    return done


def _apply(sign: str, left: Fraction, right: Fraction) -> Fraction:
    match sign:
        case "+":
            return left + right
        case "-":
            return left - right
        case "*":
            return left * right
        case "/":
            return left / right
        case "%":
            return left * right / 100
        case _:
            if right.denominator != 1 or abs(right) > 64:
                raise NoAnswer("too big to be said")
            return left ** int(right)
