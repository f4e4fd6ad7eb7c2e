"""How Chinese characters sound, and how far one is from another in the ears of a recogniser."""

from collections.abc import Iterable, Mapping, Sequence
from functools import cache, lru_cache
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray
from pypinyin import Style, pinyin
from pypinyin.contrib.tone_convert import to_finals, to_initials

from intents.script import is_han

Costs = NDArray[np.float64]


class Syllable(NamedTuple):
    """One Mandarin syllable by its parts."""

    initial: str
    """One letter, `ẑ ĉ ŝ` standing for zh ch sh; empty where it begins with its vowel."""
    medial: str
    """`i`, `u`, `ü` or none."""
    nucleus: str
    """The vowel; `ɨ` is that of shi and si."""
    coda: str
    """`i`, `u`, `n`, `ŋ`, `r` or none."""
    tone: int
    """1 to 4; 5 is neutral."""


FAR = 1.0
"""The distance of syllables that have nothing in common."""

HOMOPHONE = 0.02
"""The cost of another character that sounds the same: a little, since it is not what was written."""

_TONE = 0.04
_UNUSUAL = 0.05
"""The cost of a reading that is not the character's first."""
_SEVERAL = frozenset(
    "的了得地着重调都还行长只教觉乐发好空中种分为正相看更几角切少数应转朝传当倒卡模难强曲散盛省要校间降将"
)
"""Characters with more than one reading in daily use; dictionaries know more, from the classics."""
_READINGS = 3


def _pairs(*groups: tuple[float, str]) -> Mapping[str, float]:
    """Distances by pair of letters, in either order, from blank-separated pairs."""
    both = {pair: far for far, pairs in groups for pair in pairs.split()}
    return both | {pair[::-1]: far for pair, far in both.items()}


_INITIALS = _pairs(
    (0.1, "zẑ cĉ sŝ"),  # flat and curled tongue, one in the south
    (0.15, "nl"),
    (0.25, "bp dt gk jq zc ẑĉ rl fh"),  # a puff of air; r and f of the south
    (0.3, "cẑ zĉ cs ĉŝ zs ẑŝ sĉ cŝ jz jẑ qc qĉ xs xŝ jx qx gh kh"),
    (0.4, "dj tq dl tl dn mn bm rŝ rẑ dẑ tĉ dz tc wf sẑ zŝ"),
)
_OTHER_INITIAL = 0.65
_NO_INITIAL = 0.45
"""Between an initial and none."""

_MEDIALS = _pairs((0.1, "iü uü"), (0.3, "iu"))
_NO_MEDIAL = 0.2
_NUCLEI = _pairs(
    (0.12, "eo ou eɨ aê iɨ eê oê"), (0.2, "ae iê iü ao ea ei"), (0.25, "uü eu uɨ uo êü êɨ"),
)  # fmt: skip
_OTHER_NUCLEUS = 0.4
_CODAS = _pairs((0.08, "nŋ"), (0.2, "uŋ in"))
_OTHER_CODA = 0.22
_NEUTRAL = 0.4
"""What is left of a final's distance where it is hardly spoken: 了 is heard as 列 and 垒."""

_LETTERS = {"zh": "ẑ", "ch": "ĉ", "sh": "ŝ"}
_HISSING = frozenset("zcsẑĉŝr")
"""Behind these, `i` is no i."""
_FINALS: Mapping[str, tuple[str, str, str]] = {
    "i": ("", "i", ""), "u": ("u", "u", ""), "v": ("", "ü", ""), "a": ("", "a", ""), "o": ("", "o", ""),
    "e": ("", "e", ""), "ai": ("", "a", "i"), "ei": ("", "e", "i"), "ao": ("", "a", "u"),
    "ou": ("", "o", "u"), "an": ("", "a", "n"), "en": ("", "e", "n"), "ang": ("", "a", "ŋ"),
    "eng": ("", "e", "ŋ"), "ong": ("u", "e", "ŋ"), "er": ("", "e", "r"), "in": ("", "i", "n"),
    "ing": ("", "i", "ŋ"), "vn": ("", "ü", "n"), "ia": ("i", "a", ""), "ie": ("i", "ê", ""),
    "iao": ("i", "a", "u"),
    "iou": ("i", "o", "u"), "ian": ("i", "ê", "n"), "iang": ("i", "a", "ŋ"), "iong": ("ü", "e", "ŋ"),
    "ua": ("u", "a", ""), "uo": ("u", "o", ""), "uai": ("u", "a", "i"), "uei": ("u", "e", "i"),
    "uan": ("u", "a", "n"), "uen": ("u", "e", "n"), "uang": ("u", "a", "ŋ"), "ueng": ("u", "e", "ŋ"),
    "ve": ("ü", "ê", ""), "van": ("ü", "ê", "n"),
}  # fmt: skip


