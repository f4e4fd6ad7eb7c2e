"""What leaves the command line: exit codes, sentences, streams."""

import json
import os
import subprocess
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant import cli, console
from assistant.errors import AssistantError, ConfigError, NotInstalled, UsageError
from audio.errors import AudioError, BadRecording, DeviceLost, DeviceMissing, PortAudioMissing
from models.errors import EngineFailed, FetchFailed, ModelDamaged, ModelMissing


@dataclass(frozen=True)
class Left:
    """What a process left behind."""

    code: int
    out: str
    err: str


def python(program: str, *words: str, **environment: str) -> Left:
    """Run a program in a process of its own."""
    done = subprocess.run(
        [sys.executable, "-c", program, *words],
        check=False,
        capture_output=True,
        text=True,
        stdin=subprocess.DEVNULL,
        env={**os.environ, **environment},
    )
    return Left(done.returncode, done.stdout, done.stderr)


def xiaoban(*words: str, **environment: str) -> Left:
    """Run the real command."""
    return python("from assistant.cli import main; main()", *words, **environment)


@pytest.fixture(autouse=True)
def tidy(monkeypatch: pytest.MonkeyPatch) -> None:
    """`main` owns its process; here it gives back what it took."""
    monkeypatch.setattr(sys, "excepthook", sys.excepthook)
    monkeypatch.setattr(cli.journal, "open_journal", [].append)  # has tests of its own


def leave(monkeypatch: pytest.MonkeyPatch, problem: BaseException, *words: str) -> int | str | None:
    """Run `xiaoban bench` in this process with a command that raises."""

    def bench() -> None:
        raise problem

    monkeypatch.setattr(cli, "load", {cli.COMMANDS["bench"].place: bench}.__getitem__)
    with pytest.raises(SystemExit) as left:
        cli.main([*words, "bench"])
    return left.value.code


def test_help_names_every_command_and_imports_none() -> None:
    left = xiaoban("--help", LANG="en_US.UTF-8", LC_ALL="")
    assert left.code == 0
    assert all(f"  {name} " in left.out for name in cli.COMMANDS)
    loaded = python("import sys, assistant.cli as c; c.application(None); print(sorted(sys.modules))").out
    assert not any(f"'{heavy}'" in loaded for heavy in ("numpy", "pydantic", "faster_whisper", "httpx"))


def test_help_is_in_the_language_of_the_person() -> None:
    assert "查看生效的配置" in xiaoban("--help", LC_ALL="zh_CN.UTF-8").out


def test_a_mistyped_command_is_told_the_nearest() -> None:
    left = xiaoban("cofnig")
    assert (left.code, left.out) == (2, "")
    assert "Did you mean 'config'?" in left.err


@pytest.mark.parametrize(
    "words", [[], ["--nonsense"], ["config"], ["config", "frobnicate"], ["config", "show", "--jsn"]]
)
def test_bad_usage_exits_2_without_a_traceback(words: Sequence[str]) -> None:
    left = xiaoban(*words)
    assert left.code == 2
    assert left.err.strip()
    assert "Traceback" not in left.err


def test_bad_configuration_exits_2_and_says_what_is_wrong() -> None:
    left = xiaoban("config", "show", XIAOBAN_WAKE__WRODS="alexa", LC_ALL="C")
    assert (left.code, left.out) == (2, "")
    assert left.err.strip() == (
        "unknown setting XIAOBAN_WAKE__WRODS in the environment; did you mean XIAOBAN_WAKE__WORDS?"
    )


def test_json_is_one_object_a_line_and_nothing_else_on_stdout() -> None:
    left = xiaoban("config", "show", "--json")
    assert left.code == 0
    assert {json.loads(line)["key"] for line in left.out.splitlines()} >= {"wake.words", "speech.voices"}


def test_what_config_show_prints_can_be_copied_into_the_file(tmp_path: Path) -> None:
    file = tmp_path / "xiaoban.toml"
    file.write_text(xiaoban("config", "show").out, "utf-8")
    assert xiaoban("config", "check", XIAOBAN_CONFIG=str(file)).code == 0


