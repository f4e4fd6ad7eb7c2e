"""Lamps called after a thing, the oven light, 衣柜灯: where nothing has that name, there is no such lamp."""

import re
from collections.abc import Iterator

from intents.home.furnishings import ROOMS_EN

_ROOM = re.compile(rf"\b(?:{ROOMS_EN})\b")
_LAMP_EN = re.compile(
    r"\b(?:the|my|our|that|this) (?P<thing>(?P<of>[a-z]+(?: [a-z]+)?) (?:light|lamp|bulb)s?)\b", re.IGNORECASE
)
_PLAIN_EN = frozenset(
    """
    all both every other another same first second third last next only single whole rest remaining main big
    small little large tall overhead ceiling floor table desk bedside standing top bottom left right front
    back room rooms house home indoor inside outside outdoor upstairs downstairs smart electric led hue
    philips wifi normal regular usual current bright brighter dim dimmer dark soft warm cool cold white red
    green blue yellow orange purple pink color colored colour coloured nice damn bloody stupid freaking actual
    new old ambient mood reading lit on off of in for and
    """.split()  # noqa: SIM905 -- a hundred words are read more easily without quotation marks
)
"""Words before a light that do not say which."""
_LAMP_ZH = re.compile(
    "(?:打开|开开|开启|开一下|开个?|关掉|关上|关闭|关一下|关了|关个?|把|将)"
    "(?P<thing>(?P<of>[\u4e00-\u9fff]{1,4}?)灯)(?!光|泡)"
)
_APPLIANCES = frozenset(
    "tv television telly oven car fan robot vacuum heater speaker door 车 电视 烤箱 风扇 门".split()  # noqa: SIM905 -- the same
)
"""Things that may well be in a home and are no place: a lamp called after one is a lamp of its own."""
_PLAIN_ZH = frozenset(
    "大小主顶的所有全部都个盏只那这些下一二两三几家里屋面房间电明暗亮红绿蓝白黄紫彩暖冷上边头们我你咱给旁另外其他它他她"
)
"""Characters before 灯 that do not say which."""


def called_after(text: str, known: str) -> Iterator[str]:
    """Lamps in the words whose names nothing is called by; `known` has all names of the home, folded."""
    said = text.casefold()
    for found in _LAMP_EN.finditer(said):
        words = " ".join(word for word in found["of"].split() if word not in _PLAIN_EN)
        if words and not _ROOM.search(found["of"]) and not _is_known_en(words, known):
            yield words + found["thing"][len(found["of"]) :]
    for found in _LAMP_ZH.finditer(said):
        if not set(found["of"]) <= _PLAIN_ZH and not _is_known(found["of"], known):
            yield found["thing"]


def _is_known_en(words: str, known: str) -> bool:
    """Whether a lamp is called so, or what may be a place."""
    if words in _APPLIANCES:
        return f"{words} light" in known or f"{words} lamp" in known
    return any(re.search(rf"\b{re.escape(word)}", known) for word in words.split())


def _is_known(of: str, known: str) -> bool:
    """Whether a place or a thing is called so, or a lamp is called after it."""
    if of in _APPLIANCES:
        return f"{of}灯" in known
    return any(of in name or name in of for name in known.splitlines() if len(name) > 1)