@cache
def readings(letter: str) -> tuple[Syllable, ...]:
    """The syllables of one Chinese character, the usual one first; none of anything else."""
    if not is_han(letter):
        return ()
    spelled = pinyin(letter, style=Style.TONE3, heteronym=True, neutral_tone_with_five=True)[0]
    used = spelled[: _READINGS if letter in _SEVERAL else 1]
    found = (_syllable(each) for each in used)
    return tuple(syllable for syllable in found if syllable)


def _syllable(spelled: str) -> Syllable | None:
    tone = spelled[-1:]
    raw = to_initials(spelled, strict=True)
    initial = _LETTERS.get(raw, raw)
    parts = _FINALS.get(to_finals(spelled, strict=True))
    if parts is None or not tone.isdigit():
        return None  # interjections like 嗯
    medial, nucleus, coda = parts
    if nucleus == "i" and not coda and initial in _HISSING:
        nucleus = "ɨ"
    return Syllable(initial, medial, nucleus, coda, int(tone))


@lru_cache(maxsize=100_000)  # hostile text has every character there is
def cost(heard: str, meant: str) -> float:
    """0 to 1: how unlikely it is that one character was written for the other."""
    if heard == meant:
        return 0.0
    return min(
        (
            HOMOPHONE + _UNUSUAL * (bool(nth) + bool(other)) + distance(one, two)
            for nth, one in enumerate(readings(heard))
            for other, two in enumerate(readings(meant))
        ),
        default=FAR,
    )


@cache
def distance(heard: Syllable, meant: Syllable) -> float:
    """0 (the same but for nothing) to about 1 (nothing alike)."""
    start = _between(heard.initial, meant.initial, _INITIALS, _NO_INITIAL, _OTHER_INITIAL)
    rhyme = (
        _between(heard.medial, meant.medial, _MEDIALS, _NO_MEDIAL, _NO_MEDIAL)
        + _between(heard.nucleus, meant.nucleus, _NUCLEI, _OTHER_NUCLEUS, _OTHER_NUCLEUS)
        + _between(heard.coda, meant.coda, _CODAS, _OTHER_CODA, _OTHER_CODA)
    )
    if meant.tone == 5:
        rhyme *= _NEUTRAL
    return min(FAR, start + rhyme + _TONE * (heard.tone != meant.tone))


def _between(one: str, two: str, near: Mapping[str, float], missing: float, other: float) -> float:
    if one == two:
        return 0.0
    return near.get(one + two, other) if one and two else missing


class Chart:
    """The `cost` of many characters at once: a sentence is held against a whole vocabulary."""

    def __init__(self, letters: Iterable[str]) -> None:
        """Hold these characters, or words in other letters, in their order."""
        self._place = {letter: place for place, letter in enumerate(dict.fromkeys(letters))}
        rows = [
            (place, bool(nth), syllable)
            for letter, place in self._place.items()
            for nth, syllable in enumerate(readings(letter))
        ]
        self._owner = np.array([place for place, _, _ in rows], np.int64)
        self._unusual = np.array([unusual for _, unusual, _ in rows], np.float64)
        self._spoken = _Parts([syllable for _, _, syllable in rows])
        self._mute = np.array([not readings(letter) for letter in self._place], bool)

    def costs(self, heard: str) -> Costs:
        """For each letter in order, `cost(heard, letter)`."""
        found = np.full(len(self._place), np.inf)
        for nth, one in enumerate(readings(heard)):
            far = HOMOPHONE + _UNUSUAL * (bool(nth) + self._unusual) + self._spoken.distances(one)
            np.minimum.at(found, self._owner, far)
        found[self._mute | np.isinf(found)] = FAR
        if heard in self._place:
            found[self._place[heard]] = 0.0
        return found


class _Parts:
    """Many syllables, part by part."""

    def __init__(self, syllables: Sequence[Syllable]) -> None:
        self._parts = [
            np.unique([syllable[part] for syllable in syllables] or [""], return_inverse=True)
            for part in range(4)
        ]
        self._tone = np.array([syllable.tone for syllable in syllables], np.int64)
        self._size = len(syllables)

    def distances(self, heard: Syllable) -> Costs:
        """For each syllable, `distance(heard, syllable)`."""
        start, medial, nucleus, coda = (
            self._between(part, str(heard[part]), *_RULES[part]) for part in range(4)
        )
        rhyme = (medial + nucleus + coda) * np.where(self._tone == 5, _NEUTRAL, 1.0)
        far: Costs = np.minimum(FAR, start + rhyme + _TONE * (self._tone != heard.tone))
        return far

    def _between(
        self, part: int, heard: str, near: Mapping[str, float], missing: float, other: float
    ) -> Costs:
        known, where = self._parts[part]
        far = np.array([_between(heard, str(each), near, missing, other) for each in known])
        return far[where[: self._size]]


_RULES = (
    (_INITIALS, _NO_INITIAL, _OTHER_INITIAL),
    (_MEDIALS, _NO_MEDIAL, _NO_MEDIAL),
    (_NUCLEI, _OTHER_NUCLEUS, _OTHER_NUCLEUS),
    (_CODAS, _OTHER_CODA, _OTHER_CODA),
)
"""For each part of a syllable what `_between` takes."""
