"""A number that was said is what it is set to, or by how much it changes."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from intents.number.amount import exactly
from intents.vocabulary import Intent, Scalar

COLDER = Intent("HassClimateSetTemperature", {"temperature_step": -2})
WARMER = Intent("HassClimateSetTemperature", {"temperature_step": 2})
LOUDER = Intent("HassSetVolumeRelative", {"volume_step": "up"})
DIMMER = Intent("HassLightSet", {"brightness_step": -40, "area": "study"})


@pytest.mark.parametrize(
    ("liked", "text", "name", "slots"),
    [
        (WARMER, "heat the place up to 22", "HassClimateSetTemperature", {"temperature": 22}),
        (WARMER, "i'm freezing, turn it up by three degrees", WARMER.name, {"temperature_step": 3}),
        (COLDER, "太热了，降两度", COLDER.name, {"temperature_step": -2}),
        (COLDER, "太热了，降到二十三度", COLDER.name, {"temperature": 23}),
        (WARMER, "it's one of those days", WARMER.name, {"temperature_step": 2}),
        (LOUDER, "i can't hear it, put it at sixty", "HassSetVolume", {"volume_level": 60}),
        (DIMMER, "too bright, 30 percent will do", "HassLightSet", {"brightness": 30, "area": "study"}),
        (Intent("HassLightSet", {"area": "study"}), "i'd like the study at sixty brightness", "HassLightSet",
         {"area": "study", "brightness": 60}),
    ],
)  # fmt: skip
def test_a_number_counts(liked: Intent, text: str, name: str, slots: dict[str, Scalar]) -> None:
    assert exactly(liked, text) == Intent(name, slots)


@given(st.text(max_size=60))
def test_words_without_a_number_change_nothing(text: str) -> None:
    found = exactly(WARMER, text)
    assert found.name == WARMER.name
    assert found == WARMER or any(sign.isalnum() for sign in text)
