"""What stands around a request, and what joins two."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from intents.number.digits import to_digits
from intents.rewording.phrasing import phrasings
from intents.script import squeeze, unsqueeze
from intents.several.compound import LONGEST, parts


@pytest.mark.parametrize(
    ("spoken", "written"),
    [
        ("调到二十六度", "调到26度"),
        ("三分钟", "3分钟"),
        ("两个小时", "2个小时"),
        ("一个半小时", "1个半小时"),
        ("百分之五十", "百分之50"),
        ("二十六点五度", "26.5度"),
        ("音量调到三十", "音量调到30"),
        ("一楼的灯", "一楼的灯"),
        ("开一下灯", "开一下灯"),
        ("第一个", "第一个"),
    ],
)
def test_counting_numerals_become_digits(spoken: str, written: str) -> None:
    assert to_digits(spoken) == written


@given(st.text(), st.sampled_from(["en", "zh"]), st.booleans())
def test_phrasings_are_never_empty_and_never_twice_the_same(text: str, language: str, question: bool) -> None:
    found = list(phrasings(text, language, question=question))
    assert len(found) == len(set(found))
    assert all(phrasing.strip() for phrasing in found)


@pytest.mark.parametrize(
    ("text", "language", "cut"),
    [
        ("turn on the TV and dim the lights", "en", ("turn on the TV", "dim the lights")),
        ("stop, then open the door", "en", ("stop", "open the door")),
        ("turn on the sandbox light", "en", ("turn on the sandbox light",)),
        ("关灯然后拉上窗帘", "zh", ("关灯", "拉上窗帘")),
        ("关灯，再打开电视，并锁门", "zh", ("关灯", "打开电视", "锁门")),
        ("关灯", "zh", ("关灯",)),
    ],
)
def test_requests_are_cut_at_conjunctions(text: str, language: str, cut: tuple[str, ...]) -> None:
    assert parts(text, language) == cut


@given(st.text(), st.sampled_from(["en", "zh", "it"]))
def test_cutting_loses_no_text_and_makes_no_crowd(text: str, language: str) -> None:
    cut = parts(text, language)
    assert 1 <= len(cut) <= LONGEST
    assert cut == (text,) or all(part and part in text for part in cut)


@given(st.text(st.characters(exclude_categories=["Cs"])), st.integers(0, 20), st.integers(0, 20))
def test_a_part_is_found_again_with_its_white_space(text: str, start: int, length: int) -> None:
    squeezed = squeeze(text, "zh")
    part = squeezed[start : start + length]
    assert squeeze(unsqueeze(part, text), "zh") == part
