"""What people say of time becomes instants, intervals and durations."""

from datetime import UTC, datetime, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st

from intents.when import read_when

NOW = datetime(2026, 11, 22, 8, 30, tzinfo=timezone(timedelta(hours=8)))  # a Sunday


def start(text: str, language: str) -> str | None:
    when = read_when(text, language, NOW)
    return (
        when.start.strftime("%a %d %b %H:%M:%S") if when and when.kind == "instant" and when.start else None
    )


@pytest.mark.parametrize(
    ("text", "seconds"),
    [
        ("5 minutes", 300),
        ("twenty five minutes", 1500),
        ("half an hour", 1800),
        ("an hour and a half", 5400),
        ("two and a half hours", 9000),
        ("1 hour and thirty", 5400),
        ("1 hour 15 minutes and 30 seconds", 4530),
        ("a couple of minutes", 120),
    ],
)
def test_english_durations(text, seconds):
    when = read_when(text, "en", NOW)
    assert when
    assert (when.kind, when.seconds) == ("duration", seconds)


@pytest.mark.parametrize(
    ("text", "seconds"),
    [
        ("五分钟", 300),
        ("二十五分钟", 1500),
        ("半小时", 1800),
        ("一个半小时", 5400),
        ("两个半钟头", 9000),
        ("1小时15分30秒", 4530),
        ("三分半", 210),
        ("一刻钟", None),
    ],
)
def test_chinese_durations(text, seconds):
    when = read_when(text, "zh", NOW)
    assert (when.seconds if when and when.kind == "duration" else None) == seconds


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("in ten minutes", "Sun 22 Nov 08:40:00"),
        ("two hours ago", "Sun 22 Nov 06:30:00"),
        ("at 7", "Sun 22 Nov 19:00:00"),
        ("at 9", "Sun 22 Nov 09:00:00"),
        ("at 7 am", "Mon 23 Nov 07:00:00"),
        ("tomorrow at half past six in the morning", "Mon 23 Nov 06:30:00"),
        ("a quarter to noon", "Sun 22 Nov 11:45:00"),
        ("on Friday at 3pm", "Fri 27 Nov 15:00:00"),
        ("the day after tomorrow", "Tue 24 Nov 00:00:00"),
        ("tonight at 11", "Sun 22 Nov 23:00:00"),
        ("December 3rd at 18:15", "Thu 03 Dec 18:15:00"),
        ("in three days at 5 pm", "Wed 25 Nov 17:00:00"),
        ("the first monday of december", "Mon 07 Dec 00:00:00"),
        ("at midnight", "Mon 23 Nov 00:00:00"),
    ],
)
def test_english_instants(text, expected):
    assert start(text, "en") == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("十分钟后", "Sun 22 Nov 08:40:00"),
        ("两个小时前", "Sun 22 Nov 06:30:00"),
        ("七点", "Sun 22 Nov 19:00:00"),
        ("早上七点", "Mon 23 Nov 07:00:00"),
        ("明天早上六点半", "Mon 23 Nov 06:30:00"),
        ("下午三点一刻", "Sun 22 Nov 15:15:00"),
        ("周五下午3点", "Fri 27 Nov 15:00:00"),
        ("后天", "Tue 24 Nov 00:00:00"),
        ("今晚十一点", "Sun 22 Nov 23:00:00"),
        ("十二月三号晚上8点", "Thu 03 Dec 20:00:00"),
        ("下周一", "Mon 23 Nov 00:00:00"),
        ("過兩天", "Tue 24 Nov 00:00:00"),
    ],
)
def test_chinese_instants(text, expected):
    assert start(text, "zh") == expected


@pytest.mark.parametrize(
    ("text", "language", "hours"),
    [
        ("from 9:30 to 11:00 on Thursday", "en", 1.5),
        ("between 3:30pm and 6 pm", "en", 2.5),
        ("tomorrow afternoon", "en", 7),
        ("明天下午3点到5点", "zh", 2),
        ("今天下午1点到3点十分", "zh", 13 / 6),
    ],
)
def test_intervals(text, language, hours):
    when = read_when(text, language, NOW)
    assert when
    assert when.kind == "interval"
    assert when.seconds == pytest.approx(hours * 3600)


@pytest.mark.parametrize(
    "text", ["", "turn on the light", "set it to 50%", "开灯", "打开3号房的灯", "31st of june 2025"]
)
def test_what_names_no_time_is_none(text):
    assert read_when(text, "zh" if "灯" in text else "en", NOW) is None


WORDS = """in at the next last from to tomorrow friday march 3 12:30 pm half quarter past two hours days
ago minutes -5 9999999999 0 年 月 日 点 半 明天 下午 三 后 前 到 周 五 个 小时 分钟 十 百 千万"""


@given(
    st.lists(st.sampled_from(WORDS.split()) | st.text(max_size=5), max_size=8).map(" ".join),
    st.sampled_from(["en", "zh"]),
    st.datetimes(datetime(1971, 1, 1), datetime(2100, 1, 1), timezones=st.just(UTC)),  # noqa: DTZ001  # zones are given
)
def test_anything_can_be_read_and_intervals_run_forward(text, language, now):
    when = read_when(text, language, now)
    if when and when.start:
        assert when.start.tzinfo is not None
    if when and when.start and when.end:
        assert when.start < when.end
