"""The unit files: what systemd itself says of them."""

import os
import re
import shutil
import subprocess
from pathlib import Path

import pytest

from assistant import unit
from assistant.commands import service
from assistant.errors import AssistantError, NotInstalled, UsageError
from assistant.unit import Scope

MOST_EXPOSED = 2.0


@pytest.fixture
def analyze() -> str:
    """systemd-analyze, which works offline, without a running systemd."""
    found = shutil.which("systemd-analyze")
    if found is None:
        sentence = "systemd-analyze is not installed; run: sudo apt-get install systemd"
        if os.environ.get("CI") == "true":
            pytest.fail(sentence)
        pytest.skip(sentence)
    return found


def settings(text: str) -> dict[str, list[str]]:
    """Every assignment of a unit, in order."""
    found: dict[str, list[str]] = {}
    for line in text.splitlines():
        if "=" in line and not line.startswith("#"):
            name, _, value = line.partition("=")
            found.setdefault(name, []).append(value)
    return found


def test_the_system_unit_exposes_at_most_2(analyze: str, tmp_path: Path) -> None:
    file = tmp_path / unit.NAME
    file.write_text(unit.text("system"))
    done = subprocess.run(
        [analyze, "security", "--offline=true", "--no-pager", str(file)],
        check=False,
        capture_output=True,
        text=True,
    )
    exposure = re.search(r"Overall exposure level for \S+: ([\d.]+)", done.stdout)
    assert exposure, done.stderr
    assert float(exposure[1]) <= MOST_EXPOSED


def test_systemd_understands_every_line_of_the_system_unit(analyze: str, tmp_path: Path) -> None:
    file = tmp_path / unit.NAME
    file.write_text(unit.text("system"))
    done = subprocess.run(
        [analyze, "verify", "--man=no", str(file)], check=False, capture_output=True, text=True
    )
    assert unit.NAME not in done.stderr, done.stderr


@pytest.mark.parametrize("scope", ["system", "user"])
def test_a_deaf_daemon_is_restarted_and_a_misconfigured_one_is_not(scope: Scope) -> None:
    said = settings(unit.text(scope))
    assert said["Type"] == ["notify"]
    assert said["NotifyAccess"] == ["main"]
    assert said["WatchdogSec"] == ["30"]
    assert said["Restart"] == ["on-failure"]
    assert said["RestartPreventExitStatus"] == ["2 3"]
    assert said["ExecStart"] == [f"{unit.quoted(str(unit.command()))} run"]
    assert "@" not in "".join(said["ExecStart"] + said["ExecStartPre"])


def test_the_user_unit_carries_where_this_person_keeps_things(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("XIAOBAN_HOME_DIR", "/big disk/小伴 100%")
    monkeypatch.setenv("XIAOBAN_CONFIG", "/etc/mine.toml")
    assert settings(unit.text("user"))["Environment"] == [
        "XIAOBAN_CONFIG=/etc/mine.toml",
        '"XIAOBAN_HOME_DIR=/big disk/小伴 100%%"',
    ]


def test_the_system_unit_sees_code_that_lies_in_a_home(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(unit.sys, "prefix", "/home/mei/xiaoban/.venv")
    monkeypatch.setattr(unit.sys, "base_prefix", "/usr")
    assert Path("/home/mei/xiaoban/.venv") in unit.hidden_code()
    assert Path("/usr") not in unit.hidden_code()


@pytest.mark.parametrize(
    ("word", "written"),
    [
        ("plain", "plain"),
        ("two words", '"two words"'),
        ('a"b', '"a\\"b"'),
        ("50%", '"50%%"'),
        ("it's", '"it\'s"'),
    ],
)
def test_words_are_quoted_as_systemd_reads_them(word: str, written: str) -> None:
    assert unit.quoted(word) == written


def test_without_systemd_it_says_what_to_do_instead(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(service.shutil, "which", lambda _: None)
    with pytest.raises(NotInstalled, match="xiaoban run"):
        service.install(user=True)


def test_one_of_the_two_scopes() -> None:
    with pytest.raises(UsageError, match="choose one"):
        service.scope(system=True, user=True)
    assert service.scope(system=True, user=False) == "system"
    assert service.scope(system=False, user=True) == "user"


SYSTEMCTL = """#!/bin/sh
echo "$@" >> {log}
case "$*" in
  *show*) printf 'LoadState=loaded\\nActiveState={state}\\nStatusText=listening\\n' ;;
  *refuse*) echo 'Access denied' >&2; exit 4 ;;
esac
"""


@pytest.fixture
def systemd(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Path:
    """A systemctl that writes down what it is asked; returns its log."""
    log = tmp_path / "asked"
    program = tmp_path / "bin" / "systemctl"
    program.parent.mkdir()
    program.write_text(SYSTEMCTL.format(log=log, state="active"))
    program.chmod(0o755)
    monkeypatch.setenv("PATH", f"{program.parent}:{os.environ['PATH']}")
    monkeypatch.setattr(service, "need_systemd", lambda _: None)
    monkeypatch.setattr(unit.platformdirs, "user_config_path", lambda name: tmp_path / name)
    return log


def test_installed_started_looked_at_and_removed(systemd: Path, capsys: pytest.CaptureFixture[str]) -> None:
    service.install(user=True)
    place = unit.place("user")
    assert place.read_text() == unit.text("user")
    service.status(user=True)
    assert "listening" in capsys.readouterr().err
    service.uninstall(user=True)
    assert not place.exists()
    asked = [line.split() for line in systemd.read_text().splitlines()]
    assert [words[2] for words in asked] == [
        "daemon-reload",
        "enable",
        "show",
        "disable",
        "daemon-reload",
    ]
    assert all(words[0] == "--user" for words in asked)


def test_uninstalling_what_is_not_there_is_no_failure(
    systemd: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    service.uninstall(user=True)
    assert unit.NAME in capsys.readouterr().err
    assert not systemd.exists()


def test_what_systemd_refuses_is_said_in_its_own_words(systemd: Path) -> None:
    with pytest.raises(AssistantError, match="Access denied"):
        service.systemctl("system", "refuse")


def test_a_bad_configuration_is_refused_before_anything_is_written(
    systemd: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("XIAOBAN_WAKE__WRODS", "x")
    with pytest.raises(AssistantError, match="WORDS"):
        service.install(user=True)
    assert not unit.place("user").exists()
