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


def nth(words: str, row: Sequence[_One]) -> tuple[_One, ...]:
    """The one that the words point at, alone; empty when there is none."""
    place = ordinal(words)
    return (row[place],) if place is not None and -1 <= place < len(row) and row else ()
