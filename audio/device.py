"""The sound cards of this machine through PortAudio: the only import of sounddevice.

PortAudio may block for as long as a sound server does, so that everything here runs in threads of its own,
one call at a time, and gives up waiting after `PATIENCE_S`.
"""

import asyncio
import atexit
import re
import sys
from collections.abc import Callable, Iterable
from functools import partial
from typing import Any, TypeVar

from audio.blocking import Blocking
from audio.capture import DeviceMicrophone
from audio.cards import Device, Direction, find, stable_name
from audio.errors import DeviceBusy, DeviceLost, DeviceMissing, PortAudioMissing
from audio.frame import RATE
from audio.holder import holders
from audio.playback import DeviceSpeaker
from audio.reference import Reference
from audio.stack import fresh_stacks

PATIENCE_S = 8.0
"""Seconds that opening a device may take."""

GOODBYE_S = 3.0
"""Seconds that closing one may take before it is left to itself."""

BLOCK_S = 0.032
"""Seconds of sound in one callback of a microphone: one frame of the pipeline."""

LATENCY_S = 0.1
"""Seconds of sound a speaker holds back: enough for a busy machine, short enough for a stop."""

_UNAVAILABLE = -9985
"""PortAudio's paDeviceUnavailable: somebody else has it."""

Opened = TypeVar("Opened", DeviceMicrophone, DeviceSpeaker)


class PortAudio:
    """The library and every stream that is open in it; one for the process, because the library is so."""

    def __init__(self) -> None:
        self._blocking = Blocking()
        self._open: dict[DeviceMicrophone | DeviceSpeaker, Any] = {}

    def devices(self) -> tuple[Device, ...]:
        """What there is, in PortAudio's order; blocks.

        :raises PortAudioMissing: the library is not installed.
        """
        with self._blocking.turn:
            return self._devices()

    async def microphone(self, name: str | None) -> DeviceMicrophone:
        """Open the microphone of that name, or the default one."""
        loop = asyncio.get_running_loop()
        return await self._opened(partial(self._capture, name, loop))

    async def speaker(self, name: str | None, reference: Reference | None = None) -> DeviceSpeaker:
        """Open the speaker of that name, or the default one, and let `reference` follow it."""
        loop = asyncio.get_running_loop()
        return await self._opened(partial(self._playback, name, loop, reference))

    async def _opened(self, open_: Callable[[], Opened]) -> Opened:
        """Open in a thread; what opens after we gave up is closed again.

        :raises DeviceLost: the sound system does not answer.
        """
        try:
            return await self._blocking.call(
                partial(self._attempt, open_), patience_s=PATIENCE_S, undo=self._close
            )
        except TimeoutError as problem:
            _leave_at_exit()
            raise DeviceLost(
                "the sound system does not answer: restart PipeWire or PulseAudio",
                "声音系统没有回应：请重启 PipeWire 或 PulseAudio",
            ) from problem

    def _attempt(self, open_: Callable[[], Opened]) -> Opened:
        """Open a device; when that fails, look for devices anew and try once more."""
        sounddevice = _library()
        try:
            try:
                return open_()
            except (sounddevice.PortAudioError, DeviceMissing):
                if not self._look_again():
                    raise
                return open_()
        except sounddevice.PortAudioError as problem:
            if _UNAVAILABLE in problem.args[1:]:
                raise _held() from problem
            raise DeviceMissing(
                f"the sound card refuses: {_reason(problem)}; run: xiaoban doctor",
                f"声卡拒绝了：{_reason(problem)}；请运行：xiaoban doctor",
            ) from problem

    def _look_again(self) -> bool:
        """Start PortAudio anew, the only way to see new devices; not while another stream is in use."""
        if not all(each.idle for each in self._open):
            return False
        for each in tuple(self._open):
            self._close(each)
        sounddevice = _library()
        sounddevice._terminate()  # the library's documented way, though private by name
        sounddevice._initialize()
        return True

    def _capture(self, name: str | None, loop: asyncio.AbstractEventLoop) -> DeviceMicrophone:
        sounddevice, device = _library(), find(self._devices(), name, "microphone")
        channels, rate = _accepted(device, "microphone", (RATE, device.rate, 48_000))
        microphone = DeviceMicrophone(device.name, rate, loop, lambda: self._release(microphone))
        stream = sounddevice.InputStream(
            device=device.index,
            samplerate=rate,
            channels=channels,
            dtype="int16",
            blocksize=round(rate * BLOCK_S),
            latency="high",
            callback=microphone.capture,
            finished_callback=microphone.finished,
        )
        return self._start(microphone, stream)

    def _playback(
        self, name: str | None, loop: asyncio.AbstractEventLoop, reference: Reference | None
    ) -> DeviceSpeaker:
        sounddevice, device = _library(), find(self._devices(), name, "speaker")
        channels, rate = _accepted(device, "speaker", (device.rate, 48_000))
        tap = reference.tap(rate) if reference else None
        speaker = DeviceSpeaker(device.name, rate, loop, lambda: self._release(speaker), tap)
        stream = sounddevice.OutputStream(
            device=device.index,
            samplerate=rate,
            channels=channels,
            dtype="int16",
            blocksize=round(rate * BLOCK_S),
            latency=LATENCY_S,
            callback=speaker.play,
            finished_callback=speaker.finished,
        )
        speaker.latency_s = stream.latency
        return self._start(speaker, stream)

    def _start(self, opened: Opened, stream: Any) -> Opened:
        self._open[opened] = stream
        try:
            with fresh_stacks():  # its thread begins with what it finds there
                stream.start()
        except _library().PortAudioError:
            self._close(opened)
            raise
        return opened

    async def _release(self, opened: DeviceMicrophone | DeviceSpeaker) -> None:
        try:
            await self._blocking.call(partial(self._close, opened), patience_s=GOODBYE_S)
        except TimeoutError:  # it closes when the sound system answers again, or with the process
            _leave_at_exit()

    def _close(self, opened: DeviceMicrophone | DeviceSpeaker) -> None:
        if (stream := self._open.pop(opened, None)) is not None:
            stream.close(ignore_errors=True)
            opened.finished()

    def _devices(self) -> tuple[Device, ...]:
        sounddevice = _library()
        hosts = sounddevice.query_hostapis()
        inward, outward = sounddevice.default.device
        names: list[str] = []
        devices = []
        for index, raw in enumerate(sounddevice.query_devices()):
            names.append(stable_name(raw["name"], hosts[raw["hostapi"]]["name"], names))
            channels = raw["max_input_channels"], raw["max_output_channels"]
            rate = round(raw["default_samplerate"])
            devices.append(Device(names[-1], *channels, rate, index == inward, index == outward, index))
        return tuple(devices)


