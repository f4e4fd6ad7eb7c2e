"""The demonstration's recordings through every real engine, in virtual time."""

import json
from importlib.resources import files
from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner, Result

from assistant.cli import application
from tests.engines import weights

RECORDINGS = Path(str(files("assistant").joinpath("data", "recordings")))
MEANT: dict[str, list[str]] = {
    "1-en-device": ["HassTurnOn"],
    "2-zh-device": ["HassTurnOn"],
    "3-en-state": ["HassGetState"],
    "4-zh-timer": ["HassStartTimer"],
    "5-en-compound": ["HassTurnOff", "HassTurnOff"],
    "6-zh-state": ["HassClimateGetTemperature"],
}
CHAT = ("7-en-fact", "8-zh-small-talk")


def simulate(monkeypatch: pytest.MonkeyPatch, *names: str, model: str = "none") -> list[dict[str, Any]]:
    """The JSON lines of one call."""
    for needed in ("whisper-base", "en-joe", "zh-xiaobei"):
        weights(needed)
    monkeypatch.setenv("XIAOBAN_LANGUAGE__ENGINE", model)
    paths = [str(RECORDINGS / f"{name}.flac") for name in names]
    ran: Result = CliRunner().invoke(application("simulate"), ["simulate", "--json", *paths])
    assert ran.exit_code == 0, ran.output
    return [json.loads(line) for line in ran.stdout.splitlines()]


def _turns(lines: list[dict[str, Any]]) -> dict[str, dict[str, Any]]:
    return {Path(line["file"]).stem: line for line in lines if line["type"] == "turn"}


def _without_times(lines: list[dict[str, Any]]) -> list[dict[str, Any]]:
    return [{key: value for key, value in line.items() if key != "timing_ms"} for line in lines]


def test_every_request_is_heard_understood_and_done(monkeypatch: pytest.MonkeyPatch) -> None:
    turns = _turns(simulate(monkeypatch, *MEANT))
    for name, meant in MEANT.items():
        turn = turns[name]
        found = [each["intent"] for each in turn.get("intents", [turn])]
        assert found == meant, turn["heard"]
        assert all(action["verified"] for action in turn["actions"])
        assert turn["reply"]


def test_the_same_recordings_are_the_same_conversation_to_the_sample(monkeypatch: pytest.MonkeyPatch) -> None:
    first, second = (_without_times(simulate(monkeypatch, "1-en-device", "4-zh-timer")) for _ in range(2))
    assert first == second
    assert [line["type"] for line in first][:4] == ["wake", "speech_start", "partial", "speech_end"]


def test_questions_of_fact_and_small_talk_get_a_spoken_answer(monkeypatch: pytest.MonkeyPatch) -> None:
    weights("qwen2.5-coder-1.5b")
    turns = _turns(simulate(monkeypatch, *CHAT, model="llama"))
    assert [turns[name]["route"] for name in CHAT] == ["chat", "fast"]
    assert "Paris" in turns["7-en-fact"]["reply"]
    assert "小伴" in turns["8-zh-small-talk"]["reply"]
    assert not any(turn["actions"] for turn in turns.values())
