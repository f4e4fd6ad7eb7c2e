"""English wishes to be reminded that do not say "remind me": "don't let it slip my mind to …"."""

import re

from intents.spans import times

_LEAD = r"^(?P<lead>(?:(?:hey|ok|okay|so|and|please|can you|could you|would you|will you)[, ]+)*)"
_MEANT = (
    r"(?:i (?:want|need|would like|have|wish) to be reminded|i['’]?d like to be reminded|i (?:do not|"
    r"don['’]?t|"
    r"must not|mustn['’]?t|can['’]?t|cannot) (?:want to |wanna )?forget|(?:i need (?:you )?to |you need to )?"
    r"help me(?: to)? (?:remember|not (?:to )?forget)|make sure (?:that )?(?:i|we) (?:remember|"
    r"do(?:n['’]?t| not) forget)|"
    r"(?:do not|don['’]?t) (?:you )?(?:forget|fail) to (?:remind|tell|alert|notify) me|"
    r"(?:remember|be sure) to (?:remind|tell|alert|notify) me|"
    r"(?:do not|don['’]?t) let (?:me|us) forget)"
)
_WISHED = re.compile(
    rf"{_LEAD}{_MEANT} (?P<how>to|about|of|that(?= (?:i|we|you|he|she|they|it|my|our|the|there)\b))\b"
    r"(?P<task>.+)$",
    re.IGNORECASE,
)
_CHERISHED = re.compile(
    r"\bi (?:do|must|can)\S*(?: not)?(?: want to)? forget (?:about|of|that)\b", re.IGNORECASE
)
"""What nobody forgets anyway: I can't forget about last night."""
_TOLD = re.compile(
    rf"{_LEAD}tell me "
    rf"(?P<when>(?:later|tonight|tomorrow|at|in|on|every)\b.{{0,24}}?) to (?P<task>.+)$",
    re.IGNORECASE,
)
_SET = re.compile(
    r"\b(?P<noun>reminders?)(?: alarm)? (?:(?:for (?:me|us|myself) )to|(?:to|that(?: will)?) (?:alert|tell|"
    r"notify|remind) me to|"
    r"so (?:that )?i (?:do not|don['’]?t|won['’]?t) forget(?: to| about)?|so (?:that )?i remember(?: to| "
    r"about)?|"
    r"(?:to|that(?: will)?) (?:alert|tell|notify|remind) me (?:about|of))\b",
    re.IGNORECASE,
)
_OTHERS = re.compile(
    rf"{_LEAD}remind (?P<who>(?:(?:my|our) )?"
    r"(?!(?:me|us|you|everyone|everybody|all|it|that|yourself)\b)[a-z]+) "
    r"to (?P<task>.+)$",
    re.IGNORECASE,
)
"""Somebody who is to be told by whoever asks."""
_NO_TASK = re.compile(r"\b(?:it|this|that|you|what|who|when|how|where)\b", re.IGNORECASE)
"""What nobody is reminded of in those words: I don't want to forget this."""


def reminded(text: str) -> str:
    """The request in the words that templates have; other text as it is."""
    said = _SET.sub(_noun, text.strip())
    if (found := _WISHED.match(said)) and not (
        _NO_TASK.match(found["task"].strip()) or _CHERISHED.search(said)
    ):
        return f"{found['lead']}remind me {found['how']}{found['task']}"
    if found := _OTHERS.match(said):
        return f"{found['lead']}remind me to remind {found['who']} to {found['task']}"
    if (found := _TOLD.match(said)) and found["when"].casefold() == "later":
        return f"{found['lead']}remind me to {found['task']}"
    if (found := _TOLD.match(said)) and times(found["when"], "en"):
        return f"{found['lead']}remind me {found['when']} to {found['task']}"
    return said if said != text.strip() else text


def _noun(found: re.Match[str]) -> str:
    about = re.search(r"\b(?:about|of)$|forget$|remember$", found[0], re.IGNORECASE)
    return f"{found['noun']} {'about' if about else 'to'}"


_OTHERS_ZH = re.compile(
    "(?P<before>[^，,提]{0,12})提醒(?:一下)?"
    "(?P<who>老公|老婆|媳妇儿?|我?爸爸?|我?妈妈?|爷爷|奶奶|姥姥|姥爷|孩子们?|儿子|女儿|闺女|宝宝|哥哥|姐姐|弟弟|妹妹|[他她]们?)"
    "(?P<said>[^，,]{2,20})"
)


def reminded_zh(text: str) -> str:
    """Who is to remind somebody else is reminded of them: 八点提醒我老公吃药 for 提醒老公八点吃药."""
    found = _OTHERS_ZH.fullmatch(text)
    if not found:
        return text
    said = found["said"]
    when = next((each for each in sorted(times(said, "zh"), key=len)[::-1] if said.startswith(each)), "")
    return f"{found['before']}{when}提醒我{found['who']}{said.removeprefix(when)}"
