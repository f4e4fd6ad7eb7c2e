"""Telling a question from an order: a question never changes anything."""

import re

from intents.plan import READS
from intents.vocabulary import Match

READ_ONLY = READS | {
    "Automate",
    "ChangeChannel",
    "Calculate",
    "Convert",
    "GetAlarms",
    "GetList",
    "GetReminders",
    "HassGetCurrentDate",
    "HassGetCurrentTime",
    "HassGetWeather",
    "HassNevermind",
    "HassRespond",
    "HassTimerStatus",
    "Help",
    "Leave",
    "Thanks",
    "Farewell",
    "MediaInfo",
    "Repeat",
    "Routine",
    "Stop",
    "Teach",
    "Translate",
    "Wrong",
}
"""Intents that change nothing in the home; all others act."""

_ENGLISH = re.compile(
    r"^(?:(?:hey|ok|okay|so|and|but|please|well|um|uh|tell me|do you know|i wonder|"
    r"(?:i['’]?d like|i would like|i need|i want|i have|i really want) to know|i (?:wanna|gotta|must) know|"
    r"inform me(?: of)?|"
    r"(?:please )?let me know(?! (?:when|once|after|if|whether)\b))[, ]+)*"
    r"(?:(?:check|see|find out|verify|confirm) (?:if|whether)|(?:verify|confirm) (?:that|the|my|our|all)|"
    r"(?:is|isn't|are|aren't|am|was|wasn't|were|weren't|does|doesn't|did|didn't|has|hasn't|had|"
    r"should|shall|may|might|must|who|whose|whom|which|what|where|when|why|how|if|whether)"
    r"(?:['’](?:s|re|d|ll|ve))?|whats|whos|wheres|hows|do (?:i|we|they|you|the|my|any|all)|"
    r"have (?:i|we|they|you)|don['’]t (?:i|we|they|you)|can (?:i|we|it|the|they)|could (?:i|we|it|the|they)|"
    r"will (?:it|the|there|they)|would (?:it|the|there|they)|"
    r"(?:can|could|would|will) you (?:please )?(?:tell|say|check|see|look|find out|explain|let me know|"
    r"verify|confirm))\b",
    re.IGNORECASE,
)
_ENGLISH_LONGING = re.compile(
    r"^(?:(?:hey|ok|okay|so|and|please|well|um|uh)[, ]+)*(?:can|could|may) (?:i|we) (?:please |just )?"
    r"(?:have|hear|listen to|get (?!(?:to|in|into|out|there|home|back|away|through)\b))",
    re.IGNORECASE,
)
"""Asks for a thing and means that it be brought: can I have some music."""
_ENGLISH_REQUEST = re.compile(r"\b(?:can|could|would|will|won['’]t) you\b|\bplease\b", re.IGNORECASE)
_ENGLISH_WISH = re.compile(
    r"^(?:(?:hey|ok|okay|so|and|please|well)[, ]+)*(?:(?:can|could|may|might) i (?:ask|request|get) you to|"
    r"(?:would|will|could) you be (?:willing|able|happy|so kind as|kind enough) to|"
    r"(?:is it|would it be) possible (?:for you )?to (?!know|be\b|have|get\b)|any chance you (?:can|could)|"
    r"are you able to (?:play|read|find|set|add|put|translate|remind)\b|"
    r"(?:can|could|shall) we(?: please)? "
    r"(?:turn|switch|power|shut|dim|brighten|light|open|close|lock|start|stop|pause|clean|vacuum|put|set|"
    r"lower|raise)"
    r"\b)",
    re.IGNORECASE,
)

_CHINESE = re.compile(
    r"[吗么呢]$|(?<=[了着过有没好])嘛$|(?:了|着|有|上|开|关|好|完)没有?$|没有$|是不是|有没有|是否|开没开|关没关|锁没锁|"
    r"什么|怎么(?![这那]么)|怎样|为何|为啥|几[点号个度]|百分之几|.着还是|的还是|多[大热冷重]|(?P<twice>[\u4e00-\u9fff])不(?P=twice)(?!停|断)|"
    r"没[关锁开]吧$|星期几|周几|礼拜几|多少|多久|多长|多远|多高|哪|谁|如何|"
    r"(?:能不能|可不可以|会不会|要不要|该不该)"
)
_CHINESE_REQUEST = re.compile(
    r"^(?:小伴|你好|请|麻烦|劳驾|你|您|[,，\s])*(?:请|麻烦|帮|(?:能不能|可不可以|可否|能否|能|可以)(?:请|麻烦)?(?:你|您)?(?:帮|给|替|把|将|让|顺便|"
    r".{0,12}?(?:定[个一]|设[个一]|提醒我|提醒我们|叫我|叫醒我|喊我|放[首一点些个段]|播放|来[首点一段个]|讲[个一]|唱[首一个]|取消|加到|记一?下)))"
    r"(?!.*(?:告诉|看看|看一下|查|问))|(?:好吗|行吗|可以吗|好不好|行不行|可不可以)$"
)
_TRAILING = " \t\r\n.。!！,，;；~～…、"


