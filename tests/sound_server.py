"""A PulseAudio of one's own: a virtual microphone to play into and a virtual speaker to record from."""

import asyncio
import os
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import AsyncIterator, Iterator, Mapping
from contextlib import asynccontextmanager, contextmanager, suppress
from pathlib import Path
from typing import IO

import numpy as np
import pytest

from audio import wav
from audio.frame import RATE, Samples

_COMMANDS = """\
load-module module-native-protocol-unix socket={socket} auth-anonymous=1
load-module module-null-sink sink_name=mic rate=48000
load-module module-null-sink sink_name=speaker rate=48000
load-module module-remap-source master=mic.monitor source_name=room
set-default-sink speaker
set-default-source room
"""

_ALSA = """\
</usr/share/alsa/alsa.conf>
pcm.!default { type pulse }
ctl.!default { type pulse }
"""

_FORMAT = ("--raw", "--format=s16le", "--channels=1", f"--rate={RATE}")

_QUIETLY = ("--use-pid-file=no", "--exit-idle-time=-1", "--log-target=stderr")

_UP_S = 15.0
"""Seconds that the server may take to answer."""


class SoundServer:
    """One private server; programs find it through `environment`."""

    def __init__(self, directory: Path) -> None:
        """Keep socket, home and configuration in `directory`; nothing runs before `start`."""
        self._directory = directory
        self._socket = directory / "native"
        self._process: subprocess.Popen[bytes] | None = None
        self._log = directory / "server.log"
        (directory / "home").mkdir(exist_ok=True)
        directory.chmod(0o700)
        (directory / "server.pa").write_text(_COMMANDS.format(socket=self._socket))
        (directory / "asound.conf").write_text(_ALSA)

    @property
    def environment(self) -> Mapping[str, str]:
        """Variables that lead ALSA, PulseAudio's clients and so PortAudio to this server and nowhere else."""
        return {
            "HOME": str(self._directory / "home"),
            "XDG_RUNTIME_DIR": str(self._directory),
            "XDG_CONFIG_HOME": str(self._directory / "home"),
            "PULSE_SERVER": f"unix:{self._socket}",
            "ALSA_CONFIG_PATH": str(self._directory / "asound.conf"),
        }

    def start(self) -> None:
        """Start it and wait until it answers."""
        with self._log.open("ab") as log:
            self._process = self._spawn(log)
        deadline = time.monotonic() + _UP_S
        while self._run("pactl", "get-default-source").stdout.strip() != b"room":
            if time.monotonic() > deadline or self._process.poll() is not None:
                pytest.fail(f"PulseAudio did not start: {self._log.read_text()}")
            time.sleep(0.05)

    def _spawn(self, log: IO[bytes]) -> "subprocess.Popen[bytes]":
        return subprocess.Popen(
            ["pulseaudio", "-n", "--daemonize=no", *_QUIETLY, f"--file={self._directory / 'server.pa'}"],
            env=self._all_variables(),
            stdin=subprocess.DEVNULL,
            stderr=log,
        )

    def stop(self) -> None:
        """End it, and wait until it is gone."""
        if self._process:
            with suppress(ProcessLookupError):
                self._process.send_signal(signal.SIGCONT)
            self._process.terminate()
            self._process.wait(10)
            self._process = None
        self._socket.unlink(missing_ok=True)

    def restart(self) -> None:
        """What an update of the sound server does to those who use it."""
        self.stop()
        self.start()

    def freeze(self) -> None:
        """Let it neither answer nor go away."""
        assert self._process
        self._process.send_signal(signal.SIGSTOP)

    def thaw(self) -> None:
        """Let it go on."""
        assert self._process
        self._process.send_signal(signal.SIGCONT)

    async def play(self, samples: Samples) -> None:
        """Say 16 kHz samples into the microphone, at their own pace; returns when they have been said."""
        client = await self._client("pacat", "--playback", "--device=mic", *_FORMAT)
        await client.communicate(samples.tobytes())

    async def play_file(self, path: Path) -> None:
        """The same with a recording."""
        await self.play(wav.read(path))

    @asynccontextmanager
    async def hissing(self) -> AsyncIterator[None]:
        """Let the microphone hiss while the block runs, as every real one does; survives no restart.

        The block begins when the hiss is heard: on a busy machine a player takes its time.
        """
        client = await self._client("pacat", "--playback", "--device=mic", *_FORMAT)
        feeding = asyncio.create_task(self._feed(client))
        try:
            await self._sounding()
            yield
        finally:
            feeding.cancel()
            with suppress(ProcessLookupError):
                client.kill()
            await asyncio.wait([feeding])
            await client.wait()

    async def _feed(self, client: asyncio.subprocess.Process) -> None:
        """Noise, as fast as the player takes it."""
        hiss = (np.random.default_rng(5).standard_normal(RATE) * 12).astype(np.int16).tobytes()
        assert client.stdin
        with suppress(ConnectionError):
            while True:
                client.stdin.write(hiss)
                await client.stdin.drain()

    async def _sounding(self) -> None:
        """Return when the microphone gives anything but zeros."""
        client = await self._client("pacat", "--record", "--device=room", "--latency-msec=50", *_FORMAT)
        assert client.stdout
        try:
            async with asyncio.timeout(_UP_S):
                while not any(await client.stdout.readexactly(RATE // 10)):
                    pass
        finally:
            client.kill()
            await client.wait()

    def control(self, *words: str) -> None:
        """What somebody does with `pactl`."""
        done = self._run("pactl", *words)
        assert done.returncode == 0, done.stderr

    async def record(self, seconds: float, *, started: asyncio.Event | None = None) -> Samples:
        """The next seconds of what the speaker sounds, as 16 kHz samples; sets `started` with the first."""
        client = await self._client(
            "pacat", "--record", "--device=speaker.monitor", "--latency-msec=50", *_FORMAT
        )
        assert client.stdout
        try:
            data = await client.stdout.readexactly(2)
            if started:
                started.set()
            data += await client.stdout.readexactly(2 * round(seconds * RATE) - 2)
        finally:
            with suppress(ProcessLookupError):
                client.terminate()
            await client.wait()
        return np.frombuffer(data, np.int16)

    @asynccontextmanager
    async def recorded(self) -> AsyncIterator[list[Samples]]:
        """What the speaker sounds while the block runs, in pieces; the first has come when it begins."""
        client = await self._client(
            "pacat", "--record", "--device=speaker.monitor", "--latency-msec=50", *_FORMAT
        )
        pieces: list[Samples] = []
        begun = asyncio.Event()

        async def read() -> None:
            assert client.stdout
            while data := await client.stdout.read(2 * RATE // 10):
                odd.extend(data)
                whole = len(odd) // 2 * 2
                pieces.append(np.frombuffer(bytes(odd[:whole]), np.int16))
                del odd[:whole]
                begun.set()

        odd = bytearray()
        reading = asyncio.create_task(read())
        try:
            await begun.wait()
            yield pieces
        finally:
            with suppress(ProcessLookupError):
                client.terminate()
            await client.wait()
            await reading

    async def _client(self, *command: str) -> asyncio.subprocess.Process:
        return await asyncio.create_subprocess_exec(
            *command,
            env=self._all_variables(),
            stdin=asyncio.subprocess.PIPE,
            stdout=asyncio.subprocess.PIPE,
            stderr=asyncio.subprocess.DEVNULL,
        )

    def _run(self, *command: str) -> "subprocess.CompletedProcess[bytes]":
        return subprocess.run(
            command, env=self._all_variables(), capture_output=True, check=False, timeout=10
        )

    def _all_variables(self) -> dict[str, str]:
        return {**os.environ, **self.environment}


def require_pulseaudio() -> None:
    """Skip the test where there is no PulseAudio to start, and fail it in CI."""
    plugins = any(Path("/usr/lib").glob("*/alsa-lib/libasound_module_pcm_pulse.so"))
    if sys.platform == "linux" and shutil.which("pulseaudio") and shutil.which("pacat") and plugins:
        return
    sentence = "needs a sound server: sudo apt-get install pulseaudio pulseaudio-utils libasound2-plugins"
    if os.environ.get("CI") == "true":
        pytest.fail(sentence)
    pytest.skip(sentence)


@contextmanager
def running_sound_server() -> Iterator[SoundServer]:
    """A server that runs while the block does; its directory has a path short enough for a socket."""
    require_pulseaudio()
    with tempfile.TemporaryDirectory(prefix="xiaoban-sound-") as directory:
        server = SoundServer(Path(directory))
        server.start()
        try:
            yield server
        finally:
            server.stop()


@pytest.fixture
def sound_server(monkeypatch: pytest.MonkeyPatch) -> Iterator[SoundServer]:
    """A running server that PortAudio in this process finds, too."""
    with running_sound_server() as server:
        for name, value in server.environment.items():
            monkeypatch.setenv(name, value)
        yield server
