"""Chinese numbers, units, times and signs as they are said."""

import re

from intents.say_as.rule import Rule
from intents.say_as.rule import rule as _rule
from intents.say_as.units import CHINESE, MONEY_ZH

_DIGITS = "零一二三四五六七八九"
_PHONE = str.maketrans("0123456789", "零幺二三四五六七八九")
_PLAIN = str.maketrans("0123456789", _DIGITS)
_N = r"\d+(?:,\d{3})*(?:\.\d+)?"
_MYRIAD = r"[十百千万亿wW]*"
_COUNTERS = "个|年后|年前|位|名|条|只|台|点|天|周|小时|分钟|倍|种|次|杯|张|本|盏|扇|把|间|层|件|块|斤|岁"


def integer(figures: str) -> str:
    """A whole number: 20000 is 两万; what begins with 0 or is too long to grasp is read digit by digit."""
    figures = figures.replace(",", "")
    if len(figures) > 16 or (len(figures) > 1 and figures.startswith("0")):
        return figures.translate(_PLAIN)
    said = _below_myriad_squared(int(figures)) if len(figures) <= 8 else _hundreds_of_millions(int(figures))
    return re.sub(r"^一十", "十", said) or "零"


def _hundreds_of_millions(value: int) -> str:
    high, low = divmod(value, 10**8)
    gap = "零" if 0 < low < 10**7 else ""
    return f"{_leading(_below_myriad_squared(high))}亿{gap}{_below_myriad_squared(low)}"


def _below_myriad_squared(value: int) -> str:
    high, low = divmod(value, 10**4)
    if not high:
        return _section(low)
    gap = "零" if 0 < low < 1000 else ""
    return f"{_leading(_section(high))}万{gap}{_section(low)}"


def _section(value: int) -> str:
    """Up to 9999; empty for nothing."""
    said = ""
    for power, unit in ((1000, "千"), (100, "百"), (10, "十"), (1, "")):
        digit = value // power % 10
        if digit:
            said += ("两" if digit == 2 and power == 1000 else _DIGITS[digit]) + unit
        elif said and value % power and not said.endswith("零"):
            said += "零"
    return said


def _leading(section: str) -> str:
    """Two of the next unit is 两, and ten of it is 十."""
    return "两" if section == "二" else re.sub(r"^一十", "十", section)


def number(figures: str) -> str:
    """A number with or without sign, thousands and decimals."""
    figures = figures.replace(",", "").replace("−", "-")
    if figures.startswith("-"):
        return "负" + number(figures[1:])
    whole, _, fraction = figures.partition(".")
    said = integer(str(int(whole or "0")) if fraction else whole)
    return f"{said}点{fraction.translate(_PLAIN)}" if fraction else said


def digits(figures: str) -> str:
    """Digit by digit, as a year is said."""
    return figures.translate(_PLAIN)


def called(figures: str) -> str:
    """Digit by digit with 幺 for one, as a telephone number is said."""
    return re.sub(r"\D", "", figures).translate(_PHONE)


def _date(year: str, month: str, day: str | None = None) -> str:
    said = f"{digits(year)}年{integer(str(int(month)))}月" if year else f"{integer(str(int(month)))}月"
    return said + (f"{integer(str(int(day)))}日" if day else "")


def _clock(hour: str, minute: str, second: str | None = None) -> str:
    said = f"{_quantity(str(int(hour)))}点"
    minutes = integer(str(int(minute)))
    if second is not None:
        return f"{said}{minutes}分{integer(str(int(second)))}秒"
    if int(minute) == 0:
        return said
    return f"{said}{'零' if int(minute) < 10 else ''}{minutes}分"


def _measure(match: re.Match[str]) -> str:
    return f"{_quantity(match.group(1))}{CHINESE[match.group(2)]}"


def _quantity(figures: str) -> str:
    said = number(figures)
    return "两" if said == "二" else said


def _percent(match: re.Match[str]) -> str:
    figures = match.group(1)
    sign = "负" if figures.startswith("-") else ""
    return f"{sign}百分之{number(figures.lstrip('-'))}"


def _money(match: re.Match[str]) -> str:
    scale = match.group(3).replace("w", "万").replace("W", "万")
    return f"{number(match.group(2))}{scale}{MONEY_ZH[match.group(1)]}"


def _fraction(match: re.Match[str]) -> str:
    sign = "负" if match.group(1) else ""
    return f"{sign}{number(match.group(3))}分之{number(match.group(2))}"


_SIGNS = {
    "<=": "小于等于",
    ">=": "大于等于",
    "≤": "小于等于",
    "≥": "大于等于",
    "≠": "不等于",
    "≈": "约等于",
    "=": "等于",
    "+": "加",
    "×": "乘",
    "÷": "除以",
    "<": "小于",
    ">": "大于",
}
_UNIT = "|".join(sorted(map(re.escape, CHINESE), key=len, reverse=True))
_MONEY = "|".join(sorted(map(re.escape, MONEY_ZH), key=len, reverse=True))

_HAN = r"\u4e00-\u9fff"
_SHORT_WORDS = (
    "(?:app|bug|pro|max|the|and|new|one|you|air|yes|bye|day|car|dog|cat|tea|box|end|fun|top|all|get|set|run)"
)

