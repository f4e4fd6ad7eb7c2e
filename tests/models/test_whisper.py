"""What is made of the decoder's guesses; the sound itself is in tests/contract."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays

from audio.frame import Samples
from audio.quiet import spoken
from models.errors import EngineFailed
from models.guess import Guess, once, plain
from models.pieces import LONGEST_S, pieces
from models.whisper import Whisper


def guess(text: str, sure: float = -0.1, no_speech: float = 0.0, *, ended: bool = True) -> Guess:
    return Guess(text, "en", sure, no_speech, ended)


@pytest.mark.parametrize(
    ("text", "seconds", "heard"),
    [
        ("客厅的灯已经打开了。客厅的灯已经打开", 1.7, "客厅的灯已经打开了。"),
        ("随便搜一首歌随便搜一首歌随便", 1.0, "随便搜一首歌"),
        ("turn it off, turn it off", 2.0, "turn it off, turn it off"),
        ("开灯开灯", 1.0, "开灯开灯"),
        ("停", 0.2, "停"),
        ("随便搜一首歌随便搜一首歌随", 3.0, "随便搜一首歌"),
        ("to be or not to be", 3.0, "to be or not to be"),
        ("来一首歌，来一首歌", 3.0, "来一首歌，来一首歌"),
    ],
)
def test_starting_anew_is_cut_where_nobody_speaks_so_fast_or_it_breaks_off(
    text: str, seconds: float, heard: str
) -> None:
    assert once(text, seconds) == heard


@given(st.text(max_size=60), st.floats(0.1, 30))
def test_what_is_cut_is_only_an_end(text: str, seconds: float) -> None:
    assert text.startswith(once(text, seconds)) or text.strip().startswith(once(text, seconds))


@pytest.mark.parametrize(
    "text", ["Ez-Ev-Ev-Ev-Ev-Ev-Ev", "柬埋柬埋柬埋柬埋柬埋", "R of you will be tryR of you will be there"]
)
def test_repetition_is_noticed(text: str) -> None:
    assert guess(text).repeats


@pytest.mark.parametrize("text", ["", "好的，好的", "Turn on the light in the hall.", "慢慢走，不要急"])
def test_ordinary_speech_is_no_repetition(text: str) -> None:
    assert not guess(text).repeats


def test_a_phantom_is_told_by_its_probabilities() -> None:
    assert guess("Thank you.", -0.8, 0.9).unusable
    assert guess("字幕制作人", -1.48, 0.4).unusable
    assert guess("I don't know what to do.", -1.59, 0.44).unusable
    assert guess("on and on", ended=False).unusable
    assert not guess("Thank you.", -0.2, 0.7).unusable
    assert not guess("Drive the car, would you?", -0.9, 0.1).unusable
    assert not guess("She looked away from each.", -1.4, 0.03).unusable


@pytest.mark.parametrize(
    "text",
    [
        "Thank you for watching!",
        "Thanks for watching, see you in the next video.",
        "Subtitles by the Amara.org community",
        "请不吝点赞 订阅 转发 打赏支持明镜与点点栏目",
        "字幕由Amara.org社区提供",
        "中文字幕志愿者 李宗盛",
        "谢谢大家观看",
        "感谢收看，我们下期再见。",
        "(upbeat music)",
        "♪♪",
    ],
)
def test_credits_and_descriptions_of_sound_are_phantoms(text: str) -> None:
    assert guess(text, -0.05).unusable


@pytest.mark.parametrize(
    "text",
    [
        "Thank you.",
        "Thanks for turning on the light.",
        "Turn on the subtitles.",
        "Subscribe to the news podcast.",
        "打开字幕",
        "谢谢",
        "我要看电视",
        "给这首歌点赞",
        "Play some music (the old one).",
    ],
)
def test_what_people_say_is_none(text: str) -> None:
    assert not guess(text, -0.05).unusable


def test_the_language_is_that_of_the_letters() -> None:
    assert Guess("You like it.", "zh", -0.3, 0.0, ended=True).written_in == "en"
    assert Guess("打开 TV", "zh", -0.3, 0.0, ended=True).written_in == "zh"
    assert Guess("25", "zh", -0.3, 0.0, ended=True).written_in == "zh"


def test_quiet_around_the_speech_is_left_out() -> None:
    hiss = np.random.default_rng(1).normal(0, 20, 6 * 16_000)
    hiss[2 * 16_000 : 3 * 16_000] += 3000 * np.sin(np.arange(16_000) / 5)
    kept = spoken(hiss.astype(np.int16))
    assert 1.4 <= len(kept) / 16_000 <= 1.6


@given(arrays(np.int16, st.integers(0, 20_000)))
def test_what_is_left_out_is_only_around(sound: Samples) -> None:
    kept = spoken(sound)
    assert kept.tobytes() in sound.tobytes()


@settings(deadline=None)  # minutes of sound, on a machine that does other things too
@given(st.integers(0, 90))
def test_long_sound_is_cut_into_windows_without_loss(seconds: int) -> None:
    sound = np.arange(seconds * 16_000, dtype=np.int64).astype(np.int16)
    found = list(pieces(sound))
    assert all(len(piece) <= LONGEST_S * 16_000 for piece in found)
    assert np.array_equal(np.concatenate(found), sound)


def test_the_cut_is_where_it_is_quiet() -> None:
    sound = np.full(40 * 16_000, 9000, dtype=np.int16)
    sound[22 * 16_000 : 22 * 16_000 + 4800] = 0
    first, _ = pieces(sound)
    assert 22.0 <= len(first) / 16_000 <= 22.3


def test_chinese_is_simplified_and_closed_up() -> None:
    assert plain("打開 客廳 的燈 now", "zh") == "打开客厅的灯 now"
    assert plain("Turn on", "en") == "Turn on"


def test_half_a_model_is_reported_with_its_remedy(tmp_path) -> None:  # type: ignore[no-untyped-def]  # pytest's
    (tmp_path / "model.bin").write_bytes(b"half")
    with pytest.raises(EngineFailed, match="xiaoban models"):
        Whisper(tmp_path)
