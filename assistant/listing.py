"""What is said about lists to what is done with them."""

import re
from collections.abc import Callable, Mapping
from typing import Literal

from assistant.lists import SHOPPING, Lists
from assistant.naming import is_called
from intents.compose.report import Listed
from intents.number.ordinal import nth
from intents.several.goods import things
from intents.vocabulary import Effect, Intent, Outcome

Done = tuple[Listed, tuple[Outcome, ...]]


def is_about_lists(intent: Intent) -> bool:
    """Whether `keep_lists` knows what to do with it."""
    return intent.name in _ACTS


def keep_lists(intent: Intent, lists: Lists) -> Done:
    """Do it and say what is on which list."""
    listed = _ACTS[intent.name](_Request(intent, lists))
    verified = all(lists.has(listed.name, item) == (listed.act != "removed") for item in listed.items)
    if listed.act in ("absent", "names", "cleared"):
        verified = True
    outcome = Outcome(
        Effect(f"list.{listed.name}", listed.act), True, verified, {"items": len(lists.items(listed.name))}
    )
    return listed, (outcome,)


def which_item(intent: Intent, lists: Lists) -> Done:
    """Change nothing, and ask what is to be put on the list or taken off it."""
    act: Literal["add_what", "remove_what"] = "add_what" if "Add" in intent.name else "remove_what"
    return Listed(act, _Request(intent, lists).name), ()


_ENTRY = re.compile(r" (?:item|thing|entry|one)$|(?<=[个项条])(?:东西|物品)?$", re.IGNORECASE)
"""What stands behind the number of an entry."""


class _Request:
    """One intent about a list, with its slots read."""

    def __init__(self, intent: Intent, lists: Lists) -> None:
        self.lists = lists
        said, item = intent.slots.get("name"), intent.slots.get("item")
        self.name = lists.name(SHOPPING if "Shopping" in intent.name or said is None else str(said))
        self.named = said is not None or "Shopping" in intent.name
        self.items = things(str(item or ""))
        self.everything = bool(intent.slots.get("all"))


def _add(request: _Request) -> Listed:
    if not request.items:
        request.lists.add(request.name)
        return Listed("made", request.name, saved=request.lists.saved)
    new = request.lists.add(request.name, *request.items)
    if new:
        return Listed("added", request.name, new, request.lists.saved)
    known = all(request.lists.has(request.name, item) for item in request.items)
    return Listed("already" if known else "full", request.name, request.items if known else ())


def _complete(request: _Request) -> Listed:
    items = request.items
    if len(items) == 1 and not request.lists.has(request.name, items[0]):
        items = nth(_ENTRY.sub("", items[0]), request.lists.items(request.name)) or items
    request.name = _where(request, items)
    items = _holding(items, request.lists.items(request.name)) or items
    gone = request.lists.complete(request.name, *items)
    return Listed("removed" if gone else "absent", request.name, gone or request.items, request.lists.saved)


def _where(request: _Request, items: tuple[str, ...]) -> str:
    """The list that was named; where none was, the only other one that has all of this."""
    here = request.named or any(request.lists.has(request.name, item) for item in items)
    others = [
        name for name in request.lists.names if items and all(request.lists.has(name, each) for each in items)
    ]
    return others[0] if not here and len(others) == 1 else request.name


def _holding(items: tuple[str, ...], row: tuple[str, ...]) -> tuple[str, ...]:
    """The one entry that has these words in it, where none is called so: 交电费, for 电费."""
    [said, *others] = items or ("",)
    if others or said in row or len(said) < 2:
        return ()
    there = [each for each in row if len(said) < len(each) and is_called(said, each)]
    return tuple(there) if len(there) == 1 else ()


def _get(request: _Request) -> Listed:
    if request.everything:
        return Listed("names", items=request.lists.names)
    if not request.items:
        return Listed("told", request.name, request.lists.items(request.name))
    there = all(request.lists.has(request.name, item) for item in request.items)
    return Listed("has" if there else "absent", request.name, request.items)


def _clear(request: _Request) -> Listed:
    request.lists.clear(request.name)
    return Listed("cleared", request.name, saved=request.lists.saved)


_ACTS: Mapping[str, Callable[[_Request], Listed]] = {
    "HassShoppingListAddItem": _add,
    "HassListAddItem": _add,
    "HassShoppingListCompleteItem": _complete,
    "HassListCompleteItem": _complete,
    "GetList": _get,
    "ClearList": _clear,
}
