"""Whether something that is to be done is meant by some words of it."""

import re


def is_called(said: str, text: str) -> bool:
    """Whether something that is to be done is meant by these words of it."""
    short, whole = sorted((_words(said), _words(text)), key=len)
    if _LATIN.search(said):
        return bool(short) and set(short) <= set(whole)
    return bool(short) and "".join(short) in "".join(whole)


def _words(text: str) -> list[str]:
    words = re.findall(r"[\w']+", text.casefold())
    return [word for word in words if word not in _LITTLE] or words


_LATIN = re.compile("[a-z]", re.IGNORECASE)
_LITTLE = frozenset({"the", "a", "an", "my", "our", "to", "about", "for", "with", "that", "i", "me"})
