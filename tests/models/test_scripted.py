"""The stand-ins follow their script."""

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from audio.frame import Samples
from models.protocols import Choice, Message
from models.scripted import (
    MARKER,
    Script,
    ScriptedChat,
    ScriptedSynthesizer,
    ScriptedTranscriber,
    ScriptedWake,
    fingerprint,
)


def tone(seconds: float) -> Samples:
    return (5000 * np.sin(np.arange(round(16_000 * seconds)) / 5)).astype(np.int16)


@given(st.integers(0, 4000), st.integers(1, 700))
def test_the_marker_wakes_once_wherever_the_blocks_are_cut(before: int, size: int) -> None:
    sound = np.concatenate((tone(before / 16_000), MARKER, tone(0.1)))
    wake, at = ScriptedWake(("xiaoban",)), []
    for start in range(0, len(sound), size):
        at += [start for score in wake.process(sound[start : start + size]) if score.word == "xiaoban"]
    assert len(at) == 1
    assert at[0] < before + len(MARKER) <= at[0] + size


def test_positions_wake_without_any_marker() -> None:
    wake = ScriptedWake(at=(1000, 3000))
    heard = [bool(wake.process(np.zeros(500, dtype=np.int16))) for _ in range(8)]
    assert heard == [False, True, False, False, False, True, False, False]


def test_transcripts_come_in_order_and_silence_uses_none_up() -> None:
    transcriber = ScriptedTranscriber(Script(transcripts=("turn on the light", "关灯")))
    assert transcriber.transcribe(np.zeros(9000, dtype=np.int16)).text == ""
    first, second, third = (transcriber.transcribe(tone(0.5)) for _ in range(3))
    assert (first.text, first.language) == ("turn on the light", "en")
    assert (second.text, second.language) == ("关灯", "zh")
    assert third.text == ""


def test_a_sound_that_is_known_has_its_own_words() -> None:
    script = Script(transcripts=("other",), by_sound={fingerprint(tone(0.7)): "stop"})
    transcriber = ScriptedTranscriber(script)
    heard = [transcriber.transcribe(tone(length)).text for length in (0.7, 0.5, 0.7)]
    assert heard == ["stop", "other", "stop"]


def test_replies_come_in_order_and_then_the_question_comes_back() -> None:
    model = ScriptedChat(Script(replies=("Once upon a time.",)))
    said = ["".join(model.chat([Message("user", "你好 吗")])) for _ in range(2)]
    assert said == ["Once upon a time.", "你好 吗"]


def test_a_choice_in_the_script_is_kept_for_the_question_that_has_it() -> None:
    model = ScriptedChat(Script(replies=("b",)))
    assert [list(model.choose([Message("user", "?")], choices)) for choices in ("ac", "ab", "ab")] == [
        [Choice(0, 1.0)], [Choice(1, 1.0)], [Choice(0, 1.0)],
    ]  # fmt: skip


def test_speech_lasts_as_long_as_its_words() -> None:
    voice = ScriptedSynthesizer()
    lengths = [sum(map(len, voice.speak(*said))) for said in (("灯开了", "zh"), ("light", "en"))]
    assert lengths == [round(0.6 * 16_000), round(0.3 * 16_000)]
