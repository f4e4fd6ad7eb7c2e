"""What is read from the words of a request that was understood by its likeness."""

import pytest

from intents.semantic.filling import filled
from intents.semantic.lookup import looked_up
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


@pytest.mark.parametrize(
    ("intent", "text", "language", "slots", "enough"),
    [
        ("HassStartTimer", "give me a shout in twenty minutes, the cake's in", "en", {"seconds": 1200}, True),
        ("HassStartTimer", "plank for ninety seconds", "en", {"seconds": 90}, True),
        ("HassStartTimer", "煮面呢，给我计三分钟", "zh", {"seconds": 180}, True),
        ("HassStartTimer", "盯着点儿，十二分钟后关火", "zh", {"seconds": 720}, True),
        ("HassStartTimer", "time me while i brush my teeth", "en", {}, False),
        ("HassStartTimer", "ten minutes for the rice and five minutes for the peas", "en", {}, False),
        ("SnoozeAlarm", "ugh, five more minutes", "en", {}, True),
        ("SnoozeAlarm", "let me doze for ten minutes", "en", {"minutes": 10}, True),
        ("SnoozeAlarm", "再让我躺一刻钟", "zh", {"minutes": 15}, True),
    ],
)
def test_what_takes_a_while_takes_as_long_as_was_said_once(
    intent: str, text: str, language: str, slots: dict[str, int], enough: bool
) -> None:
    read, suffices = filled(Intent(intent), text, language)
    assert (read.slots, suffices) == (slots, enough)


@pytest.mark.parametrize(
    ("sense", "text", "intent"),
    [
        ("indoor", "is it chilly in the nursery", "HassClimateGetTemperature"),
        ("indoor", "is the air very dry in here", "HassGetState"),
        ("indoor", "屋里潮不潮", "HassGetState"),
        ("car_range", "have we enough juice to get to grandma's", "CarBattery"),
        ("car_range", "how far will this battery take us", "CarRange"),
        ("car_range", "车充到百分之几了", "CarBattery"),
        ("time", "what's the date", "HassGetCurrentDate"),
    ],
)
def test_a_question_is_told_from_others_of_its_sense(sense: str, text: str, intent: str) -> None:
    assert looked_up(sense, text)[0].name == intent
