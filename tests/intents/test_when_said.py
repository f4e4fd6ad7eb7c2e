"""Times as people order alarms and reminders by them, and words that only look like times."""

from datetime import datetime, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st

from intents.when import When, read_when

NOW = datetime(2026, 11, 24, 14, 20, tzinfo=timezone(timedelta(hours=8)))
"""A Tuesday, after lunch."""

ENGLISH = """
at seven = Tue 24 19:00
at 6 = Tue 24 18:00
at nine = Tue 24 21:00
seven am = Wed 25 07:00
7 in the morning = Wed 25 07:00
seven thirty = Tue 24 19:30
half past seven = Tue 24 19:30
half seven = Tue 24 19:30
quarter to eight = Tue 24 19:45
ten to nine = Tue 24 20:50
ten past nine = Tue 24 21:10
five minutes to ten = Tue 24 21:55
twenty to six tomorrow morning = Wed 25 05:40
six o'clock tomorrow = Wed 25 06:00
tomorrow morning at 6:45 = Wed 25 06:45
6:45 tomorrow = Wed 25 06:45
tonight = Tue 24 18:00 to Wed 25 00:00
tonight at nine = Tue 24 21:00
tonight at 1 = Wed 25 01:00
late tonight = Tue 24 21:00 to Wed 25 00:00
early tomorrow = Wed 25 00:00 to Wed 25 09:00
first thing tomorrow = Wed 25 00:00 to Wed 25 09:00
first thing in the morning = Wed 25 00:00 to Wed 25 09:00
in the morning = Wed 25 00:00 to Wed 25 12:00
this afternoon at 4 = Tue 24 16:00
tomorrow evening = Wed 25 18:00 to Thu 26 00:00
before bed = Tue 24 22:00
after dinner = Tue 24 20:00
before breakfast = Wed 25 07:00
at lunchtime = Wed 25 12:00 to Wed 25 14:00
at noon = Wed 25 12:00
noon tomorrow = Wed 25 12:00
at midnight tonight = Wed 25 00:00
on friday at 10 = Fri 27 10:00
the day after tomorrow at 3 = Thu 26 15:00
friday night at 8 = Fri 27 20:00
next tuesday at 10 am = 01.12.2026 10:00
friday next week = 04.12.2026 00:00
monday at nine thirty = Mon 30 09:30
a week from today = 01.12.2026 00:00
a week on tuesday = 01.12.2026 00:00
two weeks from tomorrow = 09.12.2026 00:00
in two days at noon = Thu 26 12:00
this weekend = Fri 27 18:00 to Mon 30 00:00
saturday morning = Sat 28 00:00 to Sat 28 12:00
on the 5th = 05.12.2026 00:00
on the fifth at noon = 05.12.2026 12:00
on the twenty first = 21.12.2026 00:00
december 25th at 8 pm = 25.12.2026 20:00
the third of march at half past four = 03.03.2027 16:30
christmas eve = 24.12.2026 00:00
the day before christmas = 24.12.2026 00:00
in ten minutes = Tue 24 14:30
in an hour and a half = Tue 24 15:50
in three quarters of an hour = Tue 24 15:05
in 1 hour 20 minutes = Tue 24 15:40
in 90 seconds = Tue 24 14:21:30
in five = Tue 24 14:25
ten minutes from now = Tue 24 14:30
half an hour later = Tue 24 14:50
later today = Tue 24 14:20 to Wed 25 00:00
by five = Tue 24 14:20 to Tue 24 17:00
before nine tomorrow = open to Wed 25 09:00
until 10 tonight = open to Tue 24 22:00
from nine to five = Tue 24 09:00 to Tue 24 18:00
from 3 to 5 = Tue 24 15:00 to Tue 24 18:00
9 to 11 tomorrow = Wed 25 09:00 to Wed 25 12:00
tonight from 7 to 9 = Tue 24 19:00 to Tue 24 22:00
tomorrow afternoon from two to four = Wed 25 14:00 to Wed 25 17:00
from monday to friday = Mon 30 00:00 to 05.12.2026 00:00
at 21:30 = Tue 24 21:30
at 0700 = Wed 25 07:00
oh seven hundred = Wed 25 07:00
at 5:30 pm today = Tue 24 17:30
around five = Tue 24 17:00
about 7ish = Tue 24 19:00
at one = Wed 25 13:00
at twelve thirty = Wed 25 12:30
eight thirty tonight = Tue 24 20:30
seven tomorrow morning = Wed 25 07:00
eleven at night = Tue 24 23:00
two in the morning = Wed 25 02:00
an hour before midnight = Tue 24 23:00
half an hour before five = Tue 24 16:30
this time tomorrow = Wed 25 14:20
in 3 business days = Fri 27 00:00
the last friday of the month at 4 pm = Fri 27 16:00
the first monday of next month = 07.12.2026 00:00
the week after next = 07.12.2026 00:00
remind me at quarter past three to call mum = Tue 24 15:15
remind me to call mum at five = Tue 24 17:00
call dad in twenty minutes = Tue 24 14:40
90 seconds = 90 s
an hour and a half = 5400 s
a half hour = 1800 s
three quarters of an hour = 2700 s
an hour and a quarter = 4500 s
two and a quarter hours = 8100 s
1h30m = 5400 s
one hour thirty = 5400 s
a hundred and twenty minutes = 7200 s
2:30 minutes = 150 s
for the next two hours = 7200 s
"""

