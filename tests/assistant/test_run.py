"""`xiaoban run` through a real sound server: heard, answered aloud, restarted around, watched and ended."""

import asyncio
import json
import signal
import socket
from collections.abc import AsyncIterator, Iterator, Mapping
from contextlib import asynccontextmanager
from datetime import UTC, datetime, timedelta
from difflib import SequenceMatcher
from importlib.resources import as_file, files
from pathlib import Path

import numpy as np
import pytest
from pypinyin import lazy_pinyin

from audio import wav
from audio.frame import RATE, Samples
from intents.say_as import say_as
from tests.assistant.process import PATIENCE_S, SCRIPTED, THOUGHTLESS, Running, environment, xiaoban
from tests.engines import weights, whisper
from tests.sound_server import SoundServer, running_sound_server

pytestmark = pytest.mark.timeout(300)


@pytest.fixture
def sound() -> Iterator[SoundServer]:
    """A sound server that only the processes of a test know of."""
    with running_sound_server() as server:
        yield server


def recording(name: str) -> Samples:
    """One of the requests of the demonstration."""
    with as_file(files("assistant").joinpath("data", "recordings", f"{name}.flac")) as path:
        return wav.read(path)


def due_timer(home: Path, name: str) -> Path:
    """A timer that is over already, so that it rings as soon as somebody is there to ring."""
    past = datetime.now(UTC) - timedelta(minutes=1)
    timer = {"id": 1, "name": name, "total_s": 60, "due": past.isoformat()}
    file = home / "data" / "timers.json"
    file.parent.mkdir(parents=True)
    file.write_text(json.dumps({"version": 1, "next_id": 2, "timers": [timer]}))
    return file


def timers(file: Path) -> list[tuple[str, str]]:
    """Names and states of the timers on disk."""
    return [(timer["name"], timer["state"]) for timer in json.loads(file.read_text())["timers"]]


@asynccontextmanager
async def ready(home: Path, sound: SoundServer, *more: Mapping[str, str]) -> AsyncIterator[Running]:
    """A daemon that listens."""
    env = environment(home, sound.environment, THOUGHTLESS, *more)
    async with xiaoban("run", "--json", env=env) as running:
        await running.sentence("Ready after")
        yield running


