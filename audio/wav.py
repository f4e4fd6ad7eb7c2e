"""Sound files: read whole or in blocks, as a microphone, and as a speaker; paced by the loop's time."""

import asyncio
from collections import deque
from collections.abc import AsyncIterator, Iterator
from pathlib import Path

import numpy as np
import soundfile  # type: ignore[import-untyped]  # no stubs exist
from numpy.typing import NDArray

from audio.errors import BadRecording
from audio.fade import Fader
from audio.frame import FRAME, RATE, Frame, Samples
from audio.resample import Resampler

_BLOCK_S = 0.5
"""Seconds of a file in memory at once."""

_RATES = range(4_000, 384_001)
"""Hertz that a recording can sensibly have."""


def read(path: Path) -> Samples:
    """A whole recording as 16 kHz mono, from WAV or FLAC of any rate, width and number of channels.

    :raises BadRecording: the file is missing, empty or not audio.
    """
    parts = list(blocks(path))
    return np.concatenate(parts) if parts else np.zeros(0, np.int16)


def blocks(path: Path) -> Iterator[Samples]:
    """The same in pieces, so that an hour needs no more memory than a second; the first call opens the file.

    :raises BadRecording: the file is missing, empty or not audio, or breaks off in a way that hides its end.
    """
    with _open(path) as file:
        resampler = Resampler(file.samplerate, RATE)
        size = round(file.samplerate * _BLOCK_S)
        while len(block := _next(file, path, size)):
            yield resampler.process(_mono(block))
        yield resampler.process(np.zeros(0, np.int16), last=True)


def check(path: Path) -> float:
    """Seconds of sound that the file says it has.

    :raises BadRecording: the file is missing, empty or not audio.
    """
    with _open(path) as file:
        return float(file.frames / file.samplerate)


def write(path: Path, samples: Samples, rate: int = RATE) -> None:
    """Write a mono 16-bit file; the ending of its name says which kind.

    :raises BadRecording: it cannot be written there.
    """
    with _create(path, rate) as file:
        _append(file, samples)


def _open(path: Path) -> soundfile.SoundFile:
    try:
        if not path.stat().st_size:
            raise BadRecording(f"{path} is empty: record it again", f"{path} 是空的：请重新录制")
        file = soundfile.SoundFile(path)
    except OSError as problem:
        raise BadRecording(
            f"{path} cannot be read: {problem.strerror}", f"无法读取 {path}：{problem.strerror}"
        ) from problem
    except (soundfile.SoundFileError, TypeError) as problem:  # TypeError: a headerless kind, told by its name
        raise _no_audio(path) from problem
    if file.samplerate not in _RATES:
        file.close()
        raise BadRecording(
            f"{path} has a rate of {file.samplerate} Hz: use one between 4 and 384 kHz",
            f"{path} 的采样率是 {file.samplerate} Hz：请用 4 到 384 kHz 之间的",
        )
    return file


def _no_audio(path: Path) -> BadRecording:
    if path.is_dir():
        return BadRecording(
            f"{path} cannot be read as audio: it is a directory", f"{path} 不是音频：它是一个目录"
        )
    return BadRecording(
        f"{path} cannot be read as audio: it is not WAV or FLAC, or its header is damaged",
        f"{path} 不能当作音频读取：它不是 WAV 或 FLAC，或者文件头已损坏",
    )


def _create(path: Path, rate: int) -> soundfile.SoundFile:
    try:
        path.open("wb").close()  # for the system's own words about what is wrong
        return soundfile.SoundFile(path, "w", rate, 1, "PCM_16", format=None if path.suffix else "WAV")
    except OSError as problem:
        raise BadRecording(
            f"{path} cannot be written: {problem.strerror}", f"无法写入 {path}：{problem.strerror}"
        ) from problem
    except (soundfile.SoundFileError, TypeError, ValueError) as problem:
        if path.suffix[1:].upper() in soundfile.available_formats():  # then it is not the name
            raise _full(str(path)) from problem
        raise BadRecording(
            f"{path} cannot be written: let its name end in .wav or .flac",
            f"无法写入 {path}：文件名请以 .wav 或 .flac 结尾",
        ) from problem


def _append(file: soundfile.SoundFile, samples: Samples) -> None:
    try:
        file.write(samples)
    except soundfile.SoundFileError as problem:
        raise _full(file.name) from problem


def _full(name: str) -> BadRecording:
    return BadRecording(
        f"{name} cannot be written further: see whether the disk is full",
        f"{name} 写不下去了：请看看磁盘是否已满",
    )


def _next(file: soundfile.SoundFile, path: Path, size: int) -> NDArray[np.float32]:
    try:
        block: NDArray[np.float32] = file.read(size, dtype="float32", always_2d=True)
    except soundfile.SoundFileError as problem:
        end_s = file.tell() / file.samplerate
        raise BadRecording(
            f"{path} is damaged after {end_s:.1f} s", f"{path} 在 {end_s:.1f} 秒之后已损坏"
        ) from problem
    return block


