"""Files as recordings, as a microphone and as a speaker, on virtual time."""

import asyncio
import struct
from collections.abc import Coroutine
from contextlib import suppress
from pathlib import Path
from typing import Any, TypeVar

import numpy as np
import pytest
import soundfile
from hypothesis import given
from hypothesis import strategies as st

from assistant import clock
from audio import wav
from audio.errors import BadRecording
from audio.frame import FRAME, RATE, Frame, Samples
from audio.wav import WavMicrophone, WavSpeaker

T = TypeVar("T")


def _tone(seconds: float, rate: int = RATE) -> Samples:
    return (8000 * np.sin(2 * np.pi * 440 * np.arange(round(seconds * rate)) / rate)).astype(np.int16)


def _later(work: Coroutine[Any, Any, T]) -> T:
    return clock.run(work, virtual=True)


@pytest.mark.parametrize(
    ("rate", "channels", "subtype", "ending"),
    [
        (16_000, 1, "PCM_16", "wav"),
        (8_000, 1, "PCM_U8", "wav"),
        (96_000, 2, "PCM_24", "wav"),
        (44_100, 2, "FLOAT", "wav"),
        (48_000, 6, "PCM_16", "flac"),
    ],
)
def test_any_recording_becomes_16_khz_mono(
    tmp_path: Path, rate: int, channels: int, subtype: str, ending: str
) -> None:
    path = tmp_path / f"sound.{ending}"
    soundfile.write(path, np.tile(_tone(1, rate)[:, None] / 32768, channels), rate, subtype)
    sound = wav.read(path)
    assert sound.dtype == np.int16
    assert len(sound) == pytest.approx(RATE, abs=1)
    assert np.abs(sound[1000:15000].astype(int) - _tone(1)[1000:15000]).max() < 400  # 8 bits are coarse


def test_an_hour_is_read_a_piece_at_a_time(tmp_path: Path) -> None:
    path = tmp_path / "hour.wav"
    with soundfile.SoundFile(path, "w", 8_000, 1, "PCM_U8") as file:
        for _ in range(60):
            file.write(np.zeros(8_000 * 60, np.int16))
    assert wav.check(path) == 3600
    lengths = [len(block) for block in wav.blocks(path)]
    assert max(lengths) <= RATE
    assert sum(lengths) == pytest.approx(3600 * RATE, abs=2)


def _header(data: int, rate: int = RATE) -> bytes:
    return struct.pack(
        "<4sI4s4sIHHIIHH", b"RIFF", 36 + data, b"WAVE", b"fmt ", 16, 1, 1, rate, 2 * rate, 2, 16
    ) + struct.pack("<4sI", b"data", data)


@pytest.mark.parametrize(
    ("name", "content", "says"),
    [
        ("empty.wav", b"", "is empty"),
        ("letter.wav", b"Dear Xiaoban, this is text." * 20, "not WAV or FLAC"),
        ("head.wav", _header(1000)[:20], "not WAV or FLAC"),
        ("bare.raw", bytes(100), "not WAV or FLAC"),
        ("slow.wav", _header(100, rate=1) + bytes(100), "rate of 1 Hz"),
    ],
)
def test_what_is_no_recording_is_named_with_the_reason(
    tmp_path: Path, name: str, content: bytes, says: str
) -> None:
    (tmp_path / name).write_bytes(content)
    with pytest.raises(BadRecording, match=says) as refusal:
        wav.read(tmp_path / name)
    assert name in str(refusal.value)


def test_a_missing_file_and_a_directory_are_named(tmp_path: Path) -> None:
    with pytest.raises(BadRecording, match=r"nothing\.wav cannot be read: No such file"):
        wav.read(tmp_path / "nothing.wav")
    with pytest.raises(BadRecording, match="directory"):
        wav.read(tmp_path)


def test_of_a_recording_that_breaks_off_what_is_there_is_heard(tmp_path: Path) -> None:
    path = tmp_path / "cut.wav"
    path.write_bytes(_header(2 * RATE) + _tone(0.5).tobytes())
    assert len(wav.read(path)) == RATE // 2


def test_a_recording_without_a_single_sample_is_no_error(tmp_path: Path) -> None:
    wav.write(tmp_path / "none.wav", np.zeros(0, np.int16))
    assert len(wav.read(tmp_path / "none.wav")) == 0


@given(st.binary(max_size=300))
def test_random_bytes_are_a_recording_or_a_clear_refusal(
    tmp_path_factory: pytest.TempPathFactory, junk: bytes
) -> None:
    path = tmp_path_factory.getbasetemp() / "junk.wav"
    path.write_bytes(_header(len(junk))[: len(junk) % 60] + junk)
    with suppress(BadRecording):  # anything else is a failure
        wav.read(path)


async def _listen(
    microphone: WavMicrophone, finish_after_s: float | None = None
) -> list[tuple[float, Frame]]:
    loop, heard = asyncio.get_running_loop(), []
    async for frame in microphone.frames():
        heard.append((loop.time(), frame))
        if finish_after_s is not None and loop.time() >= finish_after_s:
            microphone.finish()
    return heard


