"""Endpointing: a voice begins, hesitates and ends; clicks and silence are nothing."""

from dataclasses import dataclass
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from audio.endpoint import (
    MOST_PARTS,
    Endpointer,
    Endpointing,
    Lengthened,
    Paused,
    Resumed,
    SpeechEnded,
    SpeechEvent,
    SpeechStarted,
)
from audio.frame import FRAME, RATE

PROBABILITIES = st.lists(
    st.tuples(st.sampled_from([0.0, 0.3, 0.4, 0.6, 1.0]), st.integers(1, 40)), max_size=30
)


def _frames(seconds: float) -> int:
    return round(seconds * RATE / FRAME)


def _hear(endpointer: Endpointer, *script: tuple[float, float]) -> list[SpeechEvent]:
    """Feed (probability, seconds) pairs, frame by frame."""
    return [
        event
        for probability, seconds in script
        for _ in range(_frames(seconds))
        for event in endpointer.feed(probability, FRAME)
    ]


def test_a_sentence_begins_pauses_and_ends() -> None:
    endpointer = Endpointer()
    started, paused, ended = _hear(endpointer, (0, 1), (0.9, 1), (0, 1))
    assert isinstance(started, SpeechStarted)
    assert started.at == _frames(1) * FRAME
    assert isinstance(paused, Paused)
    assert isinstance(ended, SpeechEnded)
    assert paused.at == ended.at == _frames(2) * FRAME
    assert ended.decided - ended.at == pytest.approx(0.7 * RATE, abs=FRAME)
    assert not endpointer.speaking


def test_a_hesitation_is_a_pause_and_the_sentence_goes_on() -> None:
    events = _hear(Endpointer(), (0.9, 1), (0, 0.5), (0.9, 1), (0, 1))
    assert [type(event) for event in events] == [SpeechStarted, Paused, Resumed, Paused, SpeechEnded]
    assert events[1].at != events[4].at  # work done ahead at the first pause is void
    assert events[2] == Resumed(_frames(1.5) * FRAME, _frames(0.5) * FRAME)
    assert events[3].at == events[4].at


def test_a_judgement_decides_how_much_silence_is_the_end() -> None:
    for judged in (0.3, 1.4):
        endpointer = Endpointer()
        *_, paused = _hear(endpointer, (0.9, 1), (0, 0.25))
        endpointer.judge(paused.at, judged)
        (ended,) = _hear(endpointer, (0, 2))
        assert isinstance(ended, SpeechEnded)
        assert ended.decided - ended.at == pytest.approx(judged * RATE, abs=FRAME)


def test_a_judgement_is_void_once_the_voice_goes_on() -> None:
    endpointer = Endpointer()
    *_, paused = _hear(endpointer, (0.9, 1), (0, 0.25))
    endpointer.judge(paused.at, 0.3)
    *_, ended = _hear(endpointer, (0.9, 1), (0, 2))
    endpointer.judge(paused.at, 0.0)
    assert isinstance(ended, SpeechEnded)
    assert ended.decided - ended.at == pytest.approx(0.7 * RATE, abs=FRAME)


def test_a_wavering_voice_is_one_voice() -> None:
    wavering = [(0.6, 0.1), (0.4, 0.5)] * 4
    events = _hear(Endpointer(), *wavering, (0, 1))
    assert [type(event) for event in events] == [SpeechStarted, Paused, SpeechEnded]


def test_a_click_is_no_voice() -> None:
    assert _hear(Endpointer(), *[(0.9, 0.1), (0, 0.3)] * 10) == []


def test_a_short_word_with_a_gap_in_it_is_heard() -> None:
    assert _hear(Endpointer(), (0.9, 0.07), (0, 0.07), (0.9, 0.15))


def test_somebody_who_never_stops_is_cut_and_heard_on_for_a_while() -> None:
    events = _hear(Endpointer(Endpointing(longest_s=5)), (0.9, 22))
    cuts = [Lengthened] * (MOST_PARTS - 1)
    assert [type(event) for event in events] == [SpeechStarted, *cuts, SpeechEnded, SpeechStarted]
    assert [event.at / RATE for event in events[1:5]] == pytest.approx([5, 10, 15, 20], abs=0.1)
    assert events[4].at == events[5].at  # nothing between the two is lost


