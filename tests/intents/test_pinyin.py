"""How near Chinese sounds are, and what of a text is sound."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from intents.number.numeral import number
from intents.pinyin import FAR, Chart, cost, readings
from intents.repair.heard import read_out, sounds
from intents.repair.lexicon import Lexicon

HAN = st.characters(min_codepoint=0x4E00, max_codepoint=0x9FFF)


def test_what_recognition_confuses_is_nearer_than_what_people_tell_apart() -> None:
    assert cost("等", "灯") < cost("丁", "灯") < cost("关", "灯")
    assert cost("是", "室") < cost("四", "室") < cost("客", "室")
    assert cost("练", "帘") < cost("良", "帘") < cost("开", "帘")
    assert cost("列", "了") < cost("列", "乐")  # nobody hears the vowel of a neutral 了
    assert cost("关", "开") > 0.5
    assert cost("a", "灯") == FAR


@given(HAN, HAN)
def test_a_distance_is_none_for_the_same_character_and_bounded_for_all(one: str, two: str) -> None:
    assert cost(one, one) == 0
    assert 0 <= cost(one, two) <= FAR + 0.2


@given(HAN, st.lists(HAN | st.sampled_from(["tv", "了", "得", "，"]), max_size=12))
def test_a_whole_vocabulary_at_once_costs_what_each_of_it_does(heard: str, letters: list[str]) -> None:
    each = [cost(heard, letter) for letter in dict.fromkeys(letters)]
    assert Chart(letters).costs(heard).tolist() == pytest.approx(each)


def test_a_character_has_the_readings_of_daily_use() -> None:
    assert {(each.initial, each.nucleus) for each in readings("重")} >= {("ẑ", "e"), ("ĉ", "e")}
    assert len(readings("大")) == 1
    assert readings("x") == ()


@given(st.integers(0, 999))
def test_figures_are_said_as_people_say_them(value: int) -> None:
    assert number(read_out(str(value))) == value


def test_a_text_is_what_is_spoken_of_it() -> None:
    assert "".join(sound.text for sound in sounds("调到 50%。")) == "调到百分之五十"
    assert "".join(sound.text for sound in sounds("23.5度, 打开 TV！")) == "二十三点五度，打开tv"
    assert "".join(sound.text for sound in sounds("上一首上一首")) == "上一首"
    assert sounds("。！？🙂") == ()


@given(st.text(max_size=40))
def test_any_text_has_its_sounds(text: str) -> None:
    assert all(sound.text for sound in sounds(text))


def test_a_word_is_found_where_something_like_it_was_heard() -> None:
    words = Lexicon({"客厅灯": ["light"], "窗帘": ["cover"], "扫地机器人": ["vacuum"]})
    (found,) = words.near(sounds("打开刻停等"), 2)
    assert (found.word, found.end, found.values) == ("客厅灯", 5, ("light",))
    whole = min(words.near(sounds("少地集气人"), 0), key=lambda near: near.cost)
    assert (whole.word, whole.end) == ("扫地机器人", 5)
    assert list(words.near(sounds("你好"), 0)) == []
