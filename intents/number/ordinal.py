"""Which one of several: the first, the second one, 第一个, 最后一个."""

import re
from collections.abc import Sequence
from typing import TypeVar

_One = TypeVar("_One")
_ENGLISH = ("first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth")
_CHINESE = "一二三四五六七八九十"
_SAID = re.compile(
    rf"(?:the )?(?:(?P<en>{'|'.join(_ENGLISH)})|(?P<last>last)|(?P<nth>\d{{1,2}})(?:st|nd|rd|th))(?: one)?|"
    rf"(?:第(?P<zh>[{_CHINESE}])|(?P<zh_first>头一|前(?=一|面)[一面]|最前面?)|(?P<zh_last>最后(?:面|头)?(?:一|那)?|后[一面]))"
    "[个条项]?",
    re.IGNORECASE,
)


_MANY = {"two": 2, "three": 3, "four": 4, "2": 2, "3": 3, "4": 4, "两": 2, "二": 2, "三": 3, "四": 4}
_SEVERAL = re.compile(
    r"(?:the )?(?P<end>first|last) (?P<count>two|three|four|[2-4])(?: ones?)?|"
    "(?P<zh>[前后]|最前面?|最后面?)(?P<zh_count>[两二三四2-4])[个条项]?",
    re.IGNORECASE,
)


def ordinal(words: str) -> int | None:
    """Where in a row the words point, from 0, or -1 for its end; None when they are something else."""
    found = _SAID.fullmatch(words.strip())
    if found is None:
        return None
    if found["last"] or found["zh_last"]:
        return -1
    if found["zh_first"]:
        return 0
    if found["nth"]:
        return int(found["nth"]) - 1
    return _ENGLISH.index(found["en"].lower()) if found["en"] else _CHINESE.index(found["zh"])


def are_several(words: str) -> bool:
    """Whether they point at several from one end of a row: the last two, 前三个."""
    return _SEVERAL.fullmatch(words.strip()) is not None


def nth(words: str, row: Sequence[_One]) -> tuple[_One, ...]:
    """The one that the words point at, alone, or the several from one end; empty when there is none."""
    if several := _SEVERAL.fullmatch(words.strip()):
        count = _MANY[(several["count"] or several["zh_count"]).lower()]
        end = (several["end"] or several["zh"]).lower()
        found = row[:count] if end == "first" or "前" in end else row[-count:]
        return tuple(found) if len(row) >= count else ()
    place = ordinal(words)
    return (row[place],) if place is not None and -1 <= place < len(row) and row else ()
