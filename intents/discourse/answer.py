"""Reading the answer to "are you sure?": a clear yes, a clear no, or something else altogether."""

import re
from collections.abc import Mapping
from functools import cache

from intents.script import base

_YES: Mapping[str, str] = {
    "en": "yes|yeah|yep|yup|ya|aye|sure|certainly|of course|ok|okay|do it|do that|do so|go ahead|"
    "go for it|please do|confirm|confirmed|i confirm|right|correct|exactly|absolutely|definitely|"
    "affirmative|alright|all right|fine|that's right|that's fine|i do|i am|i'm sure|i'm certain|"
    "positive|go on|by all means|uh huh|mhm|open|unlock",
    "zh": "是的|是啊|是|对的|对啊|对|好的|好啊|好吧|好呀|好|可以的|可以|行吧|行啊|行|嗯嗯|嗯|确定|确认|"
    "当然|没错|要的|要|需要|同意|没问题|执行|做吧|去吧|开|打开|开门|解锁|开锁|ok|yes|必须的|"
    "肯定",
    "it": "sì|si|certo|certamente|va bene|ok|okay|d'accordo|confermo|esatto|giusto|fallo|procedi|"
    "sicuro|sicura",
}
_NO: Mapping[str, str] = {
    "en": "no|nope|nah|nay|no thanks|no thank you|don't|do not|dont|please don't|cancel|stop|"
    "never mind|nevermind|forget it|forget about it|not now|not yet|not really|negative|wait|"
    "hold on|leave it|i'm not sure|i am not sure|not sure|not|never|rather not|better not|abort|"
    "wrong|i changed my mind|i don't",
    "zh": "不是的|不是|不用了|不用|不要了|不要|不行|不可以|不了|不对|不确定|不需要|不想|不开|不好|"
    "不同意|不必|不|别开|别了|别|算了|取消|没有|停止|停|先不|否|等等|等一下|等一等|等下|等会儿|"
    "no|不做|当我没说|改主意了|我改主意了",
    "it": "no|non|annulla|ferma|fermati|lascia stare|lascia perdere|aspetta|niente|no grazie|non adesso",
}
_BESIDE: Mapping[str, str] = {
    "en": "please|thanks|thank you|it|that|this|i|am|i'm|do|very|quite|just|then|oh|well|um|uh|so|"
    "xiaoban|hey|now|sir|want|you|can|may|go|on|to|really|course|pretty|certain|is|one",
    "zh": "吧|啊|呀|的|了|呢|哦|噢|请|谢谢你|谢谢|你|我|小伴|就|这样|那|还是|先|做|它|啦|嘛|很|非常|哎|"
    "呃|想|现在",
    "it": "per favore|grazie|pure|allora|beh|ehm|adesso|ora|sono|lo|la",
}
_LONGEST = 60
"""Characters; a longer utterance is a request of its own."""


def yes_or_no(text: str, language: str) -> bool | None:
    """True for a yes, False for a no; None when the words say more than that, or neither.

    A doubtful answer ("yes, no, wait") is a no.
    """
    language = base(language)
    if language not in _YES or len(text) > _LONGEST or text.rstrip().endswith(("?", "？")):
        return None
    said = text.lower().replace("’", "'")
    phrases = _phrases(language)
    heard = {phrases[phrase] for phrase in _finder(language).findall(said)}
    if re.search(r"\w", _finder(language).sub(" ", said)):
        return None
    return False if False in heard else True if True in heard else None


@cache
def _phrases(language: str) -> Mapping[str, bool | None]:
    """Each phrase with what it says; None for what only stands beside an answer."""
    kinds = ((_BESIDE, None), (_YES, True), (_NO, False))
    return {phrase: says for table, says in kinds for phrase in table[language].split("|")}


@cache
def _finder(language: str) -> re.Pattern[str]:
    """Finds the phrases, the longest first: `不是` must not be read as `是`."""
    longest_first = "|".join(map(re.escape, sorted(_phrases(language), key=len, reverse=True)))
    return re.compile(
        f"(?:{longest_first})" if language == "zh" else rf"(?<![\w'])(?:{longest_first})(?![\w'])"
    )
