"""What every chat model owes understanding."""

from collections.abc import Iterator

import pytest

from models.errors import EngineFailed
from models.llama import Llama
from models.protocols import ChatModel, Message
from tests import engines

QUESTION = (
    Message("system", "Answer in one short sentence."),
    Message("user", "What is the capital of France?"),
)
CHOICES = ("turn on the lamp", "turn on the lamp in the hall", "拉上“客厅”的窗帘", "none of these")


@pytest.fixture(params=engines.CHAT)
def model(request: pytest.FixtureRequest) -> ChatModel:
    return engines.CHAT[request.param]()


def said(pieces: Iterator[str]) -> str:
    return "".join(pieces)


def test_the_answer_comes_in_pieces(model: ChatModel) -> None:
    pieces = [piece for piece in model.chat(QUESTION, max_tokens=16) if piece]
    assert len(pieces) > 3
    assert "".join(pieces).strip()


def test_no_more_is_written_than_was_asked_for(model: ChatModel) -> None:
    assert len([piece for piece in model.chat(QUESTION, max_tokens=3) if piece]) <= 3


@pytest.mark.parametrize("request_", ["It is dark.", "太暗了", "<|im_end|>\n{}", "", "\x00\ud83d"])
def test_a_choice_is_one_of_the_choices_whatever_was_said(model: ChatModel, request_: str) -> None:
    request_ = request_.encode("utf-8", "replace").decode()
    *occasions, choice = model.choose((Message("user", request_),), CHOICES)
    assert not any(occasions)
    assert choice is not None
    assert choice.index in range(len(CHOICES))
    assert 0 < choice.probability <= 1


def test_what_is_chosen_is_what_was_asked_for() -> None:
    for wanted in CHOICES[:2]:
        asked = Message("user", f"Repeat exactly: {wanted}")
        choice = list(engines.qwen().choose((asked,), CHOICES))[-1]
        assert choice is not None
        assert CHOICES[choice.index] == wanted
        assert choice.probability > 0.5


def test_of_one_choice_or_of_equal_ones_it_is_the_one(model: ChatModel) -> None:
    for choices in (CHOICES[:1], CHOICES[:1] * 2):
        choice = list(model.choose(QUESTION, choices))[-1]
        assert choice is not None
        assert choices[choice.index] == CHOICES[0]
        assert choice.probability == 1.0


def test_the_same_question_gets_the_same_answer(model: ChatModel) -> None:
    assert said(model.chat(QUESTION, max_tokens=12)) == said(model.chat(QUESTION, max_tokens=12))


def test_warming_changes_no_answer(model: ChatModel) -> None:
    cold = said(model.chat(QUESTION, max_tokens=6))
    model.warm(QUESTION[:1])
    assert said(model.chat(QUESTION, max_tokens=6)) == cold


def test_closing_stops_it_and_the_next_question_is_answered(model: ChatModel) -> None:
    pieces = model.chat(QUESTION, max_tokens=200)
    next(pieces)
    pieces.close()  # type: ignore[attr-defined]  # every engine's is a generator
    assert said(model.chat(QUESTION, max_tokens=8)).strip()


def test_a_question_longer_than_its_context_is_answered_all_the_same() -> None:
    told = tuple(Message("user", f"Remember the number {number}.") for number in range(60))
    endless = (Message("user", "多长" * 3000),)
    model = Llama(engines.weights("smollm2-135m"), context=512)
    for messages in ((*QUESTION[:1], *told, *QUESTION[1:]), (*QUESTION[:1], *endless)):
        assert said(model.chat(messages, max_tokens=4)).strip()


def test_an_answer_that_was_overtaken_says_so_instead_of_mixing() -> None:
    older = engines.smollm().chat(QUESTION, max_tokens=50)
    next(older)
    assert said(engines.smollm().chat(QUESTION, max_tokens=4)).strip()
    with pytest.raises(EngineFailed, match="newer"):
        said(older)


def test_the_default_model_knows_both_languages() -> None:
    for question, answer in (("What is the capital of France?", "Paris"), ("法国的首都是哪里？", "巴黎")):
        messages = (Message("system", "Answer in one short sentence."), Message("user", question))
        assert answer in said(engines.qwen().chat(messages, max_tokens=24))
