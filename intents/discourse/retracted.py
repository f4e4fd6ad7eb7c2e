"""An order that is given up again in other words than "undo": 算了不关了, "never mind, leave it on"."""

import re

from intents.discourse.dialogue import Exchange
from intents.discourse.situation import UNDO, Situation
from intents.spans import times
from intents.vocabulary import Match

_TRIM = " \t\r\n.。!！?？,，;；~～…、"
_NOTED = frozenset({"timer", "alarm", "reminder", "order"})
_GIVEN_UP = re.compile(
    r"(?:哎|唉|哦|那|还是|[，, ])*(?:算了(?:吧)?|不用了|不要了|不必了)(?:[，, ]*(?:吧|不用了|不要了|谢谢))*"
    r"(?:[，, ]+(?P<reason>[^，,。]{2,10}))?|"
    r"(?:oh |no,? |ok,? )?(?:never ?mind|forget (?:it|that|about it|about that)|don't bother)(?: that)?",
    re.IGNORECASE,
)
_VERBS = "提醒|叫|喊|定|设|关|开|拉|锁|扫|拖|加|买|记|调|煮|订|充"
_NOT_ZH = re.compile(
    r"(?!(?:全部?|都)(?:不|别|甭)买|(?:那|你)*先(?:别|不要|不用|不)(?:再|给我)*(?:提醒|叫|喊)我?了?$)"
    r"(?:哎|唉|哦|那|还是|等等|等一下|[，, ])*(?:算了(?:吧)?|不用了|不了)?[，,。 ]*(?:还是|就|先|都|你)*"
    rf"(?:不用|不要|不必|不需要|别|甭|不)再?(?:帮我|给我)?(?P<verb>{_VERBS})(?:我|它|闹钟|计时器?|灯|空调|一?下)*(?:了|吧|啦)*"
)
_SAME = {
    "叫": "叫喊闹定设",
    "喊": "叫喊闹",
    "定": "定设闹来加",
    "设": "定设闹",
    "买": "买加记写",
    "加": "加买记写",
    "提醒": "醒",
}
"""What may have been said for what is now given up."""
_LEAVE_EN = re.compile(
    r"(?:(?:never ?mind|no|actually|wait|oh|sorry|forget it|on second thought)[,. ]+)*"
    r"(?:leave|keep|let) (?:it|that|them|everything)(?: (?:stay|be))?"
    r"(?: (?P<how>on|off|open|closed|shut|locked|unlocked|alone|running|as (?:it is|they are|it was)))?"
    r"(?: please)?",
    re.IGNORECASE,
)
_LEAVE_ZH = re.compile(
    "(?:哎|唉|哦|那|[，, ])*(?P<no>(?:算了|不用了?|不要了?|不了|不必了|别了)(?:吧)?[，, ]*)?(?:还是|就|先)*"
    "(?:让|叫|给)[它他她]们?(?:就|先|还|还是|继续)*(?P<how>开|亮|关)着(?:吧|好了|就行|就好)*"
)
"""It is to stay so: 让它开着吧."""
_LEFT_ON = {"开": "关", "亮": "关", "关": "开"}
_AS_IT_IS = re.compile(
    r"(?:leave|keep|let) (?:it|that|them|everything)(?: (?:alone|as (?:it is|they are)))?(?: please)?",
    re.IGNORECASE,
)
"""That alone asks for nothing; behind a "no" it gives up what was ordered."""
_DONT_EN = re.compile(
    r"(?:(?:never ?mind|no|actually|wait|oh|sorry|forget it|on second thought)[,. ]+)+"
    r"(?:please )?(?:don't|do not|no need to) "
    r"(?:(?P<verb>remind|wake|turn|switch|open|close|set|add|lock|start|clean)\b.{0,24})",
    re.IGNORECASE,
)
_AGAINST = {
    "on": "off", "off": "on", "open": "clos|shut", "closed": "open", "shut": "open",
    "locked": "unlock", "unlocked": "lock", "running": "off|stop|paus",
}  # fmt: skip


def retracted(here: Situation) -> Match | None:
    """Taking back what was just ordered, where the words say that it is not wanted after all."""
    said, deed = here.text.strip(_TRIM), here.dialogue.deed
    if deed is None or not deed.changes:
        return None
    given_up = _GIVEN_UP.fullmatch(said)
    if given_up and not _asks_more(here, given_up["reason"]):
        return here.meant([UNDO]) if deed is here.dialogue.last and _is_new_note(deed) else None
    denied = _denies_zh(said, deed) if here.language == "zh" else _denies_en(said, deed)
    return here.meant([UNDO]) if denied else None


def _asks_more(here: Situation, reason: str | None) -> bool:
    """Whether what follows is no reason, but what is wanted instead."""
    return bool(reason) and bool(times(reason or "", here.language) or here.alone(reason or ""))


def _is_new_note(deed: Exchange) -> bool:
    """Whether all that it did was to write down what is to come."""
    return all(not each.before and each.thing.partition(".")[0] in _NOTED for each in deed.changes)


def _words(deed: Exchange) -> str:
    """What was said of it, also of the order that it had to do with."""
    orders = [each.slots.get("conversation_command", "") for each in deed.match.intents] if deed.match else []
    return " ".join((deed.text, *map(str, orders)))


def _denies_zh(said: str, deed: Exchange) -> bool:
    if (left := _LEAVE_ZH.fullmatch(said)) and (left["no"] or _is_new_note(deed)):
        return _LEFT_ON[left["how"]] in _words(deed)
    found = _NOT_ZH.fullmatch(said)
    return found is not None and any(sign in _words(deed) for sign in _SAME.get(found["verb"], found["verb"]))


def _denies_en(said: str, deed: Exchange) -> bool:
    if found := _LEAVE_EN.fullmatch(said):
        if _AS_IT_IS.fullmatch(said):
            return False
        against = _AGAINST.get((found["how"] or "").lower())
        return against is None or bool(re.search(rf"\b(?:{against})", _words(deed), re.IGNORECASE))
    denied = _DONT_EN.fullmatch(said)
    return denied is not None and denied["verb"].lower() in _words(deed).lower()
