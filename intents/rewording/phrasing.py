"""Other ways to put the same request: without politeness, with digits, in the plainer form."""

import re
from collections.abc import Iterator

from intents.number.digits import to_digits
from intents.rewording.plain_english import plainer_english

_POLITE_EN = re.compile(
    r"^(?:(?:hey|hi|hello|ok|okay|so|well|um|uh|oh|whoa|wait|hold on|now|just|please|kindly|xiaoban|"
    r"assistant)\b[, ]*)*"
    r"(?:(?:(?:can|could|would|will|won['’]t) (?:you|we)(?: please)?|would you mind|go ahead and|please|"
    r"any chance you (?:can|could)|"
    r"(?:is it|would it be) possible (?:for you )?to|are you able to|(?:can|could) i get you to|"
    r"(?:i|we)(?:['’]d| would) (?:like|love)(?:(?: for)? you)?(?: to)?|"
    r"(?:i|we) (?:want|need)(?:(?: for)? you)?(?: to)?|"
    r"(?:i(?:['’]?m| am) )?(?:wanting|needing) (?:for )?you to|"
    r"i['’]?d (?:like|love|appreciate) it if you (?:would|could)|i would (?:like|love|appreciate) it if "
    r"you (?:would|could)|"
    r"let['’]?s|(?:help|assist) me(?: to| in)?)[, ]+){0,2}(?:be (?:so kind (?:as )?|kind enough |willing |"
    r"able |happy )to )?"
    r"(?:(?:please|kindly|just|quickly) )*",
    re.IGNORECASE,
)
_WHETHER_EN = re.compile(
    r"^(?:(?:can|could|would|will) you )?(?:please )?"
    r"(?:(?:tell me|check|see|find out|let me know|do you know|i wonder|"
    r"i (?:need|want) to know) (?:if|whether|that)|(?:verify|confirm|check)(?: that| if| whether)?) "
    r"(.+?) (is|are) (.+)$",
    re.IGNORECASE,
)
_DID = (
    r"^(?:did|have|has) (?:i|we|you|anyone|anybody|someone|he|she|they) (?:already )?(?:remember(?:ed)? to )?"
)
_DID_EN = (
    (rf"{_DID}(?:turn(?:ed)?|switch(?:ed)?) (?P<way>on|off) (?P<thing>.+?)", r"is \g<thing> \g<way>"),
    (
        rf"{_DID}(?:turn(?:ed)?|switch(?:ed)?|leave|left) (?P<thing>.+?) (?P<way>on|off|open)",
        r"is \g<thing> \g<way>",
    ),
    (rf"{_DID}(?P<way>lock|open|close|unlock)(?:e?d)? (?P<thing>.+?)", r"is \g<thing> \g<way>ed"),
)
"""Whether a deed was done is asked of the thing: "did you lock the door"."""
_SHUT_EN = (("closeed", "closed"), ("opened", "open"))
_ASKED_EN = re.compile(
    r"^(?:(?:hey|hi|ok|okay|so|please|well|um|uh|and)\b[, ]*)*"
    r"(?:(?:can|could|would|will) you )?(?:please )?"
    r"(?:tell me|do you know|i['’]?d like to know|i wonder|i (?:would like|need|want|have|ought) to know|"
    r"i (?:wanna|gotta|must|should) know|let me know|inform me(?: of)?|i really want to know)?[, ]*",
    re.IGNORECASE,
)
_INDIRECT_EN = re.compile(
    r"^(?P<wh>(?:what|which)(?: (?:time|date|day|hour|year|month|day of the week))?|where|when|who|"
    r"how (?:much|many|long|late|far|hot|cold|warm|humid|loud|bright|full)) "
    r"(?P<thing>it|today|tomorrow|(?:the|my|our|today['’]?s|tomorrow['’]?s|this|that)\b(?: [\w'’]+){0,4}?) "
    r"(?P<is>is|are|was|were|will)\b(?P<rest>.*)$",
    re.IGNORECASE,
)
"""A question in a question, whose verb stands last: "what time it is"."""
_STILL_EN = re.compile(r"(?<=\w) (?:still|already|actually|really|currently)(?= \w)", re.IGNORECASE)
"""What a question expects, which changes nothing of what it asks: "is the light still on"."""
_TAIL_EN = re.compile(
    r"(?:[,. ]+(?:please|thanks|thank you|for me|would you|will you|right now|now|then|too|as well|"
    r"again|ok|okay))+[ .!?]*$",
    re.IGNORECASE,
)
_POLITE_ZH = re.compile(
    r"^(?:[喂嗨嘿哎]|[好行]了(?!吗|没)|[好行]啦|得了|[你您]好(?!用|的|怎么|翻译)|小伴|那个|嗯|请问|请你|请您|请|麻烦[你您]?|劳驾|拜托[你您]?|"
    r"[你您](?=[能可帮给把看让])|我想要?(?:你|让你)?|我要(?=[把开关])|"
    r"(?:能不能|可不可以|能否|可否|可以|能)|帮忙|帮我|帮|给我|替我|告诉我|看看|看一下|看下|看一眼|瞅瞅|瞅一眼|瞧瞧|瞧一眼|查查|查一下|问一下|问问|"
    r"现在|马上|立刻|赶紧|快|先|[，,、。 ])+"
)
_TAIL_ZH = re.compile(
    r"(?:谢谢[你您]?|(?:千万)?(?:别忘了?|记住了?)|小伴|就[行好]了?|就可以了?|就够了|好吗|"
    r"好不好|行吗|可以吗|行不行|一下吧|吧|吗|啊|呀|哦|嘛|哈|一下|[，,。！!？? ])+$"
)
_COUNT_ZH = re.compile(
    r"的?(?:这|那)?(?:两|二|三|四|五|[2-5]|几)(?:盏|个|台|只)(?=\w{0,2}(?:灯|窗帘|风扇|音箱))"
)
_ASIDE_ZH = re.compile(r"一下|请|帮我|给我|麻烦你?")
_WHETHER_ZH = re.compile(r"(?:了没有?|了没|没有|没|了吗|了么)[？?]?$")
_MIDST_EN = re.compile(
    r"\b(?:(?:can|could|would|will) you(?: please)?|would you mind|please|kindly|"
    r"if you (?:can|could|would|don['’]t mind|please)|by the way|thank you|thanks|also|oh|um|uh)\b",
    re.IGNORECASE,
)
"""Politeness that stands anywhere: "tomorrow at seven, could you …"."""
_MIDST_ZH = re.compile(
    r"(?:可以|行|好|能)?(?:吗|么|吧|不)(?=[，,])|(?:好不好|行不行|可不可以|能不能)(?=[，,])|顺便|顺带|对了|那个|"
    r"(?:可以|能不能|可不可以|能否|能|麻烦你?|请你?|拜托)?(?:帮我|给我|替我)|麻烦你?|拜托|请|一下|嗯|呃|谢谢你?"
)
_PUNCTUATION = re.compile(r"[，。！？、；“”‘’《》,!?;\"]+|(?<!\d)[.:：]|[.:：](?!\d)")