def _mono(block: NDArray[np.float32]) -> Samples:
    """Mean of the channels as int16. Read as floats, because libsndfile cuts float files to -1, 0 and 1."""
    mono = np.nan_to_num(block.mean(axis=1), posinf=1.0, neginf=-1.0)
    return np.asarray(np.clip(np.round(mono * 32768), -32768, 32767), np.int16)


class WavMicrophone:
    """A recording in place of a microphone: its frames come when a microphone would have heard them.

    Time is the loop's, so a virtual clock makes it fast; nothing is ever dropped, a late reader just gets its
    frames late. With `tail` it goes on with silence after the recording, until `finish` is called.

    :raises BadRecording: the file is missing, empty or not audio.
    """

    def __init__(self, path: Path, *, tail: bool = False) -> None:
        self.length = round(check(path) * RATE)
        """Samples of the recording, without the silence behind it."""
        self._path = path
        self._tail = tail

    @property
    def name(self) -> str:
        """Name of the file."""
        return self._path.name

    @property
    def dropped(self) -> int:
        """Always none."""
        return 0

    def finish(self) -> None:
        """End the stream, at once if only silence is left, otherwise where the recording ends."""
        self._tail = False

    async def frames(self) -> AsyncIterator[Frame]:
        """Frames at the pace of the loop's time; the last one is filled up with silence."""
        loop = asyncio.get_running_loop()
        opened, start = loop.time(), 0
        for samples in self._samples():
            start += FRAME
            await asyncio.sleep(max(0.0, opened + start / RATE - loop.time()))
            yield Frame(samples, start - FRAME)

    def _samples(self) -> Iterator[Samples]:
        rest = np.zeros(0, np.int16)
        for block in blocks(self._path):
            rest = np.concatenate([rest, block])
            whole = len(rest) - len(rest) % FRAME
            yield from rest[:whole].reshape(-1, FRAME)
            rest = rest[whole:]
        if len(rest):
            yield np.pad(rest, (0, FRAME - len(rest)))
        while self._tail:
            yield np.zeros(FRAME, np.int16)

    async def aclose(self) -> None:
        """End the stream."""
        self.finish()


class WavSpeaker:
    """A file in place of a speaker: what is written sounds in the loop's time.

    The file is the timeline of everything that sounded, with the silence between; without a path it only
    keeps time. Make it inside a running loop.

    :raises BadRecording: the file cannot be written, now or later.
    """

    def __init__(self, path: Path | None, rate: int = 24_000, *, buffer_s: float = 0.5) -> None:
        self._rate = rate
        self._file = _create(path, rate) if path else None
        self._loop = asyncio.get_running_loop()
        self._opened = self._loop.time()
        self._buffer = round(rate * buffer_s)
        self._queue: deque[Samples] = deque()
        self._queued = 0
        self._now = 0
        self._heard = 0
        self._fader = Fader(rate)

    @property
    def rate(self) -> int:
        """Hertz of the samples that `write` takes."""
        return self._rate

    @property
    def heard(self) -> int:
        """Samples that have sounded; flushed ones never count."""
        self._advance()
        return self._heard

    @property
    def sounding(self) -> bool:
        """Whether anything written has not sounded yet."""
        self._advance()
        return self._queued > 0

    async def write(self, samples: Samples) -> None:
        """Queue samples; waits while as much is queued as a device would take."""
        at = 0
        while at < len(samples):
            self._advance()
            part = samples[at : at + self._buffer - self._queued]
            if len(part):
                self._queue.append(part)
                self._queued += len(part)
                at += len(part)
            if at < len(samples):
                await asyncio.sleep(min(len(samples) - at, self._buffer // 4) / self._rate)

    async def drain(self) -> None:
        """Wait until everything written has sounded."""
        while self.sounding:  # noqa: ASYNC110  # the wait is known, nothing polls
            await asyncio.sleep(self._queued / self._rate)

    def flush(self) -> None:
        """Drop at once what has not sounded."""
        self._advance()
        self._queue.clear()
        self._queued = 0

    def duck(self, gain: float) -> None:
        """Scale what is about to sound by `gain` (0 to 1)."""
        self._advance()
        self._fader.target = gain

    async def aclose(self) -> None:
        """Finish the file; safe to call twice."""
        self.flush()
        if self._file:
            self._file.close()
            self._file = None

    def _advance(self) -> None:
        """Let everything sound that has sounded by now."""
        now = int((self._loop.time() - self._opened) * self._rate)
        while self._now < now:
            block = self._sound(now - self._now)
            self._now += len(block)
            if self._file:
                _append(self._file, block)

    def _sound(self, longest: int) -> Samples:
        """The next block of at most `longest` samples: queued sound, or silence."""
        if not self._queue:
            return np.zeros(min(longest, self._rate), np.int16)
        head = self._queue.popleft()
        block, rest = head[:longest].copy(), head[longest:]
        if len(rest):
            self._queue.appendleft(rest)
        self._queued -= len(block)
        self._heard += len(block)
        self._fader.apply(block)
        return block
