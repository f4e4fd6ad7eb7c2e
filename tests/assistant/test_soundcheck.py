"""What doctor says about the sound that comes in."""

from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from assistant import bulletin, checkup, soundcheck
from assistant.bulletin import Bulletin
from assistant.finding import Finding
from assistant.keeper import keeping
from assistant.soundcheck import Listened, heard, recorded
from audio.cards import Device
from audio.errors import DeviceMissing

NOW = datetime(2026, 3, 1, 8, tzinfo=UTC)
RUNNING = Bulletin(
    microphone="desk",
    since=NOW - timedelta(hours=3),
    at=NOW - timedelta(seconds=20),
    level_db=-52.0,
    losses=2,
    reopened=2,
    dropped_s=0.5,
)


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("XIAOBAN_HOME_DIR", str(tmp_path))
    monkeypatch.setenv("LC_ALL", "C.UTF-8")
    return tmp_path


@pytest.mark.parametrize(
    ("listened", "level", "says"),
    [
        (Listened(-55.2, sounding=True, dropped_s=0.0), "fine", "-55 dB"),
        (Listened(-96.0, sounding=False, dropped_s=0.0), "warning", "muted or switched off"),
        (Listened(-2.0, sounding=True, dropped_s=0.0), "warning", "-2 dB"),
    ],
)
def test_a_moment_at_the_microphone(listened: Listened, level: str, says: str) -> None:
    found = heard(listened)
    assert found.level == level
    assert says in found.detail
    assert found.as_json()["level_db"] == listened.level_db


@pytest.mark.parametrize(
    ("change", "level", "says"),
    [
        ({}, "fine", "-52 dB 20 s ago; in 3.0 h lost 2 times, opened anew 2 times, 0.5 s dropped"),
        ({"muted": True}, "warning", "muted or switched off"),
        ({"lost": True, "last_loss": "the cable was pulled"}, "problem", "lost: the cable was pulled"),
        ({"at": None}, "fine", "nothing is known yet"),
        ({"at": NOW - timedelta(hours=1)}, "fine", "nothing is known yet"),
    ],
)
def test_the_record_of_a_speaker_that_runs(change: dict[str, object], level: str, says: str) -> None:
    found = recorded(RUNNING.model_copy(update=change), NOW)
    assert found.level == level
    assert says in found.detail


def test_where_it_runs_nobody_takes_the_microphone_from_it(monkeypatch: pytest.MonkeyPatch) -> None:
    bulletin.kept().save(RUNNING.model_copy(update={"at": datetime.now(UTC)}))
    monkeypatch.setattr(soundcheck, "listen", lambda _: pytest.fail("it listened"))
    with keeping():
        assert soundcheck.listening(None).figures["losses"] == 2


def test_a_microphone_that_somebody_holds_is_a_finding(monkeypatch: pytest.MonkeyPatch) -> None:
    def held(_: str | None) -> Listened:
        raise DeviceMissing("the sound card is in use by arecord (7): end it; run: xiaoban doctor", "占用")

    monkeypatch.setattr(soundcheck, "listen", held)
    found = soundcheck.listening(None)
    assert (found.level, found.detail) == ("warning", "the sound card is in use by arecord (7): end it")


def test_only_a_microphone_that_is_there_is_listened_to() -> None:
    asked: list[str | None] = []

    def listen(name: str | None) -> Finding:
        asked.append(name)
        return Finding("sound", "fine", "-50 dB")

    desk = Device("desk", 1, 0, 16_000, default_microphone=True, default_speaker=False, index=0)
    assert "sound" in {found.check for found in checkup.checkup(lambda: (desk,), listen)}
    assert "sound" not in {found.check for found in checkup.checkup(tuple, listen)}
    assert asked == [None]
