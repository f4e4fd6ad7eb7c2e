"""How English words sound, roughly, and how far each of some is from each of others."""

import re
from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

Distances = NDArray[np.float32]

_SPELLINGS = [
    (re.compile(pattern), sound)
    for pattern, sound in [
        (r"[^a-z]", ""), (r"ph", "f"), (r"tch|ch", "C"), (r"sh|ti(?=on)|ci(?=a)", "S"), (r"th", "T"),
        (r"igh", "i"), (r"ough|augh", "o"), (r"gh", ""), (r"ck", "k"), (r"qu", "kw"), (r"x", "ks"),
        (r"^kn", "n"), (r"^wr", "r"), (r"wh", "w"), (r"dge|j", "J"), (r"c(?=[eiy])", "s"), (r"c|q", "k"),
        (r"ee|ea|ie|ey", "i"), (r"oo|ou|ew|ue", "u"), (r"ai|ay|ei", "e"), (r"y", "i"),
        (r"(?<=.{2})e(?=[sd]?$)", ""), (r"(.)\1", r"\1"), (r"(?<=[^aeiou])[td]$", "D"), (r"(?<=.)s$", "Z"),
    ]
]  # fmt: skip

_LETTERS = "abCdDefghiJklmnopqrsStTuvwzZ"
"""`D` and `Z` stand for what is often swallowed: the stop behind another consonant, the last s."""
_VOWELS = "aeiou"
_ALIKE = (
    "pb",
    "td",
    "kg",
    "fv",
    "sz",
    "CJ",
    "CS",
    "SJ",
    "sS",
    "Ts",
    "Tt",
    "Tf",
    "mn",
    "lr",
    "wv",
    "Ck",
    "dT",
)
_NEARLY = ("Dd", "Dt", "Zs", "Zz")
_LIKE_VOWEL = 0.35
_LIKE_CONSONANT = 0.4
_SAME = 0.05
_LOST_VOWEL = 0.4
_LOST_CONSONANT = 0.7


def sound(word: str) -> str:
    """The word by one letter a sound; silent letters are left out."""
    spoken = word.lower()
    for pattern, letters in _SPELLINGS:
        spoken = pattern.sub(letters, spoken)
    return spoken


def _changes() -> Distances:
    """What it costs to hear one letter for another; the last row and column stand for none."""
    many = len(_LETTERS)
    table = np.full((many + 1, many + 1), 1.0, np.float32)
    for one in _VOWELS:
        for other in _VOWELS:
            table[_LETTERS.index(one), _LETTERS.index(other)] = _LIKE_VOWEL
    for pairs, cost in ((_ALIKE, _LIKE_CONSONANT), (_NEARLY, _SAME)):
        for pair in pairs:
            row, column = _LETTERS.index(pair[0]), _LETTERS.index(pair[1])
            table[row, column] = table[column, row] = cost
    np.fill_diagonal(table, 0.0)
    lost = [_LOST_VOWEL if letter in _VOWELS + "hDZ" else _LOST_CONSONANT for letter in _LETTERS]
    table[many, :many] = table[:many, many] = lost
    return table


_CHANGE = _changes()


def distances(heard: Sequence[str], meant: Sequence[str]) -> Distances:
    """The cost in letters of every sound in `meant` for every one in `heard`: rows heard, columns meant."""
    one, other = _coded(heard), _coded(meant)
    nothing = len(_LETTERS)
    rows = np.zeros((one.shape[1] + 1, other.shape[1] + 1, len(heard), len(meant)), np.float32)
    for i in range(1, rows.shape[0]):
        rows[i, 0] = rows[i - 1, 0] + _CHANGE[one[:, i - 1], nothing][:, None]
    for j in range(1, rows.shape[1]):
        rows[0, j] = rows[0, j - 1] + _CHANGE[nothing, other[:, j - 1]][None, :]
    for i in range(1, rows.shape[0]):
        letters = one[:, i - 1]
        lost = _CHANGE[letters, nothing][:, None]
        for j in range(1, rows.shape[1]):
            added = _CHANGE[nothing, other[:, j - 1]][None, :]
            changed = rows[i - 1, j - 1] + _CHANGE[letters[:, None], other[None, :, j - 1]]
            rows[i, j] = np.minimum(np.minimum(rows[i - 1, j] + lost, rows[i, j - 1] + added), changed)
    costs: Distances = rows[-1, -1]
    return costs


def _coded(words: Sequence[str]) -> NDArray[np.intp]:
    """Words as numbers, filled up with nothing, which costs nothing."""
    longest = max((len(word) for word in words), default=0)
    codes = np.full((len(words), longest), len(_LETTERS), np.intp)
    for row, word in enumerate(words):
        codes[row, : len(word)] = [_LETTERS.index(letter) for letter in word]
    return codes
