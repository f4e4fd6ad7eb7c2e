"""From a few frames after the wake word to one utterance."""

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from assistant.attention import LEAD, TRAIL, Attention, breath
from audio.endpoint import Endpointer, Endpointing, Paused, SpeechEnded, SpeechStarted
from audio.frame import FRAME, RATE, Frame, Samples


def _frame(number: int) -> Frame:
    return Frame(np.full(FRAME, number, np.int16), number * FRAME)


def _attention(opened: int = 0, wait: int = 5 * RATE, before: list[Frame] | None = None) -> Attention:
    return Attention(Endpointer(Endpointing()), opened, wait, before or [], after_wake=True)


def test_words_right_behind_the_wake_word_keep_their_beginning() -> None:
    before = [_frame(number) for number in range(30)]
    attention = _attention(opened=30 * FRAME, before=before)
    for number in range(30, 70):
        attention.hear(_frame(number), 0.9)
    utterance = attention.utterance(70 * FRAME, 70 * FRAME)
    assert utterance.start == 30 * FRAME - LEAD
    assert len(utterance.samples) == 70 * FRAME - utterance.start


def test_a_pause_is_news_and_so_is_the_end() -> None:
    attention, news = _attention(), []
    for number in range(120):
        if found := attention.hear(_frame(number), 0.9 if 20 <= number < 60 else 0.0):
            news.append(found)
    assert [type(event) for event in news] == [SpeechStarted, Paused, SpeechEnded]
    assert {event.at for event in news[1:]} == {60 * FRAME}


def test_nobody_speaks_in_time() -> None:
    attention = _attention(wait=RATE)
    for number in range(40):
        attention.hear(_frame(number), 0.0)
    assert attention.expired(40 * FRAME)


@given(gap=st.integers(1, 50), length=st.integers(10, 60))
def test_an_utterance_never_reaches_behind_what_was_decided(gap: int, length: int) -> None:
    attention = _attention(wait=100 * RATE)
    for number in range(gap + length + 60):
        news = attention.hear(_frame(number), 0.9 if gap <= number < gap + length else 0.0)
        if isinstance(news, SpeechEnded):
            utterance = attention.utterance(news.at, news.decided)
            assert utterance.start + len(utterance.samples) <= news.decided
            assert utterance.start <= gap * FRAME
            assert len(utterance.samples) >= length * FRAME
            assert len(utterance.samples) <= length * FRAME + LEAD + TRAIL + 2 * FRAME
            return
    raise AssertionError("the utterance never ended")


def _tone(seconds: float, level: int = 6000) -> Samples:
    return (level * np.sin(np.arange(round(seconds * RATE)) * 0.3)).astype(np.int16)


def test_the_end_of_the_wake_word_is_cut_off_at_the_breath_behind_it() -> None:
    sound = np.concatenate([_tone(0.2), np.zeros(1600, np.int16), _tone(0.3)])
    assert 3200 <= breath(sound) < 3200 + 1600


def test_without_a_breath_nothing_is_cut() -> None:
    sound = np.concatenate([_tone(0.2), _tone(0.1, 2000), _tone(0.3)])
    assert breath(sound) == 0


@given(length=st.integers(0, 2000))
def test_the_cut_is_inside_the_sound(length: int) -> None:
    assert 0 <= breath(_tone(1)[:length]) <= length
