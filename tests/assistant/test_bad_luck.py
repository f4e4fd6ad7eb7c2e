"""Bad input and bad luck, through the real command: a clear sentence, the right code, nothing left."""

import json
import os
import resource
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import pytest
import soundfile  # type: ignore[import-untyped]  # no stubs exist

from tests.assistant.process import SCRIPTED, THOUGHTLESS, environment, xiaoban
from tests.assistant.test_run import due_timer, ready, timers
from tests.engines import weights
from tests.sound_server import running_sound_server

pytestmark = pytest.mark.timeout(300)

ENGLISH = {"LC_ALL": "C.UTF-8"}
CHINESE = {"LC_ALL": "zh_CN.UTF-8"}
MEASURED = """
import atexit, pathlib, sys
from assistant.cli import main
status = pathlib.Path("/proc/self/status").read_text
atexit.register(lambda: sys.stderr.write(status().split("VmHWM:")[1].split()[0]))
main()
"""
"""The command, and in the end the most memory it ever had, in kilobytes."""


@dataclass(frozen=True)
class Left:
    """What a process left behind."""

    code: int
    out: str
    err: str

    def turn(self) -> Mapping[str, object]:
        """The only turn it printed."""
        (line,) = self.out.splitlines()
        return dict(json.loads(line))


@contextmanager
def started(
    *words: str, env: Mapping[str, str], limit: Callable[[], None] | None = None
) -> Iterator[subprocess.Popen[str]]:
    """The command in a process group of its own, which is empty when the block ends."""
    with subprocess.Popen(
        [sys.executable, "-m", "assistant", *words],
        env=env,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        start_new_session=True,
        preexec_fn=limit,  # noqa: PLW1509  # there are no threads yet that could hold a lock
    ) as process:
        yield process
        process.wait()
    with pytest.raises(ProcessLookupError):
        os.killpg(process.pid, 0)


def leave(*words: str, env: Mapping[str, str], limit: Callable[[], None] | None = None) -> Left:
    """Run it to its end."""
    with started(*words, env=env, limit=limit) as process:
        out, err = process.communicate()
    assert "Traceback" not in err
    return Left(process.returncode, out, err)


@pytest.fixture
def env(tmp_path: Path) -> dict[str, str]:
    """An empty home on a machine without any sound, without a language model."""
    home = tmp_path / "home"
    mute = {
        "PULSE_SERVER": f"unix:{home}/none",
        "XDG_RUNTIME_DIR": str(home),
    }
    return environment(home, THOUGHTLESS, mute)


@pytest.fixture
def no_cards() -> None:
    """Skip where a sound card would be found, since it cannot be hidden from PortAudio."""
    cards = Path("/proc/asound/cards")
    if cards.exists() and "no soundcards" not in cards.read_text():
        pytest.skip("needs a machine without a sound card")


def no_disk() -> None:
    """Refuse every byte to every file, as a full disk does."""
    resource.setrlimit(resource.RLIMIT_FSIZE, (0, 0))


def sound(path: Path, seconds: float, rate: int = 16_000, kind: str = "PCM_16", channels: int = 1) -> Path:
    """A recording with something in it."""
    noise = np.random.default_rng(3).standard_normal((round(seconds * rate), channels)) * 0.1
    soundfile.write(path, noise, rate, kind)
    return path


def cut(path: Path, size: int) -> Path:
    """The same, broken off."""
    path.write_bytes(path.read_bytes()[:size])
    return path


# Recordings


@pytest.mark.parametrize(
    "make",
    [
        lambda path: sound(path, 1, kind="PCM_U8"),
        lambda path: sound(path, 1, 96_000, "PCM_24", 2),
        lambda path: cut(sound(path, 2), 40_000),
        lambda path: sound(path, 0),
    ],
    ids=["8-bit", "96 kHz stereo", "truncated", "without a sample"],
)
def test_an_odd_recording_is_heard(make: Callable[[Path], Path], tmp_path: Path, env: dict[str, str]) -> None:
    left = leave("simulate", "--scripted", "--json", str(make(tmp_path / "odd.wav")), env=env)
    assert (left.code, left.err) == (0, "")


def test_nobody_speaks_in_a_silent_recording(tmp_path: Path, env: dict[str, str]) -> None:
    soundfile.write(tmp_path / "silent.wav", np.zeros(32_000), 16_000)
    left = leave("simulate", "--scripted", "--json", str(tmp_path / "silent.wav"), env=env)
    assert (left.code, left.out, left.err) == (0, "", "")


@pytest.mark.parametrize(
    ("size", "says"),
    [(0, ("is empty: record it again", "是空的")), (30, ("its header is damaged", "文件头已损坏"))],
)
@pytest.mark.parametrize("words", [("simulate", "--scripted"), ("probe", "asr"), ("probe", "vad")])
def test_what_is_no_recording_is_named(
    size: int, says: Sequence[str], words: Sequence[str], tmp_path: Path, env: dict[str, str]
) -> None:
    path = str(cut(sound(tmp_path / "bad.wav", 1), size))
    for language, sentence in zip((ENGLISH, CHINESE), says, strict=True):
        left = leave(*words, path, env=env | language)
        assert (left.code, left.out) == (1, "")
        assert path in left.err
        assert sentence in left.err


