"""Words that were learned, as files: what was written is read, and nothing else is believed."""

import contextlib
from itertools import pairwise
from pathlib import Path

import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from models.errors import ModelDamaged, ModelError, ModelMissing
from models.wake.embedding import SIZE
from models.wake.learned_word import (
    FACTS,
    NETWORKS,
    Facts,
    LearnedWord,
    find_word,
    read_word,
    words,
    write_word,
)
from models.wake.network import Ensemble, Network

HOPS = 4


def network(seed: int) -> Network:
    rng = np.random.default_rng(seed)
    sizes = (HOPS * SIZE, 5, 3, 1)
    layers = [
        array.astype(np.float32)
        for above, below in pairwise(sizes)
        for array in (rng.normal(0, 0.1, (above, below)), rng.normal(0, 0.1, below))
    ]
    mean, scale = (np.tile(rng.random(SIZE, dtype=np.float32), HOPS) for _ in range(2))
    return Network(mean, scale, tuple(layers))


def learned(id_: str = "xiao_ban", text: str = "小伴") -> LearnedWord:
    facts = Facts(
        id=id_, text=text, language="zh", loose=0.2, sure=0.8, likely=-6.0, hops=HOPS, clips=3,
        false_per_hour=6.0, misses=0.02,
    )  # fmt: skip
    return LearnedWord(facts, Ensemble(HOPS, (network(1), network(2))))


def test_what_was_written_is_read(tmp_path: Path) -> None:
    word = learned()
    write_word(tmp_path / "xiao_ban", word)
    read = read_word(tmp_path / "xiao_ban")
    seen = np.random.default_rng(3).normal(0, 1, (20, SIZE)).astype(np.float32)
    assert read.facts == word.facts
    assert read.ensemble.probabilities(seen) == pytest.approx(word.ensemble.probabilities(seen), abs=0.01)


def test_a_word_of_the_household_hides_the_one_of_the_package(tmp_path: Path) -> None:
    write_word(tmp_path / "hey_xiaoban", learned("hey_xiaoban", "hey Xiaoban"))
    assert find_word(tmp_path, "hey_xiaoban") == tmp_path / "hey_xiaoban"
    named = [directory for directory, _ in words(tmp_path) if directory.name == "hey_xiaoban"]
    assert named == [tmp_path / "hey_xiaoban"]


@pytest.mark.parametrize(
    "id_", ["", "..", "../../etc", "A", "a/b", "_x", "x_", "x" * 49, "小伴", "a\nb", "a\0b"]
)
def test_no_id_leads_out_of_the_shelf(tmp_path: Path, id_: str) -> None:
    assert find_word(tmp_path, id_) is None


def test_a_directory_without_a_word_says_so(tmp_path: Path) -> None:
    with pytest.raises(ModelMissing, match="xiaoban wake list"):
        read_word(tmp_path / "nobody")


def test_a_word_under_another_name_is_refused(tmp_path: Path) -> None:
    write_word(tmp_path / "other", learned())
    with pytest.raises(ModelDamaged, match="xiao_ban"):
        read_word(tmp_path / "other")


def test_one_damaged_word_does_not_hide_the_others(tmp_path: Path) -> None:
    write_word(tmp_path / "xiao_ban", learned())
    (tmp_path / "broken").mkdir()
    (tmp_path / "broken" / FACTS).write_text("{")
    found = {directory.name: facts for directory, facts in words(tmp_path)}
    assert isinstance(found["broken"], ModelError)
    assert found["xiao_ban"] == learned().facts


@pytest.mark.parametrize("missing", ["0_mean", "1_layer3"])
def test_networks_that_lack_a_part_are_refused(tmp_path: Path, missing: str) -> None:
    write_word(tmp_path / "xiao_ban", learned())
    file = tmp_path / "xiao_ban" / NETWORKS
    with np.load(file) as parts:
        rest = {name: parts[name] for name in parts.files if name != missing}
    np.savez(file, **rest)  # type: ignore[arg-type]  # numpy's stubs take the names for its options
    with pytest.raises(ModelDamaged, match="wake train"):
        read_word(tmp_path / "xiao_ban")


@pytest.mark.parametrize("wrong", [np.full((4, 3), np.nan), np.zeros((1, 2, 3)), np.zeros(0), np.array("no")])
def test_networks_of_other_shapes_are_refused(tmp_path: Path, wrong: np.ndarray) -> None:
    write_word(tmp_path / "xiao_ban", learned())
    file = tmp_path / "xiao_ban" / NETWORKS
    with np.load(file) as parts:
        changed = {name: parts[name] for name in parts.files} | {"0_layer2": wrong}
    np.savez(file, **changed)  # type: ignore[arg-type]  # numpy's stubs take the names for its options
    with pytest.raises(ModelDamaged):
        read_word(tmp_path / "xiao_ban")


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(name=st.sampled_from([FACTS, NETWORKS]), content=st.binary(max_size=300), cut=st.integers(0, 4000))
def test_damaged_files_are_told_from_sound_ones(tmp_path: Path, name: str, content: bytes, cut: int) -> None:
    write_word(tmp_path / "xiao_ban", learned())
    file = tmp_path / "xiao_ban" / name
    whole = file.read_bytes()
    for damaged in (content, whole[: cut % (len(whole) - 2)]):
        file.write_bytes(damaged)
        with pytest.raises(ModelError):
            read_word(tmp_path / "xiao_ban")


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(place=st.integers(0, 5000), value=st.integers(0, 255))
def test_a_changed_byte_never_raises_anything_else(tmp_path: Path, place: int, value: int) -> None:
    write_word(tmp_path / "xiao_ban", learned())
    file = tmp_path / "xiao_ban" / NETWORKS
    content = bytearray(file.read_bytes())
    content[place % len(content)] = value
    file.write_bytes(content)
    with contextlib.suppress(ModelError):
        read_word(tmp_path / "xiao_ban")
