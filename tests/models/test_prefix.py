"""A prefix that was read once is known the next time, and a damaged file costs only the time."""

from pathlib import Path

import pytest

from models.llama import Llama
from models.protocols import Message
from tests.engines import weights

OPENING = [Message("system", "You are a small assistant. " * 10)]
QUESTION = [*OPENING, Message("user", "Say hello.")]


@pytest.fixture
def smollm() -> Path:
    return weights("smollm2-135m")


def _answer(model: Llama) -> str:
    return "".join(model.chat(QUESTION, max_tokens=12))


def test_a_second_start_knows_what_the_first_one_read(smollm: Path, tmp_path: Path) -> None:
    first = Llama(smollm, 512, tmp_path)
    first.warm(OPENING)
    answer = _answer(first)
    kept = list(tmp_path.glob("*.prefix"))
    second = Llama(smollm, 512, tmp_path)
    second.warm(OPENING)
    assert len(kept) == 1
    assert list(tmp_path.glob("*.prefix")) == kept
    assert _answer(second) == answer


def test_half_a_file_is_read_anew(smollm: Path, tmp_path: Path) -> None:
    first = Llama(smollm, 512, tmp_path)
    first.warm(OPENING)
    answer = _answer(first)
    kept = next(tmp_path.glob("*.prefix"))
    kept.write_bytes(kept.read_bytes()[:1000])
    second = Llama(smollm, 512, tmp_path)
    second.warm(OPENING)
    assert _answer(second) == answer
    assert kept.stat().st_size > 1000


def test_only_the_newest_few_are_kept(smollm: Path, tmp_path: Path) -> None:
    model = Llama(smollm, 512, tmp_path)
    for number in range(6):
        model.warm([Message("system", f"Prompt number {number}.")])
    assert len(list(tmp_path.glob("*.prefix"))) == 4
