"""When a suspicion is verified, and what it takes to confirm it."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from audio.frame import FRAME, RATE
from models.cascade import AGAIN, APART, SETTLING, Cascade, Suspect, WakeWord
from models.protocols import WakeScore

NAME = WakeWord("xiaoban", "小伴", "zh", loose=0.2, sure=0.9, likely=-8.0)
OTHER = WakeWord("hey_jarvis", "Hey Jarvis", "en", loose=0.2, sure=0.9, likely=-8.0)


Suspects = list[tuple[int, Suspect]]


def play(cascade: Cascade, scores: list[float], word: WakeWord = NAME, start: int = 0) -> Suspects:
    """The frames at which somebody is suspected, for one score a frame."""
    suspects = []
    for number, score in enumerate(scores):
        end = start + (number + 1) * FRAME
        suspects += [(end, each) for each in cascade.feed(end, [WakeScore(word.id, score, word.loose)])]
    return suspects


def test_nothing_is_suspected_below_the_loose_threshold() -> None:
    assert play(Cascade([NAME]), [0.19] * 100) == []


def test_a_sure_word_is_verified_at_once() -> None:
    [(end, suspect)] = play(Cascade([NAME]), [0.0, 0.0, 0.95, 0.0])
    assert (end, suspect.at, suspect.score) == (3 * FRAME, 3 * FRAME, 0.95)


def test_a_doubtful_word_is_given_time_to_come_to_its_top() -> None:
    [(end, suspect)] = play(Cascade([NAME]), [0.3, 0.5, 0.8, 0.6, 0.4, 0.0])
    assert end - FRAME >= SETTLING
    assert (suspect.at, suspect.score) == (3 * FRAME, 0.8)


def test_a_word_that_ends_late_is_verified_once_more_and_no_noise_oftener() -> None:
    [first, second] = play(Cascade([NAME]), [0.5] * (5 * RATE // FRAME))
    assert second[0] - first[0] >= AGAIN


def test_the_next_time_is_another_occasion() -> None:
    silence = [0.0] * (APART // FRAME + 2)
    assert len(play(Cascade([NAME]), [0.95, *silence, 0.95])) == 2


def test_after_a_wake_the_rest_of_the_word_does_not_wake_again() -> None:
    cascade = Cascade([NAME])
    [(end, suspect)] = play(cascade, [0.95])
    cascade.woken(suspect)
    assert play(cascade, [0.95] * (APART // FRAME - 1), start=end) == []
    assert play(cascade, [0.95], start=end + APART)


def test_of_several_words_the_likeliest_is_verified_first() -> None:
    cascade = Cascade([NAME, OTHER])
    due = cascade.feed(FRAME, [WakeScore("xiaoban", 0.91, 0.2), WakeScore("hey_jarvis", 0.99, 0.2)])
    assert [suspect.word.id for suspect in due] == ["hey_jarvis", "xiaoban"]


def test_a_word_that_nobody_listens_for_is_not_looked_at() -> None:
    assert Cascade([NAME]).feed(FRAME, [WakeScore("alexa", 1.0, 0.2)]) == []


def test_the_weaker_the_detector_the_surer_must_the_verifier_be() -> None:
    assert NAME.needed(0.2) == pytest.approx(-4.0)
    assert NAME.needed(0.95) == pytest.approx(-8.0)
    assert Suspect(NAME, 0, 0.95).confirmed(-7.0)
    assert not Suspect(NAME, 0, 0.25).confirmed(-7.0)


def test_where_nobody_verifies_the_detector_must_be_sure() -> None:
    assert play(Cascade([NAME.strict]), [0.89] * 50) == []
    assert play(Cascade([NAME.strict]), [0.91])


@given(st.lists(st.floats(0, 1), max_size=200))
def test_whatever_is_heard_checks_are_few_and_of_what_was_heard(scores: list[float]) -> None:
    suspects = play(Cascade([NAME]), scores)
    assert all(a[0] + AGAIN <= b[0] for a, b in pairwise(suspects))
    for end, suspect in suspects:
        assert 0 < suspect.at <= end
        assert suspect.score == scores[suspect.at // FRAME - 1] >= NAME.loose
        assert NAME.likely <= NAME.needed(suspect.score) <= NAME.likely / 2
