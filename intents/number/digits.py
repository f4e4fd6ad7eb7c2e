"""Chinese numerals to digits, where they count something."""

import re

from intents.number.numeral import number

_NUMERAL = "[零〇一二两三四五六七八九十百千万点]"
_UNITS = "度|%|％|个?小时|个?钟头|分钟|分(?!之)|秒钟|秒|档|成|步|公里|块|元|号|月|年"
_COUNTED = re.compile(
    f"({_NUMERAL}+)(?=个?半?个?(?:{_UNITS}))|(?<=百分之)({_NUMERAL}+)|(?<=[到为至成])({_NUMERAL}+)$"
)

_TENTHS = re.compile(
    "(?<![一二三四五六七八九十百千万0-9])([一二三四五六七八九1-9])成(?![为功本员年立绩果]|就(?![行好可]))"
)
"""Thirty percent is 三成."""


def to_digits(text: str) -> str:
    """The text with every counting numeral in digits: `二十六度` becomes `26度`; a name like `一楼` stays."""
    return _COUNTED.sub(_digits, _TENTHS.sub(_percent, text))


def _percent(found: re.Match[str]) -> str:
    return f"{(number(found.group(1)) or 0) * 10:g}%"


def _digits(found: re.Match[str]) -> str:
    value = number(found.group())
    return f"{value:g}" if value is not None and value < 1e6 else found.group()
