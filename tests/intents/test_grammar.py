"""The model may choose among the candidates, and nothing else can come of what it writes."""

import json

from hypothesis import given
from hypothesis import strategies as st

from intents import grammar, prompt
from intents.acts import Candidate
from intents.vocabulary import Intent, Match, Route

LAMP = Candidate("turn on the lamp", Intent("HassTurnOn", {"name": "lamp"}), "on", "light.lamp")
FAN = Candidate("turn off the fan", Intent("HassTurnOff", {"name": "fan"}), "off", "fan.fan")


def test_the_schema_lists_every_label_and_none_of_these():
    bound = grammar.schema((LAMP, FAN), "en")
    assert bound["properties"] == {
        "choice": {"type": "string", "enum": ["turn on the lamp", "turn off the fan", "none of these"]}
    }
    assert grammar.labels((LAMP,), "zh")[-1] == "都不是"


def test_a_choice_is_the_candidates_meaning():
    match = grammar.parse('{"choice": "turn off the fan"}', (LAMP, FAN), "en")
    assert match == Match((FAN.intent,), grammar.CONFIDENCE, Route.LLM, "en")


def test_none_of_these_is_nothing():
    assert grammar.parse('{"choice": "none of these"}', (LAMP, FAN), "en") is None


JSON = st.recursive(
    st.none() | st.text() | st.integers(),
    lambda inner: st.lists(inner) | st.dictionaries(st.just("choice"), inner),
)


@given(st.text() | JSON.map(json.dumps))
def test_nothing_outside_the_candidates_can_come_of_it(written):
    match = grammar.parse(written, (LAMP, FAN), "en")
    assert match is None or match.intents[0] in (LAMP.intent, FAN.intent)


def test_both_kinds_of_question_begin_alike_so_that_the_beginning_is_read_once():
    choice = prompt.choice("it is dark", ["turn on the lamp"])
    chat = prompt.chat("hello", "en", (("hi", "hello"),))
    shared = len(prompt.opening())
    assert choice[:shared] == chat[:shared] == prompt.opening()


def test_the_last_turns_stand_before_the_request():
    said = prompt.chat("它有多高？", "zh", (("中国最高的山是什么？", "珠穆朗玛峰。"),))
    assert said[-3:-1] == (("user", "中国最高的山是什么？"), ("assistant", "珠穆朗玛峰。"))
    assert "它有多高？" in said[-1][1]
