"""Talk to somebody else and tales of the day that are like orders about alarms, timers and what plays."""

import re
from collections.abc import Mapping

_NOTES = frozenset({"SetAlarm", "SetReminder", "HassStartTimer"})
_STILLS = frozenset({"HassMediaPause", "HassMediaPlayerMute", "Stop"})
_ENDS = frozenset({"CancelAlarm", "CancelReminder"})
_SOUNDS = frozenset({"HassSetVolumeRelative", "HassSetVolume"})
_BOUGHT = frozenset({"HassListCompleteItem", "HassShoppingListCompleteItem"})
_SNOOZES, _STARTS = frozenset({"SnoozeAlarm"}), frozenset({"HassTurnOn"})
_FINDS, _PARKED = frozenset({"FindPhone"}), frozenset({"CarLocation"})
_LISTS, _TIMERS = frozenset({"GetList"}), frozenset({"HassTimerStatus"})

_ASKS_ZH = "(?!.*(?:[叫喊]我|叫醒|提醒|告诉我|计时|定时|闹钟|定[个一]))"
_PLAN_ZH = (
    f"^(?:我|咱|他|她)们?{_ASKS_ZH}[^，,睡躺眯]{{0,8}}(?:分钟|小时|钟头|会儿?)"
    "(?:以后|之后|后|就)[^，,睡躺眯起]+$"
)
"""What somebody is going to do soon: 我们十分钟后出门."""
_ZH: Mapping[frozenset[str], re.Pattern[str]] = {
    _NOTES: re.compile(
        "^(?:昨[天儿晚夜]|前[天儿]|上[次回]|那[时回]|小时候|以前|当年)(?!.*(?:一样|那样|同样|再[来定设响叫]))|"
        "^你(?:的(?:计时|时间)|刚才|昨天|别(?!忘)|们|快点|再不)|(?:妈妈?|爸爸?|爷爷|奶奶|姥姥|姥爷|老师|我)(?:在|正在)?计时呢|"
        f"我(?:再|就|只|可|最多)?给你们?(?!说)|(?:分钟|小时|点钟?|时间)一?到了?(?:就|你)(?:得|要|该){_ASKS_ZH}|"
        f"[，,](?:快点儿?|赶紧|赶快|抓紧){_ASKS_ZH}[^，,]{{1,6}}$|{_PLAN_ZH}"
    ),
    _SNOOZES: re.compile(f"我(?:再|就|只|可|最多)?给你们?(?!说)|{_PLAN_ZH}"),
    _STARTS: re.compile("^我们?(?:马上|现在)?(?:要|准备|打算)开始[^，,]+了$"),
    _FINDS: re.compile("没电|充电|坏了|碎了|摔了|新买|[换买]了"),
    frozenset({"HassCancelTimer", "HassCancelAllTimers"}): re.compile("计时开始|开始计时|计时呢"),
    _LISTS: re.compile("(?:吃|喝|做|看|穿|说|见|梦见)(?:的|过|了)?(?:是)?(?:什么|啥|谁)(?!.*[单表])"),
    _TIMERS: re.compile(
        "^(?!.*(?:还[要有剩差得]|计时|定时)).*[煮蒸炖烤煎炸炒泡焖焯腌][^，]*(?:几分钟|几个小时|多久|多长)"
    ),
    _ENDS: re.compile(
        "^(?:昨[天儿晚]|前[天儿]|刚才|早上).*(?:了吧|了吗|了没有?|[掉关]的)$|^(?:你|那)?先(?:别|不要|不用|不)(?:给我)?(?:提醒|通知|叫|喊|响)(?:我|了|吧)*$"
    ),
    frozenset({"SetAlarm"}): re.compile(
        "(?:往[前后]|提前|推后|推迟)(?:挪|推|移|调|改)(?!.*(?:分|小时|钟头|刻|[到成]))"
    ),
}
"""What the words are when they ask for none of these, by what they are like."""
_ASKS_EN = (
    r"(?!.*\b(?:me|us|remind\w*|alarms?|timers?|wake|set|alert|note|remember|forget|calendar|schedule)\b)"
)
_WAIT_EN = (
    r"^(?:hold on|hang on|wait)[, ]+(?:wait )?(?:for )?(?:an?|one|just a) (?:minute|second|moment|sec|bit)\b"
)
_SOME_DAY_EN = (
    r"^(?:(?:and|so|but|well)[, ]+)*(?:next year|one day|some ?day|"
    r"when i (?:retire|grow up|am older|['’]m older)|in (?:a few|two|three|five|ten) years)[, ]+"
    r"i(?:['’]d| would|['’]ll| will)?(?: only| just)? (?:want|like|love|hope|wish|plan|get|wake)\b"
)
"""What somebody means to do in years."""
_EN: Mapping[frozenset[str], re.Pattern[str]] = {
    _NOTES: re.compile(
        rf"^{_ASKS_EN}(?:it|that|this|they|the \w+)(?: \w+ly)? (?:takes?|took|lasts?|lasted)\b|"
        rf"^{_ASKS_EN}(?:.*[,.] )?(?:we|he|she|they)(?:['’]re|['’]s| are| is) (?:\w+ing|off) (?:in|at|on)\b|"
        r"\b(?:i|we)(?: already)?(?: have| had|['’]ve got| use) an? (?:alarm|timer|reminder)\b(?! to\b)|"
        r"^(?!(?:please|ok|okay|hey|so|and|alarm|today|to\w+|\w+day)\b)[a-z]+, "
        r"(?:get|wake|hurry|come|stand|sit|go)\b(?! (?:me|us|my|our)\b)|"
        r"^(?:get|wake) up, (?!at |in |for |on |tomorrow|please)[a-z]+|"
        rf"{_WAIT_EN}|{_SOME_DAY_EN}|"
        rf"^{_ASKS_EN}[\w' ]{{2,24}}(?:['’]s| is| are| starts?| begins?) (?:at|on) [^,]+(?:, you know\b.*)?$",
        re.IGNORECASE,
    ),
    _STILLS: re.compile(
        r"\b(?:both|all) of you\b|\byou (?:two|guys|kids|lot|boys|girls)\b|\band (?:think|breathe|look)\b|"
        rf"{_WAIT_EN}",
        re.IGNORECASE,
    ),
    _BOUGHT: re.compile(
        r"\b(?:is|are|(?:has|have|['’]s) gone|went|smells?|tastes?|looks?) (?:a bit |all )?"
        r"(?:off|bad|stale|sour|mou?ldy|rotten)$",
        re.IGNORECASE,
    ),
    _LISTS: re.compile(
        r"\bwhat (?:\w+ )?(?:did|had) (?:i|we)\b(?!.*\b(?:lists?|put|add|write|need|want|note|say|forget)\b)",
        re.IGNORECASE,
    ),
    _TIMERS: re.compile(
        r"^how (?:long|many \w+) (?:do|does|should|to|would|must|did)\b(?!.*\b(?:timers?|left|remain\w*)\b)",
        re.IGNORECASE,
    ),
    _FINDS: re.compile(
        r"^(?!.*\b(?:where|find|lost|ring|call|seen)\b)"
        r".*\b(?:dead|die|dying|flat|low|charg\w*|battery|broken?|cracked|smashed|new|slow)\b",
        re.IGNORECASE,
    ),
    _PARKED: re.compile(
        r"^(?!.*\b(?:where|find|park\w*)\b).*\b(?:freezing|cold|hot|dirty|wash\w*|clean\w*|noisy?|slow|new)\b",
        re.IGNORECASE,
    ),
    _SOUNDS: re.compile(r"\bupside down\b", re.IGNORECASE),
    _ENDS: re.compile(r"^(?:do ?n['’]?t|do not) (?:remind|wake|tell) me (?:just )?yet\b", re.IGNORECASE),
}


def is_overheard(intent: str, text: str, language: str) -> bool:
    """Whether the words are said to somebody else, or tell of something, and ask for no such thing."""
    said = text.strip(" .。!！")
    forms = _ZH if language == "zh" else _EN
    return any(intent in names and form.search(said) for names, form in forms.items())