CHINESE = """
七点 = Tue 24 19:00
八点一刻 = Tue 24 20:15
八点三刻 = Tue 24 20:45
差五分八点 = Tue 24 19:55
九点差一刻 = Tue 24 20:45
九点零五分 = Tue 24 21:05
早上七点 = Wed 25 07:00
明早七点半 = Wed 25 07:30
明天早上六点叫我起床 = Wed 25 06:00
后天早上六点五十提醒我开会 = Thu 26 06:50
今晚八点提醒我吃药 = Tue 24 20:00
晚上十点半 = Tue 24 22:30
中午十二点 = Wed 25 12:00
中午一点 = Wed 25 13:00
凌晨两点 = Wed 25 02:00
半夜三点 = Wed 25 03:00
半夜十一点 = Tue 24 23:00
午夜 = Wed 25 00:00
今晚十二点 = Wed 25 00:00
今晚一点 = Wed 25 01:00
夜里两点 = Wed 25 02:00
下午两点三刻 = Tue 24 14:45
傍晚六点 = Tue 24 18:00
傍晚 = Tue 24 17:00 to Tue 24 19:00
一大早 = Wed 25 04:00 to Wed 25 12:00
明天一早 = Wed 25 04:00 to Wed 25 12:00
明儿早上八点 = Wed 25 08:00
后儿上午 = Thu 26 07:00 to Thu 26 12:00
今儿晚上 = Tue 24 18:00 to Wed 25 00:00
今夜 = Tue 24 18:00 to Wed 25 00:00
大后天 = Fri 27 00:00
大大后天 = Sat 28 00:00
下周一上午九点 = Mon 30 09:00
下下周三 = 09.12.2026 00:00
下个星期五下午四点 = 04.12.2026 16:00
这周六晚上七点 = Sat 28 19:00
礼拜天早上 = Sun 29 04:00 to Sun 29 12:00
周五五点 = Fri 27 17:00
明天三点 = Wed 25 15:00
礼拜一三点 = Mon 30 15:00
周末 = Sat 28 00:00 to Mon 30 00:00
周末早上九点 = Sat 28 09:00
下周末晚上 = 05.12.2026 18:00 to 06.12.2026 00:00
月底 = Wed 25 00:00 to 01.12.2026 00:00
中旬 = Wed 11 00:00 to Sat 21 00:00
下个月一号 = 01.12.2026 00:00
下月5号上午十点 = 05.12.2026 10:00
这个月最后一天 = Mon 30 00:00
十二月二十五号晚上八点 = 25.12.2026 20:00
12月25日20:30 = 25.12.2026 20:30
二零二七年一月一日早上八点 = 01.01.2027 08:00
25号 = Wed 25 00:00
圣诞节 = 25.12.2026 00:00
明年元旦 = 01.01.2027 00:00
半小时后 = Tue 24 14:50
一个半小时后 = Tue 24 15:50
两个半小时之后 = Tue 24 16:50
一小时二十分钟后 = Tue 24 15:40
十五分钟以后提醒我关火 = Tue 24 14:35
过十分钟 = Tue 24 14:30
再过半小时 = Tue 24 14:50
再过一刻钟叫我 = Tue 24 14:35
五分钟之内 = Tue 24 14:20 to Tue 24 14:25
一刻钟后 = Tue 24 14:35
三天后的早上八点 = Fri 27 08:00
两三天后 = Fri 27 00:00
几分钟后 = Tue 24 14:23
过几天 = Fri 27 00:00
过两天 = Thu 26 00:00
午饭后 = Wed 25 13:30
睡前 = Tue 24 22:00
下班后 = Tue 24 18:00
明天这个时候 = Wed 25 14:20
明年今天 = 24.11.2027 00:00
从三点到五点 = Tue 24 15:00 to Tue 24 17:00
九点到五点 = Wed 25 09:00 to Wed 25 17:00
明天下午3点至5点 = Wed 25 15:00 to Wed 25 17:00
晚上十点到早上六点 = Tue 24 22:00 to Wed 25 06:00
从今晚八点到明早六点 = Tue 24 20:00 to Wed 25 06:00
周一到周三 = Mon 30 00:00 to 03.12.2026 00:00
5月1日至7日 = 01.05.2027 00:00 to 08.05.2027 00:00
三天内 = Tue 24 14:20 to Sat 28 00:00
五点前 = Tue 24 14:20 to Tue 24 17:00
下午三点以后 = Tue 24 15:00 to open
从明天开始 = Wed 25 00:00 to open
直到五点 = Tue 24 14:20 to Tue 24 17:00
三点左右 = Tue 24 15:00
大概五点 = Tue 24 17:00
5个工作日后 = 01.12.2026 00:00
下个工作日 = Wed 25 00:00
聽日 = Wed 25 00:00
聽晚八點 = Wed 25 20:00
下晝三點 = Tue 24 15:00
三點三個字 = Tue 24 15:15
90秒 = 90 s
三分半钟 = 210 s
一个半钟头 = 5400 s
三刻钟 = 2700 s
一个小时零五分 = 3900 s
两小时四十 = 9600 s
四分之三小时 = 2700 s
三五分钟 = 300 s
三到五分钟 = 300 s
一百二十分钟 = 7200 s
"""


