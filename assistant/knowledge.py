"""What is answered without a home: sums, measures, and what there is no source for."""

from collections.abc import Callable, Mapping

from intents.compose.report import Calculated, Converted, Report, Sorry, Unavailable
from intents.number.sums import NoAnswer, calculate
from intents.number.units import UNITS, convert
from intents.vocabulary import Intent


def is_known(intent: Intent) -> bool:
    """Whether `tell` has an answer."""
    return intent.name in _TELLS


def tell(intent: Intent) -> Report:
    """The answer."""
    return _TELLS[intent.name](intent)


def _calculate(intent: Intent) -> Report:
    expression = str(intent.slots.get("expression", ""))
    try:
        return Calculated(expression, calculate(expression))
    except NoAnswer:
        return Calculated(expression, None)


def _convert(intent: Intent) -> Report:
    amount, source, target = (intent.slots.get(slot, "") for slot in ("amount", "from", "to"))
    of, to = str(source), str(target)
    if of not in UNITS or to not in UNITS:
        return Sorry()
    value = amount if isinstance(amount, int | float) else 1
    if UNITS[of].kind == "money" and UNITS[to].kind == "money":
        return Unavailable("rates")
    return Converted(value, of, to, convert(value, of, to))


def _play(intent: Intent) -> Report:
    kind = str(intent.slots.get("media_class", ""))
    if kind == "news":
        return Unavailable("news")
    return Unavailable("story") if kind == "story" else Unavailable("music", _asked(intent))


def _asked(intent: Intent) -> str | None:
    """What was asked for by name."""
    asked = intent.slots.get("search_query") or intent.slots.get("artist")
    return None if asked is None else str(asked)


_TELLS: Mapping[str, Callable[[Intent], Report]] = {
    "Calculate": _calculate,
    "Convert": _convert,
    "HassMediaSearchAndPlay": _play,
    "HassGetWeather": lambda _: Unavailable("weather"),
    **dict.fromkeys(
        ("MediaInfo", "MediaLike", "MediaRepeat", "MediaShuffle"), lambda _: Unavailable("music")
    ),
    "Automate": lambda intent: Unavailable("sun" if intent.slots.get("event") == "sun" else "automation"),
    "ChangeChannel": lambda _: Unavailable("channels"),
    "Teach": lambda _: Unavailable("learning"),
    "Translate": lambda _: Unavailable("translation"),
    "Wrong": lambda _: Sorry(),
}
