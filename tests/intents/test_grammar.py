"""The model may choose among the candidates, and nothing else."""

from dataclasses import dataclass

import pytest

from intents import grammar, prompt
from intents.acts import Candidate
from intents.vocabulary import Intent, Match, Route

LAMP = Candidate("turn on the lamp", Intent("HassTurnOn", {"name": "lamp"}), "on", "light.lamp")
FAN = Candidate("turn off the fan", Intent("HassTurnOff", {"name": "fan"}), "off", "fan.fan")


@dataclass
class Choice:
    index: int
    probability: float = 0.9


def test_the_labels_end_in_none_of_these():
    assert grammar.labels((LAMP, FAN), "en") == ("turn on the lamp", "turn off the fan", "none of these")
    assert grammar.labels((LAMP,), "zh")[-1] == "都不是"


def test_a_choice_is_the_candidates_meaning_and_as_sure_as_the_model():
    match = grammar.chosen(Choice(1), (LAMP, FAN), "en")
    assert match == Match((FAN.intent,), 0.9, Route.LLM, "en")


def test_none_of_these_is_nothing():
    assert grammar.chosen(Choice(1), (LAMP,), "en") is None


def test_both_kinds_of_question_begin_alike_so_that_the_beginning_is_read_once():
    choice = prompt.choice("it is dark", ["turn on the lamp"])
    chat = prompt.chat("hello", "en", (("hi", "hello"),))
    shared = len(prompt.opening())
    assert choice[:shared] == chat[:shared] == prompt.opening()


def test_the_last_turns_stand_before_the_request():
    said = prompt.chat("它有多高？", "zh", (("中国最高的山是什么？", "珠穆朗玛峰。"),))
    assert said[-3:-1] == (("user", "中国最高的山是什么？"), ("assistant", "珠穆朗玛峰。"))
    assert "它有多高？" in said[-1][1]


@pytest.mark.parametrize(
    ("words", "into", "asked"),
    [("我饿了", None, "English"), ("I am hungry", None, "Chinese"), ("我饿了", "fr", "French")],
)
def test_a_translation_is_asked_for_in_the_words_that_the_model_knows_best(
    words: str, into: str | None, asked: str
) -> None:
    assert prompt.translation(words, into)[-1] == (
        "user",
        f"{words}\nTranslate into {asked}.\n(Answer in {asked}.)",
    )
