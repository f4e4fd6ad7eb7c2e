"""Several requests in one breath, taken apart where one may end and the next begin."""

import re
from collections.abc import Iterator

from intents.number.numeral import ENGLISH_NUMBER
from intents.several.coordination import shared

_OFF_ZH = "关闭|关掉|关上|关了|关"
_ON_ZH = "打开|开启|开开|拉上|拉开|锁上"
_AND = {
    "en": re.compile(
        r"\s*[,;.]?\s+(?:and then|then|and also|and|also|as well as|plus|after that)\s+|\s*[,;]\s*",
        re.IGNORECASE,
    ),
    "zh": re.compile(
        r"[，,；;、。]?\s*(?:然后再?|接着|并且|而且|同时|顺便|另外|还有|以及|(?<![后候点会儿半])再|并|和|跟)\s*|[，,；;、。]\s*"
    ),
}
_VERB = {
    "en": re.compile(
        r"^((?:turn|switch)\s+(?:on|off)|open|close|shut|lock|unlock|start|stop|pause|dim|mute|set|draw|"
        r"raise|"
        r"lower|vacuum|clean|hoover|sweep|put\s+(?:on|off)|what is|what's|is|are)\s+",
        re.IGNORECASE,
    ),
    "zh": re.compile(f"^({_ON_ZH}|开|{_OFF_ZH}|锁|启动|停止|暂停)"),
}
_VERB_BEHIND = {
    "zh": re.compile(f"((?:都|全|全都)?(?:{_ON_ZH}|{_OFF_ZH}|调[高低亮暗大小]一?点?|[调开设][到成至为].+))$")
}

_PLACE_EN = re.compile(r"^(.+ (?:in|of) )(?!.* (?:in|of) )(?:the |my |our )?\S.*$", re.IGNORECASE)
"""What may stand before another place: `turn on the lights in` of `turn on the lights in the kitchen`."""
_NOUN_EN = re.compile(r" (lights?|lamps?|curtains?|blinds?|shutters?|fans?)$", re.IGNORECASE)

_PLACES_EN = re.compile(
    r"^(?!.*\band\b).*\b(?:weather|forecast|time|rain\w*|snow\w*|hot|cold\w*|warm\w*|storm\w*|humid\w*|"
    r"temperature|fog\w*|"
    r"sun\w*|wind\w*|cloud\w*)\b.* (?:in|at|for|near) [\w .'’-]+, (?!what|how|turn|play|set|will|is|tell|"
    r"then)"
    r"[\w.'’-]+(?: [\w.'’-]+)?(?: (?:right now|now|today|tomorrow|tonight|please))*[?. ]*$",
    re.IGNORECASE,
)
"""A town, and behind the comma its country or state."""
_UNPAUSED = re.compile(
    r"(?<=[灯调扇帘视箱乐歌门机])(?=(?:再|把)?(?:打开|关掉|关上|拉上|拉开|锁|关|开|拉|放|播)(?!了|着|没|一|的|$))"
)
"""Between a thing and the next verb: 关灯锁门."""

LONGEST = 6
"""Requests in one sentence; more than that is a story."""
_SHORT = 24
"""Characters."""


def parts(text: str, language: str) -> tuple[str, ...]:
    """The text cut at every conjunction; one part when there is none, or when there are far too many."""
    if coordinated := shared(text.strip(), language):
        return coordinated
    if language == "en" and _PLACES_EN.search(text):
        return (text,)
    conjunction = _AND.get(language)
    cut = tuple(part.strip() for part in conjunction.split(text)) if conjunction else (text,)
    kept = _in_the_same_unit(tuple(part for part in cut if part))
    return kept if 1 < len(kept) <= LONGEST else (text,)


_IN = re.compile(rf"\bin (?:{ENGLISH_NUMBER}|\d+) (?P<unit>seconds|minutes|hours)\b", re.IGNORECASE)
_IN_BARE = re.compile(rf"\bin (?:{ENGLISH_NUMBER}|\d+)$", re.IGNORECASE)


def _in_the_same_unit(parts: tuple[str, ...]) -> tuple[str, ...]:
    """`the oven in ten minutes and the light in twenty`: minutes as well."""
    unit = next((found["unit"] for part in parts if (found := _IN.search(part))), "")
    return tuple(f"{part} {unit}" if unit and _IN_BARE.search(part) else part for part in parts)


def unpaused(text: str, language: str) -> tuple[str, ...]:
    """A short text cut where one deed ends and the next begins with no word between."""
    cut = _UNPAUSED.split(text) if language == "zh" and len(text) <= _SHORT else [text]
    led = all(_VERB["zh"].search(part) for part in cut)
    return tuple(cut) if led and 1 < len(cut) <= LONGEST else (text,)


