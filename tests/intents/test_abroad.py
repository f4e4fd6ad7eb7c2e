"""Matters that no home looks up, and places of the weather."""

import pytest

from intents.places import place_in, place_told
from intents.semantic.abroad import books, is_abroad, is_other_deed
from intents.spans import times

ABROAD = (
    "how much did I spend on shoes this year",
    "move fifty dollars to my savings account",
    "what's the interest rate on my credit card",
    "when does my flight start boarding",
    "how do I get a new insurance card",
    "has my application been approved yet",
    "I have to mop the stairs later",
    "how to cancel",
)
OURS = (
    "when is my dentist appointment",
    "what is on my calendar on friday",
    "remind me to pay the insurance",
    "do I have a flight on my calendar",
    "will it snow at the airport tomorrow",
    "I want to know how cold it is",
    "what's next",
)


@pytest.mark.parametrize("text", ABROAD)
def test_money_journeys_and_instructions_are_of_no_home(text: str) -> None:
    assert is_abroad(text)


@pytest.mark.parametrize("text", OURS)
def test_calendars_lists_and_forecasts_are_of_the_home(text: str) -> None:
    assert not is_abroad(text)


def test_to_book_is_more_than_to_be_reminded() -> None:
    assert books("reserve a table for four at the steakhouse under the name Ann")
    assert not books("remind me to book a table for four")
    assert not books("put return the book on my list")


def test_likeness_knows_only_neighbours_of_some_deeds() -> None:
    assert is_other_deed("HassSetVolumeRelative", "would you speak with less speed")
    assert is_other_deed("HassMediaPlayerMute", "leave whisper mode")
    assert is_other_deed("HassVacuumStart", "clean the car windows")
    assert not is_other_deed("HassVacuumStart", "there are crumbs under the table")
    assert not is_other_deed("HassSetVolumeRelative", "I can hardly hear it")


PLACES = {
    "how cold is it in minnesota today": "minnesota",
    "will there be fog near lake tahoe tomorrow morning": "lake tahoe",
    "is it snowing in boise, idaho": "boise, idaho",
    "weather for yellowstone park to see if it rains": "yellowstone park",
    "will it rain in the next few hours": None,
    "what's the weather like at home": None,
    "is it nice in the garden": None,
    "do I need a coat for the morning": None,
}


@pytest.mark.parametrize("text", PLACES)
def test_the_place_of_the_weather_is_told_by_the_word_before_it(text: str) -> None:
    assert place_told(text, times(text, "en")) == PLACES[text]
    assert place_in(text, "en") is None or place_in(text, "en") == PLACES[text]
