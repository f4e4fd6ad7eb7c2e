"""What the voice is given and what a time means, one line for each input."""

import io
import json

import pytest

from assistant.cli import main


def lines(capsys: pytest.CaptureFixture[str], *arguments: str) -> list[str]:
    with pytest.raises(SystemExit) as end:
        main(["probe", *arguments])
    assert end.value.code == 0
    return capsys.readouterr().out.splitlines()


def test_the_voice_is_given_words_in_the_language_of_each_text(capsys):
    assert lines(capsys, "say-as", "24.5°C", "调到26度") == [
        "twenty four point five degrees Celsius",
        "调到二十六度",
    ]


def test_the_language_can_be_said(capsys):
    assert lines(capsys, "say-as", "--lang", "zh", "30%") == ["百分之三十"]


def test_texts_are_read_from_stdin_one_a_line(capsys, monkeypatch):
    monkeypatch.setattr("sys.stdin", io.StringIO("5 minutes\n明天\n"))
    found = [
        json.loads(line)
        for line in lines(capsys, "when", "--json", "--now", "2026-11-22T08:30:00+08:00", "-")
    ]
    assert found == [
        {"text": "5 minutes", "kind": "duration", "start": None, "end": None, "seconds": 300.0},
        {
            "text": "明天",
            "kind": "instant",
            "start": "2026-11-23T00:00:00+08:00",
            "end": None,
            "seconds": None,
        },
    ]


@pytest.mark.parametrize("now", ["soon", "2026-11-22T08:30:00"])
def test_a_moment_without_offset_is_bad_usage_and_says_what_it_takes(now, capsys):
    with pytest.raises(SystemExit) as end:
        main(["probe", "when", "--now", now, "tomorrow"])
    assert end.value.code == 2
    assert "--now" in capsys.readouterr().err
