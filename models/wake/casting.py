"""Who says what while a wake word is learned: the word, texts that sound like it, and ordinary ones."""

from collections.abc import Sequence

import numpy as np

from models.wake.near_misses import carriers, near_misses
from models.wake.one_sound import other_sounds
from models.wake.syllables import sounds
from models.wake.voices import Saying, Utterance, blend, cast, native


def words(
    says: Sequence[Saying], styles: Sequence[str], count: int, rng: np.random.Generator
) -> tuple[list[Utterance], list[Utterance]]:
    """The word by the voices that teach, and by those that check."""
    said, kept_out = cast(says, styles, count, rng), checkers(styles, says[0][1])
    taught = [each for each in said if not kept_out.intersection(dict(each.styles))]
    return taught, [each for each in said if kept_out.intersection(dict(each.styles))]


def rivals(
    saying: Saying, styles: Sequence[str], wide: int, close: int, rng: np.random.Generator
) -> list[Utterance]:
    """About so many texts that sound like it, and so many for each syllable that differ in that one.

    The closest are said three times: how one voice says a syllable is not what tells it from another.
    """
    text, language = saying
    likes, nearest = near_misses(text, wide, rng), other_sounds(text, close, rng)
    once = [(miss, language) for miss in unlike(likes, [text, *nearest])]
    often = [(miss, language) for miss in unlike(nearest, [text])]
    if not often:
        once, often = [], once
    said = [each for miss in often for each in by_several(miss, styles, rng)]
    return one_each(once, styles, rng) + said


def ordinary(language: str, styles: Sequence[str]) -> list[Utterance]:
    """What stands around a word: spoken once for all words."""
    return one_each([(text, language) for text in carriers(language)], styles, np.random.default_rng(0))


def checkers(styles: Sequence[str], language: str) -> set[str]:
    """One voice in six of those that speak the language natively: what they say is not learned from."""
    own = natives(styles, language)
    return set(own[2::6] if len(own) > 3 else own[-1:])


def natives(styles: Sequence[str], language: str) -> list[str]:
    """The voices that speak a language from birth; all where none does."""
    return sorted(style for style in styles if native(style, language)) or sorted(styles)


def unlike(texts: Sequence[str], known: Sequence[str]) -> list[str]:
    """One text for each sound, tones aside, that none of the known ones has."""
    heard, first = {sounds(text) for text in known}, dict[tuple[str, ...], str]()
    for text in texts:
        first.setdefault(sounds(text), text)
    return [text for sound, text in first.items() if sound not in heard]


def one_each(sayings: Sequence[Saying], styles: Sequence[str], rng: np.random.Generator) -> list[Utterance]:
    """Each text once, by a voice that speaks its language where there is one."""
    return [cast([saying], styles, 1, rng)[0] for saying in sayings]


def by_several(saying: Saying, styles: Sequence[str], rng: np.random.Generator) -> list[Utterance]:
    """A text by a native voice, by a blend of two of them, and by one of one with any other."""
    own = natives(styles, saying[1])
    return [cast([saying], own, 1, rng)[0], blend(saying, own, rng), blend(saying, styles, rng)]
