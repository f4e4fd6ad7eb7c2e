"""Text as it is written, in pieces, to clauses that can be spoken one by one."""

import re
from collections.abc import AsyncGenerator
from contextlib import aclosing
from math import inf

from intents.script import is_han

_RUN = re.compile(r"[.!?。！？…;；,，:：—]+[”’\"')\]】」』）》]*\s*|\n\s*")
_HARD = re.compile(r"[.!?。！？…;；\n]")
_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)?|\d+")
_HAN = r"㐀-鿿぀-ヿ"
_UNIT = re.compile(rf"[{_HAN}]|(?:(?![{_HAN}])\w)+")
_ABBREVIATION = re.compile(
    r"(?:^|[^\w.])(?:mr|mrs|ms|dr|prof|st|jr|sr|vs|approx|dept|mt|cf|[a-z](?:\.[a-z])*)\.$", re.IGNORECASE
)
_MAY_END = re.compile(r"(?:^|[^\w])(?:[ap]\.m|etc|inc|ltd|co|u\.s|u\.k)\.$", re.IGNORECASE)
_NUMBER = re.compile(r"(?:^|[^\w])(?:no|fig|vol)\.$", re.IGNORECASE)
_NUMBERED = re.compile(r"\s*\d{1,2}\.$")

_SOFT_MINIMUM = (6, 14, 24)
"""Units (a Han character or half a word) before a comma may end the first, second and later clauses."""
_FIRST_HAN = 2
"""The same for a first clause in Chinese: 好的 is a breath of its own, and its voice is the slow one."""

LONGEST = 240
"""Characters; a clause without any boundary is cut here, so that memory and silence stay bounded."""


class ClauseSplitter:
    """Cuts a growing text into clauses; joined they are the text, and chunking never changes them.

    The first clause is short, so that there is sound early; later ones are longer, so that they sound better.
    """

    def __init__(self) -> None:
        self._text = ""
        self._scanned = 0  # up to here in _text no boundary is possible
        self._count = 0

    def feed(self, delta: str) -> list[str]:
        """Take the next piece; return the clauses that it completed."""
        self._text += delta
        clauses = []
        while (end := self._boundary()) is not None:
            clauses.append(self._text[:end])
            self._text, self._scanned = self._text[end:], 0
            self._count += 1
        return clauses

    def flush(self) -> list[str]:
        """End of the text: what is left, and start afresh."""
        rest, self._text = self._text, ""
        self._scanned = self._count = 0
        return [rest] if rest else []

    def _boundary(self) -> int | None:
        """Where the first clause ends, or None while that cannot be known yet.

        A run of punctuation is judged only once the character behind it is known: that is what makes the
        cuts independent of the chunks.
        """
        while (run := _RUN.search(self._text, self._scanned)) and run.start() < LONGEST:
            if run.end() == len(self._text):
                return None
            if self._ends_clause(run):
                return run.end()
            self._scanned = run.end()
        return self._cut() if len(self._text) > LONGEST else None

    def _ends_clause(self, run: re.Match[str]) -> bool:
        before, marks, after = self._text[: run.start()], run.group(), self._text[run.end()]
        if not _WORD.search(before) or not _separates(marks, after):
            return False
        if marks.startswith(".") and _abbreviated(before + ".", after):
            return False
        if _HARD.search(marks):
            return True
        minimum = _SOFT_MINIMUM[min(self._count, len(_SOFT_MINIMUM) - 1)]
        if self._count == 0 and is_han(before) and run[0][0] in "，,":
            minimum = _FIRST_HAN
        return _units(before) >= minimum

    def _cut(self) -> int:
        """The last gap between words before LONGEST, or LONGEST itself."""
        gap = self._text.rfind(" ", LONGEST // 2, LONGEST)
        return gap + 1 if gap > 0 else LONGEST


def _separates(marks: str, after: str) -> bool:
    """Whether the punctuation stands between words, not inside a number, a time or an address."""
    if marks[-1].isspace():
        return True
    if marks[-1] in ":：,，." and after.isdigit():
        return False
    return not marks.isascii() or not after.isascii()


def _abbreviated(word: str, after: str) -> bool:
    if _NUMBERED.fullmatch(word):
        return True
    if _MAY_END.search(word):
        return not after.isupper()
    return bool(_ABBREVIATION.search(word) or (after.isdigit() and _NUMBER.search(word)))


def _units(text: str) -> int:
    return sum(1 if not unit[0].isascii() and len(unit) == 1 else 2 for unit in _UNIT.findall(text))


async def clauses(deltas: AsyncGenerator[str, None], most: float = inf) -> AsyncGenerator[str, None]:
    """The clauses of a text that is still being written; closing it closes the text.

    A text of `most` pieces was cut off there: what it broke off in the middle of is left out.
    """
    splitter, pieces, said = ClauseSplitter(), 0, 0
    async with aclosing(deltas):
        async for delta in deltas:
            pieces += bool(delta)  # empty ones are only occasions to stop
            for clause in splitter.feed(delta):
                said += 1
                yield clause
    for clause in splitter.flush():
        if pieces < most or not said or _HARD.search(clause[-2:]):
            yield clause
