"""Requests about the list that was spoken of last: "add call the plumber", "I got the milk", "clear it"."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace

from intents.asking import is_question
from intents.discourse.dialogue import Exchange
from intents.discourse.situation import Situation, repeatable
from intents.restated import is_retargetable
from intents.vocabulary import Intent, Match, Scalar

_IT = r"(?:it|that|there|this|that one|(?:that|the|my|this) list)"
_MORE_OF, _DONE = "HassListAddItem", "HassListCompleteItem"
_MORE = r"(?: as well| too| please| again)*"
_FORMS: tuple[tuple[str, re.Pattern[str]], ...] = tuple(
    (name, re.compile(form, re.IGNORECASE))
    for name, form in (
        (
            _MORE_OF,
            r"(?:and |so |then |please |ok(?:ay)?,? )*(?:add|put|pop) (?P<same>it|that|them|some)"
            r"(?: (?:on|down|on it|on there|on the list|on then))?(?: then| too| as well| please)*|"
            rf"(?:and |also |please )*(?:add(?: down)?|put(?: down)?(?! (?:on|off|out)\b)|write down) "
            rf"(?P<item>.+?)"
            rf"(?: (?:to|on|in|onto) {_IT})?{_MORE}",
        ),
        (
            _DONE,
            rf"(?:and |also |please )*(?:take|cross|tick|check|strike|scratch) (?:off )?"
            rf"(?P<item>(?!(?:it|that|me|your)\b).+?)"
            rf"(?: off(?: (?:of )?{_IT})?)?{_MORE}|"
            rf"(?:and |also |please )*remove (?P<removed>.+?)(?: from {_IT})?{_MORE}|"
            r"(?:i|we)(?:['’]ve| have)?(?: already| just)?"
            r" (?:got|bought|have|picked up) (?:the |some )?"
            r"(?P<got>(?!(?:an?|my|your|his|her|to|it|up|here|home)\b).+?)"
            r"(?: already| now)?",
        ),
        (
            "GetList",
            rf"(?:what(?:['’]s| is)|what else is)(?: else| still| left)? (?:on|in) {_IT}(?: now)?|what else",
        ),
        ("ClearList", rf"(?:clear|empty|wipe|delete|erase) {_IT}(?: all| out)?"),
    )
)
_ITEM = re.compile(
    r"(?!.*\b(?:light|lamp|timer|alarm|minutes?|hours?|music|volume|list)s?\b)"
    r"(?!.*\b(?:i|you|we|he|she|they|it|that|this|not)\b)[\w', -]{1,80}",
    re.IGNORECASE,
)
"""What may be on a list, where nothing says which list is meant."""


_SAME = re.compile("some(?: more)?|it|that|them|one|more", re.IGNORECASE)
"""What was asked after just before."""


_ARTICLE = re.compile(r"^(?:the|some|any) ", re.IGNORECASE)
_THEN = re.compile(
    r"(?:,|,? and|,? then|,? and then) (?=(?:add|put|write|take|cross|tick|check|remove|strike|scratch)\b)",
    re.IGNORECASE,
)
_SWAPPED = {
    "en": re.compile(
        r"(?:(?:can you |please |no |actually )*(?:swap|exchange|switch) (?:out )?(?P<old>.+?) for|"
        r"(?:can you |please |no |actually )*(?:replace|change|switch) (?P<other>.+?) (?:with|to|by)) "
        r"(?P<new>.+?)(?: instead| please)*",
        re.IGNORECASE,
    ),
    "zh": re.compile(
        "(?:那就?|请|帮我|算了)*(?:把|将)?(?P<old>[^，,]+?)(?:(?:就|给我|都)?"
        "(?:不要了|不买了|别买了|别要了|算了)[，, ]*)?(?:就|给我)?"
        "(?:换成|改成|改为|换为)(?P<new>[^，,]+?)(?:吧|好了)?"
    ),
}
"""One thing in the place of another."""


def listed_anew(here: Situation) -> Match | None:
    """The request about that list; None where the last one was about something else."""
    before = here.dialogue.understood
    intents = repeatable(before.match) if before and before.match else []
    if not intents or "List" not in intents[-1].name or is_retargetable(intents[-1]):
        return None
    said = " ".join(here.text.strip(" .!?。！？").split())
    if swapped := _SWAPPED["zh" if here.language == "zh" else "en"].fullmatch(said):
        old, new = [each for each in swapped.groups() if each]
        if not _was_listed(here, old):
            return None
        return _all(here, [_about(here, intents[-1], _DONE, old), _about(here, intents[-1], _MORE_OF, new)])
    if here.language != "en":
        return None
    return _all(here, [_asked(here, intents[-1], part) for part in _THEN.split(said)])


_NOT_THAT = {
    "en": re.compile(
        r"(?:(?:oh|actually|sorry|wait|no|hang on|but)[, ]+)*(?:not|no|leave out|skip) (?:the |any )?"
        r"(?P<item>[\w' -]{2,30}?)(?:[,;] *(?:but |just |rather )?(?P<rest>.+))?",
        re.IGNORECASE,
    ),
    "zh": re.compile(
        "(?:哦|啊|不对|等等|算了|[，, ])*(?:(?:不要|别买|不买|别要)(?P<item>[^，,]{1,10}?)了?|"
        "(?P<first>[^，,]{1,10}?)(?:就|都)*(?:不要|不买|别买|不用买|别要|不用)了?)(?:[，,](?P<rest>.+))?"
    ),
}
_BECAUSE = re.compile(
    r"\b(?:got|have|has|had|bought|is|are|was|were|there['’]?s?|too|plenty|enough|loads|lots|full|because|"
    r"hates?|allergic|already|yet|today)\b|[有够了贵太多吃爱喜欢]|因为",
    re.IGNORECASE,
)
"""What tells why, and is nothing to buy."""


def unlisted(here: Situation) -> Match | None:
    """What was just listed, taken off; or something else instead of it: "not eggs, we've got loads"."""
    last = here.dialogue.last
    intents = repeatable(last.match) if last and last.match else []
    language = "zh" if here.language == "zh" else "en"
    found = _NOT_THAT[language].fullmatch(here.text.strip(" .!。！"))
    item = (found["item"] or found.groupdict().get("first") or "") if found else ""
    if not found or not intents or "List" not in intents[-1].name or not _was_listed(here, item):
        return None
    rest, off = found["rest"] or "", _about(here, intents[-1], _DONE, item)
    other = re.sub("^(?:改?买|要|换成?)", "", rest) if language == "zh" else rest
    instead = None if _BECAUSE.search(rest) else _about(here, intents[-1], _MORE_OF, other)
    if not rest or off is None or instead is None:
        return here.meant([off] if off else [])
    return _all(here, [off, instead])


def _was_listed(here: Situation, item: str) -> bool:
    """Whether it was spoken of with a list: whatever else is changed lately is no thing to buy."""
    thing = _ARTICLE.sub("", item).casefold()
    lists = [each for each in here.dialogue.exchanges if each.match and "List" in each.match.intents[-1].name]
    told = (f"{each.text} {each.reply}".casefold() for each in lists)
    return any(thing in each for each in told)


def _all(here: Situation, parts: Sequence[Intent | None]) -> Match | None:
    """Nothing is done in part."""
    whole = [each for each in parts if each is not None]
    return here.meant(whole) if len(whole) == len(parts) else None


def _asked(here: Situation, last: Intent, said: str) -> Intent | None:
    for name, form in _FORMS:
        if found := form.fullmatch(said):
            return _about(here, last, name, next((each for each in found.groups() if each), None))
    return None


def on_that_list(here: Situation, match: Match) -> Match:
    """The same about the list that was spoken of last, where the words name none: "what's on the list"."""
    name = next((_list(each.things) for each in here.recent() if _list(each.things)), "")
    if not name or _SHOPPING.search(here.text):
        return match
    return replace(match, intents=tuple(_on(each, name, here.text) for each in match.intents))


def _list(things: tuple[str, ...]) -> str:
    return next((each.removeprefix("list.") for each in things if each.startswith("list.")), "")


def _on(intent: Intent, name: str, text: str) -> Intent:
    nameless = intent.slots.get("name") in (None, "shopping") and "all" not in intent.slots
    if intent.name in _OF_ANY and nameless:
        return Intent(intent.name, {**intent.slots, "name": name})
    if intent.name == "HassShoppingListAddItem" and _THE_LIST.search(text):
        return Intent("HassListAddItem", {**intent.slots, "name": name})
    return intent


_OF_ANY = frozenset({"GetList", "ClearList", "HassListCompleteItem"})
_SHOPPING = re.compile("shop|grocer|buy|bought|store|market|购|采|买|超市", re.IGNORECASE)
"""What tells of the list that is meant where none is."""
_THE_LIST = re.compile(r"\b(?:the|my|that|this) list\b|清单|单子", re.IGNORECASE)


def _about(here: Situation, last: Intent, name: str, item: str | None) -> Intent | None:
    if item is not None and _SAME.fullmatch(item):
        item = str(last.slots.get("item") or "") or None
        if item is None:
            return None
    if item is not None and (not _ITEM.fullmatch(item) or here.mentions.read(item)):
        return None
    bought = "name" not in last.slots and "Shopping" in last.name
    name = name.replace("HassList", "HassShoppingList") if bought else name
    slots = {"name": last.slots["name"]} if "name" in last.slots else {}
    thing = _ARTICLE.sub("", item) if item else None
    return Intent(name, {**slots, **({"item": thing} if thing else {})})


_ALL_DONE = re.compile(
    r"(?:(?:东西|清单上的|上面的|这些|那些)?(?:全部?|都|全都)(?:买|拿)(?:到|好|完|齐|回来)?了)(?:啊|呀)?"
    "(?:[，,](?:就|都)?清(?:空|掉|了)[了吧]*)?|(?:全部?|都|全都)(?:不|别|甭)买了吧?|"
    r"(?:i |we )?(?:got|bought) (?:everything|it all|them all|all of (?:it|them))",
    re.IGNORECASE,
)
_JUST_DONE = re.compile(r"(?:已经)?买(?:到|好)?了|(?:i|we)(?:'ve)? (?:got|bought) (?:it|that)", re.IGNORECASE)
_EMPTIED = re.compile(
    r"(?:帮我|给我|把?[它这]|都)*(?:清空|清掉|清了)(?:了|吧|它)*|(?:please )?(?:empty|clear)(?: it)?",
    re.IGNORECASE,
)
ADDED_ZH = re.compile(
    "(?:那就|那|再|还要?|也|帮我|给我|请)*(?:(?:加|添|记)(?:上|一下|个|一?[点些](?!心))?|写[上下])(?P<item>[^，,。]{1,20}?)(?:吧|进去|上去)?"
)
_LEFT = re.compile(
    "(?:那)?(?:清单|单子)?(?:里|上)?还(?:剩|有|差|缺)(?:什么|哪些|啥)(?:没买)?(?:的|呢|了)?|"
    "what(?:'s| is) left",
    re.IGNORECASE,
)


def of_list(here: Situation, said: str, exchange: Exchange) -> Intent | None:
    """What is done to all of a list, or to what was spoken of on it."""
    name = _list_name(exchange)
    added = ADDED_ZH.fullmatch(said) if here.language == "zh" else None
    if added and not here.mentions.names(added["item"]) and not is_question(said, "zh"):
        return Intent(
            "HassListAddItem" if name else "HassShoppingListAddItem", {**name, "item": added["item"]}
        )
    if _LEFT.fullmatch(said):
        return Intent("GetList", name)
    if _EMPTIED.fullmatch(said) or _ALL_DONE.fullmatch(said):
        return Intent("ClearList", name)
    if not _JUST_DONE.fullmatch(said) or exchange is not here.dialogue.last:
        return None
    items = (
        [each.slots["item"] for each in repeatable(exchange.match) if "item" in each.slots]
        if exchange.match
        else []
    )
    return Intent("HassListCompleteItem", {**name, "item": items[-1]}) if items else None


def _list_name(exchange: Exchange) -> Mapping[str, Scalar]:
    named = [each.slots.get("name") for each in repeatable(exchange.match)] if exchange.match else []
    return {"name": named[-1]} if named and isinstance(named[-1], str) else {}
