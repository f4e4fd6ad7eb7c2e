"""Poems that are to be read out: whose, of which kind, or by their first line."""

import re
from collections.abc import Mapping

from intents.music.owner import is_person, owned
from intents.music.words import titles
from intents.vocabulary import Scalar

_KIND = "(?:古诗词|诗词|诗歌|古诗|唐诗|宋词|元曲|绝句|律诗|七律|五律|现代诗|儿童诗|诗文|诗篇|诗)"
_POET = "(?P<who>(?!.*(?:[我你您他她它这那哪谁]|什么))(?!写|作首|一首)(?:(?!的)[一-鿿·]){2,6}?)"
_WROTE = "(?:写的?|作的?|所写的?|所作的?)"
_LEAST = 2
"""Characters of a title."""
_OF_KIND = re.compile(f"^(?:{_POET}{_WROTE}?的?)?(?P<kind>{_KIND})(?:来听|来)?了?$")
_OF_WORDS = re.compile(f"^{_POET}的(?P<kind>词|曲|赋|文章|散文)了?$")
_OF_TITLE = re.compile(f"^{_POET}的(?P<kind>[一-鿿]{{1,6}}[诗赋])了?$")
_BY = re.compile(f"^(?P<kind>{_KIND})(?:是|，)?{_POET}{_WROTE}的?$")
_ABOUT = re.compile(f"^(?:关于|有关|写|描写|赞美|歌颂)(?P<of>.{{1,8}}?)的(?P<kind>{_KIND})了?$")
_ANY = frozenset({"一首", "两首", "几首", "好", "短", "经典", "有名", "著名", "简单", "好听", "新", "别"})


def poem(words: str, verb: str, unit: str) -> Mapping[str, Scalar] | None:
    """The slots of a poem, where the words say that it is one; nothing where they only speak of one."""
    if found := _ABOUT.match(words):
        return None if verb == "bare" else _read(f"{found['of']}的{found['kind']}")
    if found := _OF_KIND.match(words) or _BY.match(words) or _OF_WORDS.match(words) or _OF_TITLE.match(words):
        return _named(found, verb, unit)
    return _titled(words) if verb == "tell" else None


def _named(found: "re.Match[str]", verb: str, unit: str) -> Mapping[str, Scalar] | None:
    who = found["who"] or ""
    if who and found.string in titles():
        return None  # 木兰诗 is a title
    if found.re is _OF_TITLE and verb != "tell" and unit != "首":
        return None
    if not who and verb == "bare":
        return None  # 唐诗 alone may be anything
    if verb == "bare" and found.re is _OF_WORDS:
        return None
    if found.re is _OF_WORDS and verb != "tell" and unit not in ("首", "句", "篇"):
        return None
    return _read(found["kind"], "" if who in _ANY else who)


def _titled(words: str) -> Mapping[str, Scalar] | None:
    """A poem that is known, of somebody or with their name behind it: 静夜思李白."""
    who, what = owned(words)
    if who and what in titles():
        return _read(what, who)
    for size in range(len(words) - _LEAST, _LEAST - 1, -1):
        name = re.sub(f"{_WROTE}的?$", "", words[size:])
        if words[:size] in titles() and is_person(name):
            return _read(words[:size], name)
    return None


def _read(what: str, who: str = "") -> Mapping[str, Scalar]:
    return {**({"artist": who} if who else {}), "search_query": what, "media_class": "story"}
