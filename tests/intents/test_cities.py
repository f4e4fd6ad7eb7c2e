"""Cities by their names, and what their clocks say."""

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from assistant.dates import looked_up
from assistant.home.demo import demo_layout
from intents.cities import cities, city
from intents.compose import compose
from intents.home import Home
from intents.home.elsewhere import unless_elsewhere
from intents.vocabulary import Intent, Match, Route

NOON = datetime(2026, 11, 22, 12, 0, tzinfo=ZoneInfo("Asia/Shanghai"))


@pytest.mark.parametrize("language", ["en", "zh"])
def test_every_city_has_a_clock_and_a_name_of_its_own(language: str) -> None:
    names = cities(language)
    assert len({name.casefold() for name in names}) == len(names) > 100
    for name in names:
        found = city(name.upper(), language)
        assert found is not None
        assert abs(NOON.astimezone(ZoneInfo(found.zone)).utcoffset() or timedelta()) <= timedelta(hours=14)


def test_what_is_no_city_is_none() -> None:
    assert city("", "en") is None
    assert city("kitchen", "en") is None
    assert city("厨房", "zh") is None


@pytest.mark.parametrize(
    ("language", "slots", "said"),
    [
        ("en", {"city": "new york"}, "It's 11:00 PM in New York, yesterday."),
        ("en", {"city": "Tokyo"}, "It's 1:00 PM in Tokyo."),
        ("en", {"city": "London", "difference": True}, "London is 8 hours behind."),
        ("en", {"city": "Tokyo", "than": "London", "difference": True}, "Tokyo is 9 hours ahead of London."),
        ("en", {"city": "Singapore", "difference": True}, "Singapore keeps the same time as we do."),
        ("zh", {"city": "纽约"}, "纽约现在是昨天晚上11点整。"),
        ("zh", {"city": "东京", "difference": True}, "东京比这里早1小时。"),
        ("zh", {"city": "纽约", "than": "北京", "difference": True}, "纽约比北京晚13小时。"),
        ("zh", {"city": "香港", "difference": True}, "香港和这里没有时差。"),
    ],
)
def test_the_time_elsewhere(language: str, slots: dict[str, str | bool], said: str) -> None:
    report = looked_up(Intent("HassGetCurrentTime", slots), language, NOON)
    assert report is not None
    assert compose([report], Home(), language).text == said


def test_the_time_here_needs_no_city() -> None:
    report = looked_up(Intent("HassGetCurrentTime"), "en", NOON)
    assert report is not None
    assert compose([report], Home(), "en").text == "It's 12:00 PM."


@pytest.mark.parametrize(
    ("language", "when", "said"),
    [("en", "christmas", "4 weeks and 5 days."), ("zh", "明年1月1号", "还有5个星期零5天。")],
)
def test_how_many_weeks(language: str, when: str, said: str) -> None:
    asked = Intent("HassGetCurrentDate", {"time": when, "until": True, "in_weeks": True})
    report = looked_up(asked, language, NOON.astimezone(UTC))
    assert report is not None
    assert compose([report], Home(), language).text == said


@pytest.mark.parametrize(
    ("text", "language", "place"),
    [("turn on the light in london", "en", "london"), ("打开伦敦的灯", "zh", "伦敦")],
)
def test_a_city_is_no_room(text: str, language: str, place: str) -> None:
    likely = Match(
        (Intent("HassTurnOn", {"area": "客厅", "domain": "light"}),), 0.9, Route.SEMANTIC, language
    )
    match = unless_elsewhere(likely, text, demo_layout().home)
    assert (match.complete, match.intents[0].slots["area"]) == (False, place)
    nice = unless_elsewhere(likely, "turn on the nice lights", demo_layout().home)
    assert nice == likely
