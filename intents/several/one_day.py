"""The day that is said once for several times of one breath: 明早七点叫我，八点提醒我吃药."""

import re

from intents.restated import timed
from intents.spans import DAY_ZH
from intents.vocabulary import Intent

_NOTED = frozenset({"SetAlarm", "SetReminder"})
_DAY_EN = re.compile(
    r"\b(?:to(?:day|morrow|night)|(?:mon|tues|wednes|thurs|fri|satur|sun)days?|every|daily|week(?:day|end)s?)\b",
    re.IGNORECASE,
)
_PART = re.compile("早上|清晨|早晨|上午|中午|下午|傍晚|晚上|夜里|凌晨")
_CLOCK = {
    "zh": re.compile(rf"(?:{_PART.pattern})?(?:[一二两三四五六七八九十]+|\d{{1,2}})[点:：].{{0,4}}"),
    "en": re.compile(r"[a-z\d:. ]{1,24}", re.IGNORECASE),
}
"""A time of day, perhaps with its half."""
_LONG = re.compile(r"\b(?:minutes?|hours?|seconds?|days?|weeks?)\b|后", re.IGNORECASE)


def of_one_day(intents: tuple[Intent, ...], language: str) -> tuple[Intent, ...]:
    """Each alarm and reminder on the day, and in the half of it, of the one before unless it has its own."""
    dated: list[Intent] = []
    for intent in intents:
        dated.append(_on_day_of(dated[-1], intent, language) if dated else intent)
    return tuple(dated)


def _on_day_of(before: Intent, intent: Intent, language: str) -> Intent:
    said, earlier = str(intent.slots.get("time", "")), str(before.slots.get("time", ""))
    clock = _CLOCK["zh" if language == "zh" else "en"]
    plain = {before.name, intent.name} <= _NOTED and clock.fullmatch(said) and not _LONG.search(said)
    if not plain or _is_dated(said, language) or not _is_dated(earlier, language):
        return intent
    if language == "zh" and (day := DAY_ZH.match(earlier)) and _PART.match(said):
        return Intent(intent.name, {**intent.slots, "time": f"{_whole(day[0])}{said}"}, intent.response)
    carried = timed(Intent(before.name, {"time": earlier}), said, language)
    time = carried.slots["time"] if carried else said
    return Intent(intent.name, {**intent.slots, "time": time}, intent.response)


def _whole(day: str) -> str:
    """The day without its half: 明天 for 明早."""
    return re.sub("(?<=[今明后])[早晚]$", "天", _PART.sub("", day))


def _is_dated(said: str, language: str) -> bool:
    return bool(DAY_ZH.match(said) or said.startswith("每") if language == "zh" else _DAY_EN.search(said))
