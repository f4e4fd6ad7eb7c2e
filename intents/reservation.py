"""What words do to an order besides giving it: deny it, leave something out, make it wait, tell of it.

Likeness is blind to that: "don't turn off the light" is as like "turn off the light" as anything can be. So
what stands under a reservation is only ever done by a pattern that has words for it.
"""

import re
from typing import Literal

from intents.restated import is_about_home
from intents.vocabulary import Intent

Reservation = Literal["denied", "excepted", "conditional", "told", "later"]
"""Why the words are no plain order for now."""

_DEED_EN = (
    r"(?:turn|switch|shut|put|open|clos|lock|unlock|start|dim|set|play|rais|lower|activat|mak|chang|touch|"
    r"run|"
    r"kill|power|draw|pull|call|mov|add|remov|delet|cancel|clear|send|wak|snooz|increas|decreas|light)\w*"
)
_DEED_ZH = "(?:打开|开|关|锁|拉|调|放|播|设|定|叫醒|叫我|启动|停|换|取消|删|加|动)(?!着)"
_DENIED_EN = re.compile(
    r"\b(?:do ?n['’]?t|do not|never|need ?n['’]?t|need not|should ?n['’]?t|should not|must ?n['’]?t|must not|"
    r"did ?n['’]?t|did not|not to|no need to|no need for you to|rather not|instead of|without|stop|quit)\s+"
    r"(?!(?:you|we) )(?:(?:you )?(?:ever|dare|please|just|accidentally|really|even|want|need|like|ask|tell|"
    r"said?|"
    rf"you|him|her|me|us|to)\s+)*{_DEED_EN}\b|"
    r"\b(?:leave|keep)\b.*\b(?:alone|as (?:it|they) (?:is|are)|the way (?:it|they) (?:is|are))\b|^(?:no|"
    r"not)\b"
    r"(?! (?:bright|dark|warm|cold|loud|enough|more|so)\b)[, ]+(?:the|my)\b",
    re.IGNORECASE,
)
_DENIED_ZH = re.compile(
    r"(?:[别勿甭莫]|不(?:要|用|必|许|准|能|可以|需要|得|愿意?|想|该|应该)|无需|没(?:有)?[让叫说要想]|禁止|用不着|没必要)"
    rf"(?!忘|急|人|的|处|全|都)(?![^，,。！？]*(?:这么|那么|太|得[太很]))把?[^，,。！？了把]{{0,6}}?{_DEED_ZH}|"
    r"留着|就这样|维持现状|保持(?:原样|不[变动])"
)
_GOING_ON_ZH = re.compile(r"(?:别|不要|不用|不想)再?(?:放|播|唱|听|叫|提醒)")
"""Denied, but going on: 别放了 wants it to end."""
_STOP = re.compile(r"\bstop (?!(?:turn|switch|open|clos|lock|unlock|dim|chang)ing\b)", re.IGNORECASE)
"""To stop music or a reminder is an order; only what nobody does twice is denied by it."""

