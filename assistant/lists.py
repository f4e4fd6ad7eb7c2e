"""Lists of things to buy, to pack, to do: by name, kept on disk."""

import re
from pathlib import Path
from typing import Literal

from pydantic import BaseModel, ConfigDict

from assistant.kept import KeptFile

SHOPPING = "shopping"
"""The list that is meant where none is named."""
MOST = 500
"""Items on one list."""
LONGEST = 100
"""Characters of one item."""

TODO = "to-do"
"""What there is to do, whatever it is called."""
_SAME = {
    **dict.fromkeys(("购物", "采购", "买菜", "买东西", "grocery", "groceries"), SHOPPING),
    **dict.fromkeys(("todo", "to-do", "task", "tasks", "待办", "待办事项", "任务"), TODO),
}


_MANY = re.compile(r"^(?:[一二两三四五六七八九十半\d]+(?:公斤|[个斤瓶盒袋包把根条块桶箱听罐提卷支只克])|\d+)")
"""How many of it: two pounds of apples are apples."""
_OWN = re.compile(r"^(?:my|our|the) ")


class _Kept(BaseModel):
    """The file."""

    model_config = ConfigDict(extra="forbid")

    version: Literal[1] = 1
    lists: dict[str, tuple[str, ...]] = {}


class Lists:
    """The only owner of the lists."""

    def __init__(self, path: Path | None = None) -> None:
        """Without a path nothing is kept."""
        self._file = KeptFile(path, _Kept, ("lists", "清单"))
        self._kept = self._file.load()

    @property
    def saved(self) -> bool:
        """Whether the last change is on disk."""
        return self._file.saved

    @property
    def damaged(self) -> Path | None:
        """Where a file that could not be read was put aside."""
        return self._file.damaged

    @property
    def names(self) -> tuple[str, ...]:
        """What lists there are."""
        return tuple(self._kept.lists)

    def copy(self) -> "Lists":
        """The same lists, kept nowhere."""
        copied = Lists()
        copied._kept = self._kept
        return copied

    def name(self, said: str | None) -> str:
        """The list that is meant: one of that name whatever its case, else a new one."""
        named = _OWN.sub("", " ".join((said or SHOPPING).casefold().split()))
        named = _SAME.get(_plain(named), named)
        return next((name for name in self.names if _plain(name) == _plain(named)), named)

    def items(self, name: str) -> tuple[str, ...]:
        """What is on it, the oldest first."""
        return self._kept.lists.get(name, ())

    def has(self, name: str, item: str) -> bool:
        """Whether it is on the list."""
        return any(_plain(each) == _plain(item) for each in self.items(name))

    def add(self, name: str, *items: str) -> tuple[str, ...]:
        """Write them down, beginning the list if there is none; those that are new and fit."""
        new: list[str] = []
        for item in items:
            known = self.has(name, item) or any(_plain(each) == _plain(item) for each in new)
            if _plain(item) and not known and len(self.items(name)) + len(new) < MOST:
                new.append(item.strip()[:LONGEST])
        self._put(name, (*self.items(name), *new))
        return tuple(new)

    def complete(self, name: str, *items: str) -> tuple[str, ...]:
        """Take them off; those that were there."""
        gone = {_plain(item) for item in items}
        found = tuple(each for each in self.items(name) if _plain(each) in gone)
        found = found or tuple(each for each in self.items(name) if _MANY.sub("", _plain(each)) in gone)
        if found:
            self._put(name, tuple(each for each in self.items(name) if each not in found))
        return found

    def put_back(self, name: str, items: tuple[str, ...] | None) -> None:
        """Let the list be as it was; None when there was none."""
        if items is None:
            self.clear(name)
        else:
            self._put(name, items)

    def clear(self, name: str) -> tuple[str, ...]:
        """Take everything off, and forget the list; what was on it."""
        items = self.items(name)
        lists = {each: kept for each, kept in self._kept.lists.items() if each != name}
        self._keep(lists)
        return items

    def _put(self, name: str, items: tuple[str, ...]) -> None:
        self._keep({**self._kept.lists, name: items})

    def _keep(self, lists: dict[str, tuple[str, ...]]) -> None:
        self._kept = _Kept(lists=lists)
        self._file.save(self._kept)


def _plain(name: str) -> str:
    return "".join(name.casefold().split())
