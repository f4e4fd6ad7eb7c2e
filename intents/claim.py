"""Free answers that claim a deed: whoever only talks has done nothing, and must not say that they have."""

import re
from collections.abc import Mapping

_DOING = (
    r"turn(?:ed|ing)?|switch(?:ed|ing)?|set(?:ting)?|unlock(?:ed|ing)?|lock(?:ed|ing)?|open(?:ed|ing)?|"
    r"clos(?:e|ed|ing)|start(?:ed|ing)?|stop(?:ped|ping)?|dim(?:med|ming)?|add(?:ed|ing)?|cancel(?:l?ed|l?ing)?|"
    r"schedul(?:e|ed|ing)|remind(?:ed|ing)?|play(?:ed|ing)?|sen[dt]|sending|call(?:ed|ing)?|order(?:ed|ing)?|"
    r"book(?:ed|ing)?|adjust(?:ed|ing)?|activat(?:e|ed|ing)|disabl(?:e|ed|ing)|delet(?:e|ed|ing)|"
    r"remov(?:e|ed|ing)|creat(?:e|ed|ing)|mut(?:e|ed|ing)|paus(?:e|ed|ing)|lower(?:ed|ing)?|"
    r"rais(?:e|ed|ing)|updat(?:e|ed|ing)"
)
_OURS = (
    r"lights?|lamps?|doors?|windows?|blinds?|curtains?|alarms?|timers?|reminders?|heating|fan|oven|tv|"
    r"volume|music|it"
)
_DONE = (
    "turned|switched|unlocked|locked|opened|open|closed|set|scheduled|added|cancell?ed|activated|muted|"
    "paused|playing|on|off"
)
_ENGLISH = re.compile(
    r"\b(?:I(?:['’]ve| have|['’]ll| will|['’]m| am)(?: now| just| already| going to)?|"
    r"I(?: just| already)|let me)"
    rf" (?:{_DOING})\b|"
    rf"\b(?:{_OURS})(?: \w+){{0,3}} (?:is|are|has been|have been) (?:now |all )?(?:{_DONE})\b|"
    r"^\W*(?:done|(?:unlock|turn|open|clos|sett|start|play|call|lock)ing)\b|"
    r"\b(?:alarm|timer|reminder) (?:set|added|created|cancell?ed)\b",
    re.IGNORECASE,
)
_DEED = (
    "打开|开启|关闭|关掉|关上|关好|设置|设好|设定|定好|调到|调好|调亮|调暗|调高|调低|播放|取消|添加|加入|加到|提醒你|"
    "提醒您|解锁|上锁|锁好|锁上|发送|预订|订好|订了|下单|启动|停止|删除|记下|"
    "打[个了通一]*电话|拨打|拨通|发(?![生现展明布达表育烧热])|转告|转达|通知[他她了到]|告诉[他她]|叫好|叫到|叫了|叫车|点好|点了|买好|买了|寄出|联系[上好了]|约好"
)
_CHINESE = re.compile(
    rf"(?:已经?|我(?:会|来|就|现在|马上|这就|正在)|帮[你您]|[为给替][你您]|正在|马上|这就|将)[^，。！？]{{0,12}}(?:{_DEED})|"
    rf"^(?![^，。]*[他她吗？]).{{0,12}}(?:{_DEED})[了啦]"
)
_CLAIMS: Mapping[str, re.Pattern[str]] = {"en": _ENGLISH, "zh": _CHINESE}

_CANNOT = re.compile(
    r"\b(?:can(?:no|['’])t|unable|not able|if|when|once|you (?:can|could|may))\b|"
    "不能|没法|无法|没有办法|办不到|如果|[你您]可以|可以让",
    re.IGNORECASE,
)

_ASSENT = re.compile(
    r"\W*(?:(?:sure|ok(?:ay)?|of course|certainly|all ?right|yes|no problem|got it|will do|right away|great|"
    r"understood)[\s,.!;:]*)+|[\W]*(?:(?:好的?呢?|没问题|行|可以|当然可以|当然|明白了?|知道了?|收到|嗯|马上|遵命|是的?)"
    r"[，。！!,\s、；～~]*)+",
    re.IGNORECASE,
)
"""All that somebody says who is going to do it."""

_PROMISES: Mapping[str, re.Pattern[str]] = {
    "en": re.compile(
        rf"(?:{_ASSENT.pattern})?(?:(?:I(?:['’]ll|['’]d| will| can| would)|let me)(?: be (?:happy|glad) to| "
        r"love to| try to| help you)*|here(?:['’]s| is)) "
        r"(?:write|tell|read|sing|come up with|compose|an?)\b[^.!?]*[.!:]*",
        re.IGNORECASE,
    ),
    "zh": re.compile(
        rf"(?:{_ASSENT.pattern})?我(?:(?:[会来]|可以|马上|这就|很乐意)+(?:[帮给为][你您]们?)?|[帮给为][你您]们?)"
        r"[写编讲说念唱想出]"
        r"[^。！？]*[。！：]*"
    ),
}
"""What is said by somebody who is about to write or tell something, and has not yet."""

NOTHING_DONE: Mapping[str, str] = {
    "en": "Sorry, I did not understand what I should do, so I have changed nothing.",
    "zh": "抱歉，我没听懂要做什么，所以什么都没动。",
    "it": "Scusa, non ho capito che cosa fare, quindi non ho cambiato niente.",
}
"""What is said instead."""
NOTHING_TOLD: Mapping[str, str] = {
    "en": "Sorry, I am no good at that.",
    "zh": "抱歉，这个我不太会。",
    "it": "Scusa, questo non lo so fare.",
}
"""What is said where all was promise."""


def only_assents(clause: str) -> bool:
    """Whether a clause agrees and says nothing else."""
    return bool(_ASSENT.fullmatch(clause.strip()))


def only_promises(clause: str, language: str) -> bool:
    """Whether a clause says that something will be written or told, and tells nothing."""
    promises = _PROMISES.get(language)
    return bool(promises and promises.fullmatch(clause.strip()))


def claims_deed(clause: str, language: str) -> bool:
    """Whether a clause of a free answer says that something was done, or is about to be."""
    claims = _CLAIMS.get(language)
    return bool(claims and claims.search(clause) and not _CANNOT.search(clause))
