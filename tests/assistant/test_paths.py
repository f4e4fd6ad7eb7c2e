"""Where things are kept."""

from pathlib import Path

import pytest

from assistant import paths


def test_one_variable_moves_all_state(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("XIAOBAN_HOME_DIR", str(tmp_path))
    kept = {paths.data_dir(), paths.models_dir(), paths.cache_dir(), paths.state_dir()}
    assert kept == {tmp_path / name for name in ("data", "models", "cache", "state")}


def test_a_relative_home_means_where_the_command_was_typed(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("XIAOBAN_HOME_DIR", "here")
    assert paths.models_dir() == tmp_path / "here" / "models"


def test_otherwise_the_platform_says_where(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.delenv("XIAOBAN_HOME_DIR", raising=False)
    monkeypatch.delenv("XIAOBAN_CONFIG", raising=False)
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "share"))
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "config"))
    assert paths.models_dir() == tmp_path / "share" / "xiaoban" / "models"
    assert paths.config_file() == tmp_path / "config" / "xiaoban" / "xiaoban.toml"


def test_looking_creates_nothing(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("XIAOBAN_HOME_DIR", str(tmp_path / "new"))
    assert not paths.data_dir().exists()
    assert not (tmp_path / "new").exists()
