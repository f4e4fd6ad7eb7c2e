"""What people say of themselves and mean that the home shall follow: 我要睡了, "I'm home"."""

import re
from collections.abc import Mapping
from typing import Literal

from intents.home import Device, Home
from intents.vocabulary import Intent, Match, Route

Routine = Literal["sleep", "leave", "home", "wake", "farewell"]

_CONFIDENCE = 0.95
_WE = "(?:我们?|咱们?|大家)"
_NOW = "(?:也|都|就|先|要|该|得|准备|打算|这就|马上|现在|去|可以|困了)*"
_OVER = "(?:了|啦|喽|咯)(?:啊|哈|吧|呀|哦)*"
_BYE = "(?:[，,]?(?:晚安|再见|拜拜|小伴))*"
_CALLING = "(?:(?:好了?|行了|那|嗯|哎|晚安|小伴|困死了|困了|到点儿?|时间到了|不早了|太晚了)[，, ]*)*"
_ERRAND = "(?:一趟|一下|上班|上学|买菜|买东西|遛狗|遛弯儿?|散步|跑步|逛街|接孩子|吃饭|旅游|出差|玩)"
_SAID: Mapping[str, Mapping[Routine, re.Pattern[str]]] = {
    "zh": {
        "sleep": re.compile(
            rf"{_CALLING}{_WE}?{_NOW}(?:睡|睡觉|睡觉觉|休息|上床睡觉|上床|躺下)去?(?:了|啦|喽|咯)(?:啊|哈|吧|呀|哦)*{_BYE}"
            rf"|{_CALLING}{_WE}{_NOW}(?:睡觉|休息)(?:去|吧)?{_BYE}"
        ),
        "leave": re.compile(
            rf"{_CALLING}{_WE}{_NOW}(?:出去|下楼|出门)(?:一趟|一下)(?:啊|哈|了)?{_BYE}|"
            rf"{_CALLING}(?:{_WE}{_NOW}(?:走|出门|出去|出发|离开|出趟门|{_ERRAND})|{_NOW}(?:出门|离家|出发))"
            rf"(?:去?{_ERRAND})?去?{_OVER}(?:去?{_ERRAND}去?(?:了|啦)?)?{_BYE}"
        ),
        "home": re.compile(rf"{_CALLING}{_WE}?(?:下班|放学)?(?:回来|到家|回家|进门|下班){_OVER}{_BYE}"),
        "wake": re.compile(rf"{_CALLING}{_WE}{_NOW}(?:起床|起来|醒|睡醒){_OVER}"),
        "farewell": re.compile(
            "(?:(?:好了?|那|行了?|小伴)[，, ]*)*(?:再见|拜拜|回见|回头见|明天见|下次见|改天聊|"
            "先这样)(?:了|啦|吧|啊|小伴)*"
        ),
    },
    "en": {
        "sleep": re.compile(
            r"(?:(?:ok(?:ay)?|well|right|alright|so)[, ]+)*(?:i(?:['’]m| am)|we(?:['’]re| are)|"
            r"i(?:['’]ll| will)) "
            r"(?:just |now )?(?:(?:going|off|heading|ready) (?:off )?(?:to|for) (?:bed|sleep)|"
            r"turning in|hitting the (?:hay|sack)|"
            r"go to (?:bed|sleep))(?: now)?(?:[, ]+good ?night)?",
            re.IGNORECASE,
        ),
        "leave": re.compile(
            r"(?:(?:ok(?:ay)?|well|right|alright|so)[, ]+)*(?:i(?:['’]m| am)|we(?:['’]re|"
            r" are)) (?:just |now )?"
            r"(?:leaving|heading out|going out|off to (?:work|school)|leaving (?:home|the house|"
            r"for work)|out of here|off)(?: now)?"
            r"(?:[, ]+(?:bye|goodbye|see you(?: later)?))?",
            re.IGNORECASE,
        ),
        "home": re.compile(
            r"(?:(?:hi|hey|hello)[, ]+)*(?:honey[, ]+)?(?:i(?:['’]m| am)|we(?:['’]re| are)) (?:back|"
            r"home|back home)(?: (?:again|now))?",
            re.IGNORECASE,
        ),
        "wake": re.compile(
            r"(?:i(?:['’]m| am)|we(?:['’]re| are)) (?:up|awake)(?: now)?|i just (?:woke|got) up",
            re.IGNORECASE,
        ),
    },
}
_NAMED: Mapping[Routine, re.Pattern[str]] = {
    "sleep": re.compile(r"晚安|睡觉|睡眠|睡了|就寝|\b(?:good ?night|bed ?time|sleep)\b", re.IGNORECASE),
    "leave": re.compile(r"离家|出门|外出|走了|\b(?:away|leav\w+|going out)\b", re.IGNORECASE),
    "home": re.compile(r"回家|到家|回来|\b(?:home|arriv\w+|welcome)\b", re.IGNORECASE),
    "wake": re.compile(r"起床|早安|早上好|晨起|\b(?:good morning|wake|morning)\b", re.IGNORECASE),
}
"""What a scene is called that is for it."""


def routine(text: str, language: str, home: Home) -> Match | None:
    """The home's scene for what somebody is about to do; where it has none, only what was said."""
    said = text.strip(" 。.！!~～")
    for kind, words in _SAID.get(language, {}).items():
        if words.fullmatch(said) and kind == "farewell":
            return Match((Intent("Farewell"),), _CONFIDENCE, Route.FAST, language)
        if words.fullmatch(said):
            scenes = [
                each for each in home.devices if each.domain in ("scene", "script") and _is_for(each, kind)
            ]
            slots = (
                {"name": scenes[0].name(language), "domain": scenes[0].domain} if len(scenes) == 1 else None
            )
            intent = Intent("HassTurnOn", slots) if slots else Intent("Routine", {"kind": kind})
            return Match((intent,), _CONFIDENCE, Route.FAST, language)
    return None


def _is_for(scene: Device, kind: Routine) -> bool:
    return any(_NAMED[kind].search(name) for spelled in scene.names.values() for name in spelled)
