"""Whether a text can be something that was said: nobody speaks markup, control characters or a muddle."""

import re
import unicodedata
from itertools import pairwise

from intents.home import Home, all_names

LONGEST = 200
"""Characters of a request; what is longer is a story."""
_SWITCHES = 6
"""Changes between Chinese and Latin letters in a request that mixes them."""
_FLUENT = 2
"""The same, where something in the home would be done on a guess."""
_WRITTEN = re.compile(r"[<>{}\[\]|\\`\n\r]|\w\(|://|\$\(|\.\./|--|%\w%|^#")
_LONG_WORD = re.compile(r"[A-Za-zÀ-ɏ]{25,}")
_REPEATED = re.compile(r"(\S+?)(?:\s*\1){5,}", re.IGNORECASE)
"""Six times the same; a long number may repeat itself."""
_NUMERAL = re.compile(r"[\d零〇一二三四五六七八九十百千万.,:%+\-\s]")
_FIGURES = 16
"""Characters from which on nothing but figures is no request, and mostly figures none to guess at."""
_SIGNS = frozenset("°℃℉€£$¥")
_SPOKEN = frozenset({"LATIN", "CJK", "DIGIT", "FULLWIDTH", "COMBINING"})
"""First words of the Unicode names of the letters of the languages spoken here."""

_HALF = re.compile(
    r"(?:(?:please|can you|could you)\b ?)*(?:"
    r"(?:put|turn|switch|set|make|change|dim|open|close|shut|lock|unlock|start|stop|play|raise|lower)"
    r"(?: (?:on|off|up|down))?(?: (?:the|a|an|my|some|all(?: the)?))?|"
    r"(?:put|turn|switch)(?: (?:the|my))? (?:light|lamp)s?|"
    r".*\b(?:the|a|an|my|and|or|but|if|when|because|with|of)|.* (?:and then|but if)|and then|but if)",
    re.IGNORECASE,
)
_HALF_ZH = re.compile(
    "(?:请|帮我|你|给我)*(?:打开|关掉|关闭|关上|关|开|调到|设置|设成|调|提醒我|那个|打开那个|关掉那个|锁上?|播放)?"
    "|.{0,2}的|.*(?:把|在|和|跟|然后|如果|因为|但是|或者|将)"
)
_END = " \t.。!！,，;；?？…~～"


def spoken_letters(home: Home) -> frozenset[str]:
    """Letters and signs that the names of a home have: they can be said, whatever they are."""
    spellings = (spelled for names in all_names(home) for spelled in names.values())
    return frozenset("".join(name for spelled in spellings for name in spelled))


def may_be_said(text: str, known: frozenset[str] = frozenset()) -> bool:
    """Whether a person could have said it; `known` are letters that may stand there, too."""
    said = text.strip()
    if not 0 < len(said) <= LONGEST or _WRITTEN.search(said) or _LONG_WORD.search(said):
        return False
    if not all(letter in known or _is_usual(letter) for letter in said):
        return False
    return _switches(said) <= _SWITCHES and not _is_stuck(said) and not _is_figures(said, 0)


def may_be_meant(text: str) -> bool:
    """Whether words that no pattern has may be guessed at: they are whole and not mostly figures."""
    said = text.strip(_END)
    half = _HALF.fullmatch(said) or _HALF_ZH.fullmatch(said)
    return not half and not _is_figures(said, 0.3)


def is_fluent(text: str, known: frozenset[str] = frozenset()) -> bool:
    """Whether it is so plainly one of our languages that the home may be changed on a guess.

    Neither English nor Chinese has letters with accents, but for those that are `known`.
    """
    accented = any(letter not in known and "\u00c0" <= letter <= "\u024f" for letter in text)
    return _switches(text) <= _FLUENT and not accented


def _is_usual(letter: str) -> bool:
    if letter.isascii():
        return letter.isprintable() or letter == "\t"
    if letter in _SIGNS or letter == "\u3000":
        return True
    category = unicodedata.category(letter)
    if category[0] == "L":
        return unicodedata.name(letter, "").partition(" ")[0].partition("-")[0] in _SPOKEN
    return category[0] in "PNMZ" or category in ("Sm", "Sc")


def _switches(said: str) -> int:
    scripts = ["\u4e00" <= letter <= "\u9fff" for letter in said if letter.isalpha()]
    return sum(before != behind for before, behind in pairwise(scripts))


def _is_stuck(said: str) -> bool:
    found = _REPEATED.search(said)
    return bool(found) and not found.group(1).isdigit() if found else False


def _is_figures(said: str, words: float) -> bool:
    """Whether it is long and no more than that share of it is anything but figures."""
    others = len(_NUMERAL.sub("", said))
    return len(said) >= _FIGURES and others <= words * len(said) and not _is_sum(said)


def _is_sum(said: str) -> bool:
    """Figures joined by signs, as one would type a sum."""
    return bool(re.fullmatch(r"[\d.,]+(?:\s*[-+*/×÷x]\s*[\d.,]+)+\s*=?", said))
