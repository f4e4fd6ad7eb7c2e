"""What people say of times that come again, through the changes of the clocks."""

from datetime import UTC, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from intents.when.recurrence import Recurrence
from intents.when.repeat import read_recurrence

NOW = datetime(2026, 11, 22, 8, 30, tzinfo=ZoneInfo("Asia/Shanghai"))  # a Sunday
BERLIN = ZoneInfo("Europe/Berlin")


def next_two(text: str, language: str) -> list[str]:
    repeated = read_recurrence(text, language, NOW)
    assert repeated
    first = repeated.next_after(NOW)
    assert first
    second = repeated.next_after(first)
    assert second
    return [f"{moment:%a %d %b %H:%M}" for moment in (first, second)]


@pytest.mark.parametrize(
    ("english", "chinese", "expected"),
    [
        ("every weekday at seven", "每个工作日早上七点", ["Mon 23 Nov 07:00", "Tue 24 Nov 07:00"]),
        ("wake me up at 7 every weekday", "工作日早上七点叫我起床", ["Mon 23 Nov 07:00", "Tue 24 Nov 07:00"]),
        ("every Saturday at 9 am", "每周六上午9点", ["Sat 28 Nov 09:00", "Sat 05 Dec 09:00"]),
        ("every day at 8 in the evening", "每天晚上8点", ["Sun 22 Nov 20:00", "Mon 23 Nov 20:00"]),
        (
            "every tuesday and thursday at 8:30 pm",
            "每周二、周四晚上八点半",
            ["Tue 24 Nov 20:30", "Thu 26 Nov 20:30"],
        ),
        ("on weekends at 9am", "每个周末早上9点", ["Sun 22 Nov 09:00", "Sat 28 Nov 09:00"]),
        ("every 2 hours", "每两个小时", ["Sun 22 Nov 10:30", "Sun 22 Nov 12:30"]),
        ("every half hour", "每半个钟头", ["Sun 22 Nov 09:00", "Sun 22 Nov 09:30"]),
        ("every month on the 15th at 10 am", "每月15号上午10点", ["Tue 15 Dec 10:00", "Fri 15 Jan 10:00"]),
        ("every other day at 7 am", "每隔一天早上七点", ["Mon 23 Nov 07:00", "Wed 25 Nov 07:00"]),
        ("every morning", "每天早上八点", ["Mon 23 Nov 08:00", "Tue 24 Nov 08:00"]),
        ("every morning and evening at eight", "每天早晚八点", ["Sun 22 Nov 20:00", "Mon 23 Nov 08:00"]),
        ("every day at 9 am and 3 pm", "每天上午九点和下午三点", ["Sun 22 Nov 09:00", "Sun 22 Nov 15:00"]),
        (
            "the first Monday of every month at 10 am",
            "每月第一个星期一上午十点",
            ["Mon 07 Dec 10:00", "Mon 04 Jan 10:00"],
        ),
        (
            "the last Friday of every month at 4 pm",
            "每个月最后一个周五下午四点",
            ["Fri 27 Nov 16:00", "Fri 25 Dec 16:00"],
        ),
        (
            "on the 1st and the 15th of every month at noon",
            "每月1号和15号中午",
            ["Tue 01 Dec 12:00", "Tue 15 Dec 12:00"],
        ),
        (
            "the last day of every month at 8 pm",
            "每月最后一天晚上八点",
            ["Mon 30 Nov 20:00", "Thu 31 Dec 20:00"],
        ),
        ("every year on March 8 at 9 am", "每年三月八号上午九点", ["Mon 08 Mar 09:00", "Wed 08 Mar 09:00"]),
        ("monday to friday at 6:30 am", "周一到周五早上六点半", ["Mon 23 Nov 06:30", "Tue 24 Nov 06:30"]),
        (
            "every day except sunday at 7 am",
            "每天早上七点，除了周日",
            ["Mon 23 Nov 07:00", "Tue 24 Nov 07:00"],
        ),
        ("every other Tuesday at 5 pm", "隔周二下午五点", ["Tue 24 Nov 17:00", "Tue 08 Dec 17:00"]),
        ("every three days at 9 pm", "每三天晚上九点", ["Sun 22 Nov 21:00", "Wed 25 Nov 21:00"]),
        ("every hour and a half", "每一个半小时", ["Sun 22 Nov 10:00", "Sun 22 Nov 11:30"]),
        ("every friday night", "每周五晚上", ["Fri 27 Nov 21:00", "Fri 04 Dec 21:00"]),
        ("weekends at ten", "周末十点", ["Sun 22 Nov 10:00", "Sat 28 Nov 10:00"]),
        ("every noon", "每天中午", ["Sun 22 Nov 12:00", "Mon 23 Nov 12:00"]),
    ],
)
def test_both_languages_mean_the_same_times(english, chinese, expected):
    assert next_two(english, "en") == expected
    assert next_two(chinese, "zh") == expected


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("tomorrow at 7", "en"),
        ("turn on the light on monday", "en"),
        ("turn off every lamp", "en"),
        ("in two hours", "en"),
        ("明天早上七点", "zh"),
        ("the last friday of the month at 4 pm", "en"),
        ("from monday to friday", "en"),
        ("this weekend", "en"),
        ("every light in the house", "en"),
        ("每个灯都打开", "zh"),
        ("每次", "zh"),
        ("五个工作日后", "zh"),
        ("这个周末上午十点", "zh"),
        ("周一早上七点", "zh"),
        ("今天天气怎么样", "zh"),
        ("每年二月三十号", "zh"),
    ],
)
def test_what_comes_once_or_never_is_none(text, language):
    assert read_recurrence(text, language, NOW) is None


@given(
    st.datetimes(datetime(2020, 1, 1), datetime(2035, 1, 1), timezones=st.just(UTC)),  # noqa: DTZ001  # zones are given
    st.sampled_from(["Europe/Berlin", "America/New_York", "Asia/Shanghai", "Australia/Lord_Howe"]),
    st.times().map(lambda each: each.replace(microsecond=0)),
    st.frozensets(st.integers(0, 6), min_size=1),
)
def test_it_is_later_on_its_day_and_at_its_time_whatever_the_clocks_do(moment, zone, at, weekdays):
    seen = moment.astimezone(ZoneInfo(zone))
    found = Recurrence(1, "week", at, weekdays).next_after(seen)
    assert found
    later = found.astimezone(UTC) - moment
    assert timedelta(0) < later <= timedelta(days=7, hours=2)
    skipped = found.replace(tzinfo=None) != found.replace(
        hour=at.hour, minute=at.minute, second=at.second, tzinfo=None
    )
    if skipped:
        # Only a time that does not exist on that day is moved, and by no more than the clocks are.
        wall = datetime.combine(found.date(), at, found.tzinfo)
        assert wall.astimezone(UTC).astimezone(found.tzinfo).time() != at or found.date() != wall.date()
    else:
        assert found.weekday() in weekdays


def test_a_time_that_comes_twice_rings_once():
    autumn = datetime(2026, 10, 25, 1, 0, tzinfo=BERLIN)
    daily = Recurrence(1, "day", time(2, 30))
    first = daily.next_after(autumn)
    assert first
    second = daily.next_after(first)
    assert second
    assert f"{first:%d %H:%M%z}" == "25 02:30+0200"
    assert f"{second:%d %H:%M%z}" == "26 02:30+0100"


def test_hours_pass_alike_through_a_change():
    spring = datetime(2026, 3, 29, 1, 30, tzinfo=BERLIN)
    found = Recurrence(1, "hour", anchor=spring).next_after(spring)
    assert found
    assert f"{found:%H:%M}" == "03:30"
