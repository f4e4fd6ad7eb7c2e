"""What a request that was understood by its likeness is about: when, which thing, what is to be heard."""

import re
from collections.abc import Mapping, Sequence

from intents.music.heard import heard_music
from intents.music.listening import listening
from intents.places import place_in, place_told
from intents.spans import DAY_ZH, times
from intents.vocabulary import Intent, Scalar
from intents.when.lasting import length

Slots = Mapping[str, Scalar | tuple[Scalar, ...]]

_LISTED = frozenset({"HassListAddItem", "HassListCompleteItem"})
_CANCELLED = frozenset({"CancelAlarm", "CancelReminder"})
_COUNTED = frozenset({"HassStartTimer", "SnoozeAlarm"})
_TIMED = _CANCELLED | {"SetAlarm", "SetReminder", "GetAlarms", "GetReminders"}

_AT_THE_END = re.compile("^(?:in|after) |[以之]?后$", re.IGNORECASE)
"""What makes a stretch of time the moment when it is over."""
_FOR_WHAT = re.compile(
    r"\b(?:half|minutes?|mins?|hours?) for (?:the|my) (?P<name>[a-z]+(?: [a-z]+)?)$", re.IGNORECASE
)
"""What is timed: an hour and a half for the roast."""
_CLAUSE = re.compile("[，,。；;！!]+")
_CALL = re.compile("[叫喊]我|叫醒|闹钟|闹铃|提醒")
_WAKES = re.compile(r"\b(?:wake|get) (?:me|us) up\b|\bwake (?:me|us)\b|叫醒|起床|[叫喊]我起", re.IGNORECASE)
_EVERY = re.compile(r"\b(?:all|every|everything)\b|所有|全部|全|都", re.IGNORECASE)
_ENDING_ZH = re.compile("[，,]?(?:[吧啊呀呢哦嘛]|谢谢你?)+$")
_PAIR = 2
_LONGEST = 40
"""Characters; what is longer is more than the name of a thing."""