async def answer(running: Running, sound: SoundServer, request: str) -> str:
    """Ask aloud, and write down what comes out of the speaker."""
    turn = len(running.of("turn")) + 1
    async with sound.recorded() as pieces:
        await sound.play(recording(request))
        await running.event("speaking", turn)
        begin = sum(map(len, pieces)) - RATE // 2
        await running.event("spoken", turn)
        await asyncio.sleep(0.3)  # the server's own latency, behind which the last word is
        spoken = np.concatenate(pieces)[begin:]
    # Beside the loop, which goes on to feed the microphone.
    written = await asyncio.to_thread(lambda: whisper().transcribe(np.pad(spoken, RATE // 2)))
    return written.text.casefold()


def alike(heard: str, said: str) -> float:
    """How near two Chinese texts sound, 0 to 1: small recognisers write homophones for what they hear."""
    spelled = ("".join(lazy_pinyin(say_as(text, "zh"))) for text in (heard, said))
    return SequenceMatcher(None, *spelled).ratio()


def test_what_sounds_alike_is_told_from_what_does_not() -> None:
    said = "好的，计时10分钟，开始。"
    assert alike("好的,冬季时气时分钟,开日", said) > 0.7
    assert alike("客厅的灯已经打开了", said) < 0.5


async def test_it_answers_aloud_in_both_languages_and_also_after_the_sound_server_was_restarted(
    tmp_path: Path, sound: SoundServer
) -> None:
    (tmp_path / "models").symlink_to(weights("whisper-base").parent)
    async with ready(tmp_path, sound) as running:
        async with sound.hissing():
            assert "light is on" in await answer(running, sound, "1-en-device")
            heard = await answer(running, sound, "4-zh-timer")
        assert alike(heard, running.of("turn")[1]["reply"]) > 0.7, heard

        await asyncio.to_thread(sound.restart)
        found = await running.event("microphone_found")
        assert found["after_s"] < 10
        assert found["at_s"] > 5
        async with sound.hissing():
            assert "light is already on" in await answer(running, sound, "1-en-device")
            await sound.play(recording("2-zh-device"))
            await running.event("speaking", 4)
            assert await running.end(signal.SIGTERM) == 0
    spoken = running.of("spoken")
    assert [each["interrupted"] for each in spoken] == [False, False, False, True]
    assert running.of("turn")[0]["actions"][0]["verified"]
    assert [state for _, state in timers(tmp_path / "data" / "timers.json")] == ["running"]
    assert "Traceback" not in running.said


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT])
async def test_ended_while_it_speaks_it_falls_silent_and_forgets_nothing(
    number: signal.Signals, tmp_path: Path, sound: SoundServer
) -> None:
    file = due_timer(tmp_path, "pasta " * 20)
    async with ready(tmp_path, sound, SCRIPTED) as running, sound.recorded() as pieces:
        await running.event("timer_rang")
        while not any(piece.any() for piece in pieces):  # noqa: ASYNC110  # the recorder has no bell
            await asyncio.sleep(0.05)
        assert await running.end(number) == 0
        await asyncio.sleep(0.5)
        after = len(pieces)
        await asyncio.sleep(0.5)
        assert not np.concatenate(pieces[after:]).any()
    assert timers(file) == [("pasta " * 20, "ringing")]
    assert "Traceback" not in running.said


INTERRUPTED = {0, 130, -signal.SIGINT}
"""Before Python itself listens, the signal ends it; a shell calls that 130 too."""


@pytest.mark.parametrize("after_s", [0.05, 0.3, 0.6, 1.0, 1.5])
async def test_ctrl_c_while_it_loads(after_s: float, tmp_path: Path, sound: SoundServer) -> None:
    env = environment(tmp_path, sound.environment, THOUGHTLESS, SCRIPTED)
    async with xiaoban("run", "--json", env=env) as running:
        await asyncio.sleep(after_s)
        assert await running.end(signal.SIGINT) in INTERRUPTED
    assert "Traceback" not in running.said


async def test_ctrl_c_twice_while_it_listens(tmp_path: Path, sound: SoundServer) -> None:
    async with ready(tmp_path, sound, SCRIPTED) as running:
        running.send(signal.SIGINT)
        assert await running.end(signal.SIGINT) in INTERRUPTED
    assert "Traceback" not in running.said


async def test_a_second_one_says_that_one_runs_and_ask_that_its_timers_are_apart(
    tmp_path: Path, sound: SoundServer
) -> None:
    env = environment(tmp_path, sound.environment, THOUGHTLESS, SCRIPTED)
    async with ready(tmp_path, sound, SCRIPTED) as running:
        async with xiaoban("run", env=env) as second:
            assert await second.code() == 1
            assert "running already" in second.said
        async with xiaoban("ask", "--json", "set a timer for 5 minutes", env=env) as asking:
            assert await asking.code() == 0
            assert asking.of("turn")[0]["intent"] == "HassStartTimer"
            assert "does not know about this" in asking.said
        assert await running.end(signal.SIGTERM) == 0
    assert not (tmp_path / "data" / "timers.json").exists()
    async with xiaoban("ask", "--json", "set a timer for 5 minutes", env=env) as asking:
        assert await asking.code() == 0
        assert asking.said == ""
    assert (tmp_path / "data" / "timers.json").exists()


async def test_talk_once_hears_a_question_and_answers_it(tmp_path: Path, sound: SoundServer) -> None:
    (tmp_path / "models").symlink_to(weights("whisper-base").parent)
    env = environment(tmp_path, sound.environment, THOUGHTLESS)
    async with xiaoban("talk", "--once", env=env) as talking:
        await talking.sentence("Speak now.")
        await sound.play(recording("1-en-device"))
        assert await talking.code() == 0
    assert "said: The kitchen light is on." in talking.lines


async def test_talk_once_ends_when_nobody_speaks(tmp_path: Path, sound: SoundServer) -> None:
    env = environment(tmp_path, sound.environment, THOUGHTLESS, SCRIPTED, {"XIAOBAN_VOICE__WAIT_S": "1"})
    async with xiaoban("talk", "--once", env=env) as talking:
        assert await talking.code() == 0
    assert "nobody said anything" in talking.lines


class Manager:
    """What systemd would hear."""

    def __init__(self, path: Path) -> None:
        """Listen at `path`."""
        self.heard: list[str] = []
        self._socket = socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM)
        self._socket.bind(str(path))
        self._socket.setblocking(False)
        self.environment = {"NOTIFY_SOCKET": str(path), "WATCHDOG_USEC": "1000000"}

    async def listen(self) -> None:
        """Take down everything, until cancelled."""
        loop = asyncio.get_running_loop()
        while True:
            self.heard.append((await loop.sock_recv(self._socket, 4096)).decode())

    async def until(self, line: str, count: int = 1) -> None:
        """Return when a message has come so often."""
        async with asyncio.timeout(PATIENCE_S):
            while self.count(line) < count:  # noqa: ASYNC110  # simpler than a bell
                await asyncio.sleep(0.05)

    def count(self, line: str) -> int:
        """How often a message has come."""
        return sum(line in message.splitlines() for message in self.heard)

    def close(self) -> None:
        """Stop listening."""
        self._socket.close()


