"""Measures, and what one is in another."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Unit:
    """A measure and how it is called."""

    kind: str
    factor: float
    """How many of the kind's first measure one of it is; unused for warmth."""
    en: str
    """In the singular."""
    ens: str
    zh: str


UNITS: Mapping[str, Unit] = {
    "m": Unit("length", 1, "metre", "metres", "米"),
    "km": Unit("length", 1000, "kilometre", "kilometres", "公里"),
    "cm": Unit("length", 0.01, "centimetre", "centimetres", "厘米"),
    "mm": Unit("length", 0.001, "millimetre", "millimetres", "毫米"),
    "mi": Unit("length", 1609.344, "mile", "miles", "英里"),
    "ft": Unit("length", 0.3048, "foot", "feet", "英尺"),
    "in": Unit("length", 0.0254, "inch", "inches", "英寸"),
    "yd": Unit("length", 0.9144, "yard", "yards", "码"),
    "li": Unit("length", 500, "li", "li", "里"),
    "g": Unit("weight", 1, "gram", "grams", "克"),
    "kg": Unit("weight", 1000, "kilogram", "kilograms", "公斤"),
    "t": Unit("weight", 1_000_000, "tonne", "tonnes", "吨"),
    "lb": Unit("weight", 453.59237, "pound", "pounds", "磅"),
    "oz": Unit("weight", 28.349523125, "ounce", "ounces", "盎司"),
    "jin": Unit("weight", 500, "jin", "jin", "斤"),
    "liang": Unit("weight", 50, "liang", "liang", "两"),
    "l": Unit("volume", 1, "litre", "litres", "升"),
    "ml": Unit("volume", 0.001, "millilitre", "millilitres", "毫升"),
    "gal": Unit("volume", 3.785411784, "gallon", "gallons", "加仑"),
    "tsp": Unit("volume", 0.00492892159375, "teaspoon", "teaspoons", "茶匙"),
    "tbsp": Unit("volume", 0.01478676478125, "tablespoon", "tablespoons", "汤匙"),
    "pt": Unit("volume", 0.473176473, "pint", "pints", "品脱"),
    "qt": Unit("volume", 0.946352946, "quart", "quarts", "夸脱"),
    "cup": Unit("volume", 0.2365882365, "cup", "cups", "杯"),
    "s": Unit("time", 1, "second", "seconds", "秒"),
    "min": Unit("time", 60, "minute", "minutes", "分钟"),
    "h": Unit("time", 3600, "hour", "hours", "小时"),
    "d": Unit("time", 86400, "day", "days", "天"),
    "wk": Unit("time", 604800, "week", "weeks", "周"),
    "yr": Unit("time", 365 * 86400, "year", "years", "年"),
    "nmi": Unit("length", 1852, "nautical mile", "nautical miles", "海里"),
    "m2": Unit("area", 1, "square metre", "square metres", "平方米"),
    "mu": Unit("area", 2000 / 3, "mu", "mu", "亩"),
    "ha": Unit("area", 10_000, "hectare", "hectares", "公顷"),
    "acre": Unit("area", 4046.8564224, "acre", "acres", "英亩"),
    "kmh": Unit("speed", 1, "kilometre per hour", "kilometres per hour", "公里每小时"),
    "mph": Unit("speed", 1.609344, "mile per hour", "miles per hour", "英里每小时"),
    "c": Unit("warmth", 1, "degree Celsius", "degrees Celsius", "摄氏度"),
    "f": Unit("warmth", 1, "degree Fahrenheit", "degrees Fahrenheit", "华氏度"),
    "k": Unit("warmth", 1, "kelvin", "kelvin", "开尔文"),
    "usd": Unit("money", 1, "US dollar", "US dollars", "美元"),
    "eur": Unit("money", 1, "euro", "euros", "欧元"),
    "gbp": Unit("money", 1, "British pound", "British pounds", "英镑"),
    "cny": Unit("money", 1, "yuan", "yuan", "人民币"),
    "jpy": Unit("money", 1, "yen", "yen", "日元"),
    "hkd": Unit("money", 1, "Hong Kong dollar", "Hong Kong dollars", "港币"),
}
"""Code to measure. Money has none that stays."""

_TO_CELSIUS: Mapping[str, Callable[[float], float]] = {
    "c": lambda value: value,
    "f": lambda value: (value - 32) / 1.8,
    "k": lambda value: value - 273.15,
}
_FROM_CELSIUS: Mapping[str, Callable[[float], float]] = {
    "c": lambda value: value,
    "f": lambda value: value * 1.8 + 32,
    "k": lambda value: value + 273.15,
}


def convert(amount: float, source: str, target: str) -> float | None:
    """So much of one measure in another; None when they measure different things, or money."""
    of, to = UNITS[source], UNITS[target]
    if of.kind != to.kind or of.kind == "money":
        return None
    if of.kind == "warmth":
        return _FROM_CELSIUS[target](_TO_CELSIUS[source](amount))
    return amount * of.factor / to.factor
