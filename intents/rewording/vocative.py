"""The name that an assistant is called by, at either end of a request: "hey siri, …", 小爱同学，…."""

import re

from intents.home import Home, all_names

_NAMES_EN = "alexa|siri|olly|cortana|xiaoban|jarvis|mycroft|bixby|nabu"
_CALLED_EN = rf"{_NAMES_EN}|google|assistant|computer|echo|ai"
"""Names that are also words, so that they are only called with a greeting or a pause."""
_NAMES_ZH = "小爱同学|小爱小爱|小度小度|天猫精灵|小艺小艺|小布小布|小伴小伴|小爱|小度|小艺|小布|小伴"
_GREETING = r"(?:hey|hi|hello|ok|okay|yo|um|uh|so)"
_VERB = (
    r"(?:turn|switch|play|set|open|close|shut|start|stop|pause|shuffle|dim|put|add|remind|wake|what|whats|what's|"
    r"how|is|are|tell|give|please|can|could)\b"
)
_LEAD = {
    "en": re.compile(
        rf"^{_GREETING}[, ]+(?P<greeted>{_CALLED_EN})[,.!]*\s+(?=\S)|"
        rf"^(?P<paused>{_CALLED_EN})[,.!]+\s*(?=\S)|"
        rf"^(?P<named>{_NAMES_EN})\s+(?!(?:is|are|was|and|or|has|does|said|says|room|['’])\b)(?=\S)|"
        rf"^(?P<told>assistant|computer|echo|google)\s+(?={_VERB})",
        re.IGNORECASE,
    ),
    "zh": re.compile(
        rf"^(?:[嘿喂嗨][，,！! ]*)?(?:hey[, ]*|嘿?)?(?P<named>{_NAMES_ZH}|siri)"
        "(?!同学|[小度爱艺布伴])"
        "(?:[，,！!。 ]+|(?![是的怎和跟呢会在有不音]|什么|为什么))(?=[^，,！!。 ].)",
        re.IGNORECASE,
    ),
}
_TAIL = {
    "en": re.compile(
        rf"(?:,\s*|\s+)(?:(?:hey|ok|okay|please|thanks)[, ]+(?P<greeted>{_CALLED_EN})|"
        rf"(?P<named>{_NAMES_EN}))[.!?]*$|"
        rf",\s*(?P<paused>{_CALLED_EN})[.!?]*$",
        re.IGNORECASE,
    ),
    "zh": re.compile(
        rf"(?:[，,！!。 ]+|(?<=[吧啊呀了呗啦]))(?P<named>{_NAMES_ZH}|siri)[！!。]*$", re.IGNORECASE
    ),
}
_SPOKEN_OF = re.compile(
    r"\b(?:is|are|was|about|call|called|named|name|the|by|to|and|or|with|than|of|for|like|from|ask|tell|say|"
    r"spell|word|hey|on my|use|via)$|(?:叫|问|给|跟|和|是|用|让|连接?|说)$",
    re.IGNORECASE,
)
"""Words after which a name is not called but spoken of: songs by Alexa."""
_LEAST = {"en": 2, "zh": 3}
"""Words, or characters, in front of a name that is called last: "play Alexa" has but one."""


def uncalled(text: str, language: str, home: Home) -> str:
    """The request without the name of an assistant, unless something in the home has that name."""
    lead, tail = _LEAD.get(language), _TAIL.get(language)
    found = lead.search(text) if lead else None
    if found and not _is_of(home, _name(found)):
        return text[found.end() :].strip() or text
    found = tail.search(text) if tail else None
    if found is None or _is_of(home, _name(found)):
        return text
    rest = text[: found.start()].strip()
    size = len(rest.split()) if language == "en" else len(rest)
    called = size >= _LEAST[language] and not _SPOKEN_OF.search(rest) and not _ONLY_SWITCHED.fullmatch(rest)
    return rest if called else text


_ONLY_SWITCHED = re.compile(r"(?:turn|switch|put|shut) (?:on|off|up|down)", re.IGNORECASE)
"""To turn Alexa off is to turn her off."""


def _name(found: re.Match[str]) -> str:
    return next(name for name in found.groupdict().values() if name).casefold()


def _is_of(home: Home, name: str) -> bool:
    """Whether something in the home has that name, or a name with it."""
    spelled = (each.casefold() for names in all_names(home) for known in names.values() for each in known)
    word = re.compile(rf"\b{re.escape(name)}\b" if name.isascii() else re.escape(name))
    return any(word.search(each) for each in spelled)
