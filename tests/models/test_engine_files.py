"""Weights that are missing, half there or not what they should be."""

import json
from pathlib import Path

import pytest

from models.errors import EngineFailed
from models.kokoro import Kokoro
from models.llama import Llama
from models.piper import Piper

REMEDY = "xiaoban models"


def test_a_directory_without_a_voice(tmp_path: Path) -> None:
    with pytest.raises(EngineFailed, match=REMEDY):
        Piper(tmp_path)


def test_half_a_voice(tmp_path: Path) -> None:
    (tmp_path / "voice.onnx").write_bytes(b"half")
    (tmp_path / "voice.onnx.json").write_text("{}")
    with pytest.raises(EngineFailed, match=REMEDY):
        Piper(tmp_path)


def test_kokoro_without_its_vocabulary(tmp_path: Path) -> None:
    with pytest.raises(EngineFailed, match=REMEDY):
        Kokoro(tmp_path, {})


def test_kokoro_with_a_style_that_is_cut_short(tmp_path: Path) -> None:
    (tmp_path / "vocab.json").write_text(json.dumps({"vocab": {"a": 1}}))
    (tmp_path / "style.bin").write_bytes(b"1234" * 100)
    with pytest.raises(EngineFailed, match=REMEDY):
        Kokoro(tmp_path, {"zh": tmp_path / "style.bin"})


def test_a_directory_without_a_language_model(tmp_path: Path) -> None:
    with pytest.raises(EngineFailed, match=REMEDY):
        Llama(tmp_path)


def test_half_a_language_model_says_nothing_of_its_own(
    tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "model.gguf").write_bytes(b"GGUF" + bytes(100))
    with pytest.raises(EngineFailed, match=REMEDY):
        Llama(tmp_path)
    assert capfd.readouterr() == ("", "")