_EXCEPTED = re.compile(
    r"\b(?:except|excepting|excluding|apart from|other than|aside from|save for|"
    r"(?:all|every\w*|any\w*)\b.{0,24}\bbut|but (?:not|leave|keep)|the (?:others|rest(?! of)|"
    r"other (?:\w+ )?\w+s))\b|"
    r"除了|除外|以外|之外|其[他它余]|剩下|别的(?=灯|房间|窗帘|设备|地方)",
    re.IGNORECASE,
)
_CONDITIONAL_EN = re.compile(
    r"\b(?:if(?! (?:you (?:can|could|would|please|want|like|do ?n['’]?t|do not|have)|possible|"
    r"it['’]?s (?:ok|not)|"
    r"necessary|i may))|unless|whenever|when(?! you (?:can|get|have))|as soon as|once(?= (?:i|we|you|the|it|"
    r"he|she|"
    r"they|my|everyone|everybody)\b)|until|till|in case)\b",
    re.IGNORECASE,
)
_CONDITIONAL_ZH = re.compile(
    r"如果|要是|假如|假使|万一|只要|除非|每当|一旦|(?<!可以)(?<!方便)(?<![行能])的话|等(?!一下|等|会).{1,12}(?:再|[了时后就])|"
    r"(?:(?<!分钟)(?<!小时)(?:以后|之后)|的时候|(?<!小)时[，,再就])[^，,]*"
    rf"{_DEED_ZH}|一(?!半|点|下(?![雨雪班课])|会|些|个).{{1,6}}就(?!行|好|可以|成|够)"
)
_SOMEBODY = (
    r"(?:he|she|they|it|somebody|someone|nobody|everybody|people|"
    r"(?:my|the|our|his|her) (?!light|lamp|fan|door|music|volume|tv|room)\w+)"
)
_TOLD_EN = re.compile(
    r"^(?:(?:and|so|but|well|yeah|because|actually)[, ]+)*(?:"
    r"i(?: have| had|['’]ve|['’]d)?(?: just| already| never| only)* (?:turned|switched|opened|closed|shut|"
    r"locked|"
    r"unlocked|dimmed|started|stopped|said not|never said)\b|i never (?:said|asked|told|wanted)\b|"
    r"i (?:was|were|am|['’]m) (?:going|about|trying|thinking) (?:to|of)\b|i would (?:like to )?have\b|"
    rf"{_SOMEBODY}(?: \w+)? (?:told|tells?|said|says?|asked|asks?|turn(?:ed|s)|switch(?:ed|es)|opened|opens|"
    rf"closed|"
    r"closes|wants?|wanted|always|never|used to)\b)|"
    r"\b(?:buy|purchase|repair|fix|mend|an? new|broken?|damaged|(?:does ?n['’]?t|not) work(?:ing)?|on fire|"
    r"ugly|"
    r"expensive)\b",
    re.IGNORECASE,
)
_TOLD_ZH = re.compile(
    r"^(?:[他她它]们?|人家|别人|有人|爸爸?|妈妈?|爷爷|奶奶|姥姥|姥爷|老婆|老公|哥哥?|姐姐?|弟弟|妹妹|老师|孩子|邻居)"
    r".{0,3}?(?:说|让|叫|要我|问|想|喊|总|老是)|"
    r"^(?:我)?(?:已经|早就|刚刚|刚才|刚)(?:我)?(?:已经)?把?.{1,8}(?:开|关|锁)(?:上|掉|好)?[了过]?$|^我没有?[让叫说要想]|"
    r"[买修]|坏了|着火|难看|新的?一?[盏个台]|漏水"
)
_HOUR_EN = (
    r"(?:half past |quarter (?:past|to) )?(?:\d{1,2}(?:[:.]\d\d)?|one|two|three|four|five|six|seven|eight|"
    r"nine|ten|eleven|"
    r"twelve|noon|midnight|midday)(?! ?(?:%|percent|per cent|degrees?)|\d)\b"
)
_DAY_EN = "(?:mon|tues|wednes|thurs|fri|satur|sun)days?"
_SPAN_EN = r"(?:(?:an?|half an?|\d+|\w+) )(?:seconds?|minutes?|mins?|hours?)"
_LATER_EN = re.compile(
    rf"\b(?:at|by|around|after|before|from) (?:about )?{_HOUR_EN}|\b\d{{1,2}} ?[ap]\.?m\b|\bo['’]?clock\b|"
    rf"\btomorrow\b|"
    rf"\b(?:next|on|this|every|each) {_DAY_EN}\b|\b(?:every|each) (?:day|night|morning|afternoon|evening|"
    rf"week|hour)\b|"
    r"\b(?:daily|nightly|weekly|hourly)\b|\bin the (?:morning|afternoon|evening)\b|\blater\b|\bin a (?:bit|"
    r"while)\b|"
    rf"\b(?:in|for|after) (?:about |the next )?{_SPAN_EN}\b|"
    r"\b(?:at|after|before|by|until) (?:sun(?:set|rise|down|up)|dusk|dawn|dark|nightfall|night|bedtime)\b",
    re.IGNORECASE,
)
_NUMBER_ZH = r"(?:[零〇一二两三四五六七八九十百半几]+|\d+)"
_HOUR_ZH = "(?:早上|早晨|上午|中午|下午|傍晚|晚上|夜里|凌晨|半夜)"
_LATER_ZH = re.compile(
    "大?后天|明[天早晚儿]|每[天晚早日周个逢]|天天|(?:下个?|这个?)?(?:周|星期|礼拜)[一二三四五六日天末]|工作日|"
    rf"(?:{_HOUR_ZH}|^)一点(?!点)|一点(?:半|钟|整|一刻|{_NUMBER_ZH}分)|(?<![高低亮暗大小])(?:[二两三四五六七八九十]|\d)+点(?!点|儿)|"
    rf"\d+[:：]\d\d|"
    f"{_HOUR_ZH}(?=再|就|把|开|关|打开|关掉|拉|帮|给)|"
    f"{_NUMBER_ZH}个?半?(?:秒钟?|分钟|小时|钟头|刻钟)|[待等]一?会儿?|过一?会儿?|一会儿?[再后]|稍后|日[落出]|天[黑亮][了以之后时]"
)


