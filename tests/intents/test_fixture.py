"""Homes in the form of Home Assistant's intent tests."""

import pytest

from intents.home.fixture import is_fixture, parse_fixture
from intents.home.layout import LayoutError

FIXTURE = {
    "language": "zh-cn",
    "floors": [{"id": "up", "name": "楼上"}],
    "areas": [{"id": "den", "name": "书房", "floor": "up"}],
    "entities": [
        {
            "id": "cover.left",
            "name": "左侧窗帘",
            "area": "den",
            "attributes": {"device_class": "curtain", "position": "0"},
        },
        {"id": "climate.ac", "name": "空调", "state": {"in": "加热", "out": "heat"}},
        {"id": "climate.ac", "name": "温控器"},
        {"id": "todo.shop", "name": "Trader Joe[']s"},
    ],
    "timers": [{"name": "披萨"}],
}


def test_a_fixture_becomes_a_home() -> None:
    home = parse_fixture(FIXTURE)
    curtain, climate, shop = home.devices
    assert (curtain.device_class, curtain.area, curtain.attributes) == ("curtain", "den", {"position": "0"})
    assert climate.names == {"zh": ("空调", "温控器")}
    assert set(shop.names["zh"]) == {"Trader Joe's", "Trader Joes"}
    assert (home.areas[0].floor, home.floors[0].names) == ("up", {"zh": ("楼上",)})


def test_it_is_told_from_a_home_file_of_ours() -> None:
    assert is_fixture(FIXTURE)
    assert not is_fixture({"areas": [], "devices": []})


@pytest.mark.parametrize(
    ("broken", "place"),
    [
        ({"entities": []}, "language"),
        ({"language": "en", "entities": [{"id": "light.x"}]}, "entities.0.name"),
        ({"language": "en", "entities": 3}, "entities"),
    ],
)
def test_what_is_missing_is_named(broken: dict[str, object], place: str) -> None:
    with pytest.raises(LayoutError, match=place):
        parse_fixture(broken)
