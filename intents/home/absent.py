"""Plain orders and questions about a thing that homes have and this one lacks: told, not left unanswered."""

import re

from intents.asking import is_question
from intents.home.elsewhere import is_foreign
from intents.home.furnishings import THINGS_EN, THINGS_ZH
from intents.vocabulary import Intent, Match, Route

_THE = r"(?:the |my |our )?"
_EN = re.compile(
    rf"(?:(?:can|could|would|will) you )?(?:please )?(?:"
    rf"(?:turn|switch|put) (?:on|off) {_THE}(?P<a>{THINGS_EN})|"
    rf"(?:turn|switch|put) {_THE}(?P<b>{THINGS_EN}) (?:on|off)|"
    rf"(?:open|close|shut|start|stop|run|pause|lock|unlock) {_THE}(?P<c>{THINGS_EN})|"
    rf"is {_THE}(?P<d>{THINGS_EN}) (?:still |already )?"
    r"(?:on|off|open|closed|shut|locked|running|done|finished|ready|empty|full)(?: yet)?)(?: please)?",
    re.IGNORECASE,
)
_THING = "|".join(sorted(THINGS_ZH, key=len, reverse=True))
_DO = "打开|开一下|开开|开启|启动|开|关掉|关上|关了|关一下|关闭|关|停掉|停了|停一下|停"
_ZH = re.compile(
    rf"(?:请|帮我|给我|麻烦|你)*(?:把|将)?(?:家里|家)?的?(?:"
    rf"(?:{_DO})(?:家里的?|那个|那台)?(?P<a>{_THING})|(?P<b>{_THING})(?:也|都|给我|帮我)*(?:{_DO})|"
    rf"(?P<c>{_THING})(?:现在|是不是|还)*(?:开着|关着|开了|关了|打开了|关上了|锁了|锁着|洗完|洗好|做好|烧好|好|完|停)"
    r"(?:了|的)?(?:吗|没有|没|么)?)(?:吧|一下)?"
)


def absent(text: str, language: str, known: str) -> Match | None:
    """What was asked of the thing; `known` has all names of the home, folded."""
    said = text.strip(" .?!。？！")
    found = (_ZH if language == "zh" else _EN).fullmatch(said)
    if found is None or not is_foreign(said.casefold(), known):
        return None
    thing = next(filter(None, found.groups()))
    name = "HassGetState" if is_question(text, language) or found.lastgroup == "d" else "HassTurnOn"
    return Match((Intent(name, {"name": thing}),), 0.9, Route.FAST, language)