_NEGATED = re.compile(
    r"\b(?:don['’]?t|do not|never|not|no longer|without)\b|[别勿莫]|不(?:要|用|许|准|能|可以|必|需要)|千万不",
    re.IGNORECASE,
)


_RULES = re.compile(
    r"\b(?:ignor|disregard|forget|bypass|overrid|overrul|break|drop)\w*\b.{0,30}\b(?:rules?|instructions?|"
    r"guidelines?|"
    r"prompts?|restrictions?|safety|(?:everything|all) (?:above|before))\b|\bsystem(?: prompt\b|:)|"
    r"\b(?:developer|admin\w*|debug|god) mode\b|\bas (?:your|the|an) admin\w*|\bnew instructions?\b|"
    r"\bwithout (?:asking|confirm\w*)|\bpretend (?:that )?you\b|\b(?:repeat|say) after me\b|"
    r"(?:忽略|无视|忘掉|忘记|绕过|不管|违反).{0,10}(?:指令|规则|内容|限制|设定|提示|要求)|系统(?:提示|指令|[:：】])|"
    r"(?:开发者|管理员|调试|上帝)模式|管理员(?:命令|要求|让)|新的?指令|(?:不用|不需要|无需|不必|别)(?:再)?(?:问|确认|询问)|"
    r"假装你|跟[我着].{0,2}[念说]",
    re.IGNORECASE,
)


def overrules(text: str) -> bool:
    """Whether the words would change the assistant's rules, so that nothing in them is an order."""
    return bool(_RULES.search(text))


def is_negated(text: str) -> bool:
    """Whether the words say not to: what is understood of them must say so too."""
    return bool(_NEGATED.search(text))


_FORBIDDEN = (
    (
        re.compile(
            r"(?:别|不要|不用|甭|不许|不必|先不)(?:再|给我|去|让它)*(?:扫|打扫|拖|清扫|吸)|"
            r"\b(?:don['’]?t|do not|never|no need to) (?:\w+ )?(?:vacuum|clean|hoover|sweep|mop)|"
            r"\benough (?:of (?:the|that|your) )?(?:vacuum|clean|hoover|sweep|mop)",
            re.IGNORECASE,
        ),
        frozenset({"HassVacuumStart", "HassVacuumCleanArea"}),
    ),
    (
        re.compile(
            r"(?:别|不要|不用|甭|不许|不必|先不)(?:再|给我|去|让它)*(?:打开|开(?!玩笑|会|车)|启动)|"
            r"\b(?:don['’]?t|do not|never|no need to) (?:\w+ )?(?:turn on|switch on|open|start)",
            re.IGNORECASE,
        ),
        frozenset({"HassTurnOn", "HassLightSet"}),
    ),
)
"""Deeds that the words say not to do, by the words that say so."""


def is_forbidden(text: str, match: Match) -> bool:
    """Whether the words say not to do what likeness took them for: 卧室别扫 sends nothing there."""
    names = {intent.name for intent in match.intents}
    return any(names & deeds and words.search(text) for words, deeds in _FORBIDDEN)


def is_question(text: str, language: str) -> bool:
    """Whether the words ask; "can you …?" and "能帮我…吗？" ask for a deed, and are orders."""
    said = text.strip(_TRAILING)
    marked = said.endswith(("?", "？"))
    said = said.rstrip("?？" + _TRAILING)
    if language == "zh":
        return not _CHINESE_REQUEST.search(said) and (marked or bool(_CHINESE.search(said)))
    # Nobody who may turn on a light wonders whether it can be done.
    if _ENGLISH_WISH.search(said) or _ENGLISH_LONGING.search(said):
        return False
    if _ENGLISH.search(said):
        return True
    return marked and not _ENGLISH_REQUEST.search(said)


def acts(match: Match) -> bool:
    """Whether anything of it changes anything."""
    return any(intent.name not in READ_ONLY for intent in match.intents)


def only_acts(match: Match) -> bool:
    """Whether nothing of it only looks: 卧室的灯和床头灯都请关闭 is two orders and asks nothing."""
    return all(intent.name not in READ_ONLY for intent in match.intents)
