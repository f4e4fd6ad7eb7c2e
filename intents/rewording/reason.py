"""The reason that stands before or behind an English order: "the kids are asleep, turn the music down"."""

import re

from intents.asking import is_negated, is_question
from intents.reservation import reservation

_SUBJECT = (
    r"(?:i|i['’]m|im|i['’]ve|we|we['’]re|it|it['’]s|its|that['’]s|there['’]s|there (?:is|are)|he|she|they|"
    r"they['’]re|you|this|nobody|no ?one|everyone|everybody|somebody|someone|"
    r"(?:the|my|our|his|her) \w+(?:['’]s)?(?: \w+)?|"
    r"(?:mum|mom|dad|grandma|grandpa|granny|baby)(?:['’]s)?)"
)
_ORDERED = (
    r"(?:please |just |can you |could you |would you |will you )*"
    r"(?:turn|switch|put|open|close|shut|lock|unlock|set|dim|brighten|make|start|stop|pause|play|mute|raise|lower|"
    r"draw|pull|bring|vacuum|hoover|clean|add|remind|wake|skip|resume|find|ring|charge|cancel)\b"
)
_BEFORE = re.compile(
    rf"^(?:(?:oh|well|hey|right|okay|ok|so|because|since|as|now)[, ]+)*{_SUBJECT}\b(?P<why>[^,.;]{{3,60}}?)"
    rf"(?:[,.;]+ ?(?:so|then|and so)?|\s+so)[, ]*\s*(?P<order>{_ORDERED}.+)$",
    re.IGNORECASE,
)
_BEHIND = re.compile(
    rf"^(?P<order>{_ORDERED}.+?)"
    rf"(?:[,.;]+ ?(?:because|cause|cos|since|as|for)?|\s+(?:because|cause|cos))[, ]*\s*"
    rf"{_SUBJECT}\b(?P<why>[^,.;]{{3,60}})$",
    re.IGNORECASE,
)
_LONGEST = 120
"""Characters; what is longer is a story."""


def without_reason(text: str) -> str | None:
    """The order alone; None where there is no reason beside it, or more than one."""
    said = text.strip(" .!")
    if len(said) > _LONGEST or is_question(said, "en"):
        return None
    found = _BEFORE.search(said) or _BEHIND.search(said)
    if found is None or reservation(said, "en") in ("denied", "excepted", "conditional", "told"):
        return None
    return None if is_negated(found["order"]) else found["order"]