_SPARED = re.compile(
    r"\b(?:do ?n['’]?t|do not|never|not)\s+(?:\w+ ){0,2}?(?:cancel|delete|remove|clear|stop|pause|mute|"
    r"silence)\w*|"
    r"(?:别|不要|不用|不许)[^，,。]{0,4}?(?:取消|删|关|停|清)",
    re.IGNORECASE,
)
"""What is to go on, or to stay."""
_WRITTEN_DOWN = frozenset({"SetReminder", "HassListAddItem", "HassShoppingListAddItem", "HassBroadcast"})
"""Intents whose words may be anybody's: "remind me not to open the window before nine"."""
_ENDING = frozenset(
    [
        "CancelAlarm",
        "CancelReminder",
        "HassListCompleteItem",
        "ClearList",
        "HassMediaPause",
        "HassMediaPlayerMute",
    ]
)
"""Intents that a denial may well ask for: "don't wake me tomorrow"."""
_HARMLESS = frozenset({"later", "excepted"})
"""Reservations that alarms and music have words for."""


def reservation(text: str, language: str) -> Reservation | None:
    """Why what likeness finds in the words must not be done now; None where nothing stands against it."""
    said = text.strip()
    chinese = language == "zh"
    if (_TOLD_ZH if chinese else _TOLD_EN).search(said):
        return "told"
    if _denied(said, chinese=chinese):
        return "denied"
    if _EXCEPTED.search(said):
        return "excepted"
    if (_CONDITIONAL_ZH if chinese else _CONDITIONAL_EN).search(said):
        return "conditional"
    return "later" if waits(said, language) else None


def forbids(intent: Intent, text: str, language: str) -> bool:
    """Whether the words have a reservation that is against this, of which they are otherwise like orders."""
    why = reservation(text, language)
    if why is None or intent.name in _WRITTEN_DOWN:
        return False
    if intent.name in _ENDING:
        return why == "excepted" or (why == "denied" and bool(_SPARED.search(text)))
    return why not in _HARMLESS or is_about_home(intent)


def waits(text: str, language: str) -> bool:
    """Whether the words name a time that is not now, or for how long."""
    return bool((_LATER_ZH if language == "zh" else _LATER_EN).search(text))


def _denied(said: str, *, chinese: bool) -> bool:
    if chinese:
        return bool(_DENIED_ZH.search(said)) and not _GOING_ON_ZH.search(said)
    return bool(_DENIED_EN.search(_STOP.sub("", said)))
