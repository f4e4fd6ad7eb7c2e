"""`xiaoban models` as people and programs meet it."""

import json
import sys
from pathlib import Path

import httpx
import pytest

from assistant import cli
from models.store import delivery
from models.store.catalog import CATALOG
from models.store.download import Web
from models.store.registry import Registries

STYLE = Path("models/zh-xiaobei/zf_xiaobei.bin")


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty home, an English person, and nobody to fetch from."""
    monkeypatch.setattr(sys, "excepthook", sys.excepthook)
    monkeypatch.setenv("XIAOBAN_HOME_DIR", str(tmp_path))
    monkeypatch.setenv("LC_ALL", "C.UTF-8")
    monkeypatch.setenv("PIP_INDEX_URL", "http://127.0.0.1:9/simple")
    monkeypatch.setenv("npm_config_registry", "http://127.0.0.1:9")
    monkeypatch.setenv("HF_ENDPOINT", "http://127.0.0.1:9")

    def web(_: Registries) -> Web:
        return Web(httpx.Client(trust_env=False), sleep=lambda _: None)

    monkeypatch.setattr(delivery, "web", web)
    return tmp_path


def run(*arguments: str) -> int:
    with pytest.raises(SystemExit) as left:
        cli.main(["models", *arguments])
    return int(left.value.code or 0)


def damage(home: Path) -> Path:
    path = home / STYLE
    path.parent.mkdir(parents=True)
    path.write_bytes(bytes(CATALOG.entry("zh-xiaobei").bytes))
    return path


def test_a_program_lists_everything_with_size_licence_and_state(capsys: pytest.CaptureFixture[str]) -> None:
    assert run("list", "--json") == 0
    lines = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    needed = {line["id"] for line in lines if line["default"]}
    assert needed > {"whisper-base", "smart-turn", "kokoro-82m", "zh-xiaobei", "en-joe"}
    assert "it-sara" not in needed
    assert {line["state"] for line in lines} == {"missing"}
    assert all(line["bytes"] and line["licence"] for line in lines)


def test_a_person_sees_what_is_needed_and_not_every_voice(capsys: pytest.CaptureFixture[str]) -> None:
    assert run("list") == 0
    seen = capsys.readouterr()
    assert seen.out == ""
    assert "whisper-base" in seen.err
    assert "zh-yunxi" not in seen.err
    assert "models list --all" in seen.err


def test_an_unknown_id_is_bad_usage(capsys: pytest.CaptureFixture[str]) -> None:
    assert run("pull", "wisper-base") == 2
    assert "did you mean 'whisper-base'" in capsys.readouterr().err


def test_without_network_pull_names_what_is_missing_and_its_size(capsys: pytest.CaptureFixture[str]) -> None:
    assert run("pull") == 3
    said = capsys.readouterr().err
    assert "whisper-base (148 MB)" in said
    assert "qwen2.5-coder-1.5b (1.12 GB)" in said
    assert "Traceback" not in said


def test_verify_names_the_damaged_file_and_how_to_mend_it(
    home: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = damage(home)
    assert run("verify") == 1
    said = capsys.readouterr().err
    assert f"{path} is damaged" in said
    assert "xiaoban models pull zh-xiaobei" in said


def test_verify_tells_programs_the_same(home: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = damage(home)
    assert run("verify", "--json", "zf_xiaobei") == 1
    line = json.loads(capsys.readouterr().out)
    assert line == {"id": "zh-xiaobei", "ok": False, "faults": [{"file": str(path), "reason": "sha256"}]}


def test_remove_says_how_much_room_it_made(home: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = damage(home)
    assert run("remove", "zh-xiaobei") == 0
    assert "522 kB" in capsys.readouterr().err
    assert not path.exists()
    assert run("remove", "zh-xiaobei") == 0
    assert "not installed" in capsys.readouterr().err
