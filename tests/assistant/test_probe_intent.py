"""`xiaoban probe intent`: what requests mean, without doing anything."""

import io
import json
from pathlib import Path
from typing import Any

import pytest

from assistant.commands.probe_intent import intent
from assistant.errors import UsageError

FIXTURE = {
    "language": "en",
    "areas": [{"id": "den_id", "name": "Den"}],
    "entities": [{"id": "light.den", "name": "Den Lamp", "area": "den_id", "state": "off"}],
}


@pytest.fixture
def home(tmp_path: Path) -> Path:
    path = tmp_path / "home.json"
    path.write_text(json.dumps(FIXTURE), encoding="utf-8")
    return path


def probe(capsys: pytest.CaptureFixture[str], *texts: str, **options: Any) -> list[dict[str, Any]]:
    intent(list(texts), json=True, no_llm=True, **options)
    return [json.loads(line) for line in capsys.readouterr().out.splitlines()]


def test_the_turn_as_json(capsys: pytest.CaptureFixture[str], home: Path) -> None:
    [turn] = probe(capsys, "turn on the den lamp", home=home)
    assert turn["type"] == "turn"
    assert (turn["lang"], turn["route"], turn["actions"], turn["reply"]) == ("en", "fast", [], "")
    assert (turn["intent"], turn["slots"]) == ("HassTurnOn", {"name": "Den Lamp"})
    assert turn["confidence"] == 1


def test_several_commands_are_each_there(capsys: pytest.CaptureFixture[str]) -> None:
    [turn] = probe(capsys, "关灯然后拉上窗帘")
    assert turn["lang"] == "zh"
    assert [each["intent"] for each in turn["intents"]] == ["HassTurnOff", "HassTurnOff"]


def test_nothing_understood_is_said_plainly(capsys: pytest.CaptureFixture[str]) -> None:
    [turn] = probe(capsys, "colourless green ideas sleep furiously")
    assert (turn["intent"], turn["route"], turn["confidence"]) == (None, "none", 0)


def test_lines_are_requests_of_their_own(
    capsys: pytest.CaptureFixture[str], home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    lines = [
        "turn on the den lamp",
        "",
        json.dumps(
            {"text": "turn off the lights", "lang": "en", "context": {"area": "Den"}, "intent": "ignored"}
        ),
        json.dumps({"text": "turn off the lights", "room": "den"}),
        json.dumps({"text": ""}),
    ]
    monkeypatch.setattr("sys.stdin", io.StringIO("\n".join(lines)))
    turns = probe(capsys, "-", home=home)
    off = {"domain": "light", "area": "Den"}
    assert [turn["slots"] for turn in turns] == [{"name": "Den Lamp"}, off, off, {}]


def test_people_read_one_line_a_request(capsys: pytest.CaptureFixture[str], home: Path) -> None:
    intent(["turn on the den lamp", "tell me a joke"], no_llm=True, home=home)
    first, second = capsys.readouterr().out.splitlines()
    assert "HassTurnOn" in first
    assert "Den Lamp" in first
    assert "(none, 0.00)" in second


@pytest.mark.parametrize("content", ["{", "[1]", '{"entities": 3}', '{"devices": [{"id": "x"}]}'])
def test_a_home_file_that_is_none_is_refused(tmp_path: Path, content: str) -> None:
    path = tmp_path / "home.json"
    path.write_text(content, encoding="utf-8")
    with pytest.raises(UsageError, match=r"home\.json"):
        intent(["x"], no_llm=True, home=path)


def test_a_home_file_that_is_not_there_is_named(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="No such file"):
        intent(["x"], no_llm=True, home=tmp_path / "nowhere.json")


def test_a_room_that_is_not_there_is_told_from_those_that_are(home: Path) -> None:
    with pytest.raises(UsageError, match="den_id"):
        intent(["x"], no_llm=True, home=home, room="cellar")


def test_a_line_that_is_no_request_is_named_by_number(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.stdin", io.StringIO('hello\n{"texte": "x"}\n'))
    with pytest.raises(UsageError, match="line 2, text"):
        intent(["-"], no_llm=True, json=True)


def test_a_language_without_sentences_is_refused() -> None:
    with pytest.raises(UsageError, match="klingon"):
        intent(["x"], no_llm=True, lang="klingon")
