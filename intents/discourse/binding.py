"""An answer to "which one?": by its name, its place, its number in the row, its length, or all of them."""

import re
from collections.abc import Mapping, Sequence
from datetime import UTC, datetime

from intents.discourse.dialogue import Option
from intents.when import read_when

_SOME_DAY = datetime(2026, 11, 20, 9, 0, tzinfo=UTC)
_LONGEST = 60
"""Characters; who picks one of several is brief."""
_ALL = re.compile(
    r"(?:both|all|each|every one|everything|all of (?:them|it)|both of them|all (?:two|three|four))|"
    r"(?:[两二三四五]个)?(?:都|全都|全部都|都要|全要|全部|所有的?|一起)(?:要|取消|删掉|关掉?|打开|开)?|两个",
    re.IGNORECASE,
)
_NONE = re.compile(
    r"(?:neither|none|none of (?:them|those)|nothing)|(?:一个)?都不(?:要|是)|哪个都不是", re.IGNORECASE
)
_BESIDE = re.compile(
    r"\b(?:the|a|an|one|ones|please|i|mean|meant|said|that|this|for|in|of|on|my|with|called|named|um|uh"
    r"|it's|it|is|"
    r"timer|timers|alarm|alarms|reminder|reminders)\b|"
    r"我说的是|我要|就是|计时器|闹钟|提醒|那个|这个|那盏|这盏|请|吧|啊|呀|的|是|叫|里面?|[\s.,!?。，！？]",
    re.IGNORECASE,
)
_ORDINALS: Mapping[str, int] = {
    "first": 0, "1st": 0, "former": 0, "second": 1, "2nd": 1, "third": 2, "3rd": 2, "fourth": 3, "4th": 3,
    "fifth": 4, "5th": 4, "last": -1, "latter": -1,
    "第一个": 0, "第1个": 0, "前一个": 0, "前者": 0, "第二个": 1, "第2个": 1, "第三个": 2, "第3个": 2,
    "第四个": 3, "第4个": 3, "第五个": 4, "第5个": 4, "最后一个": -1, "最后": -1, "后一个": -1, "后者": -1,
    "第一": 0, "第二": 1, "第三": 2, "第四": 3, "number1": 0, "number2": 1, "number3": 2, "numbertwo": 1,
    "第一盏": 0, "第二盏": 1, "第三盏": 2,
}  # fmt: skip


def chosen(options: Sequence[Option], text: str, language: str) -> tuple[Option, ...] | None:
    """The options that the words pick, none for "neither"; None when the words do something else."""
    said = text.strip(" \t\r\n.。!！,，").lower()
    if not said or len(said) > _LONGEST:
        return None
    if _ALL.fullmatch(said) or _ALL.fullmatch(_plain(said)):
        return tuple(options)
    if _NONE.fullmatch(said):
        return ()
    place = _ORDINALS.get(_plain(said), _ORDINALS.get("".join(said.split())))
    if place is not None:
        return (options[place],) if -1 <= place < len(options) else None
    return _called(options, said) or _lasting(options, said, language)


def _called(options: Sequence[Option], said: str) -> tuple[Option, ...] | None:
    """The only one that has a name of all the words."""
    plain = _plain(said)
    if not plain:
        return None
    exact = tuple(each for each in options if plain in map(_plain, each.names))
    if len(exact) == 1:
        return exact
    words = _words(said)
    part = tuple(each for each in options if any(words <= _words(name) for name in each.names))
    return part if len(part) == 1 and words else None


def _lasting(options: Sequence[Option], said: str, language: str) -> tuple[Option, ...] | None:
    """The only one that was set for so long."""
    when = read_when(_BESIDE.sub(" ", said.replace("-", " ")), language, _SOME_DAY)
    if when is None or when.kind != "duration":
        return None
    found = tuple(each for each in options if each.seconds == when.seconds)
    return found if len(found) == 1 else None


def _plain(said: str) -> str:
    return "".join(_BESIDE.sub("", said.lower()).split())


def _words(said: str) -> frozenset[str]:
    """Words, or characters where words are not written apart."""
    return frozenset(re.findall(r"[a-zà-ÿ0-9']+|[㐀-鿿]", _BESIDE.sub(" ", said.lower())))
