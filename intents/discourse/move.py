"""What a request does in the conversation: takes back, repeats, corrects, carries over; from its words."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

_TRIM = " \t\r\n.。!！?？,，;；~～…、"


@dataclass(frozen=True, slots=True)
class Move:
    """One step of a conversation."""

    kind: Literal["undo", "again", "more", "less", "other", "another", "clear", "read", "correct", "carry"]
    rest: str = ""
    """What was said instead, or besides."""
    switch: str | None = None
    """`on` or `off` where the words say so themselves: `卧室也开`."""
    more: bool = False
    """Whether one more is wanted beside what there is, and nothing is put right."""
    asks: bool = False
    """Whether the words ask: `卧室呢`, `what about the bedroom`."""


def read_move(text: str, language: str) -> Move | None:
    """What the words do, seen from what was said before; None for a request that stands on its own."""
    said = " ".join(text.strip(_TRIM).replace("’", "'").split())
    if not said or len(said) > _LONGEST:
        return None
    fixed = next((kind for kind, words in _FIXED[_known(language)] if words.fullmatch(said)), None)
    if fixed is not None:
        return Move(fixed)
    return _correction(said, _known(language)) or _carried(said, _known(language))


_LONGEST = 120
"""Characters; a longer one is a story."""


def _known(language: str) -> str:
    return "zh" if language == "zh" else "en"


_Fixed = tuple[
    tuple[Literal["undo", "again", "more", "less", "other", "another", "clear", "read"], re.Pattern[str]], ...
]


def _words(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern, re.IGNORECASE)


_FIXED: Mapping[str, _Fixed] = {
    "en": (
        (
            "undo",
            _words(
                r"(?:(?:no|please|oops|wait|sorry)[, ]+)*(?:undo(?: (?:that|it|this|the last (?:one|thing"
                r"|command|action)))?"
                r"|(?:cancel|revert|reverse) (?:that|it|this|the last (?:one|thing|command|action))"
                r"|(?:put|change|switch|set) (?:it|that|them|everything) back(?: (?:again"
                r"|(?:to )?(?:the way|how|as|like|what)"
                r" (?:it|they) (?:was|were)(?: before)?))?|take (?:that|it) back|revert)(?: please)?"
            ),
        ),
        (
            "again",
            _words(
                r"(?:(?:please|and) )?(?:(?:do|try|run) )?(?:(?:it|that|this|the same(?: thing)?|same) )?"
                r"(?:again|once more|one more time|once again)(?: please)?"
                r"|play (?:it|that|this|that one|the same (?:song|one)) (?:again|once more)(?: please)?"
            ),
        ),
        (
            "more",
            _words(
                r"(?:and )?(?:(?:just )?(?:a (?:bit|little)|some|even|still) more|more|further"
                r"|a bit further)(?: please)?"
            ),
        ),
        (
            "less",
            _words(
                r"(?:(?:just )?(?:a (?:bit|little)) less|less|too much|that's too much"
                r"|(?:bring|turn|put) (?:it|them|that) back (?:up|down)(?: again)?"
                r"|not (?:that|so|quite (?:that|so)|as) much)(?: please)?"
            ),
        ),
        (
            "clear",
            _words(
                r"(?:(?:please|ok|okay|now|and|then)[, ]+)*(?:(?:cancel|delete|remove|clear|erase|stop|scrap|"
                r"ditch|bin|get rid of) (?:all of (?:them|those|it)|them (?:all|both)|all|everything|both(?: "
                r"of them)?|"
                r"them|those)|(?:turn|switch) (?:(?:all|both) of them|them (?:all|both)) off)(?: please)?"
            ),
        ),
        (
            "read",
            _words(
                r"(?:please )?(?:read|tell) (?:me )?(?:it|them|that|them all|all of (?:it|them))"
                r"(?: (?:out|aloud|back|again|to me|for me))*"
            ),
        ),
        (
            "another",
            _words(
                r"(?:and|(?:and )?(?:what|how) about) the other(?: (?:one|ones|light|lamp|fan))?"
                r"|(?:and )?(?:another|one more)(?: (?:one|light|lamp))?(?: please)?"
            ),
        ),
        ("other", _words(r"(?:but )?the other(?: (?:one|ones|light|lamp|fan|timer|alarm))?")),
        (
            "other",
            _words(
                r"(?:no[, ]+)?(?:not (?:that|this)|(?:that's )?(?:the )?wrong)(?: (?:one|lamp|light|room))"
            ),
        ),
    ),
    "zh": (
        (
            "undo",
            _words(
                r"(?:不对|不是|请|帮我|给我|[，, ])*(?:"
                r"把?(?:刚才|刚刚)的?(?:那个|那步|那一步|那条|操作|命令|指令)?(?:给我|帮我|都)?"
                r"(?:取消|撤销|撤回|还原|不算|作废)(?:了|掉|吧)*"
                r"|(?:取消|撤销|撤回)(?:刚才|刚刚|上一步|上一个)的?(?:那个|那步|操作|命令|指令)?"
                r"|(?:撤销|撤回|还原|恢复原样|恢复(?:成|到)?(?:刚才|原来)(?:那样|的样子)?"
                r"|(?:变|改|调|换|弄)回(?:去|来|原样|原来的样子))(?:一下|吧|了)*)"
            ),
        ),
        (
            "again",
            _words(
                r"(?:请|那|你|麻烦)?(?:再(?:来|做|弄|试|执行)一?(?:次|遍|回)|同样的再来一(?:次|遍))(?:吧|呗)?"
            ),
        ),
        (
            "clear",
            _words(
                r"(?:请|那|那就|帮我|给我)*(?:把?(?:[它这那]们?|[这那]些)?(?:全部?|都|全都|统统|通通)给?我?(?:取消|删掉|删了|删除"
                r"|清空|清掉|不要)|(?:取消|删掉|删除|清空)(?:全部|所有的?|[它这那]们|[这那]些))(?:了|吧|掉)*"
            ),
        ),
        (
            "read",
            _words(
                r"(?:请|帮我|给我)*(?:把?(?:[它这那]们?|[这那]些)(?:都|全部?)?)?[念读](?:一下|一遍|出来|给我听听?|给我)+(?:吧)?"
            ),
        ),
        ("more", _words(r"再?(?:多|来)一?点儿?(?:吧)?|再多些|还要|还不够|不够")),
        ("less", _words(r"(?:再)?少一?点儿?(?:吧)?|太多了|(?:有点儿?|太)?过头?了")),
        ("other", _words(r"(?:另外?一?|别的那)[个盏台](?:灯|闹钟|计时器)?(?:吧|啊|呀)?")),
        (
            "another",
            _words(r"(?:那)?另外?一?[个盏台](?:灯)?呢|(?:再|还)(?:来|开|要)一?[个盏台](?:灯)?(?:吧)?"),
        ),
        ("other", _words(r"(?:不对|错了)?[，, ]?不是[这那][个盏台]灯?")),
    ),
}

_CORRECT_EN = re.compile(
    r"((?:(?:no|nope|nah|wait|sorry|oops|actually|(?:a (?:bit|little) )?(?:earlier|later|"
    r"sooner)(?=,))\b[,.!; ]*)*)"
    r"((?:(?:i (?:said|meant|mean)|make (?:it|that)|not (?:that|this)(?: one)?|that's (?:wrong|not it"
    r"|not what i (?:said|meant))|"
    r"not [\w' ]{1,30}(?:,| but)|wrong)[,.!; ]*)*)(?:(?:make (?:it|that)|it's|it is|to|for|at"
    r"|rather)\b[, ]*)*(.+)",
    re.IGNORECASE,
)
_CORRECT_ZH = re.compile(
    r"((?:(?:不对|不是的|错了|说错了|不不|不是(?=[，, ])|等等|哎呀|哎|不(?=[，, ])|算了(?![吧，, ]*$))"
    r"[，,。！! ]*)*)"
    r"((?:(?:我(?:刚才)?(?:说的是|是说|要的是|指的是|想说的是|说)|不是[这那][个盏台]"
    r"|不是[^，, ]{1,12}[，, ]+|不是[^，, 是不]{1,8}(?=是[^不])"
    r"|应该是|换成|改成|还是(?:要|用|换成|改成|调成|来)?"
    r"(?=.{1,8}吧$|[零一二两三四五六七八九十\d早上下晚明]))[，,。 ]*)*)"
    r"(?:(?:改成|换成|调成|是|要|应该)[，, ]*)*(.+?)(?:吧|啊|呀|哦)?",
)
_OFTEN_ZH = re.compile(
    r"(?P<rest>(?:每|工作日|周|星期|天天).{0,12}?)(?:[都也](?:这样|一样|要|响|叫我?|提醒)|重复)吧?"
)
"""每天都这样: what was set is to come again."""
_WAIT = re.compile(
    r"wait (?:a|one|just a) (?:minute|second|sec|moment|bit)|等等?(?:一下|一会儿?)", re.IGNORECASE
)
_CARRY_EN = re.compile(
    r"(?:(?P<lead>and (?:what|how) about|what about|how about|(?:and )?(?:another(?: one)?|one more)|and also"
    r"|and then|also|and|now|plus|same (?:for|in|with|thing in|thing for))\s+)?"
    r"(?P<rest>.+?)(?P<tail>\s*,?\s*(?:too|also|as well|next)(?: please)?)?",
    re.IGNORECASE,
)
_CARRY_ZH = re.compile(
    r"(?P<lead>(?:还有|以及|加上|再加上?|再(?=[来定设])|另外|那么|那(?![个盏台些])|同样|也把|再把)[，, ]*)?"
    r"(?:把)?(?P<rest>.+?)"
    r"(?P<tail>(?:也|也要|也都)(?P<verb>打开|开了|开一下|开|点亮|关掉|关上|关了|关闭|关一下|关|拉上|拉开|合上|锁上"
    r"|是|一样|要一?个?|来一?[个下]|定一?个|调|设|这样|如此|查一下)?(?:吧|了|啊)*"
    r"|呢|怎么样)?",
)
_ALSO_ZH = re.compile(r"(?:把)?也(?P<verb>打开|开|点亮|关掉|关上|关闭|关)(?P<rest>.+?)(?:的)?(?:吧|了)*")
_MORE = re.compile(r"^(?:还|再|另外|加上|以及)|\b(?:another|one more|also|plus)\b|^and$", re.IGNORECASE)
_TOO = re.compile(r"也|\b(?:too|also|as well)\b", re.IGNORECASE)
"""What asks for one more."""
_WHAT_ZH = re.compile("(?:啥|什么|哪|谁)")
"""Who asks what else there is carries nothing over."""
_ASKS = re.compile(r"\b(?:what|how) about\b|[呢样]$", re.IGNORECASE)
_ON_OFF = {"拉上": "off", "合上": "off", "拉开": "on", "打": "on", "开": "on", "点": "on", "关": "off"}


def _correction(said: str, language: str) -> Move | None:
    if (often := _OFTEN_ZH.fullmatch(said)) and language == "zh":
        return Move("correct", often["rest"])
    found = (_CORRECT_ZH if language == "zh" else _CORRECT_EN).fullmatch(said)
    if found is None or not (found[1] or found[2]) or _WAIT.fullmatch(said):
        return None
    rest = found[3].strip(_TRIM)
    if any(kind == "other" and words.fullmatch(rest) for kind, words in _FIXED[language]):
        return Move("other")
    return Move("correct", rest) if rest else None


def _carried(said: str, language: str) -> Move | None:
    if language == "zh":
        if also := _ALSO_ZH.fullmatch(said):
            return Move("carry", also["rest"], _ON_OFF[also["verb"][0]])
        found = _CARRY_ZH.fullmatch(said)
        verb = found["verb"] or " " if found else " "
        switch = _ON_OFF.get(verb) or _ON_OFF.get(verb[0])
    else:
        found, switch = _CARRY_EN.fullmatch(said), None
    if found is None or not (found["lead"] or found["tail"]) or _WHAT_ZH.match(found["rest"]):
        return None
    more = bool(_MORE.search(found["lead"] or "") or _TOO.search(found["tail"] or ""))
    asks = bool(_ASKS.search(f"{found['lead'] or ''} {found['tail'] or ''}"))
    return Move("carry", found["rest"].strip(_TRIM), switch, more, asks)
