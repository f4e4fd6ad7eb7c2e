"""What is to be put on a list, said straight: "I'm out of rice, so put that on my list"."""

import re

_LIST = r"(?:my|the|our) (?:(?:[a-z-]+ ){0,2}list|to[- ]?dos?(?! list))"
_ASKED = (
    r"(?:and |so |then |but |please |just |can you |could you |would you |will you |you can |go ahead and )*"
)
_PUT = r"(?:add|put|write|stick|include|note|get|place|throw)"
_IT = r"(?:it|that|them|those|these|some|this|one)"
_HAVE = r"(?:(?:i|we)(?:['’]ve| have)?|i['’]?m|we['’]?re|i am|we are|there(?:['’]s| is| are))"
_LACK = (
    rf"{_HAVE} (?!(?:have )?no (?:idea|clue|time)\b)(?:(?:just |all |almost |nearly |completely )*(?:out "
    rf"of|low on|short of|running (?:out|low|short) (?:of|on)|"
    r"r[au]n out of)|(?:do not|don['’]?t) have (?:any(?: more)?|enough)|have no(?: more)?|got no(?: more)?|"
    r"no(?: more)?|need(?: some| more)?)"
)
_THERE = rf"(?: (?:on|onto|to|in) (?P<list>{_LIST})| (?:on|in) (?:there|it)| on)?"
_WANTING = re.compile(
    rf"{_LACK} (?P<item>[^,.;]+?)(?: left| at home| in the (?:house|fridge))?[,.;]?(?: |, ?){_ASKED}"
    rf"(?:{_PUT} {_IT}|remind me(?: of {_IT})?) (?:on|onto|to|in|down on) (?P<list>{_LIST})"
    r"(?: (?:please|for me))*[.! ]*",
    re.IGNORECASE,
)
_ASKING = (
    r"(?:i['’]?m not sure (?:if|whether)|i (?:don['’]?t|do not) (?:know|remember) (?:if|whether)|"
    r"(?:please )?(?:check|see|look) (?:if|whether)|if)"
)
_MISSING = (
    r"(?:if (?:not|it isn['’]?t|they aren['’]?t|it is not|they are not|it['’]?s not|they['’]?re not|i "
    r"don['’]?t|there isn['’]?t)"
    r"(?: there| on (?:it|there))?(?: already| yet)?)"
)
_UNSURE = re.compile(
    rf"(?:{_ASKING} (?:(?:i|we) (?:have|put) |there (?:is|are) )?|"
    r"(?:(?:do|have|did) (?:i|we) (?:have|got|put)|is there|are there|is|are) )"
    rf"(?:any |some )?(?P<item>[^,.;?]+?)(?: is| are)?(?: already)? (?:on|in) (?P<list>{_LIST})[,.;?]*(?: "
    rf"and| but)? "
    rf"{_MISSING}[,]? {_ASKED}{_PUT} {_IT}{_THERE.replace('?P<list>', '?:')}(?: (?:please|for me))*[.!? ]*",
    re.IGNORECASE,
)
_UNLESS = re.compile(
    r"(?P<order>(?:.*\b)?(?:add|put|write|include)\b.+\blist)[, ]+(?:if|unless|in case) "
    r"(?:i|we|it|they|you|there)(?:['’]\w+)? ?\w*.{0,24}\b(?:already|yet|there)(?: did| have| is| are| on "
    r"(?:it|there))?[.!? ]*",
    re.IGNORECASE,
)
_TO_DO = re.compile(
    r"(?:(?<=\bmy )|(?<=\bour )|(?<=\bthe )|(?<=\bon ))list of (?:things|stuff|tasks|chores|jobs)"
    r"(?! to (?!do\b))(?: (?:i (?:have|need)|that i (?:have|need)))?(?: to do)?\b|"
    r"\b(?:things|stuff)[- ]to[- ]do list\b|\blist of to[- ]?dos?\b|"
    r"(?<=\bmy )to[- ]?do['’]?s\b(?! list)",
    re.IGNORECASE,
)
_REMINDERS = re.compile(
    r"\b(?:to do['’]?s|items|things|bullet points|entries) on my reminders? list\b|\breminders? list\b|"
    r"\b(?:list of )?(?:my )?(?:things|items|stuff) to remember(?: list)?\b|\blist of (?:my )?reminders\b",
    re.IGNORECASE,
)
_REMIND = re.compile(
    rf"(?:please )?remind me (?:to|about) (?P<item>[^,]+?)(?:, ?| )(?:and )?{_ASKED}{_PUT} (?:{_IT} "
    rf")?(?:on|onto|to|in) "
    r"(?:(?P<list>(?:my|the|our) (?:[a-z-]+ ){0,2}list)|(?P<bare>(?:[a-z-]+ ){0,2}list))(?: please)?[.! ]*",
    re.IGNORECASE,
)
_FIRST = re.compile(
    rf"(?P<lead>.*?)\b(?P<put>add|put) (?:this |the following )?(?:to|on|onto) (?P<list>{_LIST})[,:;]? "
    rf"(?P<item>(?!please\b|that\b)\S.*)",
    re.IGNORECASE,
)


_SHOPPING = re.compile(
    r"\b(?:add|put|pop|stick)\b.{2,80}? (?:to|on|onto) (?:the|my|our) shopping(?=,? (?:and|please)\b|"
    r"[.!]|$)",
    re.IGNORECASE,
)
_MADE = re.compile(
    r"(?:please )?(?:make|create|start|begin) (?:me )?(?:an?|the|my|our) (?:new "
    r")?(?P<list>(?!play)(?:[a-z-]+ ){0,2}list)"
    r" with (?P<item>.+)",
    re.IGNORECASE,
)


def errand(text: str) -> str:
    """The English request with the thing and the list where they usually stand; other text as it is."""
    said = _REMINDERS.sub("reminders", _TO_DO.sub("to do list", text.strip()))
    said = _SHOPPING.sub(r"\g<0> list", said)
    if made := _MADE.fullmatch(said):
        return f"add {made['item']} to my {made['list']}"
    if found := _WANTING.fullmatch(said) or _UNSURE.fullmatch(said):
        return f"add {found['item']} to {found['list']}"
    if found := _REMIND.fullmatch(said):
        return f"add {found['item']} to {found['list'] or 'my ' + found['bare']}"
    if found := _UNLESS.fullmatch(said):
        return found["order"]
    if found := _FIRST.fullmatch(said):
        return f"{found['lead']}{found['put']} {found['item']} to {found['list']}"
    return said if said != text.strip() else text
