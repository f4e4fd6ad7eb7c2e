"""Which of its questions a sense that only looks something up stands for."""

import re

from intents.semantic.senses import ANSWERED, SENSES
from intents.vocabulary import Intent

_DATE = re.compile(
    r"\b(?:date|day|month|year)\b|初几|农历|阴历|几号|几月|日期|哪天|哪年|什么日子|周几|星期|礼拜|多少天|几天",
    re.IGNORECASE,
)
_PLAIN_MOMENT = re.compile(
    r"(?:\b(?:what|which|whats|s|is|it|the|time|date|day|today|todays|now|right|current|currently|tell|me|"
    r"give|please|hey|can|could|you|do|know|of|month|this|at|moment|exact|clock|say|a|for|us|i|need)\b|"
    r"[现在时间什么几点今天号日期月初农阴历了是我你告诉报一下请多少的是啊呢吗]|[\W_])+",
    re.IGNORECASE,
)
_DAMP = re.compile(r"\b(?:humid\w*|damp|dry|moist\w*|moisture)\b|[湿潮]|干燥|太干|干不干", re.IGNORECASE)
_CHARGED = re.compile(r"\b(?:batter\w+|charged?|juice|percent|plugged)\b|电(?!台)|充", re.IGNORECASE)
_FAR = re.compile(r"\b(?:far|range|reach|distance|miles|kilomet\w+|km)\b|多远|公里|续航|跑", re.IGNORECASE)


def looked_up(sense: str, text: str) -> tuple[Intent, bool]:
    """The intent, and whether it is all that the words ask for."""
    match sense:
        case "time":
            name = "HassGetCurrentDate" if _DATE.search(text) else SENSES[sense].intent
            return Intent(name), bool(_PLAIN_MOMENT.fullmatch(text))
        case "indoor" if _DAMP.search(text):
            return Intent("HassGetState", {"domain": "sensor", "device_class": "humidity"}), True
        case "car_range" if _CHARGED.search(text) and not _FAR.search(text):
            return Intent("CarBattery"), True
    intent = SENSES[sense].intent
    return Intent(intent), intent not in ANSWERED