def shown(when: When | None) -> str:
    if when is None:
        return "none"
    if when.kind == "duration":
        return f"{when.seconds:g} s"
    return moment(when.start) if when.kind == "instant" else f"{moment(when.start)} to {moment(when.end)}"


def moment(at: datetime | None) -> str:
    if at is None:
        return "open"
    day = f"{at:%a %d}" if (at.year, at.month) == (NOW.year, NOW.month) else f"{at:%d.%m.%Y}"
    return f"{day} {at:%H:%M:%S}" if at.second else f"{day} {at:%H:%M}"


def rows(table: str) -> list[list[str]]:
    return [line.split(" = ") for line in table.strip().splitlines()]


@pytest.mark.parametrize(("text", "meant"), rows(ENGLISH))
def test_english_means_what_a_person_means_by_it(text, meant):
    assert shown(read_when(text, "en", NOW)) == meant


@pytest.mark.parametrize(("text", "meant"), rows(CHINESE))
def test_chinese_means_what_a_person_means_by_it(text, meant):
    assert shown(read_when(text, "zh", NOW)) == meant


NO_ENGLISH = """the weekender|seven dwarfs|I have two cats|play 99 problems|the price is 20 dollars|
one more time|second floor|play march of the penguins|may I ask something|the sun is bright|
play seven nation army|what is 3 plus 5|he is the one|at 20 degrees|set the thermostat to 21|
set the temperature at 21 degrees|volume at 7|turn it up by five|channel 5|two to three|one to ten|
10 to 1 odds|good morning|good night|one hundred|room 101|add 2 eggs|fifty fifty|a hundred songs|
version 2.0|five stars|ten green bottles|two thirds|six pack|for five people|by two percent|
half of it|the other half|twelve monkeys"""


@pytest.mark.parametrize(
    "text",
    NO_ENGLISH.split("|"),
)
def test_english_words_that_only_look_like_a_time_are_none(text):
    assert read_when(text.strip(), "en", NOW) is None


NO_CHINESE = """一点儿|一点点|有点|有点热|亮一点|暗一点|大声一点|调高一点|再快一点|早点睡|晚点再说|差点忘了|
早安|晚安|早上好|晚上好|下午好|一天到晚|三天两头|三心二意|等了半天|好半天|十分好看|十分高兴|万分感谢|
五分熟|一分钱一分货|半点|点一首歌|小时候|有时候|周杰伦的歌|三国演义|第五集|播放第三首|三号线|5号楼|
502房间|调到二十六度|百分之五十|一百块钱|打九折|三分之一|两只老虎|七个小矮人"""


@pytest.mark.parametrize(
    "text",
    NO_CHINESE.split("|"),
)
def test_chinese_words_that_only_look_like_a_time_are_none(text):
    assert read_when(text.strip(), "zh", NOW) is None