def _peak(path: Path, minutes: int, env: dict[str, str]) -> int:
    """Kilobytes that a recording of that length needs at most."""
    with soundfile.SoundFile(path, "w", 8_000, 1, "PCM_U8") as file:
        for _ in range(minutes):
            file.write(np.zeros(60 * 8_000, np.int16))
    command = [sys.executable, "-c", MEASURED, "simulate", "--scripted", "--json", str(path)]
    done = subprocess.run(command, env=env, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stdout) == (0, "")
    return int(done.stderr)


def test_an_hour_needs_no_more_memory_than_a_minute(tmp_path: Path, env: dict[str, str]) -> None:
    assert _peak(tmp_path / "hour.wav", 60, env) < _peak(tmp_path / "minute.wav", 1, env) + 20_000


# Words


@pytest.mark.parametrize(
    "text", ["turn on the light " * 556, "打开客厅的灯" * 1_667, "x" * 10_000, "🙂" * 10_000]
)
def test_ten_thousand_characters(text: str, env: dict[str, str]) -> None:
    left = leave("ask", "--json", text, env=env)
    assert left.code == 0
    assert left.turn()["reply"]


@pytest.mark.parametrize(
    ("text", "reply"),
    [
        ("set the kitchen light to 500 percent", "0 to 100%"),
        ("把厨房灯亮度调到500%", "0到100%"),
        ("set a timer for 0 seconds", "1 second to 7 days"),
        ("设一个0秒的计时器", "1秒到7天"),
    ],
)
def test_a_value_out_of_range_is_told_the_range(text: str, reply: str, env: dict[str, str]) -> None:
    left = leave("ask", "--json", text, env=env)
    assert left.code == 0
    turn = left.turn()
    assert reply in str(turn["reply"])
    assert not any(action["ok"] for action in turn["actions"])  # type: ignore[attr-defined]  # a list of objects


def test_a_device_that_is_not_there_is_not_another_one(env: dict[str, str]) -> None:
    for text in ("turn on the swimming pool pump", "打开游泳池的水泵"):
        left = leave("ask", "--json", text, env=env)
        assert (left.code, left.turn()["actions"]) == (0, [])


# Settings


@pytest.mark.parametrize("words", [("run",), ("ask", "hello"), ("config", "check"), ("talk", "--once")])
def test_an_unknown_setting_is_named_with_the_nearest(words: Sequence[str], env: dict[str, str]) -> None:
    Path(env["XIAOBAN_CONFIG"]).write_text('[audio]\nmicrofone = "desk"\n')
    for language, sentence in (
        (ENGLISH, "did you mean audio.microphone?"),
        (CHINESE, "是不是想写 audio.microphone"),
    ):
        left = leave(*words, env=env | language)
        assert left.code == 2
        assert sentence in left.err


def test_a_room_that_is_not_there(env: dict[str, str]) -> None:
    for language, sentence in ((ENGLISH, "there is no room 'nowhere'"), (CHINESE, "没有“nowhere”这个房间")):
        left = leave("ask", "--room", "nowhere", "hello", env=env | language)
        assert left.code == 2
        assert sentence in left.err
        assert "living_room" in left.err


# Sound


def test_without_a_microphone_talk_says_what_to_do(no_cards: None, env: dict[str, str]) -> None:
    for language, sentence in ((ENGLISH, "no microphone was found"), (CHINESE, "没有找到麦克风")):
        left = leave("talk", "--once", env=env | language | SCRIPTED)
        assert left.code == 1
        assert sentence in left.err


def test_without_a_speaker_the_answer_is_still_written(no_cards: None, env: dict[str, str]) -> None:
    left = leave("ask", "--speak", "--json", "turn on the kitchen light", env=env | SCRIPTED)
    assert left.code == 1
    assert "no speaker was found" in left.err


@pytest.mark.parametrize("words", [("run",), ("talk", "--once"), ("devices",), ("ask", "--speak", "hello")])
def test_without_sound_libraries_the_package_is_named(
    words: Sequence[str], tmp_path: Path, env: dict[str, str]
) -> None:
    (tmp_path / "sounddevice.py").write_text('raise OSError("PortAudio library not found")')
    left = leave(*words, env=env | SCRIPTED | {"PYTHONPATH": str(tmp_path)})
    assert left.code == 3
    assert "sudo apt-get install libportaudio2" in left.err


def test_without_sound_libraries_text_and_recordings_still_work(tmp_path: Path, env: dict[str, str]) -> None:
    (tmp_path / "sounddevice.py").write_text('raise OSError("PortAudio library not found")')
    env |= {"PYTHONPATH": str(tmp_path)}
    assert leave("ask", "turn on the kitchen light", env=env).out == "The kitchen light is on.\n"
    assert leave("simulate", "--scripted", str(sound(tmp_path / "a.wav", 1)), env=env).code == 0