@pytest.mark.parametrize(
    ("problem", "code"),
    [
        (ConfigError("unknown setting"), 2),
        (UsageError("choose one"), 2),
        (ModelMissing("run: xiaoban models pull"), 3),
        (FetchFailed("no network"), 3),
        (NotInstalled("apt-get install"), 3),
        (PortAudioMissing("apt-get install libportaudio2"), 3),
        (DeviceMissing("no such microphone"), 1),
        (DeviceLost("gone"), 1),
        (BadRecording("not a recording"), 1),
        (AudioError("loud"), 1),
        (ModelDamaged("damaged"), 1),
        (EngineFailed("broken"), 1),
        (AssistantError("failed"), 1),
    ],
)
def test_a_failure_is_one_sentence_and_its_code(
    problem: Exception, code: int, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    assert leave(monkeypatch, problem) == code
    said = capsys.readouterr()
    assert said.err == f"{problem}\n"
    assert said.out == ""


def test_debug_shows_the_traceback(monkeypatch: pytest.MonkeyPatch) -> None:
    with pytest.raises(ConfigError, match="nope"):
        leave(monkeypatch, ConfigError("nope"), "--debug")


def test_ctrl_c_leaves_silently_with_130(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    assert leave(monkeypatch, KeyboardInterrupt()) == 130
    assert capsys.readouterr() == ("", "")


BROKEN = """
import sys
from assistant import cli
def bench():
    raise ZeroDivisionError("nobody foresaw this")
cli.load = lambda place: bench
cli.main(sys.argv[1:])
"""


def test_what_nobody_foresaw_is_a_sentence_that_asks_for_a_report() -> None:
    left = python(BROKEN, "bench")
    assert left.code == 1
    assert "Traceback" not in left.err
    assert "nobody foresaw this" in left.err
    assert "xiaoban --debug" in left.err
    told = python(BROKEN, "--debug", "bench")
    assert told.code == 1
    assert "Traceback" in told.err


def test_a_reader_that_leaves_early_is_no_error() -> None:
    many = "from assistant import cli, console\n" + BROKEN.replace(
        'raise ZeroDivisionError("nobody foresaw this")', '[console.emit({"n": n}) for n in range(100_000)]'
    )
    with subprocess.Popen(
        [sys.executable, "-c", many, "bench"], stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
    ) as process:
        assert process.stdout is not None
        assert process.stderr is not None
        assert process.stdout.readline() == '{"n": 0}\n'
        process.stdout.close()
        assert process.stderr.read() == ""


@pytest.mark.parametrize(
    ("environment", "language"),
    [
        ({"LANG": "zh_CN.UTF-8"}, "zh"),
        ({"LANG": "zh_TW"}, "zh"),
        ({"LANG": "en_GB.UTF-8"}, "en"),
        ({"LANG": "C.UTF-8"}, "en"),
        ({"LANG": "en_US.UTF-8", "LC_MESSAGES": "zh_CN.UTF-8"}, "zh"),
        ({"LANG": "zh_CN.UTF-8", "LC_ALL": "C"}, "en"),
        ({}, "en"),
    ],
)
def test_the_locale_chooses_the_language(
    environment: dict[str, str],
    language: str,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    for name in ("LC_ALL", "LC_MESSAGES", "LANG"):
        monkeypatch.setenv(name, environment.get(name, ""))
    console.say("ready", "好了")
    assert capsys.readouterr().err == {"zh": "好了\n", "en": "ready\n"}[language]


json_values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False, allow_infinity=False) | st.text(),
    lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner),
    max_leaves=8,
)


@given(st.dictionaries(st.text(), json_values))
def test_whatever_is_emitted_is_one_line_and_reads_back(line: dict[str, object]) -> None:
    written: list[str] = []
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(console.sys.stdout, "write", written.append)
        console.emit(line)
    (only,) = written
    assert only.count("\n") == 1
    assert json.loads(only) == line


def test_a_file_name_that_is_no_text_is_still_json() -> None:
    left = python(
        "from assistant import cli, console; cli.plain_text(); console.emit({'file': 'caf\\udce9.wav'})"
    )
    assert json.loads(left.out) == {"file": "caf\udce9.wav"}


def test_the_terminal_need_not_know_chinese() -> None:
    assert "小伴" in xiaoban("--help", LC_ALL="C", PYTHONIOENCODING="latin-1", PYTHONUTF8="0").out


def test_sentences_are_never_read_as_markup(capsys: pytest.CaptureFixture[str]) -> None:
    console.say("[wake] words = [/bold] :smile:", "")
    assert capsys.readouterr().err == "[wake] words = [/bold] :smile:\n"