HOURS = ("一", "两", "三", "四", "五", "六", "七", "八", "九", "十", "十一", "十二")
PARTS = {
    "凌晨": range(1, 6),
    "早上": range(6, 12),
    "上午": range(8, 12),
    "下午": range(1, 7),
    "晚上": range(7, 12),
}
DAYS = ("今天", "明天", "后天", "大后天")
TENS = ("", "十", "二十", "三十", "四十", "五十")
ONES = ("", "一", "二", "三", "四", "五", "六", "七", "八", "九")


def spoken_minute(minute: int) -> str:
    """As it is said behind an hour."""
    if minute == 0:
        return ""
    return f"零{ONES[minute]}分" if minute < 10 else f"{TENS[minute // 10]}{ONES[minute % 10]}分"


@given(st.sampled_from(list(PARTS)), st.data(), st.sampled_from(DAYS), st.integers(0, 59))
def test_what_is_said_in_chinese_is_read_as_it_was_meant(part, data, day, minute):
    hour = data.draw(st.sampled_from(PARTS[part]))
    when = read_when(f"{day}{part}{HOURS[hour - 1]}点{spoken_minute(minute)}", "zh", NOW)
    late = part in ("下午", "晚上") and hour < 12
    meant = NOW.replace(hour=hour + 12 * late, minute=minute) + timedelta(days=DAYS.index(day))
    assert when
    assert when.start == meant


@given(st.integers(0, 23), st.integers(0, 59), st.sampled_from(["today", "tomorrow"]), st.booleans())
def test_what_is_said_in_english_is_read_as_it_was_meant(hour, minute, day, day_first):
    clock = f"{hour % 12 or 12}:{minute:02} {'am' if hour < 12 else 'pm'}"
    when = read_when(f"{day} at {clock}" if day_first else f"{clock} {day}", "en", NOW)
    assert when
    assert when.start == NOW.replace(hour=hour, minute=minute) + timedelta(days=day == "tomorrow")


@given(
    st.sampled_from(["at {}", "{} o'clock", "half past {}", "ten to {}", "{} in the evening", "{} am"]),
    st.integers(1, 12),
    st.datetimes(datetime(2020, 1, 1), datetime(2030, 1, 1), timezones=st.just(NOW.tzinfo)),  # noqa: DTZ001  # zones are given
)
def test_a_time_of_day_alone_is_within_the_day_to_come(said, hour, now):
    when = read_when(said.format(hour), "en", now)
    assert when
    assert when.start
    assert timedelta(0) <= when.start - now.replace(second=0, microsecond=0) <= timedelta(days=1)


@given(
    st.sampled_from(
        ["{}点", "{}点半", "{}点一刻", "差五分{}点", "早上{}点", "下午{}点", "夜里{}点", "今晚{}点"]
    ),
    st.sampled_from(HOURS),
    st.datetimes(datetime(2020, 1, 1, 6), datetime(2030, 1, 1), timezones=st.just(NOW.tzinfo)),  # noqa: DTZ001  # zones are given
)
def test_a_chinese_time_of_day_alone_is_soon_and_never_over(said, hour, now):
    when = read_when(said.format(hour), "zh", now)
    assert when
    assert when.start
    ahead = when.start - now.replace(second=0, microsecond=0)
    assert ahead <= timedelta(days=1, hours=4)
    assert ahead >= timedelta(0) or "今晚" in said


@given(st.integers(1, 59), st.integers(1, 23))
def test_amounts_are_the_same_in_both_languages(minutes, hours):
    pairs = [
        (f"{hours} hours and {minutes} minutes", f"{hours}小时{minutes}分钟"),
        (f"{hours} hours and a half", f"{hours}个半小时"),
        (f"in {minutes} minutes", f"{minutes}分钟后"),
        (f"{hours} hours ago", f"{hours}小时前"),
    ]
    for english, chinese in pairs:
        assert read_when(english, "en", NOW) == read_when(chinese, "zh", NOW)


@pytest.mark.parametrize(
    ("text", "language"), [("at four", "en"), ("tomorrow at four", "en"), ("明天四点", "zh")]
)
def test_who_is_to_be_woken_at_four_is_woken_in_the_morning(text, language):
    evening = NOW.replace(hour=18)
    waking, reminding = (read_when(text, language, evening, waking=each) for each in (True, False))
    assert waking
    assert reminding
    assert waking.start == evening.replace(day=25, hour=4, minute=0)
    assert reminding.start == evening.replace(day=25, hour=16, minute=0)
