"""What somebody wants a phrase of their own to mean from now on."""

import re
from collections.abc import Mapping

_ORDER = (
    r"(?:please |you )?(?:should |must |can )?(?:turn|switch|set|lock|unlock|open|close|shut|dim|brighten|"
    r"play|start|stop|pause|mute|activate|run|make|put|do|tell|remind|wake|raise|lower|vacuum|clean)\b"
)
_WHEN_SAID = (
    r"(?:.{0,40}\b)?(?:when(?:ever)?|if|every time|each time|any ?time) (?:i|we|somebody|someone) says? "
)
_FROM_NOW = "(?:以后|今后|从现在起|从今以后|记住|学一下)"
_IF = "(?:当|只要|如果|要是|每次|每当|凡是)"
_I_SAY = '(?:我|我们)一?(?:说|讲)(?:到|了)?[“"]?(?P<phrase>.{1,20}?)[”"]?'
_THEN = "[，,]?(?:你)?(?:就是|就|意思是|你要|请|你)(?P<meaning>.{2,}?)(?:的意思)?"
_TAUGHT: Mapping[str, tuple[re.Pattern[str], ...]] = {
    "en": tuple(
        re.compile(pattern, re.IGNORECASE)
        for pattern in (
            _WHEN_SAID + r"(?P<phrase>.+?)(?:\s*,\s*(?:then )?| then )(?P<meaning>.+)",
            _WHEN_SAID + rf"(?P<phrase>.+?)(?: that means| it means| i mean| you)? (?P<meaning>{_ORDER}.+)",
            r"(?:please )?(?:learn|remember)(?: that)? (?P<phrase>.+?) (?:should )?means? (?P<meaning>.+)",
            rf"(?P<phrase>.{{2,40}}?) (?:should mean|means)(?: to)? (?P<meaning>{_ORDER}.+)",
        )
    ),
    "zh": tuple(
        re.compile(pattern)
        for pattern in (
            rf"(?:{_FROM_NOW}[，,]?{_IF}?|{_IF}){_I_SAY}(?:的时候|时)?(?:的话)?{_THEN}",
            rf"{_I_SAY}(?:的时候|时|的话){_THEN}",
            rf"{_I_SAY}[，,]?(?:就是|意思是)(?P<meaning>.{{2,}}?)的意思",
            rf'{_FROM_NOW}[，,：:]?[“"]?(?P<phrase>.{{1,20}}?)[”"]?(?:就是|意思是)(?P<meaning>.{{2,}}?)(?:的意思)?',
        )
    ),
}
_END = " \t.。!！"


def read_teaching(text: str, language: str) -> Mapping[str, str] | None:
    """Slots `phrase` and `meaning`: what will be said, and what it is to do; None for any other text."""
    said = text.strip(_END)
    for pattern in _TAUGHT.get(language, ()):
        if found := pattern.fullmatch(said):
            return {name: value.strip(_END + ',，“”"') for name, value in found.groupdict().items()}
    return None
