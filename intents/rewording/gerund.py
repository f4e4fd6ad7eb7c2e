"""English orders whose verb ends in -ing: "would you mind turning it off", "assist me with finding …"."""

import re

_VERBS = {
    "turning": "turn", "switching": "switch", "shutting": "shut", "putting": "put", "setting": "set",
    "dimming": "dim", "brightening": "brighten", "lowering": "lower", "raising": "raise",
    "opening": "open", "closing": "close", "locking": "lock", "unlocking": "unlock", "muting": "mute",
    "pausing": "pause", "stopping": "stop", "starting": "start", "playing": "play", "skipping": "skip",
    "cancelling": "cancel", "canceling": "cancel", "deleting": "delete", "removing": "remove",
    "adding": "add", "writing": "write", "cleaning": "clean", "vacuuming": "vacuum", "reading": "read",
    "repeating": "repeat", "saying": "say", "telling": "tell", "reminding": "remind", "waking": "wake",
    "speaking": "speak", "talking": "talk", "slowing": "slow", "speeding": "speed", "making": "make",
    "finding": "find", "locating": "locate", "ringing": "ring", "calling": "call", "checking": "check",
    "giving": "give", "changing": "change", "moving": "move", "translating": "translate",
    "calculating": "calculate", "converting": "convert", "bringing": "bring", "keeping": "keep",
}  # fmt: skip
_ASKED = re.compile(
    r"^(?:(?:hey|hi|ok|okay|so|please|sorry|excuse me)[, ]+)*"
    r"(?:(?:would|do) you mind(?: (?:please|just|kindly))?|(?:i['’]?d|i would) (?:appreciate|like)(?: "
    r"(?:it if )?you)?|"
    r"(?:(?:can|could|would|will) you )?(?:please )?(?:help|assist)(?: me)?(?: out)?(?: (?:with|in|by))?|"
    r"i (?:need|want|could use|would like) (?:some |your )?(?:help|assistance)(?: (?:with|in))?|how about|"
    r"what about)"
    rf" (?P<verb>{'|'.join(_VERBS)})\b(?P<rest>.*)$",
    re.IGNORECASE,
)


def without_gerund(text: str) -> str:
    """The order as it is usually given; other text as it is."""
    found = _ASKED.match(text.strip())
    return f"{_VERBS[found['verb'].casefold()]}{found['rest']}".rstrip(" ?") if found else text