def phrasings(text: str, language: str, *, question: bool) -> Iterator[str]:
    """The text, then what it comes to with less and less around it; each once, never empty."""
    seen: set[str] = set()
    for phrasing in _plainer(text, language, question=question):
        kept = " ".join(phrasing.split())
        if kept and kept not in seen and (phrasing == text or kept != "点"):  # 快点哦 asks no time
            seen.add(kept)
            yield kept


def _plainer(text: str, language: str, *, question: bool) -> Iterator[str]:
    yield text
    if language == "zh":
        yield from _plainer_chinese(text, question=question)
    elif language == "en":
        bare = " ".join(_PUNCTUATION.sub(" ", text).split())
        yield bare
        if question:
            bare = _TAIL_EN.sub("", bare)
            yield _WHETHER_EN.sub(r"\2 \1 \3", bare)
            asked = _ASKED_EN.sub("", bare)
            yield asked
            yield _STILL_EN.sub("", asked)
            yield _INDIRECT_EN.sub(r"\g<wh> \g<is> \g<thing>\g<rest>", asked)
            yield _done_english(bare)
        else:
            said = bare
            bare = _TAIL_EN.sub("", _POLITE_EN.sub("", said))
            yield bare
            yield from plainer_english(bare)
            yield " ".join(_MIDST_EN.sub(" ", _TAIL_EN.sub("", said)).split())


def _done_english(bare: str) -> str:
    """How the thing is, for whether something was done to it."""
    for form, state in _DID_EN:
        found = re.fullmatch(rf"{form}(?: already| yet)?", bare, re.IGNORECASE)
        if found:
            said = found.expand(state)
            for ending, plain in _SHUT_EN:
                said = said.removesuffix(ending) + plain if said.endswith(ending) else said
            return said
    return bare


def _plainer_chinese(text: str, *, question: bool) -> Iterator[str]:
    yield to_digits(text)
    bare = to_digits(_PUNCTUATION.sub("", text))
    yield bare
    if question:  # what makes it a question must stay
        yield _WHETHER_ZH.sub("了吗", bare)
        bare = _POLITE_ZH.sub("", bare).replace("还", "").replace("现在", "")
        yield bare
        yield _WHETHER_ZH.sub("了吗", bare)
        yield _WHETHER_ZH.sub("着吗", bare)
        return
    bare = _COUNT_ZH.sub("的", _TAIL_ZH.sub("", _POLITE_ZH.sub("", bare)))
    yield bare
    yield _ASIDE_ZH.sub("", bare)
    yield _TAIL_ZH.sub("", _POLITE_ZH.sub("", to_digits(_PUNCTUATION.sub("", _MIDST_ZH.sub("", text)))))
