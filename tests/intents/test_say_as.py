"""What is written is said as a person would say it."""

import json
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from intents.say_as import say_as
from tests.shared import shared_data


@pytest.mark.parametrize(
    ("written", "said"),
    [
        ("It's 24.5°C in the bedroom.", "It's twenty four point five degrees Celsius in the bedroom."),
        ("It is -3 °C outside.", "It is negative three degrees Celsius outside."),
        ("The light is at 30%.", "The light is at thirty percent."),
        ("It's 7:05 AM.", "It's seven oh five AM."),
        ("Set for 12:30", "Set for twelve thirty"),
        ("It's 9:00", "It's nine o'clock"),
        ("It is November 22, 2026.", "It is November twenty second, twenty twenty six."),
        ("310 km at 90 km/h", "three hundred and ten kilometers at ninety kilometers per hour"),
        ("You used 3.2 kWh.", "You used three point two kilowatt hours."),
        ("It costs $5.50.", "It costs five dollars fifty cents."),
        ("Call 555-123-4567.", "Call five five five, one two three, four five six seven."),
        ("2-3 °C", "two to three degrees Celsius"),
        ("the 3rd of 21", "the third of twenty one"),
        ("6240 steps", "six thousand two hundred and forty steps"),
        ("See [the page](https://example.org/a_b).", "See the page."),
        ("**Sure!** Here's `it`: 👍", "Sure! Here's it: "),
        ("- one\n- two", "one\ntwo"),
        ("# Title\ntext", "Title\ntext"),
    ],
)  # fmt: skip
def test_english(written, said):
    assert say_as(written, "en") == said


@pytest.mark.parametrize(
    ("written", "said"),
    [
        ("客厅现在24.5°C。", "客厅现在二十四点五摄氏度。"),
        ("室外-3℃", "室外负三摄氏度"),
        ("空调调到26度", "空调调到二十六度"),
        ("亮度30%", "亮度百分之三十"),
        ("现在是2:05", "现在是两点零五分"),
        ("现在是上午10点30分", "现在是上午十点三十分"),
        ("今天是2026年11月22日", "今天是二零二六年十一月二十二日"),
        ("还能开310公里", "还能开三百一十公里"),
        ("用了3.2kWh", "用了三点二千瓦时"),
        ("一共￥13.5", "一共十三点五元"),
        ("请拨打13812345678", "请拨打幺三八幺二三四五六七八"),
        ("2个小时后", "两个小时后"),
        ("20000步", "两万步"),
        ("第2名", "第二名"),
        ("**好的**，👌", "好的，"),
        ("打开TV吧", "打开TV吧"),
    ],
)
def test_chinese(written, said):
    assert say_as(written, "zh") == said


@pytest.mark.parametrize(
    ("written", "said"),
    [
        ("21 °C", "ventuno gradi"),
        ("il 50%", "il cinquanta per cento"),
        ("3,5 kWh", "tre virgola cinque chilowattora"),
    ],
)
def test_italian(written, said):
    assert say_as(written, "it") == said


def share(name: str, language: str) -> float:
    rows = [json.loads(line) for line in shared_data(f"say_as/{name}.jsonl").read_text("utf-8").splitlines()]
    right = [plain(say_as(row["input"], language)) in map(plain, row["accept"]) for row in rows]
    return sum(right) / len(right)


def plain(text: str) -> str:
    return " ".join(text.split()).casefold()


@pytest.mark.parametrize(
    ("name", "language", "least"),
    [("en_tn", "en", 0.88), ("en_tn_multiref", "en", 0.7), ("zh_tn", "zh", 0.97)],
)
def test_peers_readings_do_not_regress(name, language, least):
    assert share(name, language) >= least


@given(st.text(max_size=80), st.sampled_from(["en", "zh", "it", "de"]))
def test_any_text_can_be_said(text, language):
    assert isinstance(say_as(text, language), str)


FIGURES = st.from_regex(
    r"[-$€￥]?\d{1,12}([.,:/-]\d{1,4}){0,2} ?(%|°C|km/h|kWh|am|元|个|年|点)?", fullmatch=True
)


@given(FIGURES, st.sampled_from(["en", "zh"]))
def test_no_figure_is_left_to_the_voice(text, language):
    assert not re.search(r"[0-9]", say_as(text, language))


def test_ten_thousand_characters_are_said():
    assert say_as("1-2 3:4 " * 1250, "en")
    assert say_as("第1个2-3度" * 1250, "zh")
