"""Whether two names are of the same timer: 面 and 煮面的, 鸡蛋 and 煮蛋, "my eggs" and "egg"."""

import re

from intents.script import is_han

_COOKED = re.compile("^(?:煮|蒸|炖|烤|炒|煎|泡|焖|熬|烧|炸|热|下|看|做|洗|发)(?=.)|的$")
_WORD = re.compile(r"[\w']+")
_LITTLE = frozenset({"the", "a", "an", "my", "our", "timer", "for"})


def is_alike(said: str, name: str) -> bool:
    """Whether who says the one may well mean the other; never where either is empty."""
    if not said or not name:
        return False
    if is_han(said) or is_han(name):
        one, other = _COOKED.sub("", said), _COOKED.sub("", name)
        return one in other or other in one or one[-1] == other[-1]
    one_of, other_of = _words(said), _words(name)
    return bool(one_of) and one_of == other_of


def _words(text: str) -> frozenset[str]:
    return frozenset(word.removesuffix("s") for word in _WORD.findall(text.casefold()) if word not in _LITTLE)
