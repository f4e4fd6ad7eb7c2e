"""Orders in the passive voice, in the active: "can the lights be turned off" asks nothing."""

import re

_VERBS = {
    "turned": "turn", "switched": "switch", "shut": "shut", "changed": "change", "set": "set",
    "dimmed": "dim", "brightened": "brighten", "lowered": "lower", "raised": "raise", "opened": "open",
    "closed": "close", "locked": "lock", "unlocked": "unlock", "muted": "mute", "unmuted": "unmute",
    "paused": "pause", "stopped": "stop", "started": "start", "played": "play", "cancelled": "cancel",
    "canceled": "cancel", "deleted": "delete", "removed": "remove", "added": "add", "cleaned": "clean",
    "vacuumed": "vacuum", "increased": "increase", "decreased": "decrease", "reduced": "reduce",
    "put": "put", "skipped": "skip", "repeated": "repeat", "cleared": "clear", "erased": "erase",
    "moved": "move", "emptied": "empty", "translated": "translate",
}  # fmt: skip
_DONE = "|".join(_VERBS)
_WISH = (
    r"(?:i(?:['’]d| would) (?:like|love)(?: to (?:have|get))?|i (?:want|need)(?: to (?:have|get))?|"
    r"i(?:['’]m| am) (?:wanting|needing)|(?:wanting|needing)|"
    r"(?:can|could|would|will) (?:you|i|we) (?:please )?(?:have|get))"
)
_ONE = "(?:the|my|our|all|this|that|an?|some)"
_PASSIVE = re.compile(
    rf"(?:(?:can|could|may) (?P<one>{_ONE} .{{2,40}}?|it|this|that|they) (?:please )?be|"
    rf"{_WISH} (?:(?P<other>{_ONE} .{{2,40}}?|it|this|that|them|(?:alarms|timers|reminders|lights|"
    rf"music))(?: to be)?|"
    r"(?P<any>[\w' ]{2,40}?) to be)) "
    rf"(?P<verb>{_DONE})\b(?P<way> (?:on|off|up|down)\b(?! (?:my|the|our)\b))?(?P<rest>.*)",
    re.IGNORECASE,
)


def active(text: str) -> str:
    """The order as it is usually given; other text as it is."""
    found = _PASSIVE.fullmatch(text.strip())
    if found is None:
        return text
    thing, verb = found["one"] or found["other"] or found["any"], _VERBS[found["verb"].casefold()]
    return f"{verb}{found['way'] or ''} {thing}{found['rest']}".rstrip(" ?")