def test_what_becomes_long_is_cut_at_the_next_pause() -> None:
    sentences = [(0.9, 3.0), (0, 0.3)] * 4
    events = _hear(Endpointer(Endpointing(longest_s=10)), *sentences, (0, 1))
    cuts = [event for event in events if isinstance(event, Lengthened)]
    assert [cut.at / RATE for cut in cuts] == pytest.approx([6.3], abs=0.1)
    assert cuts[0].silence == pytest.approx(0.3 * RATE, abs=FRAME)
    assert isinstance(events[-1], SpeechEnded)


def test_nothing_long_is_cut_within_a_word() -> None:
    sentences = [(0.9, 3.0), (0, 0.13)] * 3
    events = _hear(Endpointer(Endpointing(longest_s=15)), *sentences, (0, 1))
    assert not any(isinstance(event, Lengthened) for event in events)
    assert sum(isinstance(event, Paused) for event in events) == 3


def test_the_end_of_the_stream_ends_the_sentence() -> None:
    endpointer = Endpointer()
    _hear(endpointer, (0.9, 1), (0, 0.2))
    (ended,) = endpointer.finish()
    assert ended == SpeechEnded(_frames(1) * FRAME, _frames(1) * FRAME + _frames(0.2) * FRAME)
    assert endpointer.finish() == []


def test_positions_go_on_from_where_it_was_reset() -> None:
    endpointer = Endpointer()
    _hear(endpointer, (0.9, 1))
    endpointer.reset(1_000_000)
    assert _hear(endpointer, (0.9, 1)) == [SpeechStarted(1_000_000)]


@given(st.lists(st.floats(0, 0.49), max_size=200))
def test_silence_never_gives_speech(probabilities: list[float]) -> None:
    endpointer = Endpointer()
    assert [event for p in probabilities for event in endpointer.feed(p, FRAME)] == []


@dataclass(frozen=True)
class _Heard:
    """A run of frames that are surely speech."""

    start: int
    end: int


@given(PROBABILITIES)
def test_starts_and_ends_alternate_in_order_and_cover_every_clear_voice(
    script: list[tuple[float, int]],
) -> None:
    patience = Endpointing(longest_s=3)
    endpointer, now = Endpointer(patience), 0
    spans: list[list[int]] = []
    voices: list[_Heard] = []
    for probability, frames in script:
        begun = now
        for _ in range(frames):
            now += FRAME
            for event in endpointer.feed(probability, FRAME):
                match event:
                    case SpeechStarted(at):
                        assert not spans or len(spans[-1]) == 2
                        assert at <= now
                        spans.append([at])
                    case SpeechEnded(at, decided):
                        assert len(spans[-1]) == 1
                        assert spans[-1][0] < at <= decided == now
                        assert decided - spans[-1][0] <= MOST_PARTS * patience.longest_s * RATE + FRAME
                        spans[-1].append(at)
                    case Paused(at):
                        assert spans[-1][0] < at <= now
        if probability == 1.0:
            voices.append(_Heard(begun, now))
    for event in endpointer.finish():
        assert isinstance(event, SpeechEnded)
        spans[-1].append(event.at)
    assert all(len(span) == 2 for span in spans)
    assert all(one[1] <= other[0] for one, other in pairwise(spans))
    shortest = patience.min_speech_s * RATE + FRAME
    for voice in (voice for voice in voices if voice.end - voice.start >= shortest):
        covered = sum(max(0, min(span[1], voice.end) - max(span[0], voice.start)) for span in spans)
        assert voice.end - voice.start - covered < shortest  # only what a cut leaves over may be too short


@pytest.mark.parametrize("wrong", [{"on": 0.3, "off": 0.4}, {"silence_s": 0.0}, {"longest_s": 0.1}])
def test_patience_that_could_never_work_is_refused(wrong: dict[str, float]) -> None:
    with pytest.raises(ValueError, match="endpointing needs"):
        Endpointing(**wrong)
