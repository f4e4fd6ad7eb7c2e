"""Reasoning is never part of the reply, wherever the pieces are cut."""

from itertools import pairwise

from hypothesis import example, given
from hypothesis import strategies as st

from models.reasoning import WithoutReasoning


def heard(pieces: list[str]) -> str:
    reply = WithoutReasoning()
    return "".join(reply.feed(piece) for piece in pieces) + reply.end()


def cut(text: str, places: list[int]) -> list[str]:
    edges = [0, *sorted(min(place, len(text)) for place in places), len(text)]
    return [text[start:end] for start, end in pairwise(edges)]


PLAIN = st.text(st.sampled_from("ab 灯<think/"), max_size=20).filter(
    lambda text: "<think>" not in text and "</think>" not in text
)


@given(PLAIN, PLAIN, st.lists(st.integers(0, 60), max_size=20))
@example("<th", "ok", [3, 5])
def test_what_is_thought_is_not_said(thought: str, said: str, places: list[int]) -> None:
    thought = thought.replace("<", "")
    text = f"<think>{thought}</think>\n\n{said}"
    assert heard(cut(text, places)) == said.lstrip()


@given(PLAIN, st.lists(st.integers(0, 20), max_size=20))
def test_a_reply_without_reasoning_is_left_as_it_is(said: str, places: list[int]) -> None:
    assert heard(cut(said, places)) == said.lstrip()


def test_a_piece_that_cannot_become_a_mark_is_said_at_once() -> None:
    reply = WithoutReasoning()
    assert reply.feed("Hello <b") == "Hello <b"
    assert reply.feed(" and <thi") == " and "
    assert reply.feed("s>") == "<this>"


def test_thinking_that_never_ends_says_nothing() -> None:
    assert heard(["<think>", "hmm", " hmm"]) == ""
