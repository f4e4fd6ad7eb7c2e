"""`xiaoban probe wake|vad|asr|tts`: each stage alone, on the stand-ins and on the real engines."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from assistant.commands.probe_sound import asr, vad, wake
from assistant.commands.probe_speech import tts
from assistant.errors import UsageError
from audio import wav
from audio.errors import BadRecording
from audio.frame import RATE, Samples
from models.scripted import MARKER
from tests import engines
from tests.shared import shared_data

LINES = Callable[[], list[dict[str, Any]]]


@pytest.fixture
def printed(capsys: pytest.CaptureFixture[str]) -> LINES:
    return lambda: [json.loads(line) for line in capsys.readouterr().out.splitlines()]


@pytest.fixture
def scripted(monkeypatch: pytest.MonkeyPatch) -> None:
    for section in ("WAKE", "VOICE", "RECOGNITION", "SPEECH"):
        monkeypatch.setenv(f"XIAOBAN_{section}__ENGINE", "scripted")


def quiet(seconds: float) -> Samples:
    return np.zeros(round(seconds * RATE), dtype=np.int16)


def tone(seconds: float) -> Samples:
    return (6000 * np.sin(np.arange(round(seconds * RATE)) / 4)).astype(np.int16)


def recording(path: Path, *sounds: Samples) -> Path:
    wav.write(path, np.concatenate(sounds))
    return path


@pytest.mark.usefixtures("scripted")
def test_wake_words_with_their_places_and_scores(tmp_path: Path, printed: LINES) -> None:
    twice = recording(tmp_path / "twice.wav", quiet(1), MARKER, quiet(2), MARKER, quiet(1))
    never = recording(tmp_path / "never.wav", quiet(1))
    wake([twice, never], json=True, word=["xiaoban"])
    first, second = printed()
    assert first["file"] == str(twice)
    assert [found["word"] for found in first["detections"]] == ["xiaoban"] * 2
    assert [found["at_s"] for found in first["detections"]] == pytest.approx([1.01, 3.02], abs=0.04)
    assert first["peak"] == {"xiaoban": 1.0}
    assert first["audio_s"] == pytest.approx(4.02)
    assert first["cpu_s"] >= 0
    assert (second["detections"], second["peak"]) == ([], {"xiaoban": 0.0})


@pytest.mark.usefixtures("scripted")
def test_speech_and_the_places_where_its_end_was_certain(tmp_path: Path, printed: LINES) -> None:
    sound = recording(tmp_path / "two.wav", quiet(1), tone(1), quiet(2), tone(0.5))
    vad([sound], json=True)
    [found] = printed()
    assert np.array(found["segments"]) == pytest.approx(np.array([[1, 2], [4, 4.5]]), abs=0.1)
    assert found["endpoints_s"] == pytest.approx([2.7, 5.2], abs=0.1)


@pytest.mark.usefixtures("scripted")
def test_a_silent_and_an_empty_recording_hold_no_speech(tmp_path: Path, printed: LINES) -> None:
    vad([recording(tmp_path / "silent.wav", quiet(2))], json=True)
    asr([recording(tmp_path / "silent.wav", quiet(2))], json=True)
    segments, words = printed()
    assert (segments["segments"], segments["endpoints_s"]) == ([], [])
    assert (words["text"], words["confidence"], words["audio_s"]) == ("", 0.0, 2.0)


@pytest.mark.usefixtures("scripted")
def test_a_text_becomes_a_file(tmp_path: Path, printed: LINES) -> None:
    file = tmp_path / "said.wav"
    tts("It is 25%.", file, json=True)
    [found] = printed()
    assert found["text"] == "It is 25%."
    assert "percent" in found["spoken"]
    assert found["first_audio_ms"] >= 0
    assert found["audio_s"] == pytest.approx(len(wav.read(file)) / RATE, abs=0.01)


@pytest.mark.usefixtures("scripted")
def test_nothing_to_say_makes_an_empty_file(tmp_path: Path, printed: LINES) -> None:
    tts("。", tmp_path / "none.wav", json=True)
    [found] = printed()
    assert (found["first_audio_ms"], found["audio_s"]) == (None, 0.0)


@pytest.mark.usefixtures("scripted")
def test_people_get_a_sentence(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = recording(tmp_path / "x.wav", quiet(1), tone(1))
    wake([file])
    vad([file])
    asr([file])
    tts("Hello.", tmp_path / "y.wav")
    lines = capsys.readouterr().out.splitlines()
    assert len(lines) == 4
    assert all(".wav: " in line for line in lines)


@pytest.mark.parametrize("command", [wake, vad, asr])
def test_what_is_no_sound_is_refused_before_anything_is_loaded(
    tmp_path: Path, command: Callable[..., None]
) -> None:
    file = tmp_path / "notes.wav"
    file.write_text("not sound at all")
    with pytest.raises(BadRecording, match=r"notes\.wav"):
        command([file])
    with pytest.raises(BadRecording, match=r"gone\.wav"):
        command([tmp_path / "gone.wav"])


def test_a_language_that_is_not_there_is_refused_with_those_that_are(tmp_path: Path) -> None:
    file = recording(tmp_path / "x.wav", quiet(1))
    with pytest.raises(UsageError, match="zh"):
        asr([file], lang="fr")
    with pytest.raises(UsageError, match="zh"):
        tts("Bonjour", tmp_path / "y.wav", lang="fr")


def test_the_real_engines_from_wake_word_to_voice(tmp_path: Path, printed: LINES) -> None:
    engines.weights("whisper-base")
    engines.weights("en-joe")
    spoken = tmp_path / "spoken.flac"
    tts("Turn on the kitchen light.", spoken, json=True)
    asr([spoken], json=True, lang="en")
    vad([spoken], json=True)
    wake([shared_data("wake/picovoice_alexa_248.flac")], json=True, word=["alexa"])
    voice, words, segments, woken = printed()
    assert voice["voice"] == "en-joe"
    assert "kitchen light" in words["text"]
    assert len(segments["segments"]) == len(segments["endpoints_s"]) == 1
    assert [found["word"] for found in woken["detections"]] == ["alexa"]