def test_a_microphone_of_another_name_is_told_the_nearest(tmp_path: Path) -> None:
    with running_sound_server() as server:
        env = environment(
            tmp_path, server.environment, SCRIPTED, THOUGHTLESS, {"XIAOBAN_AUDIO__MICROPHONE": "desk"}
        )
        left = leave("talk", "--once", env=env)
        assert left.code == 1
        assert "no microphone is called 'desk'; the nearest is " in left.err


async def test_a_speaker_that_is_not_there_leaves_it_hearing(tmp_path: Path) -> None:
    file = due_timer(tmp_path, "pasta")
    with running_sound_server() as server:
        async with ready(tmp_path, server, SCRIPTED, {"XIAOBAN_AUDIO__SPEAKER": "nothing"}) as running:
            await running.sentence("speaker lost: no speaker is called 'nothing'")
            await running.sentence("the ringing could not be heard")
            assert await running.end(signal.SIGTERM) == 0
        assert timers(file) == [("pasta", "ringing")]


# Weights, network, disk


def test_without_weights_and_network_what_is_missing_is_named(tmp_path: Path, env: dict[str, str]) -> None:
    nowhere = "http://127.0.0.1:9"
    env |= {"PIP_INDEX_URL": f"{nowhere}/simple", "npm_config_registry": nowhere, "HF_ENDPOINT": nowhere}
    for language, sentence in ((ENGLISH, "is not installed"), (CHINESE, "没有安装")):
        left = leave("simulate", str(sound(tmp_path / "a.wav", 1)), env=env | language)
        assert left.code == 3
        assert sentence in left.err
        assert "xiaoban models pull" in left.err
        left = leave("models", "pull", "whisper-base", env=env | language)
        assert left.code == 3
        assert "whisper-base" in left.err


def test_half_a_model_is_named_with_what_brings_the_rest(tmp_path: Path, env: dict[str, str]) -> None:
    store, whole = Path(env["XIAOBAN_HOME_DIR"]) / "models", weights("whisper-base")
    (store / "whisper-base").mkdir(parents=True)
    for file in whole.iterdir():
        (store / "whisper-base" / file.name).write_bytes(file.read_bytes()[:100_000])
    left = leave("probe", "asr", str(sound(tmp_path / "a.wav", 1)), env=env)
    assert left.code in {1, 3}
    assert "whisper-base" in left.err
    assert "xiaoban models pull whisper-base" in left.err


def test_on_a_full_disk_it_answers_and_says_that_the_timer_is_not_kept(env: dict[str, str]) -> None:
    left = leave("ask", "--json", "set a timer for 5 minutes", env=env, limit=no_disk)
    assert left.code == 0
    assert left.turn()["intent"] == "HassStartTimer"
    assert "could not write it down" in str(left.turn()["reply"])


def test_what_is_answered_cannot_be_written_to_a_full_disk(tmp_path: Path, env: dict[str, str]) -> None:
    out = str(tmp_path / "out.wav")
    left = leave(
        "simulate", "--scripted", "--out", out, str(sound(tmp_path / "a.wav", 2)), env=env, limit=no_disk
    )
    assert left.code == 1
    assert "whether the disk is full" in left.err


# Ctrl-C


@pytest.mark.parametrize("after_s", [0.1, 0.4, 0.8, 1.5])
def test_ctrl_c_in_the_middle_of_a_recording(after_s: float, tmp_path: Path, env: dict[str, str]) -> None:
    with started(
        "simulate", "--scripted", "--pace=real", str(sound(tmp_path / "a.wav", 30)), env=env
    ) as process:
        time.sleep(after_s)
        process.send_signal(signal.SIGINT)
        out, err = process.communicate()
    assert process.returncode in {
        130,
        -signal.SIGINT,
    }  # the latter before Python itself listens: 130 to a shell
    assert (out, err) == ("", "")


def test_ctrl_c_while_a_request_is_being_typed(env: dict[str, str]) -> None:
    with started("ask", "-", env=env) as process:
        assert process.stdin is not None
        assert process.stdout is not None
        process.stdin.write("turn on the kitchen light\nand th")
        process.stdin.flush()
        assert process.stdout.readline() == "The kitchen light is on.\n"
        process.send_signal(signal.SIGINT)
        assert process.wait() == 130
        assert process.stderr is not None
        assert process.stderr.read() == ""


# No microphone: what `make run` does on a machine that nobody speaks to


async def test_without_a_microphone_run_holds_a_recorded_conversation(
    no_cards: None, env: dict[str, str]
) -> None:
    home = Path(env["XIAOBAN_HOME_DIR"])
    (home / "models").symlink_to(weights("whisper-base").parent)
    async with xiaoban("run", "--json", env=env) as running:
        await running.event("spoken", 6)
        assert await running.code() == 0
    assert "No microphone: no microphone was found" in running.said
    assert {turn["lang"] for turn in running.of("turn")} == {"en", "zh"}
    assert sum(bool(turn["actions"]) for turn in running.of("turn")) >= 4
    written = sorted((home / "state" / "demonstration").glob("reply-*.wav"))
    assert len(written) == len(running.of("turn"))
    assert all(soundfile.info(path).duration > 0.5 for path in written)
