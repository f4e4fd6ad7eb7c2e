"""How long to wait: quick with whoever has finished, patient with whoever has not."""

from hypothesis import given
from hypothesis import strategies as st

from assistant.config import Voice
from assistant.patience import LONGEST_S, MARGIN_S, Patience, Words


def test_a_whole_request_in_a_finished_voice_is_answered_at_once() -> None:
    patience = Patience(Voice())
    assert patience.silence_s(Words.COMPLETE, 0.9) < patience.silence_s(Words.OPEN, 0.9)
    assert patience.silence_s(Words.COMPLETE, 0.2) == patience.silence_s(Words.OPEN, 0.9) == 0.7


def test_whoever_looks_for_a_word_is_waited_for() -> None:
    patience = Patience(Voice())
    assert patience.silence_s(Words.UNFINISHED, 0.9) > 1.2
    assert patience.silence_s(Words.OPEN, 0.05) > 1.2


def test_somebody_who_pauses_between_words_is_not_cut_off_the_next_time() -> None:
    patience = Patience(Voice())
    patience.resumed(0.6)
    assert patience.silence_s(Words.COMPLETE, 0.9) >= 0.6 + MARGIN_S, "within the same breath"
    patience.ended()
    assert patience.silence_s(Words.COMPLETE, 0.9) < 0.6, "one pause is no habit"
    patience.resumed(0.6)
    patience.ended()
    assert patience.silence_s(Words.COMPLETE, 0.9) >= 0.6 + MARGIN_S
    for _ in range(8):
        patience.ended()
    assert patience.silence_s(Words.COMPLETE, 0.9) < 0.6, "quick people came since"


def test_what_is_between_the_sounds_of_a_word_is_no_habit() -> None:
    patience = Patience(Voice())
    before = patience.silence_s(Words.COMPLETE, 0.9)
    for _ in range(3):
        patience.resumed(0.13)
        patience.ended()
    assert patience.silence_s(Words.COMPLETE, 0.9) == before


def test_the_patient_setting_waits_longer_for_everybody() -> None:
    slow, normal = Patience(Voice(patience="patient")), Patience(Voice())
    for words in Words:
        assert slow.silence_s(words, 0.9) > normal.silence_s(words, 0.9)


@given(
    st.lists(st.one_of(st.none(), st.floats(0, 20)), max_size=30),
    st.sampled_from(Words),
    st.floats(0, 1),
    st.floats(0.2, 3),
)
def test_no_history_makes_it_deaf_or_hasty(
    pauses: list[float | None], words: Words, sound: float, silence_s: float
) -> None:
    patience = Patience(Voice(silence_s=silence_s))
    for pause in pauses:
        if pause is None:
            patience.ended()
        else:
            patience.resumed(pause)
    assert min(silence_s / 2, LONGEST_S) <= patience.silence_s(words, sound) <= LONGEST_S
