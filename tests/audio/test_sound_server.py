"""Through a real sound server: PortAudio, ALSA and a PulseAudio of the test's own."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field

import numpy as np
import pytest
from numpy.typing import NDArray

from audio.device import PortAudio
from audio.frame import RATE, Frame, Samples
from audio.hotplug import HotplugMicrophone, HotplugSpeaker
from audio.level import sounds
from audio.resample import resample
from tests.sound_server import SoundServer, sound_server

__all__ = ["sound_server"]  # the fixture

pytestmark = pytest.mark.timeout(120)


@pytest.fixture
def portaudio(sound_server: SoundServer) -> PortAudio:
    """PortAudio, started anew so that it sees this test's server."""
    sounddevice = pytest.importorskip("sounddevice", reason="needs: sudo apt-get install libportaudio2")
    sounddevice._terminate()
    sounddevice._initialize()
    return PortAudio()


def _speechlike(seconds: float) -> Samples:
    """Noise in the band of speech: resampling leaves it as it is, and no two places of it are alike."""
    noise = np.random.default_rng(7).standard_normal(round(seconds * 4_000))
    return resample((3_000 * noise).clip(-32_000, 32_000).astype(np.int16), 4_000, RATE)


def _likeness(sound: Samples, wanted: Samples) -> float:
    """How much of `wanted` is in `sound`: 1 all of it, 0 nothing.

    The median over quarter seconds, because a busy machine's sound server may slip once.
    """
    pieces = wanted[: len(wanted) - len(wanted) % 4_000].reshape(-1, 4_000)
    return float(np.median([_best_match(sound.astype(float), piece.astype(float)) for piece in pieces]))


def _best_match(sound: NDArray[np.float64], piece: NDArray[np.float64]) -> float:
    size = 1 << (len(sound) + len(piece)).bit_length()
    products = np.fft.irfft(np.fft.rfft(sound, size) * np.conj(np.fft.rfft(piece, size)), size)
    place = int(products[: len(sound) - len(piece)].argmax())
    there = sound[place : place + len(piece)]
    return float(products[place] / (np.linalg.norm(there) * np.linalg.norm(piece) + 1))


class _Listener:
    """Keeps every frame, and wakes those who wait for one at a certain position."""

    def __init__(self) -> None:
        self.frames: list[Frame] = []
        self._news = asyncio.Event()

    async def hear(self, microphone: HotplugMicrophone) -> None:
        async for frame in microphone.frames():
            self.frames.append(frame)
            self._news.set()

    async def heard(self, seconds: float) -> None:
        """Return when that much more sound has come."""
        wanted = len(self.frames) + seconds * RATE / 512
        while len(self.frames) < wanted:
            self._news.clear()
            await self._news.wait()

    @property
    def sound(self) -> Samples:
        return np.concatenate([frame.samples for frame in self.frames])


@asynccontextmanager
async def _listening(microphone: HotplugMicrophone) -> AsyncIterator[_Listener]:
    listener = _Listener()
    async with asyncio.TaskGroup() as group:
        group.create_task(listener.hear(microphone))
        await listener.heard(0.1)
        yield listener
        await microphone.aclose()


async def test_portaudio_sees_the_server_as_its_default(portaudio: PortAudio) -> None:
    microphone, speaker = await portaudio.microphone(None), await portaudio.speaker(None)
    assert microphone.name == speaker.name == "default, ALSA"
    assert {"default, ALSA", "pulse, ALSA"} <= {device.name for device in portaudio.devices()}
    await microphone.aclose()
    await speaker.aclose()