_portaudio = PortAudio()


def devices() -> tuple[Device, ...]:
    """Every microphone and speaker; may block.

    :raises PortAudioMissing: the PortAudio library is not installed.
    """
    return _portaudio.devices()


async def open_microphone(name: str | None = None) -> DeviceMicrophone:
    """Open a microphone by its stable name, or the system's default one.

    :raises DeviceMissing: there is none, or none of that name; `PortAudioMissing` without the library.
    :raises DeviceLost: the sound system does not answer.
    """
    return await _portaudio.microphone(name)


async def open_speaker(name: str | None = None, reference: Reference | None = None) -> DeviceSpeaker:
    """Open a speaker by its stable name, or the system's default one, at the rate it prefers.

    `reference` is told of what it plays from now on.

    :raises DeviceMissing: there is none, or none of that name; `PortAudioMissing` without the library.
    :raises DeviceLost: the sound system does not answer.
    """
    return await _portaudio.speaker(name, reference)


def _library() -> Any:
    try:
        import sounddevice  # type: ignore[import-untyped]  # noqa: PLC0415  # no stubs; files need no PortAudio
    except (ImportError, OSError) as problem:
        raise PortAudioMissing(
            "PortAudio is not installed, so there is no sound; run: sudo apt-get install libportaudio2",
            "没有安装 PortAudio，所以没有声音；请运行：sudo apt-get install libportaudio2",
        ) from problem
    return sounddevice


def _held() -> DeviceBusy:
    """What to do about a card that another program has for itself."""
    who = ", ".join(holders())
    en, zh = (f" by {who}", f"（{who}）") if who else ("", "")
    return DeviceBusy(
        f"the sound card is in use{en}: end that program, or let both use PipeWire or PulseAudio; "
        "run: xiaoban doctor",
        f"声卡被别的程序占用了{zh}：请关闭它，或让两者都用 PipeWire 或 PulseAudio；或运行：xiaoban doctor",
    )


def _leave_at_exit() -> None:
    """Keep sounddevice from tidying up at exit, where it would wait for what does not answer."""
    if handler := getattr(sys.modules.get("sounddevice"), "_exit_handler", None):
        atexit.unregister(handler)


def _accepted(device: Device, direction: Direction, rates: Iterable[int]) -> tuple[int, int]:
    """Channels and rate that the device takes, mono and the first of `rates` if it can."""
    sounddevice = _library()
    kind = "input" if direction == "microphone" else "output"
    check = getattr(sounddevice, f"check_{kind}_settings")
    for channels in dict.fromkeys((1, min(2, device.channels(direction)), device.channels(direction))):
        for rate in dict.fromkeys(rates):
            try:
                check(device=device.index, channels=channels, dtype="int16", samplerate=rate)
            except sounddevice.PortAudioError as problem:
                refusal = problem
            else:
                return channels, rate
    raise DeviceMissing(
        f"the {direction} {device.name!r} takes no rate we know ({_reason(refusal)}); run: xiaoban doctor",
        f"{device.name!r} 不接受我们知道的采样率（{_reason(refusal)}）；请运行：xiaoban doctor",
    )


def _reason(problem: Exception) -> str:
    """PortAudio's words, without its numbers."""
    return re.sub(r"\s*\[PaErrorCode -?\d+\]", "", str(problem.args[0])).removesuffix(".")