_ADDED = (
    re.compile(
        r"\b(?:put|add|write down|note(?: down)?|jot down|need(?: to (?:buy|get))?|buy|get|"
        r"ran out of|(?:all )?out of|include)"
        r" (?P<item>.+?)(?: (?:on|to|onto|in|down|for)\b.*)?$",
        re.IGNORECASE,
    ),
    re.compile(r"(?:没有?|缺|买完)(?P<item>[^了，。]{1,8})了"),
    re.compile(r"(?:把|将)(?P<item>.{1,12}?)(?:也|给|都)*(?:加|记|写|放|添|列)"),
    re.compile(
        r"(?:加上?+|添上?+|记下|记一下|写上|再来|要买|买)(?:一[条项个]|一?[点些](?!心))?(?P<item>[^，。]{1,16})$"
    ),
    re.compile(r"(?P<item>[^，。把给我里]{1,8}?)(?:快|都|也)*(?:没|用完|吃完|喝完)(?:有)?了"),
)
_DONE = (
    re.compile(
        r"\b(?:take|remove|delete|drop|cross(?: off)?|scratch|strike|tick(?: off)?|erase|bought|got|"
        r"picked up)"
        r" (?P<item>.+?)(?: (?:off|from|on|so|out|already|any ?more)\b.*)?$",
        re.IGNORECASE,
    ),
    re.compile(
        r"(?P<item>\b[\w ]+?) (?:is|are|was|were|has been|have been) (?:bought|done|off)\b", re.IGNORECASE
    ),
    re.compile(
        r"^(?P<item>[^，,]{1,8}?)(?:已经|都|也|刚)*(?:[交寄还写弄做办洗打取买修付发领退读背擦扫换订]|搞定|完成|处理)"
        r"[完好掉]?[了过]了?[，,].*(?:划|删|去|勾|拿)掉"
    ),
    re.compile(r"(?:把|将)(?P<item>.{1,12}?)(?:从|给|都)*(?:去掉|划掉|删|拿掉|勾掉|去了|划了)"),
    re.compile(r"(?:去掉|划掉|删掉|删除|勾掉|移除)(?P<item>[^，。]{1,12})$"),
    re.compile(r"(?P<item>[^，。]{1,12}?)(?:已经|都|也)*(?:买(?:好|过|完|到|了)|不用买|办完|做完)"),
)
_WHERE = re.compile(
    r"^(?:.*(?:清单|单子|购物单|采购单|列表|待办)(?:里面?|上面?|中)?的?)|^(?:帮我|给我|再|还有?|也)+"
)
_LITTLE = re.compile(
    r"^(?:the|a|an|some|my|more|that|those|these|any|also|just)\b ?|[,.!?。！？]+$|\b(?:please|too|also)$"
)
_NO_THING = re.compile(
    r"(?:.*\b)?(?:lists?|it|them|this|that|one|items?|things?|tasks?|entry|something|everything|anything|done|up|rid"
    r"|last|first)"
    r"|.*(?:清单|单子|列表|东西|[条项个]|待办|事项|所有|全部|一下)|[它这那]",
    re.IGNORECASE,
)
_REMINDED = re.compile(
    r"提醒(?:我们|我|咱们|咱)?(?:一下|一声|要|去(?=[接取拿买交办看]))?(?P<zh>[^，。一提]{2,20})$|"
    r"\bremind (?:me|us) (?:to|about|of) (?P<en>.+)$",
    re.IGNORECASE,
)
_NO_TASK = re.compile(
    r"\b(?:at|on|in|tomorrow|today|tonight|every|next|this|before|after)\b|[点号]|明天|后天|每天|小时|分钟|吗|什么|设|删|取消",
    re.IGNORECASE,
)
"""Signs that a time stands in between: who asks is told which words were the task."""
_ASKS = re.compile(
    "(?:[你您请]|麻烦|帮我|给我|到时候?|到点|别忘了|记得|千万|一定|替我|把这个?|在)*(?:提醒|叫|喊|通知|告诉|记|加|写|放)"
    "(?:我们?|一下|一声|下来?|着|上|到|进|个|在|日程|日历|备忘录?|提醒|事项|安排|里|本|[吧啊哦呀])*"
)
"""A clause that only asks to be reminded."""
_HAVE = re.compile("^(?:我们?|咱们?)?(?:要|得|有个?|有场|还得|该)*")
_LIST_NAME = re.compile(
    r"\b(?:list (?:called|named|for) (?P<new>[\w ]+)|(?P<old>to ?do|[a-z]+) list|"
    r"my (?P<task>to ?dos?|tasks?))\b|"
    r"(?P<zh>待办|购物|采购|旅行|行李|年货)(?:清单|单|事项)?",
    re.IGNORECASE,
)
_TO_DO = re.compile(r"\b(?:to|get) do(?:ne)?\b(?! (?:the )?shopping)|待办|(?:要|没)做", re.IGNORECASE)
"""What is asked for beside a list of things to buy."""
_NAMELESS = frozenset(
    {"the", "my", "a", "new", "that", "our", "this", "which", "any", "grocery", "groceries", "采购"}
)
_SOUGHT = re.compile(
    r"\b(?:play(?:ing)?|listen to|hear|put on|turn on|start|tune (?:in )?to|find|shuffle|mood for|give me|"
    r"queue(?: up)?|read)"
    r"(?: me| us)? (?P<what>.+?)(?: (?:please|now|for me|on (?:the )?(?:radio|spotify)))*$",
    re.IGNORECASE,
)
_ANY_SOUND = re.compile(
    r"(?:(?:some|the|my|a|an|any|good|nice|something|anything|from)\s*|music|songs?|tunes?|radio|station|playlist|podcasts?|"
    r"audio ?book|book|it|this|that|again)+",
    re.IGNORECASE,
)


def filled(intent: Intent, text: str, language: str) -> tuple[Intent, bool]:
    """The intent with the slots that are in the words, and whether they say enough for it to be done."""
    slots = {**intent.slots, **_read(intent.name, text, language)}
    return Intent(intent.name, slots), _suffices(intent.name, slots, text)


def _suffices(name: str, slots: Slots, text: str) -> bool:
    if name in _LISTED:
        return "item" in slots or (name == "HassListAddItem" and "list called" in text)
    if name == "HassStartTimer":
        return "seconds" in slots
    return name not in _CANCELLED or "time" in slots or bool(_EVERY.search(text))


def _read(name: str, text: str, language: str) -> Slots:
    if name in _COUNTED:
        counted = _counted(text, language, slot="minutes" if name == "SnoozeAlarm" else "seconds")
        named = _FOR_WHAT.search(text.strip(" .!")) if counted and name == "HassStartTimer" else None
        return {**counted, "name": named["name"]} if named else counted
    if name in _TIMED:
        task = _task(text) if name == "SetReminder" else None
        woken = _WAKES.search(text) if name == "SetAlarm" else None
        wakes = {"purpose": "rise" if woken[0].lower().startswith("get") else "wake"} if woken else {}
        when = _when(text, language, cancelled=name in _CANCELLED)
        return {**when, **wakes, **({"task": task} if task else {})}
    if name == "HassGetWeather":
        place = _place(text, language)
        return {**_when(text, language, cancelled=False), **({"name": place} if place else {})}
    if name in _LISTED:
        return _listed(
            _ENDING_ZH.sub("", text.strip(" .!?。！？")), _ADDED if name == "HassListAddItem" else _DONE
        )
    if name == "GetList":
        to_do = {"name": "to do"} if _TO_DO.search(text) else {}
        return {**to_do, **{slot: value for slot, value in _listed(text, ()).items() if slot == "name"}}
    return _heard(text, language) if name == "HassMediaSearchAndPlay" else {}


