"""Home files: what is read, and what is said about those that cannot be."""

from contextlib import suppress
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from intents.home.layout import LayoutError, parse_home, parse_layout

SMALL: dict[str, Any] = {
    "floors": [{"id": "ground", "names": {"en": "ground floor", "zh": ["一楼"]}}],
    "areas": [{"id": "den", "names": {"en": ["den", "snug"]}, "floor": "ground"}],
    "devices": [{"id": "light.den", "names": {"en": ["lamp"]}, "area": "den", "state": {"on": False}}],
}


def test_a_home_file_becomes_a_home_and_its_first_states() -> None:
    layout = parse_layout(SMALL)
    assert layout.home.floors[0].names["en"] == ("ground floor",)
    assert layout.home.area_by_id["den"].floor == "ground"
    assert layout.home.by_id["light.den"].domain == "light"
    assert layout.states == {"light.den": {"on": False}}


@pytest.mark.parametrize(
    ("part", "entry", "message"),
    [
        ("devices", {"id": "light.den", "names": {"en": ["again"]}}, "'light.den' is used twice"),
        ("devices", {"id": "light.loft", "names": {"en": ["l"]}, "area": "loft"}, "there is no area 'loft'"),
        ("areas", {"id": "loft", "names": {"en": ["loft"]}, "floor": "sky"}, "there is no floor 'sky'"),
        ("devices", {"id": "lamp", "names": {"en": ["lamp"]}}, "devices.1.id"),
        ("devices", {"id": "light.x", "names": {}}, "devices.1.names"),
        ("devices", {"id": "light.x", "names": {"en": ["x"]}, "colour": "red"}, "devices.1.colour"),
    ],
)
def test_a_bad_entry_is_named(part: str, entry: dict[str, Any], message: str) -> None:
    with pytest.raises(LayoutError, match=message.replace(".", r"\.")):
        parse_home({**SMALL, part: [*SMALL[part], entry]})


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=5),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner, max_size=3),
    max_leaves=8,
)


@settings(max_examples=100, deadline=None)
@given(st.dictionaries(st.sampled_from(["floors", "areas", "devices", "x"]), JSON, max_size=3))
def test_nothing_but_a_home_or_a_layout_error_comes_of_a_file(data: dict[str, Any]) -> None:
    with suppress(LayoutError):
        assert {device.area for device in parse_home(data).devices} <= {None, *parse_home(data).area_by_id}
