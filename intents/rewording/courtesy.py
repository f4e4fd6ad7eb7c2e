"""What courtesy puts around a request, which is no part of it: 如果方便的话…, "if it's no trouble, …"."""

import re

_PAUSE = "[，,。！!、 ]*"
_YOU = "(?:你|您)"
_ASKED_ZH = (
    rf"(?:真|实在)?(?:不好意思|对不起|抱歉|劳烦|打扰|打搅|麻烦)(?:{_YOU}|打扰|了|一下|啊)*[，,。]+|"
    rf"(?:如果|要是|若是|假如)?{_YOU}?(?:如果|要是|若是)?(?:现在)?"
    rf"(?:方便|可以|可能|有空|有时间|不忙|不麻烦|行|没事|愿意|不介意)的话{_PAUSE}{_YOU}?|"
    rf"(?:如果|要是){_YOU}?(?:方便|可以|有空|有时间|不忙|不麻烦|不介意)[，,]+|"
    rf"{_YOU}(?:要是|如果)(?:不忙|有空|有时间|方便)[，,]*|"
    rf"我(?:想|要|能不能|可不可以|可以)?(?:麻烦|拜托|劳驾|请){_YOU}{_PAUSE}|"
    rf"(?:那个)?(?:什么|啥)[，,]+|那什么[，,]*|{_YOU}(?:听我说|知道吗)[，,]+|"
    "(?:好的?|行|嗯|可以了?)[，, ]*(?=继续|接着|下一|上一|暂停|换一|关[掉上了]|打开)|"
    rf"(?:小伴)+(?:啊|呀)?[，,]*(?=..)"
)
_LEAD = {
    "zh": re.compile(rf"^(?:{_ASKED_ZH})+"),
    "en": re.compile(
        r"^(?:(?:i['’]?m )?(?:so |very )?sorry(?: to (?:bother|disturb|"
        r"trouble) you(?: again)?)?[, ]+(?:but )?|"
        r"excuse me[, ]+|pardon me[, ]+|"
        r"(?:if|when(?:ever)?) (?:it['’]?s (?:not too much|no) (?:trouble|bother)|you (?:don['’]?t|"
        r"do not) mind|"
        r"you(?:['’]re| are) (?:not (?:too )?busy|free|able to|ready)|you (?:get|have) (?:a|"
        r"the) (?:chance|moment|minute|second)|"
        r"it['’]?s not (?:a bother|a problem)|possible)[, ]+)+",
        re.IGNORECASE,
    ),
}
_TAIL = {
    "zh": re.compile(
        rf"{_PAUSE}(?:(?:真是|真|太)?(?:麻烦|谢谢|多谢|感谢|辛苦|拜托)(?:{_YOU}|了|啦|啊|哈|哦|呀)*|"
        rf"(?:如果|要是)?{_YOU}?(?:方便|可以|有空|不麻烦|行)的话)+[。！!，,]*$"
    ),
    "en": re.compile(
        r"(?:[, ]+(?:if (?:it['’]?s (?:not too much|no) (?:trouble|bother)|you (?:don['’]?t|"
        r"do not) mind|possible)|"
        r"when you (?:get|have) (?:a|the) (?:chance|moment|minute|second)|"
        r"(?:(?:so|and|but) )?(?:can|could|would|will) you (?:please )?help(?: me| us)?"
        r"(?: out| with (?:that|it|this))?))+"
        r"[.!?]*$",
        re.IGNORECASE,
    ),
}
_HALTING_ZH = re.compile("(?<![一-鿿]得)(?:[，,]?[呃嗯额]+[，,]?(?=.)|(?:这个|那个)(?=那个|这个))")
"""Sounds of somebody who looks for words."""
_TWICE_ZH = re.compile(r"(?P<said>[一-鿿]{2,8}?)(?:[，,。！! ]*(?P=said))+[，,。！!]*")
"""Nothing but the same words over and over: 关灯关灯."""
_TWICE_LONGEST = 24
_OPENED = {
    "zh": re.compile(
        "^(?:(?:还是|那|哎|唉|嗯|哦)*(?:算[了咯]|行了|好了|得了|够了)(?:吧|啦)?[，,。！! ]*)+(?="
        "(?:还是|就|那|都|全|给我|帮我|赶紧|直接)*(?:把.{1,8})?(?:[关开](?!心|车|会|着)|打开|拉[上开]|锁上|停了|调)|"
        "太(?:晃|刺|亮|暗|冷|热|凉|吵|响|黑|闷))"
    ),
    "en": re.compile(
        r"^(?:(?:oh|ok|okay|well|actually)[, ]+)*(?:never ?mind|forget it|enough|all right|alright)[,. ]+"
        r"(?=(?:just )?(?:turn|switch|shut) (?:it|them|that|everything|all|off)\b|"
        r"(?:it['’]?s|that['’]?s) too (?:bright|dark|cold|hot|loud|warm)\b)",
        re.IGNORECASE,
    ),
}
"""What gives up what was before, in front of what is wanted now: 算了，关了吧."""
_LEAST = 2
"""Characters that must be left; courtesy alone is said for its own sake."""


def begun_anew(text: str, language: str) -> str:
    """The order without the words that only make room for it; the text itself where nothing follows them."""
    form = _OPENED.get(language)
    return form.sub("", text.strip()) if form else text


def uncourteous(text: str, language: str) -> str:
    """The request itself; the text where there is nothing around it."""
    lead, tail = _LEAD.get(language), _TAIL.get(language)
    said = _HALTING_ZH.sub("", text).strip() if language == "zh" else text.strip()
    if language == "zh" and (twice := _TWICE_ZH.fullmatch(said)) and len(said) <= _TWICE_LONGEST:
        said = twice["said"]
    said = said if len(said) >= _LEAST else text.strip()
    for around in (lead, tail):
        rest = around.sub("", said).strip() if around else said
        said = rest if len(rest) >= _LEAST else said
    return said