def _place(text: str, language: str) -> str | None:
    """The place that the words name, with what stands before a city that we know."""
    known = place_in(text, language)
    told = place_told(text, times(text, language)) if language == "en" else None
    return told if told and (known is None or known.casefold() in told.casefold()) else known


def _when(text: str, language: str, *, cancelled: bool) -> Slots:
    said = times(text, language)
    if said:
        return {"time": _ringing(text, said, language) or max(said, key=len)}
    return {"all": True} if cancelled and _EVERY.search(text) else {}


def _ringing(text: str, said: Sequence[str], language: str) -> str | None:
    """Of several Chinese times the one of the clause that asks to be called, on the day of the others."""
    clauses = [each for each in _CLAUSE.split(text) if each]
    called = next((each for each in clauses if _CALL.search(each)), "")
    own = [each for each in said if each in called]
    if language == "zh" and not called and len(said) == len(clauses) == _PAIR and DAY_ZH.fullmatch(said[0]):
        return None if DAY_ZH.match(said[1]) else said[0] + said[1]  # 明天要早起，五点五十
    if language != "zh" or len(said) < 2 or len(clauses) < 2 or len(own) != 1:
        return None
    others = [each for each in said if each not in own]
    if DAY_ZH.fullmatch(own[0]):
        return own[0] + next((each for each in others if not DAY_ZH.match(each)), "")
    day = next((found.group() for each in others if (found := DAY_ZH.match(each))), "")
    return own[0] if DAY_ZH.match(own[0]) else day + own[0]


def _counted(text: str, language: str, slot: str) -> Slots:
    """How long the words say something takes; nothing unless they say it once."""
    spans = (_AT_THE_END.sub("", said) for said in times(text, language))
    found = [seconds for said in spans if (seconds := length(said, language))]
    unit = 60 if slot == "minutes" else 1
    return {slot: round(found[0] / unit)} if len(found) == 1 and found[0] >= unit else {}


def _task(text: str) -> str | None:
    """What one wants to be reminded of, where that stands at the end."""
    found = _REMINDED.search(text.strip(" .!?。！？"))
    task = found["zh"] or found["en"] if found else None
    plain = task if task and not _NO_TASK.search(task) and len(task) <= _LONGEST else None
    return plain or _appointment(text)


def _appointment(text: str) -> str | None:
    """What a Chinese clause with a time tells of, where the other only asks to be reminded of it."""
    clauses = [each for each in _CLAUSE.split(text) if each]
    told = [each for each in clauses if not _ASKS.fullmatch(each)]
    said = times(told[0], "zh") if len(told) == 1 < len(clauses) else ()
    if not said:
        return None
    task = _HAVE.sub("", told[0].replace(max(said, key=len), "", 1).strip("，, "))
    task = re.sub("[是在定约]+$", "", task)
    return task if 1 < len(task) <= _LONGEST and not times(task, "zh") else None


def _listed(text: str, frames: tuple[re.Pattern[str], ...]) -> Slots:
    """The thing, and the list that it is on; nothing where the words only point at it."""
    items = (_thing(found["item"]) for frame in frames if (found := frame.search(text)))
    item = next(filter(None, items), None)
    named = _LIST_NAME.search(text)
    name = next(filter(None, named.groups()), "").lower().strip() if named else ""
    name = "to do" if name.startswith(("task", "todo", "to do")) else name
    return {
        **({"item": item} if item else {}),
        **({"name": name} if name and name not in _NAMELESS else {}),
    }


def _thing(said: str) -> str | None:
    before, item = "", _WHERE.sub("", said.strip())
    while item != before:
        before, item = item, _LITTLE.sub("", item).strip()
    return item if item and len(item) <= _LONGEST and not _NO_THING.fullmatch(item) else None


def _heard(text: str, language: str) -> Slots:
    """What is to be heard, where the words name it."""
    if language == "zh":
        match = listening(text) or heard_music(text)
        return match.intents[0].slots if match else {}
    found = _SOUGHT.search(text.strip(" .!?"))
    words = found["what"].strip() if found else ""
    return {} if not words or _ANY_SOUND.fullmatch(words) else {"search_query": words}