_ITS = {
    "en": re.compile(
        r"\bits (?P<what>volume|brightness|temperature|speed|colou?r|position)\b", re.IGNORECASE
    ),
    "zh": re.compile("它的(?P<what>音量|亮度|温度|风速|颜色|声音)"),
}


_VOLUME = {
    "en": re.compile(r"\bthe (?P<what>volume|sound)\b(?! (?:of|on|in|for))", re.IGNORECASE),
    "zh": re.compile("^(?:把|再|就)?(?P<what>声音|音量)(?=.)"),
}


def owned(part: str, owner: str, language: str, *, sounds: bool = False) -> str:
    """The part with the name of what its "its" means, which is what was spoken of just before.

    The volume is that of an owner that `sounds`.
    """
    if aboard := _aboard(part, owner, language):
        return aboard
    loud = _VOLUME.get(language)
    its = loud if sounds and loud and loud.search(part) else _ITS.get(language)
    if not owner or its is None:
        return part
    return its.sub(rf"the \g<what> of the {owner}" if language == "en" else rf"{owner}的\g<what>", part)


_WARMED = {
    "en": re.compile(r"\b(?P<deed>(?:pre-?)?(?:warm|heat|cool)|defrost) it\b", re.IGNORECASE),
    "zh": re.compile(r"(?:[再先]|提前)*(?P<deed>预热|预冷|热)(?:一下|一会儿?|上)?吧?"),
}
_CAR = {"en": re.compile(r"\bcar\b", re.IGNORECASE), "zh": re.compile("车(?!库)")}


def _aboard(part: str, owner: str, language: str) -> str | None:
    """To warm or to cool "it" where that is the car: a room would be, otherwise."""
    car, warmed = _CAR.get(language), _WARMED.get(language)
    if car is None or warmed is None or not car.search(owner):
        return None
    if language == "zh":
        return f"给车{found['deed']}" if (found := warmed.fullmatch(part)) else None
    return warmed.sub(r"\g<deed> the car", part) if warmed.search(part) else None


_THE_ONE = re.compile(
    r"\bthe (?:other )?ones?\b(?= (?:in|on|by|at|next|over|above|upstairs|downstairs)\b)", re.IGNORECASE
)
_ROOMS_ONE = re.compile(
    r"^(?P<kept>(?:and )?(?:turn|switch|put) (?:on|off) the (?!other|first|last|next|same)(?:\w+ ){1,2})ones?"
    r"(?= please$|$)",
    re.IGNORECASE,
)
"""The kitchen one, behind a deed."""
_ONE_OF = re.compile(
    r"\b(?:lights?|lamps?|fans?|curtains?|blinds?|sockets?|plugs?|doors?|windows?|speakers?)\b", re.I
)


def nouned(part: str, earlier: tuple[str, ...]) -> str:
    """The part with the noun that its "the one" stands for: `the light in the kitchen`."""
    nouns = [found.group() for each in earlier for found in _ONE_OF.finditer(each)]
    if not nouns:
        return part
    return _ROOMS_ONE.sub(rf"\g<kept>{nouns[-1]}", _THE_ONE.sub(f"the {nouns[-1]}", part))


def borrowed(parts: tuple[str, ...], place: int, language: str) -> Iterator[str]:
    """The part with its neighbours' verb: `the fan` behind `turn off the light`, `把灯` before `风扇关掉`."""
    part = parts[place]
    if language == "en" and _THE_ONE.search(part):
        return  # one in the kitchen is no percent
    verb = _VERB.get(language)
    glue = "" if language == "zh" else " "
    for earlier in reversed(parts[:place]):
        if verb and (found := verb.search(earlier)):
            yield found.group(1) + glue + part
            break
    if language == "en":
        yield from _borrowed_en(parts, place)
    behind = _VERB_BEHIND.get(language)
    later = (behind.search(each) for each in parts[place + 1 :]) if behind else ()
    if found := next(filter(None, later), None):  # 卧室灯和客厅灯打开，空调关掉
        yield part + found.group(1)
    if behind and part[:1] not in "把将" and parts[0][:1] in "把将" and place:
        yield parts[0][0] + part


def _borrowed_en(parts: tuple[str, ...], place: int) -> Iterator[str]:
    """With the deed before the place of the one before, or the noun behind the last: `the hall lights`."""
    part, noun = parts[place], _NOUN_EN.search(parts[-1])
    if place and (deed := _PLACE_EN.match(parts[0])):
        yield deed[1] + part
    if noun and place < len(parts) - 1:
        yield part + noun[0]
