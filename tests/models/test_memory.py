"""The language model that memory has room for."""

from pathlib import Path

import pytest

from models import memory
from models.store.catalog import CATALOG


def test_the_preferred_model_where_there_is_room() -> None:
    chosen, why = memory.pick_model(8_000_000_000)
    assert chosen == "qwen2.5-coder-1.5b"
    assert "8.00 GB" in why


def test_a_small_machine_gets_the_small_model_and_is_told_what_that_means() -> None:
    chosen, why = memory.pick_model(1_000_000_000)
    assert chosen == "smollm2-135m"
    assert "Chinese" in why
    assert "1.00 GB" in why


@pytest.mark.parametrize("bytes_", [0, 10**12])
def test_what_is_chosen_exists(bytes_: int) -> None:
    assert CATALOG.entry(memory.pick_model(bytes_)[0]).kind == "llm"


def test_the_tighter_of_machine_and_control_group_counts(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "meminfo").write_text("MemTotal: 9 kB\nMemAvailable:    4000000 kB\n")
    monkeypatch.setattr(memory, "MEMINFO", tmp_path / "meminfo")
    monkeypatch.setattr(memory, "GROUP", tmp_path)
    assert memory.available_memory() == 4_096_000_000
    (tmp_path / "memory.max").write_text("1500\n")
    (tmp_path / "memory.current").write_text("600\n")
    assert memory.available_memory() == 900
    (tmp_path / "memory.max").write_text("max\n")
    assert memory.available_memory() == 4_096_000_000


def test_a_machine_that_does_not_say_is_trusted(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(memory, "MEMINFO", tmp_path / "none")
    monkeypatch.setattr(memory, "GROUP", tmp_path / "none")
    assert memory.pick_model(memory.available_memory())[0] == memory.PREFERRED
