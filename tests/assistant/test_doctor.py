"""What the doctor finds on machines in different states."""

import json
import threading
from collections.abc import Iterator, Sequence
from pathlib import Path

import pytest
import typer

from assistant import checkup, engines, own_intents
from assistant.checkup import Finding
from assistant.commands import doctor
from assistant.config import Config
from audio.cards import Device
from audio.errors import PortAudioMissing
from models.store import Store

HEADSET = Device("Headset, ALSA", 1, 2, 48_000, default_microphone=True, default_speaker=True, index=0)


@pytest.fixture(autouse=True)
def bare(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """A machine with an empty store and no configuration."""
    monkeypatch.setenv("XIAOBAN_HOME_DIR", str(tmp_path / "home"))
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "config"))
    monkeypatch.delenv("XIAOBAN_CONFIG", raising=False)
    monkeypatch.setenv("LC_ALL", "en_US.UTF-8")


def levels(findings: Iterator[Finding]) -> dict[str, str]:
    return {finding.check: finding.level for finding in findings}


def test_a_machine_with_a_headset_and_no_models_is_told_to_pull_them() -> None:
    findings = list(checkup.checkup(lambda: [HEADSET]))
    by_check = {finding.check: finding for finding in findings}
    assert by_check["microphone"].detail == "Headset, ALSA"
    assert by_check["models"].level == "problem"
    assert "xiaoban models pull" in str(by_check["models"].remedy)
    assert all(finding.remedy for finding in findings if finding.level != "fine")


def test_without_portaudio_the_remedy_is_the_package() -> None:
    def missing() -> Sequence[Device]:
        raise PortAudioMissing("PortAudio is not installed; run: sudo apt-get install libportaudio2")

    (finding,) = checkup.hearing(Config(), missing)
    assert (finding.level, finding.detail) == ("problem", "PortAudio is not installed")
    assert finding.remedy == "sudo apt-get install libportaudio2"


def test_without_any_sound_card_it_is_a_warning_since_text_and_recordings_still_work() -> None:
    found = levels(checkup.hearing(Config(), list))
    assert found == {"portaudio": "fine", "microphone": "warning", "speaker": "warning"}


def test_a_configured_microphone_that_is_not_there_is_a_problem() -> None:
    settings = Config.model_validate({"audio": {"microphone": "Headse"}})
    *_, microphone, speaker = checkup.hearing(settings, lambda: [HEADSET])
    assert microphone.level == "problem"
    assert "Headset, ALSA" in microphone.detail
    assert speaker.level == "fine"


def test_a_sound_system_that_hangs_is_named_and_not_waited_for(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(checkup, "PATIENCE_S", 0.01)
    forever = threading.Event()

    def hang() -> Sequence[Device]:
        forever.wait(30)
        return ()

    (finding,) = checkup.hearing(Config(), hang)
    forever.set()
    assert (finding.check, finding.level) == ("portaudio", "problem")
    assert "does not answer" in finding.detail


def test_a_broken_configuration_does_not_stop_the_other_checks(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("XIAOBAN_WAKE__WRODS", "x")
    found = {finding.check: finding for finding in checkup.checkup(list)}
    assert found["config"].level == "problem"
    assert "did you mean XIAOBAN_WAKE__WORDS?" in found["config"].detail
    assert {"disk", "memory", "models", "service"} <= set(found)


def test_a_full_disk_is_found_before_the_pull_is(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(checkup.shutil, "disk_usage", lambda _: type("Usage", (), {"free": 1_000_000})())
    finding = checkup.disk(Config(), Store(tmp_path / "models"))
    assert finding.level == "problem"
    assert "XIAOBAN_HOME_DIR" in str(finding.remedy)


@pytest.mark.parametrize(("available", "level"), [(8_000_000_000, "fine"), (600_000_000, "warning")])
def test_little_memory_is_a_warning(available: int, level: str) -> None:
    assert checkup.memory(available).level == level


def test_only_what_the_configuration_loads_is_needed() -> None:
    settings = Config.model_validate(
        {
            "general": {"languages": ["en"]},
            "language": {"engine": "none"},
            "speech": {"voices": {"en": "en-joe"}},
        }
    )
    assert engines.needed(settings) == ("whisper-base", "smart-turn", "en-joe")


def test_a_model_that_nobody_knows_is_a_finding(tmp_path: Path) -> None:
    settings = Config.model_validate({"recognition": {"model": "whisper-bsae"}})
    first = next(checkup.weights(settings, Store(tmp_path)))
    assert first.level == "problem"
    assert "whisper-base" in first.detail


def findings(*given: Finding) -> object:
    return lambda: iter(given)


FINE = Finding("python", "fine", "3.11")
WARNING = Finding("memory", "warning", "1 GB", "close other programs")
PROBLEM = Finding("models", "problem", "missing", "xiaoban models pull")


def test_warnings_alone_leave_with_0(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(doctor, "checkup", findings(FINE, WARNING))
    doctor.doctor()
    said = capsys.readouterr()
    assert said.out == ""
    assert "close other programs" in said.err
    assert "Nothing is broken." in said.err


def test_a_problem_leaves_with_1_and_programs_get_a_line_each(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(doctor, "checkup", findings(FINE, PROBLEM))
    with pytest.raises(typer.Exit) as left:
        doctor.doctor(json_lines=True)
    assert left.value.exit_code == 1
    lines = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert [(line["check"], line["ok"], line["remedy"]) for line in lines] == [
        ("python", True, None),
        ("models", False, "xiaoban models pull"),
    ]


def test_a_wake_word_that_nothing_knows_is_a_problem() -> None:
    settings = Config.model_validate({"wake": {"words": ["abracadabra"]}})
    found = checkup.wake_words(settings)
    assert found.level == "problem"
    assert found.remedy


def test_own_intents_that_cannot_be_used_are_a_problem() -> None:
    assert checkup.own_intents().level == "fine"
    own_intents.directory().mkdir(parents=True)
    (own_intents.directory() / "mine.yaml").write_text("intents: [", encoding="utf-8")
    found = checkup.own_intents()
    assert found.level == "problem"
    assert "mine.yaml" in found.detail
    assert found.remedy == "mend it, then: xiaoban config check"
