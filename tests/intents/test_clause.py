"""A reply is spoken clause by clause while it is still being written."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from intents.clause import LONGEST, ClauseSplitter


def split(*chunks: str) -> list[str]:
    splitter = ClauseSplitter()
    clauses = [clause for chunk in chunks for clause in splitter.feed(chunk)]
    return clauses + splitter.flush()


def stripped(*chunks: str) -> list[str]:
    return [clause.strip() for clause in split(*chunks)]


def test_a_sentence_is_spoken_as_soon_as_the_next_one_begins():
    splitter = ClauseSplitter()
    assert splitter.feed("The kitchen light is on.") == []
    assert splitter.feed(" ") == []
    assert splitter.feed("Any") == ["The kitchen light is on. "]
    assert splitter.flush() == ["Any"]


def test_the_first_clause_ends_at_an_early_comma_and_later_ones_do_not():
    text = "Once upon a time, there was a fox, who lived in a wood, far away, near the sea. It was red."
    assert stripped(text) == [
        "Once upon a time,",
        "there was a fox, who lived in a wood,",
        "far away, near the sea.",
        "It was red.",
    ]


def test_chinese_is_cut_at_its_own_punctuation():
    assert stripped("从前有一只狐狸，住在森林里。它是红色的，也很小！真的吗？是的。") == [
        "从前有一只狐狸，",
        "住在森林里。",
        "它是红色的，也很小！",
        "真的吗？",
        "是的。",
    ]


@pytest.mark.parametrize(
    "text",
    [
        "Pi is about 3.14 and e is 2.7",
        "Mr. Smith met Dr. Wu at 12:30",
        "Use e.g. a lamp i.e. a light",
        "See https://example.org/a.b?c=d,e:f for more",
        "下午3：30开会",
        "现在是12:30",
        "It costs 1,000,000 in the U.S. today",
        "Call me at 5 p.m. tomorrow",
        "J. R. R. Tolkien",
        "3.5度",
    ],
)
def test_points_and_commas_inside_things_do_not_cut(text):
    assert split(text) == [text]


def test_no_is_an_answer_and_no_5_a_number():
    assert stripped("No. The light is off.") == ["No.", "The light is off."]
    assert stripped("Chanel No. 5 please") == ["Chanel No. 5 please"]


def test_an_hour_may_end_a_sentence():
    assert stripped("Call me at 5 p.m. Then we talk.") == ["Call me at 5 p.m.", "Then we talk."]


def test_quotes_stay_with_their_sentence():
    assert stripped("他说：“走吧！”然后就走了。") == ["他说：“走吧！”", "然后就走了。"]
    assert stripped('He said "go!" Then he went.') == ['He said "go!"', "Then he went."]


def test_lines_are_clauses():
    assert stripped("First line\nsecond line\n\n1. one thing\n2. another") == [
        "First line",
        "second line",
        "1. one thing",
        "2. another",
    ]


def test_text_without_any_punctuation_is_cut_between_words():
    clauses = split("word " * 400)
    assert all(len(clause) <= LONGEST for clause in clauses)
    assert all(clause.endswith(" ") for clause in clauses)


def test_ten_thousand_characters_without_a_gap_stay_bounded():
    assert max(map(len, split("字" * 10_000))) <= LONGEST


PIECES = st.lists(
    st.sampled_from(
        [*'abA1 .,!?;:\n。，！？：”")—中文', "3.5", "Mr.", "e.g.", "p.m.", "a.b/c,d", "……", "x" * 130]
    )
    | st.text(max_size=8),
    max_size=30,
)


@given(PIECES)
def test_clauses_joined_are_the_text(pieces):
    assert "".join(split(*pieces)) == "".join(pieces)


@given(PIECES)
def test_chunking_never_changes_the_clauses(pieces):
    text = "".join(pieces)
    assert split(*pieces) == split(text) == split(*text)


@given(PIECES)
def test_no_clause_is_empty(pieces):
    assert all(split(*pieces))
