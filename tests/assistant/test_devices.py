"""`xiaoban devices`: what a person and a program see of the sound cards."""

import json
import sys

import pytest

from assistant import cli
from tests.audio.portaudio import Card, StandInPortAudio

DESK = Card("Desk: USB Audio (hw:1,0)", inputs=1, rate=48_000)
HUB = Card("default", inputs=2, outputs=2)


def _devices(
    monkeypatch: pytest.MonkeyPatch, *cards: Card, json_lines: bool = False, lang: str = "C"
) -> None:
    monkeypatch.setenv("LC_ALL", lang)
    monkeypatch.setitem(sys.modules, "sounddevice", StandInPortAudio(list(cards)))
    with pytest.raises(SystemExit) as left:
        cli.main(["devices", "--json"] if json_lines else ["devices"])
    assert not left.value.code


def test_a_program_reads_one_object_a_line(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    _devices(monkeypatch, DESK, HUB, json_lines=True)
    output = capsys.readouterr()
    desk = {"name": "Desk: USB Audio, ALSA", "default": True, "channels": 1, "rate": 48_000}
    hub = {"name": "default, ALSA", "channels": 2, "rate": 44_100}
    assert [json.loads(line) for line in output.out.splitlines()] == [
        {"type": "microphone", **desk},
        {"type": "microphone", **hub, "default": False},
        {"type": "speaker", **hub, "default": True},
    ]
    assert output.err == ""


def test_a_person_reads_names_that_can_be_copied(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    _devices(monkeypatch, DESK, lang="zh_CN.UTF-8")
    output = capsys.readouterr()
    assert "Desk: USB Audio, ALSA" in output.err
    assert "麦克风" in output.err
    assert output.out == ""


@pytest.mark.parametrize(
    ("lang", "says"), [("C", "No sound card was found"), ("zh_CN.UTF-8", "没有找到声卡")]
)
def test_a_machine_without_a_sound_card_is_told_what_to_do(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], lang: str, says: str
) -> None:
    _devices(monkeypatch, lang=lang)
    assert says in capsys.readouterr().err


def test_without_portaudio_it_exits_3_and_names_the_command(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setitem(sys.modules, "sounddevice", None)
    with pytest.raises(SystemExit) as left:
        cli.main(["devices"])
    assert left.value.code == 3
    assert "sudo apt-get install libportaudio2" in capsys.readouterr().err
