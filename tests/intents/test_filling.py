"""What is read from the words of a request that was understood by its likeness."""

import pytest

from intents.semantic.filling import filled
from intents.vocabulary import Intent


@pytest.mark.parametrize(
    ("intent", "language", "text", "slots"),
    [
        ("HassListCompleteItem", "en", "I bought eggs", {"item": "eggs"}),
        ("HassListCompleteItem", "en", "take the ham off my list", {"item": "ham"}),
        ("HassListCompleteItem", "zh", "酸奶买完了从清单里划掉", {"item": "酸奶"}),
        (
            "HassListAddItem",
            "en",
            "put milk on the christmas list please",
            {"item": "milk", "name": "christmas"},
        ),
        ("HassListAddItem", "zh", "家里没酱油了记到单子上", {"item": "酱油"}),
        ("SetAlarm", "zh", "明早六点半叫我", {"time": "明早六点半"}),
        ("SetReminder", "zh", "别忘了提醒我下班买花", {"task": "下班买花"}),
        ("CancelReminder", "en", "forget the haircut on friday", {"time": "friday"}),
        ("HassMediaSearchAndPlay", "en", "I'd love to hear some bowie", {"search_query": "some bowie"}),
    ],
)
def test_a_request_says_what_it_is_about(intent: str, language: str, text: str, slots: dict[str, str]):
    assert filled(Intent(intent), text, language) == (Intent(intent, slots), True)


@pytest.mark.parametrize(
    ("intent", "language", "text"),
    [
        ("HassListCompleteItem", "en", "erase the last item"),
        ("HassListCompleteItem", "zh", "删掉第一条"),
        ("HassListAddItem", "en", "make a new list"),
        ("HassListAddItem", "zh", "帮我列个单子"),
        ("CancelReminder", "zh", "聚餐不去了"),
        ("CancelAlarm", "en", "drop it"),
    ],
)
def test_where_it_does_not_say_there_is_a_question_to_ask(intent: str, language: str, text: str):
    assert not filled(Intent(intent), text, language)[1]