def test_frames_come_when_a_microphone_would_have_heard_them(tmp_path: Path) -> None:
    wav.write(tmp_path / "one.wav", _tone(1))
    heard = _later(_listen(WavMicrophone(tmp_path / "one.wav")))
    assert [frame.start for _, frame in heard] == list(range(0, 32 * FRAME, FRAME))
    assert [at for at, _ in heard] == pytest.approx([frame.end / RATE for _, frame in heard])
    assert {len(frame.samples) for _, frame in heard} == {FRAME}
    sound = np.concatenate([frame.samples for _, frame in heard])
    np.testing.assert_allclose(sound[:RATE], _tone(1), atol=1)
    assert not sound[RATE:].any()


def test_silence_follows_until_the_recording_is_finished(tmp_path: Path) -> None:
    wav.write(tmp_path / "one.wav", _tone(1))
    heard = _later(_listen(WavMicrophone(tmp_path / "one.wav", tail=True), finish_after_s=5))
    assert heard[-1][1].end == pytest.approx(5 * RATE, abs=FRAME)
    assert not heard[-1][1].samples.any()


def test_a_late_reader_loses_nothing(tmp_path: Path) -> None:
    wav.write(tmp_path / "one.wav", _tone(1))

    async def dawdle() -> list[int]:
        starts = []
        async for frame in WavMicrophone(tmp_path / "one.wav").frames():
            starts.append(frame.start)
            if frame.start == 0:
                await asyncio.sleep(3)
        return starts

    assert _later(dawdle()) == list(range(0, 32 * FRAME, FRAME))


def test_a_bad_recording_is_refused_before_anybody_listens(tmp_path: Path) -> None:
    with pytest.raises(BadRecording):
        WavMicrophone(tmp_path / "nothing.wav")


def test_the_file_is_the_timeline_of_what_sounded(tmp_path: Path) -> None:
    async def speak() -> None:
        speaker = WavSpeaker(tmp_path / "out.wav", RATE)
        await asyncio.sleep(1)
        await speaker.write(_tone(0.5))
        await speaker.drain()
        await asyncio.sleep(1)
        await speaker.write(_tone(0.25))
        await speaker.drain()
        await speaker.aclose()
        await speaker.aclose()

    _later(speak())
    sound = wav.read(tmp_path / "out.wav")
    assert len(sound) == pytest.approx(2.75 * RATE, abs=2)
    loud = np.flatnonzero(sound)
    assert loud[0] == pytest.approx(RATE, abs=3)
    assert not sound[round(1.5 * RATE) + 3 : round(2.5 * RATE) - 3].any()
    assert loud[-1] == pytest.approx(2.75 * RATE, abs=3)


def test_writing_waits_while_the_ring_is_full_and_nothing_is_missing() -> None:
    async def speak() -> tuple[float, float, int]:
        loop, speaker = asyncio.get_running_loop(), WavSpeaker(None, RATE, buffer_s=0.5)
        await speaker.write(_tone(2))
        written = loop.time()
        await speaker.drain()
        return written, loop.time(), speaker.heard

    written, drained, heard = _later(speak())
    assert written == pytest.approx(1.5, abs=0.01)
    assert drained == pytest.approx(2.0, abs=0.01)
    assert heard == 2 * RATE


def test_what_is_flushed_never_sounds_and_never_counts(tmp_path: Path) -> None:
    async def speak() -> tuple[bool, int]:
        speaker = WavSpeaker(tmp_path / "out.wav", RATE)
        await speaker.write(_tone(0.5))
        await asyncio.sleep(0.2)
        speaker.flush()
        sounding = speaker.sounding
        await asyncio.sleep(1)
        heard = speaker.heard
        await speaker.aclose()
        return sounding, heard

    sounding, heard = _later(speak())
    assert not sounding
    assert heard == pytest.approx(0.2 * RATE, abs=1)
    assert not wav.read(tmp_path / "out.wav")[heard:].any()


def test_ducking_glides_down_from_now_on_and_back(tmp_path: Path) -> None:
    async def speak() -> None:
        speaker = WavSpeaker(tmp_path / "out.wav", RATE)
        await speaker.write(np.full(RATE // 2, 10_000, np.int16))
        await asyncio.sleep(0.2)
        speaker.duck(0.2)
        await asyncio.sleep(0.1)
        speaker.duck(1)
        await speaker.drain()
        await speaker.aclose()

    _later(speak())
    sound = wav.read(tmp_path / "out.wav").astype(int)
    assert sound[round(0.19 * RATE)] == 10_000
    assert sound[round(0.29 * RATE)] == pytest.approx(2_000, abs=2)
    assert sound[-10] == 10_000
    assert np.abs(np.diff(sound[: RATE // 2 - 1])).max() < 100


def test_a_place_that_cannot_be_written_is_named() -> None:
    async def speak() -> None:
        WavSpeaker(Path("/nonexistent/out.wav"))

    with pytest.raises(BadRecording, match=r"/nonexistent/out\.wav cannot be written: No such file"):
        _later(speak())


def test_a_disk_that_is_full_is_told_from_everything_else(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def no_room(*_: object) -> None:
        raise soundfile.LibsndfileError(2)

    monkeypatch.setattr(soundfile.SoundFile, "write", no_room)
    with pytest.raises(
        BadRecording, match=r"out\.wav cannot be written further: see whether the disk is full"
    ):
        wav.write(tmp_path / "out.wav", _tone(1))
