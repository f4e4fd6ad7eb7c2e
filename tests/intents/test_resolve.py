"""From meaning to effects, over homes of all kinds."""

import pytest

from intents.home import Area, Device, Home
from intents.resolve import resolve
from intents.target import Unresolved
from intents.vocabulary import Context, Effect, Intent, Scalar

HOME = Home(
    areas=(Area("den", {"en": ("den",)}), Area("loft", {"en": ("loft",), "zh": ("阁楼",)})),
    devices=(
        Device("light.den", {"en": ("lamp",)}, "den", capabilities=frozenset({"brightness"})),
        Device("light.loft", {"en": ("lamp",)}, "loft"),
        Device("cover.den", {"en": ("blind",)}, "den", "blind"),
        Device("lock.back", {"en": ("back door",)}),
        Device("script.party", {"en": ("party",)}),
        Device("button.bell", {"en": ("bell",)}),
    ),
)


def effects(name: str, /, room: str | None = None, **slots: Scalar) -> list[tuple[str, str]] | Unresolved:
    """Devices and commands."""
    found = resolve(Intent(name, slots), HOME, Context(room))
    return found if isinstance(found, Unresolved) else [(each.device, each.command) for each in found]


@pytest.mark.parametrize(
    ("name", "device", "command"),
    [
        ("HassTurnOn", "blind", "open"),
        ("HassTurnOff", "blind", "close"),
        ("HassTurnOn", "back door", "lock"),
        ("HassTurnOff", "back door", "unlock"),
        ("HassTurnOn", "party", "turn_on"),
        ("HassTurnOn", "bell", "press"),
    ],
)
def test_turning_on_means_what_home_assistant_means(name: str, device: str, command: str) -> None:
    found = resolve(Intent(name, {"name": device}), HOME, Context())
    assert isinstance(found, tuple)
    assert [each.command for each in found] == [command]


def test_of_two_with_one_name_the_one_in_the_room_is_meant() -> None:
    assert effects("HassTurnOn", "loft", name="lamp") == [("light.loft", "turn_on")]


def test_of_two_with_one_name_elsewhere_it_asks_which() -> None:
    found = effects("HassTurnOn", name="lamp")
    assert isinstance(found, Unresolved)
    assert found.problem == "ambiguous"
    assert found.detail["devices"] == ("light.den", "light.loft")


def test_a_named_area_beats_the_room_that_hears() -> None:
    assert effects("HassTurnOn", "den", domain="light", area="阁楼") == [("light.loft", "turn_on")]


def test_an_area_alone_means_its_lights() -> None:
    assert effects("HassTurnOn", area="den") == [("light.den", "turn_on")]


def test_all_means_the_whole_home_from_any_room() -> None:
    assert effects("HassTurnOff", "den", name="all", domain="light") == [
        ("light.den", "turn_off"),
        ("light.loft", "turn_off"),
    ]


def test_what_a_device_cannot_do_is_told_from_what_is_not_there() -> None:
    unable = effects("HassLightSet", area="loft", brightness=50)
    assert isinstance(unable, Unresolved)
    assert (unable.problem, unable.detail["command"]) == ("not_supported", "set_brightness")
    missing = effects("HassSetPosition", area="loft", position=50)
    assert isinstance(missing, Unresolved)
    assert missing.problem == "none_in_area"


def test_an_unknown_intent_is_said_to_be_unknown() -> None:
    assert effects("HassOpenPodBayDoors") == Unresolved("unknown_intent")


def test_two_values_give_two_effects_in_order() -> None:
    home = Home(devices=(Device("light.x", {"en": ("x",)}, capabilities=frozenset({"brightness", "color"})),))
    found = resolve(Intent("HassLightSet", {"name": "x", "brightness": 5, "color": "red"}), home, Context())
    assert found == (
        Effect("light.x", "set_color", {"color": "red"}),
        Effect("light.x", "set_brightness", {"brightness": 5}),
    )
