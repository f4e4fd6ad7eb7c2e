"""A deed on a condition that was looked at just before: 没关的话关一下, "if it's on, turn it off"."""

import re

from intents.asking import READ_ONLY
from intents.discourse.reference import Pointing
from intents.discourse.referent import referred
from intents.discourse.situation import Situation, repeatable
from intents.vocabulary import Match

_TRIM = " \t\r\n.。!！?？,，;；~～…、"
_ZH = re.compile(
    r"(?:那|要是|如果|假如|若|它|还|是|[，, ])*"
    r"(?:(?P<not>没有?|还?没|不是)?(?P<state>[关开锁拉亮])?(?:好|上|着|掉)?了?)(?:的话|就|[，, ])+"
    r"(?:请|你|帮我|给我|把?它|就|[，, ])*(?P<deed>打开|[关开锁拉])(?:一下|上|掉|好|了|吧|呗)*"
)
_EN = re.compile(
    r"(?:well[, ]+|and[, ]+|then[, ]+)*"
    r"if (?P<not>not|so|it isn't|they aren't|it(?:'s| is)(?:n't| not)?|they(?:'re| are)(?:n't| not)?)"
    r"(?: (?:still )?(?P<state>on|off|open|closed|shut|locked|unlocked))?,? (?:then )?(?:please )?"
    r"(?P<deed>turn (?:it|them) (?:on|off)|(?:open|close|shut|lock|unlock) (?:it|them))(?: please)?",
    re.IGNORECASE,
)
_OPPOSITE_ZH = {"关": "开亮", "开": "关", "打开": "关", "锁": "开", "拉": ""}
_DEEDS_ZH = {"关": "关掉", "开": "打开", "打开": "打开", "锁": "锁上", "拉": "拉上"}
_BRINGS_EN = {
    "on": "on",
    "off": "off",
    "open": "open",
    "close": "closed",
    "shut": "closed",
    "lock": "locked",
    "unlock": "unlocked",
}
_OPPOSITE_EN = {
    "on": "off",
    "off": "on",
    "open": "closed",
    "closed": "open",
    "locked": "unlocked",
    "unlocked": "locked",
}


def on_condition(here: Situation) -> Match | None:
    """The deed, where it would change nothing unless the condition held: then it need not be looked at."""
    last = here.dialogue.last
    looked = repeatable(last.match) if last and last.match else []
    if not last or not last.things or not looked or any(each.name not in READ_ONLY for each in looked):
        return None
    said = here.text.strip(_TRIM)
    deed = _chinese(said) if here.language == "zh" else _english(said, str(looked[-1].slots.get("state", "")))
    return referred(here, deed) if deed else None


def _chinese(said: str) -> Pointing | None:
    found = _ZH.fullmatch(said)
    if not found or not (found["not"] or found["state"]):
        return None
    deed, state = found["deed"], found["state"] or found["deed"][-1]
    same = state == deed[-1]
    if (same and found["not"]) or (not found["not"] and state in _OPPOSITE_ZH[deed]):
        return Pointing(_DEEDS_ZH[deed], "")
    return None


def _english(said: str, looked: str) -> Pointing | None:
    """ "If not" is about what was asked: whether it is off."""
    found = _EN.fullmatch(said)
    if not found:
        return None
    verb = found["deed"].lower()
    brings = _BRINGS_EN[verb.split()[-1] if verb.startswith("turn") else verb.split()[0]]
    denied = found["not"].lower().endswith(("not", "n't"))
    state = (found["state"] or looked).lower()
    state = "closed" if state == "shut" else state
    holds = _OPPOSITE_EN.get(state, "") if denied else state
    if not holds or holds == brings or holds != _OPPOSITE_EN[brings]:
        return None
    before, _, after = found["deed"].partition(" ")
    return Pointing(before, after.split()[-1] if before.lower() == "turn" else "")
