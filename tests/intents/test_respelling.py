"""Misheard Chinese spelled as people would say it; which spelling was said is for the sound to tell."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from assistant.home.demo import demo_layout
from intents.repair.likely import Likely
from intents.repair.respelling import LONGEST, Respeller
from intents.repair.sayings import sayings

HOME = demo_layout().home
RESPELLER = Respeller(HOME)


def spelled(*heard: str) -> tuple[str, ...]:
    return tuple(each.text for each in RESPELLER.respelled([(text, -0.5) for text in heard]))


@pytest.mark.parametrize(
    ("heard", "said"),
    [
        ("数房查做断电。", "书房插座断电"),
        ("把明天造商的闹钟管练。", "把明天早上的闹钟关了"),
        ("来断过得刚的相声", "来段郭德纲的相声"),
        ("今天要不要带散", "今天要不要带伞"),
        ("我是有点黑", "卧室有点黑"),
    ],
)
def test_what_people_say_is_among_what_sounds_like_it(heard: str, said: str) -> None:
    assert said in spelled(heard)


def test_what_was_heard_is_always_among_them() -> None:
    assert "我要听孤雄者" in spelled("我要听孤雄者。")


def test_names_of_the_home_are_expected() -> None:
    plain = [text for text, _ in sayings(HOME)]
    assert any("床头灯" in text for text in plain)


def test_pauses_stay_where_they_were() -> None:
    assert all("，" in text for text in spelled("有首歌，漠河舞厅") if len(text) > 6)


def test_words_without_characters_are_left_alone() -> None:
    assert spelled("turn on the light", "", "？！") == ()


def test_long_speech_is_left_alone() -> None:
    assert spelled("啦" * (LONGEST + 1)) == ()


@settings(deadline=None)  # on a busy machine a long one takes its time
@given(st.text(alphabet="开关灯客厅的了吗，。 a1％🙂\u200b", max_size=14))
def test_any_text_is_respelled_within_bounds(text: str) -> None:
    found = RESPELLER.respelled([(text, -1.0)])
    assert len(found) <= 16
    assert all(each.likelihood <= 0 for each in found)


def test_a_sentence_that_was_counted_is_likelier_than_one_that_was_not() -> None:
    likely = Likely([("开灯", 1.0), ("关灯", 1.0)])
    assert likely.sentence("开灯") > likely.sentence("开等") > likely.sentence("凯等")
