"""Orders under the condition that they are not carried out yet, which need no looking: 没关就关一下."""

import re
from collections.abc import Mapping

_ZH = re.compile(
    "(?:看看|看一下|瞧瞧)?(?:要是|如果|假如)?(?P<thing>[^，,没忘如要]{1,10}?)"
    "(?:(?:要是|如果)?(?P<asked>[关锁拉])(?:了|上|好)*(?:没有?|吗)[，,？?]?)?"
    "(?:要是|如果|是不是)?(?:还)?(?:(?P<is>[亮开])着|没(?:有)?(?P<not>[关锁拉])[上好]?)(?:的话|呢|了)*[，,]?"
    "(?:就|你|那|请|帮我|给我?|麻烦|把[它他])*(?P<deed>[关锁拉])(?:一下|掉|上|了|好|闭|[吧呗啊])*"
)
_DONE_ZH = {"关": "关掉", "锁": "锁上", "拉": "拉上"}
_EN = re.compile(
    r"(?:please )?if (?P<thing>(?:the|my|our) .{2,40}?) (?:is|are)(?:n['’]t| not)?(?: still)?"
    r"(?P<state> (?:on|off|open|closed|locked|unlocked|shut))(?: yet)?,? (?:then )?(?:please )?"
    r"(?:(?P<way>turn|switch) (?:it|them) (?P<to>on|off)|(?P<verb>close|shut|open|lock) (?:it|them))"
    r"(?: please)?",
    re.IGNORECASE,
)
_SWAPPED: Mapping[str, frozenset[str]] = {
    "on": frozenset({"off"}),
    "off": frozenset({"on"}),
    "close": frozenset({"open"}),
    "shut": frozenset({"open"}),
    "open": frozenset({"closed", "shut"}),
    "lock": frozenset({"unlocked", "open"}),
}
"""A deed and the states that it ends."""
_BROUGHT = {
    "on": "on", "off": "off", "close": "closed", "shut": "closed", "open": "open", "lock": "locked",
}  # fmt: skip


def unconditional(text: str, language: str) -> str:
    """The order alone, since it changes nothing where it was carried out; else the text."""
    said = text.strip(" .。!！")
    if language == "zh" and (found := _ZH.fullmatch(said)):
        ended = found["not"] or ("关" if found["is"] else "")
        same = ended == found["deed"] and found["asked"] in (None, ended)
        return f"把{found['thing']}{_DONE_ZH[ended]}" if same else text
    if language == "en" and (found := _EN.fullmatch(said)):
        deed = (found["to"] or found["verb"]).lower()
        verb = f"turn {deed}" if found["to"] else deed
        negated = bool(re.search(r"n['’]t| not", found[0][: found.start("state")], re.IGNORECASE))
        state = found["state"].strip().lower()
        fits = state == _BROUGHT[deed] if negated else state in _SWAPPED[deed]
        return f"{verb} {found['thing']}" if fits else text
    return text
