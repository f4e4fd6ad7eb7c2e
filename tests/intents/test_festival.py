"""Days that move: by the moon, by the sun, as a weekday of their month."""

from datetime import UTC, date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from intents.when import read_when
from intents.when.festival import dated, easter, moon_day

NOW = datetime(2025, 11, 22, 15, 5, tzinfo=UTC)


@pytest.mark.parametrize(
    ("said", "day"),
    [
        ("春节", "2026-02-17"),
        ("今年除夕", "2026-02-16"),
        ("明年春节", "2026-02-17"),
        ("2027年春节", "2027-02-06"),
        ("元宵节", "2026-03-03"),
        ("清明", "2026-04-05"),
        ("端午节", "2026-06-19"),
        ("七夕", "2026-08-19"),
        ("中秋节", "2026-09-25"),
        ("今年中秋节", "2025-10-06"),
        ("冬至", "2025-12-21"),
        ("腊八", "2026-01-26"),
        ("小年", "2026-02-10"),
        ("农历八月十五", "2026-09-25"),
        ("正月初五", "2026-02-21"),
        ("下个月初一", "2025-12-20"),
        ("母亲节", "2026-05-10"),
        ("感恩节", "2025-11-27"),
    ],
)
def test_a_day_of_the_chinese_year(said: str, day: str) -> None:
    when = read_when(said, "zh", NOW)
    assert when is not None
    assert str(when.start).startswith(day)


@pytest.mark.parametrize(
    ("said", "day"),
    [
        ("easter", "2026-04-05"),
        ("easter next year", "2026-04-05"),
        ("good friday", "2026-04-03"),
        ("thanksgiving", "2025-11-27"),
        ("black friday", "2025-11-28"),
        ("mother's day", "2026-05-10"),
        ("labor day", "2026-09-07"),
        ("memorial day", "2026-05-25"),
        ("chinese new year", "2026-02-17"),
        ("mid-autumn festival", "2026-09-25"),
    ],
)
def test_a_moving_feast(said: str, day: str) -> None:
    when = read_when(said, "en", NOW)
    assert when is not None
    assert str(when.start).startswith(day)


def test_the_eve_before_the_year_has_begun_is_the_coming_one() -> None:
    assert dated("今年除夕", "zh", datetime(2026, 1, 10, tzinfo=UTC)) == "2026年2月16日"


@pytest.mark.parametrize("said", ["明天有大雪吗", "有小雨", "小年轻", "过得去", "十五分钟"])
def test_weather_and_other_words_are_no_feasts(said: str) -> None:
    assert dated(said, "zh", NOW) == said


@pytest.mark.parametrize(
    ("year", "day"), [(2000, date(2000, 4, 23)), (2024, date(2024, 3, 31)), (2038, date(2038, 4, 25))]
)
def test_easter(year: int, day: date) -> None:
    assert easter(year) == day


@given(st.dates(date(1950, 1, 1), date(2090, 1, 1)))
def test_a_day_by_the_moon_is_within_a_month(day: date) -> None:
    month, number, _ = moon_day(day)
    assert 1 <= month <= 12
    assert 1 <= number <= 30
