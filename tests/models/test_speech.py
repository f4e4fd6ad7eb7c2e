"""Breaths and levels: what every voice does before and after its network."""

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from models.speech import LONGEST, breaths, sound, weight

TEXT = st.text(st.sampled_from(list("ab 好灯，。,.!?3-\n…")) | st.characters(), max_size=400)


def bare(text: str) -> str:
    return "".join(text.split())


@given(TEXT)
def test_breaths_together_are_the_text(text: str) -> None:
    together = bare("".join(breaths(text)))
    rest = bare(text).removeprefix(together)
    assert together + rest == bare(text)
    assert not any(sign.isalnum() for sign in rest)


@given(TEXT)
def test_every_breath_can_be_said_and_none_is_endless(text: str) -> None:
    for breath in breaths(text):
        assert any(sign.isalnum() for sign in breath)
        longest_word = max(map(weight, breath.split()), default=0)
        assert weight(breath) <= 2 * LONGEST + longest_word


def test_the_first_breath_is_short_and_ends_at_a_comma() -> None:
    text = "今天天气很好，我们可以一起出去散步，然后在公园里喝一杯咖啡，再回家看一部电影，你觉得怎么样？"
    first, second, *_ = breaths(text)
    assert first == "今天天气很好，"
    assert weight(second) > weight(first)


def test_numbers_and_abbreviations_are_not_torn() -> None:
    assert list(breaths("It is 3.5 degrees at the door.")) == ["It is 3.5 degrees at the door."]


def test_sentences_are_breaths_of_their_own() -> None:
    assert list(breaths("好的。灯开了。")) == ["好的。", "灯开了。"]
    assert list(breaths("Done! Anything else?")) == ["Done!", "Anything else?"]


def test_a_long_run_without_punctuation_is_cut_between_words() -> None:
    pieces = list(breaths("word " * 200))
    assert len(pieces) > 2
    assert all(piece.split() == ["word"] * len(piece.split()) for piece in pieces)


def test_silence_around_speech_is_cut_and_the_level_set() -> None:
    rate = 8000
    tone = np.sin(np.arange(rate) / 3).astype(np.float32) * 0.01
    quiet = np.zeros(rate, dtype=np.float32)
    made = sound(np.concatenate((quiet, tone, quiet)), rate)
    assert rate < len(made) < 1.3 * rate
    assert 2000 < np.std(made.astype(np.float64)) < 3500


def test_nothing_stays_nothing() -> None:
    assert len(sound(np.zeros(100, dtype=np.float32), 8000)) == 0
    assert len(sound(np.zeros(0, dtype=np.float32), 8000)) == 0