async def test_what_is_said_into_the_room_is_heard(portaudio: PortAudio, sound_server: SoundServer) -> None:
    said = _speechlike(2)
    microphone = HotplugMicrophone(lambda: portaudio.microphone(None))
    async with _listening(microphone) as listener:
        await sound_server.play(said)
        await listener.heard(0.5)
    assert _likeness(listener.sound, said[RATE // 2 : -RATE // 2]) > 0.9
    assert microphone.dropped == 0
    starts = [frame.start for frame in listener.frames]
    assert starts == list(range(0, 512 * len(starts), 512))


async def test_what_is_spoken_sounds_and_is_counted_when_it_has_sounded(
    portaudio: PortAudio, sound_server: SoundServer
) -> None:
    spoken = _speechlike(2)
    speaker = await portaudio.speaker(None)
    sound = resample(spoken, RATE, speaker.rate)
    started = asyncio.Event()
    recording = asyncio.create_task(sound_server.record(5, started=started))
    await started.wait()
    await speaker.write(sound)
    assert speaker.sounding
    assert speaker.heard < len(sound)
    await speaker.drain()
    assert not speaker.sounding
    assert speaker.heard == len(sound)
    await speaker.aclose()
    assert _likeness(await recording, spoken[RATE // 4 : -RATE // 4]) > 0.8


async def test_a_flush_silences_it_within_what_the_device_holds(
    portaudio: PortAudio, sound_server: SoundServer
) -> None:
    speaker = await portaudio.speaker(None)
    started = asyncio.Event()
    recording = asyncio.create_task(sound_server.record(4, started=started))
    await started.wait()
    await speaker.write(np.full(speaker.rate, 8_000, np.int16))
    heard = speaker.heard
    speaker.flush()
    await speaker.drain()
    assert heard <= speaker.heard < speaker.rate
    await speaker.aclose()
    loud = np.abs((await recording).astype(int)) > 1_000
    assert loud.sum() / RATE < 1


async def test_after_a_restart_of_the_server_it_hears_and_speaks_again(
    portaudio: PortAudio, sound_server: SoundServer
) -> None:
    losses: list[str] = []
    finds: list[float] = []
    said = _speechlike(2)
    reports = {"on_lost": losses.append, "on_found": finds.append}
    microphone = HotplugMicrophone(lambda: portaudio.microphone(None), **reports)
    speaker = HotplugSpeaker(lambda: portaudio.speaker(None))
    await speaker.write(np.ones(100, np.int16))
    async with _listening(microphone) as listener:
        before = listener.frames[-1]
        await asyncio.to_thread(sound_server.restart)
        async with asyncio.timeout(10):
            await listener.heard(0.5)
        assert len(losses) == len(finds) == 1
        assert listener.frames[-1].start > before.start
        after = len(listener.frames)
        await sound_server.play(said)
        await listener.heard(0.5)
        heard = np.concatenate([frame.samples for frame in listener.frames[after:]])
        assert _likeness(heard, said[RATE // 2 : -RATE // 2]) > 0.9
        count = speaker.heard
        await speaker.write(np.ones(1_000, np.int16))
        await speaker.drain()
        assert speaker.heard >= count + 900
    await speaker.aclose()


async def test_a_server_that_hangs_is_noticed_and_heard_again_when_it_goes_on(
    portaudio: PortAudio, sound_server: SoundServer
) -> None:
    lost = asyncio.Event()
    finds: list[float] = []
    microphone = HotplugMicrophone(
        lambda: portaudio.microphone(None), on_lost=lambda _: lost.set(), on_found=finds.append
    )
    async with _listening(microphone) as listener:
        sound_server.freeze()
        try:
            async with asyncio.timeout(10):
                await lost.wait()
        finally:
            sound_server.thaw()
        async with asyncio.timeout(30):
            await listener.heard(0.5)
        assert len(finds) == 1


async def test_without_the_server_there_is_no_microphone_and_with_it_there_is(
    portaudio: PortAudio, sound_server: SoundServer
) -> None:
    sound_server.stop()
    lost = asyncio.Event()
    microphone = HotplugMicrophone(lambda: portaudio.microphone(None), on_lost=lambda _: lost.set())
    starting = asyncio.create_task(
        asyncio.to_thread(_start_when, lost, sound_server, asyncio.get_running_loop())
    )
    async with _listening(microphone) as listener:
        await listener.heard(0.2)
    await starting


def _start_when(lost: asyncio.Event, server: SoundServer, loop: asyncio.AbstractEventLoop) -> None:
    asyncio.run_coroutine_threadsafe(lost.wait(), loop).result(10)
    server.start()


@dataclass
class _Told:
    """What was reported of a microphone."""

    lost: list[str] = field(default_factory=list)
    muted: list[bool] = field(default_factory=list)
    news: asyncio.Event = field(default_factory=asyncio.Event)

    def microphone(self, portaudio: PortAudio) -> HotplugMicrophone:
        return HotplugMicrophone(
            lambda: portaudio.microphone(None), on_lost=self.note, on_muted=self._note_muted
        )

    def note(self, reason: str) -> None:
        self.lost.append(reason)
        self.news.set()

    def _note_muted(self, muted: bool) -> None:
        self.muted.append(muted)
        self.news.set()


async def _heard_again(listener: _Listener) -> float:
    """Seconds until sound comes again that is sound."""
    loop = asyncio.get_running_loop()
    since, begun = len(listener.frames), loop.time()
    async with asyncio.timeout(30):
        while not any(sounds(frame.samples) for frame in listener.frames[since:]):
            await listener.heard(0.03)
    return loop.time() - begun


async def test_a_muted_microphone_is_told_from_a_stalled_one_and_heard_when_it_is_unmuted(
    portaudio: PortAudio, sound_server: SoundServer
) -> None:
    told = _Told()
    async with sound_server.hissing(), _listening(told.microphone(portaudio)) as listener:
        await _heard_again(listener)
        sound_server.control("set-source-mute", "room", "1")
        async with asyncio.timeout(30):
            while not told.muted:
                told.news.clear()
                await told.news.wait()
        assert len(told.lost) == 1  # it might have stalled; opening it anew did not help
        sound_server.control("set-source-mute", "room", "0")
        assert await _heard_again(listener) < 5
        assert told.muted == [True, False]


async def test_a_source_that_is_suspended_is_heard_again_when_it_is_resumed(
    portaudio: PortAudio, sound_server: SoundServer
) -> None:
    told = _Told()
    async with sound_server.hissing(), _listening(told.microphone(portaudio)) as listener:
        await _heard_again(listener)
        sound_server.control("suspend-source", "room", "1")
        async with asyncio.timeout(30):
            await told.news.wait()
        sound_server.control("suspend-source", "room", "0")
        assert await _heard_again(listener) < 5


async def test_another_default_microphone_is_heard_instead(
    portaudio: PortAudio, sound_server: SoundServer
) -> None:
    async with _listening(_Told().microphone(portaudio)) as listener:
        sound_server.control("load-module", "module-sine-source", "source_name=other")
        sound_server.control("set-default-source", "other")
        assert await _heard_again(listener) < 5


async def test_when_a_microphone_is_pulled_out_of_the_server_another_is_heard(
    portaudio: PortAudio, sound_server: SoundServer
) -> None:
    async with _listening(_Told().microphone(portaudio)) as listener:
        sound_server.control("load-module", "module-sine-source", "source_name=other")
        sound_server.control("unload-module", "module-remap-source")
        assert await _heard_again(listener) < 5
