"""A text cut into its syllables, about as they are spoken, and which of them another text shares."""

import re
import unicodedata

from pypinyin import lazy_pinyin

_HAN = r"\u3400-\u9fff"
_KANA = r"\u3040-\u30ff"
_VOWEL = "aeiouy"
_PIECES = re.compile(rf"[{_HAN}{_KANA}]|[^\W_{_HAN}{_KANA}]+")
_SPOKEN = re.compile(rf"[^{_VOWEL}]*[{_VOWEL}]+(?:[^{_VOWEL}]+$)?|.+")


def syllables(text: str) -> tuple[str, ...]:
    """Each sign of Chinese and each kana; of other words, each group of vowels with what stands before it.

    The first syllable of such a word stands behind a space, as a transcript has it.
    """
    found: list[str] = []
    for piece in _PIECES.findall(text):
        own = re.match(rf"[{_HAN}{_KANA}]", piece)
        parts = [piece] if own else _spoken(piece)
        found += parts if own else [f" {parts[0]}", *parts[1:]]
    return tuple(found)


def shared(text: str, other: str) -> tuple[bool, ...] | None:
    """Of each syllable of `text`, whether `other` has it in its place; None where they cannot be compared."""
    ours, theirs = syllables(text), syllables(other)
    if len(ours) != len(theirs):
        return None
    return tuple(_sound(one) == _sound(two) for one, two in zip(ours, theirs, strict=True))


def sounds(text: str) -> tuple[str, ...]:
    """How each syllable is read, without its tone."""
    return tuple(map(_sound, syllables(text)))


def _spoken(word: str) -> list[str]:
    plain = [unicodedata.normalize("NFKD", sign)[0].casefold() for sign in word]
    cuts = [match.end() for match in _SPOKEN.finditer("".join(plain))]
    return [word[start:end] for start, end in zip([0, *cuts], cuts, strict=False)]


def _sound(part: str) -> str:
    """How it is read, without its tone."""
    return lazy_pinyin(part)[0].strip().casefold()
