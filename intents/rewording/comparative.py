"""What could be more or less, as the order that it is: "the kitchen light could be dimmer", in English."""

import re

_COULD_BE = re.compile(
    r"(?:and |but |well |hmm |ok(?:ay)? |so |i think )*"
    r"(?P<thing>it|that|this|they|those|these|(?:the|my|our) [\w' ]{2,30}?) "
    r"(?:can|could|should|might|may|needs? to|ought to|has to|have to|must) be "
    r"(?P<much>(?:a (?:tiny |little )?(?:bit|little|touch) |a lot |much |slightly |somewhat |even |way )?)"
    r"(?P<how>brighter|dimmer|darker|lighter|warmer|cooler|colder|hotter|louder|quieter|softer|higher|lower|"
    r"faster|slower)(?: (?:please|though|actually|i think))*",
    re.IGNORECASE,
)


def ordered(text: str) -> str:
    """The order that such a remark is; other text as it is."""
    found = _COULD_BE.fullmatch(text.strip(" .!"))
    return f"make {found['thing']} {found['much']}{found['how']}" if found else text
