"""What people say of time becomes instants, intervals and durations."""

import re
from datetime import UTC, datetime, timedelta, timezone
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from intents.when import read_when
from intents.when.repeat import read_recurrence

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
        ("two years and three months", 27 * 30 * 86400),
        ("one and a quarter of an hour", 4500),
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
        ("一刻钟", 900),
        ("三点五小时", 12600),
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
        ("3 fridays from now", "Fri 11 Dec 00:00:00"),
        ("wednesday of next week at 3pm", "Wed 25 Nov 15:00:00"),
        ("saturday the 5th", "Sat 05 Dec 00:00:00"),
        ("two days after tomorrow", "Wed 25 Nov 00:00:00"),
        ("last day of the month", "Mon 30 Nov 00:00:00"),
        ("Tuesday at 8 GMT", "Tue 24 Nov 16:00:00"),
        ("the closest monday to december 3", "Mon 30 Nov 00:00:00"),
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
        ("大后天上午十点", "Wed 25 Nov 10:00:00"),
        ("差一刻九点", "Sun 22 Nov 08:45:00"),
        ("十二月的第一个星期一", "Mon 07 Dec 00:00:00"),
        ("下个月的最后一天", "Thu 31 Dec 00:00:00"),
        ("三天后下午三点", "Wed 25 Nov 15:00:00"),
    ],
)
def test_chinese_instants(text, expected):
    assert start(text, "zh") == expected


@pytest.mark.parametrize(
    ("text", "language", "hours"),
    [
        ("from 9:30 to 11:00 on Thursday", "en", 1.5),
        ("between 3:30pm and 6 pm", "en", 2.5),
        ("明天下午3点到5点", "zh", 2),
        ("今天下午1点到3点十分", "zh", 13 / 6),
        ("tomorrow from 7 to 8 pm", "en", 1),
        ("from 11pm to 7am", "en", 8),
        ("大前天晚上9~11点", "zh", 2),
        ("Monday to Friday", "en", 96),
        ("周一到周五", "zh", 96),
    ],
)
def test_intervals_have_a_last_unit_to_act_at(text, language, hours):
    when = read_when(text, language, NOW)
    assert when
    assert when.kind == "interval"
    assert when.start
    assert when.last
    assert (when.last - when.start).total_seconds() == pytest.approx(hours * 3600)


@pytest.mark.parametrize(
    ("text", "language", "said_start", "said_end"),
    [
        ("tomorrow afternoon", "en", "23 12:00", "23 19:00"),
        ("from 9:30 to 11:00 on Thursday", "en", "26 09:30", "26 11:01"),
        ("until 2pm", "en", None, "22 14:00"),
        ("after 2 pm", "en", "22 14:00", None),
        ("by the end of the month", "en", "22 08:30", "01 00:00"),
        ("within two hours", "en", "22 08:30", "22 10:30"),
        ("this past weekend", "en", "13 18:00", "16 00:00"),
        ("beginning of next week", "en", "23 00:00", "26 00:00"),
        ("下午三点以后", "zh", "22 15:00", None),
        ("周五之前", "zh", "22 08:30", "28 00:00"),
        ("一小时以内", "zh", "22 08:30", "22 09:30"),
        ("月底", "zh", "25 00:00", "01 00:00"),
        ("今天傍晚", "zh", "22 17:00", "22 19:00"),
        ("未来48小时", "zh", "22 08:30", "24 08:30"),
    ],
)
def test_intervals_can_be_open_or_parts_of_the_calendar(text, language, said_start, said_end):
    when = read_when(text, language, NOW)
    assert when
    assert when.kind == "interval"
    assert (when.start and when.start.strftime("%d %H:%M")) == said_start
    assert (when.end and when.end.strftime("%d %H:%M")) == said_end


@pytest.mark.parametrize(("text", "language"), [("at seven", "en"), ("七点", "zh")])
def test_at_nine_in_the_evening_seven_is_tomorrow_morning(text, language):
    when = read_when(text, language, NOW.replace(hour=21, minute=0))
    assert when
    assert when.start == NOW.replace(day=23, hour=7, minute=0)


def test_two_hours_are_two_hours_also_when_the_clocks_change():
    before = datetime(2026, 3, 29, 1, 30, tzinfo=ZoneInfo("Europe/Berlin"))
    when = read_when("in two hours", "en", before)
    assert when
    assert when.start
    assert when.start.astimezone(UTC) - before.astimezone(UTC) == timedelta(hours=2)
    assert when.start.hour == 4


def test_a_time_that_the_clocks_skip_is_later_and_a_morning_keeps_its_hour():
    saturday = datetime(2026, 3, 28, 20, 0, tzinfo=ZoneInfo("Europe/Berlin"))
    skipped, morning = (
        read_when(text, "en", saturday) for text in ("tomorrow at 2:30 am", "tomorrow at 7 am")
    )
    assert skipped
    assert skipped.start
    assert f"{skipped.start:%H:%M%z}" == "03:30+0200"
    assert morning
    assert morning.start
    assert f"{morning.start:%H:%M%z}" == "07:00+0200"


@pytest.mark.parametrize(
    "text",
    [
        "",
        "turn on the light",
        "set it to 50%",
        "开灯",
        "打开3号房的灯",
        "31st of june 2025",
        "the 3rd floor",
        "3 30",
        "play track 5",
        "把灯调到百分之五十",
        "我要听五月天的歌",
    ],
)
def test_what_names_no_time_is_none(text):
    assert read_when(text, "zh" if re.search("[一-龥]", text) else "en", NOW) is None


WORDS = """every each weekday monday 每 隔 工作日 周末
in at the next last from to tomorrow friday march 3 12:30 pm half quarter past two hours days
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
    repeated = read_recurrence(text, language, now)
    if repeated:
        assert (repeated.next_after(now) or datetime.max.replace(tzinfo=UTC)) > now


@pytest.mark.parametrize("language", ["en", "zh"])
@pytest.mark.parametrize(
    "piece", ["钟", "半", "一", "每", "到", "1 ", "3 to ", "and ", "every ", "monday, ", "1:"]
)
def test_what_is_said_over_and_over_comes_to_an_end(piece, language):
    when = read_when(piece * 5000, language, NOW)  # it would take years if every way to read it were tried
    assert when is None or when.kind
    repeated = read_recurrence(piece * 5000, language, NOW)
    assert repeated is None or repeated.every > 0