@pytest.fixture
def manager(tmp_path: Path) -> Iterator[Manager]:
    """A service manager."""
    made = Manager(tmp_path / "notify")
    yield made
    made.close()


async def test_the_watchdog_is_fed_only_while_it_hears(
    tmp_path: Path, sound: SoundServer, manager: Manager
) -> None:
    listening = asyncio.create_task(manager.listen())
    async with ready(tmp_path / "home", sound, SCRIPTED, manager.environment) as running:
        await manager.until("READY=1")
        await manager.until("WATCHDOG=1", 4)

        await asyncio.to_thread(sound.stop)
        await running.event("microphone_lost")
        await asyncio.sleep(1)
        deaf = manager.count("WATCHDOG=1")
        await asyncio.sleep(2)
        assert manager.count("WATCHDOG=1") == deaf

        await asyncio.to_thread(sound.start)
        await running.event("microphone_found")
        await manager.until("WATCHDOG=1", deaf + 2)
        assert await running.end(signal.SIGTERM) == 0
        await manager.until("STOPPING=1")
    listening.cancel()
    assert manager.heard[0].splitlines()[0] == "READY=1"
    assert manager.heard[-1] == "STOPPING=1"


async def test_a_service_whose_microphone_is_not_there_yet_waits_for_it(
    tmp_path: Path, sound: SoundServer, manager: Manager
) -> None:
    listening = asyncio.create_task(manager.listen())
    sound.stop()
    async with ready(tmp_path / "home", sound, SCRIPTED, manager.environment) as running:
        await running.event("microphone_lost")
        assert manager.count("WATCHDOG=1") == 0
        await asyncio.to_thread(sound.start)
        await running.event("microphone_found")
        await manager.until("WATCHDOG=1")
        assert await running.end(signal.SIGTERM) == 0
    listening.cancel()


@pytest.mark.parametrize("wanted", [False, True])
async def test_words_reach_the_log_only_when_somebody_wants_them(
    wanted: bool, tmp_path: Path, sound: SoundServer
) -> None:
    file = due_timer(tmp_path, "pasta")
    more = {"XIAOBAN_LOG__TRANSCRIPTS": "true"} if wanted else {}
    env = environment(tmp_path, sound.environment, THOUGHTLESS, SCRIPTED, more)
    async with xiaoban("run", env=env) as running:
        await running.sentence("Ready after")
        async with asyncio.timeout(PATIENCE_S):
            while '"ringing"' not in file.read_text():  # noqa: ASYNC110  # the file has no bell
                await asyncio.sleep(0.05)
        await asyncio.sleep(0.5)
        assert await running.end(signal.SIGTERM) == 0
    assert ("pasta" in running.lines) is wanted
    assert "pasta" not in running.said
