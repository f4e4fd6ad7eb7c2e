"""`xiaoban wake` as people and programs meet it, with voices and networks small enough for the gate."""

import json
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import numpy as np
import pytest

from assistant import cli, learned_words, wake_lessons
from audio import wav
from audio.frame import RATE
from models.wake.learned_word import read_facts
from models.wake.training import Training
from tests.models.murmurs import murmur, training


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty home, an English person, and a training of a second."""
    monkeypatch.setattr(sys, "excepthook", sys.excepthook)
    monkeypatch.setenv("XIAOBAN_HOME_DIR", str(tmp_path))
    monkeypatch.setenv("LC_ALL", "C.UTF-8")

    @contextmanager
    def quick(*_: object) -> Iterator[Training]:
        yield training()

    monkeypatch.setattr(wake_lessons, "training", quick)
    return tmp_path


def run(*arguments: str) -> int:
    with pytest.raises(SystemExit) as left:
        cli.main(["wake", *arguments])
    return int(left.value.code or 0)


def lines(capsys: pytest.CaptureFixture[str]) -> list[dict[str, object]]:
    return [json.loads(line) for line in capsys.readouterr().out.splitlines()]


def test_a_word_is_trained_listed_and_removed(home: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run("train", "小伴", "--json") == 0
    (made,) = lines(capsys)
    assert (made["id"], made["text"], made["language"]) == ("xiao_ban", "小伴", "zh")
    assert run("list", "--json") == 0
    assert {"id": "xiao_ban", "own": True}.items() <= next(
        line for line in lines(capsys) if line["id"] == "xiao_ban"
    ).items()
    assert run("remove", "xiao_ban") == 0
    assert not (home / "data" / "wake" / "xiao_ban").exists()
    assert run("remove", "xiao_ban") == 2


def test_a_person_is_told_how_to_use_it(capsys: pytest.CaptureFixture[str]) -> None:
    assert run("train", "hey Bob") == 0
    seen = capsys.readouterr()
    assert seen.out == ""
    assert "XIAOBAN_WAKE__WORDS=hey_bob" in seen.err
    assert "expected to miss" in seen.err


def test_recordings_stay_with_the_word_and_teach_it(home: Path, capsys: pytest.CaptureFixture[str]) -> None:
    silence = np.zeros(RATE // 2, np.int16)
    for number in range(2):
        wav.write(home / f"{number}.wav", np.concatenate((silence, murmur(f"小伴{number}"), silence)))
    run("train", "小伴", "--json")
    assert run("enroll", "xiao_ban", str(home / "0.wav"), str(home / "1.wav"), "--json") == 0
    assert run("enroll", "xiao_ban", "--wrong", str(home / "1.wav"), "--json") == 0
    assert [line["recordings"] for line in lines(capsys)] == [0, 2, 2]
    kept = home / "data" / "wake" / "xiao_ban"
    assert [len(list((kept / folder).iterdir())) for folder in learned_words.FOLDERS] == [2, 1]
    run("train", "小伴")
    assert read_facts(kept).recordings == 2


@pytest.mark.parametrize("seconds", [0.0, 8.0])
def test_a_recording_without_a_word_is_refused(home: Path, seconds: float) -> None:
    run("train", "小伴")
    wav.write(home / "bad.wav", np.full(round(seconds * RATE) + 800, 0 if seconds == 0 else 5000, np.int16))
    assert run("enroll", "xiao_ban", str(home / "bad.wav")) == 2


@pytest.mark.parametrize("text", ["", "   ", "!!!", "123", "x" * 81, "a\0b", "a\x1b[31mb", "\u202eabc"])
def test_what_nobody_can_say_is_refused(text: str) -> None:
    assert run("train", text) == 2


@pytest.mark.parametrize("id_", ["../x", "A", "", "a b", "小伴", "/etc", "x" * 60])
def test_an_id_that_is_no_name_is_refused(home: Path, id_: str) -> None:
    assert run("train", "小伴", "--id", id_) == 2
    assert not (home / "data").exists()
    assert run("remove", id_) == 2


def test_a_language_that_no_voice_speaks_is_refused(capsys: pytest.CaptureFixture[str]) -> None:
    assert run("train", "hei", "--lang", "fi") == 2
    assert "zh, en" in capsys.readouterr().err


def test_a_damaged_word_is_told_with_its_remedy(home: Path, capsys: pytest.CaptureFixture[str]) -> None:
    broken = home / "data" / "wake" / "broken"
    broken.mkdir(parents=True)
    (broken / "word.json").write_text("[]")
    assert run("list") == 0
    assert "xiaoban wake train" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("text", "id_", "language"),
    [
        ("小爱同学", "xiao_ai_tong_xue", "zh"), ("Hey, Xiaoban!", "hey_xiaoban", "en"),
        ("嘿 Bob", "hei_bob", "zh"), ("Élodie", "elodie", "en"), ("ねえ", None, "ja"),
    ],
)  # fmt: skip
def test_a_text_tells_its_id_and_language(text: str, id_: str | None, language: str) -> None:
    assert learned_words.language_of(text, None) == language
    made = learned_words.id_of(text, None)
    assert made == id_ if id_ else learned_words.ID.fullmatch(made)


def test_words_that_came_with_xiaoban_stay() -> None:
    assert run("remove", "hey_xiaoban") == 2
