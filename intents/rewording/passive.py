"""Orders in the passive voice, in the active: "can the lights be turned off" asks nothing."""

import re

_VERBS = {
    "turned": "turn", "switched": "switch", "shut": "shut", "changed": "change", "set": "set",
    "dimmed": "dim", "brightened": "brighten", "lowered": "lower", "raised": "raise", "opened": "open",
    "closed": "close", "locked": "lock", "unlocked": "unlock", "muted": "mute", "unmuted": "unmute",
    "paused": "pause", "stopped": "stop", "started": "start", "played": "play", "cancelled": "cancel",
    "canceled": "cancel", "deleted": "delete", "removed": "remove", "added": "add", "cleaned": "clean",
    "vacuumed": "vacuum", "increased": "increase", "decreased": "decrease", "reduced": "reduce",
}  # fmt: skip
_DONE = "|".join(_VERBS)
_WISH = (
    r"(?:i(?:['’]d| would) like|i (?:want|need)|"
    r"(?:can|could|would|will) (?:you|i|we) (?:please )?(?:have|get))"
)
_PASSIVE = re.compile(
    rf"(?:(?:can|could|may) (?P<one>(?:the|my|our|all|this|that|a) .{{2,40}}?|it|they) (?:please )?be|"
    rf"{_WISH} (?P<other>(?:the|my|our|all|this|that|a) .{{2,40}}?|it|them)(?: to be)?) "
    rf"(?P<verb>{_DONE})\b(?P<way> (?:on|off|up|down)\b)?(?P<rest>.*)",
    re.IGNORECASE,
)


def active(text: str) -> str:
    """The order as it is usually given; other text as it is."""
    found = _PASSIVE.fullmatch(text.strip())
    if found is None:
        return text
    thing, verb = found["one"] or found["other"], _VERBS[found["verb"].casefold()]
    return f"{verb}{found['way'] or ''} {thing}{found['rest']}".rstrip(" ?")
