"""A dot between hour and minute: what recognition makes of 六点二十."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from intents.rewording.dotted import undotted
from tests.assistant.talking import held


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("给我上个闹钟,6.20的", "给我上个闹钟,6:20的"),
        ("明早7.30叫我", "明早7:30叫我"),
        ("提醒我买3.50元的菜", "提醒我买3.50元的菜"),
        ("6.20是多少", "6.20是多少"),
        ("26.75的闹钟", "26.75的闹钟"),
    ],
)
def test_only_times_of_day_lose_their_dot(written: str, meant: str) -> None:
    assert undotted(written) == meant


async def test_an_alarm_at_a_dotted_time() -> None:
    await held("明早7.30叫我 > 好的，明天早上7点半的闹钟定好了。")


@given(st.text(max_size=50))
def test_nothing_but_dots_changes(text: str) -> None:
    assert undotted(text).replace(":", ".") == text.replace(":", ".")