_RULES: tuple[Rule, ...] = (
    _rule(r"(\d{1,4})\s?a\.?d\.?(?![a-z])", lambda m: f"公元{digits(m[1])}年", re.IGNORECASE),
    _rule(
        r"(?<!\d)((?:19|20)\d{2})[-/.](0?[1-9]|1[0-2])[-/.](0?[1-9]|[12]\d|3[01])(?!\d)",
        lambda m: _date(m[1], m[2], m[3]),
    ),
    _rule(
        r"(?<![\d.])(\d{2})[/.](0?[1-9]|1[0-2])[/.](0?[1-9]|[12]\d|3[01])(?![\d.])",
        lambda m: _date(m[1], m[2], m[3]),
    ),
    _rule(r"(?<!\d)((?:19|20)\d{2})[-/.](0[1-9]|1[0-2])(?!\d)", lambda m: _date(m[1], m[2])),
    _rule(r"(?<!\d)(0[1-9]|1[0-2])[-/.]((?:19|20)\d{2})(?!\d)", lambda m: _date(m[2], m[1])),
    _rule(r"(?<!\d)(0[1-9]|1[0-2])[/.](0[1-9]|[12]\d|3[01])(?!\d)", lambda m: _date("", m[1], m[2])),
    _rule(r"(?<=公元)(前?)(\d+)(?=年)", lambda m: m[1] + digits(m[2])),
    _rule(r"(?<!\d)(\d{2}|\d{4})(?=年(?!后|前|内|来|级|以|多|间))", lambda m: digits(m[1])),
    _rule(r"(?<!\d)0?(\d{1,2})(?=月|日)", lambda m: integer(m[1])),
    _rule(r"(?<!\d)0?(\d{1,2})号(?!线|楼|房|门|院|机)", lambda m: f"{integer(m[1])}日"),
    _rule(r"(?<![\d:])([01]?\d|2[0-4]):([0-5]\d):([0-5]\d)(?![\d:])", lambda m: _clock(m[1], m[2], m[3])),
    _rule(r"(?<![\d:])([01]?\d|2[0-4])[:：]([0-5]\d)(?![\d:])", lambda m: _clock(m[1], m[2])),
    _rule(r"(?<![\d:])(\d{1,2}):(\d{1,2})(?![\d:])", lambda m: f"{integer(m[1])}比{integer(m[2])}"),
    _rule(r"(?<![\d.])(\d{1,3}(?:\.\d{1,3}){3})(?![\d.])", lambda m: digits(m[1]).replace(".", "点")),
    _rule(r"(?<!\d)(0\d{2,3}-\d{7,8})(?!\d)", lambda m: digits(m[1].replace("-", ""))),
    _rule(r"(?<!\d)(1[3-9]\d[- ]?\d{4}[- ]?\d{4})(?!\d)", lambda m: called(m[1])),
    _rule(r"(?<=[拨打电话号码给呼])(\d{3,6})(?=打|[^\d.]|$)(?!个|[元块秒分次])", lambda m: called(m[1])),
    _rule(r"(?:(?<=尾号为)|(?<=尾号是)|(?<=验证码是)|(?<=密码是)|(?<=编号))(\d{3,})", lambda m: digits(m[1])),
    _rule(r"^(1[12]0|119)$", lambda m: called(m[1])),
    _rule(rf"({_MONEY})\s?({_N})({_MYRIAD})", _money),
    _rule(rf"(-?{_N})\s?[%％]", _percent),
    _rule(r"(?<!\d)(\d+)又(\d+)分之(\d+)", lambda m: f"{integer(m[1])}又{integer(m[2])}分之{integer(m[3])}"),
    _rule(
        rf"(-?{_N})\s?[-~～至到]\s?(-?{_N})\s?({_UNIT})(?![a-zA-Z])",
        lambda m: f"{number(m[1])}到{number(m[2])}{CHINESE[m[3]]}",
    ),
    _rule(rf"(?<![\d.a-zA-Z])(-?{_N})\s?({_UNIT})(?![a-zA-Z])", _measure),
    _rule(
        r"(?<=[\u4e00-\u9fff]) (\d{1,2})/(\d{1,2})(?![\d/])", lambda m: f"{integer(m[1])}比{integer(m[2])}"
    ),
    _rule(r"(?<![\d/])(-)?(\d+)/(\d+)(?![\d/])", _fraction),
    _rule(
        r"(?<=[\u4e00-\u9fff])(\d{1,2})-(\d{1,2})(?![\d-])(?=$|[，。！])",
        lambda m: f"{integer(m[1])}比{integer(m[2])}",
    ),
    _rule(rf"({_N})\s?[-~～—–]+\s?({_N})", lambda m: f"{number(m[1])}到{number(m[2])}"),
    _rule(rf"({_N})[wW](?![a-zA-Z])", lambda m: f"{number(m[1])}万"),
    _rule(rf"(?<!第)(?<![\d.])2(?={_COUNTERS})(?!点\d)", lambda _: "两"),
    _rule(r"第(\d+)", lambda m: f"第{integer(m[1])}"),
    _rule(r"([A-Za-z])2([A-Za-z])", lambda m: f"{m[1]} to {m[2]}"),
    _rule(r"\s?(<=|>=|[≤≥≠≈=+×÷])\s?", lambda m: _SIGNS[m[1]]),
    _rule(r"(?<=\d)\s?([<>])\s?(?=\d)", lambda m: _SIGNS[m[1]]),
    _rule(rf"(?<![\d\w])[-−]({_N})", lambda m: f"负{number(m[1])}"),
    _rule(rf"{_N}", lambda m: number(m[0])),
    _rule(r"(?<![A-Za-z])[A-Za-z](?: [A-Za-z])+(?![A-Za-z])", lambda m: m[0].replace(" ", "").upper()),
    _rule(rf"(?<=[{_HAN}])(?!{_SHORT_WORDS})[a-z]{{3}}(?=[{_HAN}，。！？]|$)", lambda m: m[0].upper()),
)


def words(text: str) -> str:
    """Clean text as it is said in Chinese."""
    for pattern, say in _RULES:
        text = pattern.sub(say, text)
    return text
